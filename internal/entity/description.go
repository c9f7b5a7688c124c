package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// resolveRole finds whose office or body a description names, where its own
// words did not tell.
func (d *discourse) resolveRole(c *chart, p *phrase) {
	r := p.role
	if d.pairRole(c, p) {
		return
	}
	if c.word(r.last-1) == "capital" && !r.plural {
		p.drop = true // a place
		return
	}
	if len(p.actors) > 0 {
		d.fillHolder(p)
		return
	}
	d.resolveTitle(c, p)
	if len(p.actors) == 0 {
		if r.office.has("other") || r.office.has("plain") || r.office.has("side") || r.office.has("relative") {
			p.drop = true
			return
		}
		p.actors = []dateline.Actor{r.holder(dateline.Actor{}, d.know)}
		p.rule, p.score = "role without a country", 0.3
	}
}

// resolveTitle looks for the owner of an office in what came before: a
// possessor, the office's holder named earlier, the state that the report
// comes from.
func (d *discourse) resolveTitle(c *chart, p *phrase) {
	r := p.role
	if r.office.has("other") {
		return
	}
	if r.office.has("relative") && len(p.actors) == 0 {
		d.counterpart(c, p)
		return
	}
	if owner, from := d.ownersOf(c, p); len(owner) > 0 {
		p.actors = holdersOf(r, owner, d.know)
		p.rule, p.score = "possessor", 0.75
		if from != nil {
			p.antecedent = nil
			p.spans = append(p.spans, d.spanOf(from))
		}
		d.fillHolder(p)
		return
	}
	if r.owner >= 0 || r.stranger {
		return // a possessor that is not understood: nobody else's office
	}
	if r.inner != nil && len(r.inner.actors) > 0 {
		p.actors = holdersOf(r, r.inner.actors, d.know)
		p.rule, p.score = "body beside it", 0.75
		return
	}
	if prev := d.earlierOffice(c, p); prev != nil {
		p.actors = d.sameHolder(p, prev)
		p.rule, p.score = "office named before", 0.7
		p.antecedent = prev
		p.spans = append(p.spans, d.spanOf(prev))
		return
	}
	d.domestic(p)
}

// ownersOf are the actors behind a possessor: "his", "its", "the ministry's".
func (d *discourse) ownersOf(c *chart, p *phrase) ([]dateline.Actor, *phrase) {
	r := p.role
	if r.ownerName != nil {
		return r.ownerName.actors, r.ownerName
	}
	if r.owner < 0 {
		return nil, nil
	}
	if q := c.persons[r.owner]; q != nil && !q.drop {
		if len(q.actors) == 0 || q.actors[0].Code == "" {
			d.resolvePerson(c, q)
		}
		return q.actors, q
	}
	if c.xpos(r.owner) == "PRP$" {
		if ref := d.pronoun(c, r.owner, c.word(r.owner), false); ref != nil {
			return ref.actors, ref.last
		}
	}
	return nil, nil
}

// counterpart resolves "his counterpart": the holder of the same office on the
// other side.
func (d *discourse) counterpart(c *chart, p *phrase) {
	owner, from := d.ownersOf(c, p)
	if len(owner) == 0 || from == nil {
		return
	}
	other, ok := d.otherSide(sideKey(owner[0]))
	if !ok {
		return
	}
	a := p.role.holder(other, d.know)
	a.Office, a.Sector = owner[0].Office, owner[0].Sector
	p.actors = []dateline.Actor{a}
	p.rule, p.score = "counterpart", 0.6
	p.antecedent = nil
	p.spans = append(p.spans, d.spanOf(from))
}

// otherSide is the side that the report pairs most with the given one.
func (d *discourse) otherSide(key string) (dateline.Actor, bool) {
	best, top, second := "", 0.0, 0.0
	for _, k := range d.pairKeys() {
		if k[0] != key && k[1] != key {
			continue
		}
		other := k[0]
		if other == key {
			other = k[1]
		}
		switch w := d.weight(k); {
		case w > top:
			best, top, second = other, w, top
		case w > second:
			second = w
		}
	}
	if best == "" || top < 1.3*second {
		return dateline.Actor{}, false
	}
	return d.side[best], true
}

// fillHolder adds the name of a unique office's holder where the report or the
// lists know it, and the owner's office for a counterpart.
func (d *discourse) fillHolder(p *phrase) {
	r := p.role
	if r.office.has("relative") && r.owner >= 0 {
		if owner, _ := d.ownersOf(d.charts[p.sentence], p); len(owner) == 1 && owner[0].Office != "" {
			for i := range p.actors {
				p.actors[i].Office, p.actors[i].Sector = owner[0].Office, owner[0].Sector
			}
		}
		return
	}
	if r.plural || !r.office.has("unique") || r.office.kind != dateline.PersonActor || r.rank != "" || r.status == "Former" || len(p.actors) != 1 {
		return
	}
	if ref := d.holderNamed(p.actors[0].Code, p.actors[0].Office); ref != nil && ref.first.sentence <= p.sentence {
		p.actors = slices.Clone(ref.actors)
		p.antecedent = ref.first
		if p.antecedent.sentence == p.sentence && p.antecedent.first >= p.first {
			p.antecedent = nil
		}
	}
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

// earlierOffice is the last phrase before p that names the same office or body
// with its country. A definite description alone refers back.
func (d *discourse) earlierOffice(c *chart, p *phrase) *phrase {
	r := p.role
	if !r.definite && !p.titled() {
		return nil
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

// otherName reports whether the office q has a holder whose name is not that of
// the titled p.
func (d *discourse) otherName(p, q *phrase) bool {
	if q.actors[0].Kind != dateline.PersonActor || q.actors[0].Name == "" {
		return false
	}
	return compatible2(d.charts[p.sentence].nameOf(p), nameWords(q.actors[0].Name)) == 0
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

// domestic gives an office without a country to the state that the report comes
// from: its dateline place, else the only state that the report names.
func (d *discourse) domestic(p *phrase) {
	r := p.role
	if r.office.has("plain") || !r.office.has("unique") && !r.office.has("host") && p.kind != personPhrase {
		return
	}
	home, score := d.home, 0.55
	if here := d.sentenceState(p); here != "" && r.office.sector != "GOV" && r.office.has("host") {
		home, score = here, 0.5
	}
	if home == "" || r.office.has("leader") {
		home, score = d.onlyState(), 0.5
	}
	if home == "" {
		home, score = d.about(p), 0.5
	}
	s := d.know.states[home]
	if s == nil {
		return
	}
	p.actors = holdersOf(r, []dateline.Actor{{Code: s.code, Name: s.name, Kind: dateline.StateActor, ID: s.id}}, d.know)
	p.rule, p.score = "state of the report", score
}

// sentenceState is the only state that the other phrases of p's sentence belong
// to. A crowd or a force is where the sentence is rather than where the report was
// filed.
func (d *discourse) sentenceState(p *phrase) string {
	only := ""
	for _, q := range d.charts[p.sentence].phrases {
		if q == p || q.drop || q.kind == outletPhrase || q.kind == pronounPhrase {
			continue
		}
		for _, code := range q.codes() {
			switch {
			case d.know.states[code] == nil || code == only:
			case only != "":
				return ""
			default:
				only = code
			}
		}
	}
	return only
}

// onlyState is the state that the report names alone.
func (d *discourse) onlyState() string {
	only := ""
	for key := range d.counts {
		if d.know.states[key] == nil {
			continue
		}
		if only != "" {
			return ""
		}
		only = key
	}
	return only
}

// about is the state that the report speaks of up to p: named at least twice and
// four times as often as all others together.
func (d *discourse) about(p *phrase) string {
	counts, all := map[string]int{}, 0
	for si := 0; si <= p.sentence; si++ {
		for _, q := range d.charts[si].phrases {
			if q.drop || q.kind == outletPhrase || q.kind == pronounPhrase || si == p.sentence && q.first >= p.first {
				continue
			}
			for _, code := range q.codes() {
				if d.know.states[code] != nil {
					counts[code]++
					all++
				}
			}
		}
	}
	for code, n := range counts {
		if n >= 2 && n*5 >= all*4 {
			return code
		}
	}
	return ""
}

// resolveNoun binds "the country", "the North".
func (d *discourse) resolveNoun(c *chart, p *phrase) {
	switch w := c.word(p.last - 1); w {
	case "north", "south":
		code := map[string]string{"north": "PRK", "south": "KOR"}[w]
		if d.counts["PRK"] == 0 && d.counts["KOR"] == 0 {
			p.drop = true
			return
		}
		s := d.know.states[code]
		p.actors = []dateline.Actor{{ID: s.id, Name: s.name, Kind: dateline.StateActor, Code: code}}
		p.rule, p.score = "North and South of Korea", 0.85
	default:
		p.drop = true
	}
}

func (d *discourse) spanOf(p *phrase) dateline.Span {
	return span(d.charts[p.sentence].s, p.first, p.last)
}

// northSouth enters "the North" and "the South" where no noun follows.
func (c *chart) northSouth() {
	for i := 1; i < len(c.low); i++ {
		if (c.low[i] == "north" || c.low[i] == "south") && c.low[i-1] == "the" && capital(c.form(i)) && c.lex[i] == nil &&
			!c.nominal(i+1) && !isHyphen(c.form(i+1)) && c.word(i+1) != "of" && !strings.HasPrefix(c.xpos(i+1), "NN") {
			c.add(&phrase{kind: nounPhrase, first: i - 1, last: i + 1})
		}
	}
}
