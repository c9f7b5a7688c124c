package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/pipeline"
)

type relateCmd struct {
	overlays
	Path string `arg:"" optional:"" help:"JSON lines with the pairs; - or nothing for standard input." default:"-"`
}

// Help is shown below the usage line.
func (relateCmd) Help() string {
	return `Examples:
  dateline relate pairs.jsonl > roots.jsonl

Reads {"id", "text", "source_bytes": [[start, end], …], "target_bytes": […]} a
line and writes {"id", "root", "confidence"}: the PLOVER root of what the source
does to the target. A side that the text does not name has no spans.`
}

// pair is one line of the input.
type pair struct {
	ID     json.RawMessage `json:"id"`
	Text   string          `json:"text"`
	Source [][2]int        `json:"source_bytes"`
	Target [][2]int        `json:"target_bytes"`
}

// related is one line of the output.
type related struct {
	ID         json.RawMessage `json:"id"`
	Root       string          `json:"root"`
	Mode       string          `json:"mode,omitempty"`
	Confidence float64         `json:"confidence"`
	Frame      string          `json:"frame,omitempty"`
}

// Run answers every pair.
func (c *relateCmd) Run(ctx context.Context, m *Main) error {
	p, err := c.pipeline()
	if err != nil {
		return err
	}
	in := m.Stdin
	if c.Path != "-" {
		f, err := os.Open(c.Path)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	out := bufio.NewWriter(m.Stdout)
	if err := eachLine(ctx, in, c.Path, func(line []byte) error { return relateLine(p, line, out) }); err != nil {
		return errors.Join(err, out.Flush())
	}
	return out.Flush()
}

func relateLine(p *pipeline.Pipeline, line []byte, out io.Writer) error {
	var in pair
	if err := json.Unmarshal(line, &in); err != nil {
		return err
	}
	rel := p.Relate(in.Text, spans(in.Source), spans(in.Target))
	b, err := json.Marshal(related{in.ID, rel.Root, rel.Mode, rel.Confidence, rel.Frame})
	if err != nil {
		return err
	}
	_, err = out.Write(append(b, '\n'))
	return err
}

func spans(pairs [][2]int) []dateline.Span {
	var out []dateline.Span
	for _, p := range pairs {
		out = append(out, dateline.Span{Start: p[0], End: p[1]})
	}
	return out
}

// eachLine calls fn for every line that is not blank; an error of fn is reported
// with the line's number as bad input.
func eachLine(ctx context.Context, in io.Reader, name string, fn func([]byte) error) error {
	r := bufio.NewReader(in)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if ferr := fn(line); ferr != nil {
				return &dateline.InputError{Path: name, Cause: fmt.Sprintf("line %d: %v", n, ferr)}
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
}
