package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/export"
	"github.com/dateline/dateline/internal/plover"
)

// filter are the flags that select events.
type filter struct {
	Actor  string `help:"Country code, actor ID or part of a name, on either side."`
	Type   string `help:"PLOVER event type, as CONSULT."`
	Since  string `help:"First day, YYYY-MM-DD." placeholder:"DAY"`
	Until  string `help:"Last day, YYYY-MM-DD." placeholder:"DAY"`
	Status string `help:"happened, planned, denied or hypothetical."`
	Query  string `help:"Words that the evidence holds." short:"q"`
}

func (f filter) filter() (dateline.Filter, error) {
	for _, d := range []string{f.Since, f.Until} {
		if _, ok := dateline.Day(d).Time(); d != "" && !ok {
			return dateline.Filter{}, fmt.Errorf("%w: %q is no day; write it as 2000-02-09", dateline.ErrUsage, d)
		}
	}
	root := strings.ToUpper(f.Type)
	if root != "" && !plover.ValidRoot(root) {
		return dateline.Filter{}, fmt.Errorf("%w: --type %s is no PLOVER event type; there are %s", dateline.ErrUsage, f.Type, strings.Join(plover.Roots(), ", "))
	}
	switch dateline.Status(f.Status) {
	case "", dateline.Happened, dateline.Planned, dateline.DeniedStatus, dateline.Hypothetical:
	default:
		return dateline.Filter{}, fmt.Errorf("%w: --status %s is no status; there are happened, planned, denied and hypothetical", dateline.ErrUsage, f.Status)
	}
	return dateline.Filter{
		Actor: f.Actor, Type: root, Query: f.Query,
		Since: dateline.Day(f.Since), Until: dateline.Day(f.Until), Status: dateline.Status(f.Status),
	}, nil
}

type eventsCmd struct {
	filter
	JSON bool `help:"One event a line as JSON." name:"json"`
}

// Help is shown below the usage line.
func (eventsCmd) Help() string {
	return `Examples:
  dateline events
  dateline events --actor PRK --type CONSULT --since 2000-02-01 --until 2000-02-29
  dateline events --status planned --json`
}

// Run lists the events that the flags select, by day.
func (c *eventsCmd) Run(ctx context.Context, m *Main, cli *commands) error {
	f, err := c.filter.filter()
	if err != nil {
		return err
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
	if c.JSON {
		return export.EventsJSONL(m.Stdout, events)
	}
	return printEvents(m.Stdout, events)
}

func printEvents(w io.Writer, events []dateline.Event) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "ID\tDATE\tTYPE\tSTATUS\tACTOR\tRECIPIENT\tREPORTS\tSOURCES\tEVENT")
	for _, e := range events {
		fmt.Fprintf(tw, "%.8s\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t%s\n", e.ID, days(e.Date), e.Type, e.Status,
			codes(e.Actors), codes(e.Recipients), len(e.Reports), oneLine(e.Sourcing()), oneLine(e.Title))
	}
	return tw.Flush()
}

// days writes a date as one day or a range, "" for an unknown one.
func days(d dateline.EventDate) string {
	switch {
	case d.First == d.Last || d.Last == "":
		return string(d.First)
	case d.First == "":
		return "–" + string(d.Last)
	}
	return string(d.First) + "–" + string(d.Last)
}

// codes lists the actors' codes, a name where there is no code, "-" for nobody.
func codes(actors []dateline.Actor) string {
	var out []string
	for _, a := range actors {
		code := a.Code
		if code == "" {
			code = oneLine(a.Name)
		}
		if !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	if len(out) == 0 {
		return "-"
	}
	return strings.Join(out, ",")
}

// oneLine folds white space, and drops control characters that text from
// outside could use to steer the terminal.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
