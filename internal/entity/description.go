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
	if !has(nonState, owner[0].Code) {
		a.Office, a.Sector = owner[0].Office, owner[0].Sector
	}
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
		if owner, _ := d.ownersOf(d.charts[p.sentence], p); len(owner) == 1 && owner[0].Office != "" && !has(nonState, owner[0].Code) {
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
