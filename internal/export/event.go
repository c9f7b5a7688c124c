package export

import (
	"bufio"
	"io"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/plover"
)

// EventRecord is one event as it is written: its best-supported values in
// PLOVER's fields, then every value with the claims behind it.
type EventRecord struct {
	ID         dateline.EventID    `json:"id"`
	Title      string              `json:"title"`
	Event      []string            `json:"event"`
	Mode       []string            `json:"mode"`
	Quad       int                 `json:"quad_code"`
	Scale      float64             `json:"event_scale"`
	Status     dateline.Status     `json:"status"`
	Actors     []dateline.Actor    `json:"actor"`
	Recipients []dateline.Actor    `json:"recipient"`
	Date       optional            `json:"date"`
	EndDate    optional            `json:"enddate"`
	DateText   optional            `json:"date_text"`
	Precision  optional            `json:"date_precision"`
	Announced  optional            `json:"announced"` // day it was first reported as planned
	Place      *Place              `json:"event_loc"`
	Claims     []dateline.ClaimID  `json:"claims"`
	Reports    []dateline.ReportID `json:"reports"`
	Values     []dateline.Value    `json:"values"`
	Origins    []dateline.Origin   `json:"origins"`
	Single     optional            `json:"single_origin"` // name of the only origin
	Side       optional            `json:"side"`          // country that takes part and whose media alone carry it
	Relations  []dateline.Relation `json:"relations"`
	Story      optional            `json:"story"`
}

// NewEventRecord is the record of an event.
func NewEventRecord(e *dateline.Event) EventRecord {
	rec := EventRecord{
		ID: e.ID, Title: e.Title, Event: list(e.Type), Mode: list(e.Mode),
		Quad: plover.Quad(e.Type), Scale: plover.Scale(e.Type, e.Mode), Status: e.Status,
		Actors: some(e.Actors), Recipients: some(e.Recipients),
		Date: optional(e.Date.First), EndDate: optional(e.Date.Last), DateText: optional(e.Date.Text),
		Precision: optional(e.Date.Precision), Announced: optional(e.Announced),
		Claims: some(e.Claims), Reports: some(e.Reports), Values: some(e.Values),
		Origins: some(e.Origins), Side: optional(e.Side), Relations: some(e.Relations), Story: optional(e.Story),
	}
	if len(e.Origins) == 1 {
		rec.Single = optional(e.Origins[0].Name)
	}
	if p := e.Place; p != nil {
		rec.Place = &Place{Name: p.Name, ID: p.ID, Lat: p.Lat, Lon: p.Lon, Country: optional(p.Country), Within: p.Within, Precision: p.Precision}
	}
	return rec
}

// some is the list, never nil.
func some[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// EventsJSONL writes one EventRecord a line.
func EventsJSONL(w io.Writer, events []dateline.Event) error {
	out := bufio.NewWriter(w)
	enc := encoder(out)
	for i := range events {
		if err := enc.Encode(NewEventRecord(&events[i])); err != nil {
			return err
		}
	}
	return out.Flush()
}
