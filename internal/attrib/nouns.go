package attrib

import "strings"

// readNoun looks for an attribution whose cue is the noun n with its that-clause,
// infinitive or preposition: "his warning that …", "a call for …".
func (l *cueList) readNoun(t *tree, n int) (finding, bool) {
	if t.upos(n) != "NOUN" || t.rel(n) == "compound" {
		return finding{}, false
	}
	entry := l.nouns[t.lemma(n)]
	if entry == nil {
		return finding{}, false
	}
	f := finding{t: t, entry: entry, verb: n, speaker: -1, parent: -1, score: 0.8}
	f.cue = rng{n, n}
	if !f.nounContent() {
		return finding{}, false
	}
	f.nounSource()
	f.nounCue()
	told := f.rule == "noun clause" && hearsay[entry.word]
	return f, (len(f.source) > 0 || told) && f.keep(f.content...)
}

// nounContent finds the clause or phrase that says what the noun names.
func (f *finding) nounContent() bool {
	t, n := f.t, f.verb
	for c := t.first[n]; c >= 0; c = t.next[c] {
		if c < n {
			continue
		}
		switch {
		case f.entry.clause && (t.rel(c) == "acl" || t.rel(c) == "ccomp") && t.thatClause(c):
			f.rule = "noun clause"
		case f.entry.infinitive && t.rel(c) == "acl" && t.toInfinitive(c):
			f.rule = "noun infinitive"
		case (t.rel(c) == "nmod" || t.rel(c) == "acl") && f.hasPrep(c):
			f.rule = "noun phrase"
			if p := t.left[c]; p > n {
				f.cue.b = p
			}
		default:
			continue
		}
		return f.keep(rng{max(t.left[c], f.cue.b+1), t.right[c]})
	}
	return f.predicateClause()
}

// predicateClause is "his fear is that …".
func (f *finding) predicateClause() bool {
	t, n := f.t, f.verb
	h := t.head(n)
	if t.rel(n) != "nsubj" || !f.entry.clause || h <= n || !t.thatClause(h) {
		return false
	}
	be := -1
	for i := n + 1; i < h; i++ {
		if t.lemma(i) == "be" && t.fold[i+1] == "that" {
			be = i
			break
		}
	}
	if be < 0 {
		return false
	}
	f.rule, f.cue.b = "noun predicate", be
	return f.keep(rng{be + 1, t.right[h]})
}

// thatClause reports whether the clause c is brought in by that or a word like
// it, as against a relative clause.
func (t *tree) thatClause(c int) bool {
	m := t.child(c, "mark")
	if m < 0 || t.fold[m] != "that" && t.fold[m] != "whether" && t.fold[m] != "if" {
		return false
	}
	return !strings.HasSuffix(t.deprel(c), ":relcl") || t.child(c, "nsubj", "nsubj:pass", "csubj") > m
}

func (f *finding) hasPrep(c int) bool {
	for _, p := range f.entry.preps {
		if f.t.hasCase(c, p) && f.t.fold[f.t.left[c]] == p {
			return true
		}
	}
	return false
}

// nounSource is the possessor, "by …" or "from …", or the subject of a verb that
// the noun is the object of: "issued a warning that …".
func (f *finding) nounSource() {
	t, n := f.t, f.verb
	for c := t.first[n]; c >= 0; c = t.next[c] {
		switch {
		case t.deprel(c) == "nmod:poss":
			f.speaker = c
			r := t.yield(c)
			for r.b > c && (t.rel(r.b) == "case" || t.isPunct(r.b)) {
				r.b--
			}
			f.source = []rng{r}
			return
		case t.rel(c) == "nmod" && (t.hasCase(c, "by") || t.hasCase(c, "from")) && !f.within(c):
			f.setSource(c)
			return
		}
	}
	if c := f.teller(); c >= 0 {
		f.speaker, f.source = c, []rng{{c, c}}
		return
	}
	if v := t.head(n); v >= 0 && t.rel(n) == "obj" && t.isVerb(v) && issuing[t.lemma(v)] && !hearsay[f.entry.word] {
		if !t.passive(v) {
			f.setSource(t.subject(v))
			f.cue.a = t.leftCue(v, n)
		}
	}
}

// teller is whoever stands before a noun of hearsay as a word of its own: "media
// reports", "Turkish claims"; -1 for nobody.
func (f *finding) teller() int {
	t, n := f.t, f.verb
	if !hearsay[f.entry.word] {
		return -1
	}
	for c := t.first[n]; c >= 0 && c < n; c = t.next[c] {
		w := t.form(c)
		if t.rel(c) == "compound" && press[t.lemma(c)] || t.upos(c) == "PROPN" && t.rel(c) == "compound" || t.rel(c) == "amod" && w[0] >= 'A' && w[0] <= 'Z' && c > 0 {
			return c
		}
	}
	return -1
}

func (f *finding) within(i int) bool {
	for _, r := range f.content {
		if r.holds(i) {
			return true
		}
	}
	return false
}

// issuing is verbs whose subject is the source of a statement that is their
// object.
var issuing = map[string]bool{
	"issue": true, "make": true, "give": true, "voice": true, "express": true, "have": true,
	"release": true, "publish": true, "offer": true, "repeat": true, "renew": true, "reject": true,
	"put": true, "send": true, "deliver": true, "raise": true, "reiterate": true, "share": true,
	"hold": true, "dismiss": true, "air": true, "convey": true, "sound": true, "bring": true,
}

// leftCue is the first token of the group of v where it and the noun n are close
// enough to be one cue, else n.
func (t *tree) leftCue(v, n int) int {
	if v < n {
		return t.cueRun(v, v).a
	}
	return n
}

// nounCue takes the noun's adjectives into the cue.
func (f *finding) nounCue() {
	t := f.t
	for i := f.cue.a - 1; i >= 0 && t.head(i) == f.verb; i-- {
		switch t.rel(i) {
		case "amod", "compound", "det", "nummod":
			f.cue.a = i
			continue
		}
		break
	}
	for _, s := range f.source {
		if f.cue.holds(s.a) && s.b < f.verb {
			f.cue.a = s.b + 1
		}
	}
	for f.cue.a < f.verb && (t.rel(f.cue.a) == "case" || t.isPunct(f.cue.a)) {
		f.cue.a++
	}
}

// readAdjective looks for a predicate adjective with its clause or phrase: "is
// confident that …".
func (l *cueList) readAdjective(t *tree, a int) (finding, bool) {
	if t.upos(a) != "ADJ" && t.xpos(a) != "VBN" {
		return finding{}, false
	}
	entry := l.adjs[t.fold[a]]
	if entry == nil || t.child(a, "cop", "aux:pass") < 0 {
		return finding{}, false
	}
	f := finding{t: t, entry: entry, verb: a, speaker: -1, parent: -1, score: 0.8, rule: "adjective"}
	f.cue = t.cueRun(a, a)
	f.setSource(t.child(a, "nsubj"))
	for c := t.first[a]; c >= 0; c = t.next[c] {
		if c < a {
			continue
		}
		clause := entry.clause && (t.rel(c) == "ccomp" || t.rel(c) == "advcl" && t.thatClause(c))
		inf := entry.infinitive && (t.rel(c) == "xcomp" || t.rel(c) == "ccomp" || t.rel(c) == "advcl") && t.toInfinitive(c)
		prep := (t.rel(c) == "obl" || t.rel(c) == "advcl" || t.rel(c) == "nmod") && f.hasPrep(c)
		if prep {
			f.cue.b = t.left[c]
		}
		if clause {
			f.rule = "adjective clause"
		}
		if clause || inf || prep {
			r := rng{max(t.left[c], f.cue.b+1), t.right[c]}
			if entry.force == seem {
				return f, f.raised(r)
			}
			return f, f.keep(r) && len(f.source) > 0
		}
	}
	return finding{}, false
}
