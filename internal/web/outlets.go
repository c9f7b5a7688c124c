package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"

	"github.com/dateline/dateline"
)

// outletsPage lists who published the record's reports.
type outletsPage struct {
	Outlets []outletRow
}

// outletRow is an outlet with its counts and with whom it passes on.
type outletRow struct {
	Name, Kind, Country string
	State               bool
	Reports, Claims     int
	First, Last         moment
	Own                 int     // claims that it passes on from nobody
	Share               int     // of claims that it takes from others, per cent
	Media               []tally // outlets that it relies on
	Speakers            []tally // whom it quotes itself

	first, last     dateline.Day
	media, speakers map[string]int
}

// tally is a name with how often it occurs.
type tally struct {
	Name  string
	Times int
}

// mostTallies is how many names a row lists.
const mostTallies = 5

func (s *server) outlets(r *http.Request) (view, error) {
	rows, err := s.publishers.get(r.Context())
	if err != nil {
		return view{}, err
	}
	return view{template: "outlets", Title: "Outlets", Section: "outlets", Data: outletsPage{rows}}, nil
}

// readOutlets counts the reports and claims of every outlet, most reports first.
func readOutlets(ctx context.Context, store dateline.Store) ([]outletRow, error) {
	reports, err := store.Reports(ctx)
	if err != nil {
		return nil, err
	}
	claims, err := store.Claims(ctx)
	if err != nil {
		return nil, err
	}
	rows := map[string]*outletRow{}
	of := map[dateline.ReportID]*outletRow{}
	for i := range reports {
		r := &reports[i]
		name := outletName(r)
		row := rows[name]
		if row == nil {
			row = &outletRow{Name: name, Kind: string(r.Outlet.Kind), Country: r.Outlet.Country, State: r.Outlet.State,
				media: map[string]int{}, speakers: map[string]int{}}
			rows[name] = row
		}
		of[r.ID] = row
		row.addReport(r)
	}
	for i := range claims {
		if row := of[claims[i].Report]; row != nil {
			row.addClaim(&claims[i])
		}
	}
	return finished(rows), nil
}

func (row *outletRow) addReport(r *dateline.Report) {
	row.Reports++
	if d := r.Published; d != "" {
		if row.first == "" || d < row.first {
			row.first = d
		}
		row.last = max(row.last, d)
	}
}

// addClaim counts whom the outlet takes the claim from: the second link of the
// chain, and the first of its speakers.
func (row *outletRow) addClaim(c *dateline.Claim) {
	row.Claims++
	if len(c.Chain) < 2 {
		row.Own++
		return
	}
	l := c.Chain[1]
	switch {
	case l.Name == "":
	case l.Kind == "outlet":
		row.media[fold(l.Name)]++
	default:
		row.speakers[fold(l.Name)]++
	}
}

func finished(rows map[string]*outletRow) []outletRow {
	out := make([]outletRow, 0, len(rows))
	for _, row := range rows {
		row.First, row.Last = dayOf(row.first), dayOf(row.last)
		row.Media, row.Speakers = tallies(row.media), tallies(row.speakers)
		if row.Claims > 0 {
			row.Share = (100*(row.Claims-row.Own) + row.Claims/2) / row.Claims
		}
		out = append(out, *row)
	}
	slices.SortFunc(out, func(a, b outletRow) int { return cmp.Or(b.Reports-a.Reports, cmp.Compare(a.Name, b.Name)) })
	return out
}

// tallies lists the names that occur most.
func tallies(times map[string]int) []tally {
	out := make([]tally, 0, len(times))
	for name, n := range times {
		out = append(out, tally{name, n})
	}
	slices.SortFunc(out, func(a, b tally) int { return cmp.Or(b.Times-a.Times, cmp.Compare(a.Name, b.Name)) })
	return out[:min(len(out), mostTallies)]
}
