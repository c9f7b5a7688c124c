package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// discourse is what one report has said so far.
type discourse struct {
	know   *knowledge
	report *dateline.Report
	day    dateline.Day
	charts []*chart

	home   string         // code of the state that the report comes from: its dateline place
	counts map[string]int // states by code, over the whole report
	side   map[string]dateline.Actor
	ties   map[[2]string]float64 // how strongly two sides belong together, over the whole report
	near   map[[2]string]float64 // the same up to here, older sentences counting less

	persons []*referent
	focus   []*referent // what was spoken of, the latest last
	speaker *referent   // who spoke last
	sayer   map[int]*referent
}

// referent is what several phrases of a report speak of.
type referent struct {
	actors   []dateline.Actor
	names    [][]string // folded words of the names it went by
	gender   byte
	person   bool
	plural   bool
	first    *phrase
	last     *phrase
	sentence int
	token    int
	subject  bool
	quoted   bool
	title    string
}

func newDiscourse(k *knowledge, r *dateline.Report) *discourse {
	return &discourse{know: k, report: r, day: r.Published, counts: map[string]int{}, side: map[string]dateline.Actor{},
		ties: map[[2]string]float64{}, near: map[[2]string]float64{}, sayer: map[int]*referent{}}
}

// read resolves the phrases of all sentences in order.
func (d *discourse) read() {
	d.home = d.placeOf(d.report.Place)
	d.surnames()
	d.settleOpen()
	d.count()
	for _, c := range d.charts {
		d.introduce(c)
	}
	for _, c := range d.charts {
		d.sentence(c)
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

// count weighs the states of the whole report and how they are paired.
func (d *discourse) count() {
	for _, c := range d.charts {
		for key, w := range c.pairing() {
			d.ties[key] += w
		}
		for _, p := range c.phrases {
			if p.drop || p.kind == outletPhrase {
				continue
			}
			for _, a := range p.actors {
				if a.Code != "" {
					d.counts[sideKey(a)]++
					d.know.enterSide(d.side, a)
				}
			}
		}
	}
}

// sideKey tells sides apart: states by code, other bodies by name.
func sideKey(a dateline.Actor) string {
	if len(a.Code) == 3 && !has(nonState, a.Code) || a.Name == "" {
		return a.Code
	}
	return a.Code + " " + a.Name
}

// nonState are the codes of actors that no state stands behind.
var nonState = []string{"IGO", "NGO", "MNC", "NGM", "IMG", "INT"}

func (k *knowledge) enterSide(side map[string]dateline.Actor, a dateline.Actor) {
	key := sideKey(a)
	if _, ok := side[key]; ok {
		return
	}
	if s := k.states[a.Code]; s != nil {
		side[key] = dateline.Actor{ID: s.id, Name: s.name, Kind: dateline.StateActor, Code: s.code}
		return
	}
	side[key] = a
}

// pairing weighs the pairs of sides of one sentence: named as one ("DPRK-Russia",
// "between Russia and the DPRK"), or the only two of the sentence.
func (c *chart) pairing() map[[2]string]float64 {
	w := map[[2]string]float64{}
	var keys []string
	subject := false
	for _, p := range c.phrases {
		if p.drop || p.kind == outletPhrase || len(p.actors) == 0 {
			continue
		}
		var own []string
		for _, a := range p.actors {
			if key := sideKey(a); a.Code != "" && !has(own, key) {
				own = append(own, key)
			}
		}
		if len(own) == 2 {
			w[pairKey(own[0], own[1])] += 2
		}
		subject = subject || strings.HasPrefix(c.s.Tokens[headOf(c.s, p.first, p.last)].Deprel, "nsubj")
		for _, key := range own {
			if !has(keys, key) {
				keys = append(keys, key)
			}
		}
		if q := c.joinedTo(p); q != nil && len(own) == 1 && len(q.actors) > 0 && sideKey(q.actors[0]) != own[0] {
			w[pairKey(own[0], sideKey(q.actors[0]))] += c.joinWeight(p)
		}
	}
	if len(keys) == 2 {
		w[pairKey(keys[0], keys[1])] += map[bool]float64{true: 1.5, false: 1}[subject]
	}
	return w
}

// joinWeight is higher for subjects and for "between A and B" than for two
// states that stand side by side elsewhere.
func (c *chart) joinWeight(p *phrase) float64 {
	h := headOf(c.s, p.first, p.last)
	if strings.HasPrefix(c.s.Tokens[h].Deprel, "nsubj") || c.caseOf(h) == "between" {
		return 2
	}
	return 0.5
}

// joinedTo is the phrase that "and" joins to p on its right.
func (c *chart) joinedTo(p *phrase) *phrase {
	i := p.last
	if c.word(i) != "and" {
		return nil
	}
	for _, q := range c.phrases {
		if !q.drop && q.first >= i+1 && q.first <= i+2 && (q.first == i+1 || c.word(i+1) == "the") && len(q.actors) > 0 {
			return q
		}
	}
	return nil
}

func pairKey(a, b string) [2]string {
	if b < a {
		a, b = b, a
	}
	return [2]string{a, b}
}

// sentence resolves the phrases of one sentence, in order, and remembers them.
func (d *discourse) sentence(c *chart) {
	for key := range d.near {
		d.near[key] *= 0.85
	}
	slices.SortStableFunc(c.phrases, func(a, b *phrase) int {
		if a.first != b.first {
			return a.first - b.first
		}
		return b.last - a.last
	})
	d.sideScopes(c)
	for _, p := range c.phrases {
		if !p.drop {
			d.resolve(c, p)
			d.note(c, p)
		}
	}
	d.noteJoined(c)
	for key, w := range c.pairing() {
		d.near[key] += w
	}
	d.noteSpeaker(c)
	for _, p := range c.phrases {
		if !p.drop && p.kind == pronounPhrase && p.rule == "speaker" {
			d.speakerSide(c, p)
		}
	}
}

func (d *discourse) resolve(c *chart, p *phrase) {
	switch p.kind {
	case rolePhrase:
		d.resolveRole(c, p)
	case personPhrase:
		d.resolvePerson(c, p)
	case pronounPhrase:
		d.resolvePronoun(c, p)
	case nounPhrase:
		d.resolveNoun(c, p)
	}
}

// note puts what a phrase speaks of into focus.
func (d *discourse) note(c *chart, p *phrase) {
	if p.drop || len(p.actors) == 0 || p.kind == outletPhrase && false {
		return
	}
	h := headOf(c.s, p.first, p.last)
	ref := d.referentOf(p)
	ref.last, ref.sentence, ref.token, ref.quoted = p, c.si, h, p.quoted
	ref.subject = d.isSubject(c, h)
	if i := slices.Index(d.focus, ref); i >= 0 {
		d.focus = slices.Delete(d.focus, i, i+1)
	}
	d.focus = append(d.focus, ref)
}

// isSubject reports whether a token is the subject of a clause, by itself or
// joined to one.
func (d *discourse) isSubject(c *chart, h int) bool {
	t := &c.s.Tokens[h]
	for steps := 0; t.Deprel == "conj" && t.Head >= 0 && steps < 8; steps++ {
		t = &c.s.Tokens[t.Head]
	}
	return strings.HasPrefix(t.Deprel, "nsubj")
}

// referentOf is what the phrase speaks of: something known, or new.
func (d *discourse) referentOf(p *phrase) *referent {
	if p.antecedent != nil {
		for _, f := range slices.Backward(d.focus) {
			if f.first == p.antecedent || f.last == p.antecedent {
				return f
			}
		}
	}
	if p.kind == personPhrase {
		if ref := d.personNamed(p); ref != nil {
			return ref
		}
	}
	for _, f := range slices.Backward(d.focus) {
		if !f.person && sameActors(f.actors, p.actors) {
			return f
		}
	}
	ref := &referent{actors: p.actors, first: p, last: p}
	ref.person = p.role != nil && p.role.office.kind == dateline.PersonActor && !p.role.plural
	ref.plural = len(p.actors) > 1 || p.role != nil && p.role.plural || p.kind == peoplePhrase
	if p.role != nil {
		ref.title = p.role.title()
		ref.gender = genderOf(p.role)
	}
	return ref
}

func sameActors(a, b []dateline.Actor) bool {
	return slices.EqualFunc(a, b, func(x, y dateline.Actor) bool {
		return x.Code == y.Code && x.Name == y.Name && x.Kind == y.Kind && x.Office == y.Office
	})
}

func genderOf(r *role) byte {
	switch {
	case r.office.has("male"):
		return 'm'
	case r.office.has("female"):
		return 'f'
	}
	return 0
}

// noteJoined puts "Russia and the DPRK" as a subject into focus as one plural.
func (d *discourse) noteJoined(c *chart) {
	for _, p := range c.phrases {
		if p.drop || len(p.actors) == 0 || p.kind == pronounPhrase && p.rule == "speaker" {
			continue
		}
		q := c.joinedTo(p)
		if q == nil || c.containsBoth(p, q) {
			continue
		}
		h := headOf(c.s, p.first, p.last)
		ref := &referent{actors: slices.Concat(p.actors, q.actors), plural: true, first: p, last: p, sentence: c.si, token: h, subject: d.isSubject(c, h)}
		d.focus = append(d.focus, ref)
	}
}

// containsBoth reports whether a wider phrase holds both parts, which then
// only modify its head.
func (c *chart) containsBoth(p, q *phrase) bool {
	return slices.ContainsFunc(c.phrases, func(o *phrase) bool {
		return o != p && o != q && !o.drop && o.first <= p.first && q.last <= o.last
	})
}
