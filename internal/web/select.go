package web

import (
	"context"
	"errors"

	"github.com/dateline/dateline"
)

// chunk is how many events are read at a time where the store cannot select.
const chunk = 500

// selectEvents is a page of the events that the filter selects, and whether more
// follow.
func (s *server) selectEvents(ctx context.Context, f filter, o *overview) (events []dateline.Event, more bool, err error) {
	switch {
	case f.Outlet != "" && f.Only == "" && f.Filter == (dateline.Filter{}):
		events, err = s.allOfOutlet(ctx, f, o)
	case f.Outlet != "" || f.Only != "":
		events, err = s.sifted(ctx, f, o)
	default:
		ask := f.Filter
		ask.Limit, ask.Offset = perPage+1, (f.Page-1)*perPage
		events, err = s.store.Events(ctx, ask)
	}
	if err != nil {
		return nil, false, err
	}
	if len(events) > perPage {
		return events[:perPage], true, nil
	}
	return events, false, nil
}

// sifted reads on until the page, and one event more, is full of events with a
// report of the outlet and with sources that stand as asked.
func (s *server) sifted(ctx context.Context, f filter, o *overview) ([]dateline.Event, error) {
	skip := (f.Page - 1) * perPage
	var out []dateline.Event
	ask := f.Filter
	for ask.Limit = chunk; ; ask.Offset += chunk {
		events, err := s.store.Events(ctx, ask)
		if err != nil {
			return nil, err
		}
		for i := range events {
			switch {
			case f.Outlet != "" && !o.reportedBy(events[i].Reports, f.Outlet), !sourced(&events[i], f.Only):
			case skip > 0:
				skip--
			default:
				out = append(out, events[i])
			}
		}
		if len(events) < chunk || len(out) > perPage {
			return out, nil
		}
	}
}

// allOfOutlet is sifted where the outlet is all that the reader asked for: the
// overview knows which events to read.
func (s *server) allOfOutlet(ctx context.Context, f filter, o *overview) ([]dateline.Event, error) {
	skip := (f.Page - 1) * perPage
	var out []dateline.Event
	for _, id := range o.timeline {
		if !o.reportedBy(o.events[id].reports, f.Outlet) {
			continue
		}
		if skip--; skip >= 0 {
			continue
		}
		e, err := s.store.Event(ctx, id)
		if errors.Is(err, dateline.ErrNotFound) { // gone since the overview was read
			continue
		}
		if err != nil {
			return nil, err
		}
		if out = append(out, *e); len(out) > perPage {
			break
		}
	}
	return out, nil
}

// reportedBy reports whether the outlet published one of the reports or is the
// agency that one credits.
func (o *overview) reportedBy(reports []dateline.ReportID, outlet string) bool {
	for _, id := range reports {
		if r := o.reports[id]; r != nil && (publishes(r.Outlet, outlet) || publishes(r.Agency, outlet)) {
			return true
		}
	}
	return false
}
