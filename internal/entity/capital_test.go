package entity

import (
	"strings"
	"testing"
)

// TestCapitals tells a capital that is dealt with from one where something happens.
func TestCapitals(t *testing.T) {
	v, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		verb, preposition, relation string
		actor                       bool
	}{
		{"accuse", "", "obj", true},
		{"warn", "", "obj", true},
		{"bomb", "", "obj", false},
		{"visit", "", "obj", false},
		{"call", "on", "obl", true},
		{"promise", "to", "obl", true},
		{"travel", "to", "obl", false},
		{"stay", "in", "obl", false},
	} {
		text, r := report("2005-06-01", "They/PRP "+c.verb+"/VBD "+c.preposition+"x/IN Lima/NNP ./.")
		s := &r.Sentences[0]
		s.Tokens[2].Form = c.preposition
		for i, x := range []struct {
			head     int
			relation string
		}{{1, "nsubj"}, {-1, "root"}, {3, "case"}, {1, c.relation}, {1, "punct"}} {
			s.Tokens[i].Head, s.Tokens[i].Deprel = x.head, x.relation
		}
		found := false
		for _, m := range v.Annotate(text, &r) {
			found = found || m.Span.In(text) == "Lima" && len(m.Actors) > 0
		}
		if found != c.actor {
			t.Errorf("%s %s Lima: an actor is %v, want %v", c.verb, c.preposition, found, c.actor)
		}
	}
}

// TestCrowds leaves a force without a state where its sentence names several, and
// not that of the dateline.
func TestCrowds(t *testing.T) {
	v, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for sentence, want := range map[string]string{
		"Rebels/NNS left/VBD Chile/NNP ./.":                              "CHL/REB/Rebel",
		"Chilean/JJ troops/NNS fought/VBD rebels/NNS in/IN Peru/NNP ./.": "",
	} {
		text, r := report("2005-06-01", sentence)
		r.Place = "VIENNA"
		got := ""
		for _, m := range v.Annotate(text, &r) {
			if strings.EqualFold(m.Span.In(text), "rebels") {
				got = short(m.Actors)
			}
		}
		if got != want {
			t.Errorf("%s: rebels are %q, want %q", sentence, got, want)
		}
	}
}
