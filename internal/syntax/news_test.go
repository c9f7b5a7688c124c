package syntax_test

import (
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/conllu"
)

// newsSentence is a sentence of testdata/news.conllu with its kind.
type newsSentence struct {
	kind string
	gold dateline.Sentence
}

func news(tb testing.TB) []newsSentence {
	tb.Helper()
	f, err := os.Open("testdata/news.conllu")
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var out []newsSentence
	for r := conllu.NewReader(f); ; {
		s, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			tb.Fatal(err)
		}
		n := newsSentence{gold: s.Sentence}
		for _, c := range s.Comments {
			if kind, ok := strings.CutPrefix(c, "# kind = "); ok {
				n.kind = kind
			}
		}
		out = append(out, n)
	}
}

// tally counts words and those whose head, and head and relation, are right.
type tally struct{ words, heads, labels int }

func (t *tally) add(gold, own *dateline.Sentence) {
	for i := range gold.Tokens {
		g, o := &gold.Tokens[i], &own.Tokens[i]
		t.words++
		if g.Head != o.Head {
			continue
		}
		t.heads++
		want, _, _ := strings.Cut(g.Deprel, ":")
		if got, _, _ := strings.Cut(o.Deprel, ":"); got == want {
			t.labels++
		}
	}
}

func (t *tally) las() float64 { return 100 * float64(t.labels) / float64(t.words) }

// TestNews holds the parser to what it reached on the constructions of news.
// Floors are a little below the measured figures: a word or two of each kind.
func TestNews(t *testing.T) {
	floors := map[string]float64{"apposition": 90, "titles": 90, "attachment": 85, "quotation": 85, "capitals": 70, "headline": 85, "names": 90, "coordination": 88}
	m, all, kinds := load(t), tally{}, map[string]*tally{}
	for _, n := range news(t) {
		own := []dateline.Sentence{{Tokens: append([]dateline.Token(nil), n.gold.Tokens...)}}
		m.Annotate(own)
		checkTree(t, &own[0])
		if kinds[n.kind] == nil {
			kinds[n.kind] = &tally{}
		}
		kinds[n.kind].add(&n.gold, &own[0])
		all.add(&n.gold, &own[0])
	}
	for kind, floor := range floors {
		k := kinds[kind]
		if k == nil {
			t.Fatalf("no sentence of kind %q", kind)
		}
		t.Logf("%-12s %3d words, LAS %.1f", kind, k.words, k.las())
		if k.las() < floor {
			t.Errorf("%s: LAS %.1f, floor %.1f", kind, k.las(), floor)
		}
	}
	t.Logf("all          %3d words, LAS %.1f", all.words, all.las())
	if all.las() < 90 {
		t.Errorf("LAS %.1f on all kinds, floor 90", all.las())
	}
}
