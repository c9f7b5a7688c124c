package entity

import (
	"slices"
	"testing"

	"github.com/dateline/dateline"
)

// TestMemory reads what one report states of a person into another that only
// names her, in either order.
func TestMemory(t *testing.T) {
	v, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	read := func(id dateline.ReportID, day dateline.Day, m *Memory, s string) []dateline.Mention {
		text, r := report(day, s)
		r.ID = id
		r.Sentences[0].Names = []dateline.Name{}
		for i, tok := range r.Sentences[0].Tokens {
			if tok.Form == "Marta" {
				r.Sentences[0].Names = append(r.Sentences[0].Names, dateline.Name{Type: dateline.PersonName, First: i, Last: i + 2})
			}
		}
		r.Mentions = v.Recall(text, &r, m)
		return r.Mentions
	}
	facts := func(id dateline.ReportID, day dateline.Day, s string) []Fact {
		return Learn(&dateline.Report{ID: id, Published: day, Mentions: read(id, day, nil, s)})
	}
	chile := facts("a", "2005-06-01", "Chilean/JJ Mining/NNP Minister/NNP Marta/NNP Kovar/NNP spoke/VBD ./.")
	peru := facts("b", "2005-06-02", "Peruvian/JJ Foreign/NNP Minister/NNP Marta/NNP Kovar/NNP spoke/VBD ./.")
	if len(chile) != 1 || len(peru) != 1 {
		t.Fatalf("learnt %v and %v", chile, peru)
	}
	for _, c := range []struct {
		name  string
		facts []Fact
		day   dateline.Day
		want  string // code/office
	}{
		{"told by another", chile, "2005-07-01", "CHL/Minister of Mining"},
		{"told before the list", slices.Concat(facts("c", "2003-01-01", "Chilean/JJ Deputy/NNP Foreign/NNP Minister/NNP Marta/NNP Kovar/NNP spoke/VBD ./."), chile), "2005-07-01", "CHL/Minister of Mining"},
		{"long after, the state alone", chile, "2009-07-01", "CHL/"},
		{"two states, nobody", slices.Concat(peru, chile), "2005-07-01", "/"},
		{"nothing known", nil, "2005-07-01", "/"},
	} {
		for range 2 {
			got := "none"
			for _, m := range read("z", c.day, NewMemory(c.facts), "Then/RB Marta/NNP Kovar/NNP left/VBD ./.") {
				if m.Actors[0].Kind == dateline.PersonActor {
					got = m.Actors[0].Code + "/" + m.Actors[0].Office
				}
			}
			if got != c.want {
				t.Errorf("%s: %s, want %s", c.name, got, c.want)
			}
			slices.Reverse(c.facts)
		}
	}
}
