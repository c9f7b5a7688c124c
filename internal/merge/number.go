package merge

import (
	"fmt"
	"maps"
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

// stated is a number with the claim that states it.
type stated struct {
	at int32
	n  dateline.Number
}

// numberRelations compares the counts and sums of one kind and unit. Of the claims
// that state two values the first pair that is comparable speaks for all.
func (x *Index) numberRelations(cluster []int32) []dateline.Relation {
	var out []dateline.Relation
	for _, values := range x.numbersOf(cluster) {
		for i, as := range values {
			for _, bs := range values[i+1:] {
				if r, ok := x.numberRelation(as, bs); ok {
					out = append(out, r)
				}
			}
		}
	}
	return out
}

// numbersOf lists what claims state, by kind and then by value, in order of
// publication.
func (x *Index) numbersOf(cluster []int32) [][][]stated {
	byKind := map[string][][]stated{}
	for _, i := range cluster {
		for _, n := range x.nodes[i].claim.Numbers {
			kind := n.Kind + " " + n.Unit
			values := byKind[kind]
			k := slices.IndexFunc(values, func(v []stated) bool { return numberValue(v[0].n) == numberValue(n) })
			switch {
			case k < 0 && len(values) < maxValues:
				byKind[kind] = append(values, []stated{{i, n}})
			case k >= 0 && len(values[k]) < maxSpeakers:
				values[k] = append(values[k], stated{i, n})
			}
		}
	}
	var out [][][]stated
	for _, kind := range slices.Sorted(maps.Keys(byKind)) {
		out = append(out, byKind[kind])
	}
	return out
}

func (x *Index) numberRelation(as, bs []stated) (dateline.Relation, bool) {
	for _, a := range as {
		for _, b := range bs {
			if x.compareReports(a.at, b.at) > 0 {
				a, b = b, a
			}
			m, n := &x.nodes[a.at], &x.nodes[b.at]
			v := compareNumbers(a.n, b.n, m, n)
			if v.kind != "" && a.at != b.at && (v.kind != dateline.Contradicts || sure(m, n, "number")) {
				return x.relation(v, "number:"+a.n.Kind, a.at, b.at), true
			}
		}
	}
	return dateline.Relation{}, false
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
