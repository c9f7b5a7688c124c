package entity

import (
	"slices"

	"github.com/dateline/dateline"
)

// domestic gives an office without a country to the state that the report comes
// from or speaks of.
func (d *discourse) domestic(p *phrase) {
	r := p.role
	if !r.domesticable() && p.kind != personPhrase || r.office.has("plain") || r.courtesy() {
		return
	}
	home, score := d.homeOf(p)
	s := d.know.states[home]
	if s == nil {
		return
	}
	actors := holdersOf(r, []dateline.Actor{s.actor()}, d.know)
	if r.office.has("unique") && !r.plural && p.hasName() && d.heldByOther(p, home, r.title()) {
		return
	}
	if b := r.ofBody; b != nil {
		if b.sector == "BUS" {
			return // companies work anywhere
		}
		actors[0].Sector = b.sector
	}
	p.actors = actors
	p.rule, p.score = "state of the report", score
}

// heldByOther reports whether a unique office is known to be somebody else's than
// the named p's: by the report, or by the lists on the report's day.
func (d *discourse) heldByOther(p *phrase, code, title string) bool {
	name := d.charts[p.sentence].nameOf(p)
	if ref := d.holderNamed(code, title); ref != nil && !slices.ContainsFunc(ref.names, func(n []string) bool { return namesAgree(name, n) > 0 }) {
		return true
	}
	h := d.know.people.holder(code, title, d.day)
	return h != nil && !slices.ContainsFunc(h.variants, func(n []string) bool { return namesAgree(name, n) > 0 })
}

// domesticable reports whether an office named without its state means that of
// the report's state: "the President", "police", "the Ministry of Labour".
func (r *role) domesticable() bool {
	return r.office.has("unique") || r.office.has("host") || r.office.has("portfolio") && r.field != ""
}

// courtesy reports whether a title names no office: Mr., Dr.
func (r *role) courtesy() bool { return r.office.has("title") && r.office.name == "" }

// homeOf is the state that an office without a country belongs to, and how sure
// that is: the one of the dateline place, the only one that the report names or
// nearly so, the one of the outlet.
func (d *discourse) homeOf(p *phrase) (code string, score float64) {
	o := p.role.office
	if o.sector != "GOV" && o.has("host") {
		switch states := d.sentenceStates(p); {
		case len(states) == 1:
			return states[0], 0.5
		case len(states) > 1 && !slices.Contains(states, d.home):
			return "", 0 // of one of those, and nothing says which
		}
	}
	if d.home != "" && !o.has("leader") {
		return d.home, 0.55
	}
	if only := d.onlyState(); only != "" {
		return only, 0.5
	}
	if about := d.about(p); about != "" {
		return about, 0.5
	}
	if press := d.pressState(); press != "" {
		return press, 0.45
	}
	return d.home, 0.45
}

// pressState is the state of an outlet that is no agency and tells of its own
// country, where the report does not speak of another state alone.
func (d *discourse) pressState() string {
	o := d.report.Outlet
	switch {
	case o.Kind == dateline.Agency || o.Abroad:
		return ""
	case d.counts[o.Country] > 0:
		return o.Country
	}
	for key, n := range d.counts {
		if d.know.states[key] != nil && n > 2 {
			return ""
		}
	}
	return o.Country
}

// homeState is the state of the dateline: the report's field, else a place that
// opens the text as "AMMAN —" or "Muscat:".
func (d *discourse) homeState() string {
	if code := d.placeOf(d.report.Place); code != "" {
		return code
	}
	if at := d.report.Location; at != nil && d.know.states[at.Country] != nil {
		return eraCode(at.Country, d.day)
	}
	for _, c := range d.charts[:min(3, len(d.charts))] {
		if code := c.opening(); code != "" && !c.s.Heading {
			return code
		}
	}
	return ""
}

// opening is the state of the place that opens the sentence as a dateline, or "".
func (c *chart) opening() string {
	code := ""
	if g := c.groundFrom(0); g != nil {
		code = g.owner.Code
	} else if q := c.lexFrom(0); q != nil && len(q.codes()) == 1 && q.kind <= capitalPhrase {
		code = q.codes()[0]
	}
	if code == "" {
		return ""
	}
	for i := 1; i < len(c.low) && i < 9; i++ {
		switch f := c.form(i); {
		case f == ":" || f == "—" || f == "–" || f == "--" || f == "_" || f == "(" || f == "-" && i+1 < len(c.low) && c.s.Tokens[i].Span.Start > c.s.Tokens[i-1].Span.End:
			return code
		case !capital(f) && c.low[i] != "" && c.xpos(i) != "CD":
			return ""
		}
	}
	return ""
}

// sentenceStates are the states that the other phrases of p's sentence belong to. A crowd or
// a force is where the sentence is rather than where the report was filed.
func (d *discourse) sentenceStates(p *phrase) []string {
	var out []string
	for _, q := range d.charts[p.sentence].phrases {
		if q == p || q.drop || q.kind == outletPhrase || q.kind == pronounPhrase {
			continue
		}
		for _, code := range q.codes() {
			if d.know.states[code] != nil && !slices.Contains(out, code) {
				out = append(out, code)
			}
		}
	}
	return out
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
