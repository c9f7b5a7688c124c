package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// longest is how many words a sentence holds at most. What goes on without an end for
// longer is no prose, and it is cut between words so that its analysis stays small.
const longest = 5_000

// sentences cuts the words of a paragraph into sentences. A heading is one.
func sentences(ws []dateline.Token, heading bool) [][]dateline.Token {
	var out [][]dateline.Token
	start := 0
	for i := 0; i < len(ws); i++ {
		if n := i + 1 - start; n >= longest && i+1 < len(ws) && (!glues(ws, i+1) || n >= 2*longest) {
			out = append(out, ws[start:i+1])
			start = i + 1
			continue
		}
		if heading || !ends(ws, i) {
			continue
		}
		last := trail(ws, i)
		if last+1 >= len(ws) {
			break
		}
		if begins(ws, i, last+1) {
			out = append(out, ws[start:last+1])
			start, i = last+1, last
		}
	}
	if start < len(ws) {
		out = append(out, ws[start:])
	}
	return out
}

// ends reports whether a sentence may end with word i.
func ends(ws []dateline.Token, i int) bool {
	f := ws[i].Form
	switch f[len(f)-1] {
	case '!', '?':
		return true
	case '.':
		return strings.Trim(f, ".") == "" || mayEnd(ws, i)
	}
	return f == "…"
}

// mayEnd says whether a word that holds its full stop may end a sentence: a title
// never does, nor does an initial before a name.
func mayEnd(ws []dateline.Token, i int) bool {
	w := strings.TrimSuffix(ws[i].Form, ".")
	if title(w) || never[w] || numbering[strings.ToLower(w)] || (initial(w) || w == "I") && !strings.Contains(w, ".") {
		return false
	}
	if strings.Contains(w, ".") && i+1 < len(ws) {
		return starters[ws[i+1].Form] || !upper(w)
	}
	return true
}

// never end a sentence: for example, that is, against.
var never = set("e.g i.e cf viz vs")

// starters are words that begin sentences far more often than names.
var starters = set("The He She It They We I In On At But And A An This That These Those His Her Its Their There After Before When While If As For However Meanwhile Both Some Many Most Officials Under Since Although Despite Last Earlier Also \" “ `` ''")

// trail is the last of the quote marks, brackets and note numbers ("[12]") that
// close after word i.
func trail(ws []dateline.Token, i int) int {
	for i+1 < len(ws) && glues(ws, i+1) {
		switch {
		case closes(ws[i+1].Form):
			i++
		case i+3 < len(ws) && ws[i+1].Form == "[" && digit(ws[i+2].Form[0]) && ws[i+3].Form == "]" && glues(ws, i+2) && glues(ws, i+3):
			i += 3
		default:
			return i
		}
	}
	return i
}

// glues reports whether no space stands before word i.
func glues(ws []dateline.Token, i int) bool { return ws[i].Span.Start == ws[i-1].Span.End }

func closes(f string) bool {
	switch f {
	case `"`, "”", "’", "'", "''", ")", "]", "»", "›", "}":
		return true
	}
	return false
}

// begins reports whether word k begins a sentence after the end mark at word i.
func begins(ws []dateline.Token, i, k int) bool {
	if glues(ws, k) && !glued(ws, i, k) {
		return false
	}
	f := ws[k].Form
	r, _ := utf8.DecodeRuneInString(f)
	mark := strings.HasSuffix(ws[i].Form, ".") && len(ws[i].Form) > 1 && strings.Trim(ws[i].Form, ".") != ""
	switch {
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return !mark || !abbreviationGoesOn(ws, i, k)
	case unicode.IsLower(r):
		return k == i+1 && smallGoesBefore(ws, i)
	case unicode.IsDigit(r):
		return !mark && (ws[i].Form != "." || !numbered(ws, i))
	case opens(f):
		return !mark && (k+1 >= len(ws) || !lowerFirst(ws[k+1].Form))
	}
	return unicode.IsLetter(r) || strings.HasPrefix(f, "-") && !lowerFirst(after(ws, k))
}

// smallGoesBefore reports whether the end mark at i follows a word in small
// letters that is no abbreviation: writers who use no capitals end sentences so.
func smallGoesBefore(ws []dateline.Token, i int) bool {
	mark := ws[i].Form
	if i == 0 || mark != "." && mark != "?" && mark != "!" {
		return false
	}
	prev := ws[i-1].Form
	return len(prev) > 3 && !glues(ws, i+1) && strings.IndexFunc(prev, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

func after(ws []dateline.Token, k int) string {
	if k+1 < len(ws) {
		return ws[k+1].Form
	}
	return ""
}

// glued reports whether a sentence may begin without a space: a capital after a
// full stop that follows a word of small letters ("explained.The").
func glued(ws []dateline.Token, i, k int) bool {
	if ws[i].Form != "." || i == 0 || k != i+1 {
		return k > i+1 && ws[i].Form == "." && startsUpper(ws[k].Form)
	}
	prev := ws[i-1].Form
	return len(prev) > 2 && strings.ToLower(prev) == prev && startsUpper(ws[k].Form) && len(ws[k].Form) > 1
}

// abbreviationGoesOn reports whether the capital after an abbreviation rather
// belongs to the same sentence: "Corp. President", "Jan. 5", "U.S. Senate".
func abbreviationGoesOn(ws []dateline.Token, i, k int) bool {
	if starters[ws[k].Form] {
		return false
	}
	w := strings.ToLower(strings.TrimSuffix(ws[i].Form, "."))
	if units[w] {
		return false
	}
	switch w {
	case "a.m", "p.m":
		return clockGoesOn(ws, k)
	case "etc", "inc", "ltd", "corp", "co", "jr", "sr":
		return w != "etc" && k+1 < len(ws)
	}
	return true
}

// clockGoesOn reports whether word k tells more of a time of day: "a.m. Friday",
// "p.m. EST", "a.m. Moscow time".
func clockGoesOn(ws []dateline.Token, k int) bool {
	f := ws[k].Form
	return calendar[f] || upper(f) && len(f) > 1 && len(f) < 6 || strings.EqualFold(after(ws, k), "time") || strings.EqualFold(after(ws, k+1), "time")
}

// calendar are the names of days and months, and of zones that are no capitals.
var calendar = set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Mon. Tues. Wed. Thurs. Fri. Sat. Sun. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Eastern Pacific Central Greenwich Moscow Beijing")

// numbered reports whether the full stop at i ends the number of a list item.
func numbered(ws []dateline.Token, i int) bool {
	return i > 0 && digit(ws[i-1].Form[0]) && len(ws[i-1].Form) <= 2
}

func opens(f string) bool {
	switch f {
	case `"`, "“", "‘", "'", "``", "`", "(", "[", "«", "„", "*", "#", "$", "£", "€":
		return true
	}
	return false
}

func lowerFirst(f string) bool {
	r, _ := utf8.DecodeRuneInString(f)
	return unicode.IsLower(r)
}

func startsUpper(f string) bool {
	r, _ := utf8.DecodeRuneInString(f)
	return unicode.IsUpper(r)
}
