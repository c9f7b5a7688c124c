package segment

import (
	"github.com/dateline/dateline"
)

// part is a stretch of the document within a report.
type part struct {
	kind  dateline.ParagraphKind
	span  dateline.Span
	holes []dateline.Span // citations within it
	lines []line
}

// draft is a report in the making.
type draft struct {
	fields
	parts  []part
	why    string // how the date was found
	strong bool   // a citation, dateline or header says what it is
	opened string // what opened it: "dateline", "leading", "header", "item", "verb", ""
	title  value  // headline of the item or the heading above
	unit   int    // index of the unit that opened it
}

// planner deals units out to drafts in one pass.
type planner struct {
	s      *Segmenter
	text   string
	units  []unit
	drafts []*draft
	cur    *draft
	heads  []int // units of headings that wait for their report
	item   int   // unit of the item's title that waits or holds, -1 for none
	outlet int   // unit of the outlet's name over the items, -1 for none
	byline int   // unit of a by-line that waits, -1 for none
	furn   []int // furniture that may lie within a report
}

func (p *planner) run() []*draft {
	p.item, p.outlet, p.byline = -1, -1, -1
	for i := range p.units {
		p.unit(i)
	}
	p.close()
	return p.drafts
}

func (p *planner) unit(i int) {
	u := &p.units[i]
	switch u.kind {
	case furnitureUnit:
		p.furn = append(p.furn, i)
	case noteUnit:
		if p.cur != nil {
			p.add(dateline.Note, i, u.start(), u.end())
		}
	case sectionUnit:
		p.close()
		p.item = -1
	case itemUnit:
		p.itemTitle(i)
	case outletUnit:
		p.close()
		p.outlet, p.item = i, -1
	case bylineUnit:
		p.bylineUnit(i)
	case dateUnit:
		if p.cur != nil && len(p.cur.parts) > 0 {
			p.add(dateline.Furniture, i, u.start(), u.end())
		}
	case headerUnit:
		p.headerUnit(i)
	case headingUnit:
		if p.cur != nil && !p.opensNext(i) {
			p.add(dateline.Heading, i, u.start(), u.end())
			return
		}
		p.close()
		p.heads = append(p.heads, i)
	default:
		p.prose(i)
	}
}

// opensNext reports whether the heading at unit i stands over a new report:
// after further headings a dateline, a citation or a header follows.
func (p *planner) opensNext(i int) bool {
	for j := i + 1; j < len(p.units) && j < i+6; j++ {
		u := &p.units[j]
		switch u.kind {
		case headingUnit, furnitureUnit, bylineUnit, dateUnit:
			continue
		case itemUnit, sectionUnit, outletUnit:
			return true
		case headerUnit:
			return u.header.key != "text"
		}
		return u.opening != nil && !u.weak || len(u.cites) > 0 && u.cites[0].role == leading
	}
	return false
}

func (p *planner) itemTitle(i int) {
	p.close()
	p.item = i
	p.heads = nil
}

func (p *planner) bylineUnit(i int) {
	u := &p.units[i]
	if p.cur != nil && p.opensNext(i) {
		p.close()
	}
	if p.cur != nil {
		if p.cur.author.text == "" {
			p.cur.author = u.fields.author
		}
		p.add(dateline.Furniture, i, u.start(), u.end())
		return
	}
	p.byline = i
}

func (p *planner) headerUnit(i int) {
	u := &p.units[i]
	if p.cur == nil || p.cur.opened != "header" || p.hasProse() && u.header.key != "text" {
		p.close()
		p.open(i, "header")
	}
	d := p.cur
	d.merge(&u.fields, "header")
	if u.header.key == "text" {
		p.add(dateline.Furniture, i, u.start(), u.textAt)
		p.add(dateline.Prose, i, u.textAt, u.end())
		return
	}
	p.add(dateline.Furniture, i, u.start(), u.end())
}

func (p *planner) hasProse() bool {
	for _, x := range p.cur.parts {
		if x.kind == dateline.Prose {
			return true
		}
	}
	return false
}

// prose deals with a block of text: it may open a report, close one, do both, or
// hold the end of one and the start of the next.
func (p *planner) prose(i int) {
	u := &p.units[i]
	at := u.start()
	switch {
	case u.opening != nil && (!u.weak || p.cur == nil):
		p.close()
		p.open(i, "dateline")
		p.cur.merge(u.opening, "dateline")
		p.add(dateline.Citation, i, at, u.textAt)
		at = u.textAt
	case u.lead != nil && p.leadOpens(i):
		p.close()
		p.open(i, "verb")
		p.cur.fill(&u.lead.fields)
	}
	end := u.end()
	if !u.tail.Empty() {
		end = u.tail.Start
	}
	at = p.cites(i, at, end)
	if at < end {
		p.ensure(i)
		p.add(dateline.Prose, i, at, end)
	}
	if !u.tail.Empty() && p.cur != nil {
		p.add(dateline.Note, i, u.tail.Start, u.end())
	}
}

// cites walks the citations of a block and returns where the text after the last
// of them starts.
func (p *planner) cites(i, at, end int) int {
	u := &p.units[i]
	for k, c := range u.cites {
		switch c.role {
		case leading:
			if c.start > at {
				p.ensure(i)
				p.add(dateline.Prose, i, at, c.start)
			}
			p.close()
			p.open(i, "leading")
			p.cur.merge(&c.fields, "citation")
			stop := end
			if next := nextCut(u.cites[k+1:]); next > 0 {
				stop = min(stop, next)
			}
			p.add(dateline.Prose, i, c.start, stop)
			p.hole(c, u.cites[k+1:])
			at = stop
		case closing:
			p.ensure(i)
			if c.start > at {
				p.add(dateline.Prose, i, at, c.start)
			}
			p.add(dateline.Citation, i, c.start, c.close)
			p.cur.cite(&c.fields)
			at = p.skipMarks(c.close, end)
			if k+1 == len(u.cites) {
				p.close()
			}
		case joining:
			if p.cur != nil && at < c.close && p.cur.opened != "leading" {
				p.add(dateline.Citation, i, c.start, c.close)
				at = p.skipMarks(c.close, end)
			}
			if k+1 == len(u.cites) && at >= end {
				p.close()
			}
		}
	}
	return at
}

// nextCut is where the next citation that opens or closes a report starts.
func nextCut(cites []citeSpan) int {
	for _, c := range cites {
		if c.role == leading || c.role == closing {
			return c.start
		}
	}
	return 0
}

// hole marks the brackets of a leading citation and of those joined to it.
func (p *planner) hole(c citeSpan, rest []citeSpan) {
	last := &p.cur.parts[len(p.cur.parts)-1]
	last.holes = append(last.holes, dateline.Span{Start: c.open, End: c.close})
	for _, r := range rest {
		if r.role != joining {
			break
		}
		last.holes = append(last.holes, dateline.Span{Start: r.open, End: r.close})
	}
}

// skipMarks moves over the full stop and white space after a citation.
func (p *planner) skipMarks(at, end int) int {
	for at < end {
		switch p.text[at] {
		case '.', ' ', '\t', '\n', '\r', ';', ',', 0xC2, 0xA0:
			at++
			continue
		}
		break
	}
	return at
}

// leadOpens reports whether a block that starts "OUTLET reported" starts a new
// report: one that ends with a citation of the same outlet, or that stands apart.
func (p *planner) leadOpens(i int) bool {
	u := &p.units[i]
	if p.cur == nil || len(p.cur.parts) == 0 {
		return true
	}
	f, ok := p.closingAhead(i)
	if ok && sameSource(&u.lead.fields, &f) {
		return p.cur.opened != "verb" || !sameSource(&p.cur.fields, &f)
	}
	return u.gap > 1 && u.lead.fields.known() && !ok
}

// closingAhead is the citation that closes the report which holds unit i.
func (p *planner) closingAhead(i int) (fields, bool) {
	for j := i; j < len(p.units) && j < i+60; j++ {
		u := &p.units[j]
		if j > i && (u.opening != nil && !u.weak || u.kind == itemUnit || u.kind == headerUnit || u.kind == sectionUnit) {
			return fields{}, false
		}
		for _, c := range u.cites {
			if c.role == closing {
				return c.fields, true
			}
			if c.role == leading && j > i {
				return fields{}, false
			}
		}
	}
	return fields{}, false
}

// sameSource reports whether two citations name one outlet or one author.
func sameSource(a, b *fields) bool {
	return a.outlet.Name != "" && a.outlet.Name == b.outlet.Name || a.author.text != "" && a.author.text == b.author.text
}

// ensure opens a report for text that nothing opened.
func (p *planner) ensure(i int) {
	if p.cur == nil {
		p.open(i, "")
	}
}

// open starts a report at unit i and gives it the headings that wait.
func (p *planner) open(i int, how string) {
	p.cur = &draft{opened: how, unit: i, strong: how == "dateline" || how == "leading" || how == "header"}
	p.furn = nil
	if p.byline >= 0 {
		u := &p.units[p.byline]
		p.cur.merge(&u.fields, "header")
	}
	p.takeHeads(i)
	if p.item >= 0 && p.cur.title.text == "" {
		p.cur.title = p.units[p.item].fields.headline
	}
	if p.outlet >= 0 {
		p.cur.fill(&p.units[p.outlet].fields)
	}
	p.heads, p.byline = nil, -1
}

// takeHeads makes the headings directly above unit i the report's own. Headings
// that stand off by more blank lines than the last one belong to the digest.
func (p *planner) takeHeads(i int) {
	from := len(p.heads)
	if from == 0 {
		if p.byline >= 0 {
			u := &p.units[p.byline]
			p.add(dateline.Furniture, p.byline, u.start(), u.end())
		}
		return
	}
	from--
	for from > 0 && p.heads[from]-p.heads[from-1] == 1 && p.units[p.heads[from]].gap == 0 {
		from--
	}
	for k, h := range p.heads[from:] {
		u := &p.units[h]
		p.add(dateline.Heading, h, u.start(), u.end())
		if k == 0 {
			p.cur.title = value{fold(p.text[u.start():u.end()]), u.span()}
		}
	}
	if p.byline >= 0 {
		u := &p.units[p.byline]
		p.add(dateline.Furniture, p.byline, u.start(), u.end())
	}
}

// close ends the current report.
func (p *planner) close() {
	if p.cur != nil && len(p.cur.parts) > 0 {
		p.drafts = append(p.drafts, p.cur)
	}
	p.cur = nil
	p.furn = nil
}

// add gives the current report a stretch of unit i; furniture that lay between
// belongs to it then.
func (p *planner) add(kind dateline.ParagraphKind, i, from, to int) {
	if from >= to {
		return
	}
	for _, k := range p.furn {
		u := &p.units[k]
		p.cur.parts = append(p.cur.parts, part{kind: dateline.Furniture, span: u.span(), lines: u.lines})
	}
	p.furn = nil
	p.cur.parts = append(p.cur.parts, part{kind: kind, span: dateline.Span{Start: from, End: to}, lines: p.units[i].lines})
}
