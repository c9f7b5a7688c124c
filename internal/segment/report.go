package segment

import (
	"strconv"
	"strings"

	"github.com/dateline/dateline"
)

// fold folds white space.
func fold(s string) string { return strings.Join(strings.FieldsFunc(s, space), " ") }

// merge takes over what the draft does not have yet; why tells how a date was found.
func (d *draft) merge(f *fields, why string) {
	if f.outlet.Name != "" && d.outlet.Name == "" {
		d.outlet, d.outletSpan = f.outlet, f.outletSpan
	}
	if f.agency.Name != "" && d.agency.Name == "" {
		d.agency, d.agencySpan = f.agency, f.agencySpan
	}
	for _, x := range []struct{ to, from *value }{
		{&d.author, &f.author}, {&d.headline, &f.headline}, {&d.place, &f.place}, {&d.page, &f.page},
	} {
		if x.to.text == "" {
			*x.to = *x.from
		}
	}
	if !f.date.zero() && d.date.zero() {
		d.date, d.dateSpan, d.why = f.date, f.dateSpan, why
	}
}

// wire takes over a dateline. It tells the place best; the agency in it is not
// the outlet where a line above names one.
func (d *draft) wire(f *fields) {
	if f.place.text != "" {
		d.place = f.place
	}
	if d.known() && f.outlet.Name != "" && f.outlet.ID != d.outlet.ID && d.agency.Name == "" {
		d.agency, d.agencySpan = f.outlet, f.outletSpan
	}
	d.merge(f, "dateline")
}

// fill takes over outlet and author only.
func (d *draft) fill(f *fields) {
	d.merge(&fields{outlet: f.outlet, outletSpan: f.outletSpan, agency: f.agency, agencySpan: f.agencySpan, author: f.author}, "")
}

// cite takes over a citation that closes the report. It says more surely than
// the text what the report is, but an outlet that the list knows stays.
func (d *draft) cite(f *fields) {
	d.strong = true
	own := *d
	d.fields = fields{}
	c := *f
	if own.outlet.Name != "" && !f.known() && (own.known() || f.outlet.Name == own.author.text) {
		c.outlet, c.outletSpan = own.outlet, own.outletSpan
	}
	d.merge(&c, "citation")
	d.merge(&own.fields, own.why)
}

// report makes the Report of a draft.
func (s *Segmenter) report(d *draft, doc *dateline.Document) dateline.Report {
	r := dateline.Report{Document: doc.ID, Outlet: d.outlet, Agency: d.agency, Author: d.author.text, Place: d.place.text, Page: d.page.text}
	head := d.headline
	if head.text == "" {
		head = d.title
	}
	head = s.unsigned(head, &r).title()
	r.Headline = head.text
	if r.Published = d.date.on(); r.Published != "" {
		r.PublishedWhy = d.why
	}
	r.Sources = d.sources(head)
	for _, p := range d.parts {
		r.Span = r.Span.Cover(p.span)
		r.Paragraphs = append(r.Paragraphs, p.paragraphs(doc.Text)...)
	}
	r.ID = dateline.ReportID(dateline.HashID(string(doc.ID), strconv.Itoa(r.Span.Start), strconv.Itoa(r.Span.End)))
	return r
}

// title is a headline without the full stop that headlines in capitals end with.
// and with the closing quotation mark that was taken for the text's.
func (v value) title() value {
	for strings.HasSuffix(v.text, " .") { // ". . ." leads on to the next item
		v.text, v.span.End = v.text[:len(v.text)-2], v.span.End-2
	}
	n := len(v.text)
	if n > 4 && upperCase(v.text) && v.text[n-1] == '.' && v.text[n-2] != '.' && !endsInitial(v.text) {
		return value{v.text[:n-1], dateline.Span{Start: v.span.Start, End: v.span.End - 1}}
	}
	return v
}

// unsigned is a headline without the outlet's name at its end, as lists of
// monitored news and pages add it: "Talks Begin - ITAR-TASS".
func (s *Segmenter) unsigned(head value, r *dateline.Report) value {
	i := max(strings.LastIndex(head.text, " - "), strings.LastIndex(head.text, " | "))
	if i < 8 {
		return head
	}
	o, ok := s.outlets.Lookup(head.text[i+3:])
	if !ok || r.Outlet.Name != "" && o.ID != r.Outlet.ID {
		return head
	}
	r.Outlet = o
	return value{head.text[:i], dateline.Span{Start: head.span.Start, End: head.span.End - (len(head.text) - i)}}
}

func (d *draft) sources(head value) map[string]dateline.Span {
	m := map[string]dateline.Span{"outlet": d.outletSpan, "agency": d.agencySpan, "author": d.author.span, "headline": head.span,
		"place": d.place.span, "page": d.page.span, "published": d.dateSpan}
	for k, s := range m {
		if s.Empty() {
			delete(m, k)
		}
	}
	return m
}

// paragraphs are the paragraph of a part and those of the citations within it.
func (p part) paragraphs(text string) []dateline.Paragraph {
	out := []dateline.Paragraph{{Kind: p.kind}}
	at := p.span.Start
	for _, h := range p.holes {
		out[0].Pieces = append(out[0].Pieces, p.pieces(text, at, h.Start)...)
		out = append(out, dateline.Paragraph{Kind: dateline.Citation, Pieces: p.pieces(text, h.Start, h.End)})
		at = h.End
	}
	out[0].Pieces = append(out[0].Pieces, p.pieces(text, at, p.span.End)...)
	if len(out[0].Pieces) == 0 {
		return out[1:]
	}
	return out
}

// pieces are the bytes from from to to without the quote marks of mail. A line
// break belongs to the piece before it.
func (p part) pieces(text string, from, to int) []dateline.Span {
	var out []dateline.Span
	for i, l := range p.lines {
		end := l.end
		if i+1 < len(p.lines) {
			end = l.next
		}
		a, b := max(from, l.start), min(to, end)
		if a >= b {
			continue
		}
		if n := len(out); n > 0 && strings.TrimSpace(text[out[n-1].End:a]) == "" {
			out[n-1].End = b
			continue
		}
		out = append(out, dateline.Span{Start: a, End: b})
	}
	return trimPieces(text, out)
}

// trimPieces drops white space at both ends.
func trimPieces(text string, ps []dateline.Span) []dateline.Span {
	for len(ps) > 0 {
		p := &ps[len(ps)-1]
		p.End = p.Start + len(strings.TrimRightFunc(text[p.Start:p.End], space))
		if !p.Empty() {
			break
		}
		ps = ps[:len(ps)-1]
	}
	for len(ps) > 0 {
		p := &ps[0]
		p.Start = p.End - len(strings.TrimLeftFunc(text[p.Start:p.End], space))
		if !p.Empty() {
			break
		}
		ps = ps[1:]
	}
	return ps
}
