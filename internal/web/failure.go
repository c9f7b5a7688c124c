package web

import (
	"errors"
	"net/http"

	"github.com/dateline/dateline"
)

// failed is what the page of an error says.
type failed struct {
	Status int
	Title  string
	Text   string
}

// failure is the page of an error. The reader learns the kind; the details go to
// the log.
func (s *server) failure(r *http.Request, err error) view {
	f := failed{http.StatusInternalServerError, "Something went wrong", "The record could not be read. The program's log says why."}
	switch {
	case errors.Is(err, dateline.ErrNotFound):
		f = failed{http.StatusNotFound, "Not in the record", "There is no such page. Events and stories change their addresses when the reports behind them are coded anew."}
	case errors.Is(err, dateline.ErrUsage):
		f = failed{http.StatusBadRequest, "That question cannot be answered", err.Error()}
	default:
		s.options.Log.Printf("%s: %v", r.URL.Path, err)
	}
	return view{template: "failure", Title: f.Title, Data: f, status: f.Status}
}
