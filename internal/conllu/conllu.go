// Package conllu reads and writes the CoNLL-U format of Universal Dependencies
// (https://universaldependencies.org/format.html).
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/dateline/dateline"
)

// Sentence is a sentence with its comments ("# …" lines) and the text that its
// tokens make up, into which their Spans point.
type Sentence struct {
	dateline.Sentence
	Comments []string
	Text     string
}

// Reader reads sentences one by one.
type Reader struct {
	s    *bufio.Scanner
	line int
}

// NewReader reads from r; lines may be up to 1 MiB long.
func NewReader(r io.Reader) *Reader {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 64<<10), 1<<20)
	return &Reader{s: s}
}

// Read returns the next sentence, io.EOF after the last one. Empty nodes are
// passed over. An error names the line.
func (r *Reader) Read() (*Sentence, error) {
	b := builder{}
	for r.s.Scan() {
		r.line++
		line := strings.TrimRight(r.s.Text(), "\r")
		switch {
		case line == "" && len(b.out.Tokens) > 0:
			return b.done(), nil
		case line == "":
		case line[0] == '#':
			b.out.Comments = append(b.out.Comments, line)
		default:
			if err := b.row(strings.Split(line, "\t")); err != nil {
				return nil, fmt.Errorf("line %d: %w", r.line, err)
			}
		}
	}
	if err := r.s.Err(); err != nil {
		return nil, fmt.Errorf("line %d: %w", r.line+1, err)
	}
	if len(b.out.Tokens) > 0 {
		return b.done(), nil
	}
	return nil, io.EOF
}

// builder puts the rows of a sentence together.
type builder struct {
	out      Sentence
	text     strings.Builder
	mwtEnd   int           // last word of the open multiword token
	mwtSpan  dateline.Span // its bytes
	mwtSpace bool          // a space follows it
	part     int
}

func (b *builder) row(f []string) error {
	if len(f) != 10 {
		return fmt.Errorf("%d columns, want 10", len(f))
	}
	if strings.Contains(f[0], ".") {
		return nil
	}
	if from, to, ok := strings.Cut(f[0], "-"); ok {
		return b.multiword(from, to, f)
	}
	id, err := strconv.Atoi(f[0])
	if err != nil || id != len(b.out.Tokens)+1 {
		return fmt.Errorf("word number %q out of order", f[0])
	}
	head := 0
	if f[6] != "_" {
		if head, err = strconv.Atoi(f[6]); err != nil {
			return fmt.Errorf("head %q is no number", f[6])
		}
	}
	t := dateline.Token{Form: f[1], Lemma: blank(f[2]), UPOS: blank(f[3]), XPOS: blank(f[4]), Feats: blank(f[5]), Head: head - 1, Deprel: blank(f[7])}
	b.place(&t, id, !strings.Contains(f[9], "SpaceAfter=No"))
	b.out.Tokens = append(b.out.Tokens, t)
	return nil
}

func (b *builder) multiword(from, to string, f []string) error {
	first, err1 := strconv.Atoi(from)
	last, err2 := strconv.Atoi(to)
	if err1 != nil || err2 != nil || first != len(b.out.Tokens)+1 || last < first {
		return fmt.Errorf("token number %q out of order", f[0])
	}
	start := b.text.Len()
	b.text.WriteString(f[1])
	b.mwtEnd, b.part = last, 0
	b.mwtSpan = dateline.Span{Start: start, End: b.text.Len()}
	b.mwtSpace = !strings.Contains(f[9], "SpaceAfter=No")
	return nil
}

// place gives a word its bytes: within a multiword token in order, as far as the
// token's bytes reach.
func (b *builder) place(t *dateline.Token, id int, space bool) {
	if id > b.mwtEnd {
		start := b.text.Len()
		b.text.WriteString(t.Form)
		t.Span = dateline.Span{Start: start, End: b.text.Len()}
		if space {
			b.text.WriteByte(' ')
		}
		return
	}
	b.part++
	t.Part = b.part
	end := min(b.mwtSpan.Start+len(t.Form), b.mwtSpan.End)
	if id == b.mwtEnd {
		end = b.mwtSpan.End
	}
	t.Span = dateline.Span{Start: b.mwtSpan.Start, End: end}
	b.mwtSpan.Start = end
	if id == b.mwtEnd && b.mwtSpace {
		b.text.WriteByte(' ')
	}
}

func (b *builder) done() *Sentence {
	b.out.Text = strings.TrimSuffix(b.text.String(), " ")
	for i := range b.out.Tokens {
		if h := b.out.Tokens[i].Head; h < -1 || h >= len(b.out.Tokens) || h == i {
			b.out.Tokens[i].Head = -1
		}
	}
	b.out.Span = dateline.Span{Start: 0, End: len(b.out.Text)}
	return &b.out
}

func blank(s string) string {
	if s == "_" {
		return ""
	}
	return s
}

func underscore(s string) string {
	if s == "" {
		return "_"
	}
	return strings.Join(strings.Fields(s), " ")
}

// Write writes a sentence of text with the comments given (without "# ").
func Write(w *bufio.Writer, text string, s *dateline.Sentence, comments ...string) error {
	for _, c := range comments {
		fmt.Fprintf(w, "# %s\n", c)
	}
	for i := 0; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Part == 1 {
			last := i
			for last+1 < len(s.Tokens) && s.Tokens[last+1].Part == s.Tokens[last].Part+1 {
				last++
			}
			whole := t.Span.Cover(s.Tokens[last].Span)
			fmt.Fprintf(w, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", i+1, last+1, underscore(whole.In(text)), misc(s, last))
		}
		row(w, s, i)
	}
	_, err := w.WriteString("\n")
	return err
}

func row(w *bufio.Writer, s *dateline.Sentence, i int) {
	t := &s.Tokens[i]
	m := "_"
	if t.Part == 0 {
		m = misc(s, i)
	}
	head, rel := strconv.Itoa(t.Head+1), t.Deprel
	if rel == "" {
		head, rel = "_", "_"
	}
	fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t_\t%s\n", i+1, underscore(t.Form), underscore(t.Lemma), underscore(t.UPOS),
		underscore(t.XPOS), underscore(t.Feats), head, rel, m)
}

func misc(s *dateline.Sentence, i int) string {
	if i+1 < len(s.Tokens) && s.Tokens[i+1].Span.Start == s.Tokens[i].Span.End {
		return "SpaceAfter=No"
	}
	return "_"
}
