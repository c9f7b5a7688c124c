package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/syntax"
)

// scored are the types that every corpus of names marks alike.
var scored = map[string]dateline.NameType{
	"PER": dateline.PersonName, "Person": dateline.PersonName,
	"ORG": dateline.OrgName, "Organization": dateline.OrgName,
	"LOC": dateline.PlaceName, "Location": dateline.PlaceName,
}

// scoreNames prints precision, recall and F1 of whole names on corpora that
// train nothing.
func scoreNames(w io.Writer, model *syntax.Model, dir string) error {
	for _, file := range []string{"uner-ewt-dev.iob2", "worldwide-dev.tsv"} {
		ss, err := goldNames(filepath.Join(dir, "ner", file))
		if err != nil {
			return err
		}
		gold := map[dateline.Name]bool{}
		own := map[dateline.Name]bool{}
		collect(gold, ss)
		model.Annotate(ss)
		collect(own, ss)
		for _, t := range []dateline.NameType{"", dateline.PersonName, dateline.OrgName, dateline.PlaceName} {
			right, g, o := 0, of(gold, t), of(own, t)
			for n := range own {
				if gold[n] && (t == "" || n.Type == t) {
					right++
				}
			}
			p, r := float64(right)/float64(max(o, 1)), float64(right)/float64(max(g, 1))
			fmt.Fprintf(w, "%-18s %-4s P %5.2f R %5.2f F1 %5.2f (%d names)\n", file, t, 100*p, 100*r, 200*p*r/max(p+r, 1e-9), g)
		}
	}
	return nil
}

// of counts the names of a type, all for "".
func of(names map[dateline.Name]bool, t dateline.NameType) int {
	n := 0
	for name := range names {
		if t == "" || name.Type == t {
			n++
		}
	}
	return n
}

// collect gathers the names of the types that are scored, numbered through.
func collect(out map[dateline.Name]bool, ss []dateline.Sentence) {
	base := 0
	for i := range ss {
		for _, n := range ss[i].Names {
			if scored[string(n.Type)] != "" {
				out[dateline.Name{First: base + n.First, Last: base + n.Last, Type: n.Type}] = true
			}
		}
		base += len(ss[i].Tokens)
	}
}

// goldNames reads words with IOB2 tags: number, word, tag in .iob2 files, word
// and tag in others.
func goldNames(path string) ([]dateline.Sentence, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	col := 0
	if strings.HasSuffix(path, ".iob2") {
		col = 1
	}
	var out []dateline.Sentence
	var s dateline.Sentence
	for _, line := range append(strings.Split(strings.ReplaceAll(string(b), "\r", ""), "\n"), "") {
		cols := strings.Split(line, "\t")
		if line != "" && (strings.HasPrefix(line, "# ") || len(cols) < col+2) {
			continue
		}
		if line == "" {
			if len(s.Tokens) > 0 {
				out = append(out, s)
			}
			s = dateline.Sentence{}
			continue
		}
		i := len(s.Tokens)
		s.Tokens = append(s.Tokens, dateline.Token{Form: cols[col]})
		prefix, kind, _ := strings.Cut(cols[col+1], "-")
		if t := scored[kind]; t != "" {
			if k := len(s.Names) - 1; prefix == "I" && k >= 0 && s.Names[k].Last == i {
				s.Names[k].Last++
			} else {
				s.Names = append(s.Names, dateline.Name{First: i, Last: i + 1, Type: t})
			}
		}
	}
	return out, nil
}
