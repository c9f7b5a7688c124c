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
		if f.entry.force != say || len(f.spans) == 0 {
			continue
		}
		if g, ok := f.carrier(); ok {
			g.spans = f.carried(g)
			j.fs = append(j.fs, g)
		}
		if g, ok := f.cites(j.fs[:n]); ok {
			g.spans = j.fs[i].spans
			j.fs = append(j.fs, g)
		}
	}
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
	if h < 0 || h < f.verb || t.upos(h) != "PROPN" {
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

// cites finds "…, citing X" beside a statement f: the statement is X's, told by
// the source of f.
func (f *finding) cites(all []finding) (finding, bool) {
	t := f.t
	if f.rule != "clause" && f.rule != "clause around" {
		return finding{}, false
	}
	for i := range all {
		g := all[i]
		if g.t != t || g.verb <= f.verb || g.entry.word != "cite" && g.entry.word != "quote" || t.xpos(g.verb) != "VBG" || len(g.content) == 0 {
			continue
		}
		o := t.child(g.verb, "obj")
		if o < 0 || t.subjectless(g.verb) {
			continue
		}
		c := finding{t: t, entry: carried, verb: g.verb, speaker: -1, parent: -1, score: 0.8, rule: "citing", cue: g.cue}
		c.setSource(o)
		return c, len(c.source) > 0
	}
	return finding{}, false
}

// subjectless reports whether the participle v has a subject of its own.
func (t *tree) subjectless(v int) bool { return t.child(v, "nsubj") >= 0 }

// quoted gives "X quoted Y as saying …" its two speakers, whatever the syntax made
// of it: Y says, and X quotes Y saying it. In the passive, "Y was quoted (by X) as
// saying …". The findings of the sentence start at first.
func (j *joiner) quoted(t *tree, first int) {
	for q := range t.n {
		if l := t.lemma(q); l != "quote" && l != "cite" || !t.isVerb(q) {
			continue
		}
		s := t.sayingAfter(q)
		if s < 0 {
			continue
		}
		outer, inner := -1, -1
		for i := first; i < len(j.fs); i++ {
			switch j.fs[i].verb {
			case q:
				outer = i
			case s:
				inner = i
			}
		}
		j.quotedPair(t, q, s, outer, inner)
	}
}

// sayingAfter is the participle of saying that goes with the verb q of quoting.
func (t *tree) sayingAfter(q int) int {
	for i := q + 1; i < t.n && i < q+30; i++ {
		switch {
		case t.isQuoteMark(i) || t.form(i) == ";":
			return -1
		case t.xpos(i) == "VBG" && (t.lemma(i) == "say" || t.fold[i-1] == "as"):
			return i
		case t.xpos(i) == "VBD" || t.xpos(i) == "VBZ" || t.xpos(i) == "VBP":
			if t.rel(i) != "acl" && t.head(i) <= q {
				return -1
			}
		}
	}
	return -1
}

// quotedPair sets the sources of the quoting and the saying verb.
func (j *joiner) quotedPair(t *tree, q, s, outer, inner int) {
	if inner < 0 {
		return
	}
	in := &j.fs[inner]
	end := s - 1
	if end > q && t.fold[end] == "as" {
		end--
	}
	passive := t.passive(q) || t.participle(q)
	var speaker, medium int
	if passive {
		speaker, medium = t.child(q, "nsubj:pass", "nsubj"), t.agent(q)
		if speaker < 0 {
			speaker = t.head(q)
		}
		if medium < 0 && outer >= 0 {
			// "was quoted as saying" is one cue.
			in.cue.a = j.fs[outer].cue.a
		}
	} else {
		speaker, medium = t.nounIn(q+1, end), t.subject(q)
	}
	if speaker < 0 {
		return
	}
	in.source, in.speaker, in.own = nil, -1, rng{}
	in.setSource(speaker)
	if !passive && len(in.source) > 0 {
		in.source[0] = rng{t.afterAdverb(q + 1), end}
	}
	in.content = cutBefore(in.content, s)
	if outer < 0 {
		return
	}
	out := &j.fs[outer]
	if medium < 0 {
		out.content, out.awaits, out.entry = nil, false, carried
		return
	}
	out.rule, out.entry, out.awaits = "quoted", carried, false
	out.setSource(medium)
	run := rng{q + 1, s}
	if passive {
		run = t.phrase(speaker, q)
	}
	out.content = append([]rng{run, {s, s}}, in.content...)
}

// afterAdverb is i, or the token after an adverb there.
func (t *tree) afterAdverb(i int) int {
	for i+1 < t.n && t.upos(i) == "ADV" {
		i++
	}
	return i
}

// nounIn is the head of the noun phrase in tokens a to b: the nominal whose head
// lies outside.
func (t *tree) nounIn(a, b int) int {
	for i := a; i <= b; i++ {
		if h := t.head(i); t.isNominal(i) && (h < a || h > b) {
			return i
		}
	}
	for i := a; i <= b; i++ {
		if t.isNominal(i) {
			return i
		}
	}
	return -1
}

// cutBefore drops what a content has before token s.
func cutBefore(list []rng, s int) []rng {
	var out []rng
	for _, r := range list {
		if r.b > s {
			out = append(out, rng{max(r.a, s+1), r.b})
		}
	}
	return out
}
