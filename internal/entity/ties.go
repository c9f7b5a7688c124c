package entity

import (
	"strings"

	"github.com/dateline/dateline"
)

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
	if rebellious(a) {
		return a.Code + " " + a.Name
	}
	if len(a.Code) == 3 && !has(nonState, a.Code) || a.Name == "" {
		return a.Code
	}
	return a.Code + " " + a.Name
}

// rebellious reports whether a body is a side of its own beside the state that
// it is counted to.
func rebellious(a dateline.Actor) bool {
	return a.Name != "" && (a.Kind == dateline.OrgActor || a.Kind == dateline.GroupActor) && (a.Sector == "REB" || a.Sector == "UAF")
}

// nonState are the codes of actors that no state stands behind.
var nonState = []string{"IGO", "NGO", "MNC", "NGM", "IMG", "INT"}

func (k *knowledge) enterSide(side map[string]dateline.Actor, a dateline.Actor) {
	key := sideKey(a)
	if _, ok := side[key]; ok {
		return
	}
	if s := k.states[a.Code]; s != nil && !rebellious(a) {
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
