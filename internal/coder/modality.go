package coder

import "github.com/dateline/dateline"

// unreal reads what says that an event did not come about though its verb is not
// negated: would have gone, had he gone, almost went, instead of going.
func (m *matcher) unreal(v int) (standing, bool) {
	t := m.t
	var would, have, inverted bool
	for _, k := range t.kids[v] {
		switch l := t.lemma[k]; {
		case t.rel(k) == "aux" && l == "would":
			would = true
		case t.rel(k) == "aux" && l == "have":
			s := t.kid(v, "nsubj", "nsubj:pass")
			have, inverted = true, t.toks[k].XPOS == "VBD" && k < s && t.rel(v) == "advcl"
		case t.rel(k) == "advmod" && k < v && (l == "almost" || l == "nearly"):
			return standing{status: dateline.Hypothetical, vague: true, why: l}, true
		}
	}
	if m.bargained(v) {
		return standing{status: dateline.Hypothetical, vague: true, why: "in exchange for"}, true
	}
	if would && have || inverted {
		return standing{status: dateline.Hypothetical, why: "have"}, true
	}
	if lo := t.lo[v]; lo < v || t.toks[v].XPOS == "VBG" {
		at := v
		if lo < v && t.lemma[lo] == "of" {
			at = lo + 1
		}
		if at > 1 && t.lemma[at-1] == "of" && (t.lemma[at-2] == "instead" || t.lemma[at-2] == "short") {
			return standing{status: dateline.DeniedStatus, why: t.lemma[at-2] + " of"}, true
		}
	}
	return standing{}, false
}

// bargained reports whether a clause names what is asked in return: "in exchange for
// giving up its missiles", "in return for releasing".
func (m *matcher) bargained(v int) bool {
	t := m.t
	if t.toks[v].XPOS != "VBG" {
		return false
	}
	for i := max(t.lo[v], 1); i < v; i++ {
		if l := t.lemma[i-1]; t.lemma[i] == "for" && (l == "exchange" || l == "return") {
			return true
		}
	}
	return t.lo[v] == v && v > 1 && t.lemma[v-1] == "for" && (t.lemma[v-2] == "exchange" || t.lemma[v-2] == "return")
}

func (m *matcher) negated(v int) bool {
	t := m.t
	for _, k := range t.kids[v] {
		switch t.lemma[k] {
		case "not", "never", "n't", "neither", "nor", "hardly":
			if r := t.rel(k); r == "advmod" || r == "cc" || r == "aux" || r == "det" {
				return true
			}
		case "without":
			if t.rel(k) == "mark" {
				return true
			}
		}
		if r := t.rel(k); r == "nsubj" || r == "obj" {
			for _, d := range t.kids[k] {
				if t.lemma[d] == "no" && t.rel(d) == "det" || t.lemma[d] == "neither" && d < k && r == "nsubj" {
					return true
				}
			}
			if l := t.lemma[k]; l == "nobody" || l == "none" || l == "no-one" || l == "nothing" {
				return true
			}
		}
	}
	return false
}

// pastPerfect reports whether v tells of what was over before its story. In what a
// past report says ("it said that the two had met") it is the plain past.
func (m *matcher) pastPerfect(v int) bool {
	for u, steps := v, 0; u >= 0 && steps < 4; u, steps = m.t.head[u], steps+1 {
		h := m.t.head[u]
		if r := m.t.rel(u); h >= 0 && r == "ccomp" && (m.t.toks[h].XPOS == "VBD" || m.t.toks[h].XPOS == "VBN") {
			return false
		} else if r != "conj" && r != "xcomp" {
			break
		}
	}
	for _, k := range m.t.kids[v] {
		if m.t.rel(k) == "aux" && m.t.lemma[k] == "have" && m.t.toks[k].XPOS == "VBD" {
			return true
		}
	}
	return false
}

// modal reads the auxiliaries of v.
func (m *matcher) modal(v int) (standing, bool) {
	t := m.t
	infinitive := false
	for _, k := range t.kids[v] {
		if t.rel(k) == "mark" && t.lemma[k] == "to" {
			infinitive = true
		}
		if t.rel(k) == "case" && t.lemma[k] == "due" && t.toks[v].UPOS == "VERB" {
			return standing{status: dateline.Planned, why: "due"}, true
		}
	}
	for _, k := range t.kids[v] {
		if t.rel(k) != "aux" && t.rel(k) != "cop" || k > v {
			continue
		}
		if k > 0 && t.toks[k].Form == "May" {
			continue // a name
		}
		l := t.lemma[k]
		switch {
		case l == "would" && m.reported(v), l == "will", l == "shall", l == "'ll", l == "wo":
			return standing{status: dateline.Planned, why: l}, true
		case m.lex.inSet("modal", l):
			return standing{status: dateline.Hypothetical, why: l}, true
		case l == "be" && infinitive:
			return standing{status: dateline.Planned, why: "be to"}, true
		}
	}
	return standing{}, false
}

// reported tells whether v stands in reported speech, where would is the future.
func (m *matcher) reported(v int) bool {
	t := m.t
	for u, steps := v, 0; u >= 0 && steps < 6; u, steps = t.head[u], steps+1 {
		switch t.rel(u) {
		case "ccomp", "parataxis":
			return true
		case "acl":
			return t.toks[u].Deprel == "acl:relcl"
		}
	}
	// A sentence without a reporting verb still tells the future in the past
	// unless a condition stands beside it.
	for _, k := range t.kids[v] {
		if t.rel(k) == "advcl" {
			if mk := t.kid(k, "mark"); mk >= 0 && m.lex.inSet("if", t.lemma[mk]) {
				return false
			}
		}
	}
	return true
}
