package main

import (
	"bufio"
	"context"
	"errors"

	"github.com/dateline/dateline"
)

type explainCmd struct {
	overlays
	Path []string `arg:"" help:"Files, folders, or - for standard input."`
}

// Help is shown below the usage line.
func (explainCmd) Help() string {
	return `Examples:
  dateline explain story.txt | less
  echo "Talks between France and Italy were held in Rome." | dateline explain -

Shows for each sentence its syntax, the frames that were tried, and why a claim
came out of them or not.`
}

// Run explains each document.
func (c *explainCmd) Run(ctx context.Context, m *Main) error {
	p, err := c.pipeline()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(m.Stdout)
	err = m.walk(ctx, c.Path, func(doc *dateline.Document, err error) error {
		if err != nil {
			return err
		}
		return p.Explain(out, doc)
	})
	return errors.Join(err, out.Flush())
}
