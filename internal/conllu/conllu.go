// Package conllu reads and writes the CoNLL-U format of Universal Dependencies
// (https://universaldependencies.org/format.html).
package conllu

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// Sentence is a sentence with its comments ("# …" lines) and the text that its
// tokens make up, into which their Spans point.
type Sentence struct {
	dateline.Sentence
	Comments []string
	Misc     []string // the last column of each token, "" for none
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
			return b.done(r.line - 1)
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
		return b.done(r.line)
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
	f[1] = strings.Join(strings.Fields(f[1]), " ")
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
	if f[1] == "" {
		return errors.New("a word without a form")
	}
	head := 0
	if f[6] != "_" {
		if head, err = strconv.Atoi(f[6]); err != nil || head < 0 || head == id {
			return fmt.Errorf("head %q of word %d", f[6], id)
		}
	}
	t := dateline.Token{Form: f[1], Lemma: blank(f[2]), UPOS: blank(f[3]), XPOS: blank(f[4]), Feats: blank(f[5]), Head: head - 1, Deprel: blank(f[7])}
	b.place(&t, id, !strings.Contains(f[9], "SpaceAfter=No"))
	b.out.Tokens = append(b.out.Tokens, t)
	b.out.Misc = append(b.out.Misc, blank(f[9]))
	return nil
}

func (b *builder) multiword(from, to string, f []string) error {
	first, err1 := strconv.Atoi(from)
	last, err2 := strconv.Atoi(to)
	if err1 != nil || err2 != nil || first != len(b.out.Tokens)+1 || last < first || first <= b.mwtEnd {
		return fmt.Errorf("token number %q out of order", f[0])
	}
	if f[1] == "" {
		return errors.New("a token without a form")
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

// done completes the sentence whose last row stands in line last.
func (b *builder) done(last int) (*Sentence, error) {
	n := len(b.out.Tokens)
	for i := range b.out.Tokens {
		if h := b.out.Tokens[i].Head; h >= n {
			return nil, fmt.Errorf("line %d: word %d has the head %d, the sentence only %d words", last, i+1, h+1, n)
		}
	}
	if b.mwtEnd > n {
		return nil, fmt.Errorf("line %d: a token goes on to word %d, the sentence has only %d", last, b.mwtEnd, n)
	}
	b.out.Text = strings.TrimSuffix(b.text.String(), " ")
	b.out.Span = dateline.Span{Start: 0, End: len(b.out.Text)}
	b.out.Names = namesIn(b.out.Misc)
	return &b.out, nil
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
	for i := range len(s) {
		if s[i] <= ' ' || s[i] >= utf8.RuneSelf {
			return cmp.Or(strings.Join(strings.Fields(s), " "), "_")
		}
	}
	return s
}

// Write writes a sentence of text with comments, each a line that begins with "#".
// Names stand in the last column as NER=B-PER, NER=I-PER and so on.
func Write(w *bufio.Writer, text string, s *dateline.Sentence, comments ...string) error {
	for _, c := range comments {
		w.WriteString(c)
		w.WriteByte('\n')
	}
	ner := nameMarks(s)
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Part == 1 {
			last := i
			for last+1 < len(s.Tokens) && s.Tokens[last+1].Part == s.Tokens[last].Part+1 {
				last++
			}
			whole := t.Span.Cover(s.Tokens[last].Span)
			fmt.Fprintf(w, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", i+1, last+1, underscore(whole.In(text)), underscore(space(s, last)))
		}
		row(w, s, i, ner)
	}
	_, err := w.WriteString("\n")
	return err
}

func row(w *bufio.Writer, s *dateline.Sentence, i int, ner []string) {
	t := &s.Tokens[i]
	misc := ""
	if ner != nil {
		misc = ner[i]
	}
	if after := space(s, i); t.Part == 0 && after != "" {
		misc = strings.TrimPrefix(misc+"|"+after, "|")
	}
	head, rel := strconv.Itoa(t.Head+1), t.Deprel
	if rel == "" {
		head, rel = "_", "_"
	}
	fields := [...]string{strconv.Itoa(i + 1), underscore(t.Form), underscore(t.Lemma), underscore(t.UPOS),
		underscore(t.XPOS), underscore(t.Feats), head, rel, "_", underscore(misc)}
	for k, f := range fields {
		if k > 0 {
			w.WriteByte('\t')
		}
		w.WriteString(f)
	}
	w.WriteByte('\n')
}

// space says that no space follows a token.
func space(s *dateline.Sentence, i int) string {
	if i+1 < len(s.Tokens) && s.Tokens[i+1].Span.Start == s.Tokens[i].Span.End {
		return "SpaceAfter=No"
	}
	return ""
}

const nameKey = "NER="

// nameMarks are the marks of the names of a sentence by token, nil for none.
func nameMarks(s *dateline.Sentence) []string {
	if len(s.Names) == 0 {
		return nil
	}
	out := make([]string, len(s.Tokens))
	for _, n := range s.Names {
		for i := n.First; i < n.Last; i++ {
			out[i] = nameKey + "I-" + string(n.Type)
		}
		out[n.First] = nameKey + "B-" + string(n.Type)
	}
	return out
}

// namesIn reads the marks that nameMarks makes.
func namesIn(misc []string) []dateline.Name {
	var out []dateline.Name
	for i, m := range misc {
		_, mark, ok := strings.Cut("|"+m, "|"+nameKey)
		if !ok {
			continue
		}
		mark, _, _ = strings.Cut(mark, "|")
		prefix, kind, _ := strings.Cut(mark, "-")
		t := dateline.NameType(kind)
		if k := len(out) - 1; prefix == "I" && k >= 0 && out[k].Last == i && out[k].Type == t {
			out[k].Last++
		} else if kind != "" {
			out = append(out, dateline.Name{First: i, Last: i + 1, Type: t})
		}
	}
	return out
}
