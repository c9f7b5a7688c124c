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
