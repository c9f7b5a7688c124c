package segment

import (
	"strings"

	"github.com/dateline/dateline"
)

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
		p.cur.merge(&fields{date: p.units[p.outlet].fields.date, dateSpan: p.units[p.outlet].fields.dateSpan}, "header")
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
