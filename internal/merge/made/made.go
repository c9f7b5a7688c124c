// Package made makes up coverage for tests and benchmarks of merging: events of
// known identity, each told by a few reports in other words.
package made

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/dateline/dateline"
)

// World is made-up coverage. Each claim is a report and a document of its own.
type World struct {
	Claims  []dateline.Claim
	Reports map[dateline.ReportID]*dateline.Report
	Texts   map[dateline.DocumentID]string
	Truth   map[dateline.ClaimID]int // the event that a claim tells of
}

// Document is the document of the claim at i with its only report.
func (w *World) Document(i int) (*dateline.Document, []dateline.Report) {
	c := w.Claims[i]
	text := w.Texts[c.Document]
	r := *w.Reports[c.Report]
	r.Claims = []dateline.Claim{c}
	return &dateline.Document{ID: c.Document, Path: string(c.Document), MediaType: "text/plain", Charset: "utf-8", Body: []byte(text), Text: text}, []dateline.Report{r}
}

var madeStates = strings.Fields("MNG KAZ PER BOL NOR FIN KEN TZA LAO VNM CHL ECU GEO ARM OMN YEM GHA TGO NPL BTN FJI TON MAR TUN ZMB MWI PRT IRL HRV SVN EST LVA")

var madeOutlets = []dateline.Outlet{
	{ID: "steppe", Name: "Steppe News Agency", Kind: dateline.Agency, Country: "MNG", State: true},
	{ID: "andes", Name: "Andes Daily", Kind: dateline.Newspaper, Country: "PER"},
	{ID: "fjord", Name: "Fjord Radio", Kind: dateline.Broadcaster, Country: "NOR"},
	{ID: "lagoon", Name: "Lagoon Wire", Kind: dateline.Agency, Country: "FJI"},
	{ID: "savanna", Name: "Savanna Times", Kind: dateline.Newspaper, Country: "KEN"},
}

// telling is a way to word one kind of event. %A and %B stand for the sides, %X
// for what sets the event apart.
type telling struct {
	root    string
	trigger string
	happens []string
	planned string
}

var tellings = []telling{
	{"CONSULT", "visit", []string{"%A's envoy paid a visit to %B over the %X dam", "the visit of the envoy of %A to %B concerned the %X dam"}, "%A's envoy is to visit %B because of the %X dam"},
	{"SUPPORT", "sign", []string{"%A and %B signed an accord on the %X railway", "an accord on the %X railway was signed by %A and %B"}, "%A and %B are to sign an accord on the %X railway"},
	{"CONSULT", "talks", []string{"talks between %A and %B on the %X fisheries were held", "%A and %B held talks about the %X fisheries"}, "%A and %B will hold talks on the %X fisheries"},
	{"ACCUSE", "accuse", []string{"%A accused %B of poisoning the %X river", "%A accused %B of fouling the water of the %X river"}, "%A will accuse %B of poisoning the %X river"},
	{"ASSAULT", "attack", []string{"troops of %A attacked a post of %B near %X", "an attack by troops of %A hit a post of %B near %X"}, "troops of %A will attack a post of %B near %X"},
	{"AID", "aid", []string{"%A sent aid to %B after the %X flood", "aid from %A reached %B after the %X flood"}, "%A will send aid to %B after the %X flood"},
}

var syllables = strings.Fields("ba ke lo mi nu ra so ti vu za cho dri gal hen jor kul mar nok pel quin ros sha tam ul vor wen yas zeb")

// name makes a word that no list holds.
func name(r *rand.Rand) string {
	return syllables[r.IntN(len(syllables))] + syllables[r.IntN(len(syllables))] + syllables[r.IntN(len(syllables))]
}

// New makes n claims or a few more, some of which announce an event. Events spread over the days in
// proportion to n, so that a larger world is longer, not denser.
func New(n int, seed uint64) *World {
	r := rand.New(rand.NewPCG(seed, 7))
	w := &World{Truth: map[dateline.ClaimID]int{}}
	w.Reports, w.Texts = map[dateline.ReportID]*dateline.Report{}, map[dateline.DocumentID]string{}
	days := max(60, n/40)
	for event := 0; len(w.Claims) < n; event++ {
		w.addEvent(r, event, dateline.Day("1950-01-01").Add(r.IntN(days)))
	}
	return w
}

func (w *World) addEvent(r *rand.Rand, event int, day dateline.Day) {
	t := tellings[r.IntN(len(tellings))]
	a, b := r.IntN(len(madeStates)), r.IntN(len(madeStates)-1)
	if b >= a {
		b++
	}
	fill := strings.NewReplacer("%A", "the first side", "%B", "the second side", "%X", name(r))
	if r.IntN(4) == 0 {
		published := day.Add(-1 - r.IntN(6))
		w.addClaim(r, event, t, fill.Replace(t.planned), a, b, day, published, dateline.Planned)
	}
	for range 1 + r.IntN(4) {
		text := fill.Replace(t.happens[r.IntN(len(t.happens))])
		w.addClaim(r, event, t, text, a, b, day, day.Add(r.IntN(3)), dateline.Happened)
	}
}

func (w *World) addClaim(r *rand.Rand, event int, t telling, text string, a, b int, day, published dateline.Day, s dateline.Status) {
	id := fmt.Sprintf("%d-%d", event, len(w.Claims))
	doc, report := dateline.DocumentID("doc"+id), dateline.ReportID("rep"+id)
	c := dateline.Claim{
		ID: dateline.ClaimID(dateline.HashID(id)), Document: doc, Report: report, Event: t.root, Status: s,
		Actors: state(a), Recipients: state(b),
		Date:     dateline.EventDate{First: day, Last: day, Precision: "day", Basis: "clause"},
		Evidence: []dateline.Span{{Start: 0, End: len(text)}},
	}
	if at := strings.Index(text, t.trigger); at >= 0 {
		c.Trigger = dateline.Span{Start: at, End: at + len(t.trigger)}
	}
	if r.IntN(5) == 0 {
		c.Date = dateline.EventDate{}
	}
	o := madeOutlets[r.IntN(len(madeOutlets))]
	c.Chain = []dateline.Link{{Name: o.Name, ID: o.ID, Kind: "outlet"}}
	w.Claims = append(w.Claims, c)
	w.Reports[report] = &dateline.Report{ID: report, Document: doc, Published: published, Outlet: o, Span: dateline.Span{End: len(text)}}
	w.Texts[doc] = text
	w.Truth[c.ID] = event
}

func state(i int) []dateline.Participant {
	return []dateline.Participant{{Actor: dateline.Actor{Code: madeStates[i], Name: madeStates[i], Kind: dateline.StateActor, Sector: "GOV"}}}
}
