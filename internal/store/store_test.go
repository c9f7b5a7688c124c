package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"sync"
	"testing"
	"time"

	"github.com/dateline/dateline"
)

func open(t testing.TB) *DB {
	t.Helper()
	db, err := Open(t.Context(), filepath.Join(t.TempDir(), "record of a 100%? year.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// sample is a document of one report and n claims, all made from name.
func sample(name string, n int) (*dateline.Document, []dateline.Report) {
	body := []byte("Norway and Chad signed a fishing treaty, " + name + " said.")
	doc := &dateline.Document{ID: dateline.IDOf(body), Path: name + ".txt", MediaType: "text/plain", Charset: "utf-8", Body: body, Text: string(body)}
	all := dateline.Span{Start: 0, End: len(body)}
	r := dateline.Report{
		ID: dateline.ReportID(dateline.HashID(string(doc.ID), "0")), Document: doc.ID, Span: all,
		Outlet: dateline.Outlet{Name: name}, Published: "2003-04-05",
		Paragraphs: []dateline.Paragraph{{Kind: dateline.Prose, Pieces: []dateline.Span{all}}},
		Sources:    map[string]dateline.Span{"outlet": {Start: 41, End: 41 + len(name)}},
	}
	for i := range n {
		r.Claims = append(r.Claims, dateline.Claim{
			ID: dateline.ClaimID(dateline.HashID(string(r.ID), fmt.Sprint(i))), Document: doc.ID, Report: r.ID, Event: "AGREE",
			Actors:   []dateline.Participant{{Actor: dateline.Actor{Name: "Norway", Code: "NOR"}, Text: "Norway"}},
			Evidence: []dateline.Span{all}, Confidence: 0.5, Status: dateline.Happened,
		})
	}
	return doc, []dateline.Report{r}
}

func event(id string, day dateline.Day, root string, claims []dateline.Claim, actors ...dateline.Actor) dateline.Event {
	e := dateline.Event{ID: dateline.EventID(id), Type: root, Title: "a title", Status: dateline.Happened,
		Date: dateline.EventDate{First: day, Last: day}, Actors: actors}
	for _, c := range claims {
		e.Claims = append(e.Claims, c.ID)
	}
	return e
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestDocumentComesBackUnchanged(t *testing.T) {
	db, ctx := open(t), t.Context()
	doc, reports := sample("Aftenposten", 3)
	doc.Body = append(doc.Body, 0, 0xff, 0xfe) // a body that is no UTF-8 keeps its bytes beside the text
	for i, want := range []bool{true, false} {
		added, err := db.AddDocument(ctx, doc, reports)
		if must(t, err); added != want {
			t.Errorf("adding for time %d: added = %v", i+1, added)
		}
	}
	got, err := db.Document(ctx, doc.ID)
	if must(t, err); !reflect.DeepEqual(got, doc) {
		t.Errorf("document came back as %+v", got)
	}
	r, err := db.Report(ctx, reports[0].ID)
	if must(t, err); !reflect.DeepEqual(*r, reports[0]) {
		t.Errorf("report came back as\n%+v, was\n%+v", *r, reports[0])
	}
	if claims, err := db.Claims(ctx); err != nil || len(claims) != 3 {
		t.Errorf("%d claims, %v", len(claims), err)
	}
}

func TestRecodeReplacesClaims(t *testing.T) {
	db, ctx := open(t), t.Context()
	doc, reports := sample("Aftenposten", 3)
	_, err := db.AddDocument(ctx, doc, reports)
	must(t, err)
	_, fewer := sample("Aftenposten", 1)
	must(t, db.Recode(ctx, doc.ID, fewer))
	if claims, err := db.Claims(ctx); err != nil || len(claims) != 1 {
		t.Errorf("%d claims after coding anew, %v", len(claims), err)
	}
	if err := db.Recode(ctx, "sha256:none", fewer); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("coding an unknown document anew: %v", err)
	}
}

func TestNotFound(t *testing.T) {
	db, ctx := open(t), t.Context()
	_, derr := db.Document(ctx, "x")
	_, rerr := db.Report(ctx, "x")
	_, eerr := db.Event(ctx, "x")
	for _, err := range []error{derr, rerr, eerr} {
		if !errors.Is(err, dateline.ErrNotFound) {
			t.Errorf("error is %v", err)
		}
	}
}

func TestEvents(t *testing.T) {
	db, ctx := open(t), t.Context()
	doc, reports := sample("Aftenposten", 2)
	_, err := db.AddDocument(ctx, doc, reports)
	must(t, err)
	norway := dateline.Actor{Code: "NOR", Name: "Norway"}
	minister := dateline.Actor{Code: "TCD", ID: "Q1", Name: "Mahamat Élie"}
	undated := event("c", "", "THREATEN", nil)
	change := dateline.Change{
		Documents: []dateline.DocumentID{doc.ID},
		Events: []dateline.Event{
			event("b", "2003-04-06", "CONSULT", nil, norway, minister),
			event("a", "2003-04-05", "AGREE", reports[0].Claims, norway), undated,
		},
		Stories: []dateline.Story{{ID: "s", Title: "Fish", Events: []dateline.EventID{"a"}}},
	}
	for _, c := range reports[0].Claims {
		change.Claims = append(change.Claims, dateline.Shelved{Claim: c, Excerpt: []string{doc.Text}})
	}
	keep(t, db, &change)
	for _, tt := range []struct {
		name string
		f    dateline.Filter
		want string
	}{
		{"all, by day, the undated last", dateline.Filter{}, "abc"},
		{"code in any case", dateline.Filter{Actor: "nor"}, "ab"},
		{"part of a name", dateline.Filter{Actor: "Élie"}, "b"},
		{"actor ID", dateline.Filter{Actor: "Q1"}, "b"},
		{"type", dateline.Filter{Type: "AGREE"}, "a"},
		{"since", dateline.Filter{Since: "2003-04-06"}, "b"},
		{"until leaves out what is undated", dateline.Filter{Until: "2003-04-05"}, "a"},
		{"words of the evidence", dateline.Filter{Query: "fishing treaty"}, "a"},
		{"beginning of the last word", dateline.Filter{Query: "treaty aftenp"}, "a"},
		{"operators are words", dateline.Filter{Query: `fishing" OR NEAR(*`}, ""},
		{"no word at all", dateline.Filter{Query: `"'*`}, ""},
		{"quotes do not leave the string", dateline.Filter{Actor: `' OR 1=1 --`}, ""},
		{"page", dateline.Filter{Limit: 1, Offset: 1}, "b"},
		{"status", dateline.Filter{Status: dateline.Planned}, ""},
	} {
		events, err := db.Events(ctx, tt.f)
		must(t, err)
		got := ""
		for _, e := range events {
			got += string(e.ID)
		}
		if got != tt.want {
			t.Errorf("%s: events %q, want %q", tt.name, got, tt.want)
		}
	}
	if stories, err := db.Stories(ctx); err != nil || len(stories) != 1 || stories[0].Title != "Fish" {
		t.Errorf("stories %v, %v", stories, err)
	}
}

// keep stores what a merge came to.
func keep(t testing.TB, db *DB, c *dateline.Change) {
	t.Helper()
	must(t, db.Update(t.Context(), "1", func(s dateline.Shelf) { s.Keep(c) }))
}

func TestKeepReplaces(t *testing.T) {
	db, ctx := open(t), t.Context()
	a, b := event("a", "2003-04-05", "AGREE", nil), event("b", "2003-04-05", "AGREE", nil)
	keep(t, db, &dateline.Change{Events: []dateline.Event{a, b}})
	b.Title = "another title"
	keep(t, db, &dateline.Change{LostEvents: []dateline.EventID{"a"}, Events: []dateline.Event{b}})
	events, err := db.Events(ctx, dateline.Filter{})
	if must(t, err); len(events) != 1 || events[0].Title != "another title" {
		t.Errorf("events are %+v", events)
	}
	for query, want := range map[string]int{"another": 1, "a title": 0} {
		if got, err := db.Events(ctx, dateline.Filter{Query: query}); err != nil || len(got) != want {
			t.Errorf("query %q finds %d events, %v", query, len(got), err)
		}
	}
}

func TestJudgements(t *testing.T) {
	db, ctx := open(t), t.Context()
	at := time.Date(2004, 5, 6, 7, 8, 9, 0, time.UTC)
	first := dateline.Judgement{ID: "1", Kind: dateline.Same, Claims: []dateline.ClaimID{"x", "y"}, Author: "Ada", At: at}
	must(t, db.AddJudgement(ctx, first))
	must(t, db.AddJudgement(ctx, dateline.Judgement{ID: "2", Kind: dateline.Same, Author: "Ada", At: at.Add(time.Hour), Revokes: "1"}))
	if err := db.AddJudgement(ctx, dateline.Judgement{ID: "3", Revokes: "nosuch"}); !errors.Is(err, dateline.ErrNotFound) {
		t.Errorf("revoking what is not there: %v", err)
	}
	if err := db.AddJudgement(ctx, first); err == nil {
		t.Error("a judgement was overwritten")
	}
	js, err := db.Judgements(ctx)
	if must(t, err); len(js) != 2 || !reflect.DeepEqual(js[0], first) || js[1].Revokes != "1" {
		t.Errorf("judgements are %+v", js)
	}
}

func TestNewerStoreIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	db, err := Open(t.Context(), path)
	must(t, err)
	_, err = db.db.Exec("PRAGMA user_version = 999")
	must(t, err)
	must(t, db.Close())
	if _, err := Open(t.Context(), path); !errors.Is(err, errNewer) {
		t.Errorf("opening a newer store: %v", err)
	}
}

// TestManyWriters has several connections store the same documents at once.
func TestManyWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	var added [4]int
	var wg sync.WaitGroup
	for w := range added {
		wg.Go(func() {
			db, err := Open(context.Background(), path)
			if err != nil {
				t.Error(err)
				return
			}
			defer db.Close()
			for i := range 10 {
				doc, reports := sample(fmt.Sprint("paper ", i), 1)
				isNew, err := db.AddDocument(context.Background(), doc, reports)
				if err != nil {
					t.Error(err)
				}
				if isNew {
					added[w]++
				}
			}
		})
	}
	wg.Wait()
	if n := added[0] + added[1] + added[2] + added[3]; n != 10 {
		t.Errorf("%d documents were reported as new, want 10", n)
	}
}
