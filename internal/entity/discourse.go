package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// discourse is what has been said so far in one report.
type discourse struct {
	know     *knowledge
	report   *dateline.Report
	day      dateline.Day
	mentions []dateline.Mention

	people map[string]int // folded last word of a name: its first mention
	states []int          // mentions of states, in order, one a code
}

func (d *discourse) sentence(si int, s *dateline.Sentence) {
	ws := wordsOf(s)
	start := len(d.mentions)
	hits := d.know.names.find(ws)
	for _, h := range hits {
		d.state(si, s, h)
	}
	d.titles(si, s, ws)
	d.sides(si, s, ws)
	slices.SortStableFunc(d.mentions[start:], func(a, b dateline.Mention) int {
		if a.First != b.First {
			return a.First - b.First
		}
		return b.Last - a.Last
	})
	d.remember(start)
}

// state mentions a state by name, adjective or capital.
func (d *discourse) state(si int, s *dateline.Sentence, h hit) {
	i := slices.IndexFunc(h.senses, func(x sense) bool { return x.holds(d.day) })
	if i < 0 {
		i = 0
	}
	x := h.senses[i]
	if x.form == capitalCity && !d.metonymAllowed(s, h) {
		return
	}
	rule := map[form]string{properName: "name", adjective: "adjective", demonym: "demonym", capitalCity: "capital"}[x.form]
	d.add(si, s, h.first, h.last, []dateline.Actor{x.actor}, rule, 0.9)
}

// metonymAllowed lets a capital stand for its government only as a subject or
// beside another one; after "in" or "to" it is a place.
func (d *discourse) metonymAllowed(s *dateline.Sentence, h hit) bool {
	if h.first > 0 {
		switch strings.ToLower(s.Tokens[h.first-1].Form) {
		case "in", "at", "near", "from", "to", "of", "outside", "around", ",":
			return false
		}
	}
	t := s.Tokens[h.last-1]
	return strings.HasPrefix(t.Deprel, "nsubj") || t.Deprel == "nmod:poss"
}

// titles finds "[country] title [Name]".
func (d *discourse) titles(si int, s *dateline.Sentence, ws []word) {
	for i := 0; i < len(ws); i++ {
		n, o := d.know.officeAt(ws[i:])
		if n == 0 {
			continue
		}
		first, last := ws[i].tok, ws[i+n-1].tok+1
		d.title(si, s, first, last, o)
		i += n - 1
	}
}

func (d *discourse) title(si int, s *dateline.Sentence, first, last int, o *office) {
	start, actors := d.modifiers(s, first)
	if len(actors) == 0 {
		actors = d.ofStates(s, last)
	}
	if len(actors) == 0 {
		return
	}
	nameEnd := personEnd(s, last)
	name := ""
	if o.kind == dateline.PersonActor && nameEnd > last {
		name = formsOf(s, last, nameEnd)
		last = nameEnd
	}
	out := make([]dateline.Actor, 0, len(actors))
	for _, a := range actors {
		out = append(out, dateline.Actor{Name: name, Kind: o.kind, Code: a.Code, Sector: o.sector, Office: o.name})
	}
	d.add(si, s, start, last, out, "title", 0.85)
}

// modifiers collects the states named in the noun phrase before the title.
func (d *discourse) modifiers(s *dateline.Sentence, at int) (int, []dateline.Actor) {
	var actors []dateline.Actor
	start := at
	for i := at - 1; i >= 0; i-- {
		x := s.Tokens[i].XPOS
		if !(strings.HasPrefix(x, "NN") || strings.HasPrefix(x, "JJ") || x == "POS" || x == "DT" || x == "HYPH" || x == "CC") {
			break
		}
		if x == "CC" && len(actors) == 0 {
			break
		}
		start = i
		for _, m := range d.mentions {
			if m.Span == s.Tokens[i].Span || m.Span.Contains(s.Tokens[i].Span) && m.Last == i+1 {
				actors = append(actors, m.Actors...)
			}
		}
	}
	slices.Reverse(actors)
	return start, actors
}

// ofStates collects the states after "of", "of the X and Y".
func (d *discourse) ofStates(s *dateline.Sentence, at int) []dateline.Actor {
	if at >= len(s.Tokens) || s.Tokens[at].Form != "of" && s.Tokens[at].Form != "from" {
		return nil
	}
	for _, m := range d.mentions {
		if m.Sentence >= 0 && m.First >= at+1 && m.First <= at+2 && s.Tokens[m.First].Span.Start == m.Span.Start {
			return m.Actors
		}
	}
	return nil
}

func personEnd(s *dateline.Sentence, at int) int {
	for at < len(s.Tokens) && strings.HasPrefix(s.Tokens[at].XPOS, "NNP") {
		at++
	}
	return at
}

func formsOf(s *dateline.Sentence, first, last int) string {
	var parts []string
	for _, t := range s.Tokens[first:last] {
		parts = append(parts, t.Form)
	}
	return strings.Join(parts, " ")
}

// sides resolves "the two sides", "both countries" to the two states that the
// report has named, where it has named exactly two.
func (d *discourse) sides(si int, s *dateline.Sentence, ws []word) {
	for i := 0; i+1 < len(ws); i++ {
		if ws[i].fold != "two" && ws[i].fold != "both" {
			continue
		}
		switch ws[i+1].fold {
		case "sides", "countries", "states", "nations", "parties", "governments":
			if len(d.states) == 2 {
				a, b := d.mentions[d.states[0]].Actors[0], d.mentions[d.states[1]].Actors[0]
				d.add(si, s, ws[i].tok, ws[i+1].tok+1, []dateline.Actor{a, b}, "the two sides", 0.7)
				d.mentions[len(d.mentions)-1].Antecedent = d.states[0]
			}
		}
	}
}

func (d *discourse) add(si int, s *dateline.Sentence, first, last int, actors []dateline.Actor, rule string, score float64) {
	span := dateline.Span{Start: s.Tokens[first].Span.Start, End: s.Tokens[last-1].Span.End}
	d.mentions = append(d.mentions, dateline.Mention{Kind: dateline.ActorMention, Span: span, Sentence: si,
		First: first, Last: last, Head: headOf(s, first, last), Actors: actors, Antecedent: -1,
		Why: dateline.Why{Rule: rule, Spans: []dateline.Span{span}, Score: score}})
}

// headOf is the token of [first, last) whose head lies outside, the last one
// where there are several.
func headOf(s *dateline.Sentence, first, last int) int {
	head := last - 1
	for i := last - 1; i >= first; i-- {
		if h := s.Tokens[i].Head; (h < first || h >= last) && s.Tokens[i].Deprel != "punct" {
			head = i
		}
	}
	return head
}

// remember notes the states that the mentions from start on name first.
func (d *discourse) remember(start int) {
	for i := start; i < len(d.mentions); i++ {
		for _, a := range d.mentions[i].Actors {
			known := slices.ContainsFunc(d.states, func(j int) bool { return d.mentions[j].Actors[0].Code == a.Code })
			if a.Kind == dateline.StateActor && !known && len(d.mentions[i].Actors) == 1 {
				d.states = append(d.states, i)
			}
		}
	}
}

func (k *knowledge) officeAt(ws []word) (int, *office) {
	for n := min(k.officeLong[ws[0].fold], len(ws)); n > 0; n-- {
		parts := make([]string, n)
		for j := range n {
			parts[j] = ws[j].fold
		}
		key := strings.Join(parts, " ")
		if o := k.offices[key]; o != nil {
			return n, o
		}
		if o := k.offices[strings.TrimSuffix(key, "s")]; o != nil {
			return n, o
		}
	}
	return 0, nil
}
