package judge

import (
	"strings"

	"github.com/dateline/dateline"
)

// view is a sentence with the two sides marked: 1 the source, 2 the target.
type view struct {
	tokens []dateline.Token
	lemma  []string
	side   []byte // of each token, 0 for neither
	head   [3]int // head token of each side, -1 where it is not in the sentence
}

func newView(s *dateline.Sentence, source, target []dateline.Span) *view {
	n := len(s.Tokens)
	v := &view{tokens: s.Tokens, lemma: make([]string, n), side: make([]byte, n), head: [3]int{-1, -1, -1}}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		v.lemma[i] = strings.ToLower(t.Lemma)
		if v.lemma[i] == "" {
			v.lemma[i] = strings.ToLower(t.Form)
		}
		v.side[i] = sideOf(t.Span, source, target)
	}
	for i := range s.Tokens {
		k := v.side[i]
		if h := s.Tokens[i].Head; k != 0 && v.head[k] < 0 && (h < 0 || h >= n || v.side[h] != k) && s.Tokens[i].UPOS != "PUNCT" {
			v.head[k] = i
		}
	}
	return v
}

func sideOf(s dateline.Span, source, target []dateline.Span) byte {
	for _, x := range source {
		if x.Overlaps(s) {
			return 1
		}
	}
	for _, x := range target {
		if x.Overlaps(s) {
			return 2
		}
	}
	return 0
}

func (v *view) rel(i int) string { return v.tokens[i].Deprel }

// up are the tokens from i to the root, i first.
func (v *view) up(i int) []int {
	var out []int
	for ; i >= 0 && i < len(v.tokens) && len(out) <= len(v.tokens); i = v.tokens[i].Head {
		out = append(out, i)
	}
	return out
}

// meeting is the first token that both ways to the root share, -1 for none.
func meeting(a, b []int) int {
	for _, i := range a {
		for _, j := range b {
			if i == j {
				return i
			}
		}
	}
	return -1
}
