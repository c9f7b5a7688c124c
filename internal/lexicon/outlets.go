// Package lexicon holds compiled word lists that several stages read. Its data
// is embedded; files from disk add to it and correct it.
package lexicon

import (
	_ "embed"
	"fmt"
	"os"
	"strings"

	"github.com/dateline/dateline"
)

//go:embed data/outlets.tsv
var outletList string

// Outlets is a list of publishers: agencies, newspapers, broadcasters, magazines,
// sites and publications of governments. It is never changed after loading and
// is safe for concurrent use.
type Outlets struct {
	byID   map[string]dateline.Outlet
	byName map[string]string   // folded name or alias to ID
	first  map[string][]*alias // aliases that Find looks for, by their first folded word, longest first
}

// alias is one way to write an outlet's name in running text.
type alias struct {
	words []string
	exact string // the bytes that the text must have, "" for any case
	id    string
}

// OutletHit is an outlet's name found in a text.
type OutletHit struct {
	Span   dateline.Span
	Outlet dateline.Outlet
}

// LoadOutlets reads the shipped list and then the overlay files, which have the
// same form: a row with a known ID replaces that outlet and keeps no alias of the
// old row; a row whose only other field is "-" removes it.
func LoadOutlets(overlays ...string) (*Outlets, error) {
	rows := newRows()
	if err := rows.read("outlets.tsv", outletList); err != nil {
		return nil, err
	}
	for _, path := range overlays {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("outlets: %w", err)
		}
		if err := rows.read(path, string(data)); err != nil {
			return nil, err
		}
	}
	return rows.compile()
}

// Lookup finds the outlet that has this name or alias, whatever its case,
// diacritics, punctuation and leading article.
func (o *Outlets) Lookup(name string) (dateline.Outlet, bool) {
	if len(name) > 200 {
		return dateline.Outlet{}, false
	}
	id, ok := o.byName[Fold(name)]
	return o.byID[id], ok
}

// Len is the number of outlets in the list.
func (o *Outlets) Len() int { return len(o.byID) }

// Find returns the names of outlets in a text, in order and not overlapping, the
// longest at each place. A name must start with a capital and stand between word
// boundaries; names that are also common words match only as the list writes
// them. A "the" before it
// belongs to the hit where the outlet bears it.
func (o *Outlets) Find(text string) []OutletHit {
	var hits []OutletHit
	ws := words(text, nil)
	for i := 0; i < len(ws); {
		n, id := o.longest(text, ws[i:])
		if n == 0 {
			i++
			continue
		}
		span := dateline.Span{Start: ws[i].start, End: ws[i+n-1].end}
		if i > 0 && ws[i-1].fold == "the" && strings.HasPrefix(o.byID[id].Name, "The ") && strings.TrimSpace(text[ws[i-1].end:span.Start]) == "" {
			span.Start = ws[i-1].start
		}
		hits = append(hits, OutletHit{span, o.byID[id]})
		i += n
	}
	return hits
}

// longest is the number of words that the longest name at the start of ws takes.
func (o *Outlets) longest(text string, ws []word) (int, string) {
	if !ws[0].upper {
		return 0, ""
	}
	for _, a := range o.first[ws[0].fold] {
		if a.matches(text, ws) {
			return len(a.words), a.id
		}
	}
	return 0, ""
}

func (a *alias) matches(text string, ws []word) bool {
	if len(ws) < len(a.words) {
		return false
	}
	for k, w := range a.words {
		if ws[k].fold != w || k > 0 && !joined(text[ws[k-1].end:ws[k].start]) {
			return false
		}
	}
	if a.exact == "" {
		return true
	}
	n := len(a.words)
	if n < len(ws) && ws[n].upper && ws[0].fold == "the" && text[ws[n-1].end:ws[n].start] == " " {
		return false // "The Guardian Council" is not The Guardian
	}
	return strings.Join(strings.Fields(text[ws[0].start:ws[n-1].end]), " ") == a.exact
}

// joined reports whether the bytes between two words may lie within one name.
func joined(between string) bool {
	return len(between) <= 8 && !strings.ContainsAny(between, ".,;:!?()[]\"“”\n\r") ||
		len(between) <= 8 && strings.TrimSpace(between) == "" && strings.Count(between, "\n") <= 1 ||
		between == ". "
}
