package coder

import "github.com/dateline/dateline"

// How closely a time expression belongs to an event.
const (
	unrelated  = iota
	beside     // in a clause beside the event's: a participle, the first of two joined clauses
	inArgument // behind an argument of the event's verb ("killed five people on Monday")
	inClause   // inside an adverbial of the event's clause ("at a meeting on Monday")
	ofClause   // itself an adverbial of the event's clause
	ofNoun     // within the event noun's phrase
)

// clauseDate is the date that the event's own clause states. Ahead tells that the
// event is told of the future; no other event can lie behind the report's day.
func (b *builder) clauseDate(m *matcher, h *hit, ahead bool) dateline.EventDate {
	best, bestRank := -1, unrelated
	for _, i := range b.mentions {
		if !b.bounded(i) {
			continue
		}
		rank := b.dateRank(m, i, h)
		if t := b.r.Mentions[i].Time; rank > unrelated && !ahead && b.r.Published != "" && t.First > b.r.Published && h.trigger == h.clause {
			continue // of what was agreed on, called for, announced
		}
		if rank > bestRank || rank == bestRank && best >= 0 && b.finer(i, best) {
			best, bestRank = i, rank
		}
	}
	if best < 0 {
		return dateline.EventDate{}
	}
	date := b.dateOf(best)
	if ahead {
		b.nextWeekday(h, &date)
	}
	b.bound(b.r.Mentions[best].Head, &date)
	b.lasting(h, &date)
	return date
}

// vague reports whether the event's clause puts it at some time past that no day
// bounds: recently, several weeks ago.
func (b *builder) vague(m *matcher, h *hit) bool {
	for _, i := range b.mentions {
		x := &b.r.Mentions[i]
		if x.Kind == dateline.TimeMention && x.Time != nil && x.Time.Value == "PAST_REF" && x.Head >= 0 && x.Head < len(b.t.toks) && b.dateRank(m, i, h) > inArgument {
			return true
		}
	}
	return false
}

// bounded reports whether a mention is a time that lies on the calendar.
func (b *builder) bounded(i int) bool {
	m := &b.r.Mentions[i]
	return m.Kind == dateline.TimeMention && m.Time != nil && (m.Time.First != "" || m.Time.Last != "") && m.Head >= 0 && m.Head < len(b.t.toks)
}

// dateRank ranks how closely the time mention i belongs to the event.
func (b *builder) dateRank(m *matcher, i int, h *hit) int {
	t, at := b.t, b.r.Mentions[i].Head
	noun := h.trigger != h.clause
	if noun && t.within(at, h.trigger) && b.sameOrStart(at, h.trigger) && !b.ofOtherEvent(at, h.trigger) {
		return ofNoun
	}
	c := t.clauseOf(at)
	if h.clause < 0 || c < 0 || noun && h.support < 0 && !b.adverbial(h.trigger) {
		return unrelated
	}
	switch {
	case c == h.clause || b.chained(c, h.clause) || b.chained(h.clause, c):
		return b.rankIn(i, c, h)
	case b.besides(m, at, c, h.clause):
		return beside
	}
	return unrelated
}

// rankIn ranks a time that stands in clause c, which is the event's own or chained
// to it, by what lies between.
func (b *builder) rankIn(i, c int, h *hit) int {
	t, m := b.t, &b.r.Mentions[i]
	rank := ofClause
	if c != h.clause && h.trigger == h.clause && t.within(c, h.clause) && h.entry.status != "" && (!b.oneDay(i) || limits(t.preposition(m.Head))) {
		return unrelated // "agreed to pay in the third quarter"
	}
	for k := m.Head; k != c; k = t.head[k] {
		up := t.head[k]
		if up == c {
			break
		}
		if up != h.trigger && !b.adverbial(up) && (b.eventNoun(up) && !b.lex.inSet("accord", t.lemma[up]) || b.lex.inSet("document", t.lemma[up])) {
			return unrelated
		}
		if t.rel(up) == "obl" || t.rel(up) == "advmod" {
			rank = min(rank, inClause)
			continue
		}
		if up > m.Head || t.preposition(k) == "of" || t.rel(k) == "nmod" && t.toks[k].Deprel == "nmod:poss" {
			return unrelated // the 1961 treaty, the treaty of 1961
		}
		rank = min(rank, inArgument)
	}
	return rank
}

// eventNoun reports whether a token is a noun that may state an event.
func (b *builder) eventNoun(i int) bool {
	return b.t.toks[i].UPOS == "NOUN" && len(b.lex.triggers[trigger{'n', b.t.lemma[i]}]) > 0
}

// ofOtherEvent reports whether an event noun stands between the time and the
// event's own: "the signing of a pact on the withdrawal by late August".
func (b *builder) ofOtherEvent(at, top int) bool {
	for i := b.t.head[at]; i >= 0 && i != top; i = b.t.head[i] {
		if b.eventNoun(i) && b.t.rel(i) != "conj" {
			return true
		}
	}
	return false
}

// adverbial reports whether a noun is told as the time or occasion of its clause:
// during the visit, at talks, after the raid.
func (b *builder) adverbial(n int) bool {
	switch b.t.preposition(n) {
	case "during", "throughout":
		return true
	case "at", "in", "on", "upon", "following", "after":
		return b.t.rel(n) == "obl"
	}
	return false
}

// besides reports whether a time of clause c holds for the clause own as well: one is
// told as the time or manner of the other ("speaking on Monday, he accused"), or they
// are joined by "and" without saying who acts anew.
func (b *builder) besides(m *matcher, at, c, own int) bool {
	t := b.t
	switch {
	case t.head[c] >= 0 && t.rel(c) == "acl" && t.head[c] == t.surfaceSubject(own) && b.lex.inSet("document", t.lemma[t.head[c]]):
		return b.direct(at, c) // a statement issued on Monday
	case t.head[c] == own && t.rel(c) == "conj" && at > c && t.kid(c, "nsubj", "nsubj:pass") < 0 && b.direct(at, c):
		return m.clause(own, 0).status == m.clause(c, 0).status // "meet X and call on Y on Monday"
	case t.rel(c) == "advcl" && b.chained(t.head[c], own), t.head[own] == c && t.rel(own) == "advcl":
		return sameTime(t, c, own) && b.direct(at, c)
	case t.head[own] == c && t.rel(own) == "conj" && at < own && b.direct(at, c):
		if at < c {
			return true
		}
		return t.kid(own, "nsubj", "nsubj:pass") < 0 && m.clause(own, 0).status == m.clause(c, 0).status
	}
	return false
}

// sameTime reports whether of two clauses one is told as the time or the manner of
// the other: a participle without a subject of its own, what begins with "when", what
// an event is told to have come after, what somebody came to do.
func sameTime(t *tree, c, own int) bool {
	low := c
	if t.head[own] == c {
		low = own
	}
	switch mark := t.markOf(low); {
	case mark == "" && t.toks[low].XPOS == "VBG":
		return t.kid(low, "nsubj") < 0
	case mark == "when" || mark == "as" || mark == "while":
		return true
	case mark == "":
		return t.kid(low, "advmod") >= 0 && t.lemma[t.kid(low, "advmod")] == "when"
	default:
		return (mark == "after" || mark == "to") && low == own
	}
}

// direct reports whether a time is an adverbial of the clause, or stands in one.
func (b *builder) direct(at, c int) bool {
	for i := at; i >= 0 && i != c; i = b.t.head[i] {
		if r := b.t.rel(i); r != "obl" && r != "advmod" && r != "nmod" && r != "obj" {
			return false
		}
	}
	return true
}

// governs ranks how closely a place belongs to the event: 3 within the event noun's
// phrase, 2 in its clause, 1 in the clause it is coordinated with, 0 not at all.
func (b *builder) governs(at int, h *hit) int {
	t := b.t
	noun := h.trigger != h.clause
	if noun && t.within(at, h.trigger) && b.sameOrStart(at, h.trigger) {
		return 3
	}
	if h.clause < 0 {
		return 0
	}
	c := t.clauseOf(at)
	if c < 0 {
		return 0
	}
	if c == h.clause || b.chained(c, h.clause) || b.chained(h.clause, c) {
		return 2
	}
	if t.rel(h.clause) == "conj" && t.head[h.clause] == c && at < h.clause && at < c {
		return 1
	}
	if !noun && t.within(at, h.clause) && b.sameOrStart(at, h.clause) {
		return 1
	}
	return 0
}

// chained reports whether lower hangs on upper by open complements alone.
func (b *builder) chained(lower, upper int) bool {
	for i := lower; i >= 0; i = b.t.head[i] {
		if i == upper {
			return true
		}
		if r := b.t.rel(i); r != "xcomp" && r != "aux" {
			return false
		}
	}
	return false
}

// sameOrStart reports whether the time stands in the phrase of top itself, or in a
// relative clause that tells its beginning or end.
func (b *builder) sameOrStart(at, top int) bool {
	for i := at; i >= 0 && i != top; i = b.t.head[i] {
		if !b.t.predicate(i) {
			continue
		}
		if b.t.rel(i) != "acl" || !b.lex.inSet("occur", b.t.lemma[i]) {
			return false
		}
	}
	return true
}
