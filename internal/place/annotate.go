package place

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// Annotate finds the places in a report's sentences, in order of the text. Names
// of people and organisations are left alone. A name that the gazetteer lacks
// gives no mention.
func (g *Gazetteer) Annotate(text string, r *dateline.Report) []dateline.Mention {
	var found []candidate
	for i := range r.Sentences {
		found = g.candidates(found, text, r, i)
	}
	ctx := g.context(r, found)
	var out []dateline.Mention
	for _, c := range found {
		if m, ok := g.resolve(ctx, r, c); ok {
			out = append(out, m)
		}
	}
	for i := range r.Sentences {
		out = append(out, g.sites(r, i, out)...)
	}
	slices.SortStableFunc(out, func(a, b dateline.Mention) int { return a.Span.Start - b.Span.Start })
	return out
}

// Resolve looks a name up by itself, as a dateline gives it; country, where not
// "", is the alpha-3 code of the state it is expected in.
func (g *Gazetteer) Resolve(name, country string) (dateline.Place, bool) {
	ctx := context{countries: map[string]float64{}}
	if country != "" {
		ctx.countries[country] = 1
	}
	e, _, ok := ctx.best(g.byName[fold(name)])
	return e.place, ok
}

// candidate is a stretch of tokens that the gazetteer knows.
type candidate struct {
	sentence, first, last int
	span                  dateline.Span
	entries               []entry
	beside                string // folded name after a comma: "Springfield, Illinois"
}

func (g *Gazetteer) candidates(out []candidate, text string, r *dateline.Report, si int) []candidate {
	s := &r.Sentences[si]
	taken := personsAndOrganisations(s)
	for i := 0; i < len(s.Tokens); {
		n, entries := g.longestAt(s, taken, i)
		if n == 0 {
			i++
			continue
		}
		span := s.Tokens[i].Span.Cover(s.Tokens[i+n-1].Span)
		out = append(out, candidate{sentence: si, first: i, last: i + n, span: span, entries: entries, beside: g.beside(s, taken, i+n)})
		i += n
	}
	return out
}

// personsAndOrganisations marks the tokens that belong to other names.
func personsAndOrganisations(s *dateline.Sentence) []bool {
	taken := make([]bool, len(s.Tokens))
	for _, n := range s.Names {
		if n.Type != dateline.PersonName && n.Type != dateline.OrgName {
			continue
		}
		for i := max(0, n.First); i < min(n.Last, len(taken)); i++ {
			taken[i] = true
		}
	}
	return taken
}

// longestAt is the longest name of the gazetteer that begins at token i.
func (g *Gazetteer) longestAt(s *dateline.Sentence, taken []bool, i int) (int, []entry) {
	if !nameLike(s.Tokens[i]) {
		return 0, nil
	}
	var key strings.Builder
	n, entries := 0, []entry(nil)
	for k := i; k < len(s.Tokens) && k < i+g.longest && !taken[k]; k++ {
		if part := fold(s.Tokens[k].Form); part != "" {
			if key.Len() > 0 {
				key.WriteByte(' ')
			}
			key.WriteString(part)
		}
		if e := g.byName[key.String()]; e != nil && nameLike(s.Tokens[k]) {
			n, entries = k-i+1, e
		}
	}
	return n, entries
}

// nameLike reports whether a token can begin or end a name of a place.
func nameLike(t dateline.Token) bool {
	first, _ := utf8.DecodeRuneInString(t.Form)
	return unicode.IsUpper(first) && (t.UPOS == "PROPN" || t.UPOS == "" || t.UPOS == "NOUN")
}

// beside is the name that follows after a comma.
func (g *Gazetteer) beside(s *dateline.Sentence, taken []bool, i int) string {
	if i+1 >= len(s.Tokens) || s.Tokens[i].Form != "," {
		return ""
	}
	n, _ := g.longestAt(s, taken, i+1)
	var parts []string
	for k := i + 1; k < i+1+n; k++ {
		parts = append(parts, s.Tokens[k].Form)
	}
	return fold(strings.Join(parts, " "))
}

// context is what a report says about which countries it speaks of.
type context struct {
	countries map[string]float64
}

// context weighs the countries named in the report, those of names that are
// unambiguous, and that of the outlet.
func (g *Gazetteer) context(r *dateline.Report, found []candidate) context {
	c := context{countries: map[string]float64{}}
	if r.Outlet.Country != "" {
		c.countries[r.Outlet.Country] += 0.5
	}
	if place := g.country[fold(r.Place)]; place != "" {
		c.countries[place]++
	}
	for _, f := range found {
		if country := only(f.entries); country != "" {
			c.countries[country]++
		}
	}
	return c
}

// only is the country that all entries lie in, "" if they differ.
func only(entries []entry) string {
	country := ""
	for _, e := range entries {
		if country != "" && e.place.Country != country {
			return ""
		}
		country = e.place.Country
	}
	return country
}

// resolve decides which place a candidate means, and whether the sentence uses
// it as a place at all.
func (g *Gazetteer) resolve(ctx context, r *dateline.Report, c candidate) (dateline.Mention, bool) {
	s := &r.Sentences[c.sentence]
	entries, rule := c.entries, ""
	if c.beside != "" {
		if near := g.within(entries, c.beside); len(near) > 0 {
			entries, rule = near, "named beside it"
		}
	}
	e, how, ok := ctx.best(entries)
	if !ok {
		return dateline.Mention{}, false
	}
	if rule == "" {
		rule = how
	}
	head := headOf(s, c.first, c.last)
	if e.place.Precision == "country" && !locative(s, head) {
		return dateline.Mention{}, false
	}
	p := e.place
	return dateline.Mention{
		Kind: dateline.PlaceMention, Span: c.span, Sentence: c.sentence, First: c.first, Last: c.last, Head: head,
		Place: &p, Antecedent: -1,
		Why: dateline.Why{Rule: "gazetteer: " + rule, Spans: []dateline.Span{c.span}, Score: score(rule)},
	}, true
}

// within keeps the entries that lie in the state or province named key.
func (g *Gazetteer) within(entries []entry, key string) []entry {
	var out []entry
	for _, e := range entries {
		province := fold(e.province)
		if g.country[key] == e.place.Country && e.place.Country != "" || province != "" && (province == key || strings.HasPrefix(province, key+" ")) {
			out = append(out, e)
		}
	}
	return out
}

// best is the likeliest of several places of one name: a state before a
// province before a city, unless the countries of the report speak for another;
// of cities the capital and the larger one.
func (c context) best(entries []entry) (entry, string, bool) {
	var top entry
	high, second := math.Inf(-1), math.Inf(-1)
	context := false
	for _, e := range entries {
		v := math.Log10(float64(e.population) + 10)
		switch {
		case e.place.Precision == "country":
			v += 4
		case e.capital:
			v += 3
		case e.place.Precision == "region" && seat(entries, e):
			v -= 2 // the bare name of a province and its seat means the city
		}
		weight := math.Min(3, c.countries[e.place.Country])
		v += weight
		if v > high {
			high, second, top, context = v, high, e, weight >= 1
		} else if v > second {
			second = v
		}
	}
	switch {
	case len(entries) == 0:
		return entry{}, "", false
	case len(entries) == 1:
		return top, "only place of the name", true
	case context:
		return top, "country of the report", true
	case high-second < 0.3:
		return top, "close call by size", true
	}
	return top, "largest of the name", true
}

// seat reports whether a city among entries lies in the province e and has its name.
func seat(entries []entry, e entry) bool {
	for _, c := range entries {
		if c.place.Precision == "city" && c.place.Country == e.place.Country && c.population >= 50_000 {
			return true
		}
	}
	return false
}

func score(rule string) float64 {
	switch rule {
	case "named beside it":
		return 0.98
	case "only place of the name":
		return 0.9
	case "country of the report":
		return 0.92
	case "close call by size":
		return 0.5
	}
	return 0.8
}

// headOf is the token of [first, last) whose head lies outside.
func headOf(s *dateline.Sentence, first, last int) int {
	for i := first; i < last; i++ {
		if h := s.Tokens[i].Head; h < first || h >= last {
			return i
		}
	}
	return last - 1
}

// locativeCase are the prepositions with which the name of a state is a place
// rather than a party.
var locativeCase = map[string]bool{"in": true, "inside": true, "into": true, "to": true, "from": true, "at": true,
	"near": true, "across": true, "throughout": true, "outside": true, "within": true, "around": true, "via": true}

// locative reports whether the word at i is governed by a preposition of place,
// or is an adverbial complement of one of a place's names ("Pyongyang, North Korea").
func locative(s *dateline.Sentence, i int) bool {
	for k := range s.Tokens {
		if s.Tokens[k].Head == i && s.Tokens[k].Deprel == "case" {
			return locativeCase[strings.ToLower(s.Tokens[k].Form)]
		}
	}
	return false
}
