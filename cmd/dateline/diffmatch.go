package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/export"
)

// matchClaims finds for each claim of after the claim of before that stands at the
// same place, -1 for none: by ID, else of one type with triggers that overlap, else
// with evidence that overlaps.
func matchClaims(before, after []export.Record) []int {
	byDoc := map[dateline.DocumentID][]int{}
	for i := range before {
		byDoc[before[i].Document.ID] = append(byDoc[before[i].Document.ID], i)
	}
	pairs := slices.Repeat([]int{-1}, len(after))
	taken := map[int]bool{}
	for _, alike := range []func(a, b *export.Record) bool{
		func(a, b *export.Record) bool { return a.ID == b.ID },
		func(a, b *export.Record) bool { return slices.Equal(a.Event, b.Event) && overlap(a.Trigger, b.Trigger) },
		func(a, b *export.Record) bool { return overlap(a.Trigger, b.Trigger) },
		func(a, b *export.Record) bool {
			return slices.Equal(a.Event, b.Event) && overlap(a.Evidence, b.Evidence)
		},
	} {
		for j := range after {
			for _, i := range byDoc[after[j].Document.ID] {
				if pairs[j] < 0 && !taken[i] && alike(&before[i], &after[j]) {
					pairs[j], taken[i] = i, true
				}
			}
		}
	}
	return pairs
}

func overlap(a, b *export.Quote) bool {
	return a != nil && b != nil && a.Start < b.End && b.Start < a.End
}

// changes lists the fields in which two claims differ.
func changes(a, b *export.Record) []change {
	var out []change
	old, now := fields(a), fields(b)
	for i := range old {
		if old[i][1] != now[i][1] {
			out = append(out, change{old[i][0], old[i][1], now[i][1]})
		}
	}
	return out
}

// fields are the values of a claim that are compared, by name.
func fields(r *export.Record) [][2]string {
	place, evidence := "", ""
	if r.Place != nil {
		place = r.Place.Name
	}
	if r.Evidence != nil {
		evidence = oneLine(r.Evidence.Text)
	}
	var links, numbers []string
	for _, l := range r.Attribution {
		links = append(links, l.Name)
	}
	for _, n := range r.Numbers {
		numbers = append(numbers, strings.TrimSpace(fmt.Sprintf("%s %s%v %s", n.Kind, n.Mod, n.Value, n.Unit)))
	}
	return [][2]string{
		{"type", strings.Join(r.Event, ",")}, {"mode", strings.Join(r.Mode, ",")}, {"status", string(r.Status)},
		{"actor", sides(r.Actors)}, {"recipient", sides(r.Recipients)}, {"date", string(r.Date)}, {"enddate", string(r.EndDate)},
		{"place", place}, {"attribution", strings.Join(links, " → ")}, {"numbers", strings.Join(numbers, ", ")}, {"evidence", evidence},
	}
}

func sides(ps []export.Participant) string {
	var out []string
	for _, p := range ps {
		out = append(out, cmp.Or(string(p.Code), string(p.Name), p.Text))
	}
	return strings.Join(out, ",")
}

// describe is a claim in one line.
func describe(r *export.Record) string {
	at, words := 0, ""
	if r.Evidence != nil {
		at, words = r.Evidence.Start, oneLine(r.Evidence.Text)
	}
	return fmt.Sprintf("%s  %s  %s  %s → %s  %s:%d  “%s”", cmp.Or(string(r.Date), "undated"), strings.Join(r.Event, ","), r.Status,
		cmp.Or(sides(r.Actors), "-"), cmp.Or(sides(r.Recipients), "-"), filepath.Base(r.Document.Path), at, words)
}

// regrouped lists events of after whose claims come from several events of before,
// and events of before whose claims went to several.
func (d *recordDiff) regrouped(before, after []export.Record, pairs []int) {
	d.compareGroups("joined", after, func(j int) (group, other dateline.EventID) {
		if pairs[j] < 0 {
			return "", ""
		}
		return after[j].Link, before[pairs[j]].Link
	})
	d.compareGroups("split", after, func(j int) (group, other dateline.EventID) {
		if pairs[j] < 0 {
			return "", ""
		}
		return before[pairs[j]].Link, after[j].Link
	})
}

// compareGroups adds a difference for each group of claims that lie in several
// groups of the other record, with one claim of each of these.
func (d *recordDiff) compareGroups(what string, rs []export.Record, of func(j int) (group, other dateline.EventID)) {
	var order []dateline.EventID
	firsts := map[dateline.EventID][]int{}
	seen := map[[2]dateline.EventID]bool{}
	for j := range rs {
		g, o := of(j)
		if g == "" || o == "" || seen[[2]dateline.EventID{g, o}] {
			continue
		}
		seen[[2]dateline.EventID{g, o}] = true
		if firsts[g] == nil {
			order = append(order, g)
		}
		firsts[g] = append(firsts[g], j)
	}
	for _, g := range order {
		if len(firsts[g]) < 2 {
			continue
		}
		var claims []export.Record
		for _, j := range firsts[g] {
			claims = append(claims, rs[j])
		}
		d.add(what, nil, claims...)
	}
}
