package attrib

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// voices turns the findings of a report into attributions: who the sources are,
// and which attributions are told within which.
type voices struct {
	a    *Annotator
	j    *joiner
	out  []dateline.Attribution
	byAt map[int]int // first byte of an actor mention's head to its index
	own  dateline.Link
	// times holds the time mentions by sentence.
	times map[int][]int
	// heirs maps a finding to the earlier one whose document it speaks of again.
	heirs map[int]int
}

func newVoices(a *Annotator, j *joiner) *voices {
	v := &voices{a: a, j: j, byAt: map[int]int{}, own: outletLink(j.r), times: map[int][]int{}, heirs: map[int]int{}}
	for i, m := range j.r.Mentions {
		if m.Kind == dateline.TimeMention {
			v.times[m.Sentence] = append(v.times[m.Sentence], i)
		}
		if m.Kind == dateline.ActorMention {
			v.byAt[v.headAt(m)] = i
		}
	}
	return v
}

// headAt is the first byte of a mention's head word.
func (v *voices) headAt(m dateline.Mention) int {
	if m.Sentence >= 0 && m.Sentence < len(v.j.r.Sentences) {
		if ts := v.j.r.Sentences[m.Sentence].Tokens; m.Head >= 0 && m.Head < len(ts) {
			return ts[m.Head].Span.Start
		}
	}
	return m.Span.Start
}

// resolve makes an attribution of each finding, in order.
func (v *voices) resolve() {
	v.j.fs = slices.DeleteFunc(v.j.fs, func(f finding) bool { return f.rule == "told to" && !v.toMedium(&f) })
	order(v.j.fs)
	v.out = make([]dateline.Attribution, len(v.j.fs))
	for i := range v.j.fs {
		f := &v.j.fs[i]
		at := &v.out[i]
		if k := byID(v.j.fs, f.heir); k >= 0 && k < i {
			*at = v.inherit(k, f.spans...)
			at.Parent, at.Direct, at.Link.Direct = v.j.fs[k].parent, true, true
			continue
		}
		at.Source, at.Cue, at.Content = f.t.spansOf(f.source), []dateline.Span{f.cueSpan()}, f.spans
		at.Parent, at.Direct = f.parent, f.direct
		at.Voice = f.voice()
		at.Why = dateline.Why{Rule: f.rule, Spans: at.Cue, Score: f.score}
		at.Link = v.link(f, i)
		at.Link.Cue, at.Link.Class = at.Cue[0].In(v.j.text), f.entry.class
		at.Link.CueSpan, at.Link.Direct = at.Cue[0], f.direct
		at.Link.Cue = strings.Join(strings.Fields(at.Link.Cue), " ")
		at.Link.When = v.when(f)
	}
}

// toMedium reports whether the hearer of a statement is an outlet.
func (v *voices) toMedium(f *finding) bool {
	_, ok := v.outletIn(f.t, f.source[0], f.speaker)
	return ok || f.t.mediumLike(f.source[0], f.speaker) || agencyWord[f.t.lemma(f.speaker)] && f.t.properIn(f.source[0])
}

// voice reports whether a finding's content is told on the word of its source:
// not what the source wants, plans, praises or blames, which the report itself
// vouches for or nobody does, nor what it might say or has not said.
func (f *finding) voice() bool {
	if f.heir > 0 {
		return true
	}
	if len(f.source) == 0 && f.entry.force != seem && !f.t.passive(f.verb) && !f.hearsay() {
		return false // nobody is named, and nothing says why
	}
	if f.unsaid() {
		return false
	}
	verb, _, _ := strings.Cut(f.entry.word, " ")
	switch f.rule {
	case "clause", "clause around", "noun clause", "noun predicate", "adjective clause":
		return f.entry.force != seem && !wishes[verb]
	case "block", "carried by", "told to", "this", "citing", "quoted", "phrase cue", "heading", "adverb", "":
		return true
	case "object":
		return vouches[f.entry.word] && len(f.source) > 0
	case "object and complement":
		return f.entry.class == dateline.Accused && f.entry.force == say && f.t.complementOf(f.verb) ||
			f.entry.class == dateline.Denied && vouches[f.entry.word]
	case "infinitive":
		return f.entry.force == say && f.t.passive(f.verb)
	}
	return false
}

// hearsay reports whether a finding is a report that nobody is named for:
// "rumours that".
func (f *finding) hearsay() bool { return f.rule == "noun clause" && hearsay[f.entry.word] }

// unsaid reports whether a cue stands for no statement: in a condition, under a
// negation that is no denial, as a thought of anybody ("you think"), or as a
// question somebody has in mind ("wonders whether").
func (f *finding) unsaid() bool {
	t, v := f.t, f.verb
	if f.direct || !t.isVerb(v) {
		return false
	}
	for c := t.first[v]; c >= 0 && c < v; c = t.next[c] {
		switch t.fold[c] {
		case "if", "unless":
			return true
		case "not", "n't", "never":
			if f.entry.class != dateline.Denied {
				return true
			}
		}
	}
	if f.entry.force != think {
		return false
	}
	if f.speaker >= 0 && (t.fold[f.speaker] == "you" || t.fold[f.speaker] == "one") {
		return true
	}
	return len(f.content) > 0 && (t.xpos(f.content[0].a) == "WRB" || t.xpos(f.content[0].a) == "WP" || t.fold[f.content[0].a] == "whether" || t.fold[f.content[0].a] == "if")
}

// complementOf reports whether a phrase with of or for depends on the verb v.
func (t *tree) complementOf(v int) bool {
	for c := t.first[v]; c >= 0; c = t.next[c] {
		if c > v && t.complementWord(c) {
			return true
		}
	}
	return false
}

// when is the day that a time expression of the reporting clause names.
func (v *voices) when(f *finding) dateline.Day {
	for _, i := range v.times[f.t.index] {
		m := v.j.r.Mentions[i]
		if m.Time == nil || m.Time.First == "" || m.Time.First != m.Time.Last {
			continue
		}
		if holdsAny(f.spans, m.Span) || m.Head < 0 || m.Head >= f.t.n {
			continue
		}
		if h := f.t.head(m.Head); h == f.verb || f.cue.b+1 == m.First || m.Last == f.cue.a {
			return m.Time.First
		}
	}
	return ""
}

func holdsAny(list []dateline.Span, s dateline.Span) bool {
	for _, l := range list {
		if l.Overlaps(s) {
			return true
		}
	}
	return false
}

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

// callsItself reports whether the source has the noun beside its name: "the group
// Clean Seas".
func (f *finding) callsItself(lemma string) bool {
	for _, r := range f.source {
		for i := r.a; i <= r.b; i++ {
			if f.t.lemma(i) == lemma {
				return true
			}
		}
	}
	return false
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

// mediumName is the name of a medium that the list lacks: "the Harbour Post
// newspaper", "the news agency Norpress".
func (t *tree) mediumName(run rng, at int) string {
	if c := t.child(at, "appos", "flat"); c >= 0 && t.upos(c) == "PROPN" {
		return describe(t, t.yield(c), c)
	}
	first := run.a
	for first < at && t.upos(first) != "PROPN" {
		first++
	}
	if first == at || t.upos(at) == "PROPN" {
		return describe(t, run, at)
	}
	return describe(t, rng{first, at - 1}, at-1)
}

func outletAs(o dateline.Outlet) dateline.Link {
	return dateline.Link{Name: o.Name, Kind: "outlet", ID: o.ID, Code: o.Country}
}

// before resolves "the agency", "the statement", "he" to a source of an earlier
// attribution.
func (v *voices) before(t *tree, run rng, at, i int) (dateline.Link, bool) {
	lemma := t.lemma(at)
	switch {
	case t.upos(at) == "PRON":
		if _, ok := v.byAt[t.s.Tokens[at].Span.Start]; ok {
			if _, ok := v.actorAt(t, run, at); ok {
				return dateline.Link{}, false
			}
		}
		return v.pronoun(t.fold[at], i)
	case !t.definite(at) || run.b-run.a > 3 || t.properIn(run):
		return dateline.Link{}, false
	case lemma == "report":
		// The report spoken of before, that of the outlet just quoted, else this one.
		if l, ok := v.introduced(t, i); ok {
			return l, true
		}
		if l, ok := v.lastRoot(i); ok && l.Kind == "outlet" {
			return bare(l), true
		}
		return bare(v.own), v.own.Name != ""
	case agencyWord[lemma]:
		for k := i - 1; k >= 0 && t.s.Paragraph-v.j.fs[k].t.s.Paragraph <= 3; k-- {
			if l := v.out[k].Link; l.Kind == "outlet" {
				return bare(l), true
			}
		}
		return bare(v.own), v.own.Name != ""
	case documentWord[lemma]:
		return v.document(lemma, i)
	case bodyWord[lemma]:
		return v.body(t, at, lemma, i)
	case groupWord[lemma] || personWord[lemma]:
		return v.again(t, at, lemma, i)
	}
	return dateline.Link{}, false
}

// again is the source described before with the same noun as "the official" at
// token at, where no name is known for it.
func (v *voices) again(t *tree, at int, lemma string, i int) (dateline.Link, bool) {
	for k := i - 1; k >= max(0, i-12); k-- {
		f := &v.j.fs[k]
		if f.speaker < 0 || f.t.lemma(f.speaker) != lemma || f.t.xpos(f.speaker) != t.xpos(at) || v.out[k].Link.Name == "" {
			continue
		}
		if l := v.out[k].Link; l.Kind == string(dateline.GroupActor) || l.Kind == string(dateline.PersonActor) {
			return bare(l), true
		}
	}
	return dateline.Link{}, false
}

// body is the organisation that "the group" at token at speaks of again: the last
// source that is one, else the actor mentioned last, within the paragraph or the
// one before. Where the noun names an office, it must be part of the name.
func (v *voices) body(t *tree, at int, lemma string, i int) (dateline.Link, bool) {
	fits := func(kind, name string) bool {
		return kind == string(dateline.OrgActor) && (generalBody[lemma] || strings.Contains(strings.ToLower(name), lemma))
	}
	here := t.s.Paragraph
	for k := i - 1; k >= 0 && here-v.j.fs[k].t.s.Paragraph <= 1; k-- {
		l, f := v.out[k].Link, &v.j.fs[k]
		if l.Name != "" && (fits(l.Kind, l.Name) || f.callsItself(lemma) && !l.Anonymous) {
			return bare(l), true
		}
	}
	ms := v.j.r.Mentions
	for k := len(ms) - 1; k >= 0; k-- {
		m := &ms[k]
		if m.Kind != dateline.ActorMention || len(m.Actors) != 1 || m.Span.End > t.s.Tokens[at].Span.Start || m.Sentence < 0 || m.Sentence >= len(v.j.r.Sentences) {
			continue
		}
		if x := m.Actors[0]; here-v.j.r.Sentences[m.Sentence].Paragraph <= 1 && fits(string(x.Kind), x.Name) {
			return dateline.Link{Name: x.Name, Kind: string(x.Kind), ID: x.ID, Code: x.Code}, true
		}
	}
	return dateline.Link{}, false
}

// introduced finds the report that "the report" at token at speaks of again: one
// brought in as new in the three sentences before ("a report by the committee",
// "its annual report").
func (v *voices) introduced(t *tree, i int) (dateline.Link, bool) {
	for k := t.index - 1; k >= max(0, t.index-3); k-- {
		if k >= len(v.j.trees) || v.j.trees[k].index != k {
			continue
		}
		u := v.j.trees[k]
		for w := range u.n {
			if u.fold[w] != "report" || u.upos(w) != "NOUN" || !u.brandNew(w) {
				continue
			}
			if o, ok := v.publisher(u, w); ok {
				return outletAs(o), true
			}
			if s := u.issuer(w); s != w {
				return bare(v.who(u, u.phrase(s, u.n), s, i)), true
			}
			return dateline.Link{Name: describe(u, u.phrase(w, u.n), w), Kind: "document"}, true
		}
	}
	return dateline.Link{}, false
}

// brandNew reports whether the noun w is brought in as new: with an indefinite
// article or a possessor.
func (t *tree) brandNew(w int) bool {
	for c := t.first[w]; c >= 0; c = t.next[c] {
		if t.deprel(c) == "nmod:poss" || c < w && (t.fold[c] == "a" || t.fold[c] == "an" || t.fold[c] == "another") {
			return true
		}
	}
	return false
}

// lastRoot is the source of the last attribution before i that no other holds.
func (v *voices) lastRoot(i int) (dateline.Link, bool) {
	for k := i - 1; k >= 0; k-- {
		if v.j.fs[k].parent < 0 && v.out[k].Voice {
			return v.out[k].Link, true
		}
	}
	return dateline.Link{}, false
}

// document finds the statement or letter spoken of again: the source of an
// earlier attribution, or what its reporting clause says it was made in.
func (v *voices) document(lemma string, i int) (dateline.Link, bool) {
	for k := i - 1; k >= max(0, i-8); k-- {
		if l := v.out[k].Link; l.Kind == "document" && strings.Contains(strings.ToLower(l.Name), lemma) {
			v.heirs[i] = k
			return bare(l), true
		}
		f := &v.j.fs[k]
		for w := range f.t.n {
			if f.t.lemma(w) == lemma && f.reporting(w) {
				v.heirs[i] = k
				run := f.t.phrase(w, f.verb)
				run.b = max(w, min(run.b, w))
				return dateline.Link{Name: describe(f.t, run, w), Kind: "document"}, true
			}
		}
	}
	return dateline.Link{}, false
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

// pronoun is the source of the attribution before that a pronoun can stand for.
func (v *voices) pronoun(w string, i int) (dateline.Link, bool) {
	kinds := ""
	switch w {
	case "he", "she":
		kinds = "person"
	case "they":
		kinds = "group"
	case "it":
		return v.thing(i)
	default:
		return dateline.Link{}, false
	}
	for k := i - 1; k >= max(0, i-4); k-- {
		if l := v.out[k].Link; l.Kind == kinds && l.Name != "" && !v.j.fs[i].inside(&v.j.fs[k]) {
			return bare(l), true
		}
	}
	return dateline.Link{}, false
}

// thing is the outlet, organisation, state or document that "it" can stand for:
// the subject of the sentence before, else the source before.
func (v *voices) thing(i int) (dateline.Link, bool) {
	if l, ok := v.lastSubject(v.j.fs[i].t); ok {
		return l, true
	}
	for k := i - 1; k >= max(0, i-4); k-- {
		switch l := v.out[k].Link; dateline.ActorKind(l.Kind) {
		case dateline.OutletActor, dateline.OrgActor, dateline.StateActor, dateline.DocumentActor:
			if l.Name != "" && !v.j.fs[i].inside(&v.j.fs[k]) {
				return bare(l), true
			}
		}
	}
	return dateline.Link{}, false
}

// lastSubject is the outlet, organisation or state that is the subject of the
// sentence before t.
func (v *voices) lastSubject(t *tree) (dateline.Link, bool) {
	for _, u := range v.j.trees {
		if u.index != t.index-1 || t.s.Paragraph-u.s.Paragraph > 1 {
			continue
		}
		for r := range u.n {
			s := -1
			if u.head(r) < 0 {
				s = u.ownSubject(r)
			}
			if s < 0 || u.upos(s) != "PROPN" {
				continue
			}
			run := u.phrase(s, u.n)
			if o, ok := v.outletIn(u, run, s); ok {
				return outletAs(o), true
			}
			l, ok := v.actorAt(u, run, s)
			return l, ok && (l.Kind == string(dateline.OrgActor) || l.Kind == string(dateline.StateActor))
		}
	}
	return dateline.Link{}, false
}

// inside reports whether the cue of f lies in the content of g.
func (f *finding) inside(g *finding) bool { return holds(g.spans, f.cueSpan()) }

// bare is a link without what belongs to one attribution.
func bare(l dateline.Link) dateline.Link {
	return dateline.Link{Name: l.Name, Kind: l.Kind, ID: l.ID, Code: l.Code, Capacity: l.Capacity, Anonymous: l.Anonymous}
}

// definite reports whether the noun at is marked as known: the, this, that, its.
func (t *tree) definite(at int) bool {
	for c := t.first[at]; c >= 0 && c < at; c = t.next[c] {
		switch t.fold[c] {
		case "the", "this", "that", "same":
			return true
		}
	}
	return false
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
		told := strings.HasSuffix(t.deprel(c), ":relcl") || t.rel(c) == "acl" && carrying[t.lemma(c)]
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
	}
	return "person"
}
