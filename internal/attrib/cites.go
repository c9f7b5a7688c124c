package attrib

import "github.com/dateline/dateline"

// citing adds, for "citing X" beside a statement, that the statement is X's, told
// by the one who cites. The statements are the first n findings.
func (j *joiner) citing(n int) {
	for _, t := range j.trees {
		for q := range t.n {
			if l := t.lemma(q); l != "cite" && l != "quote" || t.xpos(q) != "VBG" || t.sayingAfter(q) >= 0 {
				continue
			}
			i := j.statementOf(t, q, n)
			if i < 0 {
				continue
			}
			c := finding{t: t, entry: carried, verb: q, speaker: -1, parent: -1, score: 0.8, rule: "citing", cue: rng{q, q}}
			if o := t.child(q, "obj"); o > q && (t.speaks(o) || j.actorHead(t, o)) {
				c.setSource(o)
			}
			if len(c.source) > 0 {
				c.spans, c.outer = j.fs[i].spans, j.fs[i].id
				j.add(c)
			}
		}
	}
}

// statementOf is the statement that the participle q of citing goes with: that of
// the verb or the source it depends on, else the nearest before it, else after it.
func (j *joiner) statementOf(t *tree, q, n int) int {
	best, later := -1, -1
	for i := range n {
		f := &j.fs[i]
		if f.t != t || f.verb == q || f.entry.force != say || len(f.spans) == 0 || len(f.source) == 0 || !f.voice() {
			continue
		}
		h := t.head(q)
		if h >= 0 && (h == f.verb || h == f.speaker) {
			return i
		}
		switch {
		case holds(f.spans, t.s.Tokens[q].Span):
		case f.verb < q:
			best = i
		case later < 0:
			later = i
		}
	}
	if best < 0 {
		return later
	}
	return best
}

// speaks reports whether the noun o can be the source of a statement, as against
// a reason ("citing privacy rules").
func (t *tree) speaks(o int) bool {
	l := t.lemma(o)
	return t.upos(o) == "PROPN" || groupWord[l] || documentWord[l] || agencyWord[l] || personWord[l] || bodyWord[l] || press[l] || l == "account"
}

// actorHead reports whether token o is the head of an actor's mention.
func (j *joiner) actorHead(t *tree, o int) bool {
	for i := range j.r.Mentions {
		m := &j.r.Mentions[i]
		if m.Kind == dateline.ActorMention && m.Sentence == t.index && m.Head == o {
			return true
		}
	}
	return false
}

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
		if by := t.agent(s); medium < 0 && by > s {
			medium = by // "was quoted as saying by X"
			in.own = rng{s, t.right[by]}
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
	in.source, in.speaker = nil, -1
	if medium < s {
		in.own = rng{}
	}
	in.setSource(speaker)
	if outer >= 0 && medium >= 0 {
		in.outer = j.fs[outer].id
		if !passive && medium < q {
			in.own = rng{t.left[medium], s}
		}
	}
	if !passive && len(in.source) > 0 {
		in.source[0] = rng{t.afterAdverb(q + 1), end}
	}
	in.content = cutBefore(in.content, s)
	switch {
	case len(in.content) > 0:
	case t.lemma(s) != "say":
		in.content = t.clauseFrom(s)
	case !passive && medium > 0 && t.left[medium] > 3 && t.form(t.left[medium]-1) == "," && t.quote[t.left[medium]-2] < 0 && t.trim(rng{s + 1, t.n - 1}).empty():
		in.content = []rng{{0, t.left[medium] - 2}} // "The road is open, the radio quoted him as saying."
	}
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

// clauseFrom is what follows a hearer after the participle s: "as telling
// lawmakers that …".
func (t *tree) clauseFrom(s int) []rng {
	for i := s + 1; i < min(s+8, t.n); i++ {
		if t.fold[i] == "that" && (t.rel(i) == "mark" || t.rel(i) == "nsubj" || t.rel(i) == "obj") {
			if r := t.trim(rng{i, t.n - 1}); !r.empty() {
				return []rng{r}
			}
		}
	}
	return nil
}
