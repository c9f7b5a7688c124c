package entity

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// Fact is what one report says of a person whom no list knows.
type Fact struct {
	Name   string // as the report writes it in full
	Code   string // of the state or body that the person acts for
	Sector string
	Office string
	Day    dateline.Day // the report's
	Report dateline.ReportID
	Span   dateline.Span // the words that say so, in the report's document
}

// stated are the rules by which the words beside a name say who bears it.
var stated = []string{"title and name", "title, name and state", "title and names, in turn", "apposition"}

// Learn gives the facts that an annotated report states of people whom no list
// knows: a full name beside an office and its state.
func Learn(r *dateline.Report) []Fact {
	var out []Fact
	for _, m := range r.Mentions {
		if m.Kind != dateline.ActorMention || len(m.Actors) != 1 || !slices.Contains(stated, m.Why.Rule) {
			continue
		}
		a := m.Actors[0]
		if a.Kind == dateline.PersonActor && a.ID == "" && a.Code != "" && a.Office != "" && len(nameWords(a.Name)) > 1 {
			out = append(out, Fact{a.Name, a.Code, a.Sector, a.Office, r.Published, r.ID, m.Span})
		}
	}
	return out
}

// Memory is what the reports of a collection say of people. It does not depend on
// the order of the reports. The nil Memory holds nothing.
type Memory struct {
	byName map[string][]Fact // by the folded words of the name, in order of day, report and span
}

// NewMemory gathers facts. A name that reports give to two states is two people
// or a mistake: it is left out.
func NewMemory(facts []Fact) *Memory {
	m := &Memory{byName: map[string][]Fact{}}
	for _, f := range facts {
		key := strings.Join(nameWords(f.Name), " ")
		m.byName[key] = append(m.byName[key], f)
	}
	for key, fs := range m.byName {
		if slices.ContainsFunc(fs, func(f Fact) bool { return f.Code != fs[0].Code }) {
			delete(m.byName, key)
			continue
		}
		slices.SortFunc(fs, func(a, b Fact) int {
			return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Report, b.Report), cmp.Compare(a.Span.Start, b.Span.Start))
		})
	}
	return m
}

// Unknown lists the full names of people in an annotated report whose state
// nothing tells.
func Unknown(r *dateline.Report) []string {
	var out []string
	for _, x := range r.Mentions {
		if x.Kind == dateline.ActorMention && len(x.Actors) == 1 && x.Actors[0].Kind == dateline.PersonActor && x.Actors[0].Code == "" {
			if name := nameWords(x.Actors[0].Name); len(name) > 1 {
				out = append(out, strings.Join(name, " "))
			}
		}
	}
	return out
}

// Knows reports whether the memory says who bears one of the names, in the form
// that Unknown gives.
func (m *Memory) Knows(names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return len(m.byName[n]) > 0 })
}

// recall is the fact of another report about the bearer of a full name that is
// nearest in time, the earlier one of two.
func (m *Memory) recall(name []string, r *dateline.Report) *Fact {
	if m == nil || len(name) < 2 {
		return nil
	}
	var best *Fact
	fs := m.byName[strings.Join(name, " ")]
	for i := range fs {
		if fs[i].Report != r.ID && (best == nil || daysApart(fs[i].Day, r.Published) < daysApart(best.Day, r.Published)) {
			best = &fs[i]
		}
	}
	return best
}

// daysApart is the number of days between two days, many where one is unknown.
func daysApart(a, b dateline.Day) int {
	x, ok := a.Time()
	y, ok2 := b.Time()
	if !ok || !ok2 {
		return 1 << 20
	}
	n := int(x.Sub(y).Hours() / 24)
	return max(n, -n)
}

// termDays is how long an office that one report states is held to last in
// others.
const termDays = 180

// recall tells a referent what another report says of its bearer.
func (ref *referent) recall(f *Fact, day dateline.Day) {
	a := &ref.actors[0]
	a.Code = f.Code
	if daysApart(f.Day, day) <= termDays || f.Day == "" && day == "" {
		a.Sector, a.Office, ref.title = f.Sector, f.Office, f.Office
	}
	ref.recalled = fmt.Sprintf("stated in report %s, bytes %d-%d", f.Report, f.Span.Start, f.Span.End)
}
