package coder

import "slices"

// hit is a frame that fits a place in a sentence.
type hit struct {
	*entry
	trigger int // token of the trigger word
	clause  int // predicate that carries it: the trigger, its support verb, or the clause it stands in; -1 for none
	support int // support verb, or -1
	actor   []arg
	target  []arg // the recipients
	inside  []int // heads of the arguments: events within them are part of this one
	weight  int   // how exact the frame is
}

// arg is a token that heads an argument; with modifiers, only what stands before
// the token as its modifier counts ("the RF-DPRK treaty").
type arg struct {
	tok       int
	modifiers bool
}

// attempt is a frame that was tried, for Explain.
type attempt struct {
	*entry
	trigger int
	failed  string // "" where it fits
}

// matcher finds the frames that fit a sentence.
type matcher struct {
	lex   *lexicon
	t     *tree
	tried func(attempt) // may be nil
}

// hits lists the frames that fit, the best one of each trigger word.
func (m *matcher) hits() []hit {
	var out []hit
	for i := range m.t.toks {
		if h, ok := m.at(i); ok {
			out = append(out, h)
		}
	}
	return out
}

// at finds the most exact frame whose trigger is token i.
func (m *matcher) at(i int) (best hit, ok bool) {
	kind := byte(0)
	switch m.t.toks[i].UPOS {
	case "VERB":
		kind = 'v'
	case "NOUN", "PROPN":
		kind = 'n'
	case "ADJ":
		kind = 'a'
	default:
		return hit{}, false
	}
	for _, e := range m.lex.triggers[trigger{kind, m.t.lemma[i]}] {
		h, failed := m.try(e, i, kind)
		if m.tried != nil {
			m.tried(attempt{e, i, failed})
		}
		if failed == "" && (!ok || h.weight > best.weight) {
			best, ok = h, true
		}
	}
	return best, ok
}

// try fits a frame to a trigger; failed says what is missing.
func (m *matcher) try(e *entry, i int, kind byte) (h hit, failed string) {
	h = hit{entry: e, trigger: i, support: -1, clause: i}
	if failed := m.wording(e, i); failed != "" {
		return h, failed
	}
	if kind == 'n' {
		h.support = m.supportOf(e.frame, i)
		if h.clause = h.support; h.clause < 0 {
			h.clause = m.t.clauseOf(i)
		}
		if e.carried && h.support < 0 {
			return h, "no verb that carries the noun"
		}
	} else if !m.t.predicate(i) && !m.t.isVerb(i) && kind == 'v' {
		return h, "no predicate"
	}
	for _, s := range e.needs {
		if len(m.slot(&h, s)) == 0 {
			return h, "no " + s.String()
		}
	}
	for _, c := range e.only {
		if m.holds(&h, c) == c.not {
			return h, "the words of " + c.slot.String()
		}
	}
	m.fill(&h)
	h.weight = 2*len(e.only) + len(e.needs) + weightOf(e)
	return h, ""
}

func weightOf(e *entry) int {
	n := 0
	for _, s := range []string{e.particle, e.prep, e.modifier} {
		if s != "" {
			n += 2
		}
	}
	return n
}

func (s slot) String() string {
	if s.step != "" {
		return s.base + ">" + s.step
	}
	return s.base
}

// wording checks the particle, the preposition and the modifier of a trigger.
func (m *matcher) wording(e *entry, i int) string {
	if e.particle != "" && !m.t.hasParticle(i, e.particle) {
		return "no particle " + e.particle
	}
	if e.prep != "" && len(m.prepositional(&hit{entry: e, trigger: i, support: -1, clause: i}, e.prep)) == 0 {
		return "no complement with " + e.prep
	}
	if e.modifier == "" {
		return ""
	}
	for _, k := range m.t.kids[i] {
		if m.t.lemma[k] == e.modifier {
			return ""
		}
	}
	return "no modifier " + e.modifier
}

func (m *matcher) holds(h *hit, c constraint) bool {
	for _, a := range m.slot(h, c.slot) {
		if c.words[m.t.lemma[a.tok]] || c.words["%name"] && m.t.toks[a.tok].UPOS == "PROPN" {
			return true
		}
	}
	return false
}

// fill looks up the participants; of the alternatives of a role the first that
// is there counts.
func (m *matcher) fill(h *hit) {
	h.actor = m.first(h, h.entry.actor)
	h.target = m.first(h, h.entry.recipient)
	for _, list := range [][]slot{h.entry.actor, h.entry.recipient, h.entry.needs, h.entry.bound} {
		for _, s := range list {
			if s.base == "subj" || s.base == "speaker" {
				continue
			}
			for _, a := range m.slot(h, slot{base: s.base}) {
				if a.tok != h.trigger && !slices.Contains(h.inside, a.tok) {
					h.inside = append(h.inside, a.tok)
				}
			}
		}
	}
	if h.prep != "" {
		for _, a := range m.prepositional(h, h.prep) {
			h.inside = append(h.inside, a.tok)
		}
	}
}

// first is the union of the leading alternatives: slots are tried in order, and the
// first filled one counts.
func (m *matcher) first(h *hit, list []slot) []arg {
	for _, s := range list {
		if as := m.slot(h, s); len(as) > 0 {
			return as
		}
	}
	return nil
}
