package attrib

import "github.com/dateline/dateline"

// carrying is verbs for what a medium does with the statement of another.
var carrying = map[string]bool{
	"carry": true, "publish": true, "release": true, "broadcast": true, "air": true, "quote": true,
	"cite": true, "report": true, "distribute": true, "run": true, "print": true, "relay": true,
	"post": true, "issue": true, "obtain": true, "see": true, "monitor": true, "read": true,
	"transmit": true, "circulate": true, "disseminate": true,
}

// carriers adds, for each finding, the medium that its reporting clause says has
// carried it: "in a statement carried by the agency, the ministry said …".
func (j *joiner) carriers() {
	n := len(j.fs)
	for i := range n {
		f := &j.fs[i]
		if f.heir > 0 || f.entry.force != say || len(f.spans) == 0 {
			continue
		}
		if g, ok := f.carrier(); ok {
			g.spans = f.carried(g)
			id := j.add(g)
			j.fs[i].outer = id
		}
	}
	j.citing(n)
}

// carrier finds "carried by X" on a noun of the reporting clause, and a medium as
// the hearer: "told the agency that …".
func (f *finding) carrier() (finding, bool) {
	t := f.t
	if g, ok := f.toldTo(); ok {
		return g, true
	}
	for i := range t.n {
		if !carrying[t.lemma(i)] || i == f.verb || t.rel(i) != "acl" || t.xpos(i) != "VBN" && t.xpos(i) != "VBD" || !f.reporting(i) {
			continue
		}
		x := t.agent(i)
		if x < 0 {
			continue
		}
		g := finding{t: t, entry: carried, verb: i, speaker: -1, parent: -1, score: 0.9, rule: "carried by"}
		g.cue = t.cueRun(i, i)
		if t.fold[min(i+1, t.n-1)] == "by" {
			g.cue.b = i + 1
		}
		g.setSource(x)
		return g, len(g.source) > 0
	}
	return finding{}, false
}

// toldTo is the hearer of a statement where that is a name, which only a medium
// is credited by: "told Norpress". Whether it is one shows when it is resolved.
func (f *finding) toldTo() (finding, bool) {
	t := f.t
	if f.entry.word != "tell" {
		return finding{}, false
	}
	h := t.child(f.verb, "iobj", "obj")
	if t.passive(f.verb) {
		h = t.child(f.verb, "nsubj:pass") // "Norpress was told"
	}
	if h < 0 || h < f.verb && !t.passive(f.verb) || t.upos(h) != "PROPN" && !agencyWord[t.lemma(h)] {
		return finding{}, false
	}
	g := finding{t: t, entry: carried, verb: f.verb, speaker: -1, parent: -1, score: 0.8, rule: "told to", cue: f.cue}
	g.setSource(h)
	return g, len(g.source) > 0
}

// carried is the entry of the rule, which no cue word stands for.
var carried = &cue{word: "carry", class: dateline.Reported, force: say}

// reporting reports whether token i belongs to the reporting clause of f: below
// its verb, and not in its content.
func (f *finding) reporting(i int) bool {
	for _, c := range f.content {
		if c.holds(i) {
			return false
		}
	}
	at := f.t.s.Tokens[i].Span
	if holds(f.spans, at) {
		return false
	}
	for h, n := i, 0; h >= 0 && n < f.t.n; h, n = f.t.head(h), n+1 {
		if h == f.verb || h == f.speaker {
			return true
		}
	}
	return false
}

// carried is what the medium of g carries: f's cue and content, and its source
// where that does not name the medium.
func (f *finding) carried(g finding) []dateline.Span {
	out := append([]dateline.Span{f.cueSpan()}, f.spans...)
	for _, s := range f.t.spansOf(f.source) {
		if !s.Overlaps(g.t.span(g.source[0])) {
			out = append(out, s)
		}
	}
	return merge(out)
}
