package entity

import (
	"strings"

	"github.com/dateline/dateline"
)

// particles stand inside a person's name in lower case.
var particles = []string{"bin", "ibn", "al", "el", "de", "da", "do", "dos", "del", "della", "der", "den", "di", "du", "la", "le", "van", "von",
	"ben", "abu", "bint", "ul", "ud", "ur", "ter", "ten", "of", "y", "zu", "af", "ould", "oglu", "qizi"}

// personsIn enters the people that the sentence names: those that the
// recogniser found, and names that follow a title.
func (c *chart) personsIn() {
	for _, n := range c.s.Names {
		if n.Type == dateline.PersonName {
			c.personAt(n.First, n.Last)
		}
	}
	for i := range c.ws {
		c.knownPersonAt(i)
	}
	for _, p := range c.phrases {
		if p.kind == rolePhrase && !p.drop {
			c.nameAfter(p)
		}
	}
	for _, p := range c.phrases {
		if p.kind == rolePhrase && !p.drop && !p.role.office.has("title") {
			c.appose(p)
		}
	}
	for _, p := range c.phrases {
		if p.kind == rolePhrase && p.role.office.has("title") {
			p.drop = true
		}
	}
}

// personAt enters a recognised name less the titles that it may have swallowed.
func (c *chart) personAt(first, last int) *phrase {
	for i := first; i < last; i++ {
		if c.roles[i] != nil || c.lex[i] != nil && c.lex[i].kind != nounPhrase && !(i > first && c.lex[i].kind == capitalPhrase) {
			first = i + 1
		}
	}
	for last > first && (c.xpos(last-1) == "POS" || !capital(c.form(last-1)) && !c.hyphenated(last-1)) {
		last--
	}
	if first >= last || c.persons[first] != nil || !capital(c.form(first)) {
		return nil
	}
	if end := c.nameRun(first); end > last && isHyphen(c.form(last)) {
		last = end
	}
	return c.person(first, last)
}

func (c *chart) hyphenated(i int) bool { return i > 0 && isHyphen(c.form(i-1)) }

func (c *chart) person(first, last int) *phrase {
	p := c.add(&phrase{kind: personPhrase, first: first, last: last, nameFrom: first, nameTo: last, rule: "name", score: 0.8})
	for i := first; i < last; i++ {
		if q := c.lex[i]; q != nil {
			q.drop = true
			c.lex[i] = nil
		}
		c.persons[i] = p
	}
	return p
}

// knownPersonAt enters a full name that the shipped people bear.
func (c *chart) knownPersonAt(w int) {
	i := c.ws[w].tok
	if c.persons[i] != nil || c.lex[i] != nil || c.roles[i] != nil || !capital(c.ws[w].form) || i > 0 && c.persons[i-1] != nil {
		return
	}
	if n := c.know.people.fullName(c.ws[w:]); n > 1 {
		c.person(i, c.ws[w+n-1].tok+1)
	}
}

// nameRun is the end of the run of name words that starts at i: capitalised
// words, initials, particles, hyphenated syllables.
func (c *chart) nameRun(i int) int {
	start := i
	for i < len(c.low) && i < start+7 {
		switch {
		case c.lex[i] != nil && !(c.lex[i].kind == nounPhrase && c.lex[i].drop) || c.roles[i] != nil || has(timeWords, c.low[i]):
			return i
		case strings.HasPrefix(c.xpos(i), "NNP") && capital(c.form(i)):
			i++
		case i > start && isHyphen(c.form(i)) && i+1 < len(c.low) && c.low[i+1] != "" && !capitalLex(c, i+1):
			i += 2
		case i > start && has(particles, c.low[i]) && c.low[i] != "of" && strings.HasPrefix(c.xpos(i+1), "NNP") && c.lex[i+1] == nil:
			i += 2
		case i > start && has(particles, c.low[i]) && isHyphen(c.form(i+1)) && i+2 < len(c.low):
			i += 3
		default:
			return i
		}
	}
	return i
}

func capitalLex(c *chart, i int) bool { return c.lex[i] != nil || c.roles[i] != nil }

// nameAfter joins the name that follows a title: "Russian Deputy Foreign
// Minister Grigory Karasin", "Lieut. General of the Army Ri Su Hyon".
func (c *chart) nameAfter(p *phrase) {
	r := p.role
	if r.office.kind != dateline.PersonActor {
		return
	}
	for _, at := range []int{r.last, p.last, r.hostEnd} {
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
		}
		return
	}
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
	if len(codesOf(p.actors)) != 1 {
		return
	}
	for q != nil {
		q.actors = p.actors
		q.rule, q.score = "title and names", 0.8
		i := q.last
		for i < len(c.low) && (c.form(i) == "," || c.xpos(i) == "CC") {
			i++
		}
		if i == q.last || i >= len(c.persons) {
			return
		}
		if q = c.persons[i]; q != nil && (q.role != nil || q.first != i) {
			return
		}
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
	at := p.last
	if c.form(at) != "," && c.form(at) != "(" {
		return
	}
	if q := c.personFrom(at + 1); q != nil && q.role == nil && q.first == at+1 && c.closes(q.last) && !c.ownOffice(q) {
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
		if q := c.persons[i-1]; q.role == nil && q.last == i {
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
