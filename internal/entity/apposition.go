package entity

import (
	"strings"

	"github.com/dateline/dateline"
)

// respectively gives the names after a plural office one state each: "the
// ministers of Peru and Chile, Ana Duro and Luis Paz,".
func (c *chart) respectively(p *phrase) {
	if !p.role.plural || len(p.actors) < 2 || p.role.office.kind != dateline.PersonActor {
		return
	}
	i := p.last
	if c.form(i) == "," {
		i++
	}
	var names []*phrase
	for i < len(c.persons) {
		q := c.personFrom(i)
		if q == nil || q.first != i || q.role != nil {
			break
		}
		names = append(names, q)
		for i = q.last; c.form(i) == "," || c.xpos(i) == "CC"; {
			i++
		}
		if i == q.last {
			break
		}
	}
	if len(names) != len(p.actors) {
		return
	}
	for k, q := range names {
		a := p.actors[k]
		a.Kind = dateline.PersonActor
		q.actors, q.role = []dateline.Actor{a}, p.role.single()
		q.rule, q.score = "title and names, in turn", 0.8
	}
}

// appose links a name and the office that stands beside it between commas:
// "Georgii Toloraya, deputy head of ...", "the Russian Foreign Minister, I. S.
// Ivanov, visited".
func (c *chart) appose(p *phrase) {
	r := p.role
	if r.office.kind != dateline.PersonActor || r.plural || r.office.has("plain") && len(p.actors) == 0 {
		return
	}
	if i := p.first - 1; i > 0 && (c.form(i) == "," || c.form(i) == "(") {
		if q := c.nameEndingAt(i); q != nil {
			link(p, q)
			return
		}
	}
	at := max(p.last, r.hostEnd)
	if c.form(at) != "," && c.form(at) != "(" {
		return
	}
	if q := c.personFrom(at + 1); q != nil && q.untitled() && q.first == at+1 && c.closes(q.last) && !c.ownOffice(q) {
		link(p, q)
	}
}

func (c *chart) personFrom(i int) *phrase {
	if i >= len(c.persons) {
		return nil
	}
	if q := c.persons[i]; q != nil {
		return q
	}
	if q := c.roles[i]; q != nil && q.kind == personPhrase && q.first == i && q.role.courtesy() {
		return q
	}
	if strings.HasPrefix(c.xpos(i), "NNP") && c.lex[i] == nil && c.roles[i] == nil {
		if end := c.nameRun(i); end > i && c.closes(end) {
			return c.person(i, end)
		}
	}
	return nil
}

// nameEndingAt is an untitled name that ends at i, or before an age: "Kim, 52,".
func (c *chart) nameEndingAt(i int) *phrase {
	if c.xpos(i-1) == "CD" && c.form(i-2) == "," {
		i -= 2
	}
	if i > 0 && c.persons[i-1] != nil {
		if q := c.persons[i-1]; q.untitled() && q.last == i {
			return q
		}
		return nil
	}
	first := i
	for first > 0 && (strings.HasPrefix(c.xpos(first-1), "NNP") && c.lex[first-1] == nil && c.roles[first-1] == nil ||
		isHyphen(c.form(first-1)) && strings.HasPrefix(c.xpos(first-2), "NNP")) {
		first--
	}
	if i-first >= 2 && i-first <= 6 && c.nameRun(first) >= i {
		return c.person(first, i)
	}
	return nil
}

// untitled reports whether a name has no title, or one of courtesy alone.
func (p *phrase) untitled() bool { return p.role == nil || p.role.courtesy() }

func (c *chart) closes(i int) bool {
	f := c.form(i)
	return i >= len(c.low) || f == "," || f == ")" || f == "." || f == ";" || f == "and" || f == ":" || c.xpos(i) == "POS" || c.xpos(i) == "''"
}

// ownOffice reports whether the name is followed by an office of its own, as in
// a list "X, foreign minister, Y, trade minister".
func (c *chart) ownOffice(q *phrase) bool {
	if c.form(q.last) != "," {
		return false
	}
	o := c.roleFrom(q.last + 1)
	return o != nil && o.first == q.last+1 && o.kind == rolePhrase && c.closes(o.last)
}

func link(p, q *phrase) {
	p.apposed, q.apposed = q, p
	q.role = p.role
	q.rule = "apposition"
	q.spans = append(q.spans, p.spans...)
}
