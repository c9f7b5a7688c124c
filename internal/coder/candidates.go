package coder

import (
	"cmp"
	"slices"

	"github.com/dateline/dateline"
)

// Candidates are the events that the frames see between a pair of actors: the
// best one of each root, the likeliest first. Sides are given as to Relate.
func (c *Coder) Candidates(sentences []dateline.Sentence, source, target []dateline.Span) []Relation {
	best := map[string]Relation{}
	for i := range sentences {
		p := &pairing{matcher: matcher{lex: c.lex, t: newTree(sentences[i].Tokens, c.lex)}, source: source, target: target}
		p.path = p.between()
		for k := range p.t.toks {
			for _, r := range p.relations(k) {
				if r.Confidence > best[r.Root].Confidence {
					best[r.Root] = r
				}
			}
		}
	}
	out := make([]Relation, 0, len(best))
	for _, r := range best {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b Relation) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Root, b.Root))
	})
	return out
}
