package attrib

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// joiner ties findings to the quotations of the report, which know nothing of
// sentences.
type joiner struct {
	text   string
	r      *dateline.Report
	quotes []quote
	trees  []*tree
	owner  []int // finding that a quotation is the content of, or -1
	fs     []finding
	last   int // id given last
}

// add takes up a finding and gives it its id.
func (j *joiner) add(f finding) int {
	j.last++
	f.id = j.last
	j.fs = append(j.fs, f)
	return f.id
}

// byID is the index of the finding with an id, or -1.
func byID(fs []finding, id int) int {
	if id == 0 {
		return -1
	}
	return slices.IndexFunc(fs, func(f finding) bool { return f.id == id })
}

// join sets the spans of each finding's content.
func (j *joiner) join() {
	j.owner = make([]int, len(j.quotes))
	for q := range j.owner {
		j.owner[q] = -1
	}
	for i := range j.fs {
		f := &j.fs[i]
		f.spans = f.t.spansOf(f.content)
		j.takeOverlapping(i)
	}
	for i := range j.fs {
		if f := &j.fs[i]; f.entry.quote && !f.direct {
			j.takeBeside(i)
		}
	}
	j.follow()
	j.goBack()
	j.echoes()
	for i := range j.fs {
		if k := byID(j.fs, j.fs[i].outer); k >= 0 {
			j.fs[k].spans = merge(append(j.fs[k].spans, j.fs[i].spans...))
		}
	}
}

// drop removes findings that have no content.
func (j *joiner) drop() {
	j.fs = slices.DeleteFunc(j.fs, func(f finding) bool { return len(f.spans) == 0 })
}

// cueSpan is the bytes of the finding's cue; empty, at its content, where it has
// none.
func (f *finding) cueSpan() dateline.Span {
	if f.heir > 0 {
		return dateline.Span{Start: f.spans[0].Start, End: f.spans[0].Start}
	}
	return f.t.span(f.cue)
}

// takeOverlapping widens a content to the quotations that it shares words with,
// and cuts it to the quotation that its cue is part of.
func (j *joiner) takeOverlapping(i int) {
	f := &j.fs[i]
	cue := f.cueSpan()
	for q := j.firstQuote(f.t.s.Span.Start); q < len(j.quotes) && j.quotes[q].span.Start < f.t.s.Span.End; q++ {
		span := j.quotes[q].span
		if span.Overlaps(cue) {
			f.spans = clip(f.spans, j.quotes[q].inner)
			continue
		}
		for k, s := range f.spans {
			if !s.Overlaps(span) || span.Contains(s) && !f.wholeQuote(s, span) {
				continue
			}
			f.spans[k] = s.Cover(span)
			if quoted := span.Len() * 2; quoted > f.spans[k].Len() && f.entry.quote && span.Start <= s.Start {
				f.direct = true
				j.claim(q, i)
			}
		}
	}
	f.spans = merge(f.spans)
	// What lies over the reporting clause is cut out again.
	f.spans = tidy(j.text, cut(f.spans, j.ownSpans(f)))
}

// wholeQuote reports whether a content within a quotation is that quotation and
// not a statement inside it.
func (f *finding) wholeQuote(s, span dateline.Span) bool { return f.entry.quote || f.entry.clause }

// ownSpans is the bytes of the cue, the source and the rest of the reporting
// clause, which does not reach into quotations beside it.
func (j *joiner) ownSpans(f *finding) []dateline.Span {
	own := append([]rng{f.cue}, f.source...)
	out := f.t.spansOf(own)
	if f.own.empty() || f.own == (rng{}) {
		return out
	}
	rest := []dateline.Span{f.t.span(f.own)}
	cue := f.cueSpan()
	for q := j.firstQuote(f.t.s.Span.Start); q < len(j.quotes) && j.quotes[q].span.Start < f.t.s.Span.End; q++ {
		if s := j.quotes[q].span; !s.Overlaps(cue) && !rest[0].Contains(s) {
			rest = cut(rest, []dateline.Span{s})
		}
	}
	return append(out, rest...)
}

func (j *joiner) claim(q, i int) {
	if j.owner[q] < 0 {
		j.owner[q] = i
	}
}

// firstQuote is the first quotation that ends after a byte.
func (j *joiner) firstQuote(at int) int {
	q, _ := slices.BinarySearchFunc(j.quotes, at, func(q quote, at int) int {
		if q.span.End <= at {
			return -1
		}
		return 1
	})
	return q
}

// takeBeside gives a verb of saying the free quotation that stands before or
// after its clause.
func (j *joiner) takeBeside(i int) {
	f := &j.fs[i]
	s := f.t.s.Span
	cue := f.cueSpan()
	clause := cue
	for _, o := range j.ownSpans(f) {
		clause = clause.Cover(o)
	}
	before, after := -1, -1
	first := j.firstQuote(s.Start)
	if len(f.spans) == 0 && j.exclaimed(f, first-1, clause.Start) {
		before = first - 1
	}
	for q := first; q < len(j.quotes); q++ {
		span := j.quotes[q].span
		switch {
		case span.Overlaps(cue):
			return
		case j.owner[q] >= 0:
		case span.End <= clause.Start && span.End > s.Start:
			before = q
		case span.Start >= clause.End && after < 0:
			after = q
		}
		if span.Start > s.End {
			break
		}
	}
	switch {
	case after >= 0 && j.leadsTo(clause.End, j.quotes[after], s):
		j.take(i, after)
	case before >= 0 && j.closesBefore(j.quotes[before], clause.Start):
		j.take(i, before)
	case before >= 0 && after >= 0 && j.quotes[after].span.Start < s.End && len(f.spans) == 0:
		j.take(i, before)
	}
}

// take makes a quotation (part of) the content of finding i.
func (j *joiner) take(i, q int) {
	f := &j.fs[i]
	if len(f.spans) > 0 && !within(f.spans, j.quotes[q].span) {
		// A clause that the parser made of what stands between.
		f.spans = f.spans[:0]
	}
	f.spans = merge(append(f.spans, j.quotes[q].span))
	f.direct = true
	j.claim(q, i)
}

// leadsTo reports whether the text between a reporting clause and a quotation
// brings it in: a comma or colon, or nothing.
func (j *joiner) leadsTo(end int, q quote, s dateline.Span) bool {
	gap := strings.TrimSpace(j.text[end:q.span.Start])
	if gap == "" || gap == ":" || gap == "," {
		return true
	}
	if strings.ContainsAny(gap, ".!?\"“”") || q.span.Start > s.End && !strings.HasSuffix(gap, ":") {
		return false
	}
	return strings.HasSuffix(gap, ":") || strings.HasSuffix(gap, ",") && len(gap) < 120
}

// closesBefore reports whether a quotation ends in a mark that hands over to the
// reporting clause: "…," he said.
func (j *joiner) closesBefore(q quote, start int) bool {
	gap := strings.TrimSpace(j.text[q.span.End:start])
	inner := strings.TrimSpace(j.text[q.inner.Start:q.inner.End])
	if inner == "" || len(gap) > 60 {
		return false
	}
	return (gap == "" || gap == "," || gap == "—" || gap == "--") && (gap != "" || strings.ContainsAny(inner[len(inner)-1:], ",?!.-") || strings.HasSuffix(inner, "—") || strings.HasSuffix(inner, "…"))
}

// colon reports whether a cue ends its sentence with a colon, so that its content
// is what follows.
func (f *finding) colon() bool {
	t := f.t
	return f.entry.quote && t.n > 0 && t.form(t.n-1) == ":" && f.cue.b >= t.n-12
}
