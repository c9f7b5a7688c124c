package attrib

import (
	"strings"

	"github.com/dateline/dateline"
)

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
