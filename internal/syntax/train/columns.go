package main

import (
	"os"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/syntax"
)

// columns reads words with tags in the last column, in IOB or IOB2.
func columns(path string) ([]syntax.Labelled, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []syntax.Labelled
	for _, block := range strings.Split(strings.ReplaceAll(string(b), "\r", ""), "\n\n") {
		s := syntax.Labelled{Weight: 1}
		last := ""
		for _, line := range strings.Split(block, "\n") {
			cols := strings.FieldsFunc(line, func(r rune) bool { return r == '\t' || r == ' ' })
			if len(cols) < 2 {
				continue
			}
			tag := cols[len(cols)-1]
			prefix, kind, _ := strings.Cut(tag, "-")
			add(&s, cols[0], kind, prefix == "B" || kind != last)
			last = kind
		}
		if len(s.Tokens) > 0 {
			lone(&s)
			out = append(out, s)
		}
	}
	return out, nil
}

// add adds a word, cut at its hyphens as the treebanks do.
func add(s *syntax.Labelled, word, kind string, first bool) {
	t, named := nameTypes[kind]
	for len(word) > 0 {
		n := len(word)
		if i := strings.IndexByte(word, '-'); i > 0 && i+1 < len(word) && len(word) > 2 {
			n = i
		} else if i == 0 && len(word) > 1 && word[1] != '-' {
			n = 1
		}
		c := outside
		if named {
			c = class(t, first)
		}
		s.Tokens = append(s.Tokens, dateline.Token{Form: word[:n]})
		s.NameClasses = append(s.NameClasses, c)
		word, first = word[n:], false
	}
}

// lone turns names of other kinds that are one word for people into groups.
func lone(s *syntax.Labelled) {
	other := class(dateline.OtherName, true)
	for i, c := range s.NameClasses {
		if c == other && (i+1 == len(s.NameClasses) || s.NameClasses[i+1] != other<<1) && nationality(s.Tokens[i].Form) {
			s.NameClasses[i] = class(dateline.GroupName, true)
		}
	}
}
