// Package segment cuts a Document into Reports: it finds where each news item of
// a digest starts and ends, and reads its outlet, author, headline, place, page
// and date from citations, datelines and headers.
package segment

import (
	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/lexicon"
)

// Segmenter cuts documents. It holds no state besides its list of outlets and
// is safe for concurrent use.
type Segmenter struct {
	outlets *lexicon.Outlets
}

// New makes a Segmenter that knows the outlets of o.
func New(o *lexicon.Outlets) *Segmenter { return &Segmenter{outlets: o} }

// Segment returns the reports of a document in the order of the text, with
// everything set down to Paragraphs. A text that is no digest is one report.
func (s *Segmenter) Segment(doc *dateline.Document) []dateline.Report {
	units := s.scan(doc.Text, s.splitBlocks(doc.Text, cutRunIns(doc.Text, cutLinks(doc.Text, splitLines(doc.Text)))))
	top := readMasthead(s.outlets, units)
	p := &planner{s: s, text: doc.Text, units: units, habits: observe(units, top)}
	drafts := settle(p.run(), units, top)
	top.sign(drafts)
	setYears(drafts, units, top, doc)
	reports := make([]dateline.Report, 0, len(drafts))
	for _, d := range drafts {
		reports = append(reports, s.report(d, doc))
	}
	return reports
}

// settle drops what is no report from a digest, and makes one report of a text
// that is no digest.
func settle(drafts []*draft, units []unit, top masthead) []*draft {
	strong := 0
	for _, d := range drafts {
		if d.strong {
			strong++
		}
	}
	if strong >= 2 || strong == 1 && top.digest {
		return keep(drafts)
	}
	return whole(drafts, units)
}

// keep drops drafts of a digest that say nothing of where they come from.
func keep(drafts []*draft) []*draft {
	out := drafts[:0:0]
	begun := false
	for _, d := range drafts {
		n := d.prose()
		begun = begun || d.strong && n > 0
		if n > 0 && (d.strong || d.outlet.Name != "" && begun || begun && n > 300 || n > 1500) {
			out = append(out, d)
		}
	}
	return out
}

// prose is how many bytes of prose a draft holds.
func (d *draft) prose() int {
	n := 0
	for _, p := range d.parts {
		if p.kind == dateline.Prose {
			n += p.span.Len()
		}
	}
	return n
}

// whole makes one draft of all.
func whole(drafts []*draft, units []unit) []*draft {
	if len(units) == 0 {
		return nil
	}
	one := &draft{}
	for _, d := range drafts {
		if d.strong {
			one.merge(&d.fields, d.why)
			one.title = d.title
		}
	}
	for i := range units {
		u := &units[i]
		one.parts = append(one.parts, wholeParts(u)...)
		if one.title.text == "" && u.kind == headingUnit && one.prose() == 0 {
			one.title = value{u.head, u.span()}
		}
		if one.prose() == 0 && (u.kind == bylineUnit || u.kind == dateUnit || u.kind == outletUnit || u.kind == headerUnit) {
			one.merge(&u.fields, "header")
		}
	}
	return []*draft{one}
}

func wholeParts(u *unit) []part {
	kind := dateline.Prose
	switch u.kind {
	case headingUnit, itemUnit, sectionUnit:
		kind = dateline.Heading
	case furnitureUnit, bylineUnit, dateUnit, outletUnit, headerUnit:
		kind = dateline.Furniture
	case noteUnit:
		kind = dateline.Note
	}
	if u.textAt > u.start() && (u.opening != nil || u.kind == headerUnit) {
		return []part{{kind: dateline.Citation, span: dateline.Span{Start: u.start(), End: u.textAt}, lines: u.lines},
			{kind: dateline.Prose, span: dateline.Span{Start: u.textAt, End: u.end()}, lines: u.lines}}
	}
	return []part{{kind: kind, span: u.span(), lines: u.lines}}
}
