package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/syntax"
)

// span is an entity of re3d: runes of a document.
type span struct {
	Begin, End              int
	Type, Value, DocumentID string
}

// re3d reads documents with the entities beside them. Its spans hold whole noun
// phrases; one that is a name alone is kept, without its article, and the words
// of the others are unknown.
func re3d(path string) ([]syntax.Labelled, error) {
	byDoc := map[string][]span{}
	err := lines(strings.Replace(path, ".documents.", ".entities.", 1), func(b []byte) error {
		var s span
		err := json.Unmarshal(b, &s)
		byDoc[s.DocumentID] = append(byDoc[s.DocumentID], s)
		return err
	})
	if err != nil {
		return nil, err
	}
	var out []syntax.Labelled
	err = lines(path, func(b []byte) error {
		var doc struct {
			ID   string `json:"_id"`
			Text string
		}
		err := json.Unmarshal(b, &doc)
		out = append(out, marked(doc.Text, byDoc[doc.ID])...)
		return err
	})
	return out, err
}

func lines(path string, do func([]byte) error) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for i, line := range strings.Split(string(b), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if err := do([]byte(line)); err != nil {
			return fmt.Errorf("%s:%d: %w", filepath.Base(path), i+1, err)
		}
	}
	return nil
}

// marked cuts a document into sentences at line ends and full stops before a
// capital, and marks the names.
func marked(text string, spans []span) []syntax.Labelled {
	runes := []rune(text)
	slices.SortStableFunc(spans, func(a, b span) int { return (b.End - b.Begin) - (a.End - a.Begin) })
	var out []syntax.Labelled
	s := syntax.Labelled{Weight: 1}
	flush := func() {
		if len(s.Tokens) > 2 {
			out = append(out, s)
		}
		s = syntax.Labelled{Weight: 1}
	}
	for i := 0; i < len(runes); {
		r := runes[i]
		if unicode.IsSpace(r) {
			if r == '\n' {
				flush()
			}
			i++
			continue
		}
		end := i + 1
		for wordRune(r) && end < len(runes) && (wordRune(runes[end]) || runes[end] == '.' && end+1 < len(runes) && wordRune(runes[end+1])) {
			end++
		}
		s.Tokens = append(s.Tokens, dateline.Token{Form: string(runes[i:end])})
		s.NameClasses = append(s.NameClasses, classIn(spans, i))
		if end-i == 1 && r == '.' && end+1 < len(runes) && unicode.IsSpace(runes[end]) && len(s.Tokens) > 1 && len(s.Tokens[len(s.Tokens)-2].Form) > 3 {
			flush()
		}
		i = end
	}
	flush()
	return out
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// classIn is the class of the word at rune i by the longest span around it.
func classIn(spans []span, i int) uint32 {
	for _, s := range spans {
		t, ok := nameTypes[s.Type]
		if i < s.Begin || i >= s.End || !ok {
			continue
		}
		value, begin := s.Value, s.Begin
		for _, article := range []string{"the ", "The "} {
			if rest, ok := strings.CutPrefix(value, article); ok {
				value, begin = rest, begin+len(article)
			}
		}
		switch {
		case !properName(value):
			return 0
		case i < begin:
			return outside
		}
		return class(t, i == begin)
	}
	return outside | others
}

// properName reports whether all words but small ones begin with a capital.
func properName(s string) bool {
	for i, w := range strings.Fields(s) {
		if r := []rune(w)[0]; !unicode.IsUpper(r) && (i == 0 || len(w) > 3) {
			return false
		}
	}
	return s != ""
}
