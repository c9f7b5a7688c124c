package entity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// introduce enters the people whose country the words beside their name or the
// lists tell, so that a headline's "Ivanov" is the Ivanov of the text.
func (d *discourse) introduce(c *chart) {
	for _, p := range c.phrases {
		if p.drop || p.kind != personPhrase {
			continue
		}
		actors := p.actors
		if len(actors) == 0 && p.apposed != nil {
			actors = p.apposed.actors
		}
		if len(codesOf(actors)) == 1 || p.nameTo-p.nameFrom > 1 {
			d.personRef(c, p, actors)
		}
	}
}

// nameOf are the folded words of the phrase's name.
func (c *chart) nameOf(p *phrase) []string {
	var out []string
	from, _ := slices.BinarySearchFunc(c.ws, p.nameFrom, func(w word, tok int) int { return w.tok - tok })
	for _, w := range c.ws[from:] {
		if w.tok >= p.nameTo {
			break
		}
		if w.fold != "s" {
			out = append(out, w.fold)
		}
	}
	return out
}

// written is the name as the text writes it.
func (c *chart) written(p *phrase) string {
	var b strings.Builder
	for i := p.nameFrom; i < p.nameTo; i++ {
		t := &c.s.Tokens[i]
		if i > p.nameFrom && t.Span.Start > c.s.Tokens[i-1].Span.End {
			b.WriteByte(' ')
		}
		b.WriteString(t.Form)
	}
	return b.String()
}

// personNamed is the known referent with the phrase's name, or nil.
func (d *discourse) personNamed(p *phrase) *referent {
	name := d.charts[p.sentence].nameOf(p)
	if len(name) == 0 {
		return nil
	}
	return d.named(name, codesOf(p.actors))
}

// named is the person of the report that a name means. Two full names that
// share a surname are two people.
func (d *discourse) named(name, codes []string) *referent {
	var best *referent
	top := 0.0
	for _, ref := range slices.Backward(d.persons) {
		if len(codes) == 1 && len(ref.actors) > 0 && ref.actors[0].Code != "" && ref.actors[0].Code != codes[0] {
			continue
		}
		for _, n := range ref.names {
			if s := namesAgree(name, n); s > top {
				best, top = ref, s
			}
		}
	}
	return best
}

// namesAgree compares two names of one text, either of which may be short.
func namesAgree(a, b []string) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	return compatible(a, b)
}

// personRef finds or makes the referent of a named person and tells it what the
// phrase knows.
func (d *discourse) personRef(c *chart, p *phrase, actors []dateline.Actor) *referent {
	name := c.nameOf(p)
	codes := codesOf(actors)
	ref := d.named(name, codes)
	if ref == nil {
		ref = d.newPerson(c, p, name, codes)
	}
	if !slices.ContainsFunc(ref.names, func(n []string) bool { return slices.Equal(n, name) }) {
		ref.names = append(ref.names, name)
	}
	a := &ref.actors[0]
	if a.Code == "" && len(codes) == 1 {
		a.Code = codes[0]
	}
	if r := p.role; r != nil {
		if t := r.title(); t != "" && !r.office.has("title") {
			if a.Office == "" || r.status != "" || ref.title == "" {
				a.Office = t
			}
			ref.title = t
			a.Sector = r.sector()
			if len(actors) > 0 {
				a.Sector, a.Sectors = actors[0].Sector, actors[0].Sectors
			}
		} else if a.Sector == "" {
			a.Sector = r.office.sector
		}
		if g := genderOf(r); g != 0 {
			ref.gender = g
		}
	}
	if len([]rune(a.Name)) < len([]rune(c.written(p))) && a.ID == "" && !ref.listed() {
		a.Name = c.written(p)
	}
	return ref
}

func (ref *referent) listed() bool { return ref.first == nil }

// newPerson makes a referent, with what the lists know of the name.
func (d *discourse) newPerson(c *chart, p *phrase, name, codes []string) *referent {
	a := dateline.Actor{Name: c.written(p), Kind: dateline.PersonActor}
	if len(codes) == 1 {
		a.Code = codes[0]
	}
	ref := &referent{person: true, first: p, last: p, names: [][]string{name}, sentence: -99}
	title := ""
	if p.role != nil {
		title = p.role.title()
	}
	if h, _ := d.know.people.find(name, a.Code, title, d.day); h != nil {
		a.Name, a.ID, a.Code = h.name, h.id, h.code
		ref.gender = h.gender
		ref.names = append(ref.names, h.variants...)
		if t := h.in(d.day); t != nil {
			a.Sector = cmp.Or(h.sector, bodySector(h.code))
			if t.office != "Leader" {
				a.Office = t.office
			}
		} else if d.day != "" && len(h.terms) > 0 && h.terms[0].from < d.day {
			a.Sector = "ELI"
		} else if len(h.terms) == 0 {
			a.Sector = h.sector
		}
	}
	if ref.gender == 0 {
		ref.gender = d.know.genderOfName(name)
	}
	ref.actors = []dateline.Actor{a}
	if f := d.memory.recall(name, d.report); f != nil && a.Code == "" && a.ID == "" {
		ref.recall(f, d.day)
	}
	d.persons = append(d.persons, ref)
	return ref
}

// equal gives the named counterpart of an official the office of that official:
// "his Peruvian counterpart Ana Duro".
func (d *discourse) equal(c *chart, p *phrase, ref *referent) {
	if p.role == nil || !p.role.office.has("relative") || ref.actors[0].Office != "" {
		return
	}
	if owner, _ := d.ownersOf(c, p); len(owner) == 1 && owner[0].Office != "" && !has(nonState, owner[0].Code) {
		ref.actors[0].Office, ref.title = owner[0].Office, owner[0].Office
	}
}

// bodySector is the sector of those who lead what a code stands for.
func bodySector(code string) string {
	if has(nonState, code) {
		return code
	}
	return "GOV"
}

// resolvePerson gives a name the person it means in this report.
func (d *discourse) resolvePerson(c *chart, p *phrase) {
	if p.apposed != nil && p.apposed.kind == rolePhrase && len(p.apposed.actors) == 0 {
		d.resolveRole(c, p.apposed)
	}
	actors := p.actors
	if len(actors) == 0 && p.apposed != nil {
		actors = p.apposed.actors
	}
	if len(actors) == 0 && p.role != nil {
		if ref := d.personNamed(p); ref != nil && ref.actors[0].Code != "" {
			actors = holdersOf(p.role, ref.actors, d.know)
			p.rule, p.score = "title and known name", 0.85
		} else if h, _ := d.know.people.find(c.nameOf(p), "", p.role.title(), d.day); h == nil || h.in(d.day) == nil {
			d.resolveTitle(c, p)
			actors = p.actors
		}
	}
	if p.nameTo-p.nameFrom == 1 && p.role == nil && p.apposed == nil && d.personNamed(p) == nil && !d.trusted(c, p) {
		p.drop = true
		return
	}
	ref := d.personRef(c, p, actors)
	d.equal(c, p, ref)
	before := ref.sentence >= 0
	p.actors = slices.Clone(ref.actors)
	if len(actors) == 1 && actors[0].Code != "" {
		p.actors[0].Code = actors[0].Code
	}
	if ref.recalled != "" && p.role == nil && p.rule == "name" {
		p.rule, p.score = ref.recalled, 0.6
	}
	if before {
		p.antecedent = ref.last
		if p.role == nil && p.rule == "name" {
			p.rule, p.score = "name said before", 0.85
		}
	}
	if p.apposed != nil && p.apposed.kind == rolePhrase {
		q := p.apposed
		q.actors = slices.Clone(p.actors)
		q.rule = "apposition"
	}
	if p.actors[0].Code == "" {
		p.score = 0.3
	}
}

// trusted reports whether a lone word that nothing introduced is still a
// person: the recogniser says so.
func (d *discourse) trusted(c *chart, p *phrase) bool {
	for _, n := range c.s.Names {
		if n.Type == dateline.PersonName && n.First <= p.nameFrom && p.nameTo <= n.Last {
			return true
		}
	}
	return false
}
