package attrib

import (
	"github.com/dateline/dateline"
)

// findContent finds what is said, and reports whether there is any or a
// quotation may bring it.
func (f *finding) findContent() bool {
	for _, rule := range [...]struct {
		on   bool
		find func(*finding) bool
		name string
	}{
		{f.entry.clause, (*finding).thatAfter, "clause"},
		{f.entry.clause || f.entry.quote, (*finding).clauseBelow, "clause"},
		{f.entry.clause || f.entry.quote, (*finding).clauseAbove, "clause around"},
		{f.entry.objInf, (*finding).objectInfinitive, "object and infinitive"},
		{f.entry.complement, (*finding).objectComplement, "object and complement"},
		{f.entry.infinitive || f.entry.clause && f.t.passive(f.verb), (*finding).infinitive, "infinitive"},
		{f.entry.gerund, (*finding).gerund, "gerund"},
		{f.entry.phrase, (*finding).prepositional, "phrase"},
		{f.entry.object, (*finding).object, "object"},
		{f.entry.clause && f.entry.force == say, (*finding).clauseBefore, "clause around"},
		{f.entry.clause && f.entry.force == say, (*finding).clauseAfter, "clause"},
	} {
		if rule.on && rule.find(f) {
			f.rule = rule.name
			return true
		}
	}
	f.awaits = f.entry.quote
	return f.awaits
}

// keep takes runs of tokens as the content, trimmed and without the reporting
// clause.
func (f *finding) keep(runs ...rng) bool {
	f.content = f.content[:0]
	for _, r := range runs {
		for _, p := range f.minusOwn(r) {
			if p = f.t.trim(p); !p.empty() {
				f.content = append(f.content, p)
			}
		}
	}
	return len(f.content) > 0
}

// minusOwn is r without the cue and the source.
func (f *finding) minusOwn(r rng) []rng {
	out := []rng{r}
	own := append([]rng{f.cue}, f.source...)
	if f.own != (rng{}) {
		own = append(own, f.own)
	}
	for _, own := range own {
		var next []rng
		for _, p := range out {
			next = append(next, p.minus(own)...)
		}
		out = next
	}
	return out
}

// thatAfter is a that-clause right after the cue, a day between them aside.
func (f *finding) thatAfter() bool {
	t := f.t
	i := f.cue.b + 1
	for i < t.n && i < f.cue.b+5 && (t.fold[i] == "on" || t.upos(i) == "NUM" || t.dayWord(i)) {
		i++
	}
	if i >= t.n || t.fold[i] != "that" || t.rel(i) != "mark" || t.head(i) <= i {
		return false
	}
	h := t.head(i)
	if y := t.yield(h); y.a < f.cue.a && t.rel(h) != "ccomp" {
		return f.keep(rng{i, max(h, t.right[h])})
	}
	return f.keep(rng{i, t.right[h]})
}

// clauseBefore is all before a reporting clause that ends the sentence: "The road
// is open, the governor told reporters on Monday", "…, said the governor, who …".
func (f *finding) clauseBefore() bool {
	t := f.t
	if len(f.source) == 0 {
		return false
	}
	start, rest := f.source[0].a, f.cue.b+1
	switch {
	case f.speaker < f.verb && f.source[0].b != f.cue.a-1:
		return false
	case f.speaker > f.verb:
		if f.source[0].a != f.cue.b+1 {
			return false
		}
		start, rest = f.cue.a, f.source[0].b+1
	}
	comma := start - 1
	if comma < 3 || t.form(comma) != "," {
		return false
	}
	for i := rest; i < t.n; i++ {
		if t.isVerb(i) || t.upos(i) == "AUX" || t.fold[i] == "that" || t.form(i) == ";" {
			return false
		}
	}
	f.own = rng{comma, t.n - 1}
	return f.keep(rng{0, comma - 1})
}

// clauseAfter is the clause with a subject of its own that stands soon after an
// active verb of saying, wherever the syntax has put it.
func (f *finding) clauseAfter() bool {
	t, v := f.t, f.verb
	if len(f.source) == 0 || f.speaker > v || t.passive(v) {
		return false
	}
	for i := f.cue.b + 2; i < min(f.cue.b+9, t.n) && !t.isPunct(i); i++ {
		if t.fold[i] == "that" && t.rel(i) != "det" && t.finiteAfter(i) {
			return f.keep(rng{i, t.n - 1})
		}
	}
	for i := f.cue.b + 1; i < min(f.cue.b+9, t.n) && !t.isPunct(i); i++ {
		h := t.head(i)
		if t.rel(i) != "nsubj" || h < i || t.tense(h) == "" || t.relativeWord(i) {
			continue
		}
		a := max(t.left[i], f.cue.b+1)
		if m := t.child(h, "mark", "advmod"); m == a-1 && (t.fold[m] == "that" || f.questions(m)) {
			a = m
		}
		return f.keep(rng{a, max(t.right[h], t.right[v])})
	}
	return false
}

// finiteAfter reports whether a verb with tense stands after token i.
func (t *tree) finiteAfter(i int) bool {
	for k := i + 1; k < t.n; k++ {
		if x := t.xpos(k); x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD" {
			return true
		}
	}
	return false
}

// asksIn reports whether the clause c, which the syntax takes for an adverbial, is
// the question asked.
func (f *finding) asksIn(c int) bool {
	if r := f.t.rel(c); r != "advcl" && r != "acl" {
		return false
	}
	m := f.t.child(c, "mark", "advmod")
	return m > f.verb && m == f.t.left[c] && f.questions(m)
}

// questions reports whether token m brings in the question that f asks: if,
// whether, why.
func (f *finding) questions(m int) bool {
	switch f.t.fold[m] {
	case "if", "whether", "why", "how", "when", "where":
		return f.entry.class == dateline.Asked
	}
	return false
}

func (t *tree) relativeWord(i int) bool {
	return t.xpos(i) == "WP" || t.xpos(i) == "WDT"
}

// clauseBelow is a complement clause: "said that …", "asked whether …", and what
// follows a colon.
func (f *finding) clauseBelow() bool {
	t, v := f.t, f.verb
	best := -1
	for c := t.first[v]; c >= 0; c = t.next[c] {
		switch {
		case t.rel(c) == "ccomp" || t.deprel(c) == "csubj:pass":
			if best < 0 || t.rel(best) != "ccomp" {
				best = c
			}
		case best < 0 && c > v && f.asksIn(c):
			best = c
		case t.rel(c) == "parataxis" && best < 0 && c > v && f.saysAfterColon(c):
			best = c
		case t.rel(c) == "xcomp" && best < 0 && f.entry.clause && t.child(c, "nsubj") >= 0:
			best = c
		}
	}
	if best < 0 {
		return false
	}
	r := t.yield(best)
	if best < v {
		f.own = f.fronted(best)
	} else if that := t.child(best, "mark"); that > r.a && that < r.a+8 && t.fold[that] == "that" {
		r.a = that // what stands before it tells when or where it was said
	}
	if before := f.parenthetical(r); !before.empty() {
		return f.keep(before, r)
	}
	return f.keep(r)
}

// parenthetical is the part of the content r that stands before a reporting
// clause between commas: "The bridge, he said, will stay closed."
func (f *finding) parenthetical(r rng) rng {
	t, none := f.t, rng{0, -1}
	r = t.trim(r)
	if r.empty() || f.entry.force != say || len(f.source) == 0 || r.a <= f.cue.b {
		return none
	}
	a, b := min(f.cue.a, f.source[0].a), max(f.cue.b, f.source[0].b)
	if b-a > 25 || a < 2 || !t.commaBefore(a) || b+1 >= t.n || t.form(b+1) != "," && t.form(b) != "," {
		return none
	}
	start := 0
	for k := a - 2; k > 0; k-- {
		if t.form(k) == ";" || t.quote[a-1] < 0 && t.quote[k] < 0 && t.quote[k-1] >= 0 {
			start = k + 1
			break
		}
	}
	for k := start; k < a && t.quote[r.a] >= 0 && t.quote[a-1] < 0; k++ {
		if t.head(k) == f.verb && (t.rel(k) == "obl" || t.rel(k) == "advmod" || t.rel(k) == "advcl") {
			return none // where or when a quotation was said: In Rabat, he said, "…"
		}
	}
	return rng{start, a - 1}
}

// commaBefore reports whether a comma stands before token i, a quotation mark
// between them aside.
func (t *tree) commaBefore(i int) bool {
	return t.form(i-1) == "," || t.isQuoteMark(i-1) && t.form(i-2) == ","
}

// saysAfterColon reports whether the clause c stands after a colon that follows
// the verb.
func (f *finding) saysAfterColon(c int) bool {
	for i := f.verb + 1; i < f.t.left[c] || i <= f.t.left[c] && i < f.t.n; i++ {
		if f.t.form(i) == ":" {
			return true
		}
	}
	return false
}

// fronted is the run of the reporting clause where the content c stands before
// its verb and may go on after it.
func (f *finding) fronted(c int) rng {
	own := f.cue
	for _, s := range f.source {
		own = rng{min(own.a, s.a), max(own.b, s.b)}
	}
	for d := f.t.first[f.verb]; d >= 0; d = f.t.next[d] {
		if d != c && d > c && !f.t.isPunct(d) {
			y := f.t.yield(d)
			if y.a > f.t.right[c] || f.t.rel(d) != "conj" {
				own = rng{min(own.a, y.a), max(own.b, y.b)}
			}
		}
	}
	return own
}

// clauseAbove is the clause that the reporting clause is put into or after: "The
// talks, he said, failed".
func (f *finding) clauseAbove() bool {
	t, v := f.t, f.verb
	h := t.head(v)
	if h < 0 || len(f.source) == 0 || t.xpos(v) == "VBG" {
		return false
	}
	switch t.rel(v) {
	case "parataxis", "discourse", "dislocated":
	case "advcl":
		if m := t.child(v, "mark", "advmod"); m < 0 || t.fold[m] != "as" {
			return false
		}
	default:
		return false
	}
	r := t.yield(h)
	f.own = t.yield(v)
	if f.own.a <= h && h <= f.own.b {
		return false
	}
	return f.keep(r)
}
