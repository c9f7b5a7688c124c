package web

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

// fake is a record in memory. Methods that the pages have no use for panic.
type fake struct {
	dateline.Store
	docs    []dateline.Document
	reports []dateline.Report
	events  []dateline.Event
	stories []dateline.Story
	asked   []dateline.Filter
	err     error
}

func (f *fake) Document(_ context.Context, id dateline.DocumentID) (*dateline.Document, error) {
	for i := range f.docs {
		if f.docs[i].ID == id {
			return &f.docs[i], nil
		}
	}
	return nil, fmt.Errorf("document %s: %w", id, dateline.ErrNotFound)
}

func (f *fake) Report(_ context.Context, id dateline.ReportID) (*dateline.Report, error) {
	for _, r := range f.reports {
		if r.ID == id {
			r.Claims = slices.Clone(r.Claims)
			return &r, nil
		}
	}
	return nil, fmt.Errorf("report %s: %w", id, dateline.ErrNotFound)
}

func (f *fake) Reports(context.Context) ([]dateline.Report, error) { return f.reports, f.err }

func (f *fake) Claims(context.Context) ([]dateline.Claim, error) {
	var out []dateline.Claim
	for _, r := range f.reports {
		out = append(out, r.Claims...)
	}
	return out, f.err
}

// Events keeps to type, status and the window of the filter, and notes what it
// was asked.
func (f *fake) Events(_ context.Context, ask dateline.Filter) ([]dateline.Event, error) {
	f.asked = append(f.asked, ask)
	var out []dateline.Event
	for _, e := range f.events {
		if (ask.Type == "" || e.Type == ask.Type) && (ask.Status == "" || e.Status == ask.Status) {
			out = append(out, e)
		}
	}
	out = out[min(ask.Offset, len(out)):]
	if ask.Limit > 0 {
		out = out[:min(ask.Limit, len(out))]
	}
	return out, f.err
}

func (f *fake) Event(_ context.Context, id dateline.EventID) (*dateline.Event, error) {
	for i := range f.events {
		if f.events[i].ID == id {
			return &f.events[i], nil
		}
	}
	return nil, fmt.Errorf("event %s: %w", id, dateline.ErrNotFound)
}

func (f *fake) Stories(context.Context) ([]dateline.Story, error) { return f.stories, f.err }

// visit is a record of one visit, as an agency and a newspaper tell it. Every
// text from outside has tag in it.
func visit(tag string) *fake {
	text := "Arland's agency reported that minister Ada Berg " + tag + " visited Borland on Monday and met 12 envoys. It rained.\n\nMinister Berg visited Borland on Tuesday, the Post wrote."
	span := func(words string) dateline.Span {
		i := strings.Index(text, words)
		return dateline.Span{Start: i, End: i + len(words)}
	}
	half := strings.Index(text, "\n\n")
	actor := dateline.Participant{Actor: dateline.Actor{ID: "Q1" + tag, Name: "Ada Berg" + tag, Kind: dateline.PersonActor, Code: "ARL" + tag, Office: "minister" + tag}, Text: "minister Ada Berg", Span: span("minister Ada Berg")}
	host := dateline.Participant{Actor: dateline.Actor{Name: "Borland", Kind: dateline.StateActor, Code: "BOR"}, Text: "Borland", Span: span("Borland")}
	first := dateline.Claim{ID: "c1", Document: "sha256:d1", Report: "r1", Event: "CONSULT", Mode: "visit", Contexts: []string{"diplomatic" + tag},
		Actors: []dateline.Participant{actor}, Recipients: []dateline.Participant{host},
		Date:  dateline.EventDate{First: "2011-05-16", Last: "2011-05-16", Precision: "day", Text: "Monday" + tag, Basis: "clause"},
		Place: &dateline.Place{Name: "Borland" + tag, Country: "BOR"}, Status: dateline.Happened, Evidence: []dateline.Span{span("minister Ada Berg " + tag + " visited Borland on Monday")},
		Trigger: span("visited"), Numbers: []dateline.Number{{Kind: "envoys" + tag, Value: 12}}, Confidence: 0.9, Coder: "frame:visit" + tag,
		Chain: []dateline.Link{{Name: "Arland Agency" + tag, Kind: "outlet"}, {Name: "Ada Berg", Kind: "person", Cue: "said" + tag, Capacity: "minister" + tag, Direct: true}}}
	second := first
	second.ID, second.Report, second.Chain, second.Numbers = "c2", "r2", []dateline.Link{{Name: "The Post", Kind: "outlet"}}, nil
	second.Actors, second.Recipients = nil, nil
	second.Evidence = []dateline.Span{span("Minister Berg visited Borland on Tuesday")}
	second.Trigger = dateline.Span{Start: second.Evidence[0].Start + 14, End: second.Evidence[0].Start + 21}
	second.Date = dateline.EventDate{First: "2011-05-17", Last: "2011-05-17", Precision: "day"}
	prose := func(a, b int) []dateline.Paragraph {
		return []dateline.Paragraph{{Kind: dateline.Prose, Pieces: []dateline.Span{{Start: a, End: b}}}}
	}
	event := dateline.Event{ID: "e1", Title: "Ada Berg visits Borland" + tag, Type: "CONSULT", Mode: "visit", Actors: []dateline.Actor{actor.Actor}, Recipients: []dateline.Actor{host.Actor},
		Date: first.Date, Announced: "2011-05-10", Place: first.Place, Status: dateline.Happened, Claims: []dateline.ClaimID{"c1", "c2"}, Reports: []dateline.ReportID{"r1", "r2"},
		Values: []dateline.Value{{Field: "date", Value: "2011-05-16", Label: "Monday" + tag, Claims: []dateline.ClaimID{"c1"}, Origins: 1}, {Field: "date", Value: "2011-05-17", Claims: []dateline.ClaimID{"c2"}, Origins: 1},
			{Field: "place", Value: "Borland" + tag, Claims: []dateline.ClaimID{"c1", "c2"}, Origins: 2}},
		Origins:   []dateline.Origin{{ID: "o1", Name: "Arland Agency" + tag, Kind: "agency", Claims: []dateline.ClaimID{"c1"}, Why: "own report" + tag}, {ID: "o2", Name: "The Post", Kind: "outlet", Claims: []dateline.ClaimID{"c2"}}},
		Relations: []dateline.Relation{{Kind: dateline.Contradicts, Field: "date", A: "c2", B: "c1", Why: "Monday is not Tuesday" + tag}}, Story: "s1"}
	other := dateline.Event{ID: "e2", Title: "Talks", Type: "AGREE", Status: dateline.Planned, Story: "s1"}
	return &fake{
		docs: []dateline.Document{{ID: "sha256:d1", Path: "news" + tag + ".txt", MediaType: "text/plain", Charset: "utf-8", Text: text}},
		reports: []dateline.Report{
			{ID: "r1", Document: "sha256:d1", Span: dateline.Span{End: half}, Outlet: dateline.Outlet{ID: "ara", Name: "Arland Agency" + tag, Kind: dateline.Agency, Country: "ARL", State: true}, Author: "Bo" + tag,
				Headline: "MINISTER TRAVELS" + tag, Place: "Arville" + tag, Page: "1" + tag, Published: "2011-05-16", Paragraphs: prose(0, half), Claims: []dateline.Claim{first}},
			{ID: "r2", Document: "sha256:d1", Span: dateline.Span{Start: half, End: len(text)}, Outlet: dateline.Outlet{Name: "The Post"}, Published: "2011-05-18", Paragraphs: prose(half+2, len(text)), Claims: []dateline.Claim{second}},
		},
		events:  []dateline.Event{event, other},
		stories: []dateline.Story{{ID: "s1", Title: "The visit" + tag, First: "2011-05-16", Last: "2011-05-17", Events: []dateline.EventID{"e1", "e2"}}},
	}
}

// everyPage are addresses that between them show every template.
var everyPage = []string{"/", "/?type=CONSULT&outlet=ara", "/event/e1", "/event/e2", "/report/r1", "/report/r2", "/outlets", "/sources", "/documents",
	"/document/sha256:d1", "/stories", "/story/s1", "/search", "/search?q=visited+borland", "/nowhere"}

func get(t *testing.T, store dateline.Store, method, path string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	h := New(store, Options{Version: "1", Log: log.New(io.Discard, "", 0)})
	h.ServeHTTP(w, httptest.NewRequest(method, path, http.NoBody))
	return w
}
