package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

type commitmentsCmd struct {
	Actor string `help:"Country code, actor ID or part of a name of who is bound."`
	Since string `help:"First day, YYYY-MM-DD." placeholder:"DAY"`
	Until string `help:"Last day, YYYY-MM-DD." placeholder:"DAY"`
	Open  bool   `help:"Only what has not happened as far as the record knows."`
	JSON  bool   `help:"One commitment a line as JSON." name:"json"`
}

// Help is shown below the usage line.
func (commitmentsCmd) Help() string {
	return `Examples:
  dateline commitments
  dateline commitments --actor MNG --open
  dateline commitments --since 2011-05-01 --json

Lists what treaties, statements and pledges bind each side to, and what a side has
announced that it will do: by actor and day, with the words that bind, towards whom,
according to whom, and what the record knows of the event since.`
}

// commitment is what one claim binds one actor to.
type commitment struct {
	Actor  string   `json:"actor"` // code, or the name where there is none
	Name   string   `json:"name,omitempty"`
	Toward []string `json:"toward"`
	Kind   string   `json:"kind"` // "pledge" or "treaty": bound content; "plan": an announced event
	Type   string   `json:"type"` // PLOVER root
	Text   string   `json:"text"` // the words that bind
	Said   string   `json:"said"` // the day it was said, "" if unknown
	Due    string   `json:"due"`  // the day or days it is planned for
	Chain  string   `json:"chain"`
	Event  string   `json:"event"`
	State  string   `json:"state"` // "made" for words; of a plan the status of its event as merged
	claim  dateline.ClaimID
}

// Run lists the commitments that the flags select.
func (c *commitmentsCmd) Run(ctx context.Context, m *Main, cli *commands) error {
	f, err := filter{Since: c.Since, Until: c.Until}.filter()
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
	var out []commitment
	for i := range events {
		list, err := commitmentsOf(ctx, db, &events[i])
		if err != nil {
			return err
		}
		out = append(out, list...)
	}
	out = slices.DeleteFunc(out, func(k commitment) bool { return !k.by(c.Actor) || c.Open && k.State == string(dateline.Happened) })
	slices.SortStableFunc(out, func(a, b commitment) int {
		return cmp.Or(cmp.Compare(a.Actor, b.Actor), cmp.Compare(a.Said, b.Said), cmp.Compare(a.claim, b.claim))
	})
	if c.JSON {
		return writeCommitmentsJSON(m.Stdout, out)
	}
	return printCommitments(m.Stdout, out)
}

// by reports whether an actor is meant by a code, or by a part of a name.
func (k *commitment) by(actor string) bool {
	return actor == "" || strings.EqualFold(k.Actor, actor) || strings.Contains(strings.ToLower(k.Name), strings.ToLower(actor))
}

// commitmentsOf lists what the claims of an event bind their actors to: the content of
// pledges, and what is planned.
func commitmentsOf(ctx context.Context, db dateline.Store, e *dateline.Event) ([]commitment, error) {
	var out []commitment
	for _, id := range e.Reports {
		r, err := db.Report(ctx, id)
		if err != nil {
			return nil, err
		}
		doc, err := db.Document(ctx, r.Document)
		if err != nil {
			return nil, err
		}
		for i := range r.Claims {
			if cl := &r.Claims[i]; slices.Contains(e.Claims, cl.ID) && binds(cl) {
				out = append(out, bound(cl, r, doc.Text, e)...)
			}
		}
	}
	return out, nil
}

func binds(c *dateline.Claim) bool {
	return c.Status != dateline.DeniedStatus && (!c.Commitment.Empty() || c.Status == dateline.Planned)
}

// bound is the commitment of each actor of a claim.
func bound(c *dateline.Claim, r *dateline.Report, text string, e *dateline.Event) []commitment {
	k := commitment{
		Kind: "pledge", Type: c.Event, Text: oneLine(c.Commitment.In(text)), Said: string(r.Published),
		Chain: chain(c.Chain), Event: string(e.ID), State: "made", Toward: []string{}, claim: c.ID,
	}
	switch {
	case c.Status == dateline.Planned:
		k.Kind, k.Due, k.State = "plan", days(c.Date), string(e.Status)
	case c.Event == "SUPPORT":
		k.Kind = "treaty"
	}
	if c.Commitment.Empty() {
		k.Text = oneLine(first(c.Evidence).In(text))
	}
	for _, p := range slices.Concat(c.Recipients, c.Actors) {
		if code := cmp.Or(p.Code, p.Name); code != "" && !slices.Contains(k.Toward, code) {
			k.Toward = append(k.Toward, code)
		}
	}
	var out []commitment
	for _, p := range c.Actors {
		who := k
		who.Actor, who.Name = cmp.Or(p.Code, p.Name), p.Name
		who.Toward = slices.DeleteFunc(slices.Clone(k.Toward), func(s string) bool { return s == who.Actor })
		if who.Actor != "" && !slices.ContainsFunc(out, func(o commitment) bool { return o.Actor == who.Actor }) {
			out = append(out, who)
		}
	}
	return out
}

func writeCommitmentsJSON(w io.Writer, list []commitment) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, k := range list {
		if err := enc.Encode(k); err != nil {
			return err
		}
	}
	return nil
}

// printCommitments writes a heading for each actor and its commitments below.
func printCommitments(w io.Writer, list []commitment) error {
	last := ""
	var b strings.Builder
	for _, k := range list {
		if k.Actor != last {
			fmt.Fprintf(&b, "%s\n", oneLine(k.Actor))
			last = k.Actor
		}
		fmt.Fprintf(&b, "  %s  %s %s", cmp.Or(k.Said, "undated"), k.Kind, k.Type)
		if len(k.Toward) > 0 {
			fmt.Fprintf(&b, " → %s", oneLine(strings.Join(k.Toward, ",")))
		}
		if k.Due != "" {
			fmt.Fprintf(&b, ", due %s", k.Due)
		}
		fmt.Fprintf(&b, "  [%s, event %.8s]\n    “%s”\n    %s\n", k.State, k.Event, k.Text, k.Chain)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
