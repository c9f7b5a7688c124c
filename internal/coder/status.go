package coder

import (
	"slices"

	"github.com/dateline/dateline"
)

// standing is what the grammar says of a clause: did it happen, is it history.
type standing struct {
	status dateline.Status
	past   bool // past perfect
	ahead  bool // told of the future, though the announcement itself has happened
	vague  bool // a wish, an attempt or an ability: no statement about an event
	why    string
}

// standingOf reads tense, modality and negation of the event's clause and of the
// clauses above it.
func (m *matcher) standingOf(h *hit) standing {
	if h.entry.future && h.entry.status != "" {
		if st := m.clause(h.clause, 0); st.status != dateline.Planned || st.vague {
			return st
		}
		return standing{status: dateline.Status(h.entry.status), ahead: true, why: "frame"}
	}
	if s := dateline.Status(h.entry.status); s != "" {
		if m.t.rel(h.trigger) == "aux" {
			return standing{status: s, why: "frame"}
		}
		st := m.clause(h.clause, 0)
		if st.status == dateline.DeniedStatus || h.trigger == h.clause && m.ahead(h.clause, st) {
			return st
		}
		return standing{status: s, why: "frame"}
	}
	noun := h.trigger != h.clause
	if noun {
		if s, ok := m.nominal(h.trigger); ok {
			return s
		}
		if m.identity(h.trigger) {
			return standing{status: dateline.Hypothetical, vague: true, why: "is"}
		}
		if h.clause < 0 {
			return standing{status: dateline.Happened}
		}
		if h.support < 0 {
			return m.presupposed(h)
		}
	}
	return m.clause(h.clause, 0)
}

// ahead reports whether a verb that makes an event by being uttered stands in the
// future, in doubt or as a purpose itself: will offer, may agree, came to pledge.
func (m *matcher) ahead(v int, st standing) bool {
	if !m.lex.inSet("utter", m.t.lemma[v]) {
		return false
	}
	if _, ok := m.modal(v); ok {
		return true
	}
	return st.status == dateline.Planned && st.why == "to"
}

// identity reports whether an event noun is what something is said to be ("the
// condition is the withdrawal of"), which tells no event; "it was the first visit" does.
func (m *matcher) identity(n int) bool {
	t := m.t
	for t.rel(n) == "conj" && t.head[n] >= 0 && !t.isVerb(t.head[n]) {
		n = t.head[n]
	}
	if t.kid(n, "cop") < 0 {
		return false
	}
	sub := t.kid(n, "nsubj", "nsubj:outer")
	return sub >= 0 && t.toks[sub].UPOS != "PRON" && t.toks[sub].UPOS != "PROPN"
}

// presupposed is the standing of an event noun that no verb carries: it stands as a
// fact unless its clause lies in the future.
func (m *matcher) presupposed(h *hit) standing {
	s := m.clause(h.clause, 0)
	if s.status == dateline.Planned {
		s.vague = s.vague && m.t.rel(h.trigger) == "obj"
		return s
	}
	return standing{status: dateline.Happened, past: s.past, why: "noun"}
}

// nominal reads modifiers of an event noun: planned talks, no visit.
func (m *matcher) nominal(n int) (standing, bool) {
	for _, k := range m.t.kids[n] {
		l := m.t.lemma[k]
		switch {
		case l == "any" && m.t.rel(k) == "det":
			return standing{status: dateline.Hypothetical, vague: true, why: l}, true
		case l == "no" && m.t.rel(k) == "det" || l == "without" && m.t.rel(k) == "case":
			return standing{status: dateline.DeniedStatus, why: l}, true
		case m.t.toks[k].Deprel == "acl:relcl" && m.t.toks[k].XPOS == "VBD" && m.lex.inSet("occur", l):
			return standing{status: dateline.Happened, why: l}, true // "his visit, which began on Monday"
		case m.t.rel(k) == "amod" && m.lex.inSet("future", l):
			return standing{status: dateline.Planned, why: l}, true
		case m.t.rel(k) == "amod" && m.lex.inSet("possible", l):
			return standing{status: dateline.Hypothetical, why: l}, true
		}
	}
	if h := m.t.head[n]; h >= 0 && m.t.rel(n) == "nmod" && m.lex.inSet("prospect", m.t.lemma[h]) {
		if p := m.t.preposition(n); p == "of" || p == "for" {
			return standing{status: dateline.Hypothetical, vague: true, why: m.t.lemma[h]}, true
		}
	}
	return standing{}, false
}

// clause reads the standing of a predicate.
func (m *matcher) clause(v, depth int) standing {
	t := m.t
	if v < 0 || depth > 8 {
		return standing{status: dateline.Happened}
	}
	if mk := t.kid(v, "mark"); mk >= 0 && m.lex.inSet("if", t.lemma[mk]) && t.rel(v) != "ccomp" {
		return standing{status: dateline.Hypothetical, why: t.lemma[mk]}
	}
	if m.negated(v) {
		if m.isOf(v, "%to") && m.t.rel(v) != "xcomp" {
			return standing{status: dateline.DeniedStatus, vague: true, why: "not to"}
		}
		return standing{status: dateline.DeniedStatus, past: m.pastPerfect(v), why: "negation"}
	}
	if s, ok := m.unreal(v); ok {
		return s
	}
	if s, ok := m.modal(v); ok {
		if h := t.head[v]; t.rel(v) == "ccomp" && h >= 0 && m.lex.inSet("wish", t.lemma[h]) {
			s.vague, s.why = true, t.lemma[h]
		}
		return s
	}
	return m.above(v, depth)
}

// above takes the standing over from the governing clause where grammar says so.
func (m *matcher) above(v, depth int) standing {
	t := m.t
	here := standing{status: dateline.Happened, past: m.pastPerfect(v)}
	h := t.head[v]
	if h < 0 {
		return here
	}
	to := t.kid(v, "mark")
	infinitive := to >= 0 && t.lemma[to] == "to"
	switch t.rel(v) {
	case "conj":
		if t.predicate(h) || t.isVerb(h) {
			finite := slices.Contains([]string{"VBD", "VBZ"}, t.toks[v].XPOS) && t.kid(h, "aux") >= 0
			if t.kid(v, "aux", "nsubj", "nsubj:pass") < 0 && !finite || infinitive {
				return m.clause(h, depth+1)
			}
		}
	case "xcomp":
		return m.complementOf(h, depth)
	case "ccomp", "csubj":
		if m.lex.inSet("deny", t.lemma[h]) {
			return standing{status: dateline.DeniedStatus, why: t.lemma[h]}
		}
		if m.negated(h) {
			return m.disowned(h)
		}
		if s := (standing{status: dateline.Hypothetical, vague: true, why: t.lemma[h]}); m.lex.inSet("wish", t.lemma[h]) {
			return s
		}
		if infinitive {
			return m.complementOf(h, depth)
		}
	case "acl", "advcl":
		if infinitive {
			return m.infinitive(v, h, depth)
		}
		if t.rel(v) == "acl" && to >= 0 && t.lemma[to] == "that" && m.lex.inSet("prospect", t.lemma[h]) {
			return standing{status: dateline.Hypothetical, vague: true, why: t.lemma[h]}
		}
		if t.toks[v].Deprel != "acl:relcl" && t.toks[v].XPOS == "VBG" {
			if t.rel(v) == "acl" {
				h = t.clauseOf(h)
			}
			return m.clause(h, depth+1)
		}
	}
	return here
}

// disowned is the standing of what a negated clause is about: "it is not true that",
// "he did not say that".
func (m *matcher) disowned(h int) standing {
	switch l := m.t.lemma[h]; l {
	case "true", "correct", "case", "right":
		return standing{status: dateline.DeniedStatus, why: "not " + l}
	default:
		return standing{status: dateline.Hypothetical, vague: true, why: "not " + l}
	}
}

// complementOf is the standing of the complement of a verb: plan to, fail to, want to.
func (m *matcher) complementOf(h, depth int) standing {
	l := m.t.lemma[h]
	switch {
	case l == "go" && m.t.toks[h].XPOS == "VBG", l == "be" || l == "have", m.lex.inSet("plan", l):
		return standing{status: dateline.Planned, why: l}
	case journeys[l]:
		if st := m.clause(h, depth+1); st.status != dateline.Happened {
			return st
		}
		return standing{status: dateline.Planned, why: "to"}
	case m.lex.inSet("deny", l):
		return standing{status: dateline.DeniedStatus, why: l}
	case m.lex.inSet("wish", l):
		return standing{status: dateline.Hypothetical, vague: true, why: l}
	case m.t.toks[h].UPOS == "ADJ":
		if m.lex.inSet("ready", l) {
			return standing{status: dateline.Planned, why: l}
		}
		return standing{status: dateline.Hypothetical, vague: true, why: l}
	}
	return m.clause(h, depth+1)
}

// journeys are the verbs after which an infinitive is a purpose.
var journeys = map[string]bool{"come": true, "go": true, "arrive": true, "travel": true, "fly": true, "return": true, "leave": true, "gather": true}

// infinitive is the standing of a purpose or of what a noun is to bring: "came to
// sign", "a pact to be signed", "efforts to free".
func (m *matcher) infinitive(v, h, depth int) standing {
	l := m.t.lemma[h]
	switch {
	case m.lex.inSet("manage", l):
		return m.clause(h, depth+1)
	case m.lex.inSet("attempt", l):
		return standing{status: dateline.Hypothetical, vague: true, why: l}
	}
	if m.t.predicate(h) {
		if s := m.clause(h, depth+1); s.status == dateline.Hypothetical || s.status == dateline.DeniedStatus {
			return s
		}
	}
	return standing{status: dateline.Planned, why: "to"}
}
