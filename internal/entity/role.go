package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// sectorWords are modifiers that tell an official's sector.
var sectorWords = map[string]string{"military": "MIL", "army": "MIL", "naval": "MIL", "navy": "MIL", "trade": "BUS", "economic": "BUS",
	"business": "BUS", "commercial": "BUS", "parliamentary": "LEG", "police": "COP", "intelligence": "SPY", "security": "SPY",
	"judicial": "JUD", "religious": "REL", "opposition": "OPP", "rebel": "REB", "party": "PTY"}

// leftOf reads what stands before the title words in the same noun phrase:
// countries, ranks, possessors, an article.
func (c *chart) leftOf(p *phrase) {
	r := p.role
	r.left = r.first
	var actors []dateline.Actor
	for i := r.first - 1; i >= 0; {
		next, ok := c.stepLeft(p, i, &actors)
		if !ok {
			break
		}
		r.left = next
		if r.definite || r.indefinite || r.owner >= 0 {
			break
		}
		i = next - 1
	}
	p.first = r.left
	p.actors = c.holders(p, actors)
}

// stepLeft takes in the token or phrase that ends at i and gives its first
// token; ok is false where the noun phrase does not reach i.
func (c *chart) stepLeft(p *phrase, i int, actors *[]dateline.Actor) (first int, ok bool) {
	r := p.role
	if q := c.lex[i]; q != nil {
		if q.kind == peoplePhrase || q.kind == nounPhrase || q.last != i+1 {
			r.stranger = r.stranger || q.kind == nounPhrase && q.last == i+1
			return i, q.kind == nounPhrase && q.drop && q.last == i+1 && c.nominal(i)
		}
		if q.kind == capitalPhrase && has([]string{"in", "at", "near", "outside", "from", "to"}, c.word(q.first-1)) {
			return i, false // "in Quito Foreign Minister X said"
		}
		*actors = append(slices.Clone(c.actorsOf(q)), *actors...)
		if q.kind == capitalPhrase {
			p.spans = append(p.spans, span(c.s, q.first, q.last))
		}
		return q.first, true
	}
	if g := c.groundBefore(i + 1); g != nil && c.lex[i] == nil && c.rootsOf(r, g) {
		*actors = append([]dateline.Actor{g.owner}, *actors...)
		p.spans = append(p.spans, span(c.s, g.first, g.last))
		return g.first, true
	}
	w := c.word(i)
	if q := c.roles[i]; q != nil && q.role.last == i+1 && q != p && !(ranks[w] != "" && q.role.first == i && i == r.first-1) {
		return c.stepRole(p, q)
	}
	if st, ok := statuses[w]; ok {
		if r.status == "" {
			r.status = st
		}
		return i, true
	}
	if rank, ok := ranks[w]; ok && (i == r.first-1 || i == r.first-2 && isHyphen(c.form(i+1))) {
		r.first = i
		r.rank = strings.TrimSpace(map[bool]string{true: "First ", false: ""}[w == "first"] + rank + map[bool]string{true: r.rank, false: ""}[w == "first"])
		return i, true
	}
	if s := sectorWords[w]; s != "" {
		r.sectors = append([]string{s}, r.sectors...)
	}
	return c.stepWord(p, i)
}

// stepRole takes in a body before the title: "foreign ministry official".
func (c *chart) stepRole(p, q *phrase) (int, bool) {
	r := p.role
	if q.role.office.kind == dateline.PersonActor && q.role.last == r.first && !q.role.plural {
		return q.first, false // two titles side by side: "President and Prime Minister" lists
	}
	r.inner = q
	q.spans = append(q.spans, span(c.s, q.role.first, q.role.last))
	r.definite = q.role.definite
	r.owner, r.ownerName = q.role.owner, q.role.ownerName
	return q.first, true
}

// stepWord takes in an article, a possessor or a plain modifier.
func (c *chart) stepWord(p *phrase, i int) (int, bool) {
	r, w := p.role, c.word(i)
	switch x := c.xpos(i); {
	case x == "DT" || x == "PDT":
		r.definite = w == "the" || w == "this" || w == "that" || w == "these" || w == "those"
		r.indefinite = !r.definite && w != "both"
		if w == "both" {
			r.number = "two"
		}
		return i, true
	case x == "PRP$" || x == "WP$":
		r.owner, r.definite = i, true
		return i, true
	case x == "POS":
		return c.stepPossessor(p, i)
	case w == "facto" || w == "de" && c.word(i+1) == "facto":
		return i, true
	case x == "CD":
		r.number = w
		return i, true
	case x == "CC" || c.form(i) == ",":
		return i, c.joinsModifiers(p, i)
	case isHyphen(c.form(i)):
		return i, i > 0 && (c.nominal(i-1) || statuses[c.word(i-1)] != "" || ranks[c.word(i-1)] != "")
	case strings.HasPrefix(x, "JJ"):
		return i, true
	case x == "VBN" || x == "VBG":
		return i, c.xpos(i-1) == "DT" || c.xpos(i-1) == "PRP$" || c.xpos(i-1) == "RB" && c.xpos(i-2) == "DT"
	case strings.HasPrefix(x, "NN"):
		ok := c.persons[i] == nil && !has(timeWords, w)
		r.stranger = r.stranger || ok && strings.HasPrefix(x, "NNP") && capital(c.form(i)) && !r.office.has("portfolio") && sectorWords[w] == ""
		return i, ok
	}
	return i, false
}

var timeWords = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tomorrow",
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "week", "month", "year"}

// stepPossessor takes in "Russia's", "Putin's", "the ministry's".
func (c *chart) stepPossessor(p *phrase, i int) (int, bool) {
	r := p.role
	r.definite = true
	if i == 0 {
		return i, false
	}
	if q := c.lex[i-1]; q != nil && q.kind != nounPhrase {
		p.actors = append(p.actors, c.actorsOf(q)...)
		r.ownerName = q
		r.owner = i - 1
		return q.first, true
	}
	if q := c.roles[i-1]; q != nil {
		r.inner = q
		return q.first, true
	}
	r.owner = i - 1
	first := i - 1
	for first > 0 && strings.HasPrefix(c.xpos(first-1), "NNP") && c.lex[first-1] == nil {
		first--
	}
	return first, true
}

// joinsModifiers reports whether the conjunction or comma at i joins two
// modifiers of the title: "US and Japanese officials", "military, trade and
// economic officials".
func (c *chart) joinsModifiers(p *phrase, i int) bool {
	if i == 0 {
		return false
	}
	right := i + 1
	if c.xpos(right) == "CC" { // "military, trade, and economic"
		right++
	}
	l, r := c.lex[i-1], c.lex[right]
	switch {
	case l != nil && r != nil && l.kind <= capitalPhrase && r.kind <= capitalPhrase && l.kind != peoplePhrase:
		return strings.HasPrefix(c.xpos(i-1), "JJ") || l.adjectival() && r.adjectival() || c.under(headOf(c.s, l.first, l.last), p.first, p.role.last) ||
			c.under(headOf(c.s, l.first, l.last), r.first, p.role.last)
	case l == nil && r == nil:
		return modifierWord(c, i-1) && modifierWord(c, right) || sectorWords[c.word(i-1)] != "" && sectorWords[c.word(right)] != ""
	}
	return false
}

// adjectival reports whether a state is named by its adjective, or by letters
// that serve as one: Japanese, US.
func (p *phrase) adjectival() bool {
	return len(p.senses) > 0 && (p.senses[0].form == adjective || p.senses[0].exact)
}

func modifierWord(c *chart, i int) bool {
	return strings.HasPrefix(c.xpos(i), "JJ") && !capital(c.form(i))
}

// actorsOf are the states behind a lexical phrase as owners of an office.
func (c *chart) actorsOf(q *phrase) []dateline.Actor {
	return q.actors
}
