package place

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// Annotate finds the places in a report's sentences, in order of the text. Names
// of people and organisations are left alone, and so are states and capitals that
// act or speak: those are parties. A name that the gazetteer lacks, or that leaves
// open which place it means, gives no mention.
func (g *Gazetteer) Annotate(text string, r *dateline.Report) []dateline.Mention {
	a := annotator{g: g, r: r}
	for i := range r.Sentences {
		a.scan(i)
	}
	ctx := g.context(r, a.found)
	var out []dateline.Mention
	for i := range a.found {
		c := &a.found[i]
		c.choice, c.ok = ctx.choose(c)
		if c.ok && a.isPlace(c) {
			out = append(out, a.mention(c))
		}
	}
	out = a.withSites(out)
	slices.SortStableFunc(out, func(x, y dateline.Mention) int { return x.Span.Start - y.Span.Start })
	return out
}

// Locate resolves the place of a report's dateline: "SEOUL", "Springfield, Ill.",
// "Moscow/Minsk" (the first counts).
func (g *Gazetteer) Locate(r *dateline.Report) (dateline.Place, bool) {
	name, rest, _ := strings.Cut(r.Place, ",")
	name, _, _ = strings.Cut(name, "/")
	c := candidate{entries: g.byName[fold(name)], name: fold(name), beside: fold(rest)}
	ctx := g.context(r, nil)
	delete(ctx.countries, g.country[fold(name)])
	choice, ok := ctx.choose(&c)
	if !ok {
		return dateline.Place{}, false
	}
	return g.entries[choice.entry].place, true
}

// candidate is a stretch of tokens that the gazetteer knows.
type candidate struct {
	sentence, first, last int
	span                  dateline.Span
	name                  string // folded
	entries               []int32
	beside                string // folded name of the state or province it is named with: "Springfield, Illinois"
	tagged                bool   // the sentence's own names say that it is a place

	choice choice
	ok     bool
}

// annotator finds the candidates of one report.
type annotator struct {
	g     *Gazetteer
	r     *dateline.Report
	found []candidate
	key   []byte
}

// scan collects the candidates of sentence si, the longest names first.
func (a *annotator) scan(si int) {
	s := &a.r.Sentences[si]
	names := namesOf(s)
	for i := 0; i < len(s.Tokens); {
		n, entries, key := a.longestAt(s, i)
		if n == 0 {
			i++
			continue
		}
		c := candidate{sentence: si, first: i, last: i + n, name: key, entries: entries,
			span: s.Tokens[i].Span.Cover(s.Tokens[i+n-1].Span)}
		i += n
		keep, tagged := allowed(s, names, &c)
		if !keep {
			continue
		}
		c.tagged = tagged
		c.beside = a.beside(s, c.last)
		a.found = append(a.found, c)
	}
}

// longestAt is the longest name of the gazetteer that begins at token i.
func (a *annotator) longestAt(s *dateline.Sentence, i int) (n int, entries []int32, name string) {
	if !capital(s.Tokens[i].Form) {
		return 0, nil, ""
	}
	key := a.key[:0]
	end := 0
	for k := i; k < len(s.Tokens) && k < i+a.g.longest+2; k++ {
		from := len(key)
		if k > i {
			key = append(key, ' ')
		}
		part := len(key)
		if key = appendFold(key, s.Tokens[k].Form); len(key) == part {
			if key = key[:from]; s.Tokens[k].Form != "." && s.Tokens[k].Form != "'" && s.Tokens[k].Form != "-" {
				break
			}
			continue
		}
		if e := a.g.byName[string(key)]; e != nil && (k == i || capital(s.Tokens[k].Form) || len(key)-part > 2) {
			n, entries, end = k-i+1, e, len(key)
		}
	}
	a.key = key
	if n == 0 || tooShort(s.Tokens[i].Form, end) {
		return 0, nil, ""
	}
	return n, entries, string(key[:end])
}

// tooShort keeps "Us" and "Uk" from being states: short names stand in capitals.
func tooShort(form string, n int) bool {
	return n <= 3 && len(form) > 1 && (form[1] >= 'a' && form[1] <= 'z') && n < 3
}

// beside is the state or province named after a comma or in brackets behind
// token i: ", Texas", "(Lebanon)", ", in northern Lebanon".
func (a *annotator) beside(s *dateline.Sentence, i int) string {
	if i+1 >= len(s.Tokens) || s.Tokens[i].Form != "," && s.Tokens[i].Form != "(" {
		return ""
	}
	i++
	for i < len(s.Tokens) && besideWords[strings.ToLower(s.Tokens[i].Form)] {
		i++
	}
	if i >= len(s.Tokens) {
		return ""
	}
	saved := a.key
	a.key = nil
	_, _, name := a.longestAt(s, i)
	a.key = saved
	return name
}

// mention is the mention of a candidate that was decided.
func (a *annotator) mention(c *candidate) dateline.Mention {
	s := &a.r.Sentences[c.sentence]
	p := a.g.entries[c.choice.entry].place
	return dateline.Mention{
		Kind: dateline.PlaceMention, Span: c.span, Sentence: c.sentence, First: c.first, Last: c.last,
		Head: headOf(s, c.first, c.last), Place: &p, Antecedent: -1,
		Why: dateline.Why{Rule: "gazetteer: " + c.choice.rule, Spans: append([]dateline.Span{c.span}, c.choice.spans...), Score: c.choice.score},
	}
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
