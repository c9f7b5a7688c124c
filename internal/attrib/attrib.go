// Package attrib finds who says what in a report: for every statement its
// source, its cue and its content (in the sense of PARC and PolNeAR), nested
// into one another, and from them the chain of attribution that stands between
// a reader and any place in the text.
package attrib

import (
	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/lexicon"
)

// Annotator finds attributions. It holds no state between calls and is safe
// for concurrent use.
type Annotator struct {
	outlets *lexicon.Outlets
}

// New is an Annotator that names outlets after the list o, which may be nil.
func New(o *lexicon.Outlets) *Annotator {
	return &Annotator{outlets: o}
}

// Annotate finds the attributions of a report whose Sentences and Mentions are
// set. They are in order of their first byte; a parent stands before its
// children.
func (a *Annotator) Annotate(text string, r *dateline.Report) []dateline.Attribution {
	return nil
}

// Chain gives the links between the reader and the byte offset at: the report's
// outlet first, then the attributions whose content holds at, the outermost
// first.
func (a *Annotator) Chain(r *dateline.Report, at int) []dateline.Link {
	return []dateline.Link{outletLink(r)}
}

// outletLink is the outermost link of every chain of a report.
func outletLink(r *dateline.Report) dateline.Link {
	return dateline.Link{
		Name: r.Outlet.Name, Kind: "outlet", ID: r.Outlet.ID, Code: r.Outlet.Country,
		When: r.Published, Span: r.Sources["outlet"],
	}
}
