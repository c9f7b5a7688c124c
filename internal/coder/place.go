package coder

import (
	"strings"

	"github.com/dateline/dateline"
)

// place is where the event took place: what its own clause names behind a
// preposition of place, the goal of a visit, the target of an attack, or the place
// of the dateline where the clause says "here".
func (b *builder) place(h *hit) (*dateline.Place, dateline.Span, string) {
	best, bestRank := -1, 0
	for _, i := range b.mentions {
		m := &b.r.Mentions[i]
		if m.Kind != dateline.PlaceMention || m.Place == nil || m.Head < 0 || m.Head >= len(b.t.toks) {
			continue
		}
		rank := b.scene(m, h)
		if rank > bestRank || rank == bestRank && rank > 0 && finer(m.Place, b.r.Mentions[best].Place) {
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

// fineness orders the precisions of places.
var fineness = map[string]int{"country": 1, "sea": 2, "region": 2, "city": 3, "site": 4}

// finer reports whether p tells more exactly than q where something is.
func finer(p, q *dateline.Place) bool { return fineness[p.Precision] > fineness[q.Precision] }

// scene ranks how closely a place belongs to the event: as the goal of the visit or
// the target of the attack that it is (4), else as governs has it, 0 where it is no
// place of the event.
func (b *builder) scene(m *dateline.Mention, h *hit) int {
	at, prep := b.anchor(m.Head)
	switch {
	case at == h.trigger && at != m.Head:
		return 3 // "the Geneva talks"
	case prep == "" && b.goal(h) && b.objectOf(at, h):
		return 4 // "visited Beijing", "shelled Sarajevo"
	case prep == "to" && h.root == "CONSULT" && b.journey(b.t.head[at], h):
		return 4
	case prep == "from" && h.root == "RETREAT" && h.mode == "withdraw" && b.t.head[at] == h.trigger:
		return 4
	case prep == "on" && at != m.Head && b.carried(at, h):
		return b.governs(at, h) // "on the outskirts of"
	case prep == "on" && b.attack(h) && b.t.head[at] == h.trigger:
		return 4
	case prep == "for" && b.visit(h) && b.t.head[at] == h.trigger && b.lex.inSet("departures", b.t.lemma[h.trigger]):
		return 4
	case b.lex.inSet("place-prepositions", prep), prep == "over" && (b.attack(h) || h.root == "MOBILIZE"):
		if b.carried(at, h) {
			return b.governs(at, h)
		}
	case (prep == "to" || prep == "into") && h.root == "MOBILIZE" && h.mode == "troops" && (b.t.head[at] == h.trigger || b.t.head[at] == h.clause):
		return 2 // "sent ships to the Gulf"
	}
	return 0
}

// carried reports whether the place at token i is the event's rather than that of
// someone or something in it: it depends on the event's own words ("met in Vienna"),
// or on what the event does something to where that is done on the spot ("arrested
// the editor of a paper in Lagos"), not on who acts ("the embassy in London warned")
// nor on what is said, promised or asked for ("agreed to hold a meeting in Baghdad").
func (b *builder) carried(i int, h *hit) bool {
	spot := b.lex.inSet("spot-events", h.root)
	if c := b.t.clauseOf(i); !spot && c != h.clause && b.chained(c, h.clause) {
		return false
	}
	up := b.t.head[i]
	for up >= 0 && b.lex.inSet("place-parts", b.t.lemma[up]) && b.lex.inSet("place-prepositions", b.t.preposition(up)) {
		up = b.t.head[up] // "in the palace in Seoul"
	}
	if up < 0 || up == h.trigger || up == h.clause || up == h.support || b.t.predicate(up) {
		return true
	}
	ends := func(k int) bool { return k < 0 || k == h.trigger || k == h.clause || k == h.support }
	for k := up; !ends(k); k = b.t.head[k] {
		if b.lex.inSet("event-nouns", b.t.lemma[k]) && b.lex.inSet("on-the-spot", b.t.preposition(k)) {
			return true // "told a news conference with the envoy in Vienna"
		}
	}
	for k := up; !ends(k); k = b.t.head[k] {
		prep := b.t.preposition(k)
		switch {
		case b.t.toks[k].Deprel == "nsubj":
			return b.lex.inSet("spot-actors", b.t.lemma[k])
		case prep == "from" && h.root == "RETREAT", prep == "by" && b.lex.inSet("event-nouns", b.t.lemma[b.t.head[k]]):
		case prep != "" && prep != "of" && prep != "on" && prep != "against" && !b.lex.inSet("place-prepositions", prep):
			return false // "briefed them about prospects in Mauritius"
		}
	}
	return spot || b.objectOf(up, h) && (h.root == "SANCTION" || b.lex.inSet("accord", b.t.lemma[up]))
}

// anchor is the word that stands for a place in its clause, and its preposition:
// the place itself, or the word for the part of it that it belongs to ("off the
// coast of Yemen", "at Kabul airport", "in the city of Basra").
func (b *builder) anchor(i int) (at int, prep string) {
	for range 4 {
		prep = b.t.preposition(i)
		if prep == "along" && b.with(i) {
			return i, "with"
		}
		up := b.t.head[i]
		if up < 0 {
			return i, prep
		}
		rel := b.t.rel(i)
		part := b.lex.inSet("place-parts", b.t.lemma[up])
		switch {
		case prep == "of" && part:
		case prep == "" && (rel == "compound" || rel == "nmod" && up > i) && (part || b.lex.inSet("event-nouns", b.t.lemma[up])):
		case prep == "" && (rel == "conj" || rel == "flat" || rel == "appos"):
		default:
			return i, prep
		}
		i = up
	}
	return i, b.t.preposition(i)
}

// with reports whether one of the case marks of i is "with": "along with".
func (b *builder) with(i int) bool {
	for _, k := range b.t.kids[i] {
		if b.t.rel(k) == "case" && b.t.lemma[k] == "with" {
			return true
		}
	}
	return false
}

// objectOf reports whether the word at i is the object of the event's verb, or the
// subject of its passive.
func (b *builder) objectOf(i int, h *hit) bool {
	if b.t.head[i] != h.trigger && b.t.head[i] != h.clause {
		return false
	}
	d := b.t.toks[i].Deprel
	return d == "obj" || d == "nsubj:pass"
}

// visit reports whether the event is a journey to somewhere.
func (b *builder) visit(h *hit) bool {
	return h.root == "CONSULT" && (h.mode == "visit" || b.lex.inSet("journeys", b.t.lemma[h.trigger]))
}

// journey reports whether token i tells the journey that the event is or that leads
// to it: "flew to Kiev for talks", "will go to Havana to meet".
func (b *builder) journey(i int, h *hit) bool {
	if i < 0 || !b.visit(h) && !b.lex.inSet("journeys", b.t.lemma[i]) || b.lex.inSet("diplomat", b.t.lemma[i]) {
		return false
	}
	if i == h.trigger || i == h.clause || i == h.support || h.trigger != h.clause && b.t.within(i, h.trigger) && !b.t.predicate(i) {
		return true
	}
	return h.clause >= 0 && b.t.head[h.clause] == i && (b.t.rel(h.clause) == "advcl" || b.t.rel(h.clause) == "xcomp")
}

// attack reports whether the event strikes a place.
func (b *builder) attack(h *hit) bool { return h.root == "ASSAULT" }

// goal reports whether the object of the event's verb is where it happens.
func (b *builder) goal(h *hit) bool {
	return b.visit(h) || b.attack(h) || strings.HasPrefix(h.root, "MOBILIZE")
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
