package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/dateline/dateline"
)

type showCmd struct {
	ID string `arg:"" help:"ID of an event, or its first characters."`
}

// Help is shown below the usage line.
func (showCmd) Help() string {
	return `Examples:
  dateline events --actor MNG
  dateline show 3f2a91c0`
}

// Run prints one event with every claim, its chain and its words.
func (c *showCmd) Run(ctx context.Context, m *Main, cli *commands) error {
	db, err := m.readStore(ctx, cli)
	if err != nil {
		return err
	}
	defer db.Close()
	e, err := findEvent(ctx, db, c.ID)
	if err != nil {
		return err
	}
	return showEvent(ctx, m.Stdout, db, e)
}

// findEvent is the event with the ID, or the only one whose ID begins so.
func findEvent(ctx context.Context, db dateline.Store, id string) (*dateline.Event, error) {
	if id == "" {
		return nil, fmt.Errorf("%w: give an event's ID or how it begins", dateline.ErrUsage)
	}
	events, err := db.EventsLike(ctx, id)
	switch {
	case err != nil:
		return nil, err
	case len(events) == 0:
		return nil, fmt.Errorf("event %q: %w; \"dateline events\" lists the IDs", id, dateline.ErrNotFound)
	case len(events) > 1:
		return nil, fmt.Errorf("%w: %q begins more than one event's ID; give more of it", dateline.ErrUsage, id)
	}
	return &events[0], nil
}

func showEvent(ctx context.Context, w io.Writer, db dateline.Store, e *dateline.Event) error {
	claims := map[dateline.ClaimID]dateline.Claim{}
	for _, id := range e.Reports {
		r, err := db.Report(ctx, id)
		if err != nil {
			return err
		}
		for _, c := range r.Claims {
			claims[c.ID] = c
		}
	}
	fmt.Fprintf(w, "%s\n%s  %s  %s  %s → %s\n", oneLine(e.Title), days(e.Date), kind(e.Type, e.Mode), e.Status, codes(e.Actors), codes(e.Recipients))
	if e.Place != nil {
		fmt.Fprintf(w, "place: %s (%s)\n", oneLine(e.Place.Name), e.Place.Country)
	}
	if e.Announced != "" {
		fmt.Fprintf(w, "announced: %s\n", e.Announced)
	}
	showOrigins(w, e)
	for _, rel := range e.Relations {
		fmt.Fprintf(w, "%s (%s): %s\n", rel.Kind, rel.Field, oneLine(rel.Why))
	}
	for _, id := range e.Claims {
		c, ok := claims[id]
		if !ok {
			continue
		}
		if err := showClaim(ctx, w, db, c); err != nil {
			return err
		}
	}
	return nil
}

func kind(root, mode string) string {
	if mode == "" {
		return root
	}
	return root + "/" + mode
}

// showOrigins says who stands behind the event, and of each origin why its claims
// are one.
func showOrigins(w io.Writer, e *dateline.Event) {
	fmt.Fprintln(w, oneLine(e.Sourcing()))
	for _, o := range e.Origins {
		fmt.Fprintf(w, "  %s (%s): %s; %s\n", named(o.Name), o.Kind, counted(len(o.Claims), "claim"), oneLine(o.Why))
	}
}

func showClaim(ctx context.Context, w io.Writer, db dateline.Store, c dateline.Claim) error {
	doc, err := db.Document(ctx, c.Document)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\n  claim %.8s\n  %s\n  %s  %s  %s  %s → %s\n", c.ID, chain(c.Chain), days(c.Date), kind(c.Event, c.Mode), c.Status, participants(c.Actors), participants(c.Recipients))
	for _, s := range c.Evidence {
		fmt.Fprintf(w, "  “%s”\n", oneLine(s.In(doc.Text)))
	}
	fmt.Fprintf(w, "  %s, bytes %d–%d; coded by %s, confidence %.2f\n", oneLine(doc.Path), first(c.Evidence).Start, first(c.Evidence).End, c.Coder, c.Confidence)
	return nil
}

func first(spans []dateline.Span) dateline.Span {
	if len(spans) == 0 {
		return dateline.Span{}
	}
	return spans[0]
}

// chain writes the links from the outlet to the first speaker.
func chain(links []dateline.Link) string {
	var out []string
	for _, l := range links {
		s := named(l.Name)
		if l.Cue != "" {
			s += " [" + oneLine(l.Cue) + "]"
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		return unnamed
	}
	return strings.Join(out, " → ")
}

// unnamed stands for an outlet or source that the text does not name.
const unnamed = "(unnamed)"

func named(name string) string {
	if name = oneLine(name); name == "" {
		return unnamed
	}
	return name
}

func participants(ps []dateline.Participant) string {
	actors := make([]dateline.Actor, len(ps))
	for i, p := range ps {
		actors[i] = p.Actor
	}
	return codes(actors)
}
