package merge

import (
	"fmt"
	"math"
	"slices"

	"github.com/dateline/dateline"
)

// tolls are the kinds of number that rise while an event is reported.
var tolls = []string{"dead", "injured", "wounded", "missing", "arrested", "displaced", "homeless", "hostages", "sick", "infected", "abducted"}

// Shares by which two counts may differ and still be the same, rounded.
const (
	roundedShare = 0.02
	aboutShare   = 0.2
)

// numberRelations compares the counts and sums of one kind and unit.
func (x *Index) numberRelations(cluster []int32) []dateline.Relation {
	type stated struct {
		at int32
		n  dateline.Number
	}
	var kinds []string
	byKind := map[string][]stated{}
	for _, i := range cluster {
		for _, n := range x.nodes[i].claim.Numbers {
			kind := n.Kind
			if n.Unit != "" {
				kind += " " + n.Unit
			}
			if byKind[kind] == nil {
				kinds = append(kinds, kind)
			}
			same := func(s stated) bool { return numberValue(s.n) == numberValue(n) }
			if !slices.ContainsFunc(byKind[kind], same) && len(byKind[kind]) < maxValues {
				byKind[kind] = append(byKind[kind], stated{i, n})
			}
		}
	}
	slices.Sort(kinds)
	var out []dateline.Relation
	for _, k := range kinds {
		for i, a := range byKind[k] {
			for _, b := range byKind[k][i+1:] {
				v := compareNumbers(a.n, b.n, &x.nodes[a.at], &x.nodes[b.at])
				if v.kind != "" && a.at != b.at {
					out = append(out, x.relation(v, "number:"+a.n.Kind, a.at, b.at))
				}
			}
		}
	}
	return out
}

// compareNumbers judges an earlier and a later number.
func compareNumbers(a, b dateline.Number, earlier, later *node) verdictOn {
	between := fmt.Sprintf("%s against %s", numberValue(b), numberValue(a))
	sameOutlet := earlier.f.report == later.f.report
	rose := b.Value > a.Value && later.f.published > earlier.f.published
	switch {
	case reconcilable(a, b):
		if exact(a) && !exact(b) {
			return verdictOn{kind: dateline.Refines, swap: true, why: fmt.Sprintf("%s is more precise than %s", numberValue(a), numberValue(b))}
		}
		if exact(b) && !exact(a) {
			return verdictOn{kind: dateline.Refines, why: fmt.Sprintf("%s is more precise than %s", numberValue(b), numberValue(a))}
		}
		return verdictOn{}
	case sameOutlet:
		return verdictOn{} // one report counts different things
	case slices.Contains(tolls, a.Kind) && rose:
		return verdictOn{kind: dateline.Updates, why: between + ", the later report"}
	}
	return verdictOn{kind: dateline.Contradicts, why: between}
}

func exact(n dateline.Number) bool { return n.Mod == "" }

// reconcilable reports whether both numbers can hold at once.
func reconcilable(a, b dateline.Number) bool {
	low, high := min(a.Value, b.Value), max(a.Value, b.Value)
	diff := (high - low) / math.Max(high, 1)
	least := func(n dateline.Number) bool { return n.Mod == "at-least" || n.Mod == "more-than" }
	most := func(n dateline.Number) bool { return n.Mod == "at-most" || n.Mod == "less-than" }
	switch {
	case a.Value == b.Value:
		return true
	case least(a) && b.Value >= a.Value, least(b) && a.Value >= b.Value:
		return true
	case most(a) && b.Value <= a.Value, most(b) && a.Value <= b.Value:
		return true
	case !exact(a) || !exact(b):
		return diff <= aboutShare
	}
	return high >= 100 && diff <= roundedShare
}
