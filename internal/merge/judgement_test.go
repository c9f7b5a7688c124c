package merge

import (
	"testing"
	"time"

	"github.com/dateline/dateline"
)

// TestJudgementOutlivesCoding checks that a word on a claim holds for the claim that
// is coded at its place under another ID, and for no other one.
func TestJudgementOutlivesCoding(t *testing.T) {
	w := newWorld(60, 9)
	c := w.in.Claims[0]
	j := dateline.Judgement{
		ID: "j", Kind: dateline.Wrong, Claims: []dateline.ClaimID{c.ID}, Anchors: []dateline.Anchor{dateline.AnchorOf(&c)},
		Author: "ada", At: time.Unix(1, 0),
	}
	w.in.Claims[0].ID = "coded anew"
	for _, at := range []struct {
		what  string
		start int
		js    []dateline.Judgement
		here  bool
	}{
		{"no judgement", c.Trigger.Start, nil, true},
		{"same place", c.Trigger.Start, []dateline.Judgement{j}, false},
		{"other place", c.Trigger.End + 40, []dateline.Judgement{j}, true},
		{"revoked", c.Trigger.Start, []dateline.Judgement{j, {ID: "k", Revokes: "j", At: time.Unix(2, 0)}}, true},
	} {
		w.in.Claims[0].Trigger = dateline.Span{Start: at.start, End: at.start + len("accused")}
		w.in.Judgements = at.js
		events, _ := Merge(w.in)
		if got := holds(events, "coded anew"); got != at.here {
			t.Errorf("%s: claim in the record: %v", at.what, got)
		}
	}
}

func holds(events []dateline.Event, id dateline.ClaimID) bool {
	for _, e := range events {
		for _, c := range e.Claims {
			if c == id {
				return true
			}
		}
	}
	return false
}

// TestDoubts checks that a judgement takes its pair off the list, and that the least
// certain decision comes first.
func TestDoubts(t *testing.T) {
	in := newWorld(300, 5).in
	doubts := NewIndex(in).Doubts()
	if len(doubts) < 2 || doubts[0].Margin > doubts[len(doubts)-1].Margin {
		t.Fatalf("%d doubts, not in order", len(doubts))
	}
	d := doubts[0]
	in.Judgements = []dateline.Judgement{{ID: "j", Kind: dateline.Different, Claims: []dateline.ClaimID{d.A, d.B}, At: time.Unix(1, 0)}}
	for _, e := range NewIndex(in).Doubts() {
		if e.A == d.A && e.B == d.B {
			t.Errorf("%v is asked again", e)
		}
	}
}
