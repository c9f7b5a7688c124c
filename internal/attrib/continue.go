package attrib

import (
	"strings"

	"github.com/dateline/dateline"
)

// blocks gives a cue that ends its sentence with a colon, where no quotation
// follows, the text after it: the rest of the paragraph, or, where the colon ends
// the paragraph, the paragraphs up to the next heading.
func (j *joiner) blocks() {
	for i := range j.fs {
		f := &j.fs[i]
		if len(f.spans) > 0 || !f.colon() {
			continue
		}
		next := f.t.index + 1
		ss := j.r.Sentences
		if next >= len(ss) || ss[next].Heading {
			continue
		}
		rest := ss[next].Paragraph == f.t.s.Paragraph
		start, end := ss[next].Span.Start, ss[next].Span.End
		for k := next; k < len(ss) && !ss[k].Heading && (!rest || ss[k].Paragraph == f.t.s.Paragraph); k++ {
			end = ss[k].Span.End
		}
		f.spans, f.rule = []dateline.Span{{Start: start, End: end}}, "block"
	}
}

// turns gives a speaker of a transcript the rest of his paragraph.
func (j *joiner) turns() {
	for i := range j.fs {
		f := &j.fs[i]
		if f.rule != "transcript" || len(f.spans) == 0 || f.t.s.Paragraph >= len(j.r.Paragraphs) {
			continue
		}
		pieces := j.r.Paragraphs[f.t.s.Paragraph].Pieces
		f.spans = merge(append(f.spans, dateline.Span{Start: f.spans[0].Start, End: pieces[len(pieces)-1].End}))
	}
}

// echoes gives a quotation that fills its sentence, with no cue of its own, to the
// voice of the sentence before: "The mayor said two men had drowned. "We could
// not reach them.""  It stands in the same paragraph, or alone in the next.
func (j *joiner) echoes() {
	for q := range j.quotes {
		t := j.filled(q)
		if t == nil || t.index == 0 {
			continue
		}
		i := j.speakerBefore(t)
		if i < 0 {
			continue
		}
		f := finding{t: t, entry: j.fs[i].entry, speaker: -1, cue: rng{0, -1}, parent: -1, direct: true, heir: j.fs[i].id, rule: "inherited", score: 0.7}
		f.spans = []dateline.Span{j.quotes[q].span}
		j.owner[q] = len(j.fs)
		j.add(f)
	}
}

// filled is the sentence that the free quotation q opens and fills, as far as it
// goes, or nil.
func (j *joiner) filled(q int) *tree {
	x := &j.quotes[q]
	inner := strings.TrimSpace(x.inner.In(j.text))
	if j.owner[q] >= 0 || !x.closed || len(inner) < 15 || !strings.ContainsAny(inner[len(inner)-1:], ".!?") {
		return nil
	}
	for _, t := range j.trees {
		if s := t.s.Span; s.End > x.inner.Start {
			if t.quote[0] == q && !t.s.Heading {
				return t
			}
			return nil
		}
	}
	return nil
}

// speakerBefore is the statement that the sentence before t ends with, or -1.
func (j *joiner) speakerBefore(t *tree) int {
	best := -1
	for i := range j.fs {
		f := &j.fs[i]
		gap := t.s.Paragraph - f.t.s.Paragraph
		if f.t.index != t.index-1 || gap > 1 || f.heir > 0 || f.entry.force != say || len(f.source) == 0 || len(f.spans) == 0 || !f.voice() || f.t.s.Heading {
			continue
		}
		if best < 0 || f.verb > j.fs[best].verb {
			best = i
		}
	}
	return best
}

// topic reports whether what stands before a heading's colon is a place, which is
// what the heading is about: "Oman: two ships seized".
func (j *joiner) topic(f *finding) bool {
	s := f.t.span(f.source[0])
	for _, m := range j.r.Mentions {
		if m.Kind == dateline.PlaceMention && m.Span.Contains(s) {
			return true
		}
	}
	return false
}

// pointers gives "This was reported by X" the sentence before as its content.
func (j *joiner) pointers() {
	for i := range j.fs {
		f := &j.fs[i]
		k := f.t.index - 1
		if k < 0 || f.rule != "object" || f.entry.force != say || len(f.content) != 1 || f.content[0].a != f.content[0].b || len(f.source) == 0 {
			continue
		}
		w := f.t.fold[f.content[0].a]
		before := &j.r.Sentences[k]
		if (w == "this" || w == "it") && f.content[0].a == 0 && f.t.passive(f.verb) && !before.Heading && before.Paragraph == f.t.s.Paragraph {
			f.spans, f.rule = merge(append(f.spans, before.Span)), "this"
		}
	}
}

// continues adds what the text leaves unsaid, as attributions that say that they
// are inherited: the medium that still carries a speaker whom it has quoted, and
// the voice that a sentence of backshifted tense goes on with.
func (v *voices) continues() {
	var more []dateline.Attribution
	add := func(a dateline.Attribution) int {
		more = append(more, a)
		return len(v.out) + len(more) - 1
	}
	reading := map[int]bool{} // sentences with a finding of their own
	for i := range v.j.fs {
		reading[v.j.fs[i].t.index] = true
	}
	for i := range v.out {
		if v.out[i].Parent >= 0 || !v.out[i].Voice {
			continue
		}
		if v.j.fs[i].heir > 0 {
			continue
		}
		if c := v.carrierOf(i); c >= 0 {
			v.out[i].Parent = add(v.inherit(c, v.j.fs[i].reach()))
		}
		for _, s := range v.goesOn(i, reading) {
			a := v.inherit(i, s)
			a.Parent = v.out[i].Parent
			add(a)
		}
	}
	v.out = append(v.out, more...)
	v.reorder()
}

// inherit is an attribution of spans to the source of attribution i.
func (v *voices) inherit(i int, spans ...dateline.Span) dateline.Attribution {
	from := v.out[i]
	l := from.Link
	l.Inherited, l.Direct = true, false
	return dateline.Attribution{
		Source: from.Source, Content: spans, Parent: -1, Inherited: true, Voice: true, Link: l,
		Why: dateline.Why{Rule: "inherited", Spans: from.Cue, Score: from.Why.Score * 0.7},
	}
}

// carrierOf is the attribution of an outlet, earlier in the report, that has
// brought in the source of attribution i: quoted it, or told of the person who
// now speaks. It reaches one paragraph on.
func (v *voices) carrierOf(i int) int {
	l := v.out[i].Link
	if l.Kind == "outlet" || l.Name == "" || v.fromOwn(l) {
		return -1
	}
	if k, ok := v.heirs[i]; ok {
		if p := v.out[k].Parent; p >= 0 && p < len(v.out) && v.foreign(v.out[p].Link) {
			return p
		}
	}
	here := v.j.fs[i].t.s.Paragraph
	for k := i - 1; k >= 0; k-- {
		f := &v.j.fs[k]
		if here-f.t.s.Paragraph > 1 {
			return -1
		}
		if same(v.out[k].Link, l) {
			if p := v.out[k].Parent; p >= 0 && p < len(v.out) && v.foreign(v.out[p].Link) {
				return p
			} else if p >= 0 {
				continue
			}
			return -1
		}
		if v.out[k].Parent < 0 && v.foreign(v.out[k].Link) && l.Kind == string(dateline.PersonActor) && !l.Anonymous && v.tellsOf(k, l) {
			return k
		}
	}
	return -1
}

// foreign reports whether a link is an outlet other than the report's own.
func (v *voices) foreign(l dateline.Link) bool { return l.Kind == "outlet" && !same(l, v.own) }

// fromOwn reports whether a link is the report's outlet or author.
func (v *voices) fromOwn(l dateline.Link) bool { return ownVoice(v.j.r, l) }

// tellsOf reports whether the content of attribution k mentions who l is.
func (v *voices) tellsOf(k int, l dateline.Link) bool {
	for _, m := range v.j.r.Mentions {
		if m.Kind != dateline.ActorMention || !holds(v.out[k].Content, m.Span) {
			continue
		}
		for _, x := range m.Actors {
			if x.Name == l.Name && x.ID == l.ID {
				return true
			}
		}
	}
	return false
}

// goesOn lists the sentences after an indirect statement that keep its voice:
// right after it in its paragraph, with no attribution of their own, in a tense
// that only a reporting verb of the past explains.
func (v *voices) goesOn(i int, reading map[int]bool) []dateline.Span {
	f := &v.j.fs[i]
	if f.direct || f.rule != "clause" || f.entry.force != say || v.j.r.Sentences[f.t.index].Heading || !f.t.pastTense(f.verb) {
		return nil
	}
	var out []dateline.Span
	ss := v.j.r.Sentences
	for k := f.t.index + 1; k < len(ss) && ss[k].Paragraph == f.t.s.Paragraph && !reading[k]; k++ {
		if !backshifted(&ss[k]) {
			break
		}
		out = append(out, ss[k].Span)
	}
	return out
}

// pastTense reports whether the verb v is a simple past or pluperfect.
func (t *tree) pastTense(v int) bool { return t.xpos(v) == "VBD" }

// backshifted reports whether the main verb of a sentence is put back by a
// reporting verb: "would cover trade".
func backshifted(s *dateline.Sentence) bool {
	root := -1
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 {
			root = i
		}
	}
	for i := range s.Tokens {
		if s.Tokens[i].Head == root && strings.HasPrefix(s.Tokens[i].Deprel, "aux") && lower(s.Tokens[i].Form) == "would" {
			return true
		}
	}
	return false
}

// reorder puts the attributions in order of their first byte, parents first, and
// renumbers the parents.
func (v *voices) reorder() {
	idx := make([]int, 0, len(v.out))
	placed := make([]bool, len(v.out))
	var place func(i, depth int)
	place = func(i, depth int) {
		if placed[i] || depth > len(v.out) {
			return
		}
		if p := v.out[i].Parent; p >= 0 {
			place(p, depth+1)
		}
		if !placed[i] {
			placed[i] = true
			idx = append(idx, i)
		}
	}
	for _, i := range byFirstByte(v.out) {
		place(i, 0)
	}
	at := make([]int, len(v.out))
	for k, i := range idx {
		at[i] = k
	}
	out := make([]dateline.Attribution, len(v.out))
	for k, i := range idx {
		out[k] = v.out[i]
		if out[k].Parent >= 0 {
			out[k].Parent = at[out[k].Parent]
		}
	}
	v.out = out
}
