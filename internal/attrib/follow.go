package attrib

import (
	"strings"

	"github.com/dateline/dateline"
)

// exclaimed reports whether the free quotation q ends the sentence before that of
// f, which opens with its reporting clause: "Never again!" the mayor said.
func (j *joiner) exclaimed(f *finding, q, clause int) bool {
	if q < 0 || j.owner[q] >= 0 || j.quotes[q].paragraph != f.t.s.Paragraph || clause > f.t.s.Span.Start {
		return false
	}
	inner := strings.TrimSpace(j.text[j.quotes[q].inner.Start:j.quotes[q].inner.End])
	ends := strings.HasSuffix(inner, "!") || strings.HasSuffix(inner, "?") || strings.HasSuffix(inner, "…") || strings.HasSuffix(inner, "...")
	return ends && strings.TrimSpace(j.text[j.quotes[q].span.End:f.t.s.Span.Start]) == ""
}

// follow hands on quotations that nobody claims: those that go on over a
// paragraph, and those that stand right after the sentence of a direct quotation.
func (j *joiner) follow() {
	last := -1 // finding of the direct quotation before
	for q := range j.quotes {
		if o := j.owner[q]; o >= 0 {
			if last < 0 || j.fs[o].direct || j.fs[o].t != j.fs[last].t {
				last = o
			}
			continue
		}
		if last < 0 {
			continue
		}
		f := &j.fs[last]
		end := f.reach().End
		if j.quotes[q].follows || j.adjoins(f, end, q) || j.alone(f, end, q) {
			f.spans = merge(append(f.spans, j.quotes[q].span))
			j.owner[q] = last
		} else if j.quotes[q].span.Start > f.t.s.Span.End {
			last = -1
		}
	}
}

// goBack gives a quotation that goes on over paragraphs to the one who speaks at
// its end: the cue may stand in the last of them.
func (j *joiner) goBack() {
	for q := len(j.quotes) - 1; q > 0; q-- {
		if o := j.owner[q]; j.quotes[q].follows && o >= 0 && j.owner[q-1] < 0 {
			j.owner[q-1] = o
			j.fs[o].spans = merge(append(j.fs[o].spans, j.quotes[q-1].span))
		}
	}
}

// alone reports whether quotation q is the whole of the paragraph after the one
// in which the direct quotation f ends: its speaker goes on.
func (j *joiner) alone(f *finding, end, q int) bool {
	p := j.quotes[q].paragraph
	if !f.direct || p == 0 {
		return false
	}
	pieces, before := j.r.Paragraphs[p].Pieces, j.r.Paragraphs[p-1].Pieces
	whole := dateline.Span{Start: pieces[0].Start, End: pieces[len(pieces)-1].End}
	if j.quotes[q].span != whole || len(before) == 0 {
		return false
	}
	last := before[len(before)-1].End
	return last >= end && strings.TrimSpace(j.text[min(last, max(end, f.t.s.Span.End)):last]) == ""
}

// adjoins reports whether quotation q comes right after the sentence of f, in the
// same paragraph, or breaks off and on within it.
func (j *joiner) adjoins(f *finding, end int, q int) bool {
	start := j.quotes[q].span.Start
	if start < end {
		return false
	}
	if start < f.t.s.Span.End-2 {
		gap := j.text[end:start]
		return f.direct && strings.Trim(gap, " ,.\n—-") == "" || f.direct && end >= f.cueSpan().End && len(gap) < 80 && strings.HasSuffix(strings.TrimSpace(gap), ",")
	}
	sentence := max(end, f.t.s.Span.End)
	if sentence > start+2 { // a mark may stand at the end of the sentence before
		return false
	}
	gap := j.text[min(sentence, start):start]
	return f.direct && strings.TrimSpace(gap) == "" && j.paragraphOf(f) == j.quotes[q].paragraph
}

func (j *joiner) paragraphOf(f *finding) int { return f.t.s.Paragraph }
