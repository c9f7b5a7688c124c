package lexicon

import (
	"slices"
	"strings"
	"testing"
)

// TestListHoldsEachNameOnce keeps the shipped list free of names that would
// silently move from one outlet to another, and sorted.
func TestListHoldsEachNameOnce(t *testing.T) {
	owner := map[string]string{}
	var ids []string
	for _, line := range strings.Split(outletList, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		ids = append(ids, f[0])
		names := []string{f[1]}
		if len(f) > 5 {
			names = append(names, strings.Split(f[5], "|")...)
		}
		for _, n := range names {
			k := Fold(strings.TrimLeft(n, "=~"))
			if other, taken := owner[k]; taken && other != f[0] {
				t.Errorf("%q names both %s and %s", n, other, f[0])
			}
			owner[k] = f[0]
		}
	}
	if !slices.IsSorted(ids) {
		t.Error("the list is not sorted by id")
	}
	if c := slices.Compact(slices.Clone(ids)); len(c) != len(ids) {
		t.Error("an id occurs twice")
	}
}
