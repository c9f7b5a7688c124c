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
	if s := b.t.surfaceSubject(top); s >= 0 && s < first && h.trigger == h.clause && b.t.rel(top) == "conj" && first-s < 12 && b.t.head[s] == b.t.head[top] {
		first = min(first, b.t.lo[s])
	}
	if v := b.issues(top); v >= 0 && first-b.t.lo[v] < 15 {
		if s := b.t.surfaceSubject(v); s >= 0 && s < first {
			first = b.t.lo[s]
		}
	}
	return b.span(first, last)
}

// issues is the verb that issues the document whose words the clause top tells ("issued
// a statement accusing"), -1 for none.
func (b *builder) issues(top int) int {
	t := b.t
	doc := t.head[top]
	if t.rel(top) != "acl" || doc < 0 || !b.lex.inSet("document", t.lemma[doc]) {
		return -1
	}
	if v := t.head[doc]; v >= 0 && t.isVerb(v) && t.rel(doc) == "obj" {
		return v
	}
	return -1
}

// complements are the prepositions whose clause completes a verb: accused of doing,
// thanked for doing, kept from doing.
func complements(mark string) bool {
	return mark == "of" || mark == "for" || mark == "from" || mark == "into"
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
		return i == top && !complements(t.markOf(k)) && (k > i || t.hi[k] < i)
	case "acl":
		return t.toks[k].Deprel == "acl:relcl" && k > i && t.hi[k]-t.lo[k] > 8
	}
	return false
}
