package segment

import (
	"strings"

	"github.com/dateline/dateline"
)

// opening is a dateline at the start of a block: "Pyongyang, February 9 (KCNA) --".
type opening struct {
	end    int // where the text starts, in the view
	weak   bool
	fields fields
}

// dateline reads a dateline at the start of a block.
func (s *Segmenter) dateline(v *view) (opening, bool) {
	text := v.s[:min(len(v.s), 240)]
	if text == "" || !datelineStart(text) {
		return opening{}, false
	}
	p := datelineParser{s: s, v: v, text: text}
	return p.parse()
}

// datelineStart turns most blocks away at little cost.
func datelineStart(text string) bool {
	if !capital(text[0]) && !digit(text[0]) && text[0] != '(' && text[0] != '[' && text[0] != '/' {
		return false
	}
	head := text[:min(len(text), 130)]
	return strings.ContainsAny(head, "([/") || strings.Contains(head, "--") || strings.Contains(head, " - ") ||
		strings.Contains(head, " _ ") || strings.Contains(head, ": ") || strings.Contains(head, ". ")
}

// datelineParser reads place, date, agency and the mark that ends a dateline.
type datelineParser struct {
	s                     *Segmenter
	v                     *view
	text                  string
	at                    int
	f                     fields
	placeUpper, bracketed bool
}

func (p *datelineParser) parse() (opening, bool) {
	p.at += skip(p.text, "[Text] ", "[Excerpt] ", "[Excerpts] ", "(Text) ", "TEXT: ")
	p.prefixAgency()
	p.place()
	for p.part() {
	}
	end := p.terminator()
	if end < 0 {
		return opening{}, false
	}
	o := opening{end: end, fields: p.f}
	hasDate, hasAgency, hasPlace := !p.f.date.zero(), p.f.outlet.Name != "", p.f.place.text != ""
	dash := p.dashed(end)
	switch {
	case p.bracketed && hasAgency && (p.f.known() && (hasPlace || hasDate) || hasDate && dash):
	case p.f.known() && hasDate && hasPlace:
	case hasDate && hasPlace && (dash || p.placeUpper):
	case hasPlace && p.placeUpper && dash && !strings.Contains(p.text[p.at:end], ":") && mixedCase(p.text[end:]):
		o.weak = true
	default:
		return opening{}, false
	}
	return o, true
}

// prefixAgency reads "(AP) SEOUL" or "Xinhua, Beijing, May 12".
func (p *datelineParser) prefixAgency() {
	rest := p.text[p.at:]
	if rest != "" && (rest[0] == '(' || rest[0] == '[') {
		if n := p.bracket(); n > 0 {
			p.at += n
			p.at += skip(p.text[p.at:], " -- ", " - ", " ")
		}
		return
	}
	i := strings.IndexAny(rest, ",(")
	if i > 0 && rest[i] == ',' && i < 40 {
		if o, ok := p.s.outlets.Lookup(rest[:i]); ok {
			p.f.outlet, p.f.outletSpan = o, p.v.span(p.at, p.at+i)
			p.at += i + 1 + skip(rest[i+1:], " ")
		}
	}
}

// place reads capitalised words up to the date, the bracket or the dash.
func (p *datelineParser) place() {
	start, end := p.at, p.at
	for words := 0; words < 9; words++ {
		i := end
		for i < len(p.text) && strings.IndexByte(" ,/;.", p.text[i]) >= 0 {
			i++
		}
		if i >= len(p.text) || i > end && p.stops(end, i) {
			break
		}
		j := i
		for j < len(p.text) && (letter(p.text[j]) || p.text[j] >= 0x80 || p.text[j] == '\'' || p.text[j] == '-' && !strings.HasPrefix(p.text[j:], "--") || p.text[j] == '.' && p.inAbbreviation(i, j)) {
			j++
		}
		word := p.text[i:j]
		if word == "" || word == "-" || !capital(word[0]) && !connectors[word] {
			break
		}
		end = j
	}
	for end > start && (p.text[end-1] == '-' || p.text[end-1] == ' ') {
		end--
	}
	name := p.text[start:end]
	if name == "" || !nameLike(name, 8) {
		return
	}
	p.f.place = p.v.valueAt(start, end)
	p.placeUpper = upperFirst(name)
	p.at = end
}

// upperFirst reports whether the first name of a place is in capitals.
func upperFirst(s string) bool {
	s, _, _ = strings.Cut(s, ",")
	s, _, _ = strings.Cut(s, "/")
	return len(s) >= 3 && upperCase(s)
}

// inAbbreviation reports whether the full stop at j belongs to the word from i:
// "St.", "U.N.", "D.C.".
func (p *datelineParser) inAbbreviation(i, j int) bool {
	w := p.text[i:j]
	return abbreviations[w] || w == "ST" || strings.Contains(w, ".") || len(w) == 1 || j+1 < len(p.text) && letter(p.text[j+1])
}

// stops reports whether the words of the place end before byte i.
func (p *datelineParser) stops(end, i int) bool {
	if _, n := dateAt(p.text[i:]); n > 0 {
		return true
	}
	if strings.Contains(p.text[end:i], ".") || strings.Contains(p.text[end:i], ",") {
		name := p.agencyName(i)
		if name != "" {
			if _, ok := p.s.outlets.Lookup(name); ok {
				return true
			}
		}
		return strings.Contains(p.text[end:i], ". ") && !p.placeAbbreviation(end)
	}
	return false
}

func (p *datelineParser) placeAbbreviation(end int) bool { return false }

// agencyName is the run of words at byte i up to a mark.
func (p *datelineParser) agencyName(i int) string {
	j := i
	for j < len(p.text) && (letter(p.text[j]) || p.text[j] == ' ' || p.text[j] == '-' && j+1 < len(p.text) && letter(p.text[j+1]) || p.text[j] >= 0x80) {
		j++
	}
	return strings.TrimSpace(p.text[i:j])
}

// part reads one more date or agency.
func (p *datelineParser) part() bool {
	i := p.at + skip(p.text[p.at:], ", ", ". ", " ", ",")
	if i >= len(p.text) {
		return false
	}
	if d, n := dateAt(p.text[i:]); n > 0 && p.f.date.zero() {
		p.f.date, p.f.dateSpan = d, p.v.span(i, i+n)
		p.at = i + n
		return true
	}
	if c := p.text[i]; c == '(' || c == '[' || c == '/' {
		p.at = i
		n := p.bracket()
		p.at += n
		return n > 0
	}
	if i > p.at && p.f.outlet.Name == "" {
		name := p.agencyName(i)
		if o, ok := p.s.outlets.Lookup(name); ok {
			p.f.outlet, p.f.outletSpan = o, p.v.span(i, i+len(name))
			p.at = i + len(name)
			return true
		}
	}
	return false
}

// bracket reads an agency in brackets or between slashes, with or without a
// date, and returns how many bytes it takes.
func (p *datelineParser) bracket() int {
	rest := p.text[p.at:]
	closer := map[byte]string{'(': ")", '[': "]", '/': "/"}[rest[0]]
	i := strings.Index(rest[1:], closer)
	if i < 2 || i > 60 {
		return 0
	}
	inner := strings.TrimSpace(rest[1 : 1+i])
	f := fields{}
	start := p.at + 1
	if d, at, n := dateWithin(inner); n > 0 {
		f.date, f.dateSpan = d, p.v.span(start+at, start+at+n)
		inner = strings.Trim(inner[:at], " ,-")
	}
	if o, ok := lookupAll(p.s.outlets, inner); ok {
		f.outlet = o
	} else if agencyLike(inner) {
		f.outlet = dateline.Outlet{Name: inner}
	} else if inner != "" || f.date.zero() {
		return 0
	}
	if f.outlet.Name != "" && (p.f.outlet.Name == "" || f.known()) {
		p.f.outlet, p.f.outletSpan, p.bracketed = f.outlet, p.v.span(start, start+len(inner)), true
	}
	if !f.date.zero() && p.f.date.zero() {
		p.f.date, p.f.dateSpan = f.date, f.dateSpan
	}
	return i + 2
}

// dateWithin finds a date that starts at a word of s.
func dateWithin(s string) (d date, at, n int) {
	for i := range len(s) {
		if i == 0 || s[i-1] == ' ' || s[i-1] == ',' {
			if d, n := dateAt(s[i:]); n > 0 {
				return d, i, n
			}
		}
	}
	return date{}, 0, 0
}

// agencyLike reports whether words in brackets could name an agency.
func agencyLike(s string) bool {
	return len(s) >= 2 && len(s) <= 40 && nameLike(s, 4) && !strings.ContainsAny(s, "0123456789:;\"")
}

// terminator is where the text starts after the mark that ends a dateline, -1
// where none stands.
func (p *datelineParser) terminator() int {
	rest := p.text[p.at:]
	trimmed := strings.TrimLeft(rest, " ,.")
	i := p.at + len(rest) - len(trimmed)
	n := skip(trimmed, "-- ", "--", "- ", "_ ", ": ", "-: ", ":- ", ".- ", "= ", "| ", "/ ")
	if n > 0 {
		return i + n
	}
	if mark := strings.TrimLeft(trimmed, "-_"); p.bracketed && len(mark) < len(trimmed) && (mark == "" || capital(mark[0]) || mark[0] == '"') {
		return len(p.text) - len(mark) // the text is glued on, or starts on the next line
	}
	if p.at == 0 || p.at >= len(p.text) {
		return -1
	}
	ended := p.bracketed || strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, "/")
	if ended && i < len(p.text) && (capital(p.text[i]) || p.text[i] == '"' || digit(p.text[i])) && i > p.at {
		return i
	}
	return -1
}

// dashed reports whether the dateline ends with a dash.
func (p *datelineParser) dashed(end int) bool {
	mark := strings.TrimSpace(p.text[p.at:end])
	return strings.ContainsAny(mark, "-_") || strings.HasPrefix(mark, ":")
}
