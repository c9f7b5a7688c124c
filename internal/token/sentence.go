package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// sentences cuts the words of a paragraph into sentences. A heading is one.
func sentences(text string, ws []dateline.Token, heading bool) [][]dateline.Token {
	var out [][]dateline.Token
	start := 0
	for i := 0; i < len(ws); i++ {
		if heading || !ends(ws, i) {
			continue
		}
		last := trail(text, ws, i)
		if last+1 >= len(ws) {
			break
		}
		if begins(text, ws, i, last+1) {
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
	if titles[w] || (initial(w) || w == "I") && !strings.Contains(w, ".") {
		return false
	}
	if strings.Contains(w, ".") && i+1 < len(ws) {
		return starters[ws[i+1].Form] || !upper(w)
	}
	return true
}

// starters are words that begin sentences far more often than names.
var starters = set("The He She It They We I In On At But And A An This That These Those His Her Its Their There After Before When While If As For However Meanwhile Both Some Many Most Officials President Under Since Although Despite Last Earlier Also \" “ `` ''")

// trail is the last of the quote marks and brackets that close after word i.
func trail(text string, ws []dateline.Token, i int) int {
	for i+1 < len(ws) && ws[i+1].Span.Start == ws[i].Span.End && closes(ws[i+1].Form) {
		i++
	}
	return i
}

func closes(f string) bool {
	switch f {
	case `"`, "”", "’", "'", "''", ")", "]", "»", "›", "}":
		return true
	}
	return false
}

// begins reports whether word k begins a sentence after the end mark at word i.
func begins(text string, ws []dateline.Token, i, k int) bool {
	if ws[k].Span.Start == ws[k-1].Span.End && !glued(ws, i, k) {
		return false
	}
	f := ws[k].Form
	r, _ := utf8.DecodeRuneInString(f)
	mark := strings.HasSuffix(ws[i].Form, ".") && len(ws[i].Form) > 1 && strings.Trim(ws[i].Form, ".") != ""
	switch {
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return !mark || !abbreviationGoesOn(ws, i, k)
	case unicode.IsLower(r):
		return false
	case unicode.IsDigit(r):
		return !mark && (ws[i].Form != "." || !numbered(ws, i))
	case opens(f):
		return !mark && (k+1 >= len(ws) || !lowerFirst(ws[k+1].Form))
	}
	return unicode.IsLetter(r) || strings.HasPrefix(f, "-") && !lowerFirst(after(ws, k))
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
	switch w {
	case "a.m", "p.m": // "5 p.m. Wednesday", "5 p.m. EST"
		return dayNames[ws[k].Form] || zones[ws[k].Form]
	case "etc", "inc", "ltd", "corp", "co", "jr", "sr":
		return w != "etc" && k+1 < len(ws)
	}
	return true
}

// dayNames and zones follow the hour of a day.
var (
	dayNames = set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec.")
	zones    = set("GMT UTC BST CET CEST EET MSK EST EDT ET CST CDT CT MST MDT MT PST PDT PT JST KST HKT SGT IST Eastern Pacific Central Moscow Beijing Greenwich")
)

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
