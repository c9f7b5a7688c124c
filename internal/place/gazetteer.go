// Package place finds the places that a report names and resolves them to a
// gazetteer that ships: states and territories, provinces, cities of about
// 15,000 inhabitants and more, disputed territories, seas and sites. Which of
// several places of one name is meant is decided by the countries that the
// report speaks of, what stands beside the name, and size; the Why of each
// mention says which of these decided.
package place

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"github.com/dateline/dateline"
)

//go:embed data/cities.tsv.gz
var citiesGz []byte

//go:embed data/countries.tsv
var countriesTSV string

//go:embed data/aliases.tsv
var aliasesTSV string

// entry is one place of the gazetteer.
type entry struct {
	place      dateline.Place
	province   string
	population int
	capital    bool // of a state
}

// Gazetteer holds places by name. It is read-only once loaded.
type Gazetteer struct {
	byName  map[string][]entry
	country map[string]string // folded name → alpha-3
	longest int               // most words in a name
}

var loaded = sync.OnceValues(read)

// Load decodes the embedded gazetteer, once.
func Load() (*Gazetteer, error) { return loaded() }

func read() (*Gazetteer, error) {
	g := &Gazetteer{byName: map[string][]entry{}, country: map[string]string{}}
	alpha3 := map[string]string{}
	countryNames := [][2]string{}
	for _, f := range rows(countriesTSV) {
		alpha3[f[0]] = f[1]
		countryNames = append(countryNames, [2]string{f[1], f[2]})
		for _, n := range append([]string{f[2]}, split(field(f, 3), "|")...) {
			g.country[fold(n)] = f[1]
		}
	}
	z, err := gzip.NewReader(bytes.NewReader(citiesGz))
	if err != nil {
		return nil, fmt.Errorf("cities: %w", err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("cities: %w", err)
	}
	centres := newCentres()
	for _, f := range rows(string(text)) {
		e, err := city(f, alpha3)
		if err != nil {
			return nil, err
		}
		g.add(e.place.Name, e)
		centres.add(e)
	}
	centres.addTo(g, countryNames)
	if err := g.addAliases(alpha3); err != nil {
		return nil, err
	}
	return g, nil
}

// rows are the tab-separated lines of a data file without its comments.
func rows(text string) [][]string {
	var out [][]string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

func field(f []string, i int) string {
	if i < len(f) {
		return f[i]
	}
	return ""
}

func split(s, sep string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, sep)
}

// city reads a line of the city table.
func city(f []string, alpha3 map[string]string) (entry, error) {
	if len(f) < 8 {
		return entry{}, fmt.Errorf("cities: line %q has %d fields", f, len(f))
	}
	lat, err1 := strconv.ParseFloat(f[4], 64)
	lon, err2 := strconv.ParseFloat(f[5], 64)
	pop, err3 := strconv.Atoi(f[6])
	if err1 != nil || err2 != nil || err3 != nil {
		return entry{}, fmt.Errorf("cities: bad number in %q", f)
	}
	return entry{
		place: dateline.Place{ID: "geonames:" + f[0], Name: f[1], Country: alpha3[f[2]], Lat: lat, Lon: lon,
			Precision: "city", Within: f[3]},
		province: f[3], population: pop, capital: f[7] == "PPLC",
	}, nil
}

func (g *Gazetteer) add(name string, e entry) {
	key := fold(name)
	if key == "" {
		return
	}
	g.byName[key] = append(g.byName[key], e)
	g.longest = max(g.longest, strings.Count(key, " ")+1)
}

// centres gathers the population-weighted centre of provinces and states, which
// stands for their coordinates.
type centres struct {
	order []string
	sums  map[string]*centre
}

type centre struct {
	name, country   string
	x, y, z, weight float64
	population      int
}

func newCentres() *centres { return &centres{sums: map[string]*centre{}} }

func (c *centres) add(e entry) {
	c.weigh(e.place.Country, "", e)
	if e.province != "" {
		c.weigh(e.place.Country, e.province, e)
	}
}

func (c *centres) weigh(country, province string, e entry) {
	key := country + "\t" + province
	s := c.sums[key]
	if s == nil {
		s = &centre{name: province, country: country}
		c.sums[key] = s
		c.order = append(c.order, key)
	}
	w := float64(e.population + 1)
	lat, lon := e.place.Lat*math.Pi/180, e.place.Lon*math.Pi/180
	s.x += w * math.Cos(lat) * math.Cos(lon)
	s.y += w * math.Cos(lat) * math.Sin(lon)
	s.z += w * math.Sin(lat)
	s.weight += w
	s.population += e.population
}

func (s *centre) point() (lat, lon float64) {
	round := func(v float64) float64 { return math.Round(v*180/math.Pi*1e4) / 1e4 }
	return round(math.Atan2(s.z, math.Hypot(s.x, s.y))), round(math.Atan2(s.y, s.x))
}

func (c *centres) addTo(g *Gazetteer, countries [][2]string) {
	english := map[string]string{}
	for _, n := range countries {
		english[n[0]] = n[1]
	}
	for _, key := range c.order {
		s := c.sums[key]
		lat, lon := s.point()
		e := entry{population: s.population, place: dateline.Place{Country: s.country, Lat: lat, Lon: lon}}
		if s.name == "" {
			e.place.ID, e.place.Name, e.place.Precision = "iso:"+s.country, english[s.country], "country"
			g.add(e.place.Name, e)
			continue
		}
		e.place.ID, e.place.Name, e.place.Precision = "province:"+s.country+":"+fold(s.name), s.name, "region"
		g.add(s.name, e)
		for _, suffix := range []string{" Province", " Oblast", " Region", " Governorate", " Prefecture", " State"} {
			if short, ok := strings.CutSuffix(s.name, suffix); ok {
				g.add(short, e)
			}
		}
	}
	for _, n := range countries {
		if s := c.sums[n[0]+"\t"]; s != nil {
			g.alsoKnown(n[0], english[n[0]])
		}
	}
}

// alsoKnown enters a state under its other names.
func (g *Gazetteer) alsoKnown(code, name string) {
	main := g.find(fold(name), code, "country")
	for _, f := range rows(countriesTSV) {
		if f[1] != code || main == nil {
			continue
		}
		for _, n := range split(field(f, 3), "|") {
			g.add(n, *main)
		}
	}
}

func (g *Gazetteer) find(key, country, precision string) *entry {
	for i := range g.byName[key] {
		e := &g.byName[key][i]
		if e.place.Country == country && (precision == "" || e.place.Precision == precision) {
			return e
		}
	}
	return nil
}

func (g *Gazetteer) addAliases(alpha3 map[string]string) error {
	for _, f := range rows(aliasesTSV) {
		if len(f) != 3 {
			return fmt.Errorf("aliases: line %q has %d fields", f, len(f))
		}
		e, err := g.alias(f, alpha3)
		if err != nil {
			return err
		}
		g.add(f[0], e)
	}
	return nil
}

func (g *Gazetteer) alias(f []string, alpha3 map[string]string) (entry, error) {
	if name, country, ok := strings.Cut(f[2], "/"); ok {
		e := g.find(fold(name), alpha3[country], "city")
		if e == nil {
			return entry{}, fmt.Errorf("aliases: the gazetteer has no city %s", f[2])
		}
		return *e, nil
	}
	parts := strings.Split(f[2], ",")
	if len(parts) != 3 {
		return entry{}, fmt.Errorf("aliases: %q is no place", f[2])
	}
	lat, err1 := strconv.ParseFloat(parts[0], 64)
	lon, err2 := strconv.ParseFloat(parts[1], 64)
	if err1 != nil || err2 != nil {
		return entry{}, fmt.Errorf("aliases: bad coordinates %q", f[2])
	}
	precision := map[string]string{"site": "site", "sea": "sea", "city": "city"}[f[1]]
	if precision == "" {
		precision = "region"
	}
	return entry{population: 1_000_000, place: dateline.Place{ID: "place:" + fold(f[0]), Name: f[0],
		Country: parts[2], Lat: lat, Lon: lon, Precision: precision}}, nil
}

// fold is a name without case, diacritics and punctuation.
func fold(s string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFD.String(s) {
		switch {
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		case r == ' ' || r == '-' || r == '–' || r == '\u00a0' || r == '\n':
			space = b.Len() > 0
			continue
		case r == 'ı':
			r = 'i'
		case r == 'ł' || r == 'Ł':
			r = 'l'
		case r == 'ø' || r == 'Ø':
			r = 'o'
		case r == 'đ' || r == 'Đ':
			r = 'd'
		default:
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}
