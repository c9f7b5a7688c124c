package main

import (
	_ "embed"
	"errors"
	"io"
	"strings"

	"github.com/dateline/dateline/internal/conllu"
	"github.com/dateline/dateline/internal/syntax"
)

//go:embed press.conllu
var pressTrees string

const (
	pressWeight = 2
	pressCopies = 8 // with other names, see varied
)

// press reads the constructions of news.
func press() ([]syntax.Labelled, error) {
	var out []syntax.Labelled
	for r := conllu.NewReader(strings.NewReader(pressTrees)); ; {
		s, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		l := syntax.Labelled{Sentence: s.Sentence, Syntax: true, Copy: true, Weight: pressWeight, NameClasses: make([]uint32, len(s.Tokens))}
		for i := range l.NameClasses {
			l.NameClasses[i] = outside
		}
		for _, n := range s.Names {
			for i := n.First; i < n.Last; i++ {
				l.NameClasses[i] = class(n.Type, i == n.First)
			}
		}
		out = append(out, l)
	}
}
