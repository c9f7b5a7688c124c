package web

import (
	"context"
	"io"
	"net/http"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/export"
	"github.com/dateline/dateline/internal/reliance"
)

// sourcesPage shows who relies on whom.
type sourcesPage struct {
	Picture *flows // nil where nobody relies on anybody
	Drawn   int    // ties in the picture
	Ties    []tieRow
	All     int // ties of the record
}

// tieRow is a row of the table.
type tieRow struct {
	reliance.Tie
	Percent int
	How     string
}

// mostTies is how many ties the table lists; the downloads have all.
const mostTies = 200

func (s *server) sources(r *http.Request) (view, error) {
	ties, err := s.ties.get(r.Context())
	if err != nil {
		return view{}, err
	}
	page := sourcesPage{All: len(ties), Drawn: min(len(ties), mostFlows)}
	if len(ties) > 0 {
		page.Picture = flowsOf(ties[:page.Drawn])
	}
	for _, t := range ties[:min(len(ties), mostTies)] {
		page.Ties = append(page.Ties, tieRow{t, int(100*t.Share + 0.5), export.Classes(t.Classes)})
	}
	return view{template: "sources", Title: "Sources", Section: "sources", Data: page}, nil
}

// readTies counts the chains of all claims.
func readTies(ctx context.Context, store dateline.Store) ([]reliance.Tie, error) {
	claims, err := store.Claims(ctx)
	if err != nil {
		return nil, err
	}
	var c reliance.Counter
	for i := range claims {
		c.Add(claims[i].Report, claims[i].Chain)
	}
	return c.Ties(), nil
}

// tiesFile answers with all ties, in the form that write gives them.
func (s *server) tiesFile(mediaType, name string, write func(io.Writer, []reliance.Tie) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ties, err := s.ties.get(r.Context())
		if err != nil {
			s.show(w, r, s.failure(r, err))
			return
		}
		attach(w, mediaType, name)
		_ = write(w, ties) // fails only where the reader has gone
	}
}
