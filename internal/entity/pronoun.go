package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// pronounsIn enters the pronouns that may refer to actors.
func (c *chart) pronounsIn() {
	for i := range c.low {
		x := c.xpos(i)
		if !strings.HasPrefix(x, "PRP") && x != "WP" && x != "WDT" && x != "WP$" {
			continue
		}
		p := &phrase{kind: pronounPhrase, first: i, last: i + 1, rule: "pronoun"}
		switch c.low[i] {
		case "he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "theirs", "themselves", "it", "its", "itself":
		case "i", "me", "my", "myself", "we", "us", "our", "ours", "ourselves":
			p.rule = "speaker"
		case "who", "whom", "which", "that", "whose":
			p.rule = "relative"
		default:
			continue
		}
		c.add(p)
	}
}

// resolvePronoun finds what a pronoun refers to.
func (d *discourse) resolvePronoun(c *chart, p *phrase) {
	switch p.rule {
	case "speaker":
		return // after the sentence's speaker is known
	case "relative":
		d.relative(c, p)
		return
	}
	ref := d.pronoun(c, p.first, c.word(p.first), p.quoted)
	if ref == nil || len(ref.actors) == 0 {
		p.drop = true
		return
	}
	p.actors = slices.Clone(ref.actors)
	p.antecedent = ref.last
	p.score = 0.7
	if codes := codesOf(p.actors); len(codes) == 0 {
		p.score = 0.4
	}
}

// relative binds "who", "which" to the phrase right before it.
func (d *discourse) relative(c *chart, p *phrase) {
	h := c.s.Tokens[p.first].Head
	for steps := 0; h >= 0 && steps < 4 && c.s.Tokens[h].Deprel != "acl:relcl"; steps++ {
		h = c.s.Tokens[h].Head
	}
	p.drop = true
	if h < 0 || c.s.Tokens[h].Deprel != "acl:relcl" {
		return
	}
	noun := c.s.Tokens[h].Head
	for _, q := range c.phrases {
		if q != p && !q.drop && q.first < p.first && noun >= 0 && headOf(c.s, q.first, q.last) == noun && len(q.actors) > 0 {
			p.drop = false
			p.actors, p.antecedent, p.score = slices.Clone(q.actors), q, 0.85
			return
		}
	}
}

// pronoun is what the pronoun at token i refers to, or nil.
func (d *discourse) pronoun(c *chart, i int, w string, quoted bool) *referent {
	switch w {
	case "it", "its", "itself":
		return d.body(c, i)
	case "they", "them", "their", "theirs", "themselves":
		return d.best(c, i, func(r *referent) bool { return r.plural })
	case "he", "him", "his", "himself", "she", "her", "hers", "herself":
	default:
		return nil // my, our, your: the speaker is not known yet
	}
	gender := byte('m')
	if strings.HasPrefix(w, "s") || strings.HasPrefix(w, "her") {
		gender = 'f'
	}
	ref := d.best(c, i, func(r *referent) bool {
		return r.person && !r.plural && (r.gender == 0 || r.gender == gender)
	})
	if ref != nil && ref.gender == 0 && ref.stranger == "" {
		ref.gender = gender
	}
	return ref
}

// best is the referent in focus that a pronoun at token i most likely means.
func (d *discourse) best(c *chart, i int, fits func(*referent) bool) *referent {
	var best *referent
	top := 0.0
	subject := d.isSubject(c, i)
	for n, r := range slices.Backward(d.focus) {
		far := c.si - r.sentence
		if far > 4 || !fits(r) || far == 0 && r.token >= i {
			continue
		}
		s := 10 - 3*float64(far) + r.weight
		if r.subject {
			s += 3
			if subject {
				s++
			}
		}
		if r == d.speaker && subject {
			s += 2
		}
		if far == 0 {
			s += d.within(c, r, i)
		}
		if r.quoted != c.quotedAt(i) {
			s -= 1.5
		}
		if r == d.speaker && c.quotedAt(i) && !r.quoted {
			s -= 3 // who is quoted says "I"
		}
		s += 0.01 * float64(n)
		if s > top {
			best, top = r, s
		}
	}
	return best
}

// within weighs a referent of the same sentence: an object beside the pronoun
// in one clause cannot be meant.
func (d *discourse) within(c *chart, r *referent, i int) float64 {
	t, u := &c.s.Tokens[i], &c.s.Tokens[r.token]
	if t.Head >= 0 && t.Head == u.Head && t.Deprel != "nmod:poss" && strings.HasPrefix(u.Deprel, "nsubj") {
		return -8
	}
	return 0
}

// body is the state or organisation that "it" means: the subject that stands
// nearest before, unless that is no actor.
func (d *discourse) body(c *chart, i int) *referent {
	if rel := c.s.Tokens[i].Deprel; strings.HasPrefix(rel, "expl") || rel == "obj" {
		return nil // what is done to "it" is rarely done to an actor
	}
	for si := c.si; si >= 0 && si >= c.si-1; si-- {
		b := d.charts[si]
		end := len(b.low)
		if si == c.si {
			end = i
		}
		if ref, found := d.lastSubject(b, end, c.si); found {
			return ref
		}
	}
	return nil
}

// lastSubject is what the last singular noun subject before token end speaks
// of; found is true where there was one, be it no actor.
func (d *discourse) lastSubject(c *chart, end, si int) (ref *referent, found bool) {
	for j := end - 1; j >= 0; j-- {
		t := &c.s.Tokens[j]
		if !strings.HasPrefix(t.Deprel, "nsubj") || strings.HasPrefix(t.XPOS, "W") || t.XPOS == "NNS" || t.XPOS == "EX" || t.XPOS == "DT" {
			continue
		}
		for _, q := range c.phrases {
			if q.drop || q.last > end || headOf(c.s, q.first, q.last) != j || len(q.actors) == 0 {
				continue
			}
			if k := q.actors[0].Kind; len(q.actors) == 1 && (k == dateline.StateActor || k == dateline.OrgActor || k == dateline.OutletActor && c.si == si) {
				return d.inFocus(q), true
			}
		}
		if d.personAtToken(c, j) {
			continue
		}
		return nil, true
	}
	return nil, false
}

func (d *discourse) inFocus(q *phrase) *referent {
	for _, r := range slices.Backward(d.focus) {
		if r.last == q && len(r.actors) == len(q.actors) || sameActors(r.actors, q.actors) {
			return r
		}
	}
	return &referent{actors: q.actors, first: q, last: q}
}

func (d *discourse) personAtToken(c *chart, j int) bool {
	if x := c.xpos(j); x == "PRP" {
		return c.word(j) != "it"
	}
	for _, q := range c.phrases {
		if !q.drop && q.first <= j && j < q.last && (q.kind == personPhrase || q.role != nil && q.role.office.kind == dateline.PersonActor) {
			return true
		}
	}
	return false
}
