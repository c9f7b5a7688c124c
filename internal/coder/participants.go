package coder

import (
	"slices"

	"github.com/dateline/dateline"
)

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
	var out []dateline.Participant
	for _, k := range b.t.kids[a.tok] {
		if k == trigger || a.modifiers && k > a.tok {
			continue
		}
		switch b.t.rel(k) {
		case "nmod", "amod", "compound", "flat", "appos", "list":
			if !a.modifiers && k > a.tok && b.t.rel(k) == "nmod" && !ownerPreposition(b.t.preposition(k)) {
				continue
			}
			for _, c := range b.t.conjuncts(k) {
				out = append(out, b.participants(arg{tok: c}, trigger)...)
			}
		}
	}
	return out
}

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
