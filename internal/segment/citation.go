package segment

import (
	"strings"

	"github.com/dateline/dateline"
)

// cite is a citation in a block: OUTLET ("HEADLINE," Place, page, date). Offsets
// are into the view.
type cite struct {
	start       int // of the words that name the outlet, or of the bracket
	open, close int // the bracket and the byte after it
	inSentence  bool
	dayOnly     bool // the bracket holds nothing but a day
	fields      fields
}

// maxGroup is the longest bracket that is read as a citation, in bytes.
const maxGroup = 700

// citations finds the citations of a block in order.
func (s *Segmenter) citations(v *view) []cite {
	var out []cite
	var stack [4]int
	depth, last := 0, 0
	for i := 0; i < len(v.s); i++ {
		switch v.s[i] {
		case '(':
			if depth < len(stack) {
				stack[depth] = i
			}
			depth++
		case ')':
			if depth == 0 {
				continue
			}
			depth--
			if depth >= len(stack) || i-stack[depth] > maxGroup {
				continue
			}
			if c, ok := s.citation(v, last, stack[depth], i+1); ok {
				out = append(out, c)
				last, depth = i+1, 0
			}
		}
	}
	return out
}

// citation reads the bracket v.s[open:close] and the words before it, down to
// byte floor, where the citation before this one ends.
func (s *Segmenter) citation(v *view, floor, open, close int) (cite, bool) {
	c := cite{start: open, open: open, close: close}
	inner, ok := s.group(v, open+1, close-1)
	if !ok {
		return c, false
	}
	quoted := inner.headline.text != ""
	start, bounded := phraseStart(v.s, floor, open)
	by, named := fields{}, false
	if bounded && quoted || bounded && open-start < 60 {
		by, named = s.source(v, start, open)
	}
	if named && !by.known() && !quoted {
		named = false
	}
	switch {
	case named:
		c.start = start
	case quoted || inner.known():
		c.inSentence = strings.TrimSpace(v.s[start:open]) != ""
		if c.inSentence && bounded && nameLike(v.s[start:open], 14) {
			c.start, c.inSentence = start, false
		}
		if hits := s.outlets.Find(v.s[start:open]); len(hits) > 0 && !inner.known() {
			h := hits[len(hits)-1]
			by.outlet, by.outletSpan = h.Outlet, v.span(start+h.Span.Start, start+h.Span.End)
		}
	default:
		hits := s.outlets.Find(v.s[start:open])
		if a, b := describedOutlet(v.s, start, open); len(hits) == 0 && a < b && !inner.date.zero() {
			c.fields, c.inSentence, c.dayOnly = inner, true, true
			c.fields.outlet, c.fields.outletSpan = dateline.Outlet{Name: v.s[a:b]}, v.span(a, b)
			return c, true
		}
		if n := len(hits); n == 0 || inner.date.zero() || strings.Trim(v.s[start+hits[n-1].Span.End:open], " ,") != "" {
			return c, false
		}
		h := hits[len(hits)-1]
		by.outlet, by.outletSpan, c.inSentence = h.Outlet, v.span(start+h.Span.Start, start+h.Span.End), true
	}
	if inner.date.zero() && (!quoted || !by.known() && !inner.known()) {
		return c, false
	}
	c.dayOnly = !quoted && !inner.known() && inner.place.text == ""
	c.fields = mergeCitation(by, inner)
	return c, c.fields.outlet.Name != "" || quoted
}

// describedOutlet is the name that a noun says is an outlet's, right before the
// bracket at open: "daily Halkin Sesi newspaper (", "the weekly Karavan (".
func describedOutlet(s string, start, open int) (a, b int) {
	const kinds = " newspaper daily weekly magazine website portal agency television TV radio channel "
	b = open
	words := strings.Fields(s[start:open])
	n := len(words)
	kind := n > 0 && strings.Contains(kinds, " "+words[n-1]+" ")
	if kind {
		b = start + strings.LastIndex(s[start:open], words[n-1])
		n--
	}
	k := n
	for k > 0 && n-k < 4 && capital(words[k-1][0]) && (k > 1 || n-k == 0 || !outletAdjectives[words[0]]) {
		k--
	}
	if k == n || !kind && (k == 0 || !strings.Contains(kinds, " "+words[k-1]+" ")) {
		return 0, 0
	}
	b = start + len(strings.TrimRight(s[start:b], " "))
	name := strings.Join(words[k:n], " ")
	return b - len(name), b
}

// mergeCitation joins what stands before a bracket with what stands in it.
func mergeCitation(by, inner fields) fields {
	f := inner
	switch {
	case by.outlet.Name != "" && (by.known() || !inner.known()):
		if inner.known() && inner.outlet.ID != by.outlet.ID {
			f.agency, f.agencySpan = inner.outlet, inner.outletSpan
		}
		f.outlet, f.outletSpan = by.outlet, by.outletSpan
	}
	if by.agency.Name != "" {
		f.agency, f.agencySpan = by.agency, by.agencySpan
	}
	if by.author.text != "" {
		f.author = by.author
	}
	return f
}

// group reads the inside of a bracket: [author,] "HEADLINE," [outlet,] [place,]
// [page,] date [, page]. ok is false where it is no citation.
func (s *Segmenter) group(v *view, a, b int) (f fields, ok bool) {
	text := v.s[a:b]
	if len(text) < 4 || text[0] != '"' && !strings.ContainsAny(text, "0123456789") {
		return f, false
	}
	if d, ok := monthDay(text); ok {
		f.date, f.dateSpan = d, v.span(a, b)
		return f, true
	}
	first, last := strings.IndexByte(text, '"'), strings.LastIndexByte(text, '"')
	if first < 0 {
		first, last = singleQuotes(text)
	}
	from := a
	if first >= 0 {
		if last <= first {
			return f, false
		}
		h := strings.TrimRight(text[first+1:last], " ,")
		f.headline = v.valueAt(a+first+1, a+first+1+len(h))
		if !s.beforeHeadline(v, a, a+first, &f) {
			return f, false
		}
		from = a + last + 1
	}
	if !s.list(v, from, b, &f) {
		return f, false
	}
	return f, !f.date.zero() || f.headline.text != "" || f.known() && (f.place.text != "" || f.page.text != "")
}

// monthDay reads a bracket that holds nothing but a month and a day: "3/14".
func monthDay(s string) (date, bool) {
	month, n := number(s)
	if n == 0 || n > 2 || n >= len(s) || s[n] != '/' {
		return date{}, false
	}
	day, m := number(s[n+1:])
	d := date{month: month, day: day}
	return d, m > 0 && m <= 2 && n+1+m+rangeAt(s[n+1+m:]) == len(s) && d.valid()
}

// singleQuotes finds a headline in single quotes, -1 where there is none.
func singleQuotes(text string) (first, last int) {
	first = strings.IndexByte(text, '\'')
	last = max(strings.LastIndex(text, ",'"), strings.LastIndex(text, "',")-1, strings.LastIndex(text, "' ")-1) + 1
	if first < 0 || first > 0 && text[first-1] != ' ' || last <= first+3 {
		return -1, -1
	}
	return first, last
}

// beforeHeadline reads what stands in the bracket before the headline: an
// outlet, or authors.
func (s *Segmenter) beforeHeadline(v *view, a, b int, f *fields) bool {
	for b > a && (v.s[b-1] == ' ' || v.s[b-1] == ',' || v.s[b-1] == ':') {
		b--
	}
	if a >= b {
		return true
	}
	words := v.s[a:b]
	if o, ok := s.outlets.Lookup(words); ok {
		f.outlet, f.outletSpan = o, v.span(a, b)
		return true
	}
	if i := strings.LastIndex(words, ", "); i > 0 {
		if o, ok := s.outlets.Lookup(words[i+2:]); ok {
			f.outlet, f.outletSpan = o, v.span(a+i+2, b)
			b = a + i
		} else if o, ok := s.outlets.Lookup(words[:i]); ok {
			f.outlet, f.outletSpan = o, v.span(a, a+i)
			a += i + 2
		}
	}
	a += skip(v.s[a:b], "by ", "By ", "BY ")
	if !nameLike(strings.ReplaceAll(v.s[a:b], ",", ""), 14) {
		return false
	}
	f.author = v.valueAt(a, b)
	return true
}

// phraseStart finds where the words that name the outlet of a bracket at open
// start: after the end of the sentence before it, even where that is glued on.
// bounded is false where no start is found near enough.
func phraseStart(s string, floor, open int) (start int, bounded bool) {
	low := max(floor, open-180)
	for i := open - 1; i > low; i-- {
		if sentenceEndAt(s, low, i) {
			for i < open && strings.IndexByte(" \"')].!?", s[i]) >= 0 {
				i++
			}
			return i, true
		}
	}
	start = low
	start += skip(s[start:open], ", and ", " and ", "; and ", ", ", "; ", ". ", " ")
	return start, low == floor
}

// sentenceEndAt reports whether s[i] ends a sentence.
func sentenceEndAt(s string, low, i int) bool {
	switch s[i] {
	case '.', '!', '?':
	default:
		return false
	}
	j := i + 1
	for j < len(s) && strings.IndexByte("\"')]", s[j]) >= 0 {
		j++
	}
	glued := j < len(s) && s[j] != ' '
	for j < len(s) && s[j] == ' ' {
		j++
	}
	if j >= len(s) || !capital(s[j]) && s[j] != '"' && s[j] != '(' && s[j] != '[' {
		return false
	}
	k := i
	for k > low && (letter(s[k-1]) || s[k-1] >= 0x80) {
		k--
	}
	word := s[k:i]
	switch {
	case len(word) == 1 && capital(word[0]): // an initial or U.S.
		return false
	case glued && i+1 < len(s) && capital(s[i+1]):
		return len(word) > 2 && !capital(word[1])
	}
	return !abbreviations[word]
}

// abbreviations are words whose full stop ends no sentence.
var abbreviations = map[string]bool{"St": true, "Dr": true, "Mr": true, "Mrs": true, "Ms": true, "Gen": true, "Lt": true,
	"Col": true, "Maj": true, "Sgt": true, "Capt": true, "Adm": true, "Sen": true, "Rep": true, "Gov": true, "Prof": true,
	"Jr": true, "Sr": true, "No": true, "vs": true, "Ft": true, "Mt": true, "Sec": true, "Amb": true, "Liet": true, "Lieut": true,
	"Ed": true, "Hon": true, "Rev": true}

// outletAdjectives are words that begin a sentence before an outlet's name and do
// not belong to it.
var outletAdjectives = map[string]bool{"The": true, "Local": true, "State": true, "Private": true, "Independent": true, "Official": true}
