package segment

import (
	"strings"

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
	s      *Segmenter
	text   string
	units  []unit
	habits habits
	drafts []*draft
	cur    *draft
	front  []int // headings, by-lines, dates and outlets' names that wait for their report
	item   int   // unit of the item's title that holds, -1 for none
	outlet int   // unit of the outlet's name over the items, -1 for none
	opened int   // the item that the last report stood under
	furn   []int // furniture that may lie within a report
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

// prose deals with a block of text: it may open a report, close one, do both, or
// hold the end of one and the start of the next.
func (p *planner) prose(i int) {
	u := &p.units[i]
	at := p.beginning(i)
	end := u.end()
	if !u.tail.Empty() {
		end = u.tail.Start
	}
	tagged := p.habits.tails && u.tag != nil && u.tagAt > at && u.tagAt < end
	if tagged {
		end = u.tagAt
	}
	at = p.cites(i, at, end)
	if at < end {
		p.ensure(i)
		p.add(dateline.Prose, i, at, end)
	}
	if tagged {
		p.ensure(i)
		p.add(dateline.Citation, i, u.tagAt, u.end())
		p.cur.cite(u.tag)
		p.close()
		return
	}
	if !u.tail.Empty() && p.cur != nil {
		p.add(dateline.Note, i, u.tail.Start, u.end())
	}
}

// beginning opens a report where the beginning of a block says so, and returns
// where its text starts.
func (p *planner) beginning(i int) int {
	u := &p.units[i]
	switch {
	case u.opening != nil && (p.opens(i) || p.cur == nil):
		p.close()
		p.open(i, "dateline")
		p.cur.wire(u.opening)
		p.add(dateline.Citation, i, u.start(), u.textAt)
		return u.textAt
	case p.habits.caps && u.caps.text != "":
		p.close()
		p.open(i, "caps")
		p.cur.title = u.caps
		p.add(dateline.Heading, i, u.start(), u.textAt)
		return u.textAt
	case p.habits.labels && u.label != nil:
		p.close()
		p.open(i, "label")
		p.cur.outlet = dateline.Outlet{}
		p.cur.merge(u.label, "citation")
		p.add(dateline.Citation, i, u.start(), u.labelAt)
		return u.labelAt
	case u.lead != nil && !p.opens(i) && p.leadOpens(i):
		p.close()
		p.open(i, "verb")
		p.cur.strong = p.habits.verbs && u.lead.fields.known()
		p.cur.fill(&u.lead.fields)
	}
	return u.start()
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
			p.cur.cite(&c.fields)
			stop := end
			if next := nextCut(u.cites[k+1:]); next > 0 {
				stop = min(stop, next)
			}
			p.add(dateline.Prose, i, c.start, stop)
			p.hole(c, u.cites[k+1:])
			at = stop
		case closing:
			p.ensure(i)
			if c.inSentence {
				p.within(i, c, at, end)
				at = end
				continue
			}
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
			if k+1 == len(u.cites) && at >= end && p.cur != nil && p.cur.opened != "leading" {
				p.close()
			}
		}
	}
	return at
}

// within takes a citation that stands within the last sentence of a block: "…,
// the Korea Times ("HEADLINE," Seoul, 6/3/97) reported." Its bracket is no prose.
func (p *planner) within(i int, c citeSpan, at, end int) {
	p.add(dateline.Prose, i, at, end)
	p.hole(c, nil)
	if p.cur.strong && p.cur.outlet.Name == "" {
		p.cur.cite(&c.fields)
	}
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
	return u.lead.fields.known() && (u.gap > 1 && !ok || p.habits.verbs && !sameSource(&u.lead.fields, &p.cur.fields))
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
	if p.cur != nil {
		return
	}
	how := ""
	switch {
	case p.item >= 0 && p.habits.items:
		how = "item"
	case p.outlet >= 0 && p.habits.names:
		how = "name"
	case p.signed():
		how = "signed"
	case p.habits.titled && p.headed(i):
		how = "title"
	}
	p.open(i, how)
}

// signed reports whether what waits names the outlet of the next text.
func (p *planner) signed() bool {
	for _, k := range p.front {
		u := &p.units[k]
		if u.signed || u.kind == outletUnit && (p.habits.names || len(p.front) > 2) {
			return true
		}
	}
	return false
}

// open starts a report at unit i and gives it the headings, by-lines and dates
// that wait.
func (p *planner) open(i int, how string) {
	p.cur = &draft{opened: how, unit: i, strong: how != "" && how != "verb"}
	if how == "item" && p.item == p.opened { // the item goes on after its citation
		p.cur.strong = false
	}
	p.opened = p.item
	p.furn = nil
	if how == "caps" || how == "label" { // the heading above stands over several items
		p.front = nil
	}
	p.takeFront()
	if p.item >= 0 && p.cur.title.text == "" {
		p.cur.title = p.units[p.item].fields.headline
	}
	if p.outlet >= 0 {
		p.cur.fill(&p.units[p.outlet].fields)
	}
	p.front = nil
}

// takeFront makes what waits the report's own: of the headings the last one and
// those without a blank line between. What stands over these belongs to the digest.
func (p *planner) takeFront() {
	for _, k := range p.front[p.frontStart():] {
		p.takeUnit(k)
	}
}

func (p *planner) frontStart() int {
	k := len(p.front) - 1
	for k >= 0 && p.units[p.front[k]].kind != headingUnit {
		k--
	}
	if k < 0 {
		return 0
	}
	if p.titleOfDigest(p.front[k]) {
		return k + 1
	}
	for k > 0 && p.front[k]-p.front[k-1] == 1 && p.units[p.front[k]].gap == 0 && p.units[p.front[k-1]].kind == headingUnit {
		k--
	}
	from := k // a name, a date, a by-line above the headline
	for from > 0 && p.units[p.front[from-1]].kind != headingUnit {
		from--
	}
	for j := from; j < k && from > 0; j++ {
		if p.units[p.front[j]].kind == outletUnit {
			return j
		}
	}
	return from
}

// titleOfDigest reports whether the heading at unit k names the whole document.
func (p *planner) titleOfDigest(k int) bool {
	return k < 6 && containsAny(strings.ToLower(p.units[k].head), digestWords)
}

func (p *planner) takeUnit(k int) {
	u := &p.units[k]
	switch u.kind {
	case headingUnit:
		p.add(dateline.Heading, k, u.start(), u.end())
		if p.cur.title.text == "" {
			p.cur.title = value{fold(p.text[u.start():u.end()]), u.span()}
		}
		return
	case itemUnit:
		p.add(dateline.Heading, k, u.textAt, u.end())
		return
	case outletUnit:
		p.add(dateline.Citation, k, u.start(), u.end())
	default:
		p.add(dateline.Furniture, k, u.start(), u.end())
	}
	p.cur.merge(&u.fields, "header")
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
