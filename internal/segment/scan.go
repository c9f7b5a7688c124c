package segment

import (
	"strings"

	"github.com/dateline/dateline"
)

// unitKind is what a block is before it is known which report it belongs to.
type unitKind int

const (
	proseUnit unitKind = iota
	headingUnit
	furnitureUnit
	noteUnit
	sectionUnit // a heading over several items: "I. United States"
	itemUnit    // the numbered title of an item
	outletUnit  // the name of an outlet alone
	bylineUnit  // "By John Smith"
	headerUnit  // a field of a header
	dateUnit    // a date alone
)

// unit is a block with what the recognisers found in it. All spans are bytes of
// the document.
type unit struct {
	*block
	kind   unitKind
	head   string // the beginning, folded
	fields fields // of an outlet's name, a by-line, a date, a header field
	header header
	number int // of an item

	opening *fields // a dateline
	textAt  int     // where the text starts after the dateline or the item's number
	weak    bool
	cites   []citeSpan
	lead    *leadVerb
	caps    value   // a headline in capitals that runs into the text
	tag     *fields // the outlet's name at the end
	tagAt   int
	label   *fields       // the outlet's name at the start
	labelAt int           // where the text after it starts
	list    bool          // starts with a bullet
	signed  bool          // a by-line that names the outlet which the next text is from
	text    bool          // starts with "[Text]"
	tail    dateline.Span // an editor's note at the end

	listed     *fields   // a headline with its outlets in brackets
	listedAt   int       // where the brackets start
	listedSure bool      // they name an outlet that is known
	coverage   coverage  // the pages of a story in a press review, at the end
	signature  signature // of the item's author, at the end
}

// headBytes is how much of a block is folded to tell what it is; a block with a
// citation is folded whole.
const headBytes = 320

// scan turns blocks into units.
func (s *Segmenter) scan(text string, blocks []block) []unit {
	units := make([]unit, len(blocks))
	var v view
	for i := range blocks {
		u := &units[i]
		u.block = &blocks[i]
		limit := headBytes
		if bracketed(text[u.start():u.end()]) {
			limit = u.end() - u.start() + 1
		}
		v.load(text, u.block, limit)
		u.head = strings.Clone(v.s[:min(len(v.s), headBytes)])
		u.textAt = u.start()
		s.classify(u, &v)
	}
	return units
}

// bracketed reports whether a block may hold a citation: a bracket with a digit.
func bracketed(s string) bool {
	i := strings.IndexByte(s, '(')
	return i >= 0 && (strings.ContainsAny(s[i:], "0123456789") || strings.Contains(s, "(\"") || strings.Contains(s, "(“"))
}

func (s *Segmenter) classify(u *unit, v *view) {
	switch {
	case v.s == "":
		u.kind = furnitureUnit
	case noteStart(v.s):
		u.kind = noteUnit
	case s.headerField(u, v), s.bare(u, v), s.monitored(u, v), s.broadcast(u, v):
	case furniture(v.s):
		u.kind = furnitureUnit
	default:
		s.classifyText(u, v)
	}
}

// headerField reads a field of a header.
func (s *Segmenter) headerField(u *unit, v *view) bool {
	h, ok := readHeader(v.s)
	if !ok || !headerLine(v.s) {
		return false
	}
	u.kind, u.header = headerUnit, h
	val := v.valueAt(h.value, len(v.s))
	switch h.key {
	case "date":
		if d, at, n := dateWithin(val.text); n > 0 {
			u.fields.date, u.fields.dateSpan = d, v.span(h.value+at, h.value+at+n)
		}
	case "author":
		u.fields.author = val
	case "place":
		u.fields.place = val
		if d, at, n := dateWithin(val.text); n > 0 {
			u.fields.place = v.valueAt(h.value, h.value+len(strings.TrimRight(val.text[:at], " ,")))
			if at+n >= len(val.text)-1 {
				u.fields.date, u.fields.dateSpan = d, v.span(h.value+at, h.value+at+n)
			}
		}
	case "headline":
		u.fields.headline = val
	case "page":
		u.fields.page = val
	case "outlet":
		if f, ok := s.sourceLine(v, h.value); ok {
			u.fields = f
		}
	case "voiced": // a field of the scripts of one broadcaster alone
		u.fields.outlet, _ = s.outlets.Lookup("Voice of America")
		u.fields.outletSpan = v.span(0, len(v.s))
	case "text":
		u.textAt = u.end()
		if h.value < len(v.s) {
			u.textAt = v.span(h.value, len(v.s)).Start
		}
	}
	return true
}

// bare reads a block that is nothing but an outlet's name, a date or a by-line.
func (s *Segmenter) bare(u *unit, v *view) bool {
	if len(v.s) > 110 {
		return false
	}
	if d, n := dateAt(v.s); n > 0 && dateTail(v.s[n:]) {
		u.kind, u.fields.date, u.fields.dateSpan = dateUnit, d, v.span(0, n)
		return true
	}
	if d, at, n := dateWithin(v.s); n > 0 && issue(v.s) && dateTail(v.s[at+n:]) {
		u.kind, u.fields.date, u.fields.dateSpan = dateUnit, d, v.span(at, at+n)
		return true
	}
	if n := skip(v.s, "By ", "BY ", "by "); n > 0 && s.byline(u, v, n) {
		return true
	}
	return s.outletLine(u, v)
}

// dateTail reports whether what follows a date on its line adds nothing: the
// weekday, the edition, the time.
func dateTail(s string) bool {
	s = strings.Trim(s, " ,.:;-()")
	if s == "" || len(s) < 10 {
		return true
	}
	low := strings.ToLower(s)
	return len(s) < 50 && weekdayAt(s+" ") > 0 || len(s) < 40 && (strings.Contains(low, "edition") || strings.Contains(low, "gmt") || strings.Contains(low, "cycle"))
}

// outletLine reads a line that holds an outlet's name and at most place, date
// and page besides.
func (s *Segmenter) outletLine(u *unit, v *view) bool {
	a, b := 0, len(v.s)
	for a < b && strings.IndexByte("*_:=-[]( ", v.s[a]) >= 0 {
		a++
	}
	for b > a && strings.IndexByte("*_:=-[]) ", v.s[b-1]) >= 0 {
		b--
	}
	name := v.s[a:b]
	f := fields{}
	o, ok := s.outlets.Lookup(name)
	if !ok {
		i := strings.IndexAny(name, ",(-")
		if i < 2 {
			return false
		}
		if o, ok = s.outlets.Lookup(name[:i]); !ok || !s.list(v, a+i, len(strings.TrimRight(v.s, "): ")), &f) {
			return false
		}
		name = strings.TrimSpace(name[:i])
	}
	f.outlet, f.outletSpan = o, v.span(a, a+len(name))
	u.kind, u.fields = outletUnit, f
	return true
}

// byline reads "By John Smith, Associated Press Writer".
func (s *Segmenter) byline(u *unit, v *view, at int) bool {
	end := len(v.s)
	if i := strings.IndexAny(v.s[at:], ",;/|"); i > 0 {
		end = at + i
	}
	if i := strings.Index(v.s[at:end], " in "); i > 0 {
		end = at + i
	}
	name := v.s[at:end]
	if !nameLike(name, 8) || endsSentence(v.s) && len(v.s) > 60 {
		return false
	}
	u.kind = bylineUnit
	u.fields.author = v.valueAt(at, end)
	for _, h := range s.outlets.Find(v.s[end:]) {
		u.fields.outlet, u.fields.outletSpan = h.Outlet, v.span(end+h.Span.Start, end+h.Span.End)
		break
	}
	return true
}

// classifyText reads prose, headings and titles of items.
func (s *Segmenter) classifyText(u *unit, v *view) {
	if n := itemNumber(v.s); n > 0 && len(v.s) < 240 && len(v.s) > n && headingText(v.s[n:]) {
		u.kind = itemUnit
		if strings.IndexByte("IVX", v.s[0]) >= 0 {
			u.kind = sectionUnit
		}
		u.number, _ = number(strings.TrimLeft(v.s, "[(#"))
		u.fields.headline = v.valueAt(n, n+s.slugline(v, n, &u.fields))
		u.textAt = u.fields.headline.span.Start
		return
	}
	if u.coverage = coverageOf(v); u.coverage.at == 0 {
		u.cites = s.citeSpans(u, v)
	}
	u.list = listItem(v.s)
	u.text = skip(v.s, "[Text]", "[Excerpt", "[FBIS", "[passage omitted]") > 0
	if o, ok := s.dateline(v); ok {
		f := o.fields
		u.opening, u.weak = &f, o.weak
		u.textAt = v.span(o.end, len(v.s)).Start
		if o.end >= len(v.s) {
			u.textAt = u.end()
		}
		return
	}
	if f, at, sure := s.listedHeadline(v); at > 0 {
		u.listed, u.listedAt, u.listedSure = &f, v.off[at], sure
	}
	u.sign(v.text)
	if len(u.cites) == 0 && u.signature.at == 0 && u.coverage.at == 0 && headingText(v.s) {
		u.kind = headingUnit
		return
	}
	if l, ok := s.leadVerb(v); ok {
		u.lead = &l
	}
	u.tail = tailNote(v)
	s.marks(u, v)
}

// slugline reads the title of an item at byte n of the view that ends with its
// author and place: "FERRY NEEDS (L) BY LISA BROOK (GENEVA)". It returns the
// length of what is before these.
func (s *Segmenter) slugline(v *view, n int, f *fields) int {
	title := v.s[n:]
	i, open := strings.LastIndex(title, " BY "), strings.LastIndexByte(title, '(')
	if i < 4 || open < i || !strings.HasSuffix(title, ")") || !nameLike(title[i+4:open], 5) {
		return len(title)
	}
	f.author = v.valueAt(n+i+4, n+open)
	if place := strings.Trim(title[open:], "() "); placeLike(place) {
		f.place = v.valueAt(n+open+1, len(v.s)-1)
	}
	return i
}

// marks reads what counts only where a document does it again and again.
func (s *Segmenter) marks(u *unit, v *view) {
	if n := capsLead(v.s); n > 0 {
		u.caps = v.valueAt(itemNumber(v.s), len(strings.TrimSuffix(strings.TrimRight(v.s[:n], " "), ".")))
		u.textAt = v.span(n, len(v.s)).Start
	}
	if f, n, ok := s.label(v); ok {
		u.label, u.labelAt = &f, v.span(n, len(v.s)).Start
	}
	if len(u.cites) > 0 || u.coverage.at > 0 {
		return
	}
	if f, at, ok := s.tag(v); ok {
		u.tag, u.tagAt = &f, v.off[at]
	}
}
