package attrib

import "strings"

// readPhrase looks for "according to X" and its like at token i.
func (l *cueList) readPhrase(t *tree, i int) (finding, bool) {
	entry, last := l.phraseAt(t, i)
	if entry == nil {
		return finding{}, false
	}
	f := finding{t: t, entry: entry, verb: i, speaker: -1, parent: -1, score: 1, rule: "phrase cue", cue: rng{i, last}}
	h := t.phraseNoun(i, last)
	if h < 0 {
		return finding{}, false
	}
	f.setSource(h)
	if len(f.source) == 0 {
		return finding{}, false
	}
	f.source[0].a = last + 1
	f.source[0].b = t.beforeClause(f.source[0], h)
	f.own = rng{i, max(last, f.source[0].b)}
	if t.closing(f.own) {
		return f, f.keep(rng{0, i - 1})
	}
	return f, f.keep(t.clauseAround(h, f.own))
}

// closing reports whether a phrase stands at the end of its sentence after a
// comma, where it is said of all before it: "The dam has burst, the governor
// said, according to the radio."
func (t *tree) closing(own rng) bool {
	if own.a < 3 || t.form(own.a-1) != "," {
		return false
	}
	for i := own.b + 1; i < t.n; i++ {
		if !t.isPunct(i) {
			return false
		}
	}
	for i := range own.a {
		if t.form(i) == ";" {
			return false
		}
	}
	return true
}

func (l *cueList) phraseAt(t *tree, i int) (*cue, int) {
	first := t.fold[i]
	if first != "according" && first != "in" && first != "per" && first != "as" {
		return nil, 0
	}
	for words, c := range l.phrases {
		if !strings.HasPrefix(words, first) || !c.clause {
			continue
		}
		if end := t.follows(i, words); end >= 0 {
			return c, end
		}
	}
	return nil, 0
}

// beforeClause is the last token of a source before a comma that the main clause
// follows, where the syntax takes that clause for a part of the source.
func (t *tree) beforeClause(r rng, head int) int {
	for i := head + 1; i < r.b; i++ {
		if t.form(i) != "," {
			continue
		}
		for v := i + 1; v <= r.b; v++ {
			if s := t.child(v, "nsubj", "nsubj:pass"); t.isVerb(v) && s > i && t.upos(s) != "PRON" && !strings.HasSuffix(t.deprel(v), ":relcl") {
				return i - 1
			}
		}
	}
	return r.b
}

// phraseNoun is the head of the noun phrase that stands after a phrase cue: the
// next nominal that no other token of its phrase governs.
func (t *tree) phraseNoun(first, last int) int {
	for i := last + 1; i < t.n; i++ {
		if t.isPunct(i) && !t.isQuoteMark(i) {
			return -1
		}
		h := t.head(i)
		if t.isNominal(i) && t.rel(i) != "amod" && t.rel(i) != "nummod" && (h <= last || h < 0 || !t.isNominal(h) || h > i && t.rel(i) != "compound" && t.rel(i) != "nmod") {
			return i
		}
	}
	return -1
}

// clauseAround is the clause that the phrase headed by h belongs to.
func (t *tree) clauseAround(h int, own rng) rng {
	for g := t.head(h); g >= 0; g = t.head(g) {
		if !own.holds(g) && t.isClause(g) {
			return t.clauseRun(g)
		}
	}
	return rng{0, t.n - 1}
}

// isClause reports whether token i heads a clause.
func (t *tree) isClause(i int) bool {
	switch t.rel(i) {
	case "root", "ccomp", "parataxis", "advcl", "acl", "conj", "csubj":
		return t.isVerb(i) || t.child(i, "cop", "nsubj", "aux") >= 0 || t.head(i) < 0
	}
	return t.head(i) < 0
}

// clauseRun is the words of the clause headed by i, without the conjunction that
// ties it to another.
func (t *tree) clauseRun(i int) rng {
	r := t.yield(i)
	if t.rel(i) == "conj" {
		for r.a < i && (t.rel(r.a) == "cc" || t.isPunct(r.a)) {
			r.a++
		}
	}
	return r
}

// readAdverb looks for "reportedly" and its like: a statement whose source is not
// named.
func (l *cueList) readAdverb(t *tree, i int) (finding, bool) {
	entry := l.adverbs[t.fold[i]]
	if entry == nil {
		return finding{}, false
	}
	f := finding{t: t, entry: entry, verb: i, speaker: -1, parent: -1, score: 0.7, rule: "adverb", cue: rng{i, i}}
	h := t.head(i)
	if h < 0 || !t.isClause(h) {
		return finding{}, false
	}
	return f, f.keep(t.clauseRun(h))
}

// readHeading looks for a source before a colon: "Minister: talks to resume" as
// a heading, "ORLOV: We have no such plan" at the start of a paragraph.
func readHeading(t *tree, opens bool, colon *cue) (finding, bool) {
	if !t.s.Heading && !opens || t.n < 4 {
		return finding{}, false
	}
	for i := 1; i < min(t.n-2, 7); i++ {
		if t.form(i) != ":" {
			continue
		}
		f := finding{t: t, entry: colon, verb: i, speaker: i - 1, parent: -1, score: 0.6, rule: "heading", cue: rng{i, i}}
		f.source = []rng{{0, i - 1}}
		if !t.nameLike(0, i-1) || !t.tells(i+1) || t.form(i+1) == "(" || t.form(i+1) == "[" {
			return finding{}, false
		}
		if opens && !t.s.Heading && capitals(t.form(i-1)) {
			f.rule = "transcript"
		}
		return f, f.keep(rng{i + 1, t.n - 1})
	}
	return finding{}, false
}

// capitals reports whether a word is written in capitals, as speakers are in
// transcripts.
func capitals(w string) bool {
	return len(w) > 1 && strings.ToUpper(w) == w && strings.ToLower(w) != w
}

// tells reports whether the words from token i on are a statement: a quotation,
// or words with a verb.
func (t *tree) tells(i int) bool {
	if i < t.n && (t.xpos(i) == "VBD" || t.xpos(i) == "VBZ") {
		return false // the colon stands within a clause
	}
	for k := i; k < t.n; k++ {
		if t.quote[k] >= 0 || t.isVerb(k) || t.upos(k) == "AUX" {
			return true
		}
	}
	return false
}

// nameLike reports whether tokens a to b name somebody who speaks: a noun phrase
// that ends in a name, or in a word for a speaker or a document.
func (t *tree) nameLike(a, b int) bool {
	for i := a; i <= b; i++ {
		switch t.upos(i) {
		case "PROPN", "NOUN", "ADJ", "PART", "DET", "ADP":
		default:
			return false
		}
	}
	l := t.lemma(b)
	return t.upos(b) == "PROPN" && !t.dayWord(b) || personWord[l] || groupWord[l] || bodyWord[l] || documentWord[l] && a == b
}
