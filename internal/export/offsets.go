package export

import (
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// offsets writes spans of a text in bytes or, where points is set, in code
// points.
type offsets struct {
	text   string
	points []int // code points before each byte and before the end; nil for bytes
}

// codePoints counts the text's code points once, so that each span is a look-up.
func codePoints(text string) offsets {
	points := make([]int, len(text)+1)
	n := 0
	for i := range len(text) {
		points[i] = n
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	points[len(text)] = n
	return offsets{text: text, points: points}
}

// of is the span in the offsets' unit; a span out of range is cut to the text.
func (o offsets) of(s dateline.Span) dateline.Span {
	if o.points == nil {
		return s
	}
	at := func(i int) int { return o.points[max(0, min(i, len(o.text)))] }
	return dateline.Span{Start: at(s.Start), End: at(s.End)}
}

// quote is the span with its words, nil for an empty one.
func (o offsets) quote(s dateline.Span) *Quote {
	if s.Empty() {
		return nil
	}
	at := o.of(s)
	return &Quote{Start: at.Start, End: at.End, Text: s.In(o.text)}
}
