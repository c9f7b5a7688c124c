package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/ingest"
	"github.com/dateline/dateline/pipeline"
)

type annotateCmd struct {
	overlays
	Layer string   `help:"times, places, actors or attributions." enum:"times,places,actors,attributions" required:""`
	DCT   string   `help:"Publication day of plain files, YYYY-MM-DD." name:"dct" placeholder:"DAY"`
	Path  []string `arg:"" optional:"" help:"JSON lines (.jsonl) with id, text and dct, or plain texts; - or nothing for JSON lines on standard input."`
}

// Help is shown below the usage line.
func (annotateCmd) Help() string {
	return `Examples:
  dateline annotate --layer times articles.jsonl > times.jsonl
  dateline annotate --layer attributions --dct 2000-02-13 story.txt

Reads {"id", "text", "dct"} a line and writes {"id", and the layer} a line.
Offsets are code points of the text, end exclusive.`
}

// Run annotates each document with one layer.
func (c *annotateCmd) Run(ctx context.Context, m *Main) error {
	p, err := c.pipeline()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(m.Stdout)
	defer out.Flush()
	if len(c.Path) == 0 {
		c.Path = []string{"-"}
	}
	for _, path := range c.Path {
		if err := c.file(ctx, m, p, path, out); err != nil {
			return err
		}
	}
	return out.Flush()
}

// file annotates one input.
func (c *annotateCmd) file(ctx context.Context, m *Main, p *pipeline.Pipeline, path string, out io.Writer) error {
	if path == "-" {
		return c.lines(ctx, p, m.Stdin, path, out)
	}
	if !strings.HasSuffix(path, ".jsonl") {
		docs, err := ingest.Read(path)
		if err != nil {
			return err
		}
		return c.write(p, annotated{ID: path, Text: docs.Text, DCT: dateline.Day(c.DCT)}, out)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return c.lines(ctx, p, f, path, out)
}

// annotated is one document as other programs bring it.
type annotated struct {
	ID   string       `json:"id"`
	Text string       `json:"text"`
	DCT  dateline.Day `json:"dct"`
}

func (c *annotateCmd) lines(ctx context.Context, p *pipeline.Pipeline, in io.Reader, name string, out io.Writer) error {
	return eachLine(ctx, in, name, func(line []byte) error {
		var d annotated
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		return c.write(p, d, out)
	})
}

// write annotates one document and writes its line.
func (c *annotateCmd) write(p *pipeline.Pipeline, d annotated, out io.Writer) error {
	day := d.DCT
	if len(day) > len("2006-01-02") {
		day = day[:len("2006-01-02")]
	}
	if _, ok := day.Time(); !ok {
		day = ""
	}
	r := pipeline.Whole(dateline.IDOf([]byte(d.Text)), d.Text, day)
	p.Annotate(d.Text, &r)
	points := newCodePoints(d.Text)
	row := map[string]any{"id": d.ID}
	switch c.Layer {
	case "times":
		row["timexes"] = timesLayer(r, points)
	case "places":
		row["places"] = placesLayer(d.Text, r, points)
	case "actors":
		row["actors"] = actorsLayer(d.Text, r, points)
	case "attributions":
		row["attributions"] = attributionsLayer(r, points)
	}
	b, err := json.Marshal(row)
	if err != nil {
		return err
	}
	_, err = out.Write(append(b, '\n'))
	return err
}

// codePoints turns byte offsets of a text into code points.
type codePoints struct {
	text  string
	ascii bool
	at    []int // code points before each byte, where the text is not ASCII
}

func newCodePoints(text string) codePoints {
	c := codePoints{text: text, ascii: true}
	for i := 0; i < len(text) && c.ascii; i++ {
		c.ascii = text[i] < utf8.RuneSelf
	}
	if c.ascii {
		return c
	}
	c.at = make([]int, len(text)+1)
	n := 0
	for i := range len(text) {
		if utf8.RuneStart(text[i]) {
			n++
		}
		c.at[i+1] = n
	}
	return c
}

func (c codePoints) of(s dateline.Span) [2]int {
	if c.ascii {
		return [2]int{s.Start, s.End}
	}
	return [2]int{c.at[s.Start], c.at[s.End]}
}

func (c codePoints) all(spans []dateline.Span) [][2]int {
	out := [][2]int{}
	for _, s := range spans {
		out = append(out, c.of(s))
	}
	return out
}

type timexRow struct {
	Start int                `json:"start"`
	End   int                `json:"end"`
	Type  dateline.TimexType `json:"type"`
	Value string             `json:"value"`
	Mod   string             `json:"mod,omitempty"`
}

func timesLayer(r dateline.Report, points codePoints) []timexRow {
	out := []timexRow{}
	for _, m := range r.Mentions {
		if m.Kind == dateline.TimeMention {
			at := points.of(m.Span)
			out = append(out, timexRow{at[0], at[1], m.Time.Type, m.Time.Value, m.Time.Mod})
		}
	}
	return out
}

type mentionRow struct {
	Start  int              `json:"start"`
	End    int              `json:"end"`
	Text   string           `json:"text"`
	Place  *dateline.Place  `json:"place,omitempty"`
	Actors []dateline.Actor `json:"actors,omitempty"`
	// Antecedent is the row's index of the mention that this one refers back to.
	Antecedent *int `json:"antecedent,omitempty"`
	// Evidence are the words that the reading rests on, the mention's own first.
	Evidence [][2]int `json:"evidence,omitempty"`
	Rule     string   `json:"rule"`
	Score    float64  `json:"score,omitempty"`
}

func placesLayer(text string, r dateline.Report, points codePoints) []mentionRow {
	out := []mentionRow{}
	for _, m := range r.Mentions {
		if m.Kind == dateline.PlaceMention {
			at := points.of(m.Span)
			out = append(out, mentionRow{Start: at[0], End: at[1], Text: m.Span.In(text), Place: m.Place, Rule: m.Why.Rule, Score: m.Why.Score})
		}
	}
	return out
}

func actorsLayer(text string, r dateline.Report, points codePoints) []mentionRow {
	out := []mentionRow{}
	row := map[int]int{}
	for i, m := range r.Mentions {
		if m.Kind != dateline.ActorMention {
			continue
		}
		row[i] = len(out)
		at := points.of(m.Span)
		out = append(out, mentionRow{Start: at[0], End: at[1], Text: m.Span.In(text), Actors: m.Actors, Evidence: points.all(m.Why.Spans), Rule: m.Why.Rule, Score: m.Why.Score})
	}
	for i, m := range r.Mentions {
		if to, ok := row[m.Antecedent]; ok && m.Kind == dateline.ActorMention {
			out[row[i]].Antecedent = &to
		}
	}
	return out
}

type attributionRow struct {
	Source  [][2]int           `json:"source"`
	Cue     [][2]int           `json:"cue"`
	Content [][2]int           `json:"content"`
	Parent  *int               `json:"parent"`
	Class   dateline.VerbClass `json:"class,omitempty"`
	Direct  bool               `json:"direct,omitempty"`
	Name    string             `json:"name,omitempty"`
	Kind    string             `json:"kind,omitempty"`
	Layers  int                `json:"layers"`
}

// attributionsLayer lists the attributions that the text states. A parent is the
// row's index of the nearest one around that the text states too.
func attributionsLayer(r dateline.Report, points codePoints) []attributionRow {
	out := []attributionRow{}
	at := make([]int, len(r.Attributions)) // row of each, of its parent where it is inherited
	for i, a := range r.Attributions {
		parent := -1
		if a.Parent >= 0 {
			parent = at[a.Parent]
		}
		if a.Inherited {
			at[i] = parent
			continue
		}
		at[i] = len(out)
		row := attributionRow{Source: points.all(a.Source), Cue: points.all(a.Cue), Content: points.all(a.Content), Class: a.Link.Class, Direct: a.Direct, Name: a.Link.Name, Kind: a.Link.Kind, Layers: a.Layers}
		if parent >= 0 {
			row.Parent = &parent
		}
		out = append(out, row)
	}
	return out
}
