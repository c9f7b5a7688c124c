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
	if f.unsaid() || f.mute() {
		return false
	}
	verb, _, _ := strings.Cut(f.entry.word, " ")
	switch f.rule {
	case "clause", "clause around", "noun clause", "noun predicate", "adjective clause":
		return f.entry.force != seem && !wishes[verb]
	case "block", "carried by", "told to", "this", "citing", "quoted", "phrase cue", "trailing", "heading", "transcript", "adverb", "":
		return true
	case "object":
		return len(f.source) > 0 && (vouches[f.entry.word] || f.entry.class == dateline.Denied && f.ofHearsay())
	case "object and complement":
		return f.entry.class == dateline.Accused && f.entry.force == say && f.t.complementOf(f.verb) ||
			f.entry.class == dateline.Denied && (vouches[f.entry.word] || f.ofHearsay())
	case "infinitive":
		return f.entry.force == say && f.t.passive(f.verb)
	}
	return false
}

// mute reports whether what is said to speak is an act, a state or an idea.
func (f *finding) mute() bool { return f.speaker >= 0 && !f.direct && f.t.mute(f.speaker) }

// mute reports whether token i is a noun for what cannot speak.
func (t *tree) mute(i int) bool { return t.upos(i) == "NOUN" && muteWord[t.lemma(i)] }

// hearsay reports whether a finding is a report that nobody is named for:
// "rumours that".
func (f *finding) hearsay() bool { return f.rule == "noun clause" && hearsay[f.entry.word] }

// ofHearsay reports whether the object of a verb is what others tell: "rejected
// accusations".
func (f *finding) ofHearsay() bool {
	o := f.t.child(f.verb, "obj", "nsubj:pass")
	return o >= 0 && hearsay[f.t.lemma(o)]
}

// unsaid reports whether a cue stands for no statement: in a condition, under a
// negation that is no denial, as a thought of anybody ("you think"), or as a
// question somebody has in mind ("wonders whether"), or as an act that is only
// wanted or refused.
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
	if t.xpos(v) == "VB" && (t.rel(v) == "xcomp" || t.rel(v) == "acl") && t.toInfinitive(v) && !goingOn[t.lemma(max(0, t.head(v)))] {
		return true // "refused to say", "urged it to admit"
	}
	if f.entry.force != think {
		return false
	}
	if len(f.source) == 0 {
		return true // "is believed", by nobody who is named
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
