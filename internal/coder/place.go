package coder

import "github.com/dateline/dateline"

// place is where the event took place, from its own clause.
func (b *builder) place(h *hit) (*dateline.Place, dateline.Span, string) {
	best, bestRank := -1, 0
	for _, i := range b.mentions {
		m := &b.r.Mentions[i]
		if m.Kind != dateline.PlaceMention || m.Place == nil || m.Head < 0 || m.Head >= len(b.t.toks) {
			continue
		}
		rank := 0
		switch b.t.preposition(m.Head) {
		case "in", "at", "near", "outside", "inside", "off", "around":
			rank = b.governs(m.Head, h)
		}
		if rank > bestRank {
			best, bestRank = i, rank
		}
	}
	if best >= 0 {
		m := &b.r.Mentions[best]
		return m.Place, m.Span, "clause"
	}
	if i := b.here(h); i >= 0 && b.r.Location != nil {
		return b.r.Location, b.t.toks[i].Span, "dateline"
	}
	return nil, dateline.Span{}, ""
}

// here is the word "here" in the event's clause, which means the dateline's place;
// -1 for none.
func (b *builder) here(h *hit) int {
	for i := range b.t.toks {
		if b.t.lemma[i] == "here" && b.t.rel(i) == "advmod" && b.governs(i, h) > 1 {
			return i
		}
	}
	return -1
}
