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
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/dateline/dateline"
)

// entry is one place of the gazetteer.
type entry struct {
	place      dateline.Place
	population int  // 0 where unknown
	state      bool // a state or a dependent territory with a code of its own
	capital    bool // of a state
	seat       bool // of a state or a province
	listed     bool // entered by hand: places that the news names
}

// Gazetteer holds places by name. It is read-only once loaded.
type Gazetteer struct {
	entries []entry
	byName  map[string][]int32 // folded name → indexes into entries
	country map[string]string  // folded name → alpha-3
	demonym map[string]string  // "Lebanese" → alpha-3
	longest int                // most words in a name
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

// fold is a name without case, diacritics and punctuation, its words parted by
// single spaces.
func fold(s string) string {
	return string(appendFold(make([]byte, 0, len(s)), s))
}

// appendFold appends the folded form of s to b.
func appendFold(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			s = norm.NFD.String(s)
			break
		}
	}
	from, space := len(b), false
	for _, r := range s {
		r = plain(r)
		if r == ' ' {
			space = len(b) > from
			continue
		}
		if r == 0 {
			continue
		}
		if space {
			b, space = append(b, ' '), false
		}
		b = append(b, byte(r))
	}
	return b
}

// plain is the small ASCII letter or digit for r, ' ' for what parts words, 0 for
// what is left out.
func plain(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return r
	}
	switch r {
	case ' ', '-', '–', '\u00a0', '\n', '\r', '\t', '/':
		return ' '
	case 'ı':
		return 'i'
	case 'ł', 'Ł':
		return 'l'
	case 'ø', 'Ø':
		return 'o'
	case 'đ', 'Đ':
		return 'd'
	}
	return 0
}
