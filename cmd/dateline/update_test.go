package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/merge"
	"github.com/dateline/dateline/internal/merge/made"
	"github.com/dateline/dateline/internal/store"
	"github.com/dateline/dateline/pipeline"
)

func openRecord(t testing.TB) *store.DB {
	t.Helper()
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestUpdateEqualsMergingAnew stores documents in random orders, a few at a time,
// with judgements, revocations and texts coded anew in between: the record is
// always that of merging all of it anew.
func TestUpdateEqualsMergingAnew(t *testing.T) {
	for seed := range uint64(3) {
		w, db, r := made.New(240, seed), openRecord(t), rand.New(rand.NewPCG(seed, 1))
		h := history{w: w, db: db, r: r, coded: map[int]bool{}}
		order := r.Perm(len(w.Claims))
		for len(order) > 0 {
			n := min(len(order), 1+r.IntN(40))
			for _, i := range order[:n] {
				h.add(t, i)
			}
			order = order[n:]
			for range r.IntN(4) {
				h.disturb(t)
			}
			must(t, pipeline.Update(t.Context(), db))
			h.check(t)
		}
	}
}

// history is what was done to a store.
type history struct {
	w     *made.World
	db    *store.DB
	r     *rand.Rand
	here  []int
	coded map[int]bool // claims that are coded, those that were dropped are false
	js    []dateline.Judgement
}

func (h *history) add(t *testing.T, i int) {
	doc, reports := h.w.Document(i)
	_, err := h.db.AddDocument(t.Context(), doc, reports)
	must(t, err)
	h.here, h.coded[i] = append(h.here, i), true
}

// disturb passes or revokes a judgement, or codes a document anew, at random.
func (h *history) disturb(t *testing.T) {
	i, j := h.here[h.r.IntN(len(h.here))], h.here[h.r.IntN(len(h.here))]
	a, b := &h.w.Claims[i], &h.w.Claims[j]
	switch n := h.r.IntN(6); {
	case n == 0 && len(h.js) > 0:
		h.judge(t, dateline.Judgement{Revokes: h.js[h.r.IntN(len(h.js))].ID})
	case n == 1:
		_, reports := h.w.Document(i)
		if h.coded[i] {
			reports[0].Claims = nil
		}
		h.coded[i] = !h.coded[i]
		must(t, h.db.Recode(t.Context(), a.Document, reports))
	case n == 2:
		h.judge(t, dateline.Judgement{Kind: dateline.Wrong}, a)
	case n == 3:
		h.judge(t, dateline.Judgement{Kind: dateline.Corrected, Field: "date", Value: string(h.w.Reports[b.Report].Published)}, a)
	case n == 4 && i != j:
		h.judge(t, dateline.Judgement{Kind: dateline.Same}, a, b)
	case i != j:
		h.judge(t, dateline.Judgement{Kind: dateline.Different}, a, b)
	}
}

func (h *history) judge(t *testing.T, j dateline.Judgement, claims ...*dateline.Claim) {
	for _, c := range claims {
		j.Claims, j.Anchors = append(j.Claims, c.ID), append(j.Anchors, dateline.AnchorOf(c))
	}
	j.ID, j.At = fmt.Sprint("j", len(h.js)), time.Unix(int64(len(h.js)), 0).UTC()
	h.js = append(h.js, j)
	must(t, h.db.AddJudgement(t.Context(), j))
}

func (h *history) check(t *testing.T) {
	t.Helper()
	in := merge.Input{Reports: h.w.Reports, Texts: h.w.Texts, Judgements: h.js}
	for _, i := range h.here {
		if h.coded[i] {
			in.Claims = append(in.Claims, h.w.Claims[i])
		}
	}
	wantEvents, wantStories := merge.Merge(in)
	events, err := h.db.Events(t.Context(), dateline.Filter{})
	must(t, err)
	stories, err := h.db.Stories(t.Context())
	must(t, err)
	byID := map[dateline.EventID]string{}
	for _, e := range events {
		byID[e.ID] = asJSON(t, e)
	}
	if len(events) != len(wantEvents) {
		t.Errorf("%d events, merged anew %d", len(events), len(wantEvents))
	}
	for _, e := range wantEvents {
		if got := byID[e.ID]; got != asJSON(t, e) {
			t.Fatalf("with %d claims an event is\n%s, merged anew\n%s", len(in.Claims), got, asJSON(t, e))
		}
	}
	if got, want := asJSON(t, stories), asJSON(t, wantStories); got != want {
		t.Fatalf("stories are\n%s, merged anew\n%s", got, want)
	}
}

func asJSON(t testing.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	must(t, err)
	return string(b)
}
