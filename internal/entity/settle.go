package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// settleOpen picks the state that an ambiguous name ("Korea") means: that of
// the outlet, or the only one that the report names otherwise.
func (d *discourse) settleOpen() {
	named := map[string]bool{}
	for _, c := range d.charts {
		for _, p := range c.phrases {
			for _, code := range p.codes() {
				named[code] = named[code] || !p.drop && p.kind != outletPhrase
			}
		}
	}
	for _, c := range d.charts {
		for _, p := range c.phrases {
			switch {
			case p.drop || len(p.senses) == 0:
			case len(p.senses) > 1 && len(p.actors) == 0:
				d.settle(p, named)
			case p.senses[0].local && !d.namedBesides(p):
				p.drop, p.actors = true, nil
			}
		}
		c.complete()
	}
}

func (d *discourse) settle(p *phrase, named map[string]bool) {
	var fit []sense
	for _, s := range p.senses {
		if s.holds(d.day) && s.actor.Code == d.report.Outlet.Country {
			p.actors, p.rule, p.score = []dateline.Actor{s.actor}, "name, by outlet", 0.7
			return
		}
		if s.holds(d.day) && named[s.actor.Code] && !slices.ContainsFunc(fit, func(o sense) bool { return o.actor.Code == s.actor.Code }) {
			fit = append(fit, s)
		}
	}
	if len(fit) == 1 {
		p.actors, p.rule, p.score = []dateline.Actor{fit[0].actor}, "name, by report", 0.6
	}
}

// namedBesides reports whether the report names the state of p elsewhere.
func (d *discourse) namedBesides(p *phrase) bool {
	if d.home == p.senses[0].actor.Code || d.report.Outlet.Country == p.senses[0].actor.Code {
		return true
	}
	for _, c := range d.charts {
		for _, q := range c.phrases {
			if !q.drop && q.kind <= capitalPhrase && has(q.codes(), p.senses[0].actor.Code) {
				return true
			}
		}
	}
	return false
}

// complete hands actors that were settled late on to the offices they own.
func (c *chart) complete() {
	for i := len(c.phrases) - 1; i >= 0; i-- {
		p := c.phrases[i]
		if p.role == nil || len(p.actors) > 0 || p.role.office.has("other") {
			continue
		}
		for j := p.role.left; j < p.role.first; j++ {
			if q := c.lex[j]; q != nil && !q.drop && len(q.actors) > 0 {
				p.actors = holdersOf(p.role, q.actors, c.know)
			}
		}
	}
}

// surnames turns a lone "Paris" into the person of that name, where the report
// has named one in full.
func (d *discourse) surnames() {
	last := map[string]bool{}
	for _, c := range d.charts {
		for _, p := range c.phrases {
			if name := c.nameOf(p); !p.drop && p.kind == personPhrase && len(name) > 1 {
				last[name[len(name)-1]] = true
			}
		}
	}
	for _, c := range d.charts {
		for _, p := range slices.Clone(c.phrases) {
			if !p.drop && (p.kind == capitalPhrase || p.kind == statePhrase) && p.last == p.first+1 && len(p.senses) > 0 &&
				p.senses[0].form != adjective && !p.senses[0].exact && last[c.word(p.first)] {
				c.person(p.first, p.last).quoted = p.quoted
			}
		}
	}
}

// placeOf is the state that a dateline place such as "MOSCOW" lies in, where
// the lists know it as a capital or a state.
func (d *discourse) placeOf(place string) string {
	for part := range strings.FieldsFuncSeq(place, func(r rune) bool { return r == ',' || r == '/' || r == ';' || r == '(' }) {
		for _, s := range d.know.names.senses[strings.Join(nameWords(part), " ")] {
			if s.holds(d.day) && (s.form == capitalCity || s.form == properName) && s.actor.Kind == dateline.StateActor {
				return s.actor.Code
			}
		}
	}
	return ""
}
