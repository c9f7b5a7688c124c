package coder

import (
	"slices"
	"strings"
)

// slot resolves a place in the syntax to the tokens that stand there.
//
//	subj obj iobj        logical subject, object, indirect object of the verb (of the support verb for a noun)
//	comp                 clausal complement; comp>subj, comp>obj its subject, object
//	poss mod             possessor, any modifier before a noun
//	speaker              subject of the clause that the event's clause depends on
//	self                 the trigger
//	SLOT>all             every word in the argument
//	with, on, between …  complement with the preposition
//	to|in                either
func (m *matcher) slot(h *hit, s slot) []arg {
	var base []arg
	for name := range strings.SplitSeq(s.base, "|") {
		if b, step, ok := strings.Cut(name, ">"); ok { // "obj>of|obj>poss"
			base = append(base, m.slot(h, slot{b, step})...)
		} else {
			base = append(base, m.base(h, name)...)
		}
	}
	for step, rest := "", s.step; rest != ""; {
		step, rest, _ = strings.Cut(rest, ">")
		var next []arg
		for _, a := range base {
			next = append(next, m.step(a.tok, step)...)
		}
		base = next
	}
	return base
}

func (m *matcher) base(h *hit, name string) []arg {
	t, verb := m.t, h.clause
	noun := h.trigger != h.clause
	if noun && h.support < 0 {
		verb = -1
	}
	switch name {
	case "self":
		return []arg{{tok: h.trigger}}
	case "subj":
		if verb >= 0 {
			return m.expand(t.subject(verb), h.trigger)
		}
	case "obj":
		if verb >= 0 {
			if o := t.object(verb); o >= 0 {
				return m.expand(o, h.trigger)
			}
			return m.expand(m.particleObject(h, verb), h.trigger)
		}
	case "iobj":
		if verb >= 0 {
			return m.expand(t.indirect(verb), h.trigger)
		}
	case "comp":
		return m.complement(h)
	case "speaker":
		return m.speaker(h)
	case "of":
		if h.trigger == h.clause {
			return m.prepositional(h, name)
		}
		return m.step(h.trigger, name)
	case "poss", "mod":
		return m.step(h.trigger, name)
	default:
		return m.prepositional(h, name)
	}
	return nil
}

// particleObject is the object of a verb whose particle was read as a preposition
// ("handed over the suspect") or which was read as an adverbial ("called off the
// strike"); -1 for none.
func (m *matcher) particleObject(h *hit, v int) int {
	if h.entry == nil || h.entry.particle == "" {
		return -1
	}
	t := m.t
	for _, k := range t.kids[v] {
		if k < v || t.rel(k) != "obl" || t.isTime(k) {
			continue
		}
		p := t.kid(k, "case")
		if p < 0 || p == v+1 && t.lemma[p] == h.entry.particle && t.second(k) == "" {
			return k
		}
	}
	return -1
}

// expand is a token with its conjuncts; the trigger itself is no argument.
func (m *matcher) expand(tok, trigger int) []arg {
	if tok < 0 || tok == trigger {
		return nil
	}
	var out []arg
	for _, c := range m.t.conjuncts(tok) {
		if c != trigger {
			out = append(out, arg{tok: c})
		}
	}
	return out
}

// step goes from an argument to a part of it.
func (m *matcher) step(tok int, name string) []arg {
	t := m.t
	switch name {
	case "mod":
		return []arg{{tok: tok, modifiers: true}}
	case "all":
		var out []arg
		for i := t.lo[tok]; i <= t.hi[tok]; i++ {
			if t.within(i, tok) && t.toks[i].UPOS != "PUNCT" {
				out = append(out, arg{tok: i, word: true})
			}
		}
		return out
	case "poss":
		return m.expand(t.kid(tok, "nmod:poss"), tok)
	case "subj":
		return m.expand(t.surfaceSubject(tok), tok)
	case "obj":
		return m.expand(t.object(tok), tok)
	case "self":
		return []arg{{tok: tok}}
	case "comp":
		return m.complementAt(tok)
	}
	return m.phrase(tok, name, 0)
}

// phrase finds the complements of a noun with a preposition, over the chain of its
// genitives: "treaty of friendship and cooperation between A and B".
func (m *matcher) phrase(tok int, prep string, depth int) []arg {
	t := m.t
	var out []arg
	for _, i := range t.oblique(tok, prep) {
		out = append(out, arg{tok: i})
	}
	if len(out) > 0 || depth > 3 || prep == "of" || prep == "by" && depth > 0 {
		return out
	}
	for _, k := range t.kids[tok] {
		if k < tok {
			continue
		}
		switch r := t.rel(k); {
		case r == "conj" && !t.predicate(k), r == "appos", r == "nmod" && through(prep, t.preposition(k)):
			if out := m.phrase(k, prep, depth+1); len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// inside lists the prepositions over which a complement may stand away from its noun.
func inside(p string) bool { return p == "of" || p == "on" || p == "for" || p == "in" }

// through reports whether a complement with one preposition may be sought behind one
// with another: "the arrest of the envoy by police", "an attack by rebels on the town".
func through(prep, over string) bool {
	if prep == "by" {
		return over == "of"
	}
	return inside(over) || over == "by"
}

// prepositional finds the complements with a preposition: of the trigger, of the
// support verb, and of the object, since an attachment between them is a toss-up.
func (m *matcher) prepositional(h *hit, prep string) []arg {
	t := m.t
	heads := []int{h.trigger}
	if h.support >= 0 {
		heads = append(heads, h.support)
	}
	if v := h.clause; v >= 0 && (h.support >= 0 || v == h.trigger) {
		if o := t.kid(v, "obj", "xcomp"); o >= 0 && o != h.trigger {
			heads = append(heads, o)
			if x := t.kid(o, "obj"); x >= 0 && t.rel(o) == "xcomp" && x != h.trigger {
				heads = append(heads, x)
			}
		}
	}
	for _, i := range heads {
		var out []arg
		for _, k := range t.oblique(i, prep) {
			if k != h.trigger {
				out = append(out, arg{tok: k})
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	if prep != "of" && (prep != "in" || h.trigger != h.clause) {
		far := heads[:1]
		if h.trigger == h.clause {
			far = slices.Concat(heads[1:], m.beside(h.trigger))
		}
		for _, i := range far {
			if out := m.phrase(i, prep, 0); len(out) > 0 {
				return out
			}
		}
	}
	if prep == "between" || prep == "among" {
		if out := m.parties(h.trigger, prep); len(out) > 0 {
			return out
		}
	}
	return m.gerund(heads, prep)
}

// beside are the adverbials of a verb that what follows them may have been attached
// to: "met in Paris with", "pledged two million in aid to".
func (m *matcher) beside(v int) []int {
	var out []int
	for _, k := range m.t.kids[v] {
		if k > v && m.t.rel(k) == "obl" && inside(m.t.preposition(k)) {
			out = append(out, k)
		}
	}
	return out
}

// parties are those behind a preposition that stands next to its noun, whatever
// relation joins them to it: long names and titles lead the parser astray ("talks
// between Minister A B and his counterpart C D").
func (m *matcher) parties(noun int, prep string) []arg {
	t := m.t
	if noun+1 >= len(t.toks) || t.lemma[noun+1] != prep {
		return nil
	}
	head := t.head[noun+1]
	if head <= noun+1 || !t.within(head, noun) {
		return nil
	}
	out := []arg{{tok: head}}
	for _, k := range t.kids[head] {
		if k > noun+1 && k < head && t.kid(k, "conj") >= 0 {
			out = append(out, arg{tok: k})
		}
	}
	return out
}

// gerund finds a clause marked by the preposition ("refrain from attacking").
func (m *matcher) gerund(heads []int, prep string) []arg {
	for _, i := range heads {
		for _, k := range m.t.kids[i] {
			switch m.t.rel(k) {
			case "advcl", "acl", "xcomp", "ccomp":
				if mk := m.t.kid(k, "mark"); mk >= 0 && m.t.lemma[mk] == prep {
					return []arg{{tok: k}}
				}
			}
		}
	}
	return nil
}

func (m *matcher) complement(h *hit) []arg {
	at := h.clause
	if h.trigger != h.clause {
		at = h.trigger // "an agreement to withdraw"
	}
	if at < 0 {
		return nil
	}
	return m.complementAt(at)
}

// complementAt is the clause that completes a verb or a noun.
func (m *matcher) complementAt(at int) []arg {
	t := m.t
	for _, k := range t.kids[at] {
		switch t.rel(k) {
		case "xcomp", "ccomp", "csubj":
			return []arg{{tok: k}}
		case "acl", "advcl":
			if mk := t.kid(k, "mark"); mk >= 0 && (t.lemma[mk] == "to" || t.lemma[mk] == "that") && k > at {
				return []arg{{tok: k}}
			}
		}
	}
	return nil
}

// speaker is the subject of the clause above the event's own.
func (m *matcher) speaker(h *hit) []arg {
	t := m.t
	for v, steps := h.clause, 0; v >= 0 && steps < 8; v, steps = t.head[v], steps+1 {
		if r := t.rel(v); (r == "ccomp" || r == "acl" || r == "parataxis") && t.head[v] >= 0 {
			up := t.clauseOf(t.head[v])
			if s := t.surfaceSubject(up); s >= 0 && s != t.surfaceSubject(h.clause) {
				return m.expand(s, h.trigger)
			}
		}
	}
	return nil
}

// supportOf is the verb that carries an event noun ("hold talks", "talks took
// place", "arrive on a visit"), or -1.
func (m *matcher) supportOf(f *frame, noun int) int {
	t := m.t
	n := noun
	for t.rel(n) == "conj" && t.head[n] >= 0 && !t.predicate(t.head[n]) {
		n = t.head[n]
	}
	if h := t.head[n]; h >= 0 && t.rel(n) == "nmod" && t.preposition(n) == "of" && m.lex.inSet("quantity", t.lemma[h]) {
		n = h // "a round of talks"
	}
	v := t.head[n]
	if v < 0 {
		return -1
	}
	rel := t.toks[n].Deprel
	switch {
	case rel == "obj" || rel == "nsubj:pass" || rel == "nsubj" && t.passive(v):
		if f.support != nil {
			return pick(v, f.support[t.lemma[v]])
		}
		return pick(v, m.lex.inSet("carry", t.lemma[v]))
	case rel == "nsubj":
		return pick(v, f.support == nil && m.lex.inSet("occur", t.lemma[v]))
	case t.rel(n) == "obl":
		return pick(v, f.support == nil && m.lex.inSet("engage", t.lemma[v]+"+"+t.preposition(n)))
	case rel == "acl" || rel == "acl:relcl":
		return -1
	}
	// "the talks held in Paris", "a ban imposed by"
	return m.participle(f, noun)
}

func (m *matcher) participle(f *frame, noun int) int {
	t := m.t
	for _, k := range t.kids[noun] {
		if t.rel(k) == "acl" && t.passive(k) && k > noun {
			if f.support != nil && f.support[t.lemma[k]] || f.support == nil && m.lex.inSet("carry", t.lemma[k]) {
				return k
			}
		}
	}
	return -1
}

func pick(v int, ok bool) int {
	if ok {
		return v
	}
	return -1
}
