package coder_test

import (
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/pipeline"
)

// TestPlaceOfEvent codes single sentences and asks where their event took place:
// not where the actor sits, where a party comes from, or what is only spoken of.
func TestPlaceOfEvent(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, root, place, why string }{
		{"The foreign ministers of Kenya and Uganda held talks in Nairobi on Monday.", "CONSULT", "Nairobi", "clause"},
		{"The Vienna talks between Iran and the United States ended on Friday.", "CONSULT", "Vienna", "clause"},
		{"President Mbeki of South Africa paid a visit to Beijing last week.", "CONSULT", "Beijing", "clause"},
		{"The Chinese premier arrived in Islamabad from Tehran on Sunday.", "CONSULT", "Islamabad", "clause"},
		{"Germany's chancellor flew to Kiev for talks with the Ukrainian president.", "CONSULT", "Kyiv", "clause"},
		{"Syrian opposition leaders met Russian diplomats in the Swiss city of Lausanne.", "CONSULT", "Lausanne", "clause"},
		{"Gunmen attacked Indian soldiers near Srinagar on Friday.", "ASSAULT", "Srinagar", "clause"},
		{"Israel shelled Sidon on Thursday.", "ASSAULT", "Sidon", "clause"},
		{"Turkish jets bombed Kurdish rebels in the Qandil Mountains of northern Iraq.", "ASSAULT", "Qandil Mountains", "clause"},
		{"Somali pirates seized a Danish ship off the coast of Yemen.", "COERCE", "Yemen", "clause"},
		{"Iranian forces seized a Greek tanker in the Strait of Hormuz.", "COERCE", "Strait of Hormuz", "clause"},
		{"Police arrested a Ukrainian activist at Minsk airport.", "COERCE", "Minsk", "clause"},
		{"French troops withdrew from the northern Mali city of Kidal.", "RETREAT", "Kidal", "clause"},
		{"Thousands of Serbs protested against the government on the outskirts of Belgrade.", "PROTEST", "Belgrade", "clause"},
		{"Nepal and India agreed at a meeting in Kathmandu to reopen the crossing.", "AGREE", "Kathmandu", "clause"},
		{"A British court in London sentenced a Russian spy.", "SANCTION", "London", "clause"},
		{"North Korea announced from Pyongyang that it would reject American inspectors.", "REJECT", "", ""},
		{"Washington accused Beijing of spying, officials said in Tokyo.", "ACCUSE", "", ""},
		{"The embassy of France in Bangui warned Chad.", "THREATEN", "", ""},
		{"Along with Russia, Iran condemned Israel.", "ACCUSE", "", ""},
		{"Ethiopia deployed troops along its border with Eritrea.", "MOBILIZE", "", ""},
	} {
		claim := codedAs(p, c.text, c.root)
		if claim == nil {
			t.Errorf("%q: no %s", c.text, c.root)
			continue
		}
		name := ""
		if claim.Place != nil {
			name = claim.Place.Name
		}
		if name != c.place || claim.PlaceWhy != c.why {
			t.Errorf("%q: at %q by %q, want %q by %q", c.text, name, claim.PlaceWhy, c.place, c.why)
		}
	}
}

// codedAs is the first claim of a text with the root, nil for none.
func codedAs(p *pipeline.Pipeline, text, root string) *dateline.Claim {
	doc := &dateline.Document{ID: dateline.IDOf([]byte(text)), Text: text, Body: []byte(text), Published: "2011-05-20", MediaType: "text/plain"}
	for _, r := range p.Code(doc) {
		for i := range r.Claims {
			if r.Claims[i].Event == root {
				return &r.Claims[i]
			}
		}
	}
	return nil
}
