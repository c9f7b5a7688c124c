package entity

import (
	"strings"

	"github.com/dateline/dateline"
)

// nameAfter joins the name that follows a title: "Russian Deputy Foreign
// Minister Grigory Karasin", "Lieut. General of the Army Ri Su Hyon".
func (c *chart) nameAfter(p *phrase) {
	r := p.role
	if r.office.kind != dateline.PersonActor {
		return
	}
	for _, at := range []int{r.last, p.last, r.hostEnd, c.briefEnd(r)} {
		if at == 0 || at >= len(c.low) {
			continue
		}
		q := c.persons[at]
		if q == nil && strings.HasPrefix(c.xpos(at), "NNP") && c.lex[at] == nil && c.roles[at] == nil {
			if end := c.nameRun(at); end > at {
				q = c.person(at, end)
			}
		}
		if q == nil || q.nameFrom != at || q.kind != personPhrase || q.role != nil {
			continue
		}
		if r.plural {
			c.share(p, q)
		} else {
			c.entitle(p, q)
			c.hailsFrom(q)
		}
		return
	}
}

// briefs end the name of what an official is charged with.
var briefs = []string{"affairs", "relations", "policy", "matters", "issues", "operations", "security"}

// briefEnd is the token after a brief that the lists lack: "for African
// Affairs", "for Drug Policy"; 0 for none.
func (c *chart) briefEnd(r *role) int {
	if w := c.word(r.last); w != "for" && w != "of" && w != "on" {
		return 0
	}
	for i := r.last + 1; i < len(c.low) && i < r.last+7; i++ {
		switch {
		case has(briefs, c.low[i]):
			return i + 1
		case !capital(c.form(i)) && c.low[i] != "and" && c.low[i] != "the":
			return 0
		}
	}
	return 0
}

// entitle makes one phrase of a title and the name after it.
func (c *chart) entitle(p, q *phrase) {
	q.first = p.first
	q.role = p.role
	q.actors = p.actors
	q.rule = "title and name"
	q.score = 0.9
	q.spans = append(q.spans, p.spans...)
	p.drop = true
	for i := p.role.first; i < p.role.last; i++ {
		c.roles[i] = q
	}
}

// share gives every name of a list after a plural title its country:
// "Russian diplomats Ivanov and Petrov".
func (c *chart) share(p, q *phrase) {
	one := len(codesOf(p.actors)) == 1
	for q != nil {
		if one {
			q.actors = p.actors
			q.rule, q.score = "title and names", 0.8
		} else if len(p.actors) == 0 {
			q.role = p.role.single()
			c.hailsFrom(q)
		}
		i := q.last
		for i < len(c.low) && (c.form(i) == "," || c.xpos(i) == "CC") {
			i++
		}
		if i == q.last || i >= len(c.persons) {
			return
		}
		if q = c.persons[i]; q == nil || q.role != nil || q.first != i {
			return
		}
	}
}

// single is the role of each one of several holders.
func (r *role) single() *role {
	one := *r
	one.plural, one.number = false, ""
	return &one
}

// hailsFrom reads the state after a titled name: "President Ana Duro of Chile".
func (c *chart) hailsFrom(q *phrase) {
	if len(q.actors) > 0 || c.word(q.last) != "of" {
		return
	}
	at := q.last + 1
	if c.word(at) == "the" {
		at++
	}
	n := c.lexFrom(at)
	if n == nil || n.drop || n.kind != statePhrase || len(n.actors) != 1 || c.nominalAfter(n.last) {
		return
	}
	q.actors = holdersOf(q.role, n.actors, c.know)
	q.spans = append(q.spans, span(c.s, n.first, n.last))
	q.last = n.last
	q.rule, q.score = "title, name and state", 0.9
}
