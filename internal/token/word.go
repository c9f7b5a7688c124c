package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// address is the length of a URL or e-mail address at the head of s, 0 for none.
func address(s string) int {
	lower := strings.ToLower(s[:min(len(s), 8)])
	isURL := strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "www.") || strings.HasPrefix(lower, "ftp://")
	if !isURL {
		at := strings.IndexByte(s, '@')
		if at <= 0 || !strings.Contains(s[at:], ".") || !wordByte(s[0]) || strings.ContainsAny(s[:at], "\"'()<>[],;:") {
			return 0
		}
	}
	end := len(s)
	if i := strings.IndexAny(s, "<>\"“”"); i > 0 {
		end = i
	}
	for end > 1 && strings.IndexByte(".,;:!?)]}'", s[end-1]) >= 0 {
		end--
	}
	return end
}

// joined are prefixes that stay one word with what follows their hyphen.
var joined = map[string]bool{"e": true, "pre": true, "non": true, "semi": true, "re": true, "co": true, "mid": true,
	"pro": true, "anti": true, "ex": true, "multi": true, "post": true}

// wordEnd ends a word that begins with a letter.
func wordEnd(text string, at, end int) int {
	n := letters(text, at, end)
	for n < end {
		switch b := text[n]; {
		case b == '.' && n+1 < end && initials(text[at:n]) && letterAt(text, n+1, end):
			n = letters(text, n+1, end) // U.S, V.V, a.m
		case b == '.' && (abbreviated(text, at, n, end) || n+1 == end && (initial(text[at:n]) || text[at:n] == "I" && initialI(text, at, end))):
			return n + 1
		case b == '&' && n-at <= 2 && n+1 < end && letterAt(text, n+1, end) && upper(text[at:n]):
			n = letters(text, n+1, end) // AT&T
		case b == '-' && joined[strings.ToLower(text[at:n])] && n+1 < end && letterAt(text, n+1, end):
			n = letters(text, n+1, end)
		default:
			if m := inner(text, n, end); m > n {
				n = m
				continue
			}
			return n
		}
	}
	return n
}

// inner passes an apostrophe with letters on both sides; the clitic that it may
// open is cut off later.
func inner(text string, n, end int) int {
	r, size := utf8.DecodeRuneInString(text[n:end])
	if (r == '\'' || r == '’' || r == '`' || r == '‘') && letterAt(text, n+size, end) {
		return letters(text, n+size, end)
	}
	if (r == '\'' || r == '’') && n+size == end && n > 0 && (text[n-1] == 's' || text[n-1] == 'S') {
		return n // the plural possessive, or a closing quote: a word of its own
	}
	return n
}

// letters passes letters, digits and marks.
func letters(text string, n, end int) int {
	for n < end {
		r, size := utf8.DecodeRuneInString(text[n:end])
		if !letter(r) && !unicode.IsDigit(r) && r != '_' {
			break
		}
		n += size
	}
	return n
}

func letterAt(text string, n, end int) bool {
	if n >= end {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[n:end])
	return letter(r)
}

// initials reports whether w is one letter, or letters with a full stop after
// each but the last: what a further full stop continues.
func initials(w string) bool {
	for i, part := range strings.Split(w, ".") {
		if utf8.RuneCountInString(part) > 1 && !(i == 0 && (part == "Ph" || part == "ph")) {
			return false
		}
	}
	return true
}

// initial reports whether w is a single capital, or capitals with full stops.
func initial(w string) bool {
	if strings.Contains(w, ".") {
		return initials(w)
	}
	r, size := utf8.DecodeRuneInString(w)
	return size == len(w) && unicode.IsUpper(r) && w != "I"
}

// initialI tells the initial I. from the pronoun at the end of a sentence: a
// name goes on after it, and a capital or comma stands before it.
func initialI(text string, at, end int) bool {
	before := strings.TrimRightFunc(text[max(0, at-40):at], space)
	next := strings.TrimLeftFunc(text[end:min(len(text), end+40)], space)
	word := next[:letters(next, 0, len(next))]
	if word == "" || !startsUpper(word) || starters[word] {
		return false
	}
	if len(next) > len(word) && next[len(word)] == '.' && utf8.RuneCountInString(word) == 1 {
		return true
	}
	last := before[strings.LastIndexFunc(before, space)+1:]
	return startsUpper(last) || strings.HasSuffix(last, ",")
}

func upper(w string) bool { return strings.ToUpper(w) == w && strings.ToLower(w) != w }

// abbreviated reports whether the word at bytes [at, n) of a chunk ending at end
// takes the full stop at n as its own.
func abbreviated(text string, at, n, end int) bool {
	w := text[at:n]
	lower := strings.ToLower(w)
	switch {
	case title(w):
		return true
	case numbering[lower]:
		return digitAfter(text, n+1)
	case units[lower]:
		return lower == w && digitBefore(text, at)
	}
	return abbreviations[lower] || strings.Contains(w, ".") && initials(w)
}

// digitAfter reports whether a digit comes next, behind space.
func digitAfter(text string, n int) bool {
	rest := strings.TrimLeftFunc(text[n:min(len(text), n+8)], space)
	return rest != "" && digit(rest[0])
}

// digitBefore reports whether a digit ends the word before.
func digitBefore(text string, at int) bool {
	before := strings.TrimRightFunc(text[max(0, at-8):at], space)
	return before != "" && digit(before[len(before)-1])
}

// title reports whether a word is a title that stands before a name with a full
// stop, also in a line in capitals.
func title(w string) bool {
	if titles[w] {
		return true
	}
	return len(w) > 1 && upper(w) && titles[w[:1]+strings.ToLower(w[1:])]
}

// titles stand before a name, so no sentence ends after their full stop.
var titles = set("Mr Mrs Ms Messrs Dr Prof Gen Lt Lieut Liet Col Maj Capt Cpl Sgt Brig Cmdr Adm Cdr Rev Hon Sen Rep Gov Pres Amb Sec Fr St Mt Ft Maj-Gen Pvt Supt Insp Det Cllr Mme Mlle Hr Sr Sra Dep Gens Sens Reps Col-Gen Sgts Profs Drs")

// abbreviations are written with a full stop; a sentence may end with them.
var abbreviations = set("jr sr inc ltd plc pty pte pvt bhd corp co bros etc vs jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd dept est approx assn univ govt intl natl al cf ed eds e.g i.e viz esp calif mass conn ariz ala fla ind kan ky md mich minn miss mo mont neb nev okla ore penn tenn tex va vt wash wis wyo ont que dist adj assoc mfg min max")

// numbering are words that take a full stop before digits: No. 5, p. 2, c. 1900.
var numbering = set("no nos p pp c ca art arts vol vols fig figs ch sec para paras")

// units take a full stop behind a number.
var units = set("sq ft lb lbs oz km cm mm kg ml hrs mins secs yds")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// fused are words written together that are two words of the syntax, with the
// length of the first.
var fused = map[string]int{"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "lemme": 3, "gimme": 3, "dunno": 2, "y'all": 2,
	"dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "wont": 2, "cant": 2, "couldnt": 5, "wouldnt": 5, "shouldnt": 6, "havent": 4, "hasnt": 3, "arent": 3}

// splits reports whether a word holds more than one word of the syntax.
func splits(w string) bool {
	if len(w) < 3 || len(w) > 60 {
		return false
	}
	return cut(w) > 0
}

// cut is where the second word of a multiword token begins, 0 for a single word.
func cut(w string) int {
	lower := strings.ToLower(w)
	if len(lower) != len(w) { // some letters, and bytes that are none, change their length
		lower = w
	}
	if n, ok := fused[lower]; ok {
		return n
	}
	for _, a := range []string{"'", "’", "`", "‘"} {
		if strings.HasSuffix(lower, "n"+a+"t") && len(w) > len(a)+2 {
			return len(w) - len(a) - 2
		}
		if i := strings.LastIndex(lower, a); i > 0 && clitic(lower[i+len(a):]) == len(lower)-i-len(a) && len(lower) > i+len(a) {
			return i
		}
	}
	return 0
}

// clitics appends the words of a multiword token, numbered from 1.
func clitics(out []dateline.Token, text string, start, end int) []dateline.Token {
	part := 1
	for {
		n := 0
		if w := text[start:end]; part < 4 && len(w) >= 3 {
			n = cut(w)
		}
		if n == 0 {
			return append(out, word(text, start, end, part))
		}
		out = append(out, word(text, start, start+n, part))
		start += n
		part++
	}
}
