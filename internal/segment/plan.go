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
	parts   []part
	why     string // how the date was found
	strong  bool   // a citation, dateline or header says what it is
	opened  string // what opened it: "dateline", "leading", "header", "item", "name", "caps", "label", "title", "verb" or ""
	title   value  // headline of the item or the heading above
	unit    int    // index of the unit that opened it
	headers int    // fields of its header
}

// planner deals units out to drafts in one pass.
type planner struct {
	s       *Segmenter
	text    string
	units   []unit
	habits  habits
	drafts  []*draft
	cur     *draft
	front   []int  // headings, by-lines, dates and outlets' names that wait for their report
	item    int    // unit of the item's title that holds, -1 for none
	outlet  int    // unit of the outlet's name over the items, -1 for none
	opened  int    // the item that the last report stood under
	edition fields // the day of the digest's issue that the last heading named
	furn    []int  // furniture that may lie within a report
}

func (p *planner) run() []*draft {
	p.item, p.outlet, p.opened = -1, -1, -1
	for i := range p.units {
		p.unit(i)
	}
	p.close()
	return p.drafts
}

func (p *planner) unit(i int) {
	u := &p.units[i]
	p.editionOf(u)
	if p.habits.listed && u.listed != nil {
		p.listed(i)
		return
	}
	switch u.kind {
	case furnitureUnit:
		p.furn = append(p.furn, i)
		if ender(u.head) {
			p.close()
			p.front = nil
		}
	case noteUnit:
		if p.cur != nil {
			p.add(dateline.Note, i, u.start(), u.end())
		}
	case sectionUnit:
		p.close()
		p.item, p.outlet, p.front = -1, -1, nil
	case itemUnit:
		p.close()
		p.item, p.front = i, []int{i}
	case outletUnit:
		p.outletUnit(i)
	case bylineUnit, dateUnit:
		p.frontUnit(i)
	case headerUnit:
		p.headerUnit(i)
	case headingUnit:
		if p.unlisted(i) {
			u.kind = outletUnit
			u.fields.outlet, u.fields.outletSpan = dateline.Outlet{Name: u.head}, u.span()
			p.outletUnit(i)
			return
		}
		if p.cur != nil && !p.opensNext(i) {
			p.add(dateline.Heading, i, u.start(), u.end())
			return
		}
		p.close()
		p.front = append(p.front, i)
	default:
		if aside(u.head) && p.cur == nil && len(p.drafts) == 0 { // of the digest's editors
			p.front = nil
			return
		}
		p.prose(i)
	}
}

// opensNext reports whether the heading, by-line or date at unit i stands over a
// new report: after further ones comes what opens a report.
func (p *planner) opensNext(i int) bool {
	for j := i + 1; j < len(p.units) && j < i+7; j++ {
		u := &p.units[j]
		switch u.kind {
		case bylineUnit:
			if u.signed {
				return true
			}
			continue
		case headingUnit, dateUnit:
			continue
		case furnitureUnit:
			if ender(u.head) {
				return false
			}
			continue
		case itemUnit, sectionUnit, outletUnit:
			return j == i+1 || u.kind == outletUnit
		case headerUnit:
			return u.header.key != "text" && !p.trails(j)
		case noteUnit:
			return false
		}
		return p.opens(j) || p.habits.titled && p.units[i].kind == headingUnit && j <= i+3
	}
	return false
}

// opens reports whether the prose of unit j by itself opens a report.
func (p *planner) opens(j int) bool {
	u := &p.units[j]
	switch {
	case u.opening != nil:
		return !u.weak || p.habits.dashes && p.headed(j)
	case len(u.cites) > 0 && u.cites[0].role == leading, u.text:
		return true
	}
	return p.habits.caps && u.caps.text != "" || p.habits.labels && u.label != nil
}

// headed reports whether a heading stands directly over unit j.
func (p *planner) headed(j int) bool {
	for j--; j >= 0; j-- {
		if k := p.units[j].kind; k != furnitureUnit && k != dateUnit {
			return k == headingUnit
		}
	}
	return false
}

// outletUnit takes an outlet's name alone: it stands over a report or, where
// nothing follows it, under one.
func (p *planner) outletUnit(i int) {
	u := &p.units[i]
	if p.cur == nil && i > 0 && p.item == i-1 { // between an item's title and its text
		p.front = append(p.front, i)
		return
	}
	if p.cur != nil && p.cur.outlet.Name == "" && !p.habits.names && !p.leadsOn(i) {
		p.cur.cite(&u.fields)
		p.add(dateline.Citation, i, u.start(), u.end())
		p.close()
		return
	}
	if p.cur != nil {
		p.close()
		p.front = nil
	}
	p.outlet, p.item = i, -1
	p.front = append(p.front, i)
}

// unlisted reports whether the heading at unit i is an outlet that the list
// lacks, in a digest whose items stand under outlet and headline.
func (p *planner) unlisted(i int) bool {
	if !p.habits.names || p.outlet < 0 || i+2 >= len(p.units) || p.units[p.outlet+1].kind != headingUnit {
		return false
	}
	return p.units[i+1].kind == headingUnit && p.units[i+2].kind == proseUnit && nameLike(p.units[i].head, 4)
}

// leadsOn reports whether text follows unit i before the next drawn rule.
func (p *planner) leadsOn(i int) bool {
	for j := i + 1; j < len(p.units) && j < i+6; j++ {
		switch p.units[j].kind {
		case proseUnit:
			return p.units[j].opening == nil
		case headingUnit, bylineUnit, dateUnit:
			continue
		}
		return false
	}
	return false
}

// frontUnit takes a by-line or a date: it stands over the next report, or
// belongs to the current one.
func (p *planner) frontUnit(i int) {
	u := &p.units[i]
	if p.cur != nil && (u.signed && p.cur.opened != "" || p.opensNext(i)) {
		p.close()
	}
	if p.cur == nil {
		p.front = append(p.front, i)
		return
	}
	if p.cur.author.text == "" && u.kind == bylineUnit {
		p.cur.author = u.fields.author
	}
	p.add(dateline.Furniture, i, u.start(), u.end())
}

// trails reports whether the header field at unit i stands under a report: it
// names the source, and no other field follows.
func (p *planner) trails(i int) bool {
	if h := p.units[i].header; h.key != "outlet" || h.equal {
		return false
	}
	for j := i + 1; j < len(p.units); j++ {
		switch p.units[j].kind {
		case furnitureUnit:
			continue
		case headerUnit:
			return false
		}
		break
	}
	return true
}

func (p *planner) headerUnit(i int) {
	u := &p.units[i]
	if p.trails(i) && (p.cur != nil && p.hasProse() || p.cur == nil && len(p.front) == 0 && len(p.drafts) > 0) {
		p.trailing(i)
		return
	}
	if p.cur == nil || p.cur.opened != "header" || p.hasProse() && u.header.key != "text" {
		p.close()
		p.open(i, "header")
		p.cur.strong = false
	}
	d := p.cur
	d.headers++
	d.merge(&u.fields, "header")
	d.strong = d.headers >= 2 && (d.outlet.Name != "" || d.author.text != "" || d.place.text != "")
	if u.header.key == "text" {
		p.add(dateline.Furniture, i, u.start(), u.textAt)
		p.add(dateline.Prose, i, u.textAt, u.end())
		return
	}
	p.add(dateline.Furniture, i, u.start(), u.end())
}

// trailing takes a source that is named under its report.
func (p *planner) trailing(i int) {
	u := &p.units[i]
	if p.cur == nil {
		d := p.drafts[len(p.drafts)-1]
		d.merge(&u.fields, "citation")
		return
	}
	p.cur.strong = true
	if own := p.cur.date; own.year == 0 && own.month == u.fields.date.month && own.day == u.fields.date.day {
		p.cur.date = date{}
	}
	p.cur.merge(&u.fields, "citation")
	p.add(dateline.Citation, i, u.start(), u.end())
	p.close()
}

func (p *planner) hasProse() bool {
	for _, x := range p.cur.parts {
		if x.kind == dateline.Prose {
			return true
		}
	}
	return false
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
