package attrib

import "github.com/dateline/dateline"

// A parser often hangs the second verb of saying of a sentence on the verb that
// the first one reports: in "said that it would go, adding that …" and "said it
// would go and warned that …" the one who adds and warns is the one who said.
// mend puts such verbs back under the first, and reports whether it changed a
// head.
func (t *tree) mend(l *cueList) bool {
	changed := t.mendMarks()
	for v := range t.n {
		if !t.isVerb(v) || !l.says(t, v) && !l.blames(t, v) {
			continue
		}
		if g := t.outerSaying(l, v); g >= 0 && t.belongsToOuter(v, g) {
			t.heads[v] = g
			changed = true
		}
	}
	return t.mendClosing(l) || changed
}

// mendClosing hangs a phrase that closes its sentence after a comma ("…,
// according to the radio") on the main verb: it is said of the whole.
func (t *tree) mendClosing(l *cueList) bool {
	for i := t.n - 1; i > 3; i-- {
		if t.form(i-1) != "," {
			continue
		}
		entry, last := l.phraseAt(t, i)
		if entry == nil {
			continue
		}
		h := t.phraseNoun(i, last)
		if h < 0 || !t.closing(rng{i, max(last, t.right[h])}) {
			continue
		}
		for r := range t.n {
			if t.head(r) < 0 && r < i {
				t.heads[h] = r
				return true
			}
		}
	}
	return false
}

// mendMarks hangs words that the parse puts under a punctuation mark on the head
// of the mark.
func (t *tree) mendMarks() bool {
	changed := false
	for i := range t.n {
		if h := t.head(i); h >= 0 && t.isPunct(h) && !t.isPunct(i) && t.head(h) >= 0 && t.head(h) != i {
			t.heads[i] = t.head(h)
			changed = true
		}
	}
	return changed
}

// says reports whether token i is a verb of saying.
func (l *cueList) says(t *tree, i int) bool {
	c := l.verbs[t.lemma(i)]
	return c != nil && c.force == say && (c.clause || c.quote)
}

// blames reports whether token i is a verb that accuses somebody or urges him.
func (l *cueList) blames(t *tree, i int) bool {
	c := l.verbs[t.lemma(i)]
	return c != nil && c.force == say && (c.class == dateline.Accused || c.class == dateline.Urged)
}

// outerSaying is the verb of saying whose complement clause holds v, with v no
// complement itself, or -1.
func (t *tree) outerSaying(l *cueList, v int) int {
	switch t.rel(v) {
	case "advcl", "conj", "acl":
	default:
		return -1
	}
	for h, n := t.head(v), 0; h >= 0 && n < t.n; h, n = t.head(h), n+1 {
		g := t.head(h)
		if g < 0 {
			return -1
		}
		if r := t.rel(h); (r == "ccomp" || r == "parataxis") && g < v && g < h && t.isVerb(g) && l.says(t, g) {
			return g
		}
	}
	return -1
}

// belongsToOuter reports whether v, a participle after a comma or a further
// finite verb, goes with the verb of saying g rather than with what g reports.
func (t *tree) belongsToOuter(v, g int) bool {
	if t.child(v, "nsubj", "nsubj:pass") >= 0 {
		return false
	}
	if t.xpos(v) == "VBG" {
		return t.rel(v) != "conj" && t.child(v, "mark") < 0 && v > 0 && t.form(v-1) == ","
	}
	if t.rel(v) != "conj" || t.child(v, "mark") >= 0 {
		return false
	}
	tense := t.tense(v)
	if s := t.child(t.head(v), "nsubj", "nsubj:pass"); s >= 0 && t.mute(s) {
		return tense != "" && tense == t.tense(g) || t.xpos(v) == "VBN" && t.child(v, "obj") >= 0 // "said that the visit was over and warned": visits do not warn
	}
	return tense != "" && tense == t.tense(g) && tense != t.tense(t.head(v))
}

// tense is what the verb v is marked for: "past", "present", "modal", or "" for
// a form without tense.
func (t *tree) tense(v int) string {
	for c := t.first[v]; c >= 0 && c < v; c = t.next[c] {
		if t.rel(c) != "aux" && t.rel(c) != "cop" {
			continue
		}
		switch t.xpos(c) {
		case "MD":
			return "modal"
		case "VBD":
			return "past"
		case "VBZ", "VBP":
			return "present"
		}
	}
	switch t.xpos(v) {
	case "VBD":
		return "past"
	case "VBZ", "VBP":
		return "present"
	}
	return ""
}
