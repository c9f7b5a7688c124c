package attrib

import "strings"

// readVerb looks for an attribution whose cue is the verb v.
func (l *cueList) readVerb(t *tree, v int) (finding, bool) {
	if !t.isVerb(v) || t.rel(v) == "amod" || t.rel(v) == "compound" {
		return finding{}, false
	}
	entry, last := l.verbCue(t, v)
	if entry == nil {
		return finding{}, false
	}
	f := finding{t: t, entry: entry, verb: v, speaker: -1, parent: -1, score: 1}
	f.cue = t.cueRun(v, last)
	f.findSource()
	if !f.findContent() {
		return finding{}, false
	}
	return f, f.plausible()
}

// verbCue is the row of the cue list that fits the verb v best, and the last
// token of its words: "call for" before "call".
func (l *cueList) verbCue(t *tree, v int) (*cue, int) {
	lemma := t.lemma(v)
	var best *cue
	last := v
	for _, rest := range l.longer[lemma] {
		if end := t.follows(v+1, rest); end > last {
			best, last = l.verbs[lemma+" "+rest], end
		}
	}
	if best == nil {
		best = l.verbs[lemma]
	}
	return best, last
}

// follows is the index of the last of the words that stand from token i on, or
// -1 where they do not. A "to" that brings in an infinitive is no preposition.
func (t *tree) follows(i int, words string) int {
	for w := range strings.SplitSeq(words, " ") {
		if i >= t.n || t.fold[i] != w {
			return -1
		}
		if w == "to" && i+1 < t.n && (t.xpos(i+1) == "VB" || t.xpos(i) == "TO" && t.upos(i) == "PART") {
			return -1
		}
		i++
	}
	return i - 1
}

// cueRun is the words of a verb's group from its first auxiliary, negation or
// adverb on: "has also denied", "did not immediately say", "tried to convince".
func (t *tree) cueRun(v, last int) rng {
	r := rng{v, last}
	for i := v - 1; i >= 0 && t.inGroup(i, v); i-- {
		r.a = i
	}
	for r.a < v && (t.upos(r.a) == "PUNCT" || t.upos(r.a) == "CCONJ") {
		r.a++
	}
	return r
}

// inGroup reports whether token i, left of the verb v, belongs to its group.
func (t *tree) inGroup(i, v int) bool {
	h := t.head(i)
	switch t.rel(i) {
	case "aux", "cop":
		return true
	case "advmod":
		return t.upos(i) == "ADV" && t.first[i] < 0 && !strings.HasPrefix(t.xpos(i), "W") && h >= i || t.fold[i] == "not" || t.fold[i] == "n't"
	case "mark":
		return t.fold[i] == "to"
	}
	return t.lightGovernor(i, v)
}

// lightVerbs take an infinitive or a gerund and add tense, phase or attempt to
// it rather than an act of their own.
var lightVerbs = map[string]bool{
	"appear": true, "seem": true, "try": true, "attempt": true, "continue": true, "begin": true,
	"start": true, "go": true, "keep": true, "need": true, "have": true, "come": true, "dare": true,
	"prepare": true, "use": true, "tend": true, "happen": true, "manage": true, "fail": true,
	"refuse": true, "decline": true, "hesitate": true, "stop": true,
}

// lightGovernor reports whether token i is a light verb that governs v.
func (t *tree) lightGovernor(i, v int) bool {
	if !lightVerbs[t.lemma(i)] || !t.isVerb(i) && t.upos(i) != "AUX" {
		return t.fold[i] == "on" && i > 0 && t.lemma(i-1) == "go" && t.lightGovernor(i-1, v)
	}
	return t.rel(v) == "xcomp" && t.head(v) == i
}

// plausible drops what the rules take for an attribution against the odds: an
// attitude that nobody holds, an object that is no statement.
func (f *finding) plausible() bool {
	c := f.entry
	if len(f.source) == 0 && c.force != say && c.force != seem {
		// "is expected to", "is seen as": held by many, or by nobody who is named.
		return f.t.passive(f.verb) && c.force == think && (f.rule == "infinitive" || f.rule == "object and complement" || f.rule == "object and infinitive" || f.rule == "clause")
	}
	return len(f.content) > 0 || f.awaits
}
