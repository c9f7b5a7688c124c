package main

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/syntax"
)

// The treebanks are American and of few subjects: names of other tongues, titles
// before them and headlines are rare in them. So copies of their sentences are
// learnt from with other names, with titles, and cut down to headlines.

const (
	renamedWeight  = 0.35
	headlineWeight = 0.5
	headlines      = 0.5 // part of the sentences fit for a headline that make one
	renames        = 0.8 // part of a copied sentence's names that are replaced
	titles         = 0.3 // part of its persons that get a title
)

// varied returns altered copies of sentences.
func varied(ss []syntax.Labelled, rng *rand.Rand) []syntax.Labelled {
	src := newNameSource(rng)
	var out []syntax.Labelled
	for i := range ss {
		s := &ss[i]
		if renamed, ok := src.rename(s); ok {
			renamed.Weight, renamed.Copy = renamedWeight, true
			out = append(out, renamed)
		}
		if fitsHeadline(s) && rng.Float64() < headlines {
			h := headline(s, rng.IntN(2) == 0, rng.IntN(2) == 0)
			h.Weight, h.Copy = headlineWeight, true
			out = append(out, h)
		}
	}
	return out
}

// namesOf lists the names that a sentence marks beyond doubt.
func namesOf(s *syntax.Labelled) []dateline.Name {
	var out []dateline.Name
	open := false
	for i, c := range s.NameClasses {
		name := ""
		if bits.OnesCount32(c) == 1 {
			name = syntax.NameClassNames()[bits.TrailingZeros32(c)]
		}
		switch {
		case strings.HasPrefix(name, "B-"):
			out = append(out, dateline.Name{First: i, Last: i + 1, Type: dateline.NameType(name[2:])})
			open = true
		case strings.HasPrefix(name, "I-") && open:
			out[len(out)-1].Last = i + 1
		default:
			open = false
		}
	}
	return out
}

// rename is a copy of a sentence with other names, some with titles.
func (src *nameSource) rename(s *syntax.Labelled) (syntax.Labelled, bool) {
	e := editor{from: s}
	for _, n := range namesOf(s) {
		if src.rng.Float64() >= renames || s.Syntax && !whole(s, n) {
			continue
		}
		words := src.drawn(n.Type, n.Last-n.First)
		if words == nil {
			continue
		}
		e.keep(n.First)
		if n.Type == dateline.PersonName && untitled(s, n) && src.rng.Float64() < titles {
			e.title(src.title())
		}
		e.replace(n, words)
	}
	if len(e.out.Tokens) == 0 {
		return syntax.Labelled{}, false
	}
	e.keep(len(s.Tokens))
	return e.done(), true
}

// whole reports whether a name is one subtree's words: only its head depends on a
// word outside.
func whole(s *syntax.Labelled, n dateline.Name) bool {
	return head(s, n) >= 0
}

// head is the one word of a name that depends on a word outside, -1 for several.
func head(s *syntax.Labelled, n dateline.Name) int {
	top := -1
	for i := n.First; i < n.Last; i++ {
		if h := s.Tokens[i].Head; h < n.First || h >= n.Last {
			if top >= 0 {
				return -1
			}
			top = i
		}
	}
	return top
}

// untitled reports whether a title may stand before a name.
func untitled(s *syntax.Labelled, n dateline.Name) bool {
	if n.First > 0 && (s.Tokens[n.First-1].Form == "-" || startsUpper(s.Tokens[n.First-1].Form) && n.First > 1) {
		return false
	}
	if !s.Syntax {
		return n.First == 0 || !slices.Contains([]string{"the", "a", "'s", "his", "her", "of"}, s.Tokens[n.First-1].Form)
	}
	for i := range n.First {
		if h := s.Tokens[i].Head; h >= n.First && h < n.Last && s.Tokens[i].Deprel != "case" && s.Tokens[i].Deprel != "punct" && s.Tokens[i].Deprel != "cc" && s.Tokens[i].Deprel != "mark" {
			return false
		}
	}
	return true
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
