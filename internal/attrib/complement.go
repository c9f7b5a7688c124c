package attrib

// objectInfinitive is "urged them to go", with the object as its subject.
func (f *finding) objectInfinitive() bool {
	t, v := f.t, f.verb
	x := t.child(v, "xcomp", "ccomp", "advcl")
	if x < 0 || x < v || !t.toInfinitive(x) {
		return false
	}
	if t.passive(v) || t.participle(v) {
		return f.withSubject(t.yield(x))
	}
	if t.rel(x) == "advcl" && t.child(v, "obj", "iobj", "obl") < 0 {
		return false
	}
	for c := t.first[v]; c >= 0; c = t.next[c] {
		switch t.rel(c) {
		case "obj", "iobj", "obl":
			if c > v && c < x {
				return f.keep(rng{max(t.left[c], f.cue.b+1), t.right[x]})
			}
		}
	}
	return t.rel(x) == "ccomp" && f.keep(t.yield(x))
}

// toInfinitive reports whether the clause x is an infinitive with to.
func (t *tree) toInfinitive(x int) bool {
	m := t.child(x, "mark")
	return m >= 0 && t.fold[m] == "to"
}

// withSubject is the content of a passive cue: its subject and r.
func (f *finding) withSubject(r rng) bool {
	if s := f.t.child(f.verb, "nsubj:pass"); s >= 0 && s < f.verb {
		return f.keep(f.t.phrase(s, f.verb), r)
	}
	return f.keep(r)
}

// objectComplement is "accused them of lying", "called it a mistake".
func (f *finding) objectComplement() bool {
	t, v := f.t, f.verb
	last := -1
	for c := t.first[v]; c >= 0; c = t.next[c] {
		switch t.rel(c) {
		case "xcomp", "ccomp":
			last = max(last, t.right[c])
		case "obl", "advcl":
			if c > v && t.complementWord(c) {
				last = max(last, t.right[c])
			}
		}
	}
	if t.passive(v) || t.participle(v) {
		return last > v && f.withSubject(rng{f.cue.b + 1, last})
	}
	o := t.child(v, "obj")
	if o < 0 && last > v {
		o = t.child(v, "iobj")
	}
	if o < 0 || o < v {
		return false
	}
	if last < o {
		// A parser may hang the complement on the object.
		last = t.right[o]
		if !f.entry.object && !f.hasComplementWord(o) {
			return false
		}
	}
	return f.keep(rng{t.left[o], last})
}

// complementWord reports whether the phrase or clause c is brought in by of, as,
// for, with, over or from.
func (t *tree) complementWord(c int) bool {
	for d := t.first[c]; d >= 0; d = t.next[d] {
		if r := t.rel(d); r == "case" || r == "mark" || r == "advmod" {
			switch t.fold[d] {
			case "of", "as", "for", "over", "with":
				return true
			}
		}
	}
	return t.fold[t.left[c]] == "of" || t.fold[t.left[c]] == "as"
}

func (f *finding) hasComplementWord(o int) bool {
	for c := f.t.first[o]; c >= 0; c = f.t.next[c] {
		if c > o && f.t.complementWord(c) {
			return true
		}
	}
	return false
}

// infinitive is the source's own act: "promised to go". In the passive it is a
// statement about the subject: "is said to have gone".
func (f *finding) infinitive() bool {
	t, v := f.t, f.verb
	x := t.child(v, "xcomp")
	if x < 0 || x < v || !t.toInfinitive(x) && f.entry.force != seem {
		return false
	}
	if t.passive(v) || t.participle(v) || f.entry.force == seem {
		return f.raised(t.yield(x))
	}
	return f.keep(t.yield(x))
}

// raised is the content of a cue that nobody is the source of: the subject and
// what it is said to do.
func (f *finding) raised(r rng) bool {
	s := f.t.child(f.verb, "nsubj:pass", "nsubj")
	if s < 0 {
		return f.keep(r)
	}
	sub := f.t.phrase(s, f.verb)
	if f.entry.force == seem {
		f.source, f.speaker = nil, -1
	}
	return f.keep(sub, r)
}

// gerund is "recalled seeing", "suggested putting off the talks".
func (f *finding) gerund() bool {
	t, v := f.t, f.verb
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if (t.rel(c) == "xcomp" || t.rel(c) == "ccomp" || t.rel(c) == "advcl" && t.child(c, "mark") < 0) && c > v && t.xpos(c) == "VBG" {
			return f.keep(rng{max(t.left[c], f.cue.b+1), t.right[c]})
		}
	}
	return false
}

// prepositional is what stands after the preposition that the cue ends with.
func (f *finding) prepositional() bool {
	t := f.t
	p := f.cue.b
	h := t.head(p)
	if h <= p || h == f.verb {
		h = t.nextDependant(f.verb, p)
	}
	if h <= p {
		return false
	}
	return f.keep(rng{p + 1, max(t.right[h], h)})
}

// nextDependant is the first dependant of v after token p, or -1.
func (t *tree) nextDependant(v, p int) int {
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if c > p && !t.isPunct(c) && t.rel(c) != "conj" && t.rel(c) != "cc" {
			return c
		}
	}
	return -1
}

// object is the thing said, denied or judged: "denied the reports".
func (f *finding) object() bool {
	t, v := f.t, f.verb
	if t.passive(v) {
		s := t.child(v, "nsubj:pass")
		return s >= 0 && s < v && f.keep(t.phrase(s, v))
	}
	if t.participle(v) {
		return f.participleObject()
	}
	o := t.child(v, "obj")
	if o < 0 {
		return false
	}
	r := t.yield(o)
	if o < v {
		r = t.phrase(o, v)
	}
	return f.keep(r)
}

// participleObject is the noun that a participle stands after: "the plan
// announced by the ministry".
func (f *finding) participleObject() bool {
	h := f.t.head(f.verb)
	if h < 0 || h > f.verb || len(f.source) == 0 {
		return false
	}
	return f.keep(f.t.phrase(h, f.verb))
}
