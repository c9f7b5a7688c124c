package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// bodyWord is a word that ends the names of bodies: Commission, Corp.
type bodyWord struct {
	sector       string
	state, thing bool // see data/bodies.tsv
}

// body is an organisation that no list names, read from the words of its name.
type body struct {
	word  *bodyWord
	owner *phrase // state or place phrase within or before the name
	wide  bool    // its name says that it belongs to no single state
}

// addBody enters a line of data/bodies.tsv.
func (k *knowledge) addBody(r row) {
	k.bodies[r.field(0)] = &bodyWord{sector: r.field(1), state: strings.Contains(r.field(2), "state"), thing: strings.Contains(r.field(2), "thing")}
}

// bodiesIn enters the bodies that no list names: a run of capitalised words that
// ends in a word such as Commission or Corp. The states within the name are its
// owners and no actors of their own; where the name is that of a place or an
// event there is no actor at all.
func (c *chart) bodiesIn() {
	if c.s.Heading || c.titleCase() {
		return
	}
	for i := len(c.low) - 1; i >= 0; i-- {
		w := c.know.bodies[c.low[i]]
		if w == nil || !capital(c.form(i)) || c.lex[i] != nil {
			continue
		}
		first, last := c.runLeft(i), c.runRight(i)
		if last-first < 2 || !w.thing && c.isOffice(first, last) {
			continue
		}
		c.bodyIn(first, i, last, w)
		i = first
	}
}

// titleCase reports whether nearly all words of the sentence have capitals, so
// that capitals tell no names.
func (c *chart) titleCase() bool {
	words, capitals := 0, 0
	for i := range c.low {
		if len(c.low[i]) > 3 {
			words++
			if capital(c.form(i)) {
				capitals++
			}
		}
	}
	return words > 3 && capitals*10 >= words*8
}

// runLeft is the first token of the capitalised run that ends at i.
func (c *chart) runLeft(i int) int {
	first := i
	for first > 0 {
		j := first - 1
		switch {
		case c.namesBody(j):
			first = j
		case c.form(j) == "&" && j > 0 && c.namesBody(j-1), c.low[j] == "and" && j > 0 && c.namesBody(j-1) && c.lex[j-1] == nil && c.oneName(j-1, i):
			first = j - 1
		case c.xpos(j) == "POS" && j > 0 && has(possessors, c.low[j-1]) && capital(c.form(j-1)):
			first = j - 1
		default:
			return first
		}
	}
	return first
}

// oneName reports whether the words joined by "and" between tokens i and h are
// one name: the recogniser has them as one, or the head is of a kind that takes
// fields ("Science and Technology Commission") and no person stands there.
func (c *chart) oneName(i, h int) bool {
	for _, n := range c.s.Names {
		if n.First <= i && i < n.Last {
			return n.Type != dateline.PersonName && h < n.Last
		}
	}
	s := c.know.bodies[c.low[h]].sector
	return s == "GOV" || s == "EDU" || s == "LEG"
}

// possessors stand with 's inside the names of bodies: Workers' Party.
var possessors = []string{"people", "peoples", "workers", "worker", "women", "children", "farmers", "teachers", "students", "lawyers", "journalists",
	"physicians", "peasants", "men", "soldiers", "veterans", "mothers", "minister", "president", "king", "queen", "attorney", "doctors", "citizens"}

// namesBody reports whether token j may be a word of a body's name.
func (c *chart) namesBody(j int) bool {
	if !capital(c.form(j)) || has(timeWords, c.low[j]) || c.low[j] == "the" {
		return false
	}
	if q := c.lex[j]; q != nil {
		return q.kind <= capitalPhrase && q.kind != peoplePhrase && !q.drop || q.kind == nounPhrase && q.drop
	}
	x := c.xpos(j)
	if !strings.HasPrefix(x, "NN") && !strings.HasPrefix(x, "JJ") && x != "VBG" && x != "VBN" {
		return false
	}
	o := c.know.offices.byPhrase[c.low[j]]
	return o == nil || o.kind != dateline.PersonActor || strings.HasPrefix(x, "JJ") || has(bodyAdjectives, c.low[j])
}

// bodyAdjectives are words for people that also open the names of bodies:
// National Council, General Staff College.
var bodyAdjectives = []string{"national", "general", "representative", "civilian", "deputy", "academic", "student", "teacher", "worker", "farmer", "refugee"}

// runRight is the token after the name whose head is at i: "of Labor
// Statistics", "for Human Rights".
func (c *chart) runRight(i int) int {
	last := i + 1
	for c.form(last) == "." && last < len(c.low)-1 && len(c.low[i]) <= 4 {
		last++ // "Corp ."
	}
	if w := c.word(last); w != "of" && w != "for" && w != "on" {
		return last
	}
	j := last + 1
	if c.word(j) == "the" {
		j++
	}
	for j < len(c.low) && c.namesBody(j) && c.know.bodies[c.low[j]] == nil {
		for j < len(c.low) && c.namesBody(j) {
			j++
		}
		last = j
		if c.word(j) == "and" && j+1 < len(c.low) && c.namesBody(j+1) && c.lex[j+1] == nil {
			j++
		}
	}
	return last
}

// isOffice reports whether the name less its states is an office or body of the
// lists: "the Chilean Supreme Court".
func (c *chart) isOffice(first, last int) bool {
	for first < last && c.lex[first] != nil {
		first = c.lex[first].last
	}
	if first >= last {
		return true
	}
	i := slices.IndexFunc(c.ws, func(w word) bool { return w.tok == first })
	if i < 0 {
		return true
	}
	n, o, _ := c.know.offices.at(c.ws[i:])
	if n == 0 {
		return false
	}
	end := c.ws[i+n-1].tok + 1
	return end >= last || o.has("portfolio") || c.lex[end] != nil && c.word(end-1) == "of" || c.word(end) == "of" && c.lexFrom(end+1) != nil
}

// bodyIn enters the body of tokens [first, last) with its head at h.
func (c *chart) bodyIn(first, h, last int, w *bodyWord) {
	b := &body{word: w, wide: has(wideWords, c.low[first]) || c.lex[first] != nil && c.lex[first].kind == nounPhrase || strings.HasPrefix(c.low[first], "inter")}
	b.owner = c.ownerWithin(first, h, last)
	if w.thing {
		if b.owner == nil && c.roleless(first, h) {
			return
		}
		c.swallow(first, last, &phrase{kind: nounPhrase, first: first, last: last, drop: true})
		return
	}
	if b.owner == nil {
		b.owner = c.ownerBefore(first)
	}
	a := dateline.Actor{Name: c.textOf(first, last), Kind: dateline.OrgActor, Sector: w.sector}
	p := &phrase{kind: orgPhrase, first: first, last: last, rule: "body by its name", score: 0.75, body: b, actors: []dateline.Actor{a}}
	c.swallow(first, last, p)
	if b.owner != nil {
		p.spans = append(p.spans, span(c.s, b.owner.first, b.owner.last))
	}
	c.settleBody(p)
}

// wideWords open the names of bodies of several states.
var wideWords = []string{"international", "world", "global", "european", "african", "asian", "arab", "nordic", "baltic", "eurasian", "caribbean",
	"latin", "pan", "panafrican", "panarab", "commonwealth", "islamic", "asia", "africa", "europe", "central"}

// unionWords and guildWords tell what bodies of several states are.
var (
	unionWords = []string{"organization", "organisation", "agency", "court", "tribunal", "fund", "bank", "commission", "union", "parliament", "secretariat"}
	guildWords = []string{"association", "federation", "foundation", "alliance", "society", "league", "network", "committee"}
)

// settleBody gives a body the code of its owner, or that of bodies of several
// states.
func (c *chart) settleBody(p *phrase) {
	a := &p.actors[0]
	if o := p.body.owner; o != nil && len(o.codes()) == 1 {
		a.Code = o.codes()[0]
		return
	}
	if !p.body.wide || p.body.owner != nil || c.low[p.first] == "central" {
		return
	}
	switch head := c.low[headWord(c, p)]; {
	case has(unionWords, head):
		a.Code, a.Sector = "IGO", "IGO"
	case has(guildWords, head):
		a.Code, a.Sector = "NGO", "NGO"
	}
}

// headWord is the token of the body word that p was found by.
func headWord(c *chart, p *phrase) int {
	for i := p.last - 1; i > p.first; i-- {
		if c.know.bodies[c.low[i]] == p.body.word {
			return i
		}
	}
	return p.first
}

// swallow enters a phrase in place of those within it.
func (c *chart) swallow(first, last int, p *phrase) {
	for i := first; i < last; i++ {
		if q := c.lex[i]; q != nil {
			q.drop = true
		}
	}
	c.lexical(p)
}

// ownerWithin is the state or place in a body's name that owns it: any before
// the head, after it only one that "of" leads to.
func (c *chart) ownerWithin(first, h, last int) *phrase {
	for i := first; i < h; i++ {
		if q := c.lex[i]; q != nil && q.kind <= capitalPhrase {
			return q
		}
	}
	for i := h + 1; i < last; i++ {
		if q := c.lex[i]; q != nil && q.kind <= capitalPhrase && (c.word(i-1) == "of" || c.word(i-2) == "of") {
			return q
		}
	}
	for k := range c.grounds {
		g := &c.grounds[k]
		if g.first >= first && g.last <= last && (g.last <= h || c.word(g.first-1) == "of") {
			return &phrase{kind: statePhrase, first: g.first, last: g.last, actors: []dateline.Actor{g.owner}}
		}
	}
	return nil
}

// ownerBefore is the state that stands before a body's name as a possessor or
// with common words between: "Kenya's", "the Kenyan opposition".
func (c *chart) ownerBefore(first int) *phrase {
	i := first - 1
	if c.xpos(i) == "POS" {
		i--
	}
	for steps := 0; i >= 0 && steps < 4; steps++ {
		if q := c.lex[i]; q != nil {
			if q.kind <= capitalPhrase && q.kind != peoplePhrase && !q.drop {
				return q
			}
			return nil
		}
		if !c.nominal(i) || capital(c.form(i)) {
			return nil
		}
		i--
	}
	return nil
}

// roleless reports whether no title or person's name stands in tokens [first, h).
func (c *chart) roleless(first, h int) bool {
	for i := first; i < h; i++ {
		if c.know.offices.byPhrase[c.low[i]] != nil {
			return false
		}
	}
	return !slices.ContainsFunc(c.s.Names, func(n dateline.Name) bool { return n.Type == dateline.PersonName && n.First < h && n.Last > first })
}

// textOf is the text of tokens [first, last) with single spaces.
func (c *chart) textOf(first, last int) string {
	return c.written(&phrase{nameFrom: first, nameTo: last})
}

// bodies gives the bodies that their names leave without a state the one that
// the report tells, where they are of the sort that a state has one of.
func (d *discourse) bodies() {
	for _, c := range d.charts {
		for _, p := range c.phrases {
			if p.body == nil || p.drop || p.actors[0].Code != "" {
				continue
			}
			c.settleBody(p)
			if b := p.body; p.actors[0].Code == "" && b.word.state && !b.wide && b.owner == nil {
				p.role = &role{office: &office{sector: b.word.sector, kind: dateline.OrgActor, flags: []string{"unique"}}, owner: -1}
				if home, score := d.homeOf(p); d.know.states[home] != nil {
					p.actors[0].Code, p.rule, p.score = home, "body of the report's state", score
				}
				p.role = nil
			}
		}
		c.complete()
	}
}
