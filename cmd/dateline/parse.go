package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/conllu"
	"github.com/dateline/dateline/internal/ingest"
	"github.com/dateline/dateline/internal/syntax"
	"github.com/dateline/dateline/internal/token"
	"github.com/dateline/dateline/pipeline"
)

type parseCmd struct {
	Tokens string   `help:"CoNLL-U file whose sentences and words are kept; - for standard input." placeholder:"FILE"`
	Model  string   `help:"Syntax model instead of the one that ships." type:"existingfile" placeholder:"FILE"`
	Path   []string `arg:"" optional:"" help:"Plain texts; - or nothing for standard input."`
}

// Help is shown below the usage line.
func (parseCmd) Help() string {
	return `Names stand in the last column: NER=B-PER, NER=I-PER, … (PER, ORG, LOC, NORP, MISC).

Examples:
  dateline parse story.txt > story.conllu
  echo "Talks were held in Oslo." | dateline parse
  dateline parse --tokens gold.conllu > own.conllu`
}

// Run writes the syntax of each sentence as CoNLL-U, as soon as it is known.
func (c *parseCmd) Run(ctx context.Context, m *Main) error {
	model, err := c.model()
	if err != nil {
		return err
	}
	p := &parser{model: model, out: bufio.NewWriterSize(m.Stdout, 64<<10)}
	paths, parse := c.Path, p.text
	if c.Tokens != "" {
		paths, parse = []string{c.Tokens}, p.given
	} else if len(paths) == 0 {
		paths = []string{"-"}
	}
	for _, path := range paths {
		if err = m.read(ctx, path, parse); err != nil {
			break
		}
	}
	return errors.Join(err, p.out.Flush())
}

func (c *parseCmd) model() (*syntax.Model, error) {
	if c.Model == "" {
		return syntax.Load()
	}
	return syntax.Open(c.Model)
}

// read hands a file, or standard input for "-", to parse.
func (m *Main) read(ctx context.Context, path string, parse func(r io.Reader, path string) error) error {
	if path == "-" {
		return parse(&untilDone{ctx: ctx, r: m.Stdin}, path)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return parse(&untilDone{ctx: ctx, r: f}, path)
}

// parser writes what the model makes of texts.
type parser struct {
	model *syntax.Model
	out   *bufio.Writer
}

// given parses sentences whose words are given. What is known before the next
// read is written before it.
func (p *parser) given(r io.Reader, path string) error {
	in := conllu.NewReader(p.flushBefore(r))
	for {
		s, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if err := p.write(s.Text, []dateline.Sentence{s.Sentence}, s.Comments...); err != nil {
			return err
		}
	}
}

// text parses a text paragraph by paragraph; what is no plain UTF-8 text is read
// as a whole.
func (p *parser) text(r io.Reader, path string) error {
	in := bufio.NewReaderSize(p.flushBefore(r), 64<<10)
	if !plain(in) {
		return p.whole(in, path)
	}
	cut := paragraphs{in: in}
	for {
		text, err := cut.next()
		if err := p.paragraphs(text); err != nil {
			return err
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (p *parser) whole(r io.Reader, path string) error {
	docs, err := ingest.ReadFrom(r, path)
	if err != nil {
		return err
	}
	for _, doc := range docs {
		if err := p.paragraphs(doc.Text); err != nil {
			return err
		}
	}
	return nil
}

// paragraphs parses the sentences of a text.
func (p *parser) paragraphs(text string) error {
	report := pipeline.Whole("", text, "")
	return p.write(text, token.Split(text, report.Paragraphs))
}

// write parses sentences and writes them with the comments given.
func (p *parser) write(text string, ss []dateline.Sentence, comments ...string) error {
	p.model.Annotate(ss)
	for i := range ss {
		c := comments
		if !slices.ContainsFunc(c, func(s string) bool { return strings.HasPrefix(s, "# text = ") }) {
			c = append(c[:len(c):len(c)], "# text = "+oneLine(ss[i].Span.In(text)))
		}
		if err := conllu.Write(p.out, text, &ss[i], c...); err != nil {
			return err
		}
	}
	return nil
}

// flushBefore is r, with the output flushed before each read from it.
func (p *parser) flushBefore(r io.Reader) io.Reader {
	return readerFunc(func(b []byte) (int, error) {
		if err := p.out.Flush(); err != nil {
			return 0, err
		}
		return r.Read(b)
	})
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(b []byte) (int, error) { return f(b) }
