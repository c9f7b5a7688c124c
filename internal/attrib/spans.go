package attrib

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// within reports whether the span holds all spans.
func within(list []dateline.Span, s dateline.Span) bool {
	for _, l := range list {
		if !s.Overlaps(l) && l.End != s.Start {
			return false
		}
	}
	return true
}

// clip cuts spans to the part inside s.
func clip(list []dateline.Span, s dateline.Span) []dateline.Span {
	out := list[:0]
	for _, l := range list {
		l.Start, l.End = max(l.Start, s.Start), min(l.End, s.End)
		if !l.Empty() {
			out = append(out, l)
		}
	}
	return out
}

// cut takes the spans of own out of list.
func cut(list, own []dateline.Span) []dateline.Span {
	for _, o := range own {
		var next []dateline.Span
		for _, l := range list {
			if !l.Overlaps(o) {
				next = append(next, l)
				continue
			}
			if l.Start < o.Start {
				next = append(next, dateline.Span{Start: l.Start, End: o.Start})
			}
			if o.End < l.End {
				next = append(next, dateline.Span{Start: o.End, End: l.End})
			}
		}
		list = next
	}
	return list
}

// tidy trims the ends of spans: white space, and marks that tie the reporting
// clause to its content.
func tidy(text string, list []dateline.Span) []dateline.Span {
	out := list[:0]
	for _, s := range list {
		for !s.Empty() && strings.IndexByte(" \t\r\n,;:-", text[s.Start]) >= 0 {
			s.Start++
		}
		for !s.Empty() && strings.IndexByte(" \t\r\n,;:-", text[s.End-1]) >= 0 {
			s.End--
		}
		if strings.Trim(s.In(text), ".,!?—–- ") != "" {
			out = append(out, s)
		}
	}
	return out
}

// merge sorts spans and joins those that overlap.
func merge(list []dateline.Span) []dateline.Span {
	slices.SortFunc(list, func(a, b dateline.Span) int { return a.Start - b.Start })
	out := list[:0]
	for _, s := range list {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
