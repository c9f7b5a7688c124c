package segment

import (
	"strings"

	"github.com/dateline/dateline"
)

// citeSpan is a citation as bytes of the document.
type citeSpan struct {
	start, open, close int
	role               citeRole
	inSentence         bool
	fields             fields
}

type citeRole int

const (
	mentioned citeRole = iota
	leading            // OUTLET ("HEADLINE," …) reported that …
	closing            // … text. OUTLET ("HEADLINE," …)
	joining            // a further citation of the same text
)

// citeSpans finds the citations of a block and what part each plays.
func (s *Segmenter) citeSpans(u *unit, v *view) []citeSpan {
	var out []citeSpan
	if !bracketed(v.s) {
		return nil
	}
	cites := s.citations(v)
	for i, c := range cites {
		span := v.span(c.start, c.close)
		cs := citeSpan{start: span.Start, open: v.off[c.open], close: span.End, fields: c.fields, inSentence: c.inSentence}
		before := 0
		if i > 0 {
			before = cites[i-1].close
		}
		switch {
		case i > 0 && out[i-1].role != mentioned && linked(v.s[before:c.start]):
			cs.role = joining
		case trailing(v.s[c.close:]) || i+1 < len(cites) && trailing(v.s[cites[len(cites)-1].close:]) && allLinked(v.s, cites[i:]):
			cs.role = closing
		case c.fields.known() && strings.HasPrefix(v.s[c.close:], ": \"") && c.start < 160, c.fields.outlet.Name != "" && c.dayOnly && reports(v.s[c.close:]) && c.start < 160:
			cs.role = leading
			cs.start = u.start()
			s.commentator(v, &cs.fields)
		case c.inSentence:
		case c.start == 0 || reports(v.s[c.close:]):
			cs.role = leading
		}
		out = append(out, cs)
	}
	return out
}

// commentator reads the author at the start of a block: "Ivan Gorin commented in
// centrist OUTLET (3/14): …".
func (s *Segmenter) commentator(v *view, f *fields) {
	end, _, ok := leadWords(v.s)
	if ok && f.author.text == "" && personLike(v.s[:end]) {
		f.author = v.valueAt(0, end)
	}
}

// linked reports whether only a link lies between two citations of one text.
func linked(s string) bool {
	s = strings.Trim(s, " ,;.")
	return s == "" || s == "and" || s == "and the" || s == "the"
}

func allLinked(s string, cites []cite) bool {
	for i := 1; i < len(cites); i++ {
		if !linked(s[cites[i-1].close:cites[i].start]) {
			return false
		}
	}
	return true
}

// trailing reports whether nothing but marks or an editor's note follows.
func trailing(s string) bool {
	s = strings.TrimLeft(s, " .,;\"')")
	return s == "" || noteStart(s) || len(s) < 24 && strings.Count(s, " ") <= 1 && reports(s)
}

// reports reports whether the words after a citation are a verb of reporting.
func reports(s string) bool {
	words := strings.Fields(s[:min(len(s), 60)])
	for i, w := range words {
		if i > 2 {
			break
		}
		if verbs[strings.Trim(w, ",;:.")] {
			return true
		}
	}
	return false
}

// tailNote is the span of an editor's note that ends the block.
func tailNote(v *view) dateline.Span {
	if len(v.s) == 0 || strings.IndexByte("])}", v.s[len(v.s)-1]) < 0 {
		return dateline.Span{}
	}
	i := strings.LastIndexAny(v.s, "[{")
	if i <= 0 || !noteStart(v.s[i:]) {
		return dateline.Span{}
	}
	return v.span(i, len(v.s))
}
