package main

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/conllu"
)

// mention is an entity of GUM within a sentence: the words [first, last), its
// head among them.
type mention struct {
	first, last, head int
	kind              string
}

// mentions reads the Entity marks of the last column: "(1-person-…" opens the
// mention of entity 1, "1)" closes it, "(1-person-…)" does both.
func mentions(s *conllu.Sentence) []mention {
	type opened struct {
		group, kind string
		first       int
	}
	var open []opened
	var out []mention
	for i, misc := range s.Misc {
		_, marks, ok := strings.Cut("|"+misc, "|Entity=")
		if !ok {
			continue
		}
		marks, _, _ = strings.Cut(marks, "|")
		for marks != "" {
			n := strings.IndexAny(marks[1:], "()") + 1
			if n == 0 {
				n = len(marks)
			} else if marks[n] == ')' {
				n++
			}
			mark := marks[:n]
			marks = marks[n:]
			group, rest, _ := strings.Cut(strings.Trim(mark, "()"), "-")
			if mark[0] == '(' {
				kind, _, _ := strings.Cut(rest, "-")
				open = append(open, opened{group, kind, i})
			}
			if mark[len(mark)-1] != ')' {
				continue
			}
			for k := len(open) - 1; k >= 0; k-- {
				if o := open[k]; o.group == group {
					out = append(out, mention{o.first, i + 1, headOf(s.Tokens, o.first, i+1), o.kind})
					open = slices.Delete(open, k, k+1)
					break
				}
			}
		}
	}
	return out
}

// headOf is the first word of a range that depends on a word outside.
func headOf(tokens []dateline.Token, first, last int) int {
	for i := first; i < last; i++ {
		if h := tokens[i].Head; h < first || h >= last {
			return i
		}
	}
	return first
}

// mentionKinds are the kinds of mention that are names when their head is one.
var mentionKinds = map[string]dateline.NameType{"person": dateline.PersonName, "place": dateline.PlaceName, "organization": dateline.OrgName}

// mentionClasses are the name classes of a sentence of GUM, whose mentions are
// whole noun phrases: a name is the proper nouns around a mention's head. Proper
// nouns in no such name are unknown.
func mentionClasses(s *conllu.Sentence) []uint32 {
	out := make([]uint32, len(s.Tokens))
	for i := range s.Tokens {
		out[i] = wordClass(&s.Tokens[i])
	}
	ms := mentions(s)
	slices.SortStableFunc(ms, func(a, b mention) int { return (a.last - a.first) - (b.last - b.first) })
	for _, m := range ms {
		if s.Tokens[m.head].UPOS != "PROPN" {
			continue
		}
		first, last := properRange(s.Tokens, m)
		for i := first; i < last; i++ {
			out[i] = mentionClass(s, m, first, last, i)
		}
	}
	return out
}

// wordClass is what the class of a word in no name may be.
func wordClass(t *dateline.Token) uint32 {
	switch {
	case !startsUpper(t.Form):
		return outside
	case nationality(t.Form) && (t.UPOS == "ADJ" || t.XPOS == "NNPS"):
		return classBit["B-NORP"]
	case t.UPOS == "PROPN" && t.Deprel != "nmod:desc":
		return 0
	case t.UPOS == "ADJ":
		return outside | groups | others
	}
	return outside
}

// mentionClass is the class of word i of a name [first, last).
func mentionClass(s *conllu.Sentence, m mention, first, last, i int) uint32 {
	t, h := mentionKinds[m.kind], &s.Tokens[m.head]
	switch {
	case m.kind == "time":
		return outside
	case m.kind == "event":
		return outside | others
	case t == "":
		return 0
	case h.XPOS == "NNPS" && t == dateline.PersonName:
		if last-first == 1 && nationality(h.Form) {
			return classBit["B-NORP"]
		}
		return 0
	case last-first == 1 && callings[h.Form]:
		return 0
	case t == dateline.OrgName && knownPlaces[formsOf(s.Tokens[first:last])]:
		t = dateline.PlaceName
	}
	return class(t, i == first)
}

// callings are words that stand for persons like names and are none.
var callings = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("President Minister Secretary Senator Lord Lords God Mom Dad Mum Mother Father King Queen Prince Princess General Governor Chairman Chair Speaker Judge Justice Doctor Professor Captain Pope Ambassador Director Commander Sir Madam Emperor Majesty") {
		m[w] = true
	}
	return m
}()

func formsOf(tokens []dateline.Token) string {
	var out []string
	for _, t := range tokens {
		out = append(out, t.Form)
	}
	return strings.Join(out, " ")
}

// properRange is the name around the head of a mention.
func properRange(tokens []dateline.Token, m mention) (first, last int) {
	first, last = m.head, m.head+1
	for first > m.first && partBefore(&tokens[first-1], first, last) {
		first--
	}
	for last < m.last {
		n := partAfter(tokens, m, first, last)
		if n == 0 {
			break
		}
		last += n
	}
	return first, last
}

// partBefore reports whether the word before a name is part of it.
func partBefore(t *dateline.Token, first, last int) bool {
	inside := t.Head >= first && t.Head < last
	return inside && t.Deprel != "nmod:desc" && (t.UPOS == "PROPN" || t.Form == "-" || t.UPOS == "ADJ" && startsUpper(t.Form) && !nationality(t.Form) || t.UPOS == "VERB" && startsUpper(t.Form))
}

// partAfter is how many words after a name belong to it: proper nouns joined to
// it, in the names of bodies and places also behind "of the".
func partAfter(tokens []dateline.Token, m mention, first, last int) int {
	t := &tokens[last]
	inside := t.Head >= first && t.Head < last
	if t.UPOS == "PROPN" && inside && (t.Deprel == "flat" || t.Deprel == "compound" || t.Deprel == "nmod:unmarked") {
		return 1
	}
	n := last
	for n < m.last && (tokens[n].Form == "-" || m.kind != "person" && joins[tokens[n].Form]) {
		n++
	}
	if n > last && n < m.last && tokens[n].UPOS != "NUM" && startsUpper(tokens[n].Form) && reaches(tokens, n, first, last) {
		return n + 1 - last
	}
	if t.UPOS == "PROPN" && m.kind != "person" && first < last-1 && reaches(tokens, last, first, last) {
		return 1
	}
	return 0
}

var joins = map[string]bool{"of": true, "for": true, "the": true, "and": true, "on": true, "&": true}

// reaches reports whether word i hangs below a word of [first, last).
func reaches(tokens []dateline.Token, i, first, last int) bool {
	for steps := 0; i >= 0 && steps < 4; steps++ {
		if i = tokens[i].Head; i >= first && i < last {
			return true
		}
	}
	return false
}

// knownPlaces are the states and cities of the list of names, which GUM takes for
// bodies when they act.
var knownPlaces = func() map[string]bool {
	m := map[string]bool{}
	for _, f := range rows(nameList) {
		if f[0] == "LOC" {
			m[f[1]] = true
		}
	}
	for _, w := range []string{"US", "U.S.", "USA", "UK", "America", "Britain", "England", "Scotland", "Wales", "North Korea", "South Korea", "Soviet Union"} {
		m[w] = true
	}
	return m
}()
