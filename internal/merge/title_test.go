package merge

import (
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

// TestClauseTitle makes clauses stand alone; the mark ^ stands before the trigger.
func TestClauseTitle(t *testing.T) {
	for clause, want := range map[string]string{
		"and ^accused Chile of spying":                  "Peru accused Chile of spying",
		"^killing four herders":                         "Peru killing four herders",
		"During his stay he ^praised the host":          "During his stay he praised the host",
		"who ^visited the port":                         "Peru visited the port",
		"who were ^seized at the border":                "Seized at the border",
		"had ^sent two ships":                           "Peru had sent two ships",
		"however, the two sides ^signed no treaty":      "Peru signed no treaty",
		"the navy of Peru ^seized a trawler.":           "The navy of Peru seized a trawler",
		"was a ^blow to the talks":                      "Was a blow to the talks",
		"despite the ^attack of Peru on Chilean boats ": "The attack of Peru on Chilean boats",
	} {
		at := strings.Index(clause, "^")
		text := strings.Replace(clause, "^", "", 1)
		end := at + len(strings.Fields(text[at:])[0])
		n := &node{excerpt: []string{text}, claim: &dateline.Claim{
			Actors:   []dateline.Participant{{Actor: dateline.Actor{Name: "Peru", Code: "PER"}}},
			Evidence: []dateline.Span{{Start: 10, End: 10 + len(text)}}, Trigger: dateline.Span{Start: 10 + at, End: 10 + end},
		}}
		if got := clauseTitle(n); got != want {
			t.Errorf("%q: %q, want %q", clause, got, want)
		}
	}
}

// TestVisited names the state that a guest came to where a claim names it, else the
// person who received him.
func TestVisited(t *testing.T) {
	chile := dateline.Actor{Name: "Chile", Kind: dateline.StateActor, Code: "CHL"}
	duro := dateline.Actor{Name: "Ana Duro", Kind: dateline.PersonActor, Code: "CHL"}
	paz := dateline.Actor{Name: "Luis Paz", Kind: dateline.PersonActor, Code: "PER"}
	x := &Index{}
	for _, a := range []dateline.Actor{chile, duro} {
		x.nodes = append(x.nodes, node{claim: &dateline.Claim{Recipients: []dateline.Participant{{Actor: a}}}})
	}
	for _, c := range []struct {
		cluster []int32
		hosts   []dateline.Actor
		want    string
	}{
		{[]int32{0, 1}, []dateline.Actor{duro}, "Chile"},
		{[]int32{1}, []dateline.Actor{duro}, "Ana Duro"},
		{[]int32{0, 1}, []dateline.Actor{duro, chile, paz}, "Chile and Luis Paz"},
	} {
		if got := joinNames(x.visited(c.cluster, c.hosts)); got != c.want {
			t.Errorf("%v: %q, want %q", c.cluster, got, c.want)
		}
	}
}
