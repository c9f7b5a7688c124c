package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// ground is a place of the sentence that lies in one state.
type ground struct {
	first, last int // tokens [first, last)
	owner       dateline.Actor
}

// groundsOf are the places that the report's mentions have in each sentence. A
// place of today's state counts to the state that held it on the report's day.
func (k *knowledge) groundsOf(r *dateline.Report) map[int][]ground {
	out := map[int][]ground{}
	for _, m := range r.Mentions {
		if m.Kind != dateline.PlaceMention || m.Place == nil {
			continue
		}
		if s := k.states[eraCode(m.Place.Country, r.Published)]; s != nil {
			out[m.Sentence] = append(out[m.Sentence], ground{m.First, m.Last, s.actor()})
		}
	}
	return out
}

func (s *state) actor() dateline.Actor {
	return dateline.Actor{ID: s.id, Name: s.name, Kind: dateline.StateActor, Code: s.code}
}

// unions are states that are no more, their last day, and those that came of them.
var unions = []struct {
	code  string
	until dateline.Day
	parts []string
}{
	{"SUN", "1991-12-25", []string{"RUS", "UKR", "BLR", "MDA", "GEO", "ARM", "AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK"}},
	{"SUN", "1991-09-05", []string{"EST", "LVA", "LTU"}},
	{"CSK", "1992-12-31", []string{"CZE", "SVK"}},
	{"YUG", "1991-06-24", []string{"HRV", "SVN", "MKD", "BIH"}},
	{"YUG", "2003-02-03", []string{"SRB", "MNE"}},
	{"SCG", "2006-06-02", []string{"SRB", "MNE"}},
}

// eraCode is the state that held on a day what is today the state of the code.
func eraCode(code string, day dateline.Day) string {
	if day == "" {
		return code
	}
	for _, u := range unions {
		if day <= u.until && slices.Contains(u.parts, code) {
			return u.code
		}
	}
	return code
}

// groundFrom is the place whose words start at token i, nil for none.
func (c *chart) groundFrom(i int) *ground {
	for k := range c.grounds {
		if c.grounds[k].first == i {
			return &c.grounds[k]
		}
	}
	return nil
}

// groundBefore is the place whose words end before token i, nil for none.
func (c *chart) groundBefore(i int) *ground {
	for k := range c.grounds {
		if c.grounds[k].last == i {
			return &c.grounds[k]
		}
	}
	return nil
}

// bench lists seats of international bodies, whose officials are seldom those of
// the state around them.
var bench = []string{"brussels", "geneva", "strasbourg", "new york", "the hague", "hague"}

// rootsIn reports whether the holder of an office named before "in" or "at" a
// place belongs to the state of the place: "the parliament in", "police in".
func (c *chart) rootsIn(r *role, g *ground) bool {
	if has(bench, strings.Join(c.low[g.first:g.last], " ")) {
		return r.office.sector == "COP" || r.office.sector == "JUD"
	}
	return r.office.has("host") || r.office.has("unique") && r.office.kind == dateline.OrgActor
}

// rootsOf reports whether a place before the title names the office's owner:
// "Gujarat police", "Texas Governor".
func (c *chart) rootsOf(r *role, g *ground) bool {
	o := r.office
	if has(bench, strings.Join(c.low[g.first:g.last], " ")) {
		return o.sector == "COP" || o.sector == "JUD"
	}
	return !o.has("side") && !o.has("envoy") && !o.has("other") && !o.has("title") && (o.has("host") || o.has("unique") || !o.has("plain"))
}
