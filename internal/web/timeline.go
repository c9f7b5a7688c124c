package web

import (
	"net/http"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/plover"
)

// timelinePage is the list of events by day.
type timelinePage struct {
	Filter      filter
	Active      bool
	Types       []kind
	Statuses    []dateline.Status
	Outlets     []string
	People      []string // names that the actor's field suggests
	Days        []day
	First, Last int // numbers of the first and last event shown
	Newer       string
	Older       string
	Query       string // the filter as the query of an address
	Sums        sums
	Bars        []bar
	Highlights  []highlight
	Sourcings   []choice
}

// choice is a value that a filter offers, with its words.
type choice struct {
	Value, Words string
}

// day is the events of one day, or of one longer period.
type day struct {
	Heading moment
	Weekday string
	Period  bool // longer than a day
	Cards   []card
}

func (s *server) timeline(r *http.Request) (view, error) {
	f, err := readFilter(r)
	if err != nil {
		return view{}, err
	}
	o, err := s.catalog.get(r.Context())
	if err != nil {
		return view{}, err
	}
	events, more, err := s.selectEvents(r.Context(), f, o)
	if err != nil {
		return view{}, err
	}
	p := timelinePage{
		Filter: f, Active: f.active(), Types: kinds(), Statuses: statuses(), Outlets: o.outletNames, People: o.people,
		Days: days(events, o), First: (f.Page-1)*perPage + 1, Last: (f.Page-1)*perPage + len(events), Sums: o.sums,
	}
	if !p.Active {
		p.Bars, p.Highlights = o.bars, o.highlights
	}
	p.Query = strings.TrimPrefix(filter{Filter: f.Filter, Outlet: f.Outlet, Only: f.Only}.path(""), "?")
	for _, only := range sourcings() {
		p.Sourcings = append(p.Sourcings, choice{only, sourcingWords(only)})
	}
	p.Newer, p.Older = neighbours(f, "/", more)
	return view{template: "timeline", Title: "Timeline", Section: "timeline", Data: p, Query: f.Query}, nil
}

// neighbours are the addresses of the next and the previous page, "" for none.
func neighbours(f filter, base string, more bool) (next, previous string) {
	if more {
		g := f
		g.Page++
		next = g.path(base)
	}
	if f.Page > 1 {
		g := f
		g.Page--
		previous = g.path(base)
	}
	return next, previous
}

func kinds() []kind {
	var out []kind
	for _, root := range plover.Roots() {
		out = append(out, kindOf(root, ""))
	}
	return out
}

// days groups events, which are in order of their first days.
func days(events []dateline.Event, o *overview) []day {
	var out []day
	at := map[label]int{}
	for i := range events {
		key := heading(&events[i])
		n, ok := at[key]
		if !ok {
			n = len(out)
			at[key] = n
			out = append(out, day{Heading: key.moment, Weekday: key.weekday, Period: key.period})
		}
		out[n].Cards = append(out[n].Cards, cardOf(&events[i], o))
	}
	return out
}

// label is the heading that an event stands under.
type label struct {
	moment
	weekday string
	period  bool
}

func heading(e *dateline.Event) label {
	w := whenOf(e.Date)
	switch {
	case w == nil:
		return label{moment: moment{Words: "No date known"}, period: true}
	case w.Before == "in":
		return label{moment: moment{w.From.ISO, "In " + w.From.Words}, period: true}
	case e.Date.First == "":
		return label{moment: moment{w.From.ISO, "By " + w.From.Words}, period: true}
	}
	t, _ := e.Date.First.Time()
	return label{moment: dayOf(e.Date.First), weekday: t.Format("Monday")}
}
