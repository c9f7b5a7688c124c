package web

import (
	"fmt"

	"github.com/dateline/dateline"
)

// claimView is a claim as the page of its event shows it.
type claimView struct {
	ID         dateline.ClaimID
	Number     int // from 1, in order of publication
	Outlet     string
	Headline   string
	Report     string // address of the words in the report
	Published  *moment
	Kind       kind
	Standing   standing
	When       *when
	Place      string
	Actors     []party
	Recipients []party
	Numbers    []string
	Background bool
	Chain      []linkView
	Quotation  quotation
	Coder      string
	Confidence string
	Contexts   []string
	CAMEO      string
}

// linkView is a step of the chain of attribution.
type linkView struct {
	Name     string
	Sort     string // "outlet", "cited outlet", "speaker", …
	Capacity string
	Cue      string // what the source does with what follows: "said"
	Notes    []string
}

func claimOf(c *dateline.Claim, r *dateline.Report, text string, n int) claimView {
	v := claimView{
		ID: c.ID, Number: n, Outlet: outletName(r), Headline: fold(r.Headline),
		Report: "/report/" + string(r.ID) + "#c" + string(c.ID),
		Kind:   kindOf(c.Event, c.Mode), Standing: statusOf(c.Status), When: whenOf(c.Date), Background: c.Background,
		Actors: participants(c.Actors), Recipients: participants(c.Recipients), Chain: chainOf(c.Chain, r),
		Quotation: quotationOf(text, r, c), Coder: c.Coder, Confidence: fmt.Sprintf("%.0f %%", 100*c.Confidence),
		Contexts: c.Contexts, CAMEO: c.CAMEO,
	}
	if r.Published != "" {
		day := dayOf(r.Published)
		v.Published = &day
	}
	if c.Place != nil {
		v.Place = placeWords(c.Place)
	}
	for _, n := range c.Numbers {
		v.Numbers = append(v.Numbers, numberWords(n))
	}
	return v
}

func outletName(r *dateline.Report) string {
	if r.Outlet.Name == "" {
		return "unnamed outlet"
	}
	return fold(r.Outlet.Name)
}

func participants(ps []dateline.Participant) []party {
	actors := make([]dateline.Actor, len(ps))
	for i, p := range ps {
		actors[i] = p.Actor
		if actors[i].Name == "" && actors[i].Code == "" {
			actors[i] = dateline.Actor{Name: p.Text}
		}
	}
	return partiesOf(actors)
}

// numberWords writes a number with its kind: "arrested: at least 12".
func numberWords(n dateline.Number) string {
	mod := map[string]string{"at-least": "at least ", "at-most": "at most ", "about": "about "}[n.Mod]
	out := fmt.Sprintf("%s: %s%s", n.Kind, mod, grouped(n.Value))
	if n.Unit != "" {
		out += " " + n.Unit
	}
	return out
}

// chainOf draws the chain of a claim: who publishes, who is said to say it, and
// so on to the first speaker.
func chainOf(links []dateline.Link, r *dateline.Report) []linkView {
	if len(links) == 0 {
		return []linkView{{Name: outletName(r), Sort: "outlet"}}
	}
	out := make([]linkView, 0, len(links))
	for i, l := range links {
		v := linkView{Name: fold(l.Name), Sort: sortOf(l.Kind, i), Capacity: fold(l.Capacity), Cue: fold(l.Cue)}
		if v.Capacity == v.Name {
			v.Capacity = ""
		}
		switch {
		case v.Name == "" && i == 0:
			v.Name = outletName(r)
		case v.Name == "":
			v.Name = "somebody unnamed"
		}
		if l.Anonymous {
			v.Notes = append(v.Notes, "not named")
		}
		if l.Direct {
			v.Notes = append(v.Notes, "direct quotation")
		}
		if l.Inherited {
			v.Notes = append(v.Notes, "speaker of the sentence before")
		}
		out = append(out, v)
	}
	return out
}

// sortOf names the kind of a source at a step of the chain.
func sortOf(kind string, step int) string {
	switch {
	case step == 0:
		return "outlet"
	case kind == "outlet":
		return "cited outlet"
	case kind == "person", kind == "group":
		return "speaker"
	case kind == "":
		return "source"
	}
	return kind
}
