package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/pipeline"
)

// judgeCmd holds the kinds of judgement, one command each.
type judgeCmd struct {
	Same      sameCmd      `cmd:"" help:"Two claims, or the events with these IDs, are one event."`
	Different differentCmd `cmd:"" help:"Two claims are not one event."`
	Wrong     wrongCmd     `cmd:"" help:"A claim, or one field of it, is wrong and counts no more."`
	Correct   correctCmd   `cmd:"" help:"A field of a claim has another value."`
	Revoke    revokeCmd    `cmd:"" help:"Take a judgement back."`
	List      listCmd      `cmd:"" help:"List all judgements, oldest first."`
}

// Help is shown below the usage line.
func (judgeCmd) Help() string {
	return `Examples:
  dateline judge same 3f2a91c0 77b0e1d2 --reason "one visit under two dates"
  dateline judge different 3f2a91c0 77b0e1d2
  dateline judge correct 3f2a91c0 date 2000-02-09
  dateline judge wrong 3f2a91c0 place
  dateline judge list
  dateline judge revoke 0c55ab10

"dateline show" prints the IDs of an event's claims. Claims are never edited:
what is said stands beside them, with author and time, and holds in every later
run until it is revoked. It also holds for a claim that a newer version codes
anew at the same place.`
}

// signature is what goes with every judgement.
type signature struct {
	Reason string `help:"Why, for those who read it later."`
	Author string `help:"Who says so; the user's name unless given." env:"DATELINE_AUTHOR"`
}

// twoClaims are the arguments of a judgement on a pair.
type twoClaims struct {
	signature
	A string `arg:"" help:"ID of a claim or event, or its first characters; an event stands for its first claim."`
	B string `arg:"" help:"Likewise."`
}

type sameCmd struct{ twoClaims }

func (c *sameCmd) Run(ctx context.Context, m *Main, cli *commands) error {
	return m.judge(ctx, cli, c.signature, dateline.Judgement{Kind: dateline.Same}, c.A, c.B)
}

type differentCmd struct{ twoClaims }

func (c *differentCmd) Run(ctx context.Context, m *Main, cli *commands) error {
	return m.judge(ctx, cli, c.signature, dateline.Judgement{Kind: dateline.Different}, c.A, c.B)
}

type wrongCmd struct {
	signature
	Claim string `arg:"" help:"ID of a claim, or its first characters."`
	Field string `arg:"" optional:"" help:"The field that is wrong; all of the claim unless given."`
}

func (c *wrongCmd) Run(ctx context.Context, m *Main, cli *commands) error {
	if err := checkField(c.Field, ""); c.Field != "" && err != nil {
		return err
	}
	return m.judge(ctx, cli, c.signature, dateline.Judgement{Kind: dateline.Wrong, Field: c.Field}, c.Claim)
}

type correctCmd struct {
	signature
	Claim string `arg:"" help:"ID of a claim, or its first characters."`
	Field string `arg:"" help:"type, mode, status, date, place, actor, recipient, or number:KIND."`
	Value string `arg:"" help:"The right value: a day or DAY/DAY, codes or names with commas between, a number."`
}

func (c *correctCmd) Run(ctx context.Context, m *Main, cli *commands) error {
	if err := checkField(c.Field, c.Value); err != nil {
		return err
	}
	return m.judge(ctx, cli, c.signature, dateline.Judgement{Kind: dateline.Corrected, Field: c.Field, Value: c.Value}, c.Claim)
}

// checkField refuses fields that claims lack and days that are none.
func checkField(field, value string) error {
	name, kind, _ := strings.Cut(field, ":")
	known := slices.Contains([]string{"type", "mode", "status", "date", "place", "actor", "recipient", "number"}, name)
	if !known || (name == "number") != (kind != "") {
		return fmt.Errorf("%w: no field %q; there are type, mode, status, date, place, actor, recipient and number:KIND", dateline.ErrUsage, field)
	}
	if name != "date" || value == "" {
		return nil
	}
	for d := range strings.SplitSeq(value, "/") {
		if _, ok := dateline.Day(d).Time(); !ok {
			return fmt.Errorf("%w: %q is no day; write it as 2000-02-09 or 2000-02-09/2000-02-10", dateline.ErrUsage, d)
		}
	}
	return nil
}

type revokeCmd struct {
	signature
	ID string `arg:"" help:"ID of a judgement, or its first characters."`
}

func (c *revokeCmd) Run(ctx context.Context, m *Main, cli *commands) error {
	db, err := m.readStore(ctx, cli)
	if err != nil {
		return err
	}
	defer db.Close()
	js, err := db.Judgements(ctx)
	if err != nil {
		return err
	}
	j, err := onlyOne(js, c.ID, "judgement", func(j *dateline.Judgement) string { return j.ID })
	if err != nil {
		return err
	}
	return m.pass(ctx, db, m.signed(c.signature, dateline.Judgement{Kind: j.Kind, Claims: j.Claims, Revokes: j.ID}))
}

type listCmd struct{}

func (listCmd) Run(ctx context.Context, m *Main, cli *commands) error {
	db, err := m.readStore(ctx, cli)
	if err != nil {
		return err
	}
	defer db.Close()
	js, err := db.Judgements(ctx)
	if err != nil {
		return err
	}
	return printJudgements(m.Stdout, js)
}

func printJudgements(w io.Writer, js []dateline.Judgement) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "ID\tTIME\tAUTHOR\tJUDGEMENT\tCLAIMS\tREASON")
	for _, j := range js {
		what := strings.TrimSpace(fmt.Sprintf("%s %s %s", j.Kind, j.Field, oneLine(j.Value)))
		if j.Revokes != "" {
			what = fmt.Sprintf("revokes %.8s", j.Revokes)
		}
		var ids []string
		for _, id := range j.Claims {
			ids = append(ids, fmt.Sprintf("%.8s", id))
		}
		fmt.Fprintf(tw, "%.8s\t%s\t%s\t%s\t%s\t%s\n", j.ID, j.At.UTC().Format(time.DateTime), oneLine(j.Author), what, strings.Join(ids, " "), oneLine(j.Reason))
	}
	return tw.Flush()
}

// judge stores a judgement on the claims that the IDs begin, and merges anew.
func (m *Main) judge(ctx context.Context, cli *commands, s signature, j dateline.Judgement, ids ...string) error {
	db, err := m.readStore(ctx, cli)
	if err != nil {
		return err
	}
	defer db.Close()
	for _, id := range ids {
		c, err := m.claim(ctx, db, id, j.Kind)
		if err != nil {
			return err
		}
		j.Claims, j.Anchors = append(j.Claims, c.ID), append(j.Anchors, dateline.AnchorOf(c))
	}
	if len(j.Claims) == 2 && j.Claims[0] == j.Claims[1] {
		return fmt.Errorf("%w: both IDs name one claim", dateline.ErrUsage)
	}
	return m.pass(ctx, db, m.signed(s, j))
}

// claim is the claim that an ID begins. Where a pair is judged, an event stands for
// its first claim.
func (m *Main) claim(ctx context.Context, db dateline.Store, id string, kind dateline.JudgementKind) (*dateline.Claim, error) {
	key := func(c *dateline.Claim) string { return string(c.ID) }
	claims, err := db.ClaimsLike(ctx, id)
	if err != nil {
		return nil, err
	}
	c, err := onlyOne(claims, id, "claim", key)
	if err == nil || kind != dateline.Same && kind != dateline.Different {
		return c, err
	}
	if e, eerr := findEvent(ctx, db, id); eerr == nil {
		if claims, err = db.ClaimsLike(ctx, string(e.Claims[0])); err != nil {
			return nil, err
		}
		return onlyOne(claims, string(e.Claims[0]), "claim", key)
	}
	return nil, err
}

// onlyOne is the one item whose ID begins with prefix.
func onlyOne[T any](items []T, prefix, what string, id func(*T) string) (*T, error) {
	var found *T
	for i := range items {
		if !strings.HasPrefix(id(&items[i]), prefix) {
			continue
		}
		if found != nil {
			return nil, fmt.Errorf("%w: %q begins more than one %s's ID; give more of it", dateline.ErrUsage, prefix, what)
		}
		found = &items[i]
	}
	if found == nil || prefix == "" {
		return nil, fmt.Errorf("%s %q: %w", what, prefix, dateline.ErrNotFound)
	}
	return found, nil
}

// signed completes a judgement with author, reason, time and ID.
func (m *Main) signed(s signature, j dateline.Judgement) dateline.Judgement {
	j.Author, j.Reason = cmp.Or(s.Author, m.Getenv("USER"), m.Getenv("USERNAME"), "unknown"), s.Reason
	j.At = time.Now().UTC()
	parts := []string{string(j.Kind), j.Field, j.Value, j.Author, j.Revokes, j.At.Format(time.RFC3339Nano)}
	for _, id := range j.Claims {
		parts = append(parts, string(id))
	}
	j.ID = dateline.HashID(parts...)
	return j
}

// pass stores a judgement, merges what it touches anew, and says what came of it.
func (m *Main) pass(ctx context.Context, db dateline.Store, j dateline.Judgement) error {
	before, err := db.Size(ctx)
	if err != nil {
		return err
	}
	if err := m.store(ctx, db, j); err != nil {
		return err
	}
	return m.remerged(ctx, db, before.Events)
}

func (m *Main) store(ctx context.Context, db dateline.Store, j dateline.Judgement) error {
	if err := db.AddJudgement(ctx, j); err != nil {
		return err
	}
	_, err := fmt.Fprintf(m.Stdout, "judgement %.8s stored\n", j.ID)
	return err
}

// remerged merges what judgements touch anew and says how many events there are.
func (m *Main) remerged(ctx context.Context, db dateline.Store, before int) error {
	if err := pipeline.Update(context.WithoutCancel(ctx), db); err != nil {
		return err
	}
	after, err := db.Size(ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(m.Stdout, "%d events before, %d now\n", before, after.Events)
	return err
}
