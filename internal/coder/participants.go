package coder

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// role resolves the first alternative that names somebody with a code, else the first
// that names anybody.
func (b *builder) role(alternatives [][]arg, trigger int) []dateline.Participant {
	var best []dateline.Participant
	for _, args := range alternatives {
		ps := b.who(args, trigger)
		if coded(ps) {
			return ps
		}
		if best == nil {
			best = ps
		}
	}
	return best
}

// who resolves arguments to participants, in text order, each code or name once.
func (b *builder) who(args []arg, trigger int) []dateline.Participant {
	var out []dateline.Participant
	for _, a := range args {
		for _, p := range b.participants(a, trigger) {
			if !slices.ContainsFunc(out, func(q dateline.Participant) bool { return sameActor(p.Actor, q.Actor) }) {
				out = append(out, p)
			}
		}
	}
	return out
}

func sameActor(a, b dateline.Actor) bool {
	if a.Code != b.Code {
		return false
	}
	return a.Name == b.Name && a.ID == b.ID && a.Sector == b.Sector
}

// participants are the actors that an argument names: itself, else those in its
// modifiers and complements ("US troops", "the efforts of Japan").
func (b *builder) participants(a arg, trigger int) []dateline.Participant {
	if !a.modifiers {
		if ps := b.named(a.tok, trigger); len(ps) > 0 {
			return ps
		}
	}
	if a.word {
		return nil
	}
	if b.t.toks[a.tok].UPOS == "PRON" {
		return b.pronoun(a.tok)
	}
	var out []dateline.Participant
	for _, k := range b.t.kids[a.tok] {
		if k == trigger || a.modifiers && k > a.tok {
			continue
		}
		if k < a.tok && mutualWord(b.t.lemma[k]) {
			return b.dyad
		}
		switch b.t.rel(k) {
		case "nmod", "amod", "compound", "flat", "appos", "list":
			if !a.modifiers && k > a.tok && b.t.rel(k) == "nmod" && !ownerPreposition(b.t.preposition(k)) {
				continue
			}
			for _, c := range b.t.conjuncts(k) {
				if b.t.toks[c].UPOS == "PRON" {
					out = append(out, b.named(c, trigger)...)
					continue
				}
				out = append(out, b.participants(arg{tok: c}, trigger)...)
			}
		}
	}
	if len(out) == 0 && !a.modifiers && b.lex.inSet("document", b.t.lemma[a.tok]) {
		return b.issuers(a.tok)
	}
	return out
}

// issuers are those who issue a document that speaks: its author, else the subject
// of the verb that it is the object of.
func (b *builder) issuers(doc int) []dateline.Participant {
	t := b.t
	v := t.head[doc]
	for _, k := range t.kids[doc] {
		if t.rel(k) == "acl" && t.passive(k) {
			v = k
		}
	}
	if v < 0 || !t.isVerb(v) {
		return nil
	}
	s := t.subject(v)
	if s < 0 || s == doc || t.object(v) != doc {
		return nil
	}
	return b.heads(s)
}

// pronoun gives a pronoun that nothing else has resolved the subject of its own
// clause or of the one above: "Ghana and Togo said that they agreed".
func (b *builder) pronoun(tok int) []dateline.Participant {
	t := b.t
	for c, steps := t.clauseOf(t.headOf(tok)), 0; c >= 0 && steps < 4; c, steps = t.clauseOf(t.headOf(c)), steps+1 {
		s := t.surfaceSubject(c)
		if s < 0 || s == tok || s > tok || t.toks[s].UPOS == "PRON" {
			continue
		}
		if ps := b.heads(s); agrees(t.lemma[tok], t.toks[s].XPOS, ps) {
			return ps
		}
	}
	return nil
}

// agrees reports whether a pronoun can stand for a subject.
func agrees(pronoun, xpos string, ps []dateline.Participant) bool {
	n := len(codesOf(ps))
	switch pronoun {
	case "they", "their", "them":
		return n > 1 || n == 1 && strings.HasSuffix(xpos, "S")
	case "it", "its":
		return n == 1 && len(ps) == 1 && ps[0].Kind != dateline.PersonActor
	case "he", "she", "his", "her", "him":
		return n == 1 && len(ps) == 1 && ps[0].Kind == dateline.PersonActor
	}
	return false
}

// heads are the actors that a noun and those joined to it name.
func (b *builder) heads(tok int) []dateline.Participant {
	var out []dateline.Participant
	for _, c := range b.t.conjuncts(tok) {
		if b.t.toks[c].UPOS == "PRON" || b.lex.inSet("document", b.t.lemma[c]) {
			out = append(out, b.named(c, -1)...)
			continue
		}
		out = append(out, b.participants(arg{tok: c}, -1)...)
	}
	return out
}

// mutualWord marks what the two parties of the story share: bilateral relations.
func mutualWord(l string) bool { return l == "bilateral" || l == "mutual" || l == "reciprocal" }

// ownerPreposition tells whose something is: the moves of Japan, troops from Chad.
func ownerPreposition(p string) bool {
	switch p {
	case "of", "by", "from", "between", "":
		return true
	}
	return false
}

// named is the actor or place mention whose head is tok, or that covers tok.
func (b *builder) named(tok, trigger int) []dateline.Participant {
	best := -1
	for _, i := range b.mentions {
		m := &b.r.Mentions[i]
		if tok < m.First || tok >= m.Last || len(b.actors(m)) == 0 || m.First <= trigger && trigger < m.Last {
			continue
		}
		if best < 0 || b.better(m, &b.r.Mentions[best], tok) {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	m := &b.r.Mentions[best]
	var out []dateline.Participant
	for _, actor := range b.actors(m) {
		out = append(out, dateline.Participant{Actor: actor, Text: m.Span.In(b.text), Span: m.Span, Why: m.Why})
	}
	return out
}

// better prefers the mention headed by tok, then actors over places, then the longer one.
func (b *builder) better(m, than *dateline.Mention, tok int) bool {
	if (m.Head == tok) != (than.Head == tok) {
		return m.Head == tok
	}
	if (m.Kind == dateline.ActorMention) != (than.Kind == dateline.ActorMention) {
		return m.Kind == dateline.ActorMention
	}
	return m.Span.Len() > than.Span.Len()
}

// actors are the actors of a mention; a place stands for its state.
func (b *builder) actors(m *dateline.Mention) []dateline.Actor {
	switch m.Kind {
	case dateline.ActorMention:
		var out []dateline.Actor
		for _, a := range m.Actors {
			if a.Code != "" || a.Name != "" {
				out = append(out, a)
			}
		}
		return out
	case dateline.PlaceMention:
		if m.Place != nil && m.Place.Country != "" {
			return []dateline.Actor{{Name: m.Place.Name, Kind: dateline.StateActor, Code: m.Place.Country}}
		}
	}
	return nil
}

// coded reports whether one of the participants has a code.
func coded(ps []dateline.Participant) bool {
	return slices.ContainsFunc(ps, func(p dateline.Participant) bool { return p.Code != "" })
}

// codesOf is the set of codes of participants, sorted.
func codesOf(lists ...[]dateline.Participant) []string {
	var out []string
	for _, ps := range lists {
		for _, p := range ps {
			if p.Code != "" {
				out = append(out, p.Code)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
