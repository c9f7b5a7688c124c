package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"slices"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/export"
)

// download answers with the events that the address selects, in the form that
// write gives them.
func (s *server) download(mediaType, name string, write func(io.Writer, []dateline.Event) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		events, err := s.all(r)
		if err != nil {
			s.show(w, r, s.failure(r, err))
			return
		}
		attach(w, mediaType, name)
		if err := write(w, events); err != nil { // the reader has gone
			return
		}
	}
}

// attach makes the answer a file to be kept, which no browser shows as a page.
func attach(w http.ResponseWriter, mediaType, name string) {
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Content-Disposition", "attachment; filename=\""+name+"\"")
}

// all is every event that the address selects, whatever its page.
func (s *server) all(r *http.Request) ([]dateline.Event, error) {
	f, err := readFilter(r)
	if err != nil {
		return nil, err
	}
	o, err := s.catalog.get(r.Context())
	if err != nil {
		return nil, err
	}
	events, err := s.store.Events(r.Context(), f.Filter)
	if err != nil {
		return nil, err
	}
	out := events[:0]
	for i := range events {
		if (f.Outlet == "" || o.reportedBy(events[i].Reports, f.Outlet)) && sourced(&events[i], f.Only) {
			out = append(out, events[i])
		}
	}
	return out, nil
}

// eventClaims answers with an event's claims as JSON lines.
func (s *server) eventClaims(w http.ResponseWriter, r *http.Request) {
	e, err := s.store.Event(r.Context(), dateline.EventID(r.PathValue("id")))
	if err == nil {
		attach(w, "application/jsonl", "claims.jsonl")
		err = s.writeClaims(r.Context(), w, e)
	}
	if err != nil && !errors.Is(err, context.Canceled) {
		w.Header().Del("Content-Disposition")
		s.show(w, r, s.failure(r, err))
	}
}

func (s *server) writeClaims(ctx context.Context, w io.Writer, e *dateline.Event) error {
	out, err := export.NewWriter(w, export.JSONL, "dateline "+s.options.Version)
	if err != nil {
		return err
	}
	for _, id := range e.Reports {
		r, err := s.store.Report(ctx, id)
		if err != nil {
			return err
		}
		text, err := s.texts.get(ctx, r.Document)
		if err != nil {
			return err
		}
		doc := &dateline.Document{ID: r.Document, Path: text.Path, Text: text.Text}
		for i := range r.Claims {
			if !slices.Contains(e.Claims, r.Claims[i].ID) {
				continue
			}
			if err := out.Claim(&r.Claims[i], r, doc, e.ID); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}
