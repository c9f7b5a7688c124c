package entity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// pairRole resolves "the two sides", "both countries", "the foreign ministers
// of the two countries", "the parties" to the two sides that the report pairs.
// It reports whether the phrase is of this sort.
func (d *discourse) pairRole(c *chart, p *phrase) bool {
	r := p.role
	if !r.plural || len(p.actors) > 0 {
		return false
	}
	two := r.number == "two" && (r.definite || c.s.Heading || c.word(r.left) == "both") && r.sideOffice()
	if inner := d.pairAfter(c, p); inner != nil && !two {
		p.actors = d.holdersNamed(p, inner.actors)
		p.antecedent, p.rule, p.score = inner, "office of both sides", 0.75
		p.last = max(p.last, inner.last)
		return len(p.actors) > 0
	}
	if r.owner >= 0 || !two && !d.bareSides(c, r) {
		return false
	}
	key, ok := d.pairBefore(c, p)
	if !ok {
		key, ok = d.topPair(r)
	}
	if !ok {
		return false
	}
	sides := []dateline.Actor{d.side[key[0]], d.side[key[1]]}
	p.actors = d.holdersNamed(p, sides)
	p.rule, p.score = "the two sides", 0.75
	p.antecedent = d.lastOf(p, key)
	if p.antecedent != nil {
		p.spans = append(p.spans, d.spanOf(p.antecedent))
	}
	p.kind = pairPhrase
	d.near[key]++
	return true
}

// sideOffice reports whether each of two sides has the office: "the two
// presidents" are one a side, "the two soldiers" need not be.
func (r *role) sideOffice() bool {
	o := r.office
	return o.has("pair") || o.has("unique") || o.has("leader") || o.has("portfolio") || o.sector == "GOV" && o.kind == dateline.PersonActor
}

// bareSides reports whether a plural without a numeral means the two sides:
// "the parties", "the sides", "the former allies", but no "the countries that".
func (d *discourse) bareSides(c *chart, r *role) bool {
	if !r.office.has("pair") || !r.definite || r.number != "" {
		return false
	}
	if w := c.word(r.last); w == "of" || w == "to" || w == "in" || w == "that" || w == "which" || w == "who" || strings.HasPrefix(c.xpos(r.last), "VBN") {
		return false
	}
	switch c.word(r.last - 1) {
	case "sides", "parties", "signatories":
		return true
	}
	return r.status == "Former"
}

// pairAfter is the pair phrase in "the foreign ministers of the two countries".
func (d *discourse) pairAfter(c *chart, p *phrase) *phrase {
	if w := c.word(p.role.last); w != "of" && w != "from" && w != "for" {
		return nil
	}
	q := c.roleFrom(p.role.last + 1)
	if q == nil || !q.role.plural || q == p {
		return nil
	}
	if len(q.actors) == 0 {
		d.resolveRole(c, q)
	}
	if len(codesOf(q.actors)) < 2 {
		return nil
	}
	return q
}

// holdersNamed are the holders of an office on each side, by name where the
// report names them.
func (d *discourse) holdersNamed(p *phrase, sides []dateline.Actor) []dateline.Actor {
	r := p.role
	out := make([]dateline.Actor, 0, len(sides))
	for _, s := range sides {
		if r.office.has("side") {
			s.Office, s.Sectors = "", nil
			out = append(out, s)
			continue
		}
		a := r.holder(s, d.know)
		if r.office.kind == dateline.PersonActor && r.office.has("unique") {
			a.Kind = dateline.PersonActor
			if ref := d.holderNamed(s.Code, a.Office); ref != nil {
				a = ref.actors[0]
			}
		}
		out = append(out, a)
	}
	return out
}

// pairKeys are the pairs of the report in a fixed order.
func (d *discourse) pairKeys() [][2]string {
	keys := make([][2]string, 0, len(d.ties))
	for k := range d.ties {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b [2]string) int { return cmp.Or(strings.Compare(a[0], b[0]), strings.Compare(a[1], b[1])) })
	return keys
}

// weight is how likely two sides are "the two sides" here: as paired in what
// came before, and in the whole report.
func (d *discourse) weight(k [2]string) float64 { return d.near[k] + 0.4*d.ties[k] }

// topPair is the pair that stands out, if one does.
func (d *discourse) topPair(r *role) ([2]string, bool) {
	var best [2]string
	top, second := 0.0, 0.0
	for _, k := range d.pairKeys() {
		if r.office.has("states") && (d.know.states[k[0]] == nil || d.know.states[k[1]] == nil) {
			continue
		}
		switch w := d.weight(k); {
		case w > top:
			best, top, second = k, w, top
		case w > second:
			second = w
		}
	}
	return best, top > 0 && top >= 1.25*second
}

// pairBefore is the pair of sides that the sentence names before p, where it
// names exactly two.
func (d *discourse) pairBefore(c *chart, p *phrase) (key [2]string, ok bool) {
	var keys []string
	for _, q := range c.phrases {
		if q.drop || q.kind == outletPhrase || q.last > p.first || q.kind == pronounPhrase && q.rule != "pronoun" {
			continue
		}
		for _, a := range q.actors {
			if k := sideKey(a); a.Code != "" && !has(keys, k) && !(p.role.office.has("states") && d.know.states[k] == nil) {
				keys = append(keys, k)
			}
		}
	}
	if len(keys) != 2 {
		return key, false
	}
	for _, k := range keys {
		if _, known := d.side[k]; !known {
			return key, false
		}
	}
	return pairKey(keys[0], keys[1]), true
}

// lastOf is the last phrase before p that names either side, or both.
func (d *discourse) lastOf(p *phrase, key [2]string) *phrase {
	var one *phrase
	for si := p.sentence; si >= 0; si-- {
		for _, q := range slices.Backward(d.charts[si].phrases) {
			if q == p || q.drop || si == p.sentence && q.first >= p.first || len(q.actors) == 0 {
				continue
			}
			if len(q.actors) == 2 && pairKey(sideKey(q.actors[0]), sideKey(q.actors[1])) == key {
				return q
			}
			if one == nil && q.kind == statePhrase && len(q.actors) == 1 && (sideKey(q.actors[0]) == key[0] || sideKey(q.actors[0]) == key[1]) {
				one = q
			}
		}
	}
	return one
}

// sideScopes gives names and offices listed "on the DPRK side", "from the
// Russian side" the country of their side: those after "on the … side", those
// before "from the … side".
func (d *discourse) sideScopes(c *chart) {
	var on, from []*phrase
	for _, p := range c.phrases {
		if p.kind == rolePhrase && !p.drop && c.word(p.role.last-1) == "side" && len(p.actors) == 1 && p.first > 0 {
			switch c.word(p.first - 1) {
			case "on":
				on = append(on, p)
			case "from":
				from = append(from, p)
			}
		}
	}
	for i, p := range on {
		end := len(c.low)
		if i+1 < len(on) {
			end = on[i+1].first
		}
		c.giveSide(p, p.last, end)
	}
	start := 0
	for _, p := range from {
		c.giveSide(p, start, p.first)
		start = p.last
	}
}

func (c *chart) giveSide(side *phrase, first, last int) {
	for _, p := range c.phrases {
		if p.drop || p.first < first || p.last > last || len(p.actors) > 0 || p == side {
			continue
		}
		switch {
		case p.role != nil && p.role.owner < 0 && !p.role.office.has("relative"):
			p.actors = holdersOf(p.role, side.actors, c.know)
		case p.kind == personPhrase && p.role == nil:
			p.actors = []dateline.Actor{{Kind: dateline.PersonActor, Code: side.actors[0].Code}}
		default:
			continue
		}
		p.rule, p.score = "listed on a side", 0.7
		p.spans = append(p.spans, span(c.s, side.first, side.last))
	}
}
