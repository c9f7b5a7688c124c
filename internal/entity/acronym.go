package entity

import (
	"strings"

	"github.com/dateline/dateline"
)

// acronyms gives short forms that the report explains, "Election Commission
// (EC)", the meaning that they have in it, whatever the lists say of them.
func (d *discourse) acronyms() {
	full := map[string]*phrase{}
	for _, c := range d.charts {
		for _, p := range c.phrases {
			if form, ok := c.shortForm(p); ok && full[form] == nil {
				full[form] = p
			}
		}
	}
	if len(full) == 0 {
		return
	}
	for _, c := range d.charts {
		for i := range c.low {
			p := full[c.form(i)]
			if p == nil || c.persons[i] != nil || c.roles[i] != nil || p.first == i && p.sentence == c.si {
				continue
			}
			if q := c.lex[i]; q != nil {
				if q.last != q.first+1 || sameActors(q.actors, p.actors) {
					continue
				}
				q.drop = true
			}
			c.lexical(&phrase{kind: orgPhrase, first: i, last: i + 1, short: p, rule: "short form", score: 0.8})
		}
	}
}

// shortForm is the acronym in brackets after a body's name, where its letters are
// initials of the name's words in order.
func (c *chart) shortForm(p *phrase) (string, bool) {
	if p.drop || p.kind != orgPhrase && (p.role == nil || p.role.office.kind != dateline.OrgActor) {
		return "", false
	}
	i := max(p.last, headEnd(p))
	if c.form(i) != "(" || c.form(i+2) != ")" || !acronym(c.form(i+1)) || len(c.form(i+1)) > 8 {
		return "", false
	}
	return c.form(i + 1), initials(c.low[p.first:i], fold(c.form(i+1)))
}

func headEnd(p *phrase) int {
	if p.role != nil {
		return p.role.last
	}
	return p.last
}

// initials reports whether the letters of an acronym open words of a name in
// order, the first letter among the first words.
func initials(words []string, short string) bool {
	j := 0
	for _, w := range words {
		if j < len(short) && strings.HasPrefix(w, short[j:j+1]) {
			j++
		}
	}
	return j == len(short) || j > 0 && j >= len(short)-1 && len(short) > 2
}

// settleShort gives short forms the actors of what they stand for.
func (d *discourse) settleShort() {
	for _, c := range d.charts {
		for _, p := range c.phrases {
			if p.short == nil {
				continue
			}
			p.actors, p.antecedent = append([]dateline.Actor(nil), p.short.actors...), p.short
			p.spans = append(p.spans, d.spanOf(p.short))
			p.drop = p.drop || len(p.actors) == 0
		}
		c.complete()
	}
}
