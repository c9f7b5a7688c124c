package attrib

import "slices"

// readTrailing looks for the outlets that carry a whole sentence, named at its end
// without help from the syntax, which takes them for a further noun of what is told:
// "…, ITAR-TASS and Reuters reported on 5 April", "…, AFP, citing the ministry,
// reported".
func (l *cueList) readTrailing(t *tree, v int) (finding, bool) {
	entry := l.verbs[t.lemma(v)]
	if entry == nil || entry.force != say || !entry.clause || v < 5 || t.xpos(v) != "VBD" && t.xpos(v) != "VBN" && t.xpos(v) != "VBZ" ||
		t.child(v, "nsubj", "nsubj:pass", "obj", "ccomp") >= 0 || !t.endsAfter(v) {
		return finding{}, false
	}
	names := t.namesBefore(t.withoutCiting(v) - 1)
	if names.empty() || names.a < 4 || t.form(names.a-1) != "," {
		return finding{}, false
	}
	f := finding{t: t, entry: entry, verb: v, speaker: t.firstName(names), parent: -1, score: 0.8, rule: "trailing", cue: rng{v, v}}
	f.source = []rng{names}
	f.own = rng{names.a, t.n - 1}
	return f, f.keep(rng{0, names.a - 1})
}

// endsAfter reports whether nothing but a day, and a note in brackets, follows the
// verb v in its sentence.
func (t *tree) endsAfter(v int) bool {
	for i := v + 1; i < t.n; i++ {
		switch {
		case t.form(i) == "(":
			return true
		case t.isPunct(i), t.dayWord(i), t.upos(i) == "NUM", t.upos(i) == "ADP" && i == v+1, t.upos(i) == "DET" && i == v+2:
		default:
			return false
		}
	}
	return true
}

// withoutCiting is the token at which a participle between commas begins before v,
// "citing the ministry", and v itself where there is none.
func (t *tree) withoutCiting(v int) int {
	if t.form(v-1) != "," {
		return v
	}
	for i := v - 2; i > 0 && i > v-14; i-- {
		if t.form(i-1) != "," {
			continue
		}
		if l := t.lemma(i); t.xpos(i) == "VBG" && (l == "cite" || l == "quote") {
			return i - 1
		}
		return v
	}
	return v
}

// namesBefore is the run of names that ends at token b and stands behind a comma:
// "ITAR-TASS and Reuters", "Russian and Western agencies".
func (t *tree) namesBefore(b int) rng {
	a, named := b+1, false
	for i := b; i > 0; i-- {
		switch w := t.upos(i); {
		case w == "PROPN" && !t.dayWord(i):
			named = true
		case press[t.lemma(i)] || agencyWord[t.lemma(i)]:
			named = true
		case w == "CCONJ" && t.fold[i] == "and" && i < b, w == "ADJ" && i < b, w == "DET" && i < b, t.form(i) == "-" && i < b, t.form(i) == "/" && i < b:
		case t.form(i) == "," && a == i+1 && i < b:
			if named && t.lists(i) {
				continue
			}
			return rng{a, b}
		default:
			return rng{0, -1}
		}
		a = i
	}
	return rng{0, -1}
}

// lists reports whether the comma at i parts names of a list that ends in "and".
func (t *tree) lists(i int) bool {
	and := false
	for k := i + 1; k < t.n && !t.isVerb(k); k++ {
		and = and || t.fold[k] == "and"
	}
	return and && t.upos(i-1) == "PROPN" && i > 2 && (t.form(i-2) == "," || t.form(i-3) == ",")
}

// firstName is the head of the first name of a run.
func (t *tree) firstName(r rng) int {
	for i := r.a; i < r.b; i++ {
		if t.fold[i+1] == "and" || t.form(i+1) == "," {
			return i
		}
	}
	return r.b
}

// untwist drops what the syntax made of the words of a trailing attribution. The
// findings of the sentence start at first.
func (j *joiner) untwist(first int) {
	i := slices.IndexFunc(j.fs[first:], func(f finding) bool { return f.rule == "trailing" })
	if i < 0 {
		return
	}
	own, verb := j.fs[first+i].own, j.fs[first+i].verb
	kept := slices.DeleteFunc(j.fs[first:], func(f finding) bool { return f.verb != verb && own.holds(f.verb) })
	j.fs = j.fs[:first+len(kept)]
}
