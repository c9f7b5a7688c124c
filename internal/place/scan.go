package place

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// candidate is a stretch of tokens that the gazetteer knows.
type candidate struct {
	sentence, first, last int
	span                  dateline.Span
	name                  string // folded
	entries               []int32
	hints                 []hint // the larger areas that it is named with, the nearest first
	kind                  string // "city", "region": what the words around say that it is; "" for nothing
	tagged                bool   // the sentence's own names say that it is a place
	dateline              bool   // opens a report or paragraph as its place line
	area                  bool   // another place is named with it
	article               bool   // "the" stands before it
	acronym               bool   // one short word in capitals amid others that are not, or with capitals inside
	directed              bool   // "eastern", "upper" or the like stands before it
	row                   int    // the row of names parted by commas and "and" that it stands in

	choice choice
	ok     bool
}

// scan collects the candidates of sentence si, the longest names first.
func (a *annotator) scan(si int) {
	s := &a.r.Sentences[si]
	names := namesOf(s)
	for i := 0; i < len(s.Tokens); {
		c, ok := a.candidateAt(s, i)
		if !ok {
			i++
			continue
		}
		c.sentence = si
		i = c.last
		c.dateline = opens(s, &c) || si == 0 && shouted(s, &c)
		keep, tagged := a.allowed(s, names, &c)
		if !keep && !c.dateline {
			continue
		}
		c.tagged = tagged || c.dateline
		a.surroundings(s, &c)
		a.found = append(a.found, c)
		i = a.areas(s, &c)
	}
}

// surroundings notes what the words around a candidate say of it.
func (a *annotator) surroundings(s *dateline.Sentence, c *candidate) {
	c.kind = a.kindOf(s, c)
	i := c.first - 1
	if i >= 0 && directions[strings.ToLower(s.Tokens[i].Form)] {
		c.directed = true
		i--
	}
	head := &s.Tokens[headOf(s, c.first, c.last)]
	modifier := head.Head >= c.last && (head.Deprel == "compound" || head.Deprel == "nmod" || head.Deprel == "nmod:poss")
	c.article = i >= 0 && strings.EqualFold(s.Tokens[i].Form, "the") && !c.directed && !modifier && c.kind == ""
	c.acronym = acronym(s, c)
	c.row = len(a.found)
	if n := len(a.found); n > 0 && a.found[n-1].sentence == c.sentence && inRow(s, a.found[n-1].last, c.first) {
		c.row = a.found[n-1].row
	}
}

// acronym reports whether a candidate is one short word in capitals in a sentence
// that has small letters, or a word with capitals inside ("PoP").
func acronym(s *dateline.Sentence, c *candidate) bool {
	form := s.Tokens[c.first].Form
	if c.last-c.first > 1 || len(form) > 5 || strings.HasPrefix(form, "Mc") {
		return false
	}
	inner := strings.ToLower(form[1:]) != form[1:]
	return inner && slices.ContainsFunc(s.Tokens, func(t dateline.Token) bool {
		return len(t.Form) > 2 && strings.ToLower(t.Form) == t.Form && capital(strings.ToUpper(t.Form))
	})
}

// inRow reports whether only commas, "and" and "or" lie between two names, one at
// least.
func inRow(s *dateline.Sentence, from, to int) bool {
	if from >= to {
		return false
	}
	for i := from; i < to; i++ {
		if f := s.Tokens[i].Form; f != "," && f != "and" && f != "or" && f != "the" {
			return false
		}
	}
	return true
}

// areas adds the areas that a candidate is named with as places of their own, and
// returns where they end.
func (a *annotator) areas(s *dateline.Sentence, c *candidate) int {
	end := c.last
	for k, h := range c.hints {
		if !h.binding || h.list || h.first < end || k > 0 && h.first != end+1 || k == 0 && h.first != c.last+1 {
			break
		}
		area := candidate{sentence: c.sentence, first: h.first, last: h.last, span: h.span, name: h.name, kind: "area",
			entries: a.g.byName[h.name], tagged: true, area: true, hints: c.hints[k+1:]}
		a.found = append(a.found, area)
		end = h.last
		if end < len(s.Tokens) && s.Tokens[end].Form == ")" {
			break
		}
	}
	return end
}

// candidateAt is the longest name of the gazetteer that begins at token i. The name
// of a town counts where it is longer than any other and named with the area that
// it lies in.
func (a *annotator) candidateAt(s *dateline.Sentence, i int) (candidate, bool) {
	n, key, townN, townKey := a.longestAt(s, i)
	if townN > n {
		c := a.candidate(s, i, townN, townKey)
		if n == 0 || len(c.hints) > 0 && c.hints[0].binding && len(a.g.within(c.entries, c.hints[0].name)) > 0 {
			return c, true
		}
	}
	if n == 0 || n > 1 && !capital(s.Tokens[i+n-1].Form) && i+n < len(s.Tokens) && s.Tokens[i+n].Form == "of" {
		return candidate{}, false
	}
	return a.candidate(s, i, n, key), true
}

// candidate is that of n tokens from i.
func (a *annotator) candidate(s *dateline.Sentence, i, n int, key string) candidate {
	c := candidate{first: i, last: i + n, name: key, entries: a.g.townsOf(a.g.byName[key], key),
		span: s.Tokens[i].Span.Cover(s.Tokens[i+n-1].Span)}
	c.hints = a.hints(s, &c)
	return c
}

// longestAt is the longest name that begins at token i, and the longest name of a
// town: their lengths in tokens, 0 for none, and their folded forms.
func (a *annotator) longestAt(s *dateline.Sentence, i int) (n int, name string, townN int, town string) {
	if !capital(s.Tokens[i].Form) {
		return 0, "", 0, ""
	}
	key := a.key[:0]
	end, townEnd := 0, 0
	for k := i; k < len(s.Tokens) && k < i+a.g.longest+2; k++ {
		from := len(key)
		if k > i && !possessive(s.Tokens[k].Form) {
			key = append(key, ' ')
		}
		part := len(key)
		if key = appendFold(key, s.Tokens[k].Form); len(key) == part {
			if key = key[:from]; s.Tokens[k].Form != "." && s.Tokens[k].Form != "'" && s.Tokens[k].Form != "-" {
				break
			}
			continue
		}
		if k > i && !capital(s.Tokens[k].Form) && len(key)-part <= 2 {
			continue
		}
		if a.g.byName[string(key)] != nil {
			n, end = k-i+1, len(key)
		}
		if _, ok := a.g.towns[string(key)]; ok && len(key) > 2 {
			townN, townEnd = k-i+1, len(key)
		}
	}
	a.key = key
	if tooShort(s.Tokens[i].Form, end) {
		n, end = 0, 0
	}
	return n, string(key[:end]), townN, string(key[:townEnd])
}

// possessive reports whether a token is the 's of the word before: names are folded
// without it, "peoples republic".
func possessive(form string) bool { return form == "'s" || form == "’s" }

// tooShort keeps "Us" and "Uk" from being states: short names stand in capitals.
func tooShort(form string, n int) bool {
	return n < 3 && len(form) > 1 && form[1] >= 'a' && form[1] <= 'z'
}

// shouted reports whether a candidate in capitals opens a report whose next words
// are in small ones: "LONDON Pope Francis".
func shouted(s *dateline.Sentence, c *candidate) bool {
	if c.first != 0 || c.last >= len(s.Tokens) || len(s.Tokens[0].Form) < 4 {
		return false
	}
	for i := 0; i <= c.last && i < len(s.Tokens); i++ {
		form := s.Tokens[i].Form
		if upper := strings.ToUpper(form) == form; upper != (i < c.last) && form != "," && form != "." {
			return false
		}
	}
	return true
}

// opens reports whether a candidate opens its sentence as a place line: "SEOUL,
// South Korea (AFP) -", "Kigali — ".
func opens(s *dateline.Sentence, c *candidate) bool {
	if c.first != 0 || c.last >= len(s.Tokens) {
		return false
	}
	shout := strings.ToUpper(s.Tokens[0].Form) == s.Tokens[0].Form && len(s.Tokens[0].Form) > 3
	for i := c.last; i < min(len(s.Tokens), c.last+12); i++ {
		switch form := s.Tokens[i].Form; {
		case form == "—" || form == "–" || form == "--" || form == "-":
			return i > c.last || shout || form != "-"
		case form == "(" && shout:
			return true
		case form == "," || form == "." || form == "(" || form == ")" || form == "/" || capital(form) || form[0] >= '0' && form[0] <= '9':
		default:
			return false
		}
	}
	return false
}
