package segment

import (
	"strings"

	"github.com/dateline/dateline"
)

// unnamedMedia are words that stand for outlets in a list of headlines: "Parliament
// meets (dailies)".
var unnamedMedia = map[string]bool{"media": true, "dailies": true, "agencies": true, "press": true, "most dailies": true, "all dailies": true,
	"local media": true, "foreign media": true, "social media": true, "news agencies": true, "portals": true, "news portals": true, "most media": true}

// listedHeadline reads a headline with the outlets that have it in brackets at its
// end: "• Talks resume in Ohrid (MIA, Vecer)". It returns where the outlets start, 0
// for none. Of several outlets the first one that the list knows is the report's,
// and sure says that there is one, or that the media are named as a whole.
func (s *Segmenter) listedHeadline(v *view) (f fields, at int, sure bool) {
	text := v.s
	open := strings.LastIndexByte(text, '(')
	if open < 12 || len(text) > headBytes-20 || text[len(text)-1] != ')' || len(text)-open > 90 || text[open-1] != ' ' || strings.HasSuffix(text[:open], ". ") {
		return f, 0, false
	}
	for at := open + 1; at < len(text); {
		end := at + strings.IndexAny(text[at:], ",/;)")
		name := strings.TrimSpace(text[at:end])
		switch o, ok := s.outlets.Lookup(name); {
		case ok && !f.known():
			f.outlet, f.outletSpan = o, v.span(at, end)
			sure = true
		case ok || unnamedMedia[strings.ToLower(name)]:
			sure = true
		case !nameLike(name, 4):
			return fields{}, 0, false
		case f.outlet.Name == "":
			f.outlet, f.outletSpan = dateline.Outlet{Name: name}, v.span(at, end)
		}
		at = end + 1
	}
	from := skip(text, "• ", "- ", "* ", "· ", "• ", "– ")
	f.headline = v.valueAt(from, open)
	return f, open, sure
}

// listedLine reports whether a line is a headline with its outlets.
func (s *Segmenter) listedLine(text string, l line) bool {
	if l.end <= l.start || text[l.end-1] != ')' || l.end-l.start > headBytes {
		return false
	}
	var v view
	v.load(text, &block{lines: []line{l}}, headBytes)
	_, _, sure := s.listedHeadline(&v)
	return sure
}

// listed makes a report of a headline in a list. Its day is that of the heading
// above that names the edition.
func (p *planner) listed(i int) {
	u := &p.units[i]
	p.close()
	p.front = nil
	p.open(i, "listed")
	p.cur.merge(u.listed, "citation")
	p.cur.title = u.listed.headline
	p.cur.date, p.cur.dateSpan, p.cur.why = p.edition.date, p.edition.dateSpan, "document"
	p.add(dateline.Prose, i, u.listed.headline.span.Start, u.listedAt)
	p.add(dateline.Citation, i, u.listedAt, u.end())
	p.close()
}

// editionOf reads the day from a heading that names the digest and its issue.
func (p *planner) editionOf(u *unit) {
	if d, at, n := dateWithin(u.head); n > 0 && d.year != 0 && containsAny(strings.ToLower(u.head), digestWords) {
		var v view
		v.load(p.text, u.block, headBytes)
		p.edition.date, p.edition.dateSpan = d, v.span(at, min(at+n, len(v.s)))
	}
}
