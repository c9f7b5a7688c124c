package place

import (
	"math"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// context is what a report says about which parts of the world it speaks of.
type context struct {
	g         *Gazetteer
	countries map[string]float64  // weight by alpha-3
	provinces map[string][]string // the names found in it, by "alpha-3 name"
	learned   map[string]float64  // the part of countries that a name gave itself, by "alpha-3 name"
	near      map[int][]evidence
	rows      map[int][]mate
	senses    map[string]sense // what a name was spelled out to mean
}

// mate is one name of a row and what it was taken to mean.
type mate struct{ name, country, precision string }

// evidence is a word of a sentence that speaks of a country.
type evidence struct {
	country, name string // name "" for a people
	span          dateline.Span
}

// sense is what a name means in a report: entry -1 where the place that it was
// spelled out to be is none that the gazetteer has.
type sense struct {
	entry int32
	span  dateline.Span
}

// context weighs the countries and provinces that the report's unambiguous names
// lie in, and the country of the outlet.
func (g *Gazetteer) context(r *dateline.Report, found []candidate) context {
	c := context{g: g, countries: map[string]float64{}, provinces: map[string][]string{},
		learned: map[string]float64{}, near: map[int][]evidence{}, senses: map[string]sense{}}
	if r.Outlet.Country != "" {
		c.countries[r.Outlet.Country] += 0.5
	}
	place, _, _ := strings.Cut(r.Place, ",")
	if country := g.only(g.byName[fold(place)]); country != "" {
		c.countries[country]++
	}
	if r.Location != nil && r.Location.Within != "" {
		c.addProvince(r.Location.Country, r.Location.Within, "dateline")
	}
	for i := range found {
		f := &found[i]
		if country := g.only(f.entries); country != "" {
			c.countries[country]++
			c.addNear(f.sentence, country, f.name, f.span)
		}
		for _, h := range f.hints {
			c.addArea(f, &h)
		}
	}
	c.demonyms(r)
	return c
}

// addNear notes that a sentence names a country.
func (c *context) addNear(sentence int, country, name string, span dateline.Span) {
	if e := (evidence{country, name, span}); !slices.Contains(c.near[sentence], e) {
		c.near[sentence] = append(c.near[sentence], e)
	}
}

// nearby is what the sentence of a candidate says of a country besides its name.
func (c *context) nearby(f *candidate, country string) (dateline.Span, bool) {
	if country == "" {
		return dateline.Span{}, false
	}
	for _, e := range c.near[f.sentence] {
		if e.country == country && e.name != f.name {
			return e.span, true
		}
	}
	return dateline.Span{}, false
}

// addProvince notes that a name lies in a province.
func (c *context) addProvince(country, province, name string) {
	key := country + " " + fold(province)
	if !slices.Contains(c.provinces[key], name) {
		c.provinces[key] = append(c.provinces[key], name)
	}
}

// addArea notes a state or province that a place was named with, where the name is
// that of one only.
func (c *context) addArea(f *candidate, h *hint) {
	if code := c.g.country[h.name]; code != "" {
		c.addNear(f.sentence, code, h.name, h.span)
		return
	}
	if code := c.g.only(c.g.byName[h.name]); code != "" {
		c.countries[code]++
		c.addNear(f.sentence, code, h.name, h.span)
		c.addProvince(code, h.name, h.name)
	}
}

// learn adds what a round of choices found.
func (c *context) learn(found []candidate) {
	c.rows = map[int][]mate{}
	for i := range found {
		f := &found[i]
		if len(f.hints) > 0 && f.hints[0].binding && !f.hints[0].list {
			c.spelled(f)
		}
		if !f.ok {
			continue
		}
		p := &c.g.entries[f.choice.entry].place
		c.rows[f.row] = append(c.rows[f.row], mate{f.name, p.Country, p.Precision})
		if f.choice.score < 0.85 {
			continue
		}
		if c.g.only(f.entries) == "" && p.Country != "" {
			c.teach(f, p.Country)
		}
		if p.Precision != "country" && p.Within != "" {
			c.addProvince(p.Country, p.Within, f.name)
		} else if p.Precision == "region" {
			c.addProvince(p.Country, p.Name, f.name)
		}
	}
}

// teach counts the country of a name that others share, once a report.
func (c *context) teach(f *candidate, country string) {
	c.addNear(f.sentence, country, f.name, f.span)
	key := country + " " + f.name
	if c.learned[key] == 0 {
		c.learned[key] = 0.5
		c.countries[country] += 0.5
	}
}

// spelled keeps what a name was spelled out to mean.
func (c *context) spelled(f *candidate) {
	if _, ok := c.senses[f.name]; ok || c.g.isState(f.entries) {
		return
	}
	if f.ok {
		c.senses[f.name] = sense{f.choice.entry, f.span}
	} else {
		c.senses[f.name] = sense{-1, f.span}
	}
}

// isState reports whether one of the entries is a state.
func (g *Gazetteer) isState(entries []int32) bool {
	return slices.ContainsFunc(entries, func(n int32) bool { return g.entries[n].state })
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
			if country != "" {
				c.countries[country] += 0.7
				c.addNear(si, country, "", s.Tokens[i].Span)
			}
		}
	}
}

// only is the country that all entries lie in, "" if they differ. Small towns count
// only where all are small.
func (g *Gazetteer) only(entries []int32) string {
	country, large := "", false
	for _, n := range entries {
		large = large || !g.entries[n].small()
	}
	for _, n := range entries {
		e := &g.entries[n]
		if large && e.small() {
			continue
		}
		if country != "" && e.place.Country != country || e.place.Country == "" {
			return ""
		}
		country = e.place.Country
	}
	return country
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
