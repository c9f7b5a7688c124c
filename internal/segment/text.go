package segment

import "github.com/dateline/dateline"

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
	signed := !tagged && p.habits.signed && u.signature.at > at && u.signature.at < end
	switch {
	case tagged:
		end = u.tagAt
	case signed:
		end = u.signature.at
	case u.coverage.at > at:
		end = min(end, u.coverage.at)
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
	switch {
	case signed:
		p.signedOff(i)
		return
	case u.coverage.at > 0 && u.coverage.at == end:
		p.covered(i)
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
