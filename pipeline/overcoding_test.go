package pipeline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

// TestOverCoding codes sentences that state one event or none, though their words are
// those of events.
func TestOverCoding(t *testing.T) {
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		// business, sport, idioms
		{"The central bank of Japan backed a rate hike.", ""},
		{"The French team beat the Italian club in the final.", ""},
		{"A French judge hit the front page of a newspaper.", ""},
		{"The war of words between France and Italy went on.", ""},
		{"The airline Air Malta apologized to its passengers.", ""},
		{"The Italian president declined to say what he would do.", ""},
		{"The minister of France took charge as premier.", ""},
		// words, and arms
		{"The French president attacked the Italian prime minister in a speech.", "ACCUSE FRA ITA happened"},
		{"Italian troops attacked the French embassy.", "ASSAULT ITA FRA happened"},
		{"The rebels of Mali shot the French soldiers.", "ASSAULT MLI FRA happened"},
		// purposes, conditions, suspicions, what was not said
		{"The army used mines to take the town from the Malian rebels.", ""},
		{"If France threatened Mali, the government would fall.", ""},
		{"Two Malians suspected of killing a French officer were free.", ""},
		{"France did not criticize Mali.", ""},
		{"Mali denied that its troops had crossed into Niger.", "MOBILIZE MLI NER denied"},
		{"The French minister had to call off a visit to Mali.", "REJECT FRA MLI happened"},
		// who is meant
		{"Thousands of people marched in Bamako against the government.", "PROTEST MLI MLI happened"},
		{"Kuwait pledged US $5 million to help the victims.", "AGREE KWT - happened"},
		{"British Prime Minister Theresa May called on China to help.", "REQUEST GBR CHN happened"},
		// quantities
		{"India sent dozens of tanks to the border with Nepal.", "MOBILIZE IND - happened"},
		{"India sent a rescue team to Nepal.", "AID IND NPL happened"},
		{"France approved a package of sanctions against Mali.", "SANCTION FRA MLI happened"},
	} {
		doc := &dateline.Document{ID: "d", Text: c.text + "\n"}
		var got []string
		for _, r := range p.Code(doc) {
			for i := range r.Claims {
				cl := &r.Claims[i]
				got = append(got, fmt.Sprintf("%s %s %s %s", cl.Event, sideOf(cl.Actors), sideOf(cl.Recipients), cl.Status))
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, s, c.want)
		}
	}
}

// sideOf lists the codes of participants, "-" for none.
func sideOf(ps []dateline.Participant) string {
	var out []string
	for _, p := range ps {
		if p.Code != "" && !slices.Contains(out, p.Code) {
			out = append(out, p.Code)
		}
	}
	if len(out) == 0 {
		return "-"
	}
	return strings.Join(out, "+")
}
