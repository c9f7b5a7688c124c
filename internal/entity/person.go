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
