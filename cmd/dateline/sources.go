package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/dateline/dateline/internal/export"
	"github.com/dateline/dateline/internal/reliance"
)

type sourcesCmd struct {
	overlays
	Format string   `help:"table, csv, jsonl or dot (a graph for Graphviz)." default:"table" enum:"table,csv,jsonl,dot"`
	Of     string   `help:"Part of a name: only what this party relies on, or who relies on it." placeholder:"NAME"`
	Min    int      `help:"Leave out what rests on fewer statements." default:"1"`
	Path   []string `arg:"" optional:"" help:"Files, folders, or - for standard input; without any, the record."`
}

// Help is shown below the usage line.
func (sourcesCmd) Help() string {
	return `Examples:
  dateline sources
  dateline sources --of KCNA
  dateline sources digest.txt --min 2 --format dot | dot -Tsvg > sources.svg

Each row is one step of the chains of attribution: who passes on whom, in how many
statements of how many reports, what part that is of all that the first has from
others, how the second says it, and how many parties stand between the reader and
the second. Of texts all statements count, of the record those that tell an event.`
}

// Run counts the chains of texts, or of the record's claims.
func (c *sourcesCmd) Run(ctx context.Context, m *Main, cli *commands) error {
	var count reliance.Counter
	failed := 0
	var err error
	if len(c.Path) > 0 {
		failed, err = c.ofTexts(ctx, m, &count)
	} else {
		err = c.ofRecord(ctx, m, cli, &count)
	}
	if err != nil {
		return err
	}
	if err := c.write(m.Stdout, c.selected(count.Ties())); err != nil {
		return err
	}
	return failures(failed)
}

func (c *sourcesCmd) ofTexts(ctx context.Context, m *Main, count *reliance.Counter) (failed int, err error) {
	p, err := c.overlays.pipeline()
	if err != nil {
		return 0, err
	}
	return m.codeAll(ctx, p, c.Path, nil, func(d coded) error {
		for i := range d.reports {
			for _, chain := range p.Chains(&d.reports[i]) {
				count.Add(d.reports[i].ID, chain)
			}
		}
		return nil
	})
}

func (c *sourcesCmd) ofRecord(ctx context.Context, m *Main, cli *commands, count *reliance.Counter) error {
	db, err := m.readStore(ctx, cli)
	if err != nil {
		return err
	}
	defer db.Close()
	claims, err := db.Claims(ctx)
	if err != nil {
		return err
	}
	for i := range claims {
		count.Add(claims[i].Report, claims[i].Chain)
	}
	return nil
}

// selected are the ties that the flags leave.
func (c *sourcesCmd) selected(ties []reliance.Tie) []reliance.Tie {
	of := strings.ToLower(c.Of)
	return slices.DeleteFunc(ties, func(t reliance.Tie) bool {
		return t.Statements < c.Min || !strings.Contains(strings.ToLower(t.From.Name), of) && !strings.Contains(strings.ToLower(t.To.Name), of) &&
			!strings.EqualFold(t.From.ID, c.Of) && !strings.EqualFold(t.To.ID, c.Of)
	})
}

func (c *sourcesCmd) write(w io.Writer, ties []reliance.Tie) error {
	switch c.Format {
	case "dot":
		return reliance.WriteDOT(w, ties)
	case "jsonl":
		return export.TiesJSONL(w, ties)
	case "csv":
		return export.TiesCSV(w, ties)
	}
	return printTies(w, ties)
}

func printTies(w io.Writer, ties []reliance.Tie) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "WHO\tRELIES ON\tKIND\tSTATE\tSTATEMENTS\tREPORTS\tSHARE\tLAYERS\tHOW")
	for i := range ties {
		t := &ties[i]
		fmt.Fprintf(tw, "%s\t%s\t%s\t%s\t%d\t%d\t%.0f%%\t%d\t%s\n", oneLine(t.From.Name), oneLine(t.To.Name), t.To.Kind, cmp.Or(t.To.Code, "-"),
			t.Statements, t.Reports, 100*t.Share, t.Layers, cmp.Or(export.Classes(t.Classes), "-"))
	}
	return tw.Flush()
}
