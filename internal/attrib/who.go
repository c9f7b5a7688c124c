package attrib

import (
	"strings"

	"github.com/dateline/dateline"
)

// link says who the source of finding i is.
func (v *voices) link(f *finding, i int) dateline.Link {
	if len(f.source) == 0 || f.speaker < 0 {
		if f.hearsay() {
			return dateline.Link{Name: f.t.form(f.verb), Kind: "group", Anonymous: true, Span: f.t.span(rng{f.verb, f.verb})}
		}
		return dateline.Link{Name: "unnamed source", Anonymous: true}
	}
	at := f.speaker
	if noun, ok := f.t.relative(at); ok && noun >= 0 {
		at = noun
	}
	if g := f.t.gloss(at); g >= 0 {
		at = g
	}
	run := f.t.phrase(at, f.verb)
	if run.empty() {
		run = rng{at, at}
	}
	if at > f.verb && run.a < at && len(f.source) == 1 && f.source[0].holds(at) {
		run.a = max(run.a, f.source[0].a)
	}
	l := v.who(f.t, run, at, i)
	l.Span = f.t.span(run)
	return l
}

// gloss is the name in brackets after the pronoun at token i, which says who is
// meant: "He (Orlov)"; -1 for none.
func (t *tree) gloss(i int) int {
	if t.upos(i) != "PRON" || i+3 >= t.n || t.form(i+1) != "(" && t.form(i+1) != "[" {
		return -1
	}
	for k := i + 2; k < min(i+6, t.n); k++ {
		if w := t.form(k); w == ")" || w == "]" {
			return k - 1
		}
		if t.upos(k) != "PROPN" {
			return -1
		}
	}
	return -1
}

// who says who a phrase is: an outlet, an actor that the entity stage knows, what
// was spoken of before, or the words themselves.
func (v *voices) who(t *tree, run rng, at, i int) dateline.Link {
	if o, ok := v.outletIn(t, run, at); ok {
		return outletAs(o)
	}
	if press[t.lemma(at)] && run.a == run.b {
		return dateline.Link{Name: t.form(at), Kind: string(dateline.GroupActor), Anonymous: true}
	}
	if o, ok := v.publisher(t, at); ok {
		return outletAs(o)
	}
	if l, ok := v.before(t, run, at, i); ok {
		return l
	}
	if agencyWord[t.lemma(at)] && at-2 >= run.a && t.namesNext(at-2) {
		return dateline.Link{Name: t.mediumName(run, at), Kind: "outlet"}
	}
	if t.mediumLike(run, at) {
		return dateline.Link{Name: describe(t, run, at), Kind: "outlet"}
	}
	if l, ok := v.actorAt(t, run, at); ok {
		return l
	}
	if agencyWord[t.lemma(at)] && t.properIn(run) {
		return dateline.Link{Name: t.mediumName(run, at), Kind: "outlet"}
	}
	return dateline.Link{Name: describe(t, run, at), Kind: kindOf(t, at), Anonymous: !t.named(run, at)}
}

// publisher is the outlet that a report or article is said to be by: "a report by
// Norpress", "Norpress reports".
func (v *voices) publisher(t *tree, at int) (dateline.Outlet, bool) {
	if !documentWord[t.lemma(at)] {
		return dateline.Outlet{}, false
	}
	for c := t.first[at]; c >= 0; c = t.next[c] {
		r := t.rel(c)
		if r == "compound" || t.deprel(c) == "nmod:poss" || r == "nmod" && (t.hasCase(c, "by") || t.hasCase(c, "from") || t.hasCase(c, "in") || t.hasCase(c, "of")) {
			if o, ok := v.outletIn(t, t.yield(c), c); ok {
				return o, true
			}
		}
	}
	return dateline.Outlet{}, false
}

// mediumLike reports whether a run of proper nouns ends, or begins, as the names
// of media do: "the Harbour Post", "Radio North".
func (t *tree) mediumLike(run rng, at int) bool {
	if t.upos(at) != "PROPN" {
		return false
	}
	a, b := at, at
	for a > run.a && t.upos(a-1) == "PROPN" {
		a--
	}
	for b < run.b && t.upos(b+1) == "PROPN" {
		b++
	}
	return a < b && (mediumNoun[t.fold[b]] || t.fold[a] == "radio" || t.fold[a] == "tv")
}

// namesNext reports whether token i is a word for a medium with its name after
// it: "daily Kyma".
func (t *tree) namesNext(i int) bool {
	return i >= 0 && i+1 < t.n && agencyWord[t.lemma(i)] && t.upos(i+1) == "PROPN"
}

// mediumName is the name of a medium that the list lacks: "the Harbour Post
// newspaper", "the news agency Norpress", "the Greek daily Kyma newspaper". A
// station keeps its kind, and two media keep both names.
func (t *tree) mediumName(run rng, at int) string {
	if c := t.child(at, "appos", "flat"); c >= 0 && t.upos(c) == "PROPN" {
		return describe(t, t.yield(c), c)
	}
	first := run.a
	for k := run.a; k < at; k++ {
		switch {
		case t.upos(k) == "CCONJ":
			return describe(t, run, at)
		case t.namesNext(k) && k+1 < at:
			first = k + 1
		}
	}
	for first < at && (t.upos(first) != "PROPN" || t.dayWord(first)) {
		first++
	}
	if first == at {
		return describe(t, run, at)
	}
	if t.upos(at) == "PROPN" {
		return describe(t, rng{first, run.b}, at)
	}
	if stationWord[t.lemma(at)] {
		return describe(t, rng{first, at}, at)
	}
	return describe(t, rng{first, at - 1}, at-1)
}

func outletAs(o dateline.Outlet) dateline.Link {
	return dateline.Link{Name: o.Name, Kind: "outlet", ID: o.ID, Code: o.Country}
}

// properIn reports whether a run has a proper noun.
func (t *tree) properIn(r rng) bool {
	for i := r.a; i <= r.b; i++ {
		if t.upos(i) == "PROPN" {
			return true
		}
	}
	return false
}

// bare is a link without what belongs to one attribution.
func bare(l dateline.Link) dateline.Link {
	return dateline.Link{Name: l.Name, Kind: l.Kind, ID: l.ID, Code: l.Code, Capacity: l.Capacity, Anonymous: l.Anonymous}
}

// outletIn is the outlet that a source's words name as their head: "the state
// news agency KCNA", not "KCNA's correspondent".
func (v *voices) outletIn(t *tree, run rng, at int) (dateline.Outlet, bool) {
	if v.a.outlets == nil {
		return dateline.Outlet{}, false
	}
	s := t.span(run)
	head := t.s.Tokens[at].Span
	for _, h := range v.a.outlets.Find(s.In(v.j.text)) {
		h.Span.Start, h.Span.End = h.Span.Start+s.Start, h.Span.End+s.Start
		if h.Span.Contains(head) || t.apposed(at, h.Span) {
			return h.Outlet, true
		}
	}
	return dateline.Outlet{}, false
}

// apposed reports whether a word of the span stands in apposition to token at.
func (t *tree) apposed(at int, s dateline.Span) bool {
	for c := t.first[at]; c >= 0; c = t.next[c] {
		switch t.rel(c) {
		case "appos", "flat":
			if s.Contains(t.s.Tokens[c].Span) {
				return true
			}
		case "compound":
			if agencyWord[t.lemma(at)] && s.Contains(t.s.Tokens[c].Span) {
				return true
			}
		}
	}
	return false
}

// actorAt is the actor that the mention with the head at token at refers to.
func (v *voices) actorAt(t *tree, run rng, at int) (dateline.Link, bool) {
	m, ok := v.byAt[t.s.Tokens[at].Span.Start]
	if !ok {
		return dateline.Link{}, false
	}
	ms := v.j.r.Mentions
	for steps := 0; steps < 20 && len(ms[m].Actors) == 0 && ms[m].Antecedent >= 0; steps++ {
		m = ms[m].Antecedent
	}
	if len(ms[m].Actors) == 0 || ms[m].Actors[0].Name == "" {
		return dateline.Link{}, false
	}
	x := ms[m].Actors[0]
	if x.Kind == dateline.StateActor && t.xpos(at) == "NNS" && !bodyWord[t.lemma(at)] && t.lemma(at) != "authority" {
		return dateline.Link{}, false // people of a state are not the state
	}
	l := dateline.Link{Name: x.Name, Kind: string(x.Kind), ID: x.ID, Code: x.Code, Capacity: x.Office}
	l.Anonymous = x.ID == "" && x.Kind == dateline.GroupActor
	return l, true
}

// describe is the source in the text's own words, without its article.
func describe(t *tree, run rng, at int) string {
	a := run.a
	for a < at && (t.upos(a) == "DET" || t.isPunct(a)) {
		a++
	}
	var words []string
	for i := a; i <= t.beforeRelative(run, at); i++ {
		if len(words) > 0 && t.s.Tokens[i].Span.Start == t.s.Tokens[i-1].Span.End {
			words[len(words)-1] += t.form(i)
			continue
		}
		words = append(words, t.form(i))
	}
	return strings.Join(words, " ")
}

// beforeRelative is the last token of a run without a relative clause, or a
// participle that tells who carried it, at its end.
func (t *tree) beforeRelative(run rng, at int) int {
	b := run.b
	for c := t.first[at]; c >= 0; c = t.next[c] {
		comma := t.left[c] > 0 && (t.form(t.left[c]) == "," || t.form(t.left[c]-1) == ",")
		told := strings.HasSuffix(t.deprel(c), ":relcl") || t.rel(c) == "acl" && (carrying[t.lemma(c)] || comma) || t.rel(c) == "advcl" && comma
		if c > at && told && t.left[c] > at && t.left[c] <= b {
			b = t.left[c] - 1
		}
	}
	for b > at && t.isPunct(b) && !t.closesWithin(rng{run.a, b}) {
		b--
	}
	return b
}

// named reports whether the phrase headed by token at bears a name: a proper
// noun as head or in apposition.
func (t *tree) named(run rng, at int) bool {
	if t.upos(at) == "PROPN" {
		return true
	}
	for c := t.first[at]; c >= 0; c = t.next[c] {
		if r := t.rel(c); (r == "appos" || r == "flat") && t.upos(c) == "PROPN" && run.holds(c) {
			return true
		}
	}
	return false
}

// kindOf guesses from its head noun what kind of source it is.
func kindOf(t *tree, at int) string {
	l := t.lemma(at)
	switch {
	case documentWord[l]:
		return "document"
	case groupWord[l] && (t.xpos(at) == "NNS" || l == "police" || l == "people"):
		return "group"
	case l == "they" || l == "we" || l == "some" || l == "many":
		return "group"
	case t.upos(at) == "PROPN":
		return ""
	case t.xpos(at) == "NNS":
		return "group"
	}
	return "person"
}
