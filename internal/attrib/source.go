package attrib

import "strings"

// findSource finds who speaks: the agent of a passive, the subject of an active
// verb, or whoever the syntax makes the understood subject of a participle, an
// infinitive or a further verb of the same subject.
func (f *finding) findSource() {
	t, v := f.t, f.verb
	if t.passive(v) || t.participle(v) {
		f.setSource(t.agent(v))
		return
	}
	f.setSource(t.subject(v))
	if it := t.child(v, "expl"); len(f.source) == 0 && f.entry.force == say && it >= 0 && it < v && t.fold[it] == "it" {
		f.setSource(it) // a thing that speaks, whatever the parse makes of it
	}
	if len(f.source) == 0 && f.entry.force == say && (t.xpos(v) == "VBD" || t.xpos(v) == "VBZ") {
		f.setSource(t.nominalBefore(f.cue.a))
	}
	if len(f.source) == 0 && f.entry.quote && t.xpos(v) == "VBD" && t.afterQuote(f.cue.a) {
		f.setSource(t.nounIn(f.cue.b+1, t.n-1))
	}
}

// afterQuote reports whether a quotation ends right before token i.
func (t *tree) afterQuote(i int) bool {
	return i > 0 && t.quote[i-1] >= 0 && t.quote[i] != t.quote[i-1]
}

// ownSubject is the subject among the dependants of v: the last before it, else
// the first after it, and none that belongs to a quotation which v stands outside
// of.
func (t *tree) ownSubject(v int) int {
	best := -1
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if t.rel(c) != "nsubj" || t.quote[c] >= 0 && t.quote[c] != t.quote[v] && t.spoken(c) {
			continue
		}
		if best < 0 || c < v {
			best = c
		}
	}
	return best
}

// spoken reports whether the quotation that holds token i is speech rather than
// a name: long, or closed after a comma.
func (t *tree) spoken(i int) bool {
	n, last := 0, i
	for k := range t.n {
		if t.quote[k] == t.quote[i] {
			n, last = n+1, k
		}
	}
	return n > 7 || last > 0 && t.isQuoteMark(last) && t.form(last-1) == "," || !t.isQuoteMark(last) && t.form(last) == ","
}

// nominalBefore is the head of the noun phrase that ends right before token i, a
// parenthesis and a day between them aside; -1 for none. It stands in where the
// syntax gives a finite verb of saying no subject.
func (t *tree) nominalBefore(i int) int {
	for k := i - 1; k >= 0; k-- {
		switch {
		case t.form(k) == ")":
			for k > 0 && t.form(k) != "(" {
				k--
			}
		case t.upos(k) == "PROPN" || t.upos(k) == "NOUN":
			if t.dayWord(k) {
				continue
			}
			for h := t.head(k); h >= 0 && h < i && t.isNominal(h) && t.right[h] < i; h = t.head(h) {
				k = h
			}
			return k
		case t.upos(k) == "NUM" || t.fold[k] == "on":
		default:
			return -1
		}
	}
	return -1
}

// dayWord reports whether token i names a day or a month.
func (t *tree) dayWord(i int) bool {
	switch t.fold[i] {
	case "today", "yesterday", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december":
		return true
	}
	return false
}

// withoutDay drops a day at the end of a noun phrase, which tells when something
// was said: "the spokesman on Monday".
func (t *tree) withoutDay(r rng, head int) rng {
	b := r.b
	for b > head && t.upos(b) == "NUM" {
		b--
	}
	if b <= head || !t.dayWord(b) {
		return r
	}
	for h := t.head(b); h > head; h = t.head(h) {
		if t.isVerb(h) {
			return r // the day of a relative clause
		}
	}
	b--
	if b > head && t.fold[b] == "on" {
		b--
	}
	return rng{r.a, b}
}

// setSource takes the phrase headed by token i as the source.
func (f *finding) setSource(i int) {
	if i < 0 || f.cue.holds(i) {
		return
	}
	f.speaker = i
	if r := f.t.phrase(i, f.verb); !r.empty() {
		f.source = []rng{f.t.withComma(r, f.verb)}
	}
}

// withComma adds to a phrase before its verb the comma that closes an apposition
// in it: "Ana Silva, the mayor,".
func (t *tree) withComma(r rng, v int) rng {
	if r.b >= v || r.b+1 >= t.n || t.form(r.b+1) != "," {
		return r
	}
	for i := r.a; i <= r.b; i++ {
		if t.form(i) == "," {
			return rng{r.a, r.b + 1}
		}
	}
	return r
}

// afterDateline is the first token of a phrase without the place line that opens
// its sentence: "MUSCAT — The minister".
func (t *tree) afterDateline(r rng, head int) int {
	for i := r.a; i < head && i < r.a+8; i++ {
		switch w := t.form(i); w {
		case "—", "–", "--", "-":
			return i + 1
		default:
			if t.upos(i) != "PROPN" && t.upos(i) != "NUM" && !t.isPunct(i) {
				return r.a
			}
		}
	}
	return r.a
}

// participle reports whether v is a past participle without an auxiliary, as
// after a noun: "a plan announced by the ministry".
func (t *tree) participle(v int) bool {
	return t.xpos(v) == "VBN" && (t.rel(v) == "acl" || t.rel(v) == "advcl") && t.child(v, "aux", "nsubj") < 0
}

// agent is the head of the by-phrase of a passive, or -1.
func (t *tree) agent(v int) int {
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if t.rel(c) != "obl" && t.rel(c) != "nmod" {
			continue
		}
		if t.deprel(c) == "obl:agent" || t.hasCase(c, "by") && t.isNominal(c) && c > v {
			return c
		}
	}
	return -1
}

// hasCase reports whether token i has the preposition w.
func (t *tree) hasCase(i int, w string) bool {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if t.rel(c) == "case" && t.fold[c] == w {
			return true
		}
	}
	return false
}

// subject is the head of the phrase that is, or is understood to be, the subject
// of v; -1 for none.
func (t *tree) subject(v int) int {
	for range 6 {
		if s := t.ownSubject(v); s >= 0 {
			return s
		}
		h := t.head(v)
		if h < 0 {
			return -1
		}
		switch t.rel(v) {
		case "conj":
			if t.passive(h) {
				return t.child(h, "nsubj:pass")
			}
		case "xcomp":
			if o := t.child(h, "obj", "iobj"); o >= 0 && o < v && !subjectControl[t.lemma(h)] {
				return o
			}
			if t.passive(h) {
				return t.child(h, "nsubj:pass")
			}
		case "acl":
			return t.issuer(t.actingNoun(h, v))
		case "advcl":
			if t.passive(h) {
				return t.child(h, "nsubj:pass")
			}
			if t.xpos(v) != "VBG" && t.xpos(v) != "VBN" && t.xpos(v) != "VB" {
				return -1
			}
		case "ccomp", "parataxis", "csubj", "root":
			return -1
		}
		if !t.isVerb(h) && t.child(h, "cop", "nsubj") < 0 && t.rel(v) != "conj" {
			return -1
		}
		v = h
	}
	return -1
}

// subjectControl is verbs with an object whose infinitive has the subject of the
// verb: "promised reporters to say".
var subjectControl = map[string]bool{"promise": true, "use": true, "take": true, "threaten": true}

// actingNoun is the noun h where its participle or relative clause v makes it
// the speaker: "a statement saying", "officials who said".
func (t *tree) actingNoun(h, v int) int {
	if !t.isNominal(h) || h > v || t.xpos(v) == "VB" || t.child(v, "mark") >= 0 {
		return -1
	}
	return h
}

// issuer is who has issued the document with the head noun n, where its clause
// says so ("the ministry released a letter saying …"), else n.
func (t *tree) issuer(n int) int {
	if n < 0 || !documentWord[t.lemma(n)] || t.rel(n) != "obj" {
		return n
	}
	v := t.head(n)
	if v < 0 || !t.isVerb(v) || !issuing[t.lemma(v)] || t.passive(v) {
		return n
	}
	if s := t.ownSubject(v); s >= 0 {
		return s
	}
	return n
}

// phrase is the words of the noun phrase headed by i without what belongs to the
// clause of the verb v: cut at v, marks and coordinators trimmed at its ends.
func (t *tree) phrase(i, v int) rng {
	r := t.yield(i)
	if i < v && r.b >= v {
		r.b = v - 1
		for c := t.first[i]; c >= 0; c = t.next[c] {
			if y := t.yield(c); y.holds(v) {
				r.b = min(r.b, y.a-1)
			}
		}
	}
	if i > v && r.a <= v {
		r.a = v + 1
	}
	if r.a == 0 {
		r.a = t.afterDateline(r, i)
	}
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if l := t.lemma(c); c > i && (l == "quote" || l == "cite") && (t.rel(c) == "acl" || t.rel(c) == "advcl") && t.left[c] > i {
			r.b = min(r.b, t.left[c]-1) // who else is quoted is no part of the name
		}
	}
	for !r.empty() && (t.leadingWord(r.a) || t.isPunct(r.a) && !t.isQuoteMark(r.a)) && r.a < i {
		r.a++
	}
	for !r.empty() && t.isPunct(r.b) && !t.closesWithin(r) && r.b > i {
		r.b--
	}
	return t.withoutDay(r, i)
}

// leadingWord reports whether token i only ties a phrase to what stands before.
func (t *tree) leadingWord(i int) bool {
	switch t.rel(i) {
	case "cc":
		return t.deprel(i) != "cc:preconj"
	case "case", "mark":
		return t.fold[i] != "like"
	}
	switch t.fold[i] {
	case "even", "also", "meanwhile", "however", "still", "what":
		return true
	}
	return false
}

// closesWithin reports whether the last token of r closes a mark or bracket that
// r opens.
func (t *tree) closesWithin(r rng) bool {
	last := t.form(r.b)
	if t.fold[r.b] == "," || t.fold[r.b] == "." {
		return false
	}
	for i := r.a; i < r.b; i++ {
		w := t.form(i)
		if last == ")" && w == "(" || last == "]" && w == "[" || t.isQuoteMark(r.b) && t.isQuoteMark(i) {
			return true
		}
	}
	return false
}

// relative reports whether token i is a relative pronoun, and gives the noun
// that it stands for, or -1.
func (t *tree) relative(i int) (noun int, ok bool) {
	switch t.fold[i] {
	case "who", "which", "that", "whom":
	default:
		return -1, false
	}
	for v, n := t.head(i), 0; v >= 0 && n < t.n; v, n = t.head(v), n+1 {
		if strings.HasPrefix(t.deprel(v), "acl") {
			return t.head(v), true
		}
	}
	for k := i - 1; k >= 0; k-- {
		if t.upos(k) == "NOUN" || t.upos(k) == "PROPN" {
			return k, true
		}
	}
	return -1, false
}
