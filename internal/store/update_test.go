package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/dateline/dateline"
)

// TestFullDisk fills the record up to its limit: the write that does not fit is an
// error, what was stored before is whole, and room made, work goes on.
func TestFullDisk(t *testing.T) {
	db, ctx := open(t), t.Context()
	db.db.SetMaxOpenConns(1) // the limit is that of a connection
	var pages int
	must(t, db.db.QueryRow("PRAGMA page_count").Scan(&pages))
	_, err := db.db.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages+80))
	must(t, err)
	stored := 0
	for ; err == nil && stored < 1000; stored++ {
		doc, reports := sample(fmt.Sprint("paper ", stored), 50)
		_, err = db.AddDocument(ctx, doc, reports)
	}
	if err == nil || !strings.Contains(err.Error(), "full") {
		t.Fatalf("after %d documents: %v", stored, err)
	}
	checkWhole(t, db)
	_, err = db.db.Exec("PRAGMA max_page_count = 1000000")
	must(t, err)
	doc, reports := sample(fmt.Sprint("paper ", stored-1), 50)
	added, err := db.AddDocument(ctx, doc, reports)
	if must(t, err); !added {
		t.Error("the document that did not fit is there in part")
	}
	checkWhole(t, db)
}

// TestUpdateThatFails keeps nothing of a merge that failed half-way, and what was
// stale stays so.
func TestUpdateThatFails(t *testing.T) {
	db := open(t)
	doc, reports := sample("Aftenposten", 2)
	_, err := db.AddDocument(t.Context(), doc, reports)
	must(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	err = db.Update(ctx, "1", func(s dateline.Shelf) {
		s.Keep(&dateline.Change{Documents: []dateline.DocumentID{doc.ID}, Events: []dateline.Event{event("a", "2003-04-05", "AGREE", nil)}})
		cancel()
		if got := s.Stale(10); got != nil {
			t.Errorf("after a failure a shelf returns %v", got)
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
	events, err := db.Events(t.Context(), dateline.Filter{})
	if must(t, err); len(events) > 0 {
		t.Errorf("events of a merge that failed: %v", events)
	}
	if stale, err := db.Stale(t.Context(), "1"); err != nil || !stale {
		t.Errorf("stale %v, %v", stale, err)
	}
}

// TestOtherVersion has a record that was merged in another way merged anew.
func TestOtherVersion(t *testing.T) {
	db := open(t)
	doc, reports := sample("Aftenposten", 1)
	_, err := db.AddDocument(t.Context(), doc, reports)
	must(t, err)
	keep(t, db, &dateline.Change{Documents: []dateline.DocumentID{doc.ID}, Events: []dateline.Event{event("a", "2003-04-05", "AGREE", nil)}})
	for version, want := range map[string]bool{"1": false, "2": true} {
		if stale, err := db.Stale(t.Context(), version); err != nil || stale != want {
			t.Errorf("version %s: stale %v, %v", version, stale, err)
		}
	}
	must(t, db.Update(t.Context(), "2", func(s dateline.Shelf) {
		if got := s.Stale(10); len(got) != 1 || len(s.Events([]dateline.EventID{"a"})) > 0 {
			t.Errorf("stale are %v", got)
		}
	}))
}

// TestReadersWhileMerging has readers see either all of a merge or nothing of it.
func TestReadersWhileMerging(t *testing.T) {
	db, ctx := open(t), t.Context()
	const each = 20
	batch := func(title string) []dateline.Event {
		var out []dateline.Event
		for i := range each {
			e := event(fmt.Sprint("e", i), "2003-04-05", "AGREE", nil)
			e.Title = title
			out = append(out, e)
		}
		return out
	}
	keep(t, db, &dateline.Change{Events: batch("0")})
	done := make(chan struct{})
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				events, err := db.Events(ctx, dateline.Filter{})
				if err != nil || len(events) != each || events[0].Title != events[each-1].Title {
					t.Errorf("a reader sees %d events, %v", len(events), err)
					return
				}
			}
		})
	}
	for i := range 15 {
		keep(t, db, &dateline.Change{Events: batch(fmt.Sprint(i + 1))})
	}
	close(done)
	wg.Wait()
}
