package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/store"
	"github.com/dateline/dateline/pipeline"
)

type addCmd struct {
	overlays
	Path []string `arg:"" help:"Files, folders, or - for standard input."`
}

// Help is shown below the usage line.
func (addCmd) Help() string {
	return `Examples:
  dateline add digest.txt
  dateline add --store korea.db reports/2000-02/
  curl -s https://example.org/story.html | dateline add -

A text that is stored already changes nothing. An interrupted run goes on where
it was when the same command is given again.`
}

// Run codes what is new and merges it into the record.
func (c *addCmd) Run(ctx context.Context, m *Main, cli *commands) error {
	db, err := m.openStore(ctx, cli)
	if err != nil {
		return err
	}
	defer db.Close()
	n, err := m.addTo(ctx, db, c.overlays, c.Path)
	if err != nil {
		return err
	}
	fmt.Fprintln(m.Stderr, n)
	return failures(n.failed)
}

// tally counts what became of the inputs of one call.
type tally struct {
	added, known, failed int
}

// String is one line for the user.
func (t tally) String() string {
	out := counted(t.added, "document") + " added"
	if t.known > 0 {
		out += fmt.Sprintf(", %d in the record already", t.known)
	}
	return out
}

// openStore opens the record, making its folder if need be.
func (m *Main) openStore(ctx context.Context, cli *commands) (*store.DB, error) {
	path, err := m.storePath(cli)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("folder for the record: %w", err)
	}
	return store.Open(ctx, path)
}

// readStore opens the record for a command that only reads it. A file that is
// not there is an error: a mistyped name must not look like an empty record.
func (m *Main) readStore(ctx context.Context, cli *commands) (*store.DB, error) {
	path, err := m.storePath(cli)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no record at %s: %w; \"dateline add\" makes one, --store names another", path, dateline.ErrNotFound)
	}
	return store.Open(ctx, path)
}

// mergedAtOnce is after how many new documents a long run brings the events up to
// date.
const mergedAtOnce = 500

// addTo codes the inputs that the store lacks, stores each with its claims, and
// merges what is new.
func (m *Main) addTo(ctx context.Context, db dateline.Store, o overlays, paths []string) (n tally, err error) {
	p, err := o.pipeline()
	if err != nil {
		return n, err
	}
	known := func(doc *dateline.Document) (bool, error) { return db.HasDocument(ctx, doc.ID) }
	n.failed, err = m.codeAll(ctx, p, paths, known, func(c coded) error {
		isNew := false
		if c.reports != nil {
			var err error
			if isNew, err = db.AddDocument(ctx, c.doc, c.reports); err != nil {
				return err
			}
		}
		if !isNew {
			n.known++
			return nil
		}
		if n.added++; n.added%mergedAtOnce == 0 {
			return pipeline.Update(context.WithoutCancel(ctx), db)
		}
		return nil
	})
	// What was stored before an interruption is merged all the same: of this run,
	// and of one that was killed before it merged.
	if merr := pipeline.Update(context.WithoutCancel(ctx), db); err == nil {
		err = merr
	}
	return n, err
}

// codedReports reads all reports with their claims.
func codedReports(ctx context.Context, db dateline.Store) ([]dateline.Report, error) {
	reports, err := db.Reports(ctx)
	if err != nil {
		return nil, err
	}
	claims, err := db.Claims(ctx)
	if err != nil {
		return nil, err
	}
	byReport := map[dateline.ReportID][]dateline.Claim{}
	for _, c := range claims {
		byReport[c.Report] = append(byReport[c.Report], c)
	}
	for i := range reports {
		reports[i].Claims = byReport[reports[i].ID]
	}
	return reports, nil
}
