package coder

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/syntax"
	"github.com/dateline/dateline/internal/token"
)

// frameTest is a "test" line of a frame: a sentence, and the words that head its
// actors and recipients; a list that is missing is not checked.
type frameTest struct {
	frame              *frame
	sentence           string
	actors, recipients []string
}

func frameTests(lex *lexicon) []frameTest {
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

// TestFrames runs the test sentence of every frame through the parser. A
// frame of its event must be the one that is chosen, and its slots must reach the words that the test
// names. The parser errs at times, so a few may fail; the log names them.
func TestFrames(t *testing.T) {
	lex, err := loadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	tests, failed := frameTests(lex), 0
	for _, ft := range tests {
		if why := ft.run(lex, model); why != "" {
			failed++
			t.Logf("%s: %s: %s", ft.frame.name, ft.sentence, why)
		}
	}
	if failed*5 > len(tests) {
		t.Errorf("%d of %d test sentences of frames fail, more than the parser's share", failed, len(tests))
	}
}

func (ft *frameTest) run(lex *lexicon, model *syntax.Model) string {
	whole := dateline.Span{End: len(ft.sentence)}
	sentences := token.Split(ft.sentence, []dateline.Paragraph{{Kind: dateline.Prose, Pieces: []dateline.Span{whole}}})
	model.Annotate(sentences)
	var got []string
	for i := range sentences {
		m := &matcher{lex: lex, t: newTree(sentences[i].Tokens, lex)}
		for _, h := range m.hits() {
			got = append(got, h.name)
			if h.root == ft.frame.root && h.mode == ft.frame.mode {
				return ft.slots(m, &h)
			}
		}
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
