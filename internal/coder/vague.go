package coder

import (
	"slices"

	"github.com/dateline/dateline"
)

// sober takes back what the grammar of a clause seems to plan or deny where the
// sentence states no event: purposes, opinions on something not done, conditions,
// and talk that did not take place. Quoted tells that somebody besides the outlet
// says it.
func (m *matcher) sober(h *hit, st standing, quoted bool) standing {
	if why := m.idle(h, st, quoted); why != "" {
		st.vague, st.why = true, why
	}
	if st.why == "have" && st.status == dateline.Planned && m.compelled(h.clause) {
		return standing{status: dateline.Happened}
	}
	if st.why == "to" && m.ordinal(m.infinitiveAt(h.clause)) {
		return standing{status: dateline.Happened}
	}
	return st
}

// idle says why a clause states no event, "" where it does.
func (m *matcher) idle(h *hit, st standing, quoted bool) string {
	t, v := m.t, h.clause
	if v < 0 {
		return ""
	}
	if dateline.Status(h.entry.status) != "" && m.t.rel(h.trigger) != "aux" {
		if c := m.clause(v, 0); c.status == dateline.Hypothetical {
			return c.why
		}
	}
	if n := h.trigger; n != v && t.rel(n) == "obj" && t.head[n] >= 0 && m.lex.inSet("unreal", t.lemma[t.head[n]]) {
		return t.lemma[t.head[n]]
	}
	u := m.infinitiveAt(v)
	head := t.head[u]
	switch {
	case st.why == "negation" && talk(h.root) && !h.wants("speaker") && !m.willed(v):
		return "not said"
	case st.why == "would" && !quoted && !m.told(v):
		return "would"
	case st.why == "have" && st.status == dateline.Planned && !m.compelled(v):
		return "have to"
	case t.rel(u) == "csubj" && (t.toks[u].XPOS == "VBG" || m.isOf(u, "%to")):
		return "a topic"
	case head < 0:
		return ""
	case m.lex.inSet("against", t.lemma[head]) && (t.rel(u) == "xcomp" || t.rel(u) == "ccomp" || t.rel(u) == "advcl") && t.toks[u].XPOS == "VBG":
		return t.lemma[head]
	case m.lex.inSet("suspect", t.lemma[head]) && t.toks[u].XPOS == "VBG":
		return t.lemma[head]
	case st.why != "to" || m.ordinal(u):
		return ""
	case t.rel(u) == "acl" && !m.lex.inSet("intent", t.lemma[head]):
		return "to"
	case t.rel(u) == "advcl" && !m.lex.inSet("errand", t.lemma[head]):
		return "in order to"
	}
	return ""
}

// talk reports whether events of a root are words, so that not saying them is no
// event: nobody reports that something was not demanded.
func talk(root string) bool {
	switch root {
	case "AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN":
		return true
	}
	return false
}

// compelled reports whether a clause tells what somebody had to do, and so did.
func (m *matcher) compelled(v int) bool {
	h := m.t.head[v]
	return h >= 0 && m.t.lemma[h] == "have" && m.t.toks[h].XPOS == "VBD"
}

// willed reports whether a clause tells what somebody will or would do.
func (m *matcher) willed(v int) bool {
	aux := m.t.kid(v, "aux")
	return aux >= 0 && slices.Contains([]string{"will", "would", "shall", "wo"}, m.t.lemma[aux])
}

// infinitiveAt is the clause that a complement or a coordinated verb belongs to: of
// "came to sign and seal", "sign".
func (m *matcher) infinitiveAt(v int) int {
	t := m.t
	for steps := 0; v >= 0 && steps < 8; steps++ {
		h := t.head[v]
		if h < 0 || !t.isVerb(h) || m.isOf(v, "%to") && t.rel(v) != "conj" {
			break
		}
		if r := t.rel(v); r != "conj" && r != "aux" || t.kid(v, "nsubj", "nsubj:pass") >= 0 {
			break
		}
		v = h
	}
	return v
}

// ordinal reports whether an infinitive tells what one of a row did: "the first
// country to sign", "among ten members to vote".
func (m *matcher) ordinal(u int) bool {
	t := m.t
	if u < 0 || t.rel(u) != "acl" || t.head[u] < 0 {
		return false
	}
	n := t.head[u]
	if m.lex.inSet("rank", t.lemma[n]) || t.preposition(n) == "among" {
		return true
	}
	for _, k := range t.kids[n] {
		if k < n && m.lex.inSet("rank", t.lemma[k]) {
			return true
		}
	}
	return false
}

// told reports whether v stands in the content of a verb: "said that they would".
func (m *matcher) told(v int) bool {
	for u, steps := v, 0; u >= 0 && steps < 8; u, steps = m.t.head[u], steps+1 {
		switch m.t.rel(u) {
		case "ccomp", "parataxis":
			return true
		case "acl":
			return m.t.toks[u].Deprel == "acl:relcl"
		}
	}
	return false
}
