package entity

import (
	"strings"

	"github.com/dateline/dateline"
)

// word is a piece of a token: hyphenated tokens hold several.
type word struct {
	fold, form string
	tok        int
}

// wordsOf cuts the tokens of a sentence into words to look up.
func wordsOf(s *dateline.Sentence) []word {
	out := make([]word, 0, len(s.Tokens)+4)
	for i := range s.Tokens {
		f := s.Tokens[i].Form
		if !strings.ContainsAny(f, "-–/") {
			if w := fold(f); w != "" {
				out = append(out, word{w, f, i})
			}
			continue
		}
		for _, part := range strings.FieldsFunc(f, func(r rune) bool { return r == '-' || r == '–' || r == '/' }) {
			if w := fold(part); w != "" {
				out = append(out, word{w, part, i})
			}
		}
	}
	return out
}

// at is the longest name that starts the words and its senses.
func (x *index) at(ws []word) (int, []sense) {
	long := min(x.longest[ws[0].fold], len(ws))
	if long == 0 || !capital(ws[0].form) {
		return 0, nil
	}
	var buf [96]byte
	for n := long; n > 0; n-- {
		key := buf[:0]
		for j := range n {
			if j > 0 {
				key = append(key, ' ')
			}
			key = append(key, ws[j].fold...)
		}
		senses := x.senses[string(key)]
		var ok []sense
		for _, s := range senses {
			if !s.exact || acronym(ws[0].form) {
				ok = append(ok, s)
			}
		}
		if len(ok) > 0 {
			return n, ok
		}
	}
	return 0, nil
}
