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
	a := annotator{g: g, r: r, surnames: surnames(r)}
	for i := range r.Sentences {
		a.scan(i)
	}
	a.decide()
	var out []dateline.Mention
	for i := range a.found {
		if c := &a.found[i]; c.ok && a.isPlace(c) {
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
	key := fold(name)
	c := candidate{name: key, entries: g.townsOf(g.byName[key], key), tagged: true}
	for part := range strings.SplitSeq(rest, ",") {
		if within := g.area(fold(part)); within != "" {
			c.hints = append(c.hints, hint{name: within, binding: true})
		}
	}
	ctx := g.context(r, nil)
	delete(ctx.countries, g.country[key])
	choice, ok := ctx.choose(&c)
	if !ok {
		return dateline.Place{}, false
	}
	return g.placeOf(choice.entry), true
}

// annotator finds the candidates of one report.
type annotator struct {
	g        *Gazetteer
	r        *dateline.Report
	found    []candidate
	surnames map[string]bool // last words of the people that the report names in full
	key      []byte
}

// decide chooses the place of each candidate in two rounds: what the first found
// is context for the second, and a name that was spelled out once ("Paris, Texas")
// means the same place wherever the report repeats it.
func (a *annotator) decide() {
	ctx := a.g.context(a.r, a.found)
	for range 2 {
		for i := range a.found {
			c := &a.found[i]
			c.choice, c.ok = ctx.choose(c)
		}
		ctx.learn(a.found)
	}
	for i := range a.found {
		c := &a.found[i]
		c.choice, c.ok = ctx.choose(c)
	}
}

// mention is the mention of a candidate that was decided.
func (a *annotator) mention(c *candidate) dateline.Mention {
	s := &a.r.Sentences[c.sentence]
	p := a.g.placeOf(c.choice.entry)
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
