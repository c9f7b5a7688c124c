package place

import (
	"math"

	"github.com/dateline/dateline"
)

// centres gathers the middle of the cities and towns of provinces and states, which
// stands for their coordinates.
type centres struct {
	order []string
	sums  map[string]*centre
	// the last ones: towns come by province
	state, province *centre
}

type centre struct {
	name, country string // name "" for a state
	x, y, z       float64
	population    int
}

func newCentres() *centres { return &centres{sums: map[string]*centre{}} }

// add counts a city or town for its state and its province.
func (c *centres) add(e entry) {
	x, y, z := globe(&e.place)
	if c.state == nil || c.state.country != e.place.Country {
		c.state = c.of(e.place.Country, "")
	}
	c.state.count(e.population, x, y, z)
	if e.place.Within == "" {
		return
	}
	if c.province == nil || c.province.country != e.place.Country || c.province.name != e.place.Within {
		c.province = c.of(e.place.Country, e.place.Within)
	}
	c.province.count(e.population, x, y, z)
}

// of is the centre of a state, or of a province of it.
func (c *centres) of(country, province string) *centre {
	key := country + "\t" + province
	s := c.sums[key]
	if s == nil {
		s = &centre{name: province, country: country}
		c.sums[key] = s
		c.order = append(c.order, key)
	}
	return s
}

// count adds one place, given on a globe of radius one.
func (s *centre) count(population int, x, y, z float64) {
	s.x, s.y, s.z = s.x+x, s.y+y, s.z+z
	s.population += population
}

// globe is where a place lies on a globe of radius one.
func globe(p *dateline.Place) (x, y, z float64) {
	lat, lon := p.Lat*math.Pi/180, p.Lon*math.Pi/180
	return math.Cos(lat) * math.Cos(lon), math.Cos(lat) * math.Sin(lon), math.Sin(lat)
}

func (s *centre) point() (lat, lon float64) {
	round := func(v float64) float64 { return math.Round(v*180/math.Pi*100) / 100 }
	return round(math.Atan2(s.z, math.Hypot(s.x, s.y))), round(math.Atan2(s.y, s.x))
}

// addTo gives the states their inhabitants, and a position to those that lack one,
// and enters the provinces.
func (c *centres) addTo(g *Gazetteer) {
	for _, key := range c.order {
		s := c.sums[key]
		lat, lon := s.point()
		if s.name == "" {
			if n := g.stateOf(s.country); n >= 0 {
				e := &g.entries[n]
				e.population = s.population
				if e.place.Lat == 0 && e.place.Lon == 0 {
					e.place.Lat, e.place.Lon = lat, lon
				}
			}
			continue
		}
		n := g.put(entry{population: s.population, place: dateline.Place{ID: "province:" + s.country + ":" + fold(s.name),
			Name: s.name, Country: s.country, Lat: lat, Lon: lon, Precision: "region"}})
		g.provinceNames(s.name, n)
	}
}

// cityNear names the largest city within some 20 km of a position, "" for none.
func (g *Gazetteer) cityNear(lat, lon float64) string {
	best, name := 50_000, ""
	wide := 0.18 / math.Max(0.1, math.Cos(lat*math.Pi/180))
	for i := range g.entries {
		e := &g.entries[i]
		if e.population > best && e.place.Precision == "city" && math.Abs(e.place.Lat-lat) < 0.18 && math.Abs(e.place.Lon-lon) < wide {
			best, name = e.population, e.place.Name
		}
	}
	return name
}
