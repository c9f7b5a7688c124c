package judge

import (
	"math"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/plover"
)

func TestParseMarked(t *testing.T) {
	m, err := ParseMarked("CONSULT {Malta} met <Gozo> and <Comino>.")
	if err != nil {
		t.Fatal(err)
	}
	want := Marked{
		Root: "CONSULT", Text: "Malta met Gozo and Comino.",
		Source: []dateline.Span{{Start: 0, End: 5}}, Target: []dateline.Span{{Start: 10, End: 14}, {Start: 19, End: 25}},
	}
	if !reflect.DeepEqual(m, want) {
		t.Errorf("got %+v, want %+v", m, want)
	}
	for _, bad := range []string{"CONSULT", "CONSULT {Malta met", "CONSULT {Malta> met", "CONSULT {a <b>} c"} {
		if _, err := ParseMarked(bad); err == nil {
			t.Errorf("%q was read without an error", bad)
		}
	}
}

// TestCorpus keeps the corpus readable: known roots, a side in every sentence, no
// sentence twice.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("corpus/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	seen := map[string]bool{}
	for _, file := range files {
		list, err := ReadCorpus(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range list {
			if !plover.ValidRoot(m.Root) {
				t.Errorf("%s: unknown root %s", file, m.Root)
			}
			if len(m.Source)+len(m.Target) == 0 {
				t.Errorf("%s: no side is marked: %s", file, m.Text)
			}
			if key := m.Root + m.Text; seen[key] {
				t.Errorf("%s: twice: %s", file, m.Text)
			} else {
				seen[key] = true
			}
		}
	}
}

func TestModelShips(t *testing.T) {
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Roots(); len(got) != len(plover.Roots()) {
		t.Errorf("the model knows %d roots of %d", len(got), len(plover.Roots()))
	}
	if len(m.clusters) < 30000 {
		t.Errorf("only %d words have a group", len(m.clusters))
	}
	again, err := decode(m.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(again.weights, m.weights) || again.scale != m.scale || again.sharp != m.sharp {
		t.Error("encoding and decoding change the model")
	}
}

func TestFramesAreHeard(t *testing.T) {
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, root := range m.Roots() {
		o := m.Decide(Case{Framed: []Opinion{{root, 0.95}}})
		if o.Root != root {
			t.Errorf("frames say %s, the judge %s (%.2f), with nothing else to go by", root, o.Root, o.Confidence)
		}
	}
}

func TestTrainLearnsAndRepeats(t *testing.T) {
	examples := []Example{
		{[]uint32{1, 9}, "AID", 1}, {[]uint32{1, 8}, "AID", 1}, {[]uint32{2, 9}, "REJECT", 1}, {[]uint32{2, 8}, "REJECT", 1},
	}
	l := Learning{Epochs: 20, Rate: 0.1, L2: 0.01, Drop: 0.2, Seed: 3}
	m := l.Train(examples)
	if s := m.Scores([]uint32{1, 8, 9}); s[0] <= s[1] {
		t.Errorf("feature 1 does not speak for AID: %v", s)
	}
	if !slices.Equal(m.Encode(), l.Train(examples).Encode()) {
		t.Error("the same seed gave another model")
	}
}

func TestProbabilitiesSumToOne(t *testing.T) {
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for _, p := range m.Probabilities(Case{Framed: []Opinion{{"AID", 0.5}}}) {
		sum += p
	}
	if math.Abs(sum-1) > 1e-9 {
		t.Errorf("probabilities sum to %g", sum)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(embedded[:200])
	f.Add([]byte(magic + "A B\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := decode(b); err == nil {
			m.Probabilities(Case{})
		}
	})
}

func BenchmarkDecide(b *testing.B) {
	m, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	text, at := "Malta met Gozo", 0
	s := dateline.Sentence{Span: dateline.Span{Start: 0, End: len(text)}}
	for i, w := range []string{"Malta", "meet", "Gozo"} {
		head := 1
		if i == 1 {
			head = -1
		}
		s.Tokens = append(s.Tokens, dateline.Token{Span: dateline.Span{Start: at, End: at + len(w)}, Form: w, Lemma: w, UPOS: "VERB", Head: head, Deprel: "nsubj"})
		at += len(w) + 1
	}
	c := Case{Sentences: []dateline.Sentence{s}, Source: []dateline.Span{{Start: 0, End: 5}}, Target: []dateline.Span{{Start: 11, End: 15}}, Framed: []Opinion{{"CONSULT", 0.9}}}
	for b.Loop() {
		m.Decide(c)
	}
}
