package coder

import (
	"strings"

	"github.com/dateline/dateline"
)

// tree is a sentence's dependency tree with its children, made sound: heads out
// of range and cycles are cut.
type tree struct {
	toks   []dateline.Token
	head   []int
	kids   [][]int
	lo, hi []int // first and last token of the subtree
	lemma  []string
}

// newTree builds the tree of a sentence; lex repairs lemmas and may be nil.
func newTree(toks []dateline.Token, lex *lexicon) *tree {
	toks = repair(toks)
	n := len(toks)
	t := &tree{toks: toks, head: make([]int, n), kids: make([][]int, n), lo: make([]int, n), hi: make([]int, n), lemma: make([]string, n)}
	for i := range toks {
		t.head[i] = toks[i].Head
		if h := t.head[i]; h < -1 || h >= n || h == i {
			t.head[i] = -1
		}
		t.lemma[i] = strings.ToLower(toks[i].Lemma)
		if t.lemma[i] == "" || t.lemma[i] == "_" {
			t.lemma[i] = strings.ToLower(toks[i].Form)
		}
		if lex != nil {
			t.lemma[i] = lex.repairLemma(toks[i].Form, t.lemma[i], toks[i].UPOS)
		}
	}
	t.cutCycles()
	t.index()
	if t.rejoin() {
		clear(t.kids)
		t.index()
	}
	return t
}

// rejoin moves a past tense that hangs by "and" on an infinitive up to the finite verb
// above: "regretted the decision to use force and called for". Only like joins like.
func (t *tree) rejoin() bool {
	moved := false
	for v := range t.head {
		h := t.head[v]
		if h < 0 || t.rel(v) != "conj" || t.toks[v].XPOS != "VBD" && t.toks[v].XPOS != "VBN" || t.toks[h].XPOS != "VB" || t.markOf(h) != "to" {
			continue
		}
		up := t.head[h]
		for up >= 0 && up < v && t.toks[up].XPOS != "VBD" {
			up = t.head[up]
		}
		if up >= 0 && up < v {
			t.head[v], moved = up, true
		}
	}
	return moved
}

// cutCycles makes a token that reaches itself over its heads a root.
func (t *tree) cutCycles() {
	state := make([]byte, len(t.head)) // 0 new, 1 on the path, 2 done
	for i := range t.head {
		j := i
		for j >= 0 && state[j] == 0 {
			state[j] = 1
			if h := t.head[j]; h >= 0 && state[h] == 1 {
				t.head[j] = -1
			}
			j = t.head[j]
		}
		for j = i; j >= 0 && state[j] == 1; j = t.head[j] {
			state[j] = 2
		}
	}
}

func (t *tree) index() {
	count := make([]int, len(t.head))
	total := 0
	for _, h := range t.head {
		if h >= 0 {
			count[h]++
			total++
		}
	}
	flat := make([]int, total)
	at := 0
	for i, c := range count {
		t.kids[i] = flat[at : at : at+c]
		at += c
	}
	for i, h := range t.head {
		t.lo[i], t.hi[i] = i, i
		if h >= 0 {
			t.kids[h] = append(t.kids[h], i)
		}
	}
	for i := range t.head {
		for j, steps := t.head[i], 0; j >= 0 && steps <= len(t.head); j, steps = t.head[j], steps+1 {
			t.lo[j], t.hi[j] = min(t.lo[j], i), max(t.hi[j], i)
		}
	}
}

// rel is the deprel of a token without its subtype.
func (t *tree) rel(i int) string {
	r, _, _ := strings.Cut(t.toks[i].Deprel, ":")
	return r
}

// kid is the first child of i with one of the full deprels, or -1.
func (t *tree) kid(i int, rels ...string) int {
	for _, k := range t.kids[i] {
		for _, r := range rels {
			if t.toks[k].Deprel == r {
				return k
			}
		}
	}
	return -1
}

func (t *tree) isVerb(i int) bool { return t.toks[i].UPOS == "VERB" || t.toks[i].UPOS == "AUX" }

func (t *tree) isNominal(i int) bool {
	switch t.toks[i].UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "SYM":
		return true
	}
	return false
}

// predicate reports whether i heads a clause: a verb, or a word with a copula.
func (t *tree) predicate(i int) bool {
	return t.toks[i].UPOS == "VERB" || t.kid(i, "cop") >= 0 || t.kid(i, "nsubj", "nsubj:pass", "nsubj:outer") >= 0
}

// clauseOf is the nearest predicate at or above i, or -1.
func (t *tree) clauseOf(i int) int {
	for ; i >= 0; i = t.head[i] {
		if t.predicate(i) {
			return i
		}
	}
	return -1
}

// headOf is the head of i, or -1 for no token.
func (t *tree) headOf(i int) int {
	if i < 0 {
		return -1
	}
	return t.head[i]
}

// within reports whether i lies in the subtree of top.
func (t *tree) within(i, top int) bool {
	for ; i >= 0; i = t.head[i] {
		if i == top {
			return true
		}
	}
	return false
}

// conjuncts is i with the nominals coordinated with it.
func (t *tree) conjuncts(i int) []int {
	out := []int{i}
	for n := 0; n < len(out); n++ {
		for _, k := range t.kids[out[n]] {
			if t.rel(k) == "conj" && !t.predicate(k) {
				out = append(out, k)
			}
		}
	}
	return out
}

// markOf is the lemma of the word that introduces the clause v, "" for none.
func (t *tree) markOf(v int) string {
	if m := t.kid(v, "mark"); m >= 0 {
		return t.lemma[m]
	}
	return ""
}

// preposition is the lemma of the case mark of i, "" for none. A fixed
// expression is its words joined by "_".
func (t *tree) preposition(i int) string {
	for _, k := range t.kids[i] {
		if t.rel(k) != "case" || k > i {
			continue
		}
		p := t.lemma[k]
		for _, f := range t.kids[k] {
			if t.rel(f) == "fixed" {
				p += "_" + t.lemma[f]
			}
		}
		return p
	}
	return ""
}

// second is the preposition of i that follows an adverb of direction which the parser
// takes for one as well: "of" in "walked out of the talks"; "" for none.
func (t *tree) second(i int) string {
	first := ""
	for _, k := range t.kids[i] {
		if t.rel(k) != "case" || k > i {
			continue
		}
		switch first {
		case "":
			first = t.lemma[k]
		case "out", "away", "back", "up", "down", "off":
			return t.lemma[k]
		default:
			return ""
		}
	}
	return ""
}

func (t *tree) passive(v int) bool {
	if t.kid(v, "nsubj:pass", "aux:pass", "csubj:pass") >= 0 {
		return !t.bare(v)
	}
	// A bare participle after its noun ("a treaty signed by"), or in a reduced clause.
	if t.toks[v].XPOS == "VBN" && t.kid(v, "aux", "obj", "nsubj") < 0 {
		switch t.rel(v) {
		case "acl", "advcl", "amod":
			return true
		case "conj":
			return t.kid(v, "nsubj") < 0 && t.head[v] >= 0 && t.passive(t.head[v])
		}
	}
	return false
}

// bare reports whether v heads a main clause without an auxiliary and names no
// agent, so that what is taken for a passive is a past tense.
func (t *tree) bare(v int) bool {
	switch t.rel(v) {
	case "root", "ccomp", "parataxis":
	default:
		return false
	}
	for _, k := range t.kids[v] {
		if r := t.rel(k); r == "aux" || r == "cop" || t.toks[k].Deprel == "obl:agent" || r == "obl" && t.preposition(k) == "by" {
			return false
		}
	}
	return strings.HasPrefix(t.toks[v].XPOS, "VB")
}

// surfaceSubject is the token that stands as subject of v, over control,
// coordination, relative and participial clauses; -1 for none.
func (t *tree) surfaceSubject(v int) int { return t.subjectAt(v, 0) }

func (t *tree) subjectAt(v, depth int) int {
	if v < 0 || depth > 6 {
		return -1
	}
	if s := t.kid(v, "nsubj", "nsubj:pass", "nsubj:outer"); s >= 0 {
		return t.antecedent(s, v)
	}
	h := t.head[v]
	if h < 0 || t.kid(v, "csubj", "csubj:pass", "expl") >= 0 && t.rel(v) != "conj" {
		return -1
	}
	switch t.rel(v) {
	case "xcomp":
		if o := t.kid(h, "obj", "iobj"); o >= 0 && !subjectControl[t.lemma[h]] {
			return o
		}
		return t.subjectAt(h, depth+1)
	case "conj":
		if t.rel(h) == "ccomp" && t.head[h] >= 0 && t.kid(h, "cop") >= 0 && t.isVerb(v) && t.kid(v, "aux", "cop") < 0 {
			return t.subjectAt(t.head[h], depth+1) // "said that it was ready and accused": the speaker did
		}
		if t.predicate(h) || t.isVerb(h) {
			return t.subjectAt(h, depth+1)
		}
	case "advcl":
		if t.toks[v].Deprel != "advcl:relcl" {
			return t.subjectAt(h, depth+1)
		}
	case "acl":
		return t.aclSubject(v, h, depth)
	case "obl", "nmod": // gerunds tagged as nouns
		if t.toks[v].XPOS == "VBG" {
			return t.subjectAt(t.clauseOf(h), depth+1)
		}
	case "ccomp":
		if t.kid(v, "mark") < 0 || t.lemma[t.kid(v, "mark")] == "to" {
			return t.subjectAt(h, depth+1)
		}
	}
	return -1
}

// subjectControl lists verbs whose infinitive takes the subject though they have
// an object ("promised them to go").
var subjectControl = map[string]bool{"promise": true, "vow": true, "pledge": true, "threaten": true, "offer": true, "use": true, "take": true, "make": true}

func (t *tree) aclSubject(v, h, depth int) int {
	if t.toks[v].Deprel == "acl:relcl" {
		return -1
	}
	if x := t.toks[v].XPOS; (x == "VBG" || x == "VBN") && t.kid(v, "mark") < 0 {
		return h
	}
	// "a plan to visit": who has the plan, else the subject of the clause.
	if p := t.kid(h, "nmod:poss"); p >= 0 {
		return p
	}
	if t.kid(v, "aux:pass") >= 0 {
		return h
	}
	c := t.clauseOf(h)
	if c >= 0 && c != v && !t.within(c, v) {
		return t.subjectAt(c, depth+1)
	}
	return -1
}

// antecedent maps a relative pronoun that depends on v to the noun it stands for.
func (t *tree) antecedent(i, v int) int {
	switch t.lemma[i] {
	case "who", "which", "that", "whom":
	default:
		return i
	}
	for u, steps := v, 0; u >= 0 && steps < 5; u, steps = t.head[u], steps+1 {
		if t.toks[u].Deprel == "acl:relcl" && t.head[u] >= 0 {
			return t.head[u]
		}
		if r := t.rel(u); r != "conj" && r != "xcomp" && r != "ccomp" {
			break
		}
	}
	return i
}

// subject is the logical subject of v: the agent of a passive. -1 for none.
func (t *tree) subject(v int) int {
	if !t.passive(v) {
		return t.surfaceSubject(v)
	}
	for _, k := range t.kids[v] {
		if t.toks[k].Deprel == "obl:agent" || t.rel(k) == "obl" && t.preposition(k) == "by" && t.isNominal(k) {
			return k
		}
	}
	return -1
}

// object is the logical object of v, -1 for none.
func (t *tree) object(v int) int {
	if t.passive(v) {
		if o := t.kid(v, "obj"); o >= 0 {
			return o
		}
		if t.rel(v) == "acl" && t.toks[v].Deprel != "acl:relcl" && t.kid(v, "nsubj:pass") < 0 {
			return t.head[v]
		}
		return t.surfaceSubject(v)
	}
	if o := t.kid(v, "obj"); o >= 0 {
		return t.antecedent(o, v)
	}
	if o := t.kid(v, "iobj"); o >= 0 {
		return t.antecedent(o, v)
	}
	if o := t.sharedObject(v); o >= 0 {
		return o
	}
	// A relative clause without its object: "the treaty Ivanov was to sign".
	u := v
	for t.rel(u) == "xcomp" && t.head[u] >= 0 {
		u = t.head[u]
	}
	if t.toks[u].Deprel == "acl:relcl" && t.head[u] >= 0 {
		if s := t.kid(u, "nsubj"); s >= 0 && t.antecedent(s, u) == s {
			return t.head[u]
		}
		if s := t.kid(u, "obj"); s >= 0 && u != v {
			return t.antecedent(s, u)
		}
	}
	return -1
}

// sharedObject is the object of a verb coordinated with v that v takes as well:
// "expand and develop the relations".
func (t *tree) sharedObject(v int) int {
	for _, k := range t.kids[v] {
		if t.rel(k) == "conj" && t.isVerb(k) && t.kid(k, "nsubj", "nsubj:pass", "punct") < 0 && !t.passive(k) && k-v <= 3 {
			return t.kid(k, "obj")
		}
	}
	if h := t.head[v]; h >= 0 && t.rel(v) == "conj" && t.isVerb(h) && !t.passive(h) && t.kid(v, "nsubj") < 0 {
		if o := t.kid(h, "obj"); o > v {
			return o
		}
	}
	return -1
}

// indirect is the indirect object of v: the subject of a passive that keeps its object.
func (t *tree) indirect(v int) int {
	if i := t.kid(v, "iobj"); i >= 0 {
		return t.antecedent(i, v)
	}
	if t.passive(v) && t.kid(v, "obj") >= 0 {
		return t.surfaceSubject(v)
	}
	return -1
}

// oblique lists the nominals that depend on i with the preposition.
func (t *tree) oblique(i int, prep string) []int {
	var out []int
	for _, k := range t.kids[i] {
		switch t.rel(k) {
		case "obl", "nmod", "advcl", "acl", "iobj", "advmod":
			if (t.preposition(k) == prep || t.second(k) == prep) && !t.isTime(k) {
				out = append(out, t.conjuncts(k)...)
			}
		}
	}
	return out
}

// isTime reports whether a nominal names a day, month, year or hour, which is
// never the complement of a verb ("called on Monday").
func (t *tree) isTime(i int) bool {
	l := t.lemma[i]
	if calendar[l] {
		return true
	}
	return len(l) == 4 && (strings.HasPrefix(l, "19") || strings.HasPrefix(l, "20")) && strings.Trim(l, "0123456789") == ""
}

var calendar = set(strings.Fields(`monday tuesday wednesday thursday friday saturday sunday
	mon. tue. wed. thu. thur. fri. sat. sun. january february march april may june july august september october
	november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. today yesterday tomorrow tonight morning
	afternoon evening night day week weekend month year hour minute century decade eve moment time`))

// hasParticle reports whether v has the particle, or is directly followed by it.
func (t *tree) hasParticle(v int, particle string) bool {
	for _, k := range t.kids[v] {
		if t.lemma[k] == particle && (t.toks[k].Deprel == "compound:prt" || t.rel(k) == "advmod" || k == v+1) {
			return true
		}
	}
	return v+1 < len(t.toks) && t.lemma[v+1] == particle
}
