package web

import (
	"cmp"
	"context"
	"slices"

	"github.com/dateline/dateline"
)

// overview is one reading of the catalog. It is never changed.
type overview struct {
	reports     map[dateline.ReportID]*dateline.Report
	order       []*dateline.Report // as the store lists them
	events      map[dateline.EventID]*brief
	timeline    []dateline.EventID // in order
	ofClaim     map[dateline.ClaimID]dateline.EventID
	outletNames []string // sorted
	people      []string // names of actors, those of most events first
	sums        sums
	bars        []bar
	highlights  []highlight
}

// brief is what is kept of an event that other pages name.
type brief struct {
	Title   string
	Kind    kind
	Claims  []dateline.ClaimID
	reports []dateline.ReportID
}

// sums are the sizes of the record.
type sums struct {
	Documents, Reports, Events, Outlets int
}

// suggestions is how many actors' names the filter's field suggests.
const suggestions = 150

func readOverview(ctx context.Context, store dateline.Store) (*overview, error) {
	reports, err := store.Reports(ctx)
	if err != nil {
		return nil, err
	}
	events, err := store.Events(ctx, dateline.Filter{})
	if err != nil {
		return nil, err
	}
	o := &overview{
		reports: make(map[dateline.ReportID]*dateline.Report, len(reports)),
		events:  make(map[dateline.EventID]*brief, len(events)),
		ofClaim: map[dateline.ClaimID]dateline.EventID{},
	}
	o.addReports(reports)
	o.addEvents(events)
	o.bars = barsOf(events)
	o.highlights = highlightsOf(events)
	return o, nil
}

func (o *overview) addReports(reports []dateline.Report) {
	documents := map[dateline.DocumentID]bool{}
	for i := range reports {
		r := &reports[i]
		o.reports[r.ID] = r
		o.order = append(o.order, r)
		documents[r.Document] = true
		if r.Outlet.Name != "" {
			o.outletNames = append(o.outletNames, fold(r.Outlet.Name))
		}
	}
	slices.Sort(o.outletNames)
	o.outletNames = slices.Compact(o.outletNames)
	o.sums.Documents, o.sums.Reports, o.sums.Outlets = len(documents), len(reports), len(o.outletNames)
}

func (o *overview) addEvents(events []dateline.Event) {
	o.sums.Events = len(events)
	times := map[string]int{}
	for i := range events {
		e := &events[i]
		o.events[e.ID] = &brief{Title: titleOf(e.Title), Kind: kindOf(e.Type, e.Mode), Claims: e.Claims, reports: e.Reports}
		o.timeline = append(o.timeline, e.ID)
		for _, c := range e.Claims {
			o.ofClaim[c] = e.ID
		}
		for _, side := range [][]dateline.Actor{e.Actors, e.Recipients} {
			for _, a := range side {
				if a.Name != "" {
					times[fold(a.Name)]++
				}
			}
		}
	}
	for name := range times {
		o.people = append(o.people, name)
	}
	slices.SortFunc(o.people, func(a, b string) int { return cmp.Or(times[b]-times[a], cmp.Compare(a, b)) })
	o.people = o.people[:min(len(o.people), suggestions)]
}
