package attrib

import (
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
}

func newVoices(a *Annotator, j *joiner) *voices {
	v := &voices{a: a, j: j, byAt: map[int]int{}, own: outletLink(j.r)}
	for i, m := range j.r.Mentions {
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
	v.out = make([]dateline.Attribution, len(v.j.fs))
	for i := range v.j.fs {
		f := &v.j.fs[i]
		at := &v.out[i]
		at.Source, at.Cue, at.Content = f.t.spansOf(f.source), []dateline.Span{f.cueSpan()}, f.spans
		at.Parent, at.Direct = f.parent, f.direct
		at.Voice = f.voice()
		at.Why = dateline.Why{Rule: f.rule, Spans: at.Cue, Score: f.score}
		at.Link = v.link(f)
		at.Link.Cue, at.Link.Class = at.Cue[0].In(v.j.text), f.entry.class
		at.Link.CueSpan, at.Link.Direct = at.Cue[0], f.direct
		at.Link.Cue = strings.Join(strings.Fields(at.Link.Cue), " ")
		at.Link.When = v.when(f)
	}
}

// voice reports whether a finding's content is told on the word of its source:
// not what the source wants, plans, praises or blames, which the report itself
// vouches for or nobody does.
func (f *finding) voice() bool {
	switch f.rule {
	case "clause", "clause around", "phrase cue", "heading", "noun clause", "noun predicate", "adverb", "", "gerund":
		return true
	case "object and complement", "object", "phrase", "infinitive":
		// "denied the reports", "accused them of firing", "is said to have left",
		// "spoke of a meeting".
		switch f.entry.class {
		case dateline.Denied, dateline.Accused:
			return f.entry.force == say && f.rule != "infinitive"
		case dateline.Reported, dateline.Claimed, dateline.Confirmed:
			return f.entry.force == say || f.entry.force == seem
		}
	}
	return false
}

// when is the day that a time expression of the reporting clause names.
func (v *voices) when(f *finding) dateline.Day {
	for _, m := range v.j.r.Mentions {
		if m.Kind != dateline.TimeMention || m.Sentence != f.t.index || m.Time == nil || m.Time.First == "" || m.Time.First != m.Time.Last {
			continue
		}
		if holdsAny(f.spans, m.Span) || m.Head < 0 || m.Head >= f.t.n {
			continue
		}
		if f.t.head(m.Head) == f.verb {
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

// link says who the source of a finding is.
func (v *voices) link(f *finding) dateline.Link {
	if len(f.source) == 0 || f.speaker < 0 {
		return dateline.Link{Anonymous: true}
	}
	at := f.speaker
	if noun, ok := f.t.relative(at); ok && noun >= 0 {
		at = noun
	}
	return v.who(f, at)
}

// who says who the phrase headed by token at is: an outlet, an actor that the
// entity stage knows, or the words themselves.
func (v *voices) who(f *finding, at int) dateline.Link {
	t := f.t
	run := t.phrase(at, f.verb)
	if run.empty() {
		run = rng{at, at}
	}
	span := t.span(run)
	if o, ok := v.outletIn(t, run, at); ok {
		return dateline.Link{Name: o.Name, Kind: "outlet", ID: o.ID, Code: o.Country, Span: span}
	}
	if l, ok := v.actorAt(t, at); ok {
		l.Span = span
		return l
	}
	name := describe(t, run, at)
	return dateline.Link{Name: name, Kind: kindOf(t, at), Anonymous: !t.named(run, at), Span: span}
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

// agencyWord is common nouns that a name before them names: "the TASS agency".
var agencyWord = map[string]bool{
	"agency": true, "newspaper": true, "daily": true, "paper": true, "radio": true, "television": true,
	"tv": true, "weekly": true, "magazine": true, "channel": true, "station": true, "network": true,
	"website": true, "broadcaster": true, "report": true, "service": true, "wire": true, "tabloid": true,
}

// actorAt is the actor that the mention with the head at token at refers to.
func (v *voices) actorAt(t *tree, at int) (dateline.Link, bool) {
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
	for i := a; i <= run.b; i++ {
		if len(words) > 0 && t.s.Tokens[i].Span.Start == t.s.Tokens[i-1].Span.End {
			words[len(words)-1] += t.form(i)
			continue
		}
		words = append(words, t.form(i))
	}
	return strings.Join(words, " ")
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

// documentWord is nouns for things that are read.
var documentWord = map[string]bool{
	"statement": true, "report": true, "letter": true, "document": true, "communique": true,
	"communiqué": true, "article": true, "editorial": true, "commentary": true, "declaration": true,
	"resolution": true, "treaty": true, "memo": true, "memorandum": true, "study": true, "survey": true,
	"poll": true, "text": true, "release": true, "message": true, "email": true, "book": true, "law": true,
}

var groupWord = map[string]bool{
	"official": true, "source": true, "analyst": true, "expert": true, "diplomat": true, "observer": true,
	"witness": true, "resident": true, "activist": true, "critic": true, "supporter": true, "protester": true,
	"people": true, "police": true, "authority": true,
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

// continues lets attributions inherit what the text leaves unsaid.
func (v *voices) continues() {}

// attributions is the result.
func (v *voices) attributions() []dateline.Attribution { return v.out }
