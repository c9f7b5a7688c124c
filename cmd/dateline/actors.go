package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/entity"
)

type actorsCmd struct {
	Import actorsImportCmd `cmd:"" help:"Write an actor list (for --actors) made of PETRARCH dictionaries or of Wikidata query results in CSV."`
	Show   actorsShowCmd   `cmd:"" help:"Show what is known of a name, and by which list."`
}

type actorsImportCmd struct {
	Path []string `arg:"" type:"existingfile" help:"PETRARCH actors or agents files, or Wikidata query results (.csv)."`
}

// Help is shown below the usage line.
func (actorsImportCmd) Help() string {
	return `Examples:
  dateline actors import Phoenix.Countries.actors Phoenix.agents > mine.tsv
  dateline actors import query.csv > ministers.tsv
  dateline code --actors mine.tsv --actors ministers.tsv story.txt

The files may also be given to --actors and --agents of code as they are.`
}

// Run writes one list of all the files.
func (c *actorsImportCmd) Run(m *Main) error {
	v, err := entity.New(nil)
	if err != nil {
		return err
	}
	var all []entity.Entry
	for _, path := range c.Path {
		entries, skipped, err := readActors(v, path)
		if err != nil {
			return err
		}
		if skipped > 0 {
			fmt.Fprintf(m.Stderr, "dateline: %s: %d lines left out: no country or role that a record can hold\n", path, skipped)
		}
		all = append(all, entries...)
	}
	return entity.WriteEntries(m.Stdout, "Actors imported from "+strings.Join(c.Path, ", "), all)
}

func readActors(v *entity.Resolver, path string) ([]entity.Entry, int, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	if strings.HasSuffix(strings.ToLower(path), ".csv") {
		return v.ReadWikidata(f, path)
	}
	return entity.ReadPETRARCH(f, path)
}

type actorsShowCmd struct {
	Actors []string `help:"Actor list (TSV, YAML, PETRARCH, Wikidata CSV) that adds to or corrects the one that ships." type:"existingfile" placeholder:"FILE"`
	Name   []string `arg:"" help:"The name, in any spelling."`
}

// Run prints the facts; a name that nobody knows is a failure.
func (c *actorsShowCmd) Run(_ context.Context, m *Main) error {
	v, err := entity.New(nil, c.Actors...)
	if err != nil {
		return err
	}
	name := strings.Join(c.Name, " ")
	facts := v.Describe(name)
	if len(facts) == 0 {
		return fmt.Errorf("%w: no list names %q; in a text, a title or an apposition beside it may still tell who it is", dateline.ErrNotFound, name)
	}
	out := bufio.NewWriter(m.Stdout)
	for _, f := range facts {
		fmt.Fprintln(out, f)
	}
	return out.Flush()
}
