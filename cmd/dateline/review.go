package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/merge"
	"github.com/dateline/dateline/pipeline"
)

type reviewCmd struct {
	signature
	Limit int `help:"Decisions to walk through." default:"20"`
}

// Help is shown below the usage line.
func (reviewCmd) Help() string {
	return `Shows two claims at a time, the least certain decisions first, and asks whether
they are one event. Answer with a letter, and a reason after it if you like:

  s  the same event            1  the first claim is wrong
  d  different events          2  the second claim is wrong
  k  keep as it is, next       q  stop

  dateline review --limit 10
  printf 'd second round\nq\n' | dateline review`
}

// Run asks for judgements on the least certain merges and merges anew.
func (c *reviewCmd) Run(ctx context.Context, m *Main, cli *commands) error {
	db, err := m.readStore(ctx, cli)
	if err != nil {
		return err
	}
	defer db.Close()
	reports, err := codedReports(ctx, db)
	if err != nil {
		return err
	}
	js, err := db.Judgements(ctx)
	if err != nil {
		return err
	}
	r := newReviewer(ctx, db, reports)
	doubts := pipeline.Doubts(reports, js, r.text)
	if r.err != nil {
		return r.err
	}
	if len(doubts) == 0 {
		fmt.Fprintln(m.Stdout, "no doubtful merges")
		return nil
	}
	before, err := db.Size(ctx)
	if err != nil {
		return err
	}
	said, err := c.walk(ctx, m, db, r, doubts[:min(c.Limit, len(doubts))])
	if said > 0 {
		return errors.Join(err, m.remerged(ctx, db, before.Events))
	}
	return err
}

// walk shows doubts one by one and stores what is said of each at once, so that
// nothing is lost where the walk is broken off. It counts what was said.
func (c *reviewCmd) walk(ctx context.Context, m *Main, db dateline.Store, r *reviewer, doubts []merge.Doubt) (said int, err error) {
	answers := bufio.NewScanner(m.Stdin)
	for i, d := range doubts {
		now := "two events"
		if d.Merged {
			now = "one event"
		}
		fmt.Fprintf(m.Stdout, "\n%d of %d: %s now, by a margin of %.2f\n1 %s2 %s", i+1, len(doubts), now, d.Margin, r.show(d.A), r.show(d.B))
		if r.err != nil {
			return said, r.err
		}
		j, more := c.ask(m, answers, r.claims[d.A], r.claims[d.B])
		if j.Kind != "" {
			if err := m.store(ctx, db, j); err != nil {
				return said, err
			}
			said++
		}
		if !more {
			break
		}
	}
	fmt.Fprintln(m.Stdout)
	return said, nil
}

// ask reads answers until one is understood: the judgement, none for "keep", and
// whether to go on.
func (c *reviewCmd) ask(m *Main, answers *bufio.Scanner, a, b *dateline.Claim) (j dateline.Judgement, more bool) {
	for {
		fmt.Fprint(m.Stdout, "same, different, 1 or 2 wrong, keep, quit [sd12kq]? ")
		if !answers.Scan() {
			return j, false
		}
		letter, reason, _ := strings.Cut(strings.TrimSpace(answers.Text()), " ")
		s := c.signature
		if reason != "" {
			s.Reason = strings.TrimSpace(reason)
		}
		switch strings.ToLower(letter) {
		case "s", "same":
			return m.on(s, dateline.Same, a, b), true
		case "d", "different":
			return m.on(s, dateline.Different, a, b), true
		case "1":
			return m.on(s, dateline.Wrong, a), true
		case "2":
			return m.on(s, dateline.Wrong, b), true
		case "k", "keep", "":
			return j, true
		case "q", "quit":
			return j, false
		}
	}
}

// on is a signed judgement on claims.
func (m *Main) on(s signature, kind dateline.JudgementKind, claims ...*dateline.Claim) dateline.Judgement {
	j := dateline.Judgement{Kind: kind}
	for _, c := range claims {
		j.Claims, j.Anchors = append(j.Claims, c.ID), append(j.Anchors, dateline.AnchorOf(c))
	}
	return m.signed(s, j)
}

// reviewer knows what is shown of a claim. Its first error stands.
type reviewer struct {
	claims  map[dateline.ClaimID]*dateline.Claim
	reports map[dateline.ReportID]*dateline.Report
	text    func(dateline.DocumentID) string
	err     error
}

func newReviewer(ctx context.Context, db dateline.Store, reports []dateline.Report) *reviewer {
	r := &reviewer{claims: map[dateline.ClaimID]*dateline.Claim{}, reports: map[dateline.ReportID]*dateline.Report{}}
	for i := range reports {
		r.reports[reports[i].ID] = &reports[i]
		for j := range reports[i].Claims {
			r.claims[reports[i].Claims[j].ID] = &reports[i].Claims[j]
		}
	}
	last := &dateline.Document{}
	r.text = func(id dateline.DocumentID) string {
		if r.err == nil && last.ID != id {
			var doc *dateline.Document
			if doc, r.err = db.Document(ctx, id); r.err == nil {
				last = doc
			}
		}
		if last.ID != id {
			return ""
		}
		return last.Text
	}
	return r
}

// show writes a claim in three lines: what, from whom, in which words.
func (r *reviewer) show(id dateline.ClaimID) string {
	c := r.claims[id]
	published := r.reports[c.Report].Published
	return fmt.Sprintf("%s  %s  %s  %s → %s\n  %s, published %s\n  “%s”\n", days(c.Date), kind(c.Event, c.Mode), c.Status,
		participants(c.Actors), participants(c.Recipients), chain(c.Chain), published, oneLine(first(c.Evidence).In(r.text(c.Document))))
}
