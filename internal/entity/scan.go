package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/lexicon"
)

// outletsIn enters the outlets that the sentence names; they come first, so that
// "The Korea Times" does not name a state.
func (c *chart) outletsIn(o *lexicon.Outlets, text string) {
	if o == nil || len(c.s.Tokens) == 0 {
		return
	}
	base := c.s.Span.Start
	for _, h := range o.Find(c.s.Span.In(text)) {
		first, last := c.tokensOf(dateline.Span{Start: base + h.Span.Start, End: base + h.Span.End})
		if first >= last || c.taken(first, last) || c.insidePerson(first, last) || c.likeAdjective(first, last, h.Outlet.Name) {
			continue
		}
		a := dateline.Actor{ID: h.Outlet.ID, Name: h.Outlet.Name, Kind: dateline.OutletActor, Code: h.Outlet.Country, Sector: "JRN"}
		c.lexical(&phrase{kind: outletPhrase, first: first, last: last, actors: []dateline.Actor{a}, rule: "outlet", score: 0.95})
	}
}

// insidePerson reports whether the recogniser has the tokens as part of a
// person's longer name: "Sheikh Sabah Al-Sabah" does not name the daily al-Sabah.
func (c *chart) insidePerson(first, last int) bool {
	i, _ := slices.BinarySearchFunc(c.s.Names, last, func(n dateline.Name, last int) int { return n.Last - last })
	if i == len(c.s.Names) {
		return false
	}
	n := &c.s.Names[i] // names stand in order and do not overlap
	return n.Type == dateline.PersonName && n.First <= first && n.Last-n.First > last-first
}

// likeAdjective tells "Namibian athletes" from the daily The Namibian: one word
// without its article before a noun that is no word for a paper.
func (c *chart) likeAdjective(first, last int, outlet string) bool {
	return last == first+1 && strings.HasPrefix(outlet, "The ") && c.word(first-1) != "the" && c.word(first) != "the" &&
		strings.HasPrefix(c.xpos(last), "NN") && !has(papers, c.word(last))
}

// papers are words for an outlet or its people.
var papers = []string{"newspaper", "daily", "paper", "weekly", "magazine", "reporter", "correspondent", "editor", "journalist", "columnist", "website"}

// tokensOf are the tokens that lie in a span.
func (c *chart) tokensOf(sp dateline.Span) (int, int) {
	first, _ := slices.BinarySearchFunc(c.s.Tokens, sp.Start, func(t dateline.Token, start int) int { return t.Span.Start - start })
	last := first
	for last < len(c.s.Tokens) && c.s.Tokens[last].Span.End <= sp.End {
		last++
	}
	return first, last
}

func (c *chart) taken(first, last int) bool {
	for i := first; i < last; i++ {
		if c.lex[i] != nil || c.persons[i] != nil {
			return true
		}
	}
	return false
}

// lexical enters a phrase that stands in a list.
func (c *chart) lexical(p *phrase) *phrase {
	c.add(p)
	for i := p.first; i < p.last; i++ {
		c.lex[i] = p
	}
	return p
}

// namesIn enters the states, organisations and known people of the sentence.
func (c *chart) namesIn() {
	for i := 0; i < len(c.ws); {
		n, senses := c.know.names.at(c.ws[i:])
		if n == 0 {
			i++
			continue
		}
		first, last := c.ws[i].tok, c.ws[i+n-1].tok+1
		if c.lex[first] == nil || c.lex[first].kind == statePhrase && c.lex[first].first == first && c.lex[first].last == last {
			c.nameAt(first, last, senses)
		}
		i += n
	}
}

func (c *chart) nameAt(first, last int, senses []sense) {
	if senses[0].blocked() || c.partOfPerson(first, last, senses) || c.affixed(first, last) {
		c.lexical(&phrase{kind: nounPhrase, first: first, last: last, drop: true})
		return
	}
	kind := statePhrase
	switch f := senses[0].form; {
	case f == demonym:
		kind = peoplePhrase
	case f == capitalCity:
		kind = capitalPhrase
	case f == adjective:
	case senses[0].actor.Kind == dateline.OrgActor || senses[0].actor.Kind == dateline.GroupActor:
		kind = orgPhrase
	}
	if prev := c.lex[first]; prev != nil && prev.first == first && prev.last == last {
		c.join(prev, senses) // "DPRK-Russia" as one token
		return
	}
	p := c.lexical(&phrase{kind: kind, first: first, last: last, senses: senses, rule: senses[0].form.String(), score: 0.9})
	p.actors = c.choose(senses)
}

// partOfPerson tells names such as "Michael Jordan" from the state.
func (c *chart) partOfPerson(first, last int, senses []sense) bool {
	for _, n := range c.s.Names {
		if n.Type == dateline.PersonName && n.First <= first && last <= n.Last && n.Last-n.First > last-first &&
			senses[0].form != adjective && !strings.HasPrefix(c.xpos(last), "NNP") {
			return c.titleFree(n.First, first)
		}
	}
	return false
}

// affixed tells "pro-Russian rebels", "Iran-backed militia" from the state's
// own: the name is no owner of what follows.
func (c *chart) affixed(first, last int) bool {
	if head, _, found := strings.Cut(strings.ToLower(c.form(first)), "-"); found && has(prefixes, head) {
		return true
	}
	if c.word(first-1) == "ethnic" {
		return true // "ethnic Albanians" are no subjects of Albania
	}
	if first > 1 && isHyphen(c.form(first-1)) && has(prefixes, c.word(first-2)) {
		return true
	}
	if isHyphen(c.form(last)) && has(affixes, c.word(last+1)) {
		return true
	}
	_, tail, found := strings.Cut(strings.ToLower(c.form(last-1)), "-")
	return found && has(affixes, tail)
}

// prefixes part a state from what is only measured by it: "pro-Russian rebels",
// "the pre-Oslo days", "inter-Korean trade".
var prefixes = []string{"pro", "anti", "non", "pre", "post", "inter", "trans", "ex", "neo", "mid"}

// affixes are participles that part a state from what it only stands behind.
var affixes = []string{"backed", "based", "controlled", "occupied", "held", "funded", "born", "made", "sponsored", "supported", "friendly",
	"installed", "annexed", "administered", "trained", "speaking", "style", "bound", "aligned", "linked"}

// titleFree reports whether the tokens hold no name from the lists.
func (c *chart) titleFree(first, last int) bool {
	for i := first; i < last; i++ {
		if c.lex[i] != nil {
			return false
		}
	}
	return first < last
}

func (c *chart) join(p *phrase, senses []sense) {
	p.actors = append(p.actors, c.choose(senses)...)
	p.senses, p.rule = nil, "hyphenated names"
}

// choose picks the sense in force on the report's day; several codes in force
// stay open for the report to settle.
func (c *chart) choose(senses []sense) []dateline.Actor {
	var found []sense
	for _, x := range senses {
		if x.holds(c.day) {
			found = append(found, x)
		}
	}
	if len(found) == 0 {
		found = senses[:1]
	}
	if len(found) > 1 && found[0].actor.Code != found[1].actor.Code {
		return nil
	}
	return []dateline.Actor{found[0].actor}
}

// pairs joins hyphenated names into one phrase with several actors:
// "DPRK-Russia", "US-Japan-ROK".
func (c *chart) pairs() {
	for i := 0; i+2 < len(c.s.Tokens); i++ {
		p := c.lex[i]
		if p == nil || p.last != i+1 || p.kind > capitalPhrase || !isHyphen(c.form(i+1)) || c.spaced(i+1) {
			continue
		}
		q := c.lex[i+2]
		if q == nil || q.first != i+2 || q.kind > capitalPhrase || len(p.actors) == 0 || len(q.actors) == 0 {
			continue
		}
		q.first, q.kind = p.first, statePhrase
		q.actors = slices.Concat(p.actors, q.actors)
		q.senses, q.rule = nil, "hyphenated names"
		p.drop = true
		for j := q.first; j < q.last; j++ {
			c.lex[j] = q
		}
	}
}

// spaced reports whether token i stands apart from the one before it, as the dash
// of "RIYADH — Saudi Arabia" does.
func (c *chart) spaced(i int) bool { return c.s.Tokens[i].Span.Start > c.s.Tokens[i-1].Span.End }

func isHyphen(form string) bool { return form == "-" || form == "–" || form == "—" || form == "/" }

// settleCapitals keeps a capital where it stands for its government: as the
// subject of a clause, as a possessor, before a body ("the Pyongyang regime"),
// or as party to a relation ("between Moscow and Pyongyang").
func (c *chart) settleCapitals() {
	for _, p := range c.phrases {
		if p.kind == capitalPhrase && !p.drop && !c.actsAsGovernment(p) {
			p.drop = true
		}
	}
}

func (c *chart) actsAsGovernment(p *phrase) bool {
	if c.s.Heading && p.first == 0 {
		return true
	}
	if c.form(p.last) == "," && c.xpos(p.last+1) == "NNP" && c.lex[p.last+1] != nil {
		return false // "Moscow, Russia"
	}
	h := headOf(c.s, p.first, p.last)
	t := c.s.Tokens[h]
	for t.Deprel == "conj" && t.Head >= 0 {
		h = t.Head
		t = c.s.Tokens[h]
	}
	switch rel, _, _ := strings.Cut(t.Deprel, ":"); {
	case rel == "nsubj":
		return true
	case t.Deprel == "nmod:poss":
		return t.Head >= 0 && !has(placeNouns, c.word(t.Head))
	case rel == "obj" || rel == "iobj":
		return t.Head >= 0 && has(dealings, c.s.Tokens[t.Head].Lemma)
	case rel == "nmod" || rel == "obl":
		prep := c.caseOf(h)
		if (prep == "on" || prep == "to") && t.Head >= 0 && has(dealings, c.s.Tokens[t.Head].Lemma+"+"+prep) {
			return true
		}
		return prep == "between" || prep == "with" || prep == "against" || prep == "by" && t.Deprel == "obl:agent"
	}
	return false
}

// dealings are the verbs whose object is a party, and the words whose complement
// is one: "accused Moscow", "sanctions on Tehran", "guarantees to Kiev".
var dealings = []string{"accuse", "blame", "urge", "warn", "tell", "ask", "press", "criticize", "criticise", "condemn", "denounce",
	"threaten", "notify", "inform", "assure", "persuade", "convince", "thank", "praise", "invite", "pressure", "sanction", "isolate",
	"punish", "force", "oblige", "appease", "anger", "irritate", "provoke", "support", "back", "recognize", "recognise", "charge", "consult",
	"call+on", "press+on", "pressure+on", "sanction+on", "impose+on", "restriction+on", "embargo+on", "put+on",
	"offer+to", "promise+to", "pledge+to", "propose+to", "provide+to", "grant+to", "sell+to", "guarantee+to", "assurance+to", "ultimatum+to",
	"protest+to", "concession+to", "warning+to", "appeal+to", "appeal+on", "assistance+to", "aid+to", "note+to", "proposal+to"}

// placeNouns are what a city has as a place: "Moscow's streets".
var placeNouns = []string{"airport", "street", "streets", "suburb", "suburbs", "outskirts", "centre", "center", "mayor",
	"population", "residents", "metro", "subway", "university", "hotel", "square", "district", "airports", "hospital", "hospitals"}

// caseOf is the preposition of a token.
func (c *chart) caseOf(h int) string {
	for i := h - 1; i >= 0 && i >= h-8; i-- {
		if c.s.Tokens[i].Head == h && c.s.Tokens[i].Deprel == "case" {
			return c.low[i]
		}
	}
	return ""
}
