package coder

import "slices"

// hit is a frame that fits a place in a sentence.
type hit struct {
	*entry
	trigger int     // token of the trigger word
	clause  int     // predicate that carries it: the trigger, its support verb, or the clause it stands in; -1 for none
	support int     // support verb, or -1
	actor   [][]arg // who acts: alternatives, the likeliest first
	target  [][]arg // the recipients, likewise
	inside  []int   // heads of the arguments: events within them are part of this one
	weight  int     // how exact the frame is
	lifted  bool    // the speaker acts, not the subject of what is said
}

// arg is a token that heads an argument; with modifiers, only what stands before
// the token as its modifier counts ("the RF-DPRK treaty").
type arg struct {
	tok       int
	modifiers bool
	word      bool // the word itself, nothing that depends on it
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
	kind := kindOf(m.t.toks[i].UPOS)
	for _, e := range m.lex.triggers[trigger{kind, m.t.lemma[i]}] {
		h, failed := m.try(e, i, kind)
		if m.tried != nil {
			m.tried(attempt{e, i, failed})
		}
		if failed == "" && (!ok || h.fitsBetter(&best)) {
			best, ok = h, true
		}
	}
	return best, ok && !best.null
}

// fitsBetter prefers the more exact frame; of two frames for one kind of event the
// one that names more of its sides.
func (h *hit) fitsBetter(than *hit) bool {
	if h.root == than.root && h.mode == than.mode {
		if a, b := h.filled(), than.filled(); a != b {
			return a > b
		}
	}
	return h.weight > than.weight
}

// filled counts the sides that the frame found.
func (h *hit) filled() int { return min(len(h.actor), 1) + min(len(h.target), 1) }

// try fits a frame to a trigger; failed says what is missing.
func (m *matcher) try(e *entry, i int, kind byte) (h hit, failed string) {
	h = hit{entry: e, trigger: i, support: -1, clause: i}
	if failed := m.wording(e, i); failed != "" {
		return h, failed
	}
	if m.t.rel(i) == "aux" && m.t.head[i] >= 0 {
		h.support, h.clause = m.t.head[i], m.t.head[i] // "must withdraw"
	} else if kind == 'n' {
		h.support = m.supportOf(e.frame, i)
		if h.clause = h.support; h.clause < 0 {
			h.clause = m.t.clauseOf(i)
		}
		if r := m.t.toks[i].Deprel; r == "compound" || r == "flat" {
			return h, "part of a name or compound"
		}
		if h.support < 0 && (e.carried || m.t.toks[i].UPOS == "PROPN") {
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
	h.weight = len(e.needs) + weightOf(e) + e.rank
	return h, ""
}

func weightOf(e *entry) int {
	n := 0
	for _, c := range e.only {
		if !c.not {
			n += 3
		}
	}
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
	if e.prep != "" && len(m.t.oblique(i, e.prep)) == 0 && len(m.gerund([]int{i}, e.prep)) == 0 {
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
		if !a.modifiers {
			if m.fits(a.tok, c) || m.fitsCounted(a.tok, c) {
				return true
			}
			continue
		}
		for _, k := range m.t.kids[a.tok] {
			if k < a.tok && m.fits(k, c) {
				return true
			}
		}
	}
	return false
}

// fitsCounted looks at what a quantity is of: "dozens of tanks", "143 tons of rice".
func (m *matcher) fitsCounted(tok int, c constraint) bool {
	if !m.lex.inSet("quantity", m.t.lemma[tok]) {
		return false
	}
	return slices.ContainsFunc(m.t.oblique(tok, "of"), func(i int) bool { return m.fits(i, c) })
}

func (m *matcher) fits(tok int, c constraint) bool {
	if c.words[m.t.lemma[tok]] {
		return true
	}
	return slices.ContainsFunc(c.classes, func(class string) bool { return m.isOf(tok, class) })
}

// isOf reports whether a token is of a class: %name, %pronoun, %verb, %to (an
// infinitive), %number.
func (m *matcher) isOf(i int, class string) bool {
	t := m.t
	switch class {
	case "%name":
		return t.toks[i].UPOS == "PROPN"
	case "%pronoun":
		return t.toks[i].XPOS == "PRP" || t.toks[i].XPOS == "DT" || t.toks[i].XPOS == "WP"
	case "%verb":
		return t.toks[i].UPOS == "VERB"
	case "%to":
		mk := t.kid(i, "mark")
		return mk >= 0 && t.lemma[mk] == "to"
	case "%number":
		return t.toks[i].UPOS == "NUM"
	}
	return false
}

// fill looks up the participants.
func (m *matcher) fill(h *hit) {
	h.actor = m.alternatives(h, h.entry.actor)
	h.target = m.alternatives(h, h.entry.recipient)
	for _, list := range [][]slot{h.entry.actor, h.entry.recipient, h.entry.needs, h.entry.bound} {
		for _, s := range list {
			for _, base := range s.heads() {
				if base == "subj" || base == "speaker" {
					continue
				}
				for _, a := range m.slot(h, slot{base: base}) {
					if a.tok != h.trigger && !slices.Contains(h.inside, a.tok) {
						h.inside = append(h.inside, a.tok)
					}
				}
			}
		}
	}
	if m.t.toks[h.trigger].UPOS == "VERB" {
		h.inside = append(h.inside, m.content(h)...)
	}
	if h.prep != "" {
		for _, a := range m.prepositional(h, h.prep) {
			h.inside = append(h.inside, a.tok)
		}
	}
}

// content is what a verb asks for, or blames its object for: no event of its own,
// whether a slot reads it or not.
func (m *matcher) content(h *hit) []int {
	var args []arg
	switch h.root {
	case "REQUEST":
		args = m.slot(h, slot{base: "comp"})
	case "ACCUSE":
		args = append(m.gerund([]int{h.trigger}, "of"), m.gerund([]int{h.trigger}, "for")...)
	}
	var out []int
	for _, a := range args {
		out = append(out, a.tok)
	}
	return out
}

// alternatives are the filled ones of a role's slots, in order.
func (m *matcher) alternatives(h *hit, list []slot) [][]arg {
	var out [][]arg
	for _, s := range list {
		if as := m.slot(h, s); len(as) > 0 {
			out = append(out, as)
		}
	}
	return out
}

// partOf says of which other hit a hit is part, "" for none: it lies inside the
// arguments of the other, or is the verb that carries its noun. What only carries
// another holds nothing of its own. Carried is that of the hits.
func (m *matcher) partOf(hits []hit, carried []int, i int) string {
	if j := carried[i]; j >= 0 {
		return "carries " + m.t.toks[hits[j].trigger].Form
	}
	if j := m.agendaOf(hits, i); j >= 0 {
		return "what " + hits[j].name + " is for"
	}
	for j := range hits {
		if i == j || hits[j].transparent || carried[j] >= 0 {
			continue
		}
		for _, top := range hits[j].inside {
			if m.t.within(hits[i].trigger, top) && !m.t.within(hits[j].trigger, hits[i].trigger) && !m.toldOf(hits[i].trigger, top) {
				return "inside " + hits[j].name
			}
		}
	}
	return ""
}

// agendaOf is the meeting or visit that hit i is the purpose of, with nobody of its
// own to talk to: "they met to discuss trade"; -1 for none.
func (m *matcher) agendaOf(hits []hit, i int) int {
	h := &hits[i]
	if h.root != "CONSULT" || h.trigger != h.clause || len(h.target) > 0 || m.t.kid(h.trigger, "nsubj") >= 0 {
		return -1
	}
	mark := m.t.kid(h.trigger, "mark")
	if r := m.t.rel(h.trigger); mark < 0 || m.t.lemma[mark] != "to" || r != "advcl" && r != "xcomp" && r != "acl" {
		return -1
	}
	up := m.t.head[h.trigger]
	return slices.IndexFunc(hits, func(o hit) bool {
		return o.root == "CONSULT" && o.trigger != h.trigger && (o.trigger == up || o.support == up)
	})
}

// toldOf reports whether a token stands in a relative clause about a name within
// top: what is added about somebody is an event of its own.
func (m *matcher) toldOf(i, top int) bool {
	for ; i >= 0 && i != top; i = m.t.head[i] {
		if h := m.t.head[i]; m.t.toks[i].Deprel == "acl:relcl" && h >= 0 && m.t.toks[h].UPOS == "PROPN" {
			return true
		}
	}
	return false
}

// carried are, for each hit, the hit whose noun its trigger carries as its verb, -1 for
// none.
func carried(hits []hit) []int {
	nouns := map[int][]int{} // by the verb that carries them
	for j := range hits {
		nouns[hits[j].support] = append(nouns[hits[j].support], j)
	}
	out := make([]int, len(hits))
	for i := range hits {
		verb := hits[i].trigger
		out[i] = -1
		if k := slices.IndexFunc(nouns[verb], func(j int) bool { return hits[j].trigger != verb }); k >= 0 {
			out[i] = nouns[verb][k]
		}
	}
	return out
}
