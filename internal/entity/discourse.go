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

	home   string         // code of the state that the report comes from: that of its dateline
	counts map[string]int // states by code, over the whole report
	side   map[string]dateline.Actor
	ties   map[[2]string]float64 // how strongly two sides belong together, over the whole report
	near   map[[2]string]float64 // the same up to here, older sentences counting less

	memory  *Memory
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
	recalled string  // rule by which another report tells who it is
	stranger string  // of no actor: the noun's lemma
	weight   float64 // added to its likelihood
}

func newDiscourse(k *knowledge, r *dateline.Report) *discourse {
	return &discourse{know: k, report: r, day: r.Published, counts: map[string]int{}, side: map[string]dateline.Actor{},
		ties: map[[2]string]float64{}, near: map[[2]string]float64{}, sayer: map[int]*referent{}}
}

// read resolves the phrases of all sentences in order.
func (d *discourse) read() {
	d.home = d.homeState()
	d.acronyms()
	d.surnames()
	d.settleOpen()
	d.count()
	d.bodies()
	d.settleShort()
	for _, c := range d.charts {
		d.introduce(c)
	}
	for _, c := range d.charts {
		d.sentence(c)
	}
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
	strangers := d.strangersIn(c)
	for _, p := range c.phrases {
		for len(strangers) > 0 && strangers[0].token < p.first {
			d.meet(strangers[0])
			strangers = strangers[1:]
		}
		if !p.drop && !c.ownedBySpeaker(p) {
			d.resolve(c, p)
			d.note(c, p)
		}
	}
	for _, r := range strangers {
		d.meet(r)
	}
	d.noteJoined(c)
	for key, w := range c.pairing() {
		d.near[key] += w
	}
	d.noteSpeaker(c)
	for _, p := range c.phrases {
		switch {
		case p.drop:
		case p.kind == pronounPhrase && p.rule == "speaker":
			d.speakerSide(c, p)
		case c.ownedBySpeaker(p):
			d.speakersOffice(c, p)
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
	for steps := 0; (t.Deprel == "conj" || t.Deprel == "appos" || strings.HasPrefix(t.Deprel, "flat")) && t.Head >= 0 && steps < 8; steps++ {
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
