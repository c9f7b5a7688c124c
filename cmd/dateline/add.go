package main

import (
	"context"
	"fmt"
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
	added, failed, err := m.addTo(ctx, db, c.overlays, c.Path)
	if err != nil {
		return err
	}
	fmt.Fprintf(m.Stderr, "%d documents added\n", added)
	return failures(failed)
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

// addTo codes the inputs that the store lacks, stores each with its claims, and
// merges the whole record anew when anything was added.
func (m *Main) addTo(ctx context.Context, db dateline.Store, o overlays, paths []string) (added, failed int, err error) {
	p, err := o.pipeline()
	if err != nil {
		return 0, 0, err
	}
	known := func(doc *dateline.Document) (bool, error) { return db.HasDocument(ctx, doc.ID) }
	failed, err = m.codeAll(ctx, p, paths, known, func(c coded) error {
		if c.reports == nil {
			return nil
		}
		isNew, err := db.AddDocument(ctx, c.doc, c.reports)
		if isNew {
			added++
		}
		return err
	})
	if added > 0 {
		// What was stored before an interruption is merged all the same.
		if merr := remerge(context.WithoutCancel(ctx), db); err == nil {
			err = merr
		}
	}
	return added, failed, err
}

// remerge clusters all claims of the store anew.
func remerge(ctx context.Context, db dateline.Store) error {
	reports, err := db.Reports(ctx)
	if err != nil {
		return err
	}
	claims, err := db.Claims(ctx)
	if err != nil {
		return err
	}
	byReport := map[dateline.ReportID][]dateline.Claim{}
	for _, c := range claims {
		byReport[c.Report] = append(byReport[c.Report], c)
	}
	var docs []*dateline.Document
	ids, err := db.Documents(ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		d, err := db.Document(ctx, id)
		if err != nil {
			return err
		}
		docs = append(docs, d)
	}
	for i := range reports {
		reports[i].Claims = byReport[reports[i].ID]
	}
	judgements, err := db.Judgements(ctx)
	if err != nil {
		return err
	}
	events, stories := pipeline.Merge(docs, reports, judgements)
	return db.PutEvents(ctx, events, stories)
}
