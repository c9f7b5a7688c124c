package place

import (
	"math"
	"slices"

	"github.com/dateline/dateline"
)

// choice is the place that a name was decided to mean, and why.
type choice struct {
	entry int32
	rule  string
	score float64
	spans []dateline.Span // words that decided it
	// hinted tells that an area the place is named with decided.
	hinted bool
}

// choose is the likeliest place of a name. It decides nothing where two places
// far apart are about as likely, or where the only reading is a small town that
// nothing in the report leads to.
func (c *context) choose(f *candidate) (choice, bool) {
	entries := c.g.ofKind(c.g.spelt(f), f.kind)
	if len(entries) == 0 {
		return choice{}, false
	}
	if found, settled := c.named(f, entries); settled {
		return found, found.entry >= 0
	}
	if s, ok := c.senses[f.name]; ok && f.kind == "" {
		return choice{entry: s.entry, rule: "as spelled out before", score: 0.95, spans: []dateline.Span{s.span}}, s.entry >= 0
	}
	top, second, lead := c.best(f, entries)
	e := &c.g.entries[top]
	span, near := c.nearby(f, e.place.Country)
	switch {
	case c.obscure(f, e, c.g.only(entries) != "" || lead >= 0.5):
		return choice{}, false
	case len(entries) == 1:
		return choice{entry: top, rule: "only place of the name", score: 0.9}, true
	case c.g.apart(top, second) && lead < c.margin(top, second):
		return choice{}, false
	case near && !c.g.sameState(top, second):
		return choice{entry: top, rule: "country named in the sentence", score: 0.93, spans: []dateline.Span{span}}, true
	case c.countries[e.place.Country] >= 1:
		return choice{entry: top, rule: "country of the report", score: 0.92}, true
	}
	return choice{entry: top, rule: "best known of the name", score: 0.8}, true
}

// named decides by the areas that a place is named with. It settles on no place
// where the area that belongs to the name has none that the gazetteer knows.
func (c *context) named(f *candidate, entries []int32) (choice, bool) {
	for _, h := range f.hints {
		if h.list && c.contains(entries) {
			continue
		}
		if inside := c.g.within(entries, h.name); len(inside) > 0 {
			return choice{entry: c.inside(f, inside), rule: "named with " + h.name, score: 0.98, spans: []dateline.Span{h.span}, hinted: true}, true
		}
	}
	if len(f.hints) > 0 && f.hints[0].binding && !f.hints[0].list && !c.g.isState(entries) && !c.contains(entries) {
		return choice{entry: -1}, true
	}
	return choice{}, false
}

// inside is the likeliest of the readings that lie in the area a place is named
// with: one that the other areas hold too, else the one
// that is likeliest without them.
func (c *context) inside(f *candidate, entries []int32) int32 {
	for _, h := range f.hints {
		if narrow := c.g.within(entries, h.name); len(narrow) > 0 {
			entries = narrow
		}
	}
	top, _, _ := c.best(f, entries)
	return top
}

// contains reports whether one of the entries is an area itself, which "in" or a
// comma may join to another for other reasons.
func (c *context) contains(entries []int32) bool {
	for _, n := range entries {
		if p := c.g.entries[n].place.Precision; p != "city" && p != "site" {
			return true
		}
	}
	return false
}

// ofKind keeps the entries of a kind, all where there is none of it.
func (g *Gazetteer) ofKind(entries []int32, kind string) []int32 {
	if kind == "" {
		return entries
	}
	var out []int32
	for _, n := range entries {
		p := g.entries[n].place.Precision
		if p == kind || kind == "area" && (p == "region" || p == "country") {
			out = append(out, n)
		}
	}
	if len(out) == 0 || g.isState(entries) && g.isSmall(out) {
		return entries
	}
	return out
}

// isSmall reports whether all entries are small towns.
func (g *Gazetteer) isSmall(entries []int32) bool {
	return !slices.ContainsFunc(entries, func(n int32) bool { return !g.entries[n].small() })
}

// spelt keeps the readings of a candidate that its spelling allows: with an article
// or as an acronym it is no city.
func (g *Gazetteer) spelt(f *candidate) []int32 {
	if !f.article && !f.acronym || f.dateline {
		return f.entries
	}
	var out []int32
	for _, n := range f.entries {
		if g.entries[n].place.Precision != "city" || f.acronym && g.short[f.name] {
			out = append(out, n)
		}
	}
	return out
}

// best are the likeliest and the second reading, and how much likelier the first is.
func (c *context) best(f *candidate, entries []int32) (top, second int32, lead float64) {
	top, second = -1, -1
	high, next := math.Inf(-1), math.Inf(-1)
	for _, n := range entries {
		v := c.prior(entries, n) + c.weight(f, n)
		if v > high {
			second, next = top, high
			top, high = n, v
		} else if v > next {
			second, next = n, v
		}
	}
	return top, second, high - next
}

// margin is how much likelier than the second the first of two readings must be:
// more within a state, whose name decides nothing.
func (c *context) margin(a, b int32) float64 {
	if c.g.sameState(a, b) {
		return 0.7
	}
	return 0.4
}

// prior is how likely an entry is without context: a state before a capital
// before a larger city; a province that shares its name with a city in it gives
// way to the city.
func (c *context) prior(entries []int32, n int32) float64 {
	e := &c.g.entries[n]
	v := math.Log10(float64(e.population) + 1000)
	switch {
	case e.state:
		v += 4
	case e.capital:
		v += 3
	case e.former && len(entries) > 1:
		v += 1
	case e.listed && e.place.Precision == "city":
		v = 5.3
	case e.listed:
		v = 8
	case e.seat:
		v += 0.5
	}
	if e.place.Precision == "region" && !e.listed && c.cityIn(entries, e) {
		v -= 4
	}
	return v
}

// cityIn reports whether entries hold a city in the province e: the
// bare name of a province and its seat means the city.
func (c *context) cityIn(entries []int32, e *entry) bool {
	for _, n := range entries {
		o := &c.g.entries[n]
		if o.place.Precision == "city" && o.place.Country == e.place.Country && o.place.Within == e.place.Name && o.population >= 50_000 {
			return true
		}
	}
	return false
}

// weight is what the report adds to a reading: its country and province named, the
// more so in the same sentence.
func (c *context) weight(f *candidate, n int32) float64 {
	p := &c.g.entries[n].place
	v := math.Min(2, c.countries[p.Country]-c.learned[p.Country+" "+f.name])
	if _, ok := c.nearby(f, p.Country); ok {
		v += 1.5
	}
	within := p.Within
	if p.Precision == "region" && !c.g.entries[n].county {
		within = p.Name
	}
	if p.Precision == "region" && f.directed && !c.cityIn(f.entries, &c.g.entries[n]) {
		v += 2.5
	}
	return v + c.province(p.Country, within, f.name) + c.mates(f, p)
}

// mates weighs a reading by the row of names that the candidate stands in: most of
// them are of one kind and country.
func (c *context) mates(f *candidate, p *dateline.Place) float64 {
	row, same := 0, 0
	for _, m := range c.rows[f.row] {
		if m.name == f.name {
			continue
		}
		row++
		if m.country == p.Country && m.precision == p.Precision {
			same++
		}
	}
	if row < 2 || 3*same < 2*row {
		return 0
	}
	return 3
}

// province weighs a province by the other names of the report that lie in it.
func (c *context) province(country, name, own string) float64 {
	if name == "" {
		return 0
	}
	v := 0.0
	for _, other := range c.provinces[country+" "+fold(name)] {
		if other != own {
			v++
		}
	}
	return math.Min(2.5, 1.5*v)
}

// obscure reports whether e is a town too small to be meant without a hint: clear
// tells that no place of another state comes near it.
func (c *context) obscure(f *candidate, e *entry, clear bool) bool {
	switch {
	case e.state || e.capital || e.listed || f.dateline && clear:
		return false
	case e.small():
		return !f.tagged || c.province(e.place.Country, e.place.Within, f.name) == 0 && !(f.kind == "city" && clear)
	case e.county:
		_, near := c.nearby(f, e.place.Country)
		return !near && c.countries[e.place.Country] < 0.7
	case c.countries[e.place.Country] >= 0.7:
		return false
	case f.tagged && clear:
		return e.population < 10_000
	case clear && e.seat, f.tagged:
		return e.population < 40_000
	case clear:
		return e.population < 100_000
	}
	return e.population < 300_000
}
