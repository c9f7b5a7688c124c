package coder

import "github.com/dateline/dateline"

// Relation is the event between a pair of actors.
type Relation struct {
	Root, Mode string
	Frame      string  // the frame that told it, "" where single words did
	Confidence float64 // 0 to 1
}

// Relate names the event that a source does to a target, given the spans that name
// them in the text; a side without spans is one that the text does not name.
// Every pair gets an answer. Sentences need syntax; mentions are not used.
func (c *Coder) Relate(sentences []dateline.Sentence, source, target []dateline.Span) Relation {
	best := Relation{Root: "CONSULT", Confidence: 0.05}
	for i := range sentences {
		m := &matcher{lex: c.lex, t: newTree(sentences[i].Tokens)}
		for _, h := range m.hits() {
			if r := m.relation(&h, source, target); r.Confidence > best.Confidence {
				best = r
			}
		}
	}
	return best
}

func (m *matcher) relation(h *hit, source, target []dateline.Span) Relation {
	score := 0.2
	if m.names(h.actor, source) {
		score += 0.35
	}
	if m.names(h.target, target) {
		score += 0.35
	}
	return Relation{h.root, h.mode, h.name, score}
}

// names reports whether one of the arguments holds one of the spans.
func (m *matcher) names(args []arg, spans []dateline.Span) bool {
	for _, a := range args {
		covers := dateline.Span{Start: m.t.toks[m.t.lo[a.tok]].Span.Start, End: m.t.toks[m.t.hi[a.tok]].Span.End}
		for _, s := range spans {
			if covers.Overlaps(s) {
				return true
			}
		}
	}
	return false
}
