package web

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// mark is a stretch of text that stands out: what it is ("trigger", "actor",
// "recipient", "evidence", …) and whose it is.
type mark struct {
	span dateline.Span
	kind string
	of   int // number of the claim it belongs to, in the caller's counting
}

// piece is a stretch of text all of whose bytes have the same marks.
type piece struct {
	Text  string
	Class string // the marks' kinds with blanks between, "" for plain text
	span  dateline.Span
	marks []mark
}

// pieces cuts the text of window at the ends of the marks that overlap it.
// Together the pieces are the window's text.
func pieces(text string, window dateline.Span, marks []mark) []piece {
	window = within(window, text)
	var near []mark
	cuts := []int{window.Start, window.End}
	for _, m := range marks {
		m.span = within(m.span, text)
		if !m.span.Empty() && m.span.Overlaps(window) {
			near = append(near, m)
			cuts = append(cuts, max(m.span.Start, window.Start), min(m.span.End, window.End))
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []piece
	for i := 1; i < len(cuts); i++ {
		at := dateline.Span{Start: cuts[i-1], End: cuts[i]}
		p := piece{Text: strings.ToValidUTF8(at.In(text), "�"), span: at}
		for _, m := range near {
			if m.span.Contains(at) {
				p.marks = append(p.marks, m)
			}
		}
		p.Class = classes(p.marks)
		out = append(out, p)
	}
	return out
}

// within cuts a span to the text and moves its ends to the starts of characters.
func within(s dateline.Span, text string) dateline.Span {
	s.Start, s.End = max(0, min(s.Start, len(text))), max(0, min(s.End, len(text)))
	s.End = max(s.End, s.Start)
	for s.Start > 0 && s.Start < len(text) && !utf8.RuneStart(text[s.Start]) {
		s.Start--
	}
	for s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		s.End++
	}
	return s
}

// classes lists the kinds of the marks, each once.
func classes(marks []mark) string {
	var out []string
	for _, m := range marks {
		if m.kind != "" && !slices.Contains(out, m.kind) {
			out = append(out, m.kind)
		}
	}
	return strings.Join(out, " ")
}

// around is how many bytes of text are shown on either side of a quotation.
const around = 160

// quotation is the words that a claim rests on, with a little of the text around
// them.
type quotation struct {
	Before, After string // the text around, cut at words
	Pieces        []piece
}

// quotationOf quotes the claim's evidence with its trigger and participants
// marked. Nothing is shown from beyond the report.
func quotationOf(text string, r *dateline.Report, c *dateline.Claim) quotation {
	window := dateline.Span{}
	for _, e := range c.Evidence {
		if window.Empty() || e.Start < window.End+around && e.End > window.Start-around {
			window = window.Cover(e)
		}
	}
	if window.Empty() {
		window = c.Trigger
	}
	marks := []mark{{span: c.Trigger, kind: "trigger"}}
	for _, p := range c.Actors {
		marks = append(marks, mark{span: p.Span, kind: "actor"})
	}
	for _, p := range c.Recipients {
		marks = append(marks, mark{span: p.Span, kind: "recipient"})
	}
	limits := paragraphAt(r, window.Start)
	window = within(window, text)
	return quotation{
		Before: before(text, max(limits.Start, 0), window.Start),
		Pieces: pieces(text, window, marks),
		After:  after(text, window.End, limits.End),
	}
}

// paragraphAt is the range of the paragraph that holds the offset, the whole
// report where none does.
func paragraphAt(r *dateline.Report, at int) dateline.Span {
	for _, p := range r.Paragraphs {
		var whole dateline.Span
		for _, s := range p.Pieces {
			whole = whole.Cover(s)
		}
		if whole.Start <= at && at < whole.End {
			return whole
		}
	}
	return r.Span
}

// before is the end of text[from:to], from a word on.
func before(text string, from, to int) string {
	s := dateline.Span{Start: from, End: to}.In(text)
	if len(s) <= around {
		return strings.ToValidUTF8(s, "�")
	}
	s = s[len(s)-around:]
	if i := strings.IndexAny(s, " \n\t"); i >= 0 {
		s = s[i:]
	}
	return "…" + strings.ToValidUTF8(s, "")
}

// after is the beginning of text[from:to], up to a word.
func after(text string, from, to int) string {
	s := dateline.Span{Start: from, End: to}.In(text)
	if len(s) <= around {
		return strings.ToValidUTF8(s, "�")
	}
	s = s[:around]
	if i := strings.LastIndexAny(s, " \n\t"); i >= 0 {
		s = s[:i+1]
	}
	return strings.ToValidUTF8(s, "") + "…"
}
