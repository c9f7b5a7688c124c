package entity

import (
	"slices"

	"github.com/dateline/dateline"
)

// earlierOffice is the last phrase before p that names the same office or body
// with its country. A definite description alone refers back.
func (d *discourse) earlierOffice(c *chart, p *phrase) *phrase {
	r := p.role
	if !r.definite && !p.titled() {
		return nil
	}
	if r.office.has("leader") && !p.titled() {
		if q := d.stateLeader(p); q != nil {
			return q
		}
	}
	var found *phrase
	for si := p.sentence; si >= 0; si-- {
		for _, q := range slices.Backward(d.charts[si].phrases) {
			if si == p.sentence && q.first >= p.first || q.drop || len(codesOf(q.actors)) != 1 || q.role == nil || !r.covers(q.role) {
				continue
			}
			switch {
			case !p.titled():
				return q
			case d.otherName(p, q):
			case found == nil:
				found = q
			case found.actors[0].Code != q.actors[0].Code:
				return nil // two states' holders, and a name that tells neither
			}
		}
	}
	return found
}

// stateLeader is the last leader of a state before p with p's title: "the
// President" is seldom that of a bank.
func (d *discourse) stateLeader(p *phrase) *phrase {
	for si := p.sentence; si >= 0; si-- {
		for _, q := range slices.Backward(d.charts[si].phrases) {
			if (si < p.sentence || q.first < p.first) && !q.drop && q.role != nil && p.role.covers(q.role) &&
				len(q.codes()) == 1 && d.know.states[q.codes()[0]] != nil {
				return q
			}
		}
	}
	return nil
}

// otherName reports whether the office q has a holder whose name is not that of
// the titled p.
func (d *discourse) otherName(p, q *phrase) bool {
	if q.actors[0].Kind != dateline.PersonActor || q.actors[0].Name == "" {
		return false
	}
	return namesAgree(d.charts[p.sentence].nameOf(p), nameWords(q.actors[0].Name)) == 0
}

func (p *phrase) titled() bool { return p.kind == personPhrase && p.role != nil }

// covers reports whether a description fits an office named before: the same
// one, or a wider word for it ("the official", "the minister", "the ministry").
func (r *role) covers(o *role) bool {
	if r.plural != o.plural && !(r.office.kind == dateline.OrgActor) {
		return false
	}
	t, u := r.title(), o.title()
	if t != "" && sameOffice(t, u) {
		return true
	}
	if r.office == o.office && r.rank == "" && r.field == "" {
		return true
	}
	if r.office.kind == dateline.PersonActor && o.office.kind == dateline.PersonActor {
		return has(widerWords[r.office.name], o.office.name)
	}
	return r.office.kind == dateline.OrgActor && r.field != "" && r.field == o.field
}

// widerWords lists what a general word may call again.
var widerWords = map[string][]string{
	"Official": {"Minister", "Spokesperson", "Ambassador", "Diplomat", "Secretary", "Director", "Head", "Adviser", "Envoy", "Secretary of State"},
	"Diplomat": {"Ambassador", "Envoy", "Official", "Minister"},
	"Leader":   {"President", "Prime Minister", "General Secretary", "Supreme Leader", "Chairman", "King"},
	"Envoy":    {"Ambassador", "Diplomat", "Adviser"},
	"Officer":  {"General", "Colonel", "Commander"},
}

// sameHolder are the actors of p as the holder that prev named: the very person
// for a singular office, the same owner otherwise.
func (d *discourse) sameHolder(p, prev *phrase) []dateline.Actor {
	r := p.role
	if r.office.kind == dateline.PersonActor && !r.plural && !p.hasName() {
		return slices.Clone(prev.actors)
	}
	return holdersOf(r, prev.actors, d.know)
}

// holderNamed is the person of the report who holds an office.
func (d *discourse) holderNamed(code, office string) *referent {
	for _, ref := range slices.Backward(d.persons) {
		if ref.actors[0].Code == code && office != "" && sameOffice(ref.actors[0].Office, office) && ref.first != nil {
			return ref
		}
	}
	return nil
}
