package syntax_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/syntax"
)

// small is a training on the sentences of the news test: a few steps.
func small(tb testing.TB, seed uint64) syntax.Training {
	t := syntax.Training{Epochs: 1, Batch: 120, Rate: 0.002, Seed: seed, Log: io.Discard}
	for _, n := range news(tb) {
		classes := make([]uint32, len(n.gold.Tokens))
		for i := range classes {
			classes[i] = 1
			if n.gold.Tokens[i].UPOS == "PROPN" {
				classes[i] = 1<<1 | 1<<3
			}
		}
		t.Sentences = append(t.Sentences, syntax.Labelled{Sentence: dateline.Sentence{Tokens: n.gold.Tokens}, Syntax: true, NameClasses: classes, Weight: 1})
	}
	for i, w := range []string{"the", "minister", "said", "talks"} {
		v := make([]float32, 100)
		v[i] = 0.5
		t.Vectors = append(t.Vectors, syntax.WordVector{Word: w, Vector: v})
	}
	return t
}

func train(tb testing.TB, t syntax.Training) []byte {
	tb.Helper()
	var file []byte
	t.Save = func(_ int, f []byte) error { file = f; return nil }
	if err := syntax.Train(t); err != nil {
		tb.Fatal(err)
	}
	return file
}

// annotated is what a model file makes of the prose of these tests.
func annotated(tb testing.TB, file []byte) []dateline.Sentence {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "model")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		tb.Fatal(err)
	}
	m, err := syntax.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	ss := sentences(prose)
	m.Annotate(ss)
	return ss
}

// TestTrainingRepeats: one seed gives the same bytes, another seed others, and
// going on from a model begins with its weights.
func TestTrainingRepeats(t *testing.T) {
	first := train(t, small(t, 1))
	if !bytes.Equal(first, train(t, small(t, 1))) {
		t.Error("the same seed gave another model")
	}
	if bytes.Equal(first, train(t, small(t, 2))) {
		t.Error("another seed gave the same model")
	}
	on := small(t, 1)
	on.From, on.Rate = first, 0
	before, after := annotated(t, first), annotated(t, train(t, on))
	if !reflect.DeepEqual(before, after) {
		t.Error("going on at rate 0 changed what the model says")
	}
	on.From = first[:len(first)/2]
	if err := syntax.Train(on); err == nil {
		t.Error("went on from half a model")
	}
}
