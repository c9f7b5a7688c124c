package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/conllu"
	"github.com/dateline/dateline/internal/ingest"
	"github.com/dateline/dateline/internal/syntax"
	"github.com/dateline/dateline/internal/token"
	"github.com/dateline/dateline/pipeline"
)

type parseCmd struct {
	Tokens string   `help:"CoNLL-U file whose sentences and words are kept." type:"existingfile" placeholder:"FILE"`
	Model  string   `help:"Syntax model instead of the one that ships." type:"existingfile" placeholder:"FILE"`
	Path   []string `arg:"" optional:"" help:"Plain texts; - or nothing for standard input."`
}

// Help is shown below the usage line.
func (parseCmd) Help() string {
	return `Examples:
  dateline parse story.txt > story.conllu
  echo "Talks were held in Oslo." | dateline parse
  dateline parse --tokens gold.conllu > own.conllu`
}

// Run writes the syntax of each sentence as CoNLL-U.
func (c *parseCmd) Run(ctx context.Context, m *Main) error {
	model, err := c.model()
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(m.Stdout, 64<<10)
	if c.Tokens != "" {
		err = c.given(ctx, model, out)
	} else {
		err = c.texts(ctx, m, model, out)
	}
	return errors.Join(err, out.Flush())
}

func (c *parseCmd) model() (*syntax.Model, error) {
	if c.Model == "" {
		return syntax.Load()
	}
	return syntax.Open(c.Model)
}

func (c *parseCmd) given(ctx context.Context, model *syntax.Model, out *bufio.Writer) error {
	f, err := os.Open(c.Tokens)
	if err != nil {
		return err
	}
	defer f.Close()
	r := conllu.NewReader(f)
	for ctx.Err() == nil {
		s, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", c.Tokens, err)
		}
		ss := []dateline.Sentence{s.Sentence}
		model.Annotate(ss)
		if err := conllu.Write(out, s.Text, &ss[0], "text = "+oneLine(s.Text)); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func (c *parseCmd) texts(ctx context.Context, m *Main, model *syntax.Model, out *bufio.Writer) error {
	if len(c.Path) == 0 {
		c.Path = []string{"-"}
	}
	for _, path := range c.Path {
		text, err := m.text(path)
		if err != nil {
			return err
		}
		r := pipeline.Whole("", text, "")
		ss := token.Split(text, r.Paragraphs)
		model.Annotate(ss)
		for i := range ss {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if err := conllu.Write(out, text, &ss[i], "text = "+oneLine(ss[i].Span.In(text))); err != nil {
				return err
			}
		}
	}
	return nil
}

// text is the text of a file, or of standard input for "-".
func (m *Main) text(path string) (string, error) {
	if path == "-" {
		b, err := io.ReadAll(m.Stdin)
		return string(b), err
	}
	doc, err := ingest.Read(path)
	if err != nil {
		return "", err
	}
	return doc.Text, nil
}
