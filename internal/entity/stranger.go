package entity

import (
	"strings"
)

// strangersIn are the nouns of the sentence for people who are no actors, and
// its other plurals, in order: what a pronoun may mean instead of an actor.
func (d *discourse) strangersIn(c *chart) []*referent {
	taken := make([]bool, len(c.low))
	for _, p := range c.phrases {
		if !p.drop && p.kind != pronounPhrase {
			h := headOf(c.s, p.first, p.last)
			taken[h] = true
			if t := &c.s.Tokens[h]; p.kind == personPhrase && t.Head >= 0 && besideName(t.Deprel) {
				taken[t.Head] = true // "his father Ivan Paz"
			}
		}
	}
	var out []*referent
	for i := range c.s.Tokens {
		t := &c.s.Tokens[i]
		if taken[i] || !strings.HasPrefix(t.XPOS, "NN") || t.Deprel == "compound" || strings.HasPrefix(t.Deprel, "flat") {
			continue
		}
		lemma := strings.ToLower(t.Lemma)
		kind, many := d.know.folk[lemma], strings.HasSuffix(t.XPOS, "S")
		if kind == 0 && (!many || has(measures, lemma)) {
			continue
		}
		r := &referent{sentence: c.si, token: i, subject: d.isSubject(c, i), quoted: c.quotedAt(i), stranger: lemma,
			plural: many || kind == '*', person: !many && kind != '*'}
		if kind == 'm' || kind == 'f' {
			r.gender = kind
		}
		if kind == 0 {
			r.weight = -2
		}
		out = append(out, r)
	}
	return out
}

func besideName(deprel string) bool {
	return deprel == "appos" || strings.HasPrefix(deprel, "flat") || deprel == "nmod:unmarked" || deprel == "compound"
}

// measures are plurals that they seldom means.
var measures = []string{"year", "month", "week", "day", "hour", "minute", "dollar", "percent", "mile", "kilometer", "kilometre", "time", "euro", "pound",
	"yen", "dlrs", "tonne", "ton", "barrel", "share", "cent", "point", "thing", "case", "area", "condition", "relation", "tie", "term", "talk", "affair"}

// meet puts a stranger into focus, in place of one of the same word.
func (d *discourse) meet(r *referent) {
	for i, f := range d.focus {
		if f.stranger == r.stranger && f.plural == r.plural {
			d.focus = append(d.focus[:i], d.focus[i+1:]...)
			break
		}
	}
	d.focus = append(d.focus, r)
}

// genderOfName is the gender that a full name tells: by its given name, a
// patronymic, or a surname with a feminine ending.
func (k *knowledge) genderOfName(name []string) byte {
	if len(name) < 2 {
		return 0
	}
	if g := k.genders[name[0]]; g != 0 {
		return g
	}
	for _, w := range name[1:] {
		switch {
		case w == "bint", strings.HasSuffix(w, "ovna"), strings.HasSuffix(w, "evna"), strings.HasSuffix(w, "dottir"):
			return 'f'
		case w == "bin", w == "ibn", strings.HasSuffix(w, "ovich"), strings.HasSuffix(w, "evich"):
			return 'm'
		}
	}
	last := name[len(name)-1]
	for _, end := range []string{"ova", "eva", "skaya", "skaia", "ovska"} {
		if len(last) > len(end)+2 && strings.HasSuffix(last, end) {
			return 'f'
		}
	}
	return 0
}
