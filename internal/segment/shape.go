package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// rule reports whether a line is drawn, not written: -----, * * *, =====.
func rule(s string) bool {
	if len(s) < 2 {
		return false
	}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsPunct(r) && !strings.ContainsRune("-_*=~#.+•·—–/\\|<>", r) {
			return s[0] == 'x' && strings.Trim(s, "x") == "" && len(s) > 10
		}
	}
	return true
}

// structural reports whether a line is a unit by itself: a drawn rule or a field
// of a header.
func structural(s string) bool {
	return rule(s) || headerLine(s) || itemNumber(s) > 0 && len(s) < 12 || ender(s) || postmark(s)
}

// listItem reports whether a line opens an item of a list.
func listItem(s string) bool {
	for _, p := range []string{"- ", "* ", "• ", "· ", "-- ", "– ", "— ", "o ", "+ ", "● ", "■ ", "► "} {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return itemNumber(s) > 0
}

// itemNumber is how many bytes the number of a digest's item takes: "1. ", "[01] ",
// "(3) ", "2) ", "#4", "IV. ", "A. ".
func itemNumber(s string) int {
	if s == "" {
		return 0
	}
	open := skip(s, "[", "(", "#")
	_, n := number(s[open:])
	if n == 0 && open == 0 {
		n = roman(s)
	}
	if n == 0 || n > 3 {
		return 0
	}
	end := open + n
	closer := skip(s[end:], "]", ")", ".", ":")
	switch {
	case open > 0 && s[0] == '#':
		end += closer
	case closer == 0 || open > 0 && s[end] == '.':
		return 0
	default:
		end += closer
	}
	if end < len(s) && s[end] != ' ' && s[end] != '\t' && !(s[0] == '[' && capital(s[end])) {
		return 0
	}
	for end < len(s) && s[end] == ' ' {
		end++
	}
	return end
}

func roman(s string) int {
	n := 0
	for n < len(s) && n < 5 && strings.IndexByte("IVX", s[n]) >= 0 {
		n++
	}
	if n < len(s) && s[n] == '.' {
		return n
	}
	return 0
}

// headingText reports whether s could be a headline: short, starting with a
// capital, and no sentence with a full stop.
func headingText(s string) bool {
	if s == "" || len(s) > 200 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«[(.…"))
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && (unicode.IsLower(r) || !unicode.IsLetter(r)) {
		return false
	}
	if !upperCase(s) && sentences(s) {
		return false
	}
	last := lastRune(strings.TrimRight(s, "\"'”’»)"))
	if last == '.' {
		return upperCase(s) || strings.HasSuffix(s, "...") || endsInitial(s)
	}
	return last != ':' && last != ';' && last != ','
}

// sentences reports whether s holds the end of a sentence that more follows: a
// further sentence, or a source in brackets.
func sentences(s string) bool {
	for i := 8; i+2 < len(s); i++ {
		if strings.IndexByte(".!?", s[i]) >= 0 && (sentenceEndAt(s, 0, i) || s[i+1] == ' ' && s[i+2] == '/') {
			return s[i] == '.' || i+2 < len(s) && strings.IndexByte("\"'", s[i+1]) < 0
		}
	}
	return false
}

// endsInitial reports whether s ends with a letter and a full stop, as "U.S." does.
func endsInitial(s string) bool {
	n := len(s)
	return n > 3 && s[n-1] == '.' && letter(s[n-2]) && (s[n-3] == '.' || s[n-3] == ' ')
}

// upperCase reports whether all letters are capitals and there are some.
func upperCase(s string) bool {
	some := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			some++
		}
	}
	return some >= 2
}

// furnitureStarts are how lines begin that lead a reader around.
var furnitureStarts = []string{"return to ", "back to ", "go to ", "go back", "next item", "[next item", "previous ", "next article", "table of contents",
	"contents", "print this", "printer-friendly", "email this", "e-mail this", "send this", "share this", "share on", "click here", "skip to ",
	"copyright", "(c) ", "© ", "all rights reserved", "home |", "home page", "top of page", "read more", "continue reading", "advertisement",
	"subscribe", "sign up", "follow us", "related ", "page ", "last updated", "accessibility links", "search ", "menu", "log in", "to subscribe",
	"to unsubscribe", "unsubscribe", "http://", "https://", "www.", "for more information", "view as ", "more...", "loading",
	"compact version", "directory - ", "tweet", "facebook", "save this", "post a comment", "comments", "*return", "<<", ">>", "produced by"}

// furniture reports whether a short block leads around and tells nothing.
func furniture(s string) bool {
	if len(s) > 160 {
		return false
	}
	low := strings.ToLower(strings.TrimLeft(s, "*[_< "))
	for _, p := range furnitureStarts {
		if strings.HasPrefix(low, p) {
			return furnitureRest(low, p)
		}
	}
	return rule(s) || ender(s) || strings.Count(s, "|") >= 2 || strings.Count(s, "][") >= 1 || low == "more" || low == "nnnn" || low == "end" || low == "-30-" ||
		strings.HasPrefix(low, "-- end") || low == "###" || low == "endit" || low == "ends"
}

// furnitureRest keeps sentences out that happen to begin like furniture.
func furnitureRest(low, p string) bool {
	switch p {
	case "page ":
		_, n := number(low[5:])
		return n > 0 && len(low) < 20
	case "contents", "menu", "comments", "tweet", "facebook", "loading":
		return len(low) < len(p)+12
	case "related ", "search ", "previous ", "subscribe":
		return len(low) < 40 && !strings.HasSuffix(low, ".")
	}
	return len(low) < 100 || strings.Contains(low, "rights reserved") || strings.Contains(low, "copyright")
}

// noteStarts are how the notes of a digest's editors begin.
var noteStarts = []string{"[ed. note", "[ed note", "[editor's note", "[editors' note", "[note:", "[ed.:", "(ed. note", "(editor's note", "[editor:",
	"[eds:", "(eds:", "editor's note:", "ed. note:", "(editors:", "[translator's note", "(description of source", "[description of source", "[correction", "{ed. note"}

// noteStart reports whether s begins an editor's note.
func noteStart(s string) bool {
	if len(s) < 6 {
		return false
	}
	low := strings.ToLower(s[:min(len(s), 24)])
	for _, p := range noteStarts {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return false
}

// enders are lines after which nothing of the same report comes.
var enders = []string{"return to top", "back to top", "top of page", "nnnn", "-30-", "endit", "-- end", "(end)", "end item", "*return"}

// ender reports whether a line of furniture ends a report.
func ender(s string) bool {
	low := strings.Trim(strings.ToLower(s), "()[]|*<> _")
	for _, p := range enders {
		if p = strings.Trim(p, "()*"); strings.HasPrefix(low, p) && len(low) < len(p)+16 {
			return true
		}
	}
	return countOf(low) || postmark(s) || low == "" && strings.HasPrefix(s, "###") || len(s) < 8 && len(s) > 1 && itemNumber(s) == len(s)
}

// postmark reports whether a line is the first of a letter in a file of mail:
// "From ann@example.org Fri Feb 18 09:00:00 2000".
func postmark(s string) bool {
	rest, ok := strings.CutPrefix(s, "From ")
	i := strings.IndexByte(rest, ' ')
	return ok && i > 0 && strings.Contains(rest[:i], "@") && weekdayAt(strings.TrimLeft(rest[i:], " ")) > 0
}

// countOf reports whether a line counts documents: "2 of 25 documents".
func countOf(low string) bool {
	_, n := number(strings.TrimPrefix(low, "document "))
	return n > 0 && strings.Contains(low, " of ") && len(low) < 30 && (strings.Contains(low, "document") || strings.Contains(low, "article"))
}

// aside reports whether a whole block stands in brackets.
func aside(s string) bool {
	return len(s) > 2 && (s[0] == '(' && s[len(s)-1] == ')' && strings.Count(s, "(") == 1 || s[0] == '[' && s[len(s)-1] == ']' && strings.Count(s, "[") == 1)
}
