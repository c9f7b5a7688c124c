// Package merge puts the claims of many reports together: claims that tell of
// one event become an Event with its values, origins and relations, and events
// that belong together become a Story.
package merge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// Input is what Merge reads. Reports need their fields down to Paragraphs.
type Input struct {
	Claims     []dateline.Claim
	Reports    map[dateline.ReportID]*dateline.Report
	Texts      map[dateline.DocumentID]string
	Judgements []dateline.Judgement
}

// Merge clusters claims into events, sorted by first day and then ID, and events
// into stories. The result does not depend on the order of the claims.
func Merge(in Input) ([]dateline.Event, []dateline.Story) {
	claims := slices.Clone(in.Claims)
	slices.SortFunc(claims, func(a, b dateline.Claim) int {
		return cmp.Or(cmp.Compare(published(in, a), published(in, b)), cmp.Compare(a.ID, b.ID))
	})
	groups := map[string][]dateline.Claim{}
	var keys []string
	for _, c := range claims {
		k := c.Event + " " + codes(c) + " " + string(c.Status) + " " + string(c.Date.First)
		if groups[k] == nil {
			keys = append(keys, k)
		}
		groups[k] = append(groups[k], c)
	}
	events := make([]dateline.Event, 0, len(keys))
	for _, k := range keys {
		events = append(events, event(groups[k], in))
	}
	slices.SortFunc(events, func(a, b dateline.Event) int {
		return cmp.Or(cmp.Compare(a.Date.First, b.Date.First), cmp.Compare(a.ID, b.ID))
	})
	return events, nil
}

func published(in Input, c dateline.Claim) dateline.Day {
	if r := in.Reports[c.Report]; r != nil {
		return r.Published
	}
	return ""
}

func codes(c dateline.Claim) string {
	var out []string
	for _, ps := range [][]dateline.Participant{c.Actors, c.Recipients} {
		for _, p := range ps {
			if p.Code != "" && !slices.Contains(out, p.Code) {
				out = append(out, p.Code)
			}
		}
	}
	slices.Sort(out)
	return strings.Join(out, ",")
}

func event(cs []dateline.Claim, in Input) dateline.Event {
	c := cs[0]
	e := dateline.Event{
		ID: dateline.EventID(dateline.HashID("event", string(c.ID))), Type: c.Event, Mode: c.Mode,
		Date: c.Date, Place: c.Place, Status: c.Status,
		Title: strings.Join(strings.Fields(c.Trigger.In(in.Texts[c.Document])), " "),
	}
	for _, p := range c.Actors {
		e.Actors = append(e.Actors, p.Actor)
	}
	for _, p := range c.Recipients {
		e.Recipients = append(e.Recipients, p.Actor)
	}
	for _, c := range cs {
		e.Claims = append(e.Claims, c.ID)
		if !slices.Contains(e.Reports, c.Report) {
			e.Reports = append(e.Reports, c.Report)
		}
	}
	return e
}
