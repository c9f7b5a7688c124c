// Package place finds the places that a report names and resolves them to a
// gazetteer that ships: states past and present, provinces, cities of about
// 15,000 inhabitants and more, disputed territories, islands, waters and sites.
// Which of several places of one name is meant is decided by the names beside
// it, the countries and places that the report speaks of, and size; the Why of
// each mention says which of these decided.
package place

import (
	"strings"
	"sync"

	"github.com/dateline/dateline"
)

// entry is one place of the gazetteer.
type entry struct {
	place      dateline.Place // its ID is the bare number for places of GeoNames
	population int            // 0 where unknown
	state      bool           // a state or a dependent territory with a code of its own
	former     bool           // a state that is no more, or an old name
	capital    bool           // of a state
	seat       bool           // of a state or a province
	listed     bool           // entered by hand: places that the news names
	county     bool           // a division of a province
}

// small reports whether e is a town that needs a word beside it to be meant.
func (e *entry) small() bool {
	return e.place.Precision == "city" && e.population < 15_000 && !e.seat && !e.capital && !e.listed
}

// Gazetteer holds places by name. It is read-only once loaded.
type Gazetteer struct {
	entries   []entry
	byName    map[string][]int32 // folded name → indexes into entries
	towns     map[string]int32   // folded name of a town → the first of its towns
	nextTown  []int32            // the next town of the name, by index from firstTown; -1 at the end
	firstTown int32
	country   map[string]string // folded name → alpha-3
	demonym   map[string]string // "Lebanese" → alpha-3
	short     map[string]bool   // folded names in capitals: "L.A."
	longest   int               // most words in a name
}

var loaded = sync.OnceValues(read)

// Load decodes the embedded gazetteer, once.
func Load() (*Gazetteer, error) { return loaded() }

// put enters a place without a name and returns its index.
func (g *Gazetteer) put(e entry) int32 {
	g.entries = append(g.entries, e)
	return int32(len(g.entries) - 1)
}

// name enters a name of place n.
func (g *Gazetteer) name(name string, n int32) {
	key := fold(name)
	if key == "" || len(key) == 1 {
		return
	}
	for _, k := range g.byName[key] {
		if k == n {
			return
		}
	}
	g.byName[key] = append(g.byName[key], n)
	g.longest = max(g.longest, strings.Count(key, " ")+1)
}

// put enters a town by its one name.
func (g *Gazetteer) putTown(e entry) {
	key := fold(e.place.Name)
	n := g.put(e)
	next := int32(-1)
	if first, ok := g.towns[key]; ok {
		next = first
	}
	g.towns[key] = n
	g.nextTown = append(g.nextTown, next)
	g.longest = max(g.longest, strings.Count(key, " ")+1)
}

// townsOf appends the towns of a folded name to a list of entries, in a new list.
func (g *Gazetteer) townsOf(entries []int32, key string) []int32 {
	n, ok := g.towns[key]
	if !ok {
		return entries
	}
	out := append([]int32(nil), entries...)
	for ; n >= 0; n = g.nextTown[n-g.firstTown] {
		out = append(out, n)
	}
	return out
}

// placeOf is an entry's place with its whole ID, its names as the news spells them.
func (g *Gazetteer) placeOf(n int32) dateline.Place {
	p := g.entries[n].place
	p.Name, p.Within = newsName(p.Name), newsName(p.Within)
	if p.ID[0] >= '0' && p.ID[0] <= '9' {
		p.ID = "geonames:" + p.ID
	}
	return p
}

// find is the largest place of a name, country and precision, -1 for none.
func (g *Gazetteer) find(name, country, precision string) int32 {
	best := int32(-1)
	for _, n := range g.byName[fold(name)] {
		e := &g.entries[n]
		if e.place.Country == country && e.place.Precision == precision && (best < 0 || e.population > g.entries[best].population) {
			best = n
		}
	}
	return best
}

// stateOf is the state with an alpha-3 code, -1 for none. States are entered first.
func (g *Gazetteer) stateOf(code string) int32 {
	for i := range g.entries {
		if !g.entries[i].state {
			break
		}
		if g.entries[i].place.Country == code {
			return int32(i)
		}
	}
	return -1
}
