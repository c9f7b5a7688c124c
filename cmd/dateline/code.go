package main

import (
	"context"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/export"
	"github.com/dateline/dateline/pipeline"
)

type codeCmd struct {
	overlays
	Format string   `help:"jsonl, plover or csv." default:"jsonl" enum:"jsonl,plover,csv"`
	Path   []string `arg:"" help:"Files, folders, or - for standard input."`
}

// Help is shown below the usage line.
func (codeCmd) Help() string {
	return `Examples:
  dateline code digest.txt > claims.jsonl
  dateline code --format csv monday.txt tuesday.txt
  pdftotext report.pdf - | dateline code -

All inputs of one call are one collection: reports of one event in different
files have the same "link".`
}

// Run codes all inputs, merges their claims, and writes them in the order of the
// texts.
func (c *codeCmd) Run(ctx context.Context, m *Main, _ *commands) error {
	p, err := c.overlays.pipeline()
	if err != nil {
		return err
	}
	var docs []*dateline.Document
	var reports []dateline.Report
	var people pipeline.Collection
	var each [][]dateline.Report // by document
	failed, err := m.codeAll(ctx, p, c.Path, nil, func(d coded) error {
		docs = append(docs, d.doc)
		people.Add(d.doc.ID, d.reports)
		each = append(each, bare(d.reports))
		return nil
	})
	if err != nil {
		return err
	}
	for i, doc := range docs {
		if len(docs) > 1 && people.Explains(doc.ID) {
			each[i] = bare(p.Recode(doc, &people))
		}
		reports = append(reports, each[i]...)
	}
	events, _ := pipeline.Merge(docs, reports, nil)
	w, err := export.NewWriter(m.Stdout, export.Format(c.Format), program)
	if err != nil {
		return err
	}
	if err := writeClaims(w, docs, reports, events); err != nil {
		return err
	}
	return failures(failed)
}

// bare drops what is not needed once a report is coded.
func bare(reports []dateline.Report) []dateline.Report {
	for i := range reports {
		reports[i].Sentences, reports[i].Mentions, reports[i].Attributions = nil, nil, nil
	}
	return reports
}

// program names the program in what it writes.
const program = "dateline " + pipeline.Version

// writeClaims writes the reports' claims, each with the event it belongs to.
func writeClaims(w *export.Writer, docs []*dateline.Document, reports []dateline.Report, events []dateline.Event) error {
	byID := make(map[dateline.DocumentID]*dateline.Document, len(docs))
	for _, d := range docs {
		byID[d.ID] = d
	}
	link := links(events)
	for i := range reports {
		r := &reports[i]
		for j := range r.Claims {
			if err := w.Claim(&r.Claims[j], r, byID[r.Document], link[r.Claims[j].ID]); err != nil {
				return err
			}
		}
	}
	return w.Flush()
}

// links maps each claim to its event.
func links(events []dateline.Event) map[dateline.ClaimID]dateline.EventID {
	out := map[dateline.ClaimID]dateline.EventID{}
	for _, e := range events {
		for _, id := range e.Claims {
			out[id] = e.ID
		}
	}
	return out
}
