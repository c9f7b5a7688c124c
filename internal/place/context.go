package place

import (
	"math"
	"strings"

	"github.com/dateline/dateline"
)

// context is what a report says about which parts of the world it speaks of.
type context struct {
	g         *Gazetteer
	countries map[string]float64 // weight by alpha-3
	provinces map[string]float64 // by "alpha-3 name"
	near      map[int]map[string]dateline.Span
}

// context weighs the countries and provinces that the report's unambiguous names
// lie in, and the country of the outlet.
func (g *Gazetteer) context(r *dateline.Report, found []candidate) context {
	c := context{g: g, countries: map[string]float64{}, provinces: map[string]float64{}, near: map[int]map[string]dateline.Span{}}
	if r.Outlet.Country != "" {
		c.countries[r.Outlet.Country] += 0.5
	}
	place, _, _ := strings.Cut(r.Place, ",")
	if country := g.only(g.byName[fold(place)]); country != "" {
		c.countries[country]++
	}
	for i := range found {
		f := &found[i]
		country := g.only(f.entries)
		if country == "" {
			continue
		}
		c.countries[country]++
		if c.near[f.sentence] == nil {
			c.near[f.sentence] = map[string]dateline.Span{}
		}
		c.near[f.sentence][country] = f.span
		if p := g.entries[f.entries[0]].place; len(f.entries) == 1 && p.Within != "" {
			c.provinces[country+" "+fold(p.Within)]++
		}
	}
	c.demonyms(r)
	return c
}

// demonyms counts the peoples that the report names: "Lebanese".
func (c *context) demonyms(r *dateline.Report) {
	for si := range r.Sentences {
		s := &r.Sentences[si]
		for i := range s.Tokens {
			form := s.Tokens[i].Form
			if !capital(form) || len(form) < 4 {
				continue
			}
			country := c.g.demonym[form]
			if country == "" {
				country = c.g.demonym[strings.TrimSuffix(form, "s")]
			}
			if country == "" {
				continue
			}
			c.countries[country] += 0.7
			if c.near[si] == nil {
				c.near[si] = map[string]dateline.Span{}
			}
			if _, ok := c.near[si][country]; !ok {
				c.near[si][country] = s.Tokens[i].Span
			}
		}
	}
}

// only is the country that all entries lie in, "" if they differ.
func (g *Gazetteer) only(entries []int32) string {
	country := ""
	for i, n := range entries {
		c := g.entries[n].place.Country
		if i > 0 && c != country {
			return ""
		}
		country = c
	}
	return country
}

// choice is the place that a name was decided to mean, and why.
type choice struct {
	entry int32
	rule  string
	score float64
	spans []dateline.Span // words that decided it
}

// choose is the likeliest place of a name. It decides nothing where two places
// far apart are about as likely, or where the only reading is a small town that
// nothing in the report leads to.
func (c *context) choose(f *candidate) (choice, bool) {
	if len(f.entries) == 0 {
		return choice{}, false
	}
	entries := f.entries
	if f.beside != "" {
		if inside := c.g.within(entries, f.beside); len(inside) > 0 {
			return choice{entry: c.largest(inside), rule: "named with " + f.beside, score: 0.98}, true
		}
	}
	top, second := int32(-1), int32(-1)
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
	e := &c.g.entries[top]
	span, near := c.near[f.sentence][e.place.Country]
	switch {
	case c.obscure(f, e, c.g.only(entries) != "" || high-next >= 0.5):
		return choice{}, false
	case len(entries) == 1:
		return choice{entry: top, rule: "only place of the name", score: 0.9}, true
	case c.g.apart(top, second) && high-next < c.margin(top, second):
		return choice{}, false
	case near && !c.g.sameState(top, second):
		return choice{entry: top, rule: "country named in the sentence", score: 0.93, spans: []dateline.Span{span}}, true
	case c.countries[e.place.Country] >= 1:
		return choice{entry: top, rule: "country of the report", score: 0.92}, true
	}
	return choice{entry: top, rule: "best known of the name", score: 0.8}, true
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

// cityIn reports whether entries hold a city in the country of the province e: the
// bare name of a province and its seat means the city.
func (c *context) cityIn(entries []int32, e *entry) bool {
	for _, n := range entries {
		o := &c.g.entries[n]
		if o.place.Precision == "city" && o.place.Country == e.place.Country && o.population >= 50_000 {
			return true
		}
	}
	return false
}

// weight is what the report adds to a reading: its country and province named, the
// more so in the same sentence.
func (c *context) weight(f *candidate, n int32) float64 {
	p := &c.g.entries[n].place
	v := math.Min(2, c.countries[p.Country])
	if _, ok := c.near[f.sentence][p.Country]; ok && p.Country != "" {
		v += 1.5
	}
	within := p.Within
	if p.Precision == "region" {
		within = p.Name
	}
	if within != "" {
		v += math.Min(2, 2*c.provinces[p.Country+" "+fold(within)])
	}
	return v
}

// obscure reports whether e is a town too small to be meant without a hint: clear
// tells that no place of another state comes near it.
func (c *context) obscure(f *candidate, e *entry, clear bool) bool {
	if e.state || e.capital || e.listed || c.countries[e.place.Country] >= 0.7 {
		return false
	}
	switch {
	case f.tagged && clear:
		return e.population < 10_000
	case clear && e.seat, f.tagged:
		return e.population < 40_000
	case clear:
		return e.population < 100_000
	}
	return e.population < 300_000
}

// largest is the entry with the most inhabitants.
func (c *context) largest(entries []int32) int32 {
	best := entries[0]
	for _, n := range entries[1:] {
		if c.g.entries[n].population > c.g.entries[best].population {
			best = n
		}
	}
	return best
}

// within keeps the entries that lie in the state or province named key.
func (g *Gazetteer) within(entries []int32, key string) []int32 {
	var out []int32
	for _, n := range entries {
		p := &g.entries[n].place
		if g.country[key] != "" && g.country[key] == p.Country || g.inProvince(p, key) {
			out = append(out, n)
		}
	}
	return out
}

// inProvince reports whether a place lies in a province that goes by the name key:
// the name itself, or the abbreviation that American datelines use.
func (g *Gazetteer) inProvince(p *dateline.Place, key string) bool {
	if full := stateAbbreviations[key]; full != "" && p.Country == "USA" {
		key = full
	}
	for _, n := range g.byName[key] {
		q := &g.entries[n].place
		if q.Precision == "region" && q.Country == p.Country && p.Within != "" && (q.Name == p.Within || fold(p.Within) == key) {
			return true
		}
	}
	return false
}

// apart reports whether two readings of a name lie in two states, or more than
// some 100 km from each other.
func (g *Gazetteer) apart(a, b int32) bool {
	if b < 0 {
		return false
	}
	p, q := &g.entries[a].place, &g.entries[b].place
	if p.Country != q.Country {
		return true
	}
	if p.Precision == "region" || q.Precision == "region" || p.Precision == "country" {
		return false
	}
	return math.Abs(p.Lat-q.Lat) > 1 || math.Abs(p.Lon-q.Lon) > 1.5
}

// sameState reports whether two readings lie in one state, so that naming the
// state decides nothing.
func (g *Gazetteer) sameState(a, b int32) bool {
	return b >= 0 && g.entries[a].place.Country == g.entries[b].place.Country
}
