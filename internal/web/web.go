// Package web serves the record as pages: a timeline of events, each event with
// every claim and its chain of attribution, each report with its claims marked in
// place, outlets, sources, stories and search. The pages only read the store, load nothing
// from elsewhere and need no scripts.
package web

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"html/template"
	"log"
	"net/http"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/export"
	"github.com/dateline/dateline/internal/reliance"
)

//go:embed templates/*.html
var templates embed.FS

//go:embed static
var static embed.FS

// Options are what the pages need to know besides the record.
type Options struct {
	Version string      // of the program, shown at the foot of each page
	Log     *log.Logger // failures to answer; nil for log.Default()
}

// New is a handler that serves the pages of the record in store. It answers GET
// and HEAD only and never writes to the store.
func New(store dateline.Store, o Options) http.Handler {
	if o.Log == nil {
		o.Log = log.Default()
	}
	s := &server{store: store, options: o, pages: parsePages(), catalog: newCache(store, readOverview), publishers: newCache(store, readOutlets), ties: newCache(store, readTies), texts: newTexts(store)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.page(s.timeline))
	mux.HandleFunc("GET /event/{id}", s.page(s.event))
	mux.HandleFunc("GET /event/{id}/claims.jsonl", s.eventClaims)
	mux.HandleFunc("GET /events.csv", s.download("text/csv; charset=utf-8", "events.csv", export.EventsCSV))
	mux.HandleFunc("GET /events.jsonl", s.download("application/jsonl", "events.jsonl", export.EventsJSONL))
	mux.HandleFunc("GET /report/{id}", s.page(s.report))
	mux.HandleFunc("GET /outlets", s.page(s.outlets))
	mux.HandleFunc("GET /sources", s.page(s.sources))
	mux.HandleFunc("GET /sources.csv", s.tiesFile("text/csv; charset=utf-8", "sources.csv", export.TiesCSV))
	mux.HandleFunc("GET /sources.jsonl", s.tiesFile("application/jsonl", "sources.jsonl", export.TiesJSONL))
	mux.HandleFunc("GET /sources.dot", s.tiesFile("text/vnd.graphviz; charset=utf-8", "sources.dot", reliance.WriteDOT))
	mux.HandleFunc("GET /documents", s.page(s.documents))
	mux.HandleFunc("GET /document/{id}", s.page(s.document))
	mux.HandleFunc("GET /stories", s.page(s.stories))
	mux.HandleFunc("GET /story/{id}", s.page(s.story))
	mux.HandleFunc("GET /search", s.page(s.search))
	mux.HandleFunc("GET /", s.page(func(*http.Request) (view, error) { return view{}, dateline.ErrNotFound }))
	mux.Handle("GET /static/", http.StripPrefix("/", cached(http.FileServerFS(static))))
	return secured(mux)
}

// server holds what the handlers share; what it keeps of
// the record it could read again at any time.
type server struct {
	store      dateline.Store
	options    Options
	pages      map[string]*template.Template
	catalog    *cache[*overview]
	publishers *cache[[]outletRow]
	ties       *cache[[]reliance.Tie]
	texts      *texts
}

// view is a page to be shown: the template and what it is filled with.
type view struct {
	template string // file name without .html
	Title    string // of the browser's window, before the program's name
	Section  string // the part of the navigation that is current
	Data     any

	Query   string // in the search box
	Version string
	status  int
}

// page turns a function that makes a view into a handler. Errors become pages.
func (s *server) page(make func(*http.Request) (view, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, err := make(r)
		if err != nil {
			if errors.Is(err, context.Canceled) {
				return
			}
			v = s.failure(r, err)
		}
		s.show(w, r, v)
	}
}

// show fills the view's template before a byte is sent, so that a fault in it
// can still become a page of its own.
func (s *server) show(w http.ResponseWriter, r *http.Request, v view) {
	v.Version = s.options.Version
	var b bytes.Buffer
	if err := s.pages[v.template].ExecuteTemplate(&b, "layout", v); err != nil {
		s.options.Log.Printf("%s: %v", r.URL.Path, err)
		http.Error(w, "This page could not be made.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if v.status != 0 {
		w.WriteHeader(v.status)
	}
	_, _ = w.Write(b.Bytes())
}
