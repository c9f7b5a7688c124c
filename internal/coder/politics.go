package coder

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// political leaves out participants that only lend their name to what acts ("the
// Paris weather"), and says why an event is none of politics, "" where it is one.
func (b *builder) political(m *matcher, h *hit, actors, targets []dateline.Participant) (acting []dateline.Participant, why string) {
	acting = slices.DeleteFunc(slices.Clone(actors), func(p dateline.Participant) bool { return b.town(p) || b.currency(p) })
	switch {
	case !coded(acting):
		return acting, ""
	case every(acting, outlet):
		return acting, "an outlet only"
	case every(acting, sector("BUS")) && every(targets, sector("BUS", "")):
		return acting, "companies only"
	case h.root == "ASSAULT" && every(acting, b.private) && every(targets, b.private):
		return acting, "private persons only"
	case h.matter != nil && every(targets, unknown) && !m.holds(h, *h.matter):
		return acting, "neither a recipient with a code nor a matter of politics"
	}
	return acting, ""
}

// active leaves out arguments that do not act for the actor that they name: laws,
// prices, accidents, teams.
func (b *builder) active(alternatives [][]arg) [][]arg {
	var out [][]arg
	for _, args := range alternatives {
		var kept []arg
		for _, a := range args {
			if a.modifiers || !b.inert(a.tok) {
				kept = append(kept, a)
			}
		}
		if len(kept) > 0 {
			out = append(out, kept)
		}
	}
	return out
}

// inert reports whether a noun acts for nobody, or heads the name of a company.
func (b *builder) inert(tok int) bool {
	l := b.t.lemma[tok]
	if tok > 0 && b.t.toks[tok-1].Form == "Air" {
		return true
	}
	return b.lex.inSet("inert", l) || b.t.toks[tok].UPOS == "PROPN" && b.lex.inSet("company", l)
}

// town reports whether a participant is a place other than a state or a name that
// stands for its government: a town does nothing to anybody.
func (b *builder) town(p dateline.Participant) bool {
	return slices.ContainsFunc(b.mentions, func(i int) bool {
		m := &b.r.Mentions[i]
		return m.Span == p.Span && m.Kind == dateline.PlaceMention && m.Place != nil && m.Place.Precision != "country"
	})
}

// abroad leaves out the places that somebody withdraws from within the own state: they
// name nobody who gains by it.
func (b *builder) abroad(h *hit, actors, targets []dateline.Participant) []dateline.Participant {
	if h.root != "RETREAT" {
		return targets
	}
	own := codesOf(actors)
	return slices.DeleteFunc(targets, func(p dateline.Participant) bool { return slices.Contains(own, p.Code) && b.town(p) })
}

// currency reports whether a name of a state belongs to a sum ("US $50 million").
func (b *builder) currency(p dateline.Participant) bool {
	rest := strings.TrimLeft(b.text[min(p.Span.End, len(b.text)):min(p.Span.End+4, len(b.text))], " ")
	return strings.HasPrefix(rest, "$") || strings.Contains(p.Text, "$")
}

// crowd names those who protest where the text tells no more of them than that they
// are people: people of the state that they protest in.
func (b *builder) crowd(h *hit, actors []dateline.Participant) []dateline.Participant {
	if h.root != "PROTEST" || coded(actors) {
		return actors
	}
	place, _, why := b.place(h)
	if place == nil || place.Country == "" || why != "clause" {
		return actors
	}
	for _, args := range h.actor {
		for _, a := range args {
			if !b.lex.inSet("crowd", b.t.lemma[a.tok]) || a.modifiers {
				continue
			}
			span := b.span(b.t.lo[a.tok], a.tok)
			actor := dateline.Actor{Kind: dateline.GroupActor, Code: place.Country, Sector: "CVL"}
			return []dateline.Participant{{Actor: actor, Text: span.In(b.text), Span: span, Why: dateline.Why{Rule: "crowd at a place", Score: 0.6}}}
		}
	}
	return actors
}

// parties counts the actors with a code that differ in code or sector: the police
// and the students of one state are two.
func parties(ps []dateline.Participant) int {
	seen := map[[2]string]bool{}
	for _, p := range ps {
		if p.Code != "" {
			seen[[2]string{p.Code, p.Sector}] = true
		}
	}
	return len(seen)
}

// beneficiary finds who gets aid that its clause sends to nobody: the one other state
// that the sentence names, else who got the aid told before.
func (b *builder) beneficiary(h *hit, actors, targets []dateline.Participant) []dateline.Participant {
	if h.root != "AID" {
		return targets
	}
	if coded(targets) {
		b.aided = targets
		return targets
	}
	giver := b.t.surfaceSubject(h.clause)
	var found []dateline.Participant
	for _, i := range b.mentions {
		m := &b.r.Mentions[i]
		if giver >= 0 && m.First <= giver && giver < m.Last {
			continue
		}
		for _, a := range b.actors(m) {
			p := dateline.Participant{Actor: a, Text: m.Span.In(b.text), Span: m.Span, Why: dateline.Why{Rule: "beneficiary", Score: 0.5}}
			if a.Code != "" && a.Kind == dateline.StateActor && !b.currency(p) && !slices.Contains(codesOf(actors, found), a.Code) {
				found = append(found, p)
			}
		}
	}
	switch {
	case len(found) == 1:
		return found
	case len(found) == 0 && len(targets) == 0:
		return without(b.aided, actors)
	}
	return targets
}

// private reports whether a participant is a person or persons without an office.
func (b *builder) private(p dateline.Participant) bool {
	return p.Code == "" || p.Sector == "CVL" && p.Kind == dateline.PersonActor
}

// unknown reports whether nothing is known of a participant: neither a code nor a
// sector, nor that it is a person.
func unknown(p dateline.Participant) bool {
	return p.Code == "" && p.Sector == "" && p.Kind != dateline.PersonActor
}

func outlet(p dateline.Participant) bool {
	return p.Sector == "JRN" || p.Kind == dateline.OutletActor
}

// sector is a test for one of the sectors.
func sector(names ...string) func(dateline.Participant) bool {
	return func(p dateline.Participant) bool { return slices.Contains(names, p.Sector) }
}

func every(ps []dateline.Participant, is func(dateline.Participant) bool) bool {
	return !slices.ContainsFunc(ps, func(p dateline.Participant) bool { return !is(p) })
}

// verbal turns the "attack" of one politician on another into the words that it is.
// Persons in civil office fight with words; only soldiers, police and armed groups,
// and states as a whole, do so with arms.
func verbal(h *hit, c *dateline.Claim) {
	if h.words == "" || len(c.Recipients) == 0 || !every(c.Actors, civil) || !every(c.Recipients, civil) {
		return
	}
	c.Event, c.Mode = eventOf(h.words)
}

// civil reports whether a participant is a person or party of civil politics.
func civil(p dateline.Participant) bool {
	if p.Kind != dateline.PersonActor && p.Sector != "PTY" && p.Sector != "OPP" {
		return false
	}
	return !sector("MIL", "REB", "UAF", "COP", "SPY", "CRM")(p)
}
