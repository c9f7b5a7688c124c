package merge

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/merge/made"
)

// world is made-up coverage as input.
type world struct {
	*made.World
	in Input
}

func newWorld(n int, seed uint64) *world {
	w := made.New(n, seed)
	return &world{w, Input{Claims: w.Claims, Reports: w.Reports, Texts: w.Texts}}
}

// TestSyntheticEvents checks that made-up events are found again.
func TestSyntheticEvents(t *testing.T) {
	w := newWorld(3000, 1)
	events, _ := Merge(w.in)
	p, r, f := w.score(events)
	t.Logf("B-cubed on %d made-up claims: P %.3f R %.3f F1 %.3f", len(w.in.Claims), p, r, f)
	if f < 0.9 {
		t.Errorf("B-cubed F1 %.3f on made-up claims", f)
	}
}

func (w *world) score(events []dateline.Event) (p, r, f float64) {
	var truth, got []int
	for k, e := range events {
		for _, id := range e.Claims {
			truth, got = append(truth, w.Truth[id]), append(got, k)
		}
	}
	return bCubed(truth, got)
}

// TestOrderOfArrival merges 500 documents in random orders, at once and one by
// one, and with others added and taken away between.
func TestOrderOfArrival(t *testing.T) {
	w := newWorld(500, 2)
	events, stories := Merge(w.in)
	r := rand.New(rand.NewPCG(3, 3))
	for range 4 {
		in := w.in
		in.Claims = slices.Clone(w.in.Claims)
		r.Shuffle(len(in.Claims), func(i, j int) { in.Claims[i], in.Claims[j] = in.Claims[j], in.Claims[i] })
		got, gotStories := Merge(in)
		same(t, "shuffled", events, got)
		same(t, "shuffled stories", stories, gotStories)
		got, gotStories = stepwise(in, r)
		same(t, "one by one", events, got)
		same(t, "stories one by one", stories, gotStories)
	}
}

// stepwise adds documents in a few batches and takes some away in between.
func stepwise(in Input, r *rand.Rand) ([]dateline.Event, []dateline.Story) {
	x := NewIndex(Input{Judgements: in.Judgements})
	for i := range in.Claims {
		x.Add(one(in, i))
		if r.IntN(20) == 0 {
			x.Events()
		}
		if r.IntN(10) == 0 {
			k := r.IntN(i + 1)
			x.Remove(in.Claims[k].Document)
			if r.IntN(2) == 0 {
				x.Events()
			}
			x.Add(one(in, k))
		}
	}
	return x.Events()
}

// one is the part of the input that holds one claim.
func one(in Input, i int) Input {
	c := in.Claims[i]
	return Input{
		Claims:  in.Claims[i : i+1],
		Reports: map[dateline.ReportID]*dateline.Report{c.Report: in.Reports[c.Report]},
		Texts:   map[dateline.DocumentID]string{c.Document: in.Texts[c.Document]},
	}
}

func same(t *testing.T, what string, want, got any) {
	t.Helper()
	if !reflect.DeepEqual(want, got) {
		a, _ := json.Marshal(want)
		b, _ := json.Marshal(got)
		t.Fatalf("%s: differs:\n%.600s\n%.600s", what, a, b)
	}
}
