package coder

import (
	"slices"
	"strings"

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
