package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/plover"
)

// separator stands between the items of a list in one cell.
const separator = " | "

// column is one column of a table of T.
type column[T any] struct {
	name string
	cell func(T) string
}

func header[T any](columns []column[T]) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.name
	}
	return out
}

func row[T any](columns []column[T], v T) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.cell(v)
	}
	return out
}

// safe keeps a spreadsheet from reading a text as a formula: an apostrophe goes
// before whatever begins like one. Numbers are not written through it.
func safe(s string) string {
	t := strings.TrimLeft(s, " \u00a0\u3000\ufeff\u200b")
	if strings.HasPrefix(t, "=") || strings.HasPrefix(t, "+") || strings.HasPrefix(t, "-") || strings.HasPrefix(t, "@") ||
		strings.HasPrefix(t, "\t") || strings.HasPrefix(t, "\r") || strings.HasPrefix(t, "\n") || strings.HasPrefix(t, "|") ||
		strings.HasPrefix(t, "＝") || strings.HasPrefix(t, "＋") || strings.HasPrefix(t, "－") || strings.HasPrefix(t, "＠") {
		return "'" + s
	}
	return s
}

// folded is a text on one line, safe in a cell.
func folded(s string) string { return safe(strings.Join(strings.Fields(s), " ")) }

func joined(items []string) string { return folded(strings.Join(items, separator)) }

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// each makes one cell out of a part of every item; items without it leave "".
func each[T any](items []T, part func(*T) string) string {
	out, any := make([]string, len(items)), false
	for i := range items {
		out[i] = part(&items[i])
		any = any || out[i] != ""
	}
	if !any {
		return ""
	}
	return joined(out)
}

func claimHeader() []string { return header(claimColumns()) }

func claimRow(r *Record) []string { return row(claimColumns(), r) }

// claimColumns are the columns of the table of claims.
func claimColumns() []column[*Record] {
	code := func(p *Participant) string { return string(p.Code) }
	sector := func(p *Participant) string { return string(p.Sector) }
	name := func(p *Participant) string { return string(p.Name) }
	words := func(p *Participant) string { return p.Text }
	return []column[*Record]{
		{"id", func(r *Record) string { return safe(string(r.ID)) }},
		{"link", func(r *Record) string { return safe(string(r.Link)) }},
		{"event", func(r *Record) string { return joined(r.Event) }},
		{"mode", func(r *Record) string { return joined(r.Mode) }},
		{"context", func(r *Record) string { return joined(r.Context) }},
		{"cameo", func(r *Record) string { return safe(string(r.CAMEO)) }},
		{"quad_code", func(r *Record) string { return strconv.Itoa(r.Quad) }},
		{"event_scale", func(r *Record) string { return number(r.Scale) }},
		{"status", func(r *Record) string { return safe(string(r.Status)) }},
		{"background", func(r *Record) string { return strconv.FormatBool(r.Background) }},
		{"date", func(r *Record) string { return safe(string(r.Date)) }},
		{"enddate", func(r *Record) string { return safe(string(r.EndDate)) }},
		{"date_precision", func(r *Record) string { return safe(string(r.Precision)) }},
		{"date_text", func(r *Record) string { return folded(string(r.DateText)) }},
		{"actor_code", func(r *Record) string { return each(r.Actors, code) }},
		{"actor_sector", func(r *Record) string { return each(r.Actors, sector) }},
		{"actor_name", func(r *Record) string { return each(r.Actors, name) }},
		{"actor_text", func(r *Record) string { return each(r.Actors, words) }},
		{"recipient_code", func(r *Record) string { return each(r.Recipients, code) }},
		{"recipient_sector", func(r *Record) string { return each(r.Recipients, sector) }},
		{"recipient_name", func(r *Record) string { return each(r.Recipients, name) }},
		{"recipient_text", func(r *Record) string { return each(r.Recipients, words) }},
		{"place", func(r *Record) string { return ofPlace(r.Place, func(p *Place) string { return folded(p.Name) }) }},
		{"country_code", func(r *Record) string {
			return ofPlace(r.Place, func(p *Place) string { return safe(string(p.Country)) })
		}},
		{"lat", func(r *Record) string { return ofPlace(r.Place, func(p *Place) string { return number(p.Lat) }) }},
		{"lon", func(r *Record) string { return ofPlace(r.Place, func(p *Place) string { return number(p.Lon) }) }},
		{"numbers", func(r *Record) string { return each(r.Numbers, numberText) }},
		{"attribution", func(r *Record) string { return each(r.Attribution, func(l *dateline.Link) string { return l.Name }) }},
		{"outlet", func(r *Record) string { return folded(string(r.Report.Outlet)) }},
		{"author", func(r *Record) string { return folded(string(r.Report.Author)) }},
		{"headline", func(r *Record) string { return folded(string(r.Report.Headline)) }},
		{"published", func(r *Record) string { return safe(string(r.Report.Published)) }},
		{"evidence", func(r *Record) string { return ofQuote(r.Evidence, func(q *Quote) string { return folded(q.Text) }) }},
		{"evidence_start", func(r *Record) string {
			return ofQuote(r.Evidence, func(q *Quote) string { return strconv.Itoa(q.Start) })
		}},
		{"evidence_end", func(r *Record) string {
			return ofQuote(r.Evidence, func(q *Quote) string { return strconv.Itoa(q.End) })
		}},
		{"document", func(r *Record) string { return folded(r.Document.Path) }},
		{"document_id", func(r *Record) string { return safe(string(r.Document.ID)) }},
		{"confidence", func(r *Record) string { return number(r.Confidence) }},
		{"coder", func(r *Record) string { return folded(r.Coder) }},
	}
}

func ofPlace(p *Place, cell func(*Place) string) string {
	if p == nil {
		return ""
	}
	return cell(p)
}

func ofQuote(q *Quote, cell func(*Quote) string) string {
	if q == nil {
		return ""
	}
	return cell(q)
}

// numberText writes a number as "dead >=12", the unit after it.
func numberText(n *Number) string {
	mod := map[string]string{"at-least": ">=", "at-most": "<=", "about": "~"}[n.Mod]
	return strings.TrimSpace(n.Kind + " " + mod + number(n.Value) + " " + n.Unit)
}

// EventsCSV writes the events as a table with a header line.
func EventsCSV(w io.Writer, events []dateline.Event) error {
	columns := eventColumns()
	out := csv.NewWriter(w)
	if err := out.Write(header(columns)); err != nil {
		return err
	}
	for i := range events {
		if err := out.Write(row(columns, &events[i])); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// eventColumns are the columns of the table of events.
func eventColumns() []column[*dateline.Event] {
	type event = *dateline.Event
	code := func(a *dateline.Actor) string { return a.Code }
	name := func(a *dateline.Actor) string { return a.Name }
	place := func(cell func(*dateline.Place) string) func(event) string {
		return func(e event) string {
			if e.Place == nil {
				return ""
			}
			return cell(e.Place)
		}
	}
	return []column[event]{
		{"id", func(e event) string { return safe(string(e.ID)) }},
		{"title", func(e event) string { return folded(e.Title) }},
		{"event", func(e event) string { return safe(e.Type) }},
		{"mode", func(e event) string { return safe(e.Mode) }},
		{"quad_code", func(e event) string { return strconv.Itoa(plover.Quad(e.Type)) }},
		{"event_scale", func(e event) string { return number(plover.Scale(e.Type, e.Mode)) }},
		{"status", func(e event) string { return safe(string(e.Status)) }},
		{"date", func(e event) string { return safe(string(e.Date.First)) }},
		{"enddate", func(e event) string { return safe(string(e.Date.Last)) }},
		{"date_precision", func(e event) string { return safe(e.Date.Precision) }},
		{"announced", func(e event) string { return safe(string(e.Announced)) }},
		{"actor_code", func(e event) string { return each(e.Actors, code) }},
		{"actor_name", func(e event) string { return each(e.Actors, name) }},
		{"recipient_code", func(e event) string { return each(e.Recipients, code) }},
		{"recipient_name", func(e event) string { return each(e.Recipients, name) }},
		{"place", place(func(p *dateline.Place) string { return folded(p.Name) })},
		{"country_code", place(func(p *dateline.Place) string { return safe(p.Country) })},
		{"lat", place(func(p *dateline.Place) string { return number(p.Lat) })},
		{"lon", place(func(p *dateline.Place) string { return number(p.Lon) })},
		{"reports", func(e event) string { return strconv.Itoa(len(e.Reports)) }},
		{"claims", func(e event) string { return strconv.Itoa(len(e.Claims)) }},
		{"origins", func(e event) string { return strconv.Itoa(len(e.Origins)) }},
		{"origin_names", func(e event) string { return each(e.Origins, func(o *dateline.Origin) string { return o.Name }) }},
		{"side", func(e event) string { return safe(e.Side) }},
		{"contradictions", func(e event) string { return strconv.Itoa(contradictions(e.Relations)) }},
		{"story", func(e event) string { return safe(string(e.Story)) }},
	}
}

func contradictions(rs []dateline.Relation) int {
	n := 0
	for _, r := range rs {
		if r.Kind == dateline.Contradicts {
			n++
		}
	}
	return n
}
