// Package merge puts the claims of many reports together: claims that tell of
// one event become an Event with its values, origins and relations, and events
// that belong together become a Story.
package merge

import "github.com/dateline/dateline"

// Input is what Merge reads. Reports need their fields down to Paragraphs.
type Input struct {
	Claims     []dateline.Claim
	Reports    map[dateline.ReportID]*dateline.Report
	Texts      map[dateline.DocumentID]string
	Text       func(dateline.DocumentID) string // reads texts that Texts lacks; may be nil
	Judgements []dateline.Judgement
}

// Merge clusters claims into events, sorted by first day and then ID, and events
// into stories. The result does not depend on the order of the claims.
func Merge(in Input) ([]dateline.Event, []dateline.Story) {
	return NewIndex(in).Events()
}
