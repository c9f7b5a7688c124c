package web

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// card is an event as lists show it.
type card struct {
	ID         dateline.EventID
	Title      string
	Kind       kind
	Standing   standing
	When       *when
	Place      string
	Actors     []party
	Recipients []party
	Origins    string
	Sole       bool // one origin only
	Reports    string
	Outlets    []string // who published, each once, in order of publication
	Disputes   int      // contradictions between its claims
	Announced  *moment
	Snippet    *quotation // the words found, in a search
}

// party is one who takes part in an event.
type party struct {
	Name, Code string
	Filter     string // value of the timeline's filter that selects events with it
	Detail     string // office and kind
}

func partyOf(a dateline.Actor) party {
	p := party{Name: fold(a.Name), Code: a.Code, Detail: fold(a.Office)}
	if p.Name == "" {
		p.Name = a.Code
	}
	if p.Name == "" {
		p.Name = "unnamed"
	} else if p.Filter = a.ID; p.Filter == "" || a.Kind == dateline.StateActor {
		p.Filter = p.Name
	}
	return p
}

func partiesOf(actors []dateline.Actor) []party {
	out := make([]party, 0, len(actors))
	for _, a := range actors {
		if p := partyOf(a); !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// titleOf is an event's title, with a stand-in where it has none.
func titleOf(title string) string {
	if title = fold(title); title != "" {
		return title
	}
	return "Untitled"
}

// cardOf sums up an event; o tells the outlets of its reports.
func cardOf(e *dateline.Event, o *overview) card {
	c := card{
		ID: e.ID, Title: titleOf(e.Title), Kind: kindOf(e.Type, e.Mode), Standing: standingOf(e), When: whenOf(e.Date),
		Actors: partiesOf(e.Actors), Recipients: partiesOf(e.Recipients),
		Origins: fold(e.Sourcing()), Sole: len(e.Origins) == 1,
		Reports: count(len(e.Reports), "report"), Outlets: o.outlets(e.Reports), Disputes: contradictions(e),
	}
	if e.Place != nil {
		c.Place = placeWords(e.Place)
	}
	if e.Announced != "" {
		day := dayOf(e.Announced)
		c.Announced = &day
	}
	return c
}

// placeWords writes a place with its country's code.
func placeWords(p *dateline.Place) string {
	out := fold(p.Name)
	if p.Country != "" && p.Precision != "country" && !strings.EqualFold(p.Country, out) {
		out += ", " + p.Country
	}
	return out
}

// contradictions counts the fields on which the event's claims contradict each
// other.
func contradictions(e *dateline.Event) int {
	var fields []string
	for _, r := range e.Relations {
		if r.Kind == dateline.Contradicts && !slices.Contains(fields, r.Field) {
			fields = append(fields, r.Field)
		}
	}
	return len(fields)
}

// outlets names who published the reports, each once.
func (o *overview) outlets(ids []dateline.ReportID) []string {
	var out []string
	for _, id := range ids {
		if r := o.reports[id]; r != nil && r.Outlet.Name != "" {
			if name := fold(r.Outlet.Name); !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}
