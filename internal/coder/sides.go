package coder

import (
	"slices"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/plover"
)

// sides finds actors and recipients of a hit; inherited tells that they were taken
// over from another event.
func (b *builder) sides(m *matcher, h *hit, others []hit) (actors, targets []dateline.Participant, inherited bool) {
	actors, targets = b.role(b.active(h.actor), h.trigger), b.role(h.target, h.trigger)
	if !coded(actors) && h.wants("speaker") {
		actors = b.speaker(h)
	}
	accord := b.accord(m, h)
	switch {
	case accord && h.frame.cameo == signingCAMEO && len(codesOf(actors, targets)) > 1:
		b.parties = slices.Concat(actors, targets)
	case accord && coded(actors) && !coded(targets) && h.root == "SUPPORT":
		targets = without(b.parties, actors)
		if h.frame.cameo == signingCAMEO {
			targets = without(b.counterparties(m, h, actors), actors)
		}
	case h.root == "CONSULT" && coded(actors) && pronouns(targets) && slices.Equal(codesOf(actors), codesOf(targets)):
		targets = without(b.dyad, actors) // "met with him", of one's own people
	}
	if !coded(actors) && !coded(targets) {
		actors, targets = b.inherit(h, others, accord)
		inherited = coded(actors)
	}
	if ps := b.above(h, actors, targets); ps != nil {
		actors, h.lifted = ps, true
	}
	actors, targets = settleSides(h.frame, actors, targets)
	if len(codesOf(actors, targets)) == 2 {
		b.dyad = slices.Concat(actors, targets)
		if plover.Quad(h.root) <= plover.MaterialCooperation {
			b.friends = b.dyad
		}
	}
	return actors, targets, inherited
}

// counterparties are the parties of a treaty that one of them signs: those that its
// name holds, those told of before, the last two that dealt with one another.
func (b *builder) counterparties(m *matcher, h *hit, actors []dateline.Participant) []dateline.Participant {
	var named []dateline.Participant
	for _, a := range m.slot(h, slot{base: "obj"}) {
		for i := b.t.lo[a.tok]; i < a.tok; i++ {
			named = append(named, b.named(i, h.trigger)...)
		}
	}
	for _, ps := range [][]dateline.Participant{named, b.parties, b.friends} {
		if codes := codesOf(ps); len(codes) > 1 && subset(codesOf(actors), codes) {
			return ps
		}
	}
	return nil
}

// pronouns reports whether all participants are named by pronouns alone.
func pronouns(ps []dateline.Participant) bool {
	return len(ps) > 0 && !slices.ContainsFunc(ps, func(p dateline.Participant) bool { return p.Why.Rule != "pronoun" })
}

// above gives an act that would be one against its own actor, joined to what
// somebody said, the speaker: "said that Ghana's troops had come and urged Ghana".
func (b *builder) above(h *hit, actors, targets []dateline.Participant) []dateline.Participant {
	t := b.t
	if h.trigger != h.clause || h.frame.mutual || t.rel(h.clause) != "conj" || t.kid(h.clause, "nsubj", "nsubj:pass") >= 0 {
		return nil
	}
	if !coded(actors) || !slices.Equal(codesOf(actors), codesOf(targets)) {
		return nil
	}
	up := t.head[t.head[h.clause]]
	if up < 0 || !t.isVerb(up) {
		return nil
	}
	if s := t.surfaceSubject(up); s >= 0 {
		if ps := b.heads(s); coded(ps) {
			return ps
		}
	}
	return nil
}

// signingCAMEO marks the frames that name the parties of a treaty.
const signingCAMEO = "057"

// without leaves out the participants that have the code of one of those.
func without(ps, those []dateline.Participant) []dateline.Participant {
	codes := codesOf(those)
	var out []dateline.Participant
	for _, p := range ps {
		if !slices.Contains(codes, p.Code) {
			out = append(out, p)
		}
	}
	return out
}

func (h *hit) wants(base string) bool {
	return slices.ContainsFunc(h.frame.actor, func(s slot) bool { return s.base == base })
}

// speaker is who is quoted at the trigger, if anybody besides the outlet.
func (b *builder) speaker(h *hit) []dateline.Participant {
	chain := b.chain(b.t.toks[h.trigger].Span.Start)
	if len(chain) < 2 {
		return nil
	}
	l := chain[len(chain)-1]
	if l.Code == "" {
		return nil
	}
	actor := dateline.Actor{ID: l.ID, Name: l.Name, Kind: dateline.ActorKind(l.Kind), Code: l.Code}
	return []dateline.Participant{{Actor: actor, Text: l.Span.In(b.text), Span: l.Span, Why: dateline.Why{Rule: "speaker", Score: 0.6}}}
}

// accord reports whether the event is about a treaty.
func (b *builder) accord(m *matcher, h *hit) bool {
	for _, s := range []slot{{base: "obj"}, {base: "of"}, {base: "to"}} {
		for _, a := range m.slot(h, s) {
			if b.lex.inSet("accord", b.t.lemma[a.tok]) {
				return true
			}
		}
	}
	return false
}

// inherit gives an event without parties those of the treaty told before, or of
// the visit or talks in the same sentence ("during the visit of A to B a treaty was
// signed").
func (b *builder) inherit(h *hit, others []hit, accord bool) (actors, targets []dateline.Participant) {
	if plover.Quad(h.root) > plover.MaterialCooperation {
		return nil, nil
	}
	if accord && len(b.parties) > 0 {
		return b.parties, nil
	}
	if accord {
		return b.dyad, nil
	}
	for i := range others {
		o := &others[i]
		if o.trigger == h.trigger || o.root != "CONSULT" {
			continue
		}
		a, r := b.role(o.actor, o.trigger), b.role(o.target, o.trigger)
		if len(codesOf(a, r)) > 1 {
			return a, r
		}
	}
	return nil, nil
}

// settleSides makes all parties actors where the event is mutual, and leaves none on
// both sides.
func settleSides(f *frame, actors, targets []dateline.Participant) (a, r []dateline.Participant) {
	if f.mutual && len(codesOf(actors)) == 0 {
		return targets, nil
	}
	for _, p := range targets {
		if !slices.ContainsFunc(actors, func(q dateline.Participant) bool { return sameActor(p.Actor, q.Actor) }) {
			r = append(r, p)
		}
	}
	return actors, r
}
