package judge

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/dateline/dateline"
)

// Marked is one line of the corpus: a text with the spans of its two sides and the
// root of what the source does to the target.
type Marked struct {
	Root           string
	Text           string
	Source, Target []dateline.Span
}

// ReadCorpus reads a file of lines "ROOT text", in whose text the source stands in
// braces and the target in angle brackets. Lines that begin with # are comments.
func ReadCorpus(path string) ([]Marked, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Marked
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimSpace(in.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		m, err := ParseMarked(line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		out = append(out, m)
	}
	return out, in.Err()
}

// ParseMarked reads one line of the corpus.
func ParseMarked(line string) (Marked, error) {
	root, rest, ok := strings.Cut(line, " ")
	if !ok {
		return Marked{}, fmt.Errorf("no text behind %q", line)
	}
	m := Marked{Root: root}
	var text strings.Builder
	open := byte(0)
	start := 0
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; c {
		case '{', '<':
			if open != 0 {
				return Marked{}, fmt.Errorf("a mark inside a mark: %q", line)
			}
			open, start = c, text.Len()
		case '}', '>':
			span := dateline.Span{Start: start, End: text.Len()}
			switch {
			case open == '{' && c == '}':
				m.Source = append(m.Source, span)
			case open == '<' && c == '>':
				m.Target = append(m.Target, span)
			default:
				return Marked{}, fmt.Errorf("marks do not match: %q", line)
			}
			open = 0
		default:
			text.WriteByte(c)
		}
	}
	if open != 0 {
		return Marked{}, fmt.Errorf("a mark is left open: %q", line)
	}
	m.Text = text.String()
	return m, nil
}
