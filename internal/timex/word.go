package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a piece of text as the rules see it: a run of letters, a number with
// what belongs to it, a punctuation mark, or several words that mean one thing
// ("twenty-four", "a couple of", "New Year's Eve").
type word struct {
	start, end int    // bytes of the text
	low        string // in lower case, typographic apostrophes and dashes made plain
	id         int32  // of low in the lexicon, 0 for a word that no rule names
	class      class
	num        int  // what the classes say it is: a month's number, a count in tenths, …
	tight      bool // no white space before it
	upper      bool // begins with a capital letter
	first      bool // begins a sentence
	sentence   int32
	token      int32 // index of the syntactic token it came from
	last       int32 // token it ends in
	frac       uint8 // tenths beside num
	tense      tense // what the word says about the tense of its clause
}

// lexer cuts text into words.
type lexer struct {
	g     *grammar
	text  string
	words []word
	brk   bool // the next word begins a sentence
}

// run cuts text[at:end].
func (lx *lexer) run(at, end int) {
	spaceBefore := true
	for at < end {
		r, size := rune(lx.text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(lx.text[at:end])
		}
		if isSpace(r) {
			at, spaceBefore = at+size, true
			continue
		}
		from := len(lx.words)
		at = lx.one(at, end, r, size)
		for i := from; i < len(lx.words); i++ {
			lx.words[i].tight = i > from || !spaceBefore
		}
		spaceBefore = false
	}
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r >= utf8.RuneSelf && unicode.IsSpace(r)
}

// one cuts the word that starts at the rune r and returns where it ends.
func (lx *lexer) one(at, end int, r rune, size int) int {
	switch {
	case isDigit(r):
		return lx.number(at, end)
	case unicode.IsLetter(r):
		return lx.letters(at, end)
	case r == '\'' || r == '’' || r == '‘':
		return lx.apostrophe(at, end, size)
	case r == '-' || r == '–' || r == '—':
		return lx.dash(at, end)
	}
	lx.add(at, at+size, lx.text[at:at+size])
	return at + size
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isLetterAt(s string, at, end int) (rune, int, bool) {
	if at >= end {
		return 0, 0, false
	}
	if c := s[at]; c < utf8.RuneSelf {
		return rune(c), 1, 'a' <= c|0x20 && c|0x20 <= 'z'
	}
	r, size := utf8.DecodeRuneInString(s[at:end])
	return r, size, unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

// letters cuts a run of letters. "p.m." and other letters with points are one
// word, so is the point of a month's or weekday's abbreviation, and so are
// "o'clock" and "won't"; a possessive "'s" is a word of its own.
func (lx *lexer) letters(at, end int) int {
	if next := lx.dotted(at, end); next > 0 {
		return next
	}
	i := letterRun(lx.text, at, end)
	for i < end {
		n := apostropheLen(lx.text[i:end])
		if n == 0 {
			break
		}
		j := letterRun(lx.text, i+n, end)
		if tail := lx.text[i+n : j]; tail == "" || tail == "s" || tail == "S" {
			break
		}
		i = j
	}
	w := lx.add(at, i, lx.text[at:i])
	if i < end && lx.text[i] == '.' && w.class&abbreviation != 0 {
		w.end, i = i+1, i+1
	}
	return i
}

func letterRun(s string, at, end int) int {
	for {
		_, size, ok := isLetterAt(s, at, end)
		if !ok {
			return at
		}
		at += size
	}
}

// dotted cuts "p.m.", "U.S.", "B.C.": single letters each with a point. It
// returns 0 where at starts no such word.
func (lx *lexer) dotted(at, end int) int {
	i := at
	for i+1 < end && lx.text[i+1] == '.' && 'a' <= lx.text[i]|0x20 && lx.text[i]|0x20 <= 'z' {
		i += 2
	}
	if i-at < 4 {
		return 0
	}
	w := lx.add(at, i, strings.ReplaceAll(lx.text[at:i], ".", ""))
	if w.class&(meridiem|zone|era) == 0 { // "U.S." is not the pronoun "us"
		*w = word{start: at, end: i, low: strings.ToLower(lx.text[at:i]), upper: w.upper, first: w.first}
	}
	return i
}

// apostropheLen is the length of the apostrophe that s starts with, or 0.
func apostropheLen(s string) int {
	switch {
	case strings.HasPrefix(s, "'"):
		return 1
	case strings.HasPrefix(s, "’"):
		return len("’")
	}
	return 0
}

// apostrophe cuts "'s", a decade such as "'80s", or the mark alone.
func (lx *lexer) apostrophe(at, end, size int) int {
	rest := lx.text[at+size : end]
	if len(rest) > 0 && rest[0]|0x20 == 's' && letterRun(rest, 0, len(rest)) == 1 {
		lx.add(at, at+size+1, "'s")
		return at + size + 1
	}
	if len(rest) >= 3 && isDigit(rune(rest[0])) && rest[1] == '0' && rest[2] == 's' {
		w := lx.add(at, at+size+3, rest[:3])
		w.class, w.num = decadeWord, 190+int(rest[0]-'0')
		return at + size + 3
	}
	lx.add(at, at+size, "'")
	return at + size
}

func (lx *lexer) dash(at, end int) int {
	i, n := at, 0
	for i < end {
		r, size := utf8.DecodeRuneInString(lx.text[i:end])
		if r == '—' {
			n++
		} else if r != '-' && r != '–' {
			break
		}
		i, n = i+size, n+1
	}
	low := "-"
	if n > 1 {
		low = "--"
	}
	lx.add(at, i, low)
	return i
}

// add appends the word text[start:end], looked up as form.
func (lx *lexer) add(start, end int, form string) *word {
	low := lowerOf(form)
	w := word{start: start, end: end, low: low, upper: isUpperAt(lx.text, start), first: lx.brk}
	lx.brk = false
	if e, ok := lx.g.lexicon[low]; ok {
		w.id, w.class, w.num, w.tense = e.id, e.class, e.num, e.tense
	} else if w.tense == 0 {
		w.tense = tenseOfEnding(low)
	}
	lx.words = append(lx.words, w)
	return &lx.words[len(lx.words)-1]
}

func isUpperAt(s string, at int) bool {
	if c := s[at]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return unicode.IsUpper(r)
}

// lowerOf is the form in lower case with plain apostrophes; a form that is so
// already is returned as it is.
func lowerOf(form string) string {
	plain := true
	for i := 0; i < len(form) && plain; i++ {
		c := form[i]
		plain = c < utf8.RuneSelf && (c < 'A' || c > 'Z')
	}
	if plain {
		return form
	}
	return strings.ReplaceAll(strings.ToLower(form), "’", "'")
}
