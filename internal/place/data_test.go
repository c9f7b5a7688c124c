package place

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestGenerated fails when gen.go or a file that it wrote was changed by itself:
// the header of each holds the hashes of both.
func TestGenerated(t *testing.T) {
	self, err := os.ReadFile("gen.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"cities.tsv.gz", "towns.tsv.gz", "counties.tsv.gz", "provinces.tsv"} {
		b, err := os.ReadFile("data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		text := string(b)
		if strings.HasSuffix(name, ".gz") {
			if text, err = unpack(b); err != nil {
				t.Fatal(err)
			}
		}
		head, body := header([]byte(text))
		for what, sum := range map[string]string{
			"gen.go sha256 ": fmt.Sprintf("%x", sha256.Sum256(self)),
			"lines sha256 ":  fmt.Sprintf("%x", sha256.Sum256(body)),
		} {
			if !strings.Contains(head, what+sum) {
				t.Errorf("%s: stale: the header lacks %s%s; run go generate", name, what, sum)
			}
		}
	}
}

// header parts the comments at the top of a file from its lines.
func header(b []byte) (string, []byte) {
	at := 0
	for at < len(b) && b[at] == '#' {
		at += bytes.IndexByte(b[at:], '\n') + 1
	}
	return string(b[:at]), b[at:]
}

// TestPositions checks the positions entered by hand against the table of cities:
// a site, town or province lies where towns of its state are nearest, a water has
// no other place's name, a state lies among its towns.
func TestPositions(t *testing.T) {
	g := gazetteer(t)
	grid := cellsOf(g)
	for i := range g.entries {
		e := &g.entries[i]
		p := &e.place
		limit := 150.0
		switch {
		case remote[p.Name], !e.listed && !e.state, p.Country == "", p.Country == "ATA", p.Precision == "sea":
			continue
		case p.Precision == "region":
			limit = 450
		case e.state:
			limit = 1200
		}
		if km := grid.nearest(g, p.Lat, p.Lon, stateNow(p.Country)); km > limit {
			t.Errorf("%s, %s (%s): %.0f km from the nearest town of its state", p.Name, p.Country, p.Precision, km)
		}
	}
}

// remote are the places that lie far from any town of their state.
var remote = map[string]bool{"Novaya Zemlya": true, "Lop Nur": true, "Aleutian Islands": true, "Iwo Jima": true, "Thule Air Base": true,
	"Tessalit": true, "Empty Quarter": true}

// stateNow is the state that has the towns of one that is no more.
func stateNow(code string) []string {
	switch code {
	case "SUN":
		return []string{"RUS"}
	case "YUG", "SCG":
		return []string{"SRB"}
	case "CSK":
		return []string{"CZE"}
	case "DDR":
		return []string{"DEU"}
	case "YMD":
		return []string{"YEM"}
	case "VDR":
		return []string{"VNM"}
	case "IOT", "UMI", "SJM", "SGS", "BVT", "HMD", "ATF":
		return nil // without towns
	case "PSE":
		return []string{"PSE", "ISR"}
	}
	return []string{code}
}

// cells are the towns by whole degree.
type cells map[[2]int][]int32

func cellsOf(g *Gazetteer) cells {
	out := cells{}
	for i := range g.entries {
		if e := &g.entries[i]; e.place.Precision == "city" && !e.listed {
			key := [2]int{int(math.Floor(e.place.Lat)), int(math.Floor(e.place.Lon))}
			out[key] = append(out[key], int32(i))
		}
	}
	return out
}

// nearest is the distance in kilometres to the nearest town of one of the states
// within some 12 degrees, 0 for no state.
func (c cells) nearest(g *Gazetteer, lat, lon float64, states []string) float64 {
	best := math.Inf(1)
	if len(states) == 0 {
		return 0
	}
	for dy := -12; dy <= 12; dy++ {
		for dx := -12; dx <= 12; dx++ {
			for _, n := range c[[2]int{int(math.Floor(lat)) + dy, int(math.Floor(lon)) + dx}] {
				p := &g.entries[n].place
				if !slices.Contains(states, p.Country) {
					continue
				}
				y, x := (p.Lat-lat)*111, (p.Lon-lon)*111*math.Cos(lat*math.Pi/180)
				best = min(best, math.Hypot(x, y))
			}
		}
	}
	return best
}

// TestKnownPositions compares positions entered by hand with known ones.
func TestKnownPositions(t *testing.T) {
	g := gazetteer(t)
	for name, want := range map[string][2]float64{
		"Panmunjom": {37.956, 126.677}, "Camp David": {39.648, -77.465}, "Baikonur": {45.965, 63.305}, "Chernobyl": {51.389, 30.099},
		"Strait of Hormuz": {26.567, 56.25}, "Suez Canal": {30.7, 32.344}, "Golan Heights": {33.0, 35.75}, "Abkhazia": {43.0, 41.0},
		"South Ossetia": {42.35, 44.1}, "Nagorno-Karabakh": {39.9, 46.6}, "Transnistria": {46.85, 29.63}, "Diego Garcia": {-7.313, 72.411},
		"Guantanamo Bay": {19.9, -75.15}, "Ramstein": {49.437, 7.6}, "Incirlik": {37.002, 35.426}, "Bagram": {34.946, 69.265},
		"Bab al-Mandab": {12.583, 43.333}, "Kerch Strait": {45.3, 36.5}, "Taiwan Strait": {24.8, 119.9}, "Spratly Islands": {10.0, 114.0},
		"Paracel Islands": {16.5, 112.0}, "Falklands": {-51.8, -59.2}, "Svalbard": {78.5, 16.0}, "Robben Island": {-33.807, 18.366},
		"Heathrow": {51.47, -0.454}, "Zaatari": {32.295, 36.324}, "Dadaab": {0.05, 40.31}, "Yongbyon": {39.795, 125.755},
		"Srebrenica": {44.106, 19.297}, "Mururoa": {-21.833, -138.833}, "Mount Everest": {27.988, 86.925}, "Lop Nur": {40.5, 89.8},
		"Black Sea": {43.0, 34.0}, "Red Sea": {20.28, 38.5}, "Lake Victoria": {-1.0, 33.0}, "Darfur": {13.0, 25.0}, "Kashmir": {34.5, 76.0},
	} {
		at := slices.IndexFunc(g.byName[fold(name)], func(n int32) bool { return g.entries[n].listed })
		if at < 0 {
			t.Errorf("no %s", name)
			continue
		}
		p := g.entries[g.byName[fold(name)][at]].place
		limit := map[string]float64{"site": 15, "city": 15, "region": 180, "sea": 250}[p.Precision]
		y, x := (p.Lat-want[0])*111, (p.Lon-want[1])*111*math.Cos(p.Lat*math.Pi/180)
		if km := math.Hypot(x, y); km > limit {
			t.Errorf("%s: %.0f km from its place", name, km)
		}
	}
}

// TestSiteInherits asks that a site entered by hand names the city it lies in.
func TestSiteInherits(t *testing.T) {
	g := gazetteer(t)
	for name, city := range map[string]string{"Mansudae Assembly Hall": "Pyongyang", "Red Square": "Moscow", "Great Hall of the People": "Beijing",
		"Tahrir Square": "Cairo", "Blue House": "Seoul", "Palais des Nations": "Geneva", "Green Zone": "Baghdad", "Golden Temple": "Amritsar"} {
		n := g.byName[fold(name)]
		if len(n) == 0 || g.entries[n[0]].place.Within != city {
			t.Errorf("%s: not within %s: %+v", name, city, n)
			if len(n) > 0 {
				t.Logf("%+v", g.entries[n[0]].place)
			}
		}
	}
}
