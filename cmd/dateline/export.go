package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/export"
)

type exportCmd struct {
	filter
	Format string `help:"jsonl, plover or csv." default:"jsonl" enum:"jsonl,plover,csv"`
	Events bool   `help:"One row an event instead of one a claim (jsonl, csv)."`
	Output string `help:"File to write; it is there whole or not at all." short:"o" placeholder:"FILE"`
}

// Help is shown below the usage line.
func (exportCmd) Help() string {
	return `Examples:
  dateline export --format jsonl > record.jsonl
  dateline export --format csv --actor PRK --since 2000-02-01 -o prk.csv
  dateline export --events --format csv

jsonl has every field, with offsets in bytes. plover is for programs that know
PLOVER alone: planned cooperation is AGREE, denied events are left out, offsets
are code points.`
}

// Run writes the claims, or the events, that the filter selects.
func (c *exportCmd) Run(ctx context.Context, m *Main, cli *commands) error {
	f, err := c.filter.filter()
	if err != nil {
		return err
	}
	if c.Events && c.Format == string(export.PLOVER) {
		return fmt.Errorf("%w: PLOVER records are claims; leave out --events", dateline.ErrUsage)
	}
	db, err := m.readStore(ctx, cli)
	if err != nil {
		return err
	}
	defer db.Close()
	events, err := db.Events(ctx, f)
	if err != nil {
		return err
	}
	if c.Output == "" {
		return c.write(ctx, m, db, events)
	}
	return toFile(c.Output, func(file *os.File) error {
		to := *m
		to.Stdout = file
		return c.write(ctx, &to, db, events)
	})
}

func (c *exportCmd) write(ctx context.Context, m *Main, db dateline.Store, events []dateline.Event) error {
	switch {
	case c.Events && c.Format == string(export.CSV):
		return export.EventsCSV(m.Stdout, events)
	case c.Events:
		return export.EventsJSONL(m.Stdout, events)
	}
	w, err := export.NewWriter(m.Stdout, export.Format(c.Format), program)
	if err != nil {
		return err
	}
	link := links(events)
	err = exportClaims(ctx, w, db, func(id dateline.ClaimID) (dateline.EventID, bool) { e, ok := link[id]; return e, ok })
	if err != nil {
		return err
	}
	return w.Flush()
}

// exportClaims writes the claims that link wants, each with the event that it
// names, a document at a time.
func exportClaims(ctx context.Context, w *export.Writer, db dateline.Store, link func(dateline.ClaimID) (dateline.EventID, bool)) error {
	reports, err := db.Reports(ctx)
	if err != nil {
		return err
	}
	var doc *dateline.Document
	for i := range reports {
		r, err := db.Report(ctx, reports[i].ID)
		if err != nil {
			return err
		}
		if doc == nil || doc.ID != r.Document {
			if doc, err = db.Document(ctx, r.Document); err != nil {
				return err
			}
		}
		for j := range r.Claims {
			event, wanted := link(r.Claims[j].ID)
			if !wanted {
				continue
			}
			if err := w.Claim(&r.Claims[j], r, doc, event); err != nil {
				return err
			}
		}
	}
	return nil
}

// toFile writes a file through a temporary one beside it, so that a failure
// leaves what was there before.
func toFile(path string, write func(*os.File) error) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".dateline-*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, errors.Unwrap(err))
	}
	defer os.Remove(tmp.Name())
	if err := write(tmp); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Chmod(0o644); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
