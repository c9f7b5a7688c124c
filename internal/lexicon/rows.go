package lexicon

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// rows are the lines of the outlet lists before they are compiled.
type rows struct {
	order []string // IDs as first seen
	byID  map[string]row
}

type row struct {
	outlet dateline.Outlet
	names  []string // canonical name and aliases, with their marks
	where  string
}

func newRows() *rows { return &rows{byID: map[string]row{}} }

// read adds the rows of one list. A line has six fields set apart by tabs:
//
//	id, name, kind, country, state, aliases
//
// Country is ISO 3166 alpha-3 or empty, state is "state" or empty, aliases are
// set apart by "|". A name or alias that starts with "=" is found in running text
// only as written, one that starts with "~" is never looked for there. Lines that
// start with "#" and empty lines count for nothing.
func (rs *rows) read(path, data string) error {
	for i, line := range strings.Split(data, "\n") {
		line = strings.TrimRight(line, "\r ")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		where := fmt.Sprintf("%s:%d", path, i+1)
		if err := rs.add(where, strings.Split(line, "\t")); err != nil {
			return err
		}
	}
	return nil
}

func (rs *rows) add(where string, f []string) error {
	if len(f) >= 2 && f[1] == "-" {
		delete(rs.byID, f[0])
		return nil
	}
	for len(f) < 6 {
		f = append(f, "")
	}
	kind := dateline.OutletKind(f[2])
	switch {
	case f[0] == "" || f[1] == "" || len(f) > 6:
		return fmt.Errorf("outlets: %s: want id, name, kind, country, state, aliases", where)
	case !slices.Contains(kinds, kind):
		return fmt.Errorf("outlets: %s: %q is no kind of outlet", where, f[2])
	case f[3] != "" && !upper3(f[3]):
		return fmt.Errorf("outlets: %s: %q is no ISO 3166 alpha-3 code", where, f[3])
	case strings.Trim(strings.NewReplacer("state", "", "abroad", "").Replace(f[4]), " ") != "":
		return fmt.Errorf("outlets: %s: want \"state\", \"abroad\", both or nothing, not %q", where, f[4])
	}
	r := row{names: []string{f[1]}, where: where}
	r.outlet = dateline.Outlet{ID: f[0], Name: strings.TrimLeft(f[1], "=~"), Kind: kind, Country: f[3], State: flagged(f[4], "state"), Abroad: flagged(f[4], "abroad")}
	for _, a := range strings.Split(f[5], "|") {
		if a = strings.TrimSpace(a); a != "" {
			r.names = append(r.names, a)
		}
	}
	if _, known := rs.byID[f[0]]; !known {
		rs.order = append(rs.order, f[0])
	}
	rs.byID[f[0]] = r
	return nil
}

// flagged reports whether a flag stands among others.
func flagged(flags, flag string) bool { return slices.Contains(strings.Fields(flags), flag) }

var kinds = []dateline.OutletKind{dateline.Agency, dateline.Newspaper, dateline.Broadcaster,
	dateline.Magazine, dateline.Website, dateline.Government}

func upper3(s string) bool {
	return len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// compile builds the tables. A name that a later row gives to another outlet
// moves there, so that an overlay can correct the shipped list.
func (rs *rows) compile() (*Outlets, error) {
	o := &Outlets{byID: map[string]dateline.Outlet{}, byName: map[string]string{}, first: map[string][]*alias{}}
	found := map[string]*alias{}
	for _, id := range rs.order {
		r, ok := rs.byID[id]
		if !ok {
			continue
		}
		o.byID[id] = r.outlet
		for _, name := range r.names {
			bare := strings.TrimLeft(name, "=~")
			fold := Fold(bare)
			if fold == "" {
				return nil, fmt.Errorf("outlets: %s: the name %q holds no letter", r.where, name)
			}
			o.byName[fold] = id
			if !strings.HasPrefix(name, "~") {
				a := &alias{id: id, words: strings.Fields(fold)}
				if strings.HasPrefix(name, "=") {
					a.exact = bare
					a.words = exactWords(bare)
				}
				found[fold+"\t"+a.exact] = a
			}
		}
	}
	o.index(found)
	return o, nil
}

// exactWords are the folded words of a name that is matched as written, its
// article included.
func exactWords(name string) []string {
	var out []string
	for _, w := range words(name, nil) {
		out = append(out, w.fold)
	}
	return out
}

func (o *Outlets) index(found map[string]*alias) {
	for _, a := range found {
		o.first[a.words[0]] = append(o.first[a.words[0]], a)
	}
	for _, list := range o.first {
		slices.SortFunc(list, func(a, b *alias) int {
			return cmp.Or(cmp.Compare(len(b.words), len(a.words)),
				strings.Compare(b.exact, a.exact), strings.Compare(strings.Join(a.words, " "), strings.Join(b.words, " ")))
		})
	}
}
