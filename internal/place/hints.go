package place

import (
	"strings"

	"github.com/dateline/dateline"
)

// hint is a larger area that a place is named with.
type hint struct {
	name    string // folded name of a state or province
	span    dateline.Span
	first   int // its tokens are [first, last)
	last    int
	binding bool // the area is part of the place's name: "Paris, Texas"
	list    bool // it may as well be the next of a list
}

// area is the folded name that the gazetteer has for a state or province, also by
// the short form that datelines use; "" for what is none.
func (g *Gazetteer) area(key string) string {
	if full := shortAreas[key]; full != "" {
		key = full
	}
	if g.country[key] != "" {
		return key
	}
	for _, n := range g.byName[key] {
		if g.entries[n].place.Precision == "region" {
			return key
		}
	}
	return ""
}

// hints are the areas that a candidate is named with, behind it ("Paris, Texas",
// "Tripoli (Lebanon)", "Tripoli in northern Lebanon") or before it ("Lebanon's
// Tripoli", "the Lebanese city of Tripoli").
func (a *annotator) hints(s *dateline.Sentence, c *candidate) []hint {
	var out []hint
	i := c.last
	for range 3 {
		h, next := a.hintAt(s, i)
		if next == 0 {
			break
		}
		if h.name != c.name || len(out) > 0 {
			out = append(out, h)
		}
		i = next
	}
	if h, ok := a.hintBefore(s, c); ok {
		out = append(out, h)
	}
	return out
}

// hintAt reads the area behind the name that ends before token i, and where it
// ends; 0 for none.
func (a *annotator) hintAt(s *dateline.Sentence, i int) (hint, int) {
	if i+1 >= len(s.Tokens) {
		return hint{}, 0
	}
	mark := s.Tokens[i].Form
	if mark != "," && mark != "(" && mark != "in" {
		return hint{}, 0
	}
	i++
	start := i
	for i < len(s.Tokens) && besideWords[strings.ToLower(s.Tokens[i].Form)] {
		i++
	}
	if i >= len(s.Tokens) || !capital(s.Tokens[i].Form) {
		return hint{}, 0
	}
	key, last := a.areaAt(s, i)
	if key == "" || !closes(s, last) {
		return hint{}, 0
	}
	h := hint{name: key, span: s.Tokens[i].Span.Cover(s.Tokens[last-1].Span), first: i, last: last, binding: mark != "in" && i == start}
	h.list = mark == "," && listed(s, last)
	return h, last
}

// areaAt is the longest name of a state or province at token i, and where it ends.
func (a *annotator) areaAt(s *dateline.Sentence, i int) (string, int) {
	saved := a.key
	a.key = nil
	n, key, _, _ := a.longestAt(s, i)
	a.key = saved
	if n > 0 {
		if found := a.g.area(key); found != "" {
			return found, i + n
		}
	}
	if full := shortAreas[fold(s.Tokens[i].Form)]; full != "" {
		last := i + 1
		if last < len(s.Tokens) && s.Tokens[last].Form == "." {
			last++
		}
		return full, last
	}
	return "", 0
}

// closes reports whether a name that ends before token i is not the start of a
// longer one: "Santa Ana, Santa Ana School District".
func closes(s *dateline.Sentence, i int) bool {
	return i >= len(s.Tokens) || !capital(s.Tokens[i].Form) || s.Tokens[i].UPOS != "PROPN"
}

// listed reports whether a further name follows at token i: "Mali, Niger, Chad and".
func listed(s *dateline.Sentence, i int) bool {
	if i >= len(s.Tokens) {
		return false
	}
	form := s.Tokens[i].Form
	return (form == "and" || form == "or" || form == "," || form == "&") && i+1 < len(s.Tokens) && capital(s.Tokens[i+1].Form)
}

// hintBefore reads the area before a candidate: a people and a word for a place
// ("the Lebanese port city of"), or a state that has it ("Lebanon's northern city").
func (a *annotator) hintBefore(s *dateline.Sentence, c *candidate) (hint, bool) {
	noun := false
	for i := c.first - 1; i >= max(0, c.first-7); i-- {
		t := &s.Tokens[i]
		switch {
		case t.Form == "of" && i == c.first-1, t.Form == ",":
		case placeNouns[t.Form]:
			noun = true
		case t.Form == "'s" || t.Form == "’s" || t.Form == "'" || t.Form == "’":
			return a.owner(s, i)
		case capital(t.Form):
			if code := a.g.people(t.Form); code != "" && noun {
				return hint{name: a.g.stateName(code), span: t.Span}, true
			}
			return hint{}, false
		case t.UPOS != "ADJ" && t.UPOS != "NOUN":
			return hint{}, false
		}
	}
	return hint{}, false
}

// owner is the state or province before the possessive at token i.
func (a *annotator) owner(s *dateline.Sentence, i int) (hint, bool) {
	for first := max(0, i-4); first < i; first++ {
		if key, last := a.areaAt(s, first); key != "" && last == i {
			return hint{name: key, span: s.Tokens[first].Span.Cover(s.Tokens[i-1].Span)}, true
		}
	}
	return hint{}, false
}

// people is the state of a people's name, "" for none.
func (g *Gazetteer) people(form string) string {
	if code := g.demonym[form]; code != "" {
		return code
	}
	if form == "US" || form == "U.S." || form == "UK" || form == "U.K." {
		return g.country[fold(form)]
	}
	return ""
}

// stateName is the folded name of a state.
func (g *Gazetteer) stateName(code string) string {
	if n := g.stateOf(code); n >= 0 {
		return fold(g.entries[n].place.Name)
	}
	return ""
}

// kindOf is what the words around a candidate say that it is: "the city of", "the
// state of", "province".
func (a *annotator) kindOf(s *dateline.Sentence, c *candidate) string {
	if c.last < len(s.Tokens) {
		if k := kindWords[s.Tokens[c.last].Form]; k != "" {
			return k
		}
	}
	i := c.first - 1
	if i >= 1 && s.Tokens[i].Form == "of" {
		i--
	}
	if i < 0 {
		return ""
	}
	return kindWords[s.Tokens[i].Form]
}
