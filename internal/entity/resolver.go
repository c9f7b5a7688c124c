package entity

import (
	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/lexicon"
)

// Resolver finds actors. It is safe for concurrent use.
type Resolver struct {
	know    *knowledge
	outlets *lexicon.Outlets
}

// New loads the shipped knowledge and the user's overlays, which add to it and
// correct it. Outlets may be nil.
func New(o *lexicon.Outlets, overlays ...string) (*Resolver, error) {
	k, err := load(overlays)
	if err != nil {
		return nil, err
	}
	return &Resolver{k, o}, nil
}

// Annotate gives the actor mentions of a report in order of the text. It reads
// r.Sentences; Antecedent indexes point into the returned slice.
func (v *Resolver) Annotate(text string, r *dateline.Report) []dateline.Mention {
	d := &discourse{know: v.know, report: r, day: r.Published}
	for i := range r.Sentences {
		d.sentence(i, &r.Sentences[i])
	}
	return d.mentions
}
