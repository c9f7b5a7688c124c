package coder

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// frameTest is a "test" line of a frame: a sentence, and the words that head its
// actors and recipients; a list that is missing is not checked.
type frameTest struct {
	frame              *frame
	sentence           string
	actors, recipients []string
}

func (lex *lexicon) tests() []frameTest {
	var out []frameTest
	for _, f := range lex.frames {
		for _, line := range f.tests {
			parts := strings.Split(line, "|")
			ft := frameTest{frame: f, sentence: strings.TrimSpace(parts[0])}
			if len(parts) > 1 {
				ft.actors = strings.Fields(parts[1])
			}
			if len(parts) > 2 {
				ft.recipients = strings.Fields(parts[2])
			}
			out = append(out, ft)
		}
	}
	return out
}

// CheckFrames runs the test sentences of all frames, parsed by parse. A frame of
// the same event must be chosen for one of its words, and its slots must reach the words
// that the test names. It lists what fails, one line a sentence, and counts all.
func (c *Coder) CheckFrames(parse func(sentence string) []dateline.Sentence) (failures []string, total int) {
	tests := c.lex.tests()
	for i := range tests {
		ft := &tests[i]
		if why := ft.run(c.lex, parse(ft.sentence)); why != "" {
			failures = append(failures, fmt.Sprintf("%s:%d: frame %s: %s: %s", ft.frame.file, ft.frame.line, ft.frame.name, ft.sentence, why))
		}
	}
	return failures, len(tests)
}

func (ft *frameTest) run(lex *lexicon, sentences []dateline.Sentence) string {
	var got []string
	why := ""
	for i := range sentences {
		m := &matcher{lex: lex, t: newTree(sentences[i].Tokens, lex)}
		for _, h := range m.hits() {
			got = append(got, h.name)
			if h.root == ft.frame.root && h.mode == ft.frame.mode {
				if why = ft.slots(m, &h); why == "" {
					return ""
				}
			}
		}
	}
	if why != "" {
		return why
	}
	return "gives " + strings.Join(got, " ")
}

// slots checks that every expected word is reached by an alternative of its role.
func (ft *frameTest) slots(m *matcher, h *hit) string {
	for _, w := range ft.actors {
		if got := reached(m.t, h.actor); !slices.Contains(got, w) {
			return "actor " + w + " is not among " + strings.Join(got, " ")
		}
	}
	for _, w := range ft.recipients {
		if got := reached(m.t, h.target); !slices.Contains(got, w) {
			return "recipient " + w + " is not among " + strings.Join(got, " ")
		}
	}
	return ""
}

// reached lists the words of arguments.
func reached(t *tree, alternatives [][]arg) []string {
	var out []string
	for _, args := range alternatives {
		for _, a := range args {
			for i := t.lo[a.tok]; i <= t.hi[a.tok]; i++ {
				if t.within(i, a.tok) && (!a.modifiers || i < a.tok) {
					out = append(out, t.toks[i].Form)
				}
			}
		}
	}
	return out
}
