package main

import (
	_ "embed"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

//go:embed names.tsv
var nameList string

//go:embed people.tsv
var peopleList string

// nameSource draws names and titles.
type nameSource struct {
	rng            *rand.Rand
	orgs, places   []string
	nationalities  []string
	leaders        [][]string // names of one country's leaders
	patterns       []pattern
	titles, plains [][]dateline.Token
}

// pattern makes names: see people.tsv.
type pattern struct {
	form          string
	given, family []string
}

func newNameSource(rng *rand.Rand) *nameSource {
	src := &nameSource{rng: rng}
	country := ""
	for _, f := range rows(nameList) {
		switch f[0] {
		case "ORG":
			src.orgs = append(src.orgs, f[1])
		case "LOC":
			src.places = append(src.places, f[1])
		case "NORP":
			src.nationalities = append(src.nationalities, f[1])
		}
	}
	persons := slices.DeleteFunc(rows(nameList), func(f []string) bool { return f[0] != "PER" })
	slices.SortStableFunc(persons, func(a, b []string) int { return strings.Compare(a[2], b[2]) })
	for _, f := range persons {
		if f[2] != country {
			country = f[2]
			src.leaders = append(src.leaders, nil)
		}
		src.leaders[len(src.leaders)-1] = append(src.leaders[len(src.leaders)-1], f[1])
	}
	for _, f := range rows(peopleList) {
		switch f[0] {
		case "name":
			src.patterns = append(src.patterns, pattern{f[1], strings.Split(f[2], ","), strings.Split(f[3], ",")})
		case "title":
			src.titles = append(src.titles, titleTokens(f[1]))
		case "plain":
			src.plains = append(src.plains, titleTokens(f[1]))
		}
	}
	return src
}

// rows are the fields of the lines of a list, comments left out.
func rows(list string) [][]string {
	var out [][]string
	for _, line := range strings.Split(list, "\n") {
		if line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

// titleTokens reads form/UPOS/XPOS/relation words; the last is the head, and the
// heads of the others are set to their distance from it.
func titleTokens(s string) []dateline.Token {
	words := strings.Fields(s)
	var out []dateline.Token
	for i, w := range words {
		f := append(strings.Split(w, "/"), "nmod:desc")
		t := dateline.Token{Form: f[0], Lemma: f[0], UPOS: f[1], XPOS: f[2], Deprel: f[3], Feats: "Number=Sing", Head: len(words) - 1 - i}
		if t.UPOS == "ADJ" {
			t.Feats = "Degree=Pos"
		}
		out = append(out, t)
	}
	return out
}

func pick[T any](rng *rand.Rand, v []T) T { return v[rng.IntN(len(v))] }

// person is a name of a person, whole or the family name alone.
func (src *nameSource) person(short bool) []string {
	if src.rng.IntN(3) == 0 {
		ls := pick(src.rng, src.leaders)
		first, last := strings.Fields(pick(src.rng, ls)), strings.Fields(pick(src.rng, ls))
		if short {
			return pieces(last[len(last)-1])
		}
		return pieces(strings.Join(append(first[:1:1], last[1:]...), " "))
	}
	p := pick(src.rng, src.patterns)
	var words []string
	for _, w := range strings.Fields(p.form) {
		parts := strings.Split(w, "-")
		family := slices.Contains(parts, "F")
		for i, part := range parts {
			parts[i] = src.part(p, part)
		}
		w = strings.Join(parts, "-")
		if short && family {
			return pieces(w)
		}
		words = append(words, w)
	}
	return pieces(strings.Join(words, " "))
}

// part fills a part of a pattern.
func (src *nameSource) part(p pattern, part string) string {
	switch part {
	case "G":
		return pick(src.rng, p.given)
	case "g":
		return strings.ToLower(pick(src.rng, p.given))
	case "Gg":
		return pick(src.rng, p.given) + strings.ToLower(pick(src.rng, p.given))
	case "F":
		return pick(src.rng, p.family)
	case "I":
		return pick(src.rng, p.given)[:1] + "."
	}
	return part
}

// pieces cuts a name into words as the treebanks do.
func pieces(name string) []string {
	var out []string
	for _, w := range strings.Fields(name) {
		for i, p := range strings.Split(w, "-") {
			if i > 0 {
				out = append(out, "-")
			}
			if p != "" {
				out = append(out, p)
			}
		}
	}
	return out
}

// drawn is a name that stands in for another: its words with their heads, which
// are indexes into them, -1 for the name's head.
func (src *nameSource) drawn(t dateline.NameType, words int) []dateline.Token {
	switch t {
	case dateline.PersonName:
		return flat(src.person(words == 1 && src.rng.IntN(3) > 0))
	case dateline.PlaceName:
		return flat(pieces(pick(src.rng, src.places)))
	case dateline.OrgName:
		return body(pieces(pick(src.rng, src.orgs)))
	}
	return nil
}

func nameWord(form string) dateline.Token {
	return dateline.Token{Form: form, Lemma: form, UPOS: "PROPN", XPOS: "NNP", Feats: "Number=Sing", Head: -1}
}

func hyphen(head int) dateline.Token {
	return dateline.Token{Form: "-", Lemma: "-", UPOS: "PUNCT", XPOS: "HYPH", Head: head, Deprel: "punct"}
}

// flat is a name whose first word is its head.
func flat(words []string) []dateline.Token {
	var out []dateline.Token
	for i, w := range words {
		t := nameWord(w)
		switch {
		case w == "-":
			t = hyphen(min(i+1, len(words)-1))
		case i > 0:
			t.Head, t.Deprel = 0, "flat"
		}
		out = append(out, t)
	}
	return out
}

// body is the name of an organisation: its last word is its head, or the last
// before "of" or "for".
func body(words []string) []dateline.Token {
	head, inner := len(words)-1, len(words)-1
	if i := slices.IndexFunc(words, func(w string) bool { return w == "of" || w == "for" }); i > 0 {
		head = i - 1
	}
	var out []dateline.Token
	for i, w := range words {
		t := nameWord(w)
		switch {
		case w == "-":
			t = hyphen(i - 1)
		case w == "of" || w == "for":
			t.UPOS, t.XPOS, t.Feats, t.Head, t.Deprel = "ADP", "IN", "", inner, "case"
		case i == head:
		case i == inner:
			t.Head, t.Deprel = head, "nmod"
		default:
			t.Head, t.Deprel = inner, "compound"
			if i < head {
				t.Head = head
			}
			if nationality(w) {
				t.UPOS, t.XPOS, t.Feats, t.Deprel = "ADJ", "JJ", "Degree=Pos", "amod"
			}
		}
		out = append(out, t)
	}
	return out
}

// title is a title, now and then with a nationality before it.
func (src *nameSource) title() []dateline.Token {
	if src.rng.IntN(2) == 0 {
		return pick(src.rng, src.plains)
	}
	t := pick(src.rng, src.titles)
	if src.rng.IntN(2) == 0 {
		n := dateline.Token{Form: pick(src.rng, src.nationalities), UPOS: "ADJ", XPOS: "JJ", Feats: "Degree=Pos", Head: len(t), Deprel: "amod"}
		n.Lemma = n.Form
		t = append([]dateline.Token{n}, t...)
	}
	return t
}
