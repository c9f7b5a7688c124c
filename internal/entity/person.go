package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// particles stand inside a person's name in lower case.
var particles = []string{"bin", "ibn", "al", "el", "de", "da", "do", "dos", "del", "della", "der", "den", "di", "du", "la", "le", "van", "von",
	"ben", "abu", "bint", "ul", "ud", "ur", "ter", "ten", "of", "y", "zu", "af", "ould", "oglu", "qizi"}

// excellencies are letters before a name: H.E. Ana Duro, H.M. King …
var excellencies = []string{"he", "hm", "hrh", "hh", "hon", "cde"}

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
			c.respectively(p)
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
	for first > 0 && first < last && c.extendsLeft(first-1) {
		first--
	}
	if first >= last || c.persons[first] != nil || !capital(c.form(first)) {
		return nil
	}
	if end := c.nameRun(first); end > last && isHyphen(c.form(last)) {
		last = end
	}
	return c.person(first, last)
}

// extendsLeft reports whether token i is a name word that the recogniser left
// out before the rest of a name.
func (c *chart) extendsLeft(i int) bool {
	return strings.HasPrefix(c.xpos(i), "NNP") && capital(c.form(i)) && !acronym(c.form(i)) && c.lex[i] == nil && c.roles[i] == nil &&
		c.persons[i] == nil && !has(timeWords, c.low[i]) && c.field(i) == "" && !has(briefs, c.low[i]) && !c.named(i)
}

// named reports whether the recogniser has token i in a name that is no person's.
func (c *chart) named(i int) bool {
	return slices.ContainsFunc(c.s.Names, func(n dateline.Name) bool {
		return n.Type != dateline.PersonName && n.First <= i && i < n.Last
	})
}

func (c *chart) hyphenated(i int) bool { return i > 0 && isHyphen(c.form(i-1)) }

func (c *chart) person(first, last int) *phrase {
	from := first
	for from < last-1 && has(excellencies, c.low[from]) && acronym(c.form(from)) {
		from++
	}
	p := c.add(&phrase{kind: personPhrase, first: first, last: last, nameFrom: from, nameTo: last, rule: "name", score: 0.8})
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
		case i > start && sentenceEnd(c.form(i-1)):
			return i
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

// sentenceEnd tells a word with a full stop glued to it from an initial or a
// short form.
func sentenceEnd(form string) bool {
	return len(form) > 4 && strings.HasSuffix(form, ".") && !strings.Contains(form[:len(form)-1], ".")
}

func capitalLex(c *chart, i int) bool { return c.lex[i] != nil || c.roles[i] != nil }

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
