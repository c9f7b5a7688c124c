// Command train rebuilds the syntax model from its corpora:
//
//	go run ./internal/syntax/train -ud ewt-train.conllu,gum-train.conllu -iob2 uner-ewt-train.iob2,wikigold.txt,crossner-politics-train.txt -o internal/syntax/data/english.model
//
// The same corpora and seed give the same bytes.
package main

import (
	"bufio"
	"errors"
	"flag"
	"io"
	"log"
	"os"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/conllu"
	"github.com/dateline/dateline/internal/syntax"
)

func main() {
	log.SetFlags(0)
	ud := flag.String("ud", "", "CoNLL-U files, separated by commas")
	iob := flag.String("iob2", "", "files of words with IOB2 name tags, separated by commas")
	out := flag.String("o", "english.model", "model file to write")
	epochs := flag.Int("epochs", 8, "passes over the corpora")
	seed := flag.Uint64("seed", 1, "seed of the order of sentences")
	flag.Parse()
	t := syntax.Training{Epochs: *epochs, Seed: *seed, Log: os.Stderr}
	for _, path := range strings.Split(*ud, ",") {
		ss, err := treebank(path)
		if err != nil {
			log.Fatalf("%s: %v", path, err)
		}
		t.Syntax = append(t.Syntax, ss...)
	}
	for _, path := range strings.Split(*iob, ",") {
		ss, err := names(path)
		if err != nil {
			log.Fatalf("%s: %v", path, err)
		}
		t.Names = append(t.Names, ss...)
	}
	b, err := syntax.Train(t)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, b, 0o644); err != nil {
		log.Fatal(err)
	}
}

func treebank(path string) ([]dateline.Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []dateline.Sentence
	for r := conllu.NewReader(f); ; {
		s, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		out = append(out, s.Sentence)
	}
}

// nameTypes maps the corpora's types to ours; a type that is not listed is no name.
var nameTypes = map[string]dateline.NameType{
	"PER": dateline.PersonName, "person": dateline.PersonName, "politician": dateline.PersonName,
	"ORG": dateline.OrgName, "organisation": dateline.OrgName, "politicalparty": dateline.OrgName,
	"LOC": dateline.PlaceName, "location": dateline.PlaceName, "country": dateline.PlaceName,
	"MISC": dateline.OtherName, "event": dateline.OtherName, "election": dateline.OtherName,
}

// names reads words with tags in the last column; UNER rows begin with a number.
func names(path string) ([]dateline.Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []dateline.Sentence
	var s dateline.Sentence
	flush := func() {
		if len(s.Tokens) > 0 {
			out = append(out, s)
		}
		s = dateline.Sentence{}
	}
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 64<<10), 1<<20)
	for sc.Scan() {
		line := strings.TrimRight(sc.Text(), "\r")
		if strings.HasPrefix(line, "# ") {
			continue
		}
		cols := strings.FieldsFunc(line, func(r rune) bool { return r == '\t' || r == ' ' })
		if len(cols) < 2 {
			flush()
			continue
		}
		word, tag := cols[0], cols[len(cols)-1]
		if strings.Contains(path, "uner") {
			word, tag = cols[1], cols[2]
		}
		add(&s, word, tag)
	}
	flush()
	return out, sc.Err()
}

func add(s *dateline.Sentence, word, tag string) {
	i := len(s.Tokens)
	s.Tokens = append(s.Tokens, dateline.Token{Form: word, Head: -1})
	prefix, kind, _ := strings.Cut(tag, "-")
	t, ok := nameTypes[kind]
	if !ok {
		return
	}
	if n := len(s.Names); prefix == "I" && n > 0 && s.Names[n-1].Last == i && s.Names[n-1].Type == t {
		s.Names[n-1].Last = i + 1
		return
	}
	s.Names = append(s.Names, dateline.Name{First: i, Last: i + 1, Type: t})
}
