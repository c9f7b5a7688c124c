package coder

import "github.com/dateline/dateline"

// evidence is the clause that states the event: from its subject to the end of its
// complements, without clauses joined to it.
func (b *builder) evidence(h *hit) dateline.Span {
	top := h.clause
	if top < 0 || h.support < 0 && h.trigger != h.clause {
		top = h.trigger
	}
	first, last := top, top
	var walk func(i int)
	walk = func(i int) {
		first, last = min(first, i), max(last, i)
		for _, k := range b.t.kids[i] {
			if !b.leavesClause(i, k, top) {
				walk(k)
			}
		}
	}
	walk(top)
	if s := b.t.surfaceSubject(top); s >= 0 && s < first && h.trigger == h.clause && b.t.rel(top) == "conj" && first-s < 12 {
		first = min(first, b.t.lo[s])
	}
	return b.span(first, last)
}

// leavesClause reports whether child k of i starts a clause or phrase of its own.
func (b *builder) leavesClause(i, k, top int) bool {
	t := b.t
	switch t.rel(k) {
	case "parataxis", "discourse", "vocative", "list":
		return true
	case "conj":
		return t.predicate(k) || i == top
	case "cc", "punct", "mark":
		return i == top
	case "advcl":
		return i == top && (k > i || t.hi[k] < i)
	case "acl":
		return t.toks[k].Deprel == "acl:relcl" && k > i && t.hi[k]-t.lo[k] > 8
	}
	return false
}
