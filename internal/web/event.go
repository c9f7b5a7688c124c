package web

import (
	"cmp"
	"context"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline/dateline"
)

// eventPage is an event with every claim.
type eventPage struct {
	card
	Claims     []claimView
	Values     []fieldView
	Relations  []relationView
	OriginList []originView
	Story      *storyLink
	Machine    dateline.EventID
}

// fieldView is what the claims say about one field of the event.
type fieldView struct {
	Field, Words string
	Verdict      string // "agreement", "contradiction", "difference", …; "" where there is nothing to compare
	Values       []valueView
}

type valueView struct {
	Words   string
	Code    string
	Origins string
	Claims  []int // numbers of the claims
}

// relationView sets two claims side by side.
type relationView struct {
	Kind, Words, Field, Why string
	A, B                    *claimView
}

// originView is an origin with the outlets that carry what it says.
type originView struct {
	Name, Kind, Side, Why string
	Carriers              []carrier
}

// carrier is an outlet with the numbers of its claims.
type carrier struct {
	Outlet string
	Claims []int
}

type storyLink struct {
	ID    dateline.StoryID
	Title string
}

func (s *server) event(r *http.Request) (view, error) {
	ctx := r.Context()
	e, err := s.store.Event(ctx, dateline.EventID(r.PathValue("id")))
	if err != nil {
		return view{}, err
	}
	o, err := s.catalog.get(ctx)
	if err != nil {
		return view{}, err
	}
	p := eventPage{card: cardOf(e, o), Machine: e.ID}
	p.Actors, p.Recipients = partiesOf(e.Actors), partiesOf(e.Recipients)
	if p.Claims, err = s.claims(ctx, e); err != nil {
		return view{}, err
	}
	numbers := map[dateline.ClaimID]int{}
	for i := range p.Claims {
		numbers[p.Claims[i].ID] = p.Claims[i].Number
	}
	p.Values, p.OriginList = valuesOf(e, numbers), originsOf(e, p.Claims)
	p.Relations = relationsOf(e, p.Claims, numbers)
	if e.Story != "" {
		if p.Story, err = s.storyOf(ctx, e.Story); err != nil {
			return view{}, err
		}
	}
	return view{template: "event", Title: p.Title, Section: "timeline", Data: p}, nil
}

// claims are the event's claims in its order, with their words.
func (s *server) claims(ctx context.Context, e *dateline.Event) ([]claimView, error) {
	found := map[dateline.ClaimID]claimView{}
	err := s.eachClaim(ctx, e, func(c *dateline.Claim, r *dateline.Report, text string) {
		found[c.ID] = claimOf(c, r, text, slices.Index(e.Claims, c.ID)+1)
	})
	if err != nil {
		return nil, err
	}
	out := make([]claimView, 0, len(found))
	for _, id := range e.Claims {
		if c, ok := found[id]; ok {
			out = append(out, c)
		}
	}
	return out, nil
}

// eachClaim hands an event's claims to do, report by report, with the text of the
// document.
func (s *server) eachClaim(ctx context.Context, e *dateline.Event, do func(c *dateline.Claim, r *dateline.Report, text string)) error {
	for _, id := range e.Reports {
		r, err := s.store.Report(ctx, id)
		if err != nil {
			return err
		}
		doc, err := s.texts.get(ctx, r.Document)
		if err != nil {
			return err
		}
		for i := range r.Claims {
			if slices.Contains(e.Claims, r.Claims[i].ID) {
				do(&r.Claims[i], r, doc.Text)
			}
		}
	}
	return nil
}

// storyOf is the link to a story that has more than this event; nil for none.
func (s *server) storyOf(ctx context.Context, id dateline.StoryID) (*storyLink, error) {
	stories, err := s.store.Stories(ctx)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(stories, func(st dateline.Story) bool { return st.ID == id })
	if i < 0 || len(stories[i].Events) < 2 {
		return nil, nil
	}
	return &storyLink{id, titleOf(stories[i].Title)}, nil
}

func numbersOf(ids []dateline.ClaimID, numbers map[dateline.ClaimID]int) []int {
	var out []int
	for _, id := range ids {
		if n := numbers[id]; n > 0 {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}

// valuesOf groups the event's values by field, the best-supported value first.
func valuesOf(e *dateline.Event, numbers map[dateline.ClaimID]int) []fieldView {
	var out []fieldView
	for _, v := range e.Values {
		i := slices.IndexFunc(out, func(f fieldView) bool { return f.Field == v.Field })
		if i < 0 {
			i = len(out)
			out = append(out, fieldView{Field: v.Field, Words: fieldWords(v.Field)})
		}
		out[i].Values = append(out[i].Values, valueOf(v, numbers))
	}
	for i := range out {
		out[i].Verdict = verdict(e, out[i])
		slices.SortStableFunc(out[i].Values, func(a, b valueView) int { return len(b.Claims) - len(a.Claims) })
	}
	slices.SortStableFunc(out, func(a, b fieldView) int { return fieldRank(a.Field) - fieldRank(b.Field) })
	return out
}

// fieldRank puts the fields in the order in which a reader asks for them; those
// that it does not know, the numbers among them, come last.
func fieldRank(field string) int {
	order := []string{"type", "mode", "status", "actor", "recipient", "date", "place"}
	if i := slices.Index(order, field); i >= 0 {
		return i
	}
	return len(order)
}

// valueOf writes a value with what it was called in the texts, or with its code.
func valueOf(v dateline.Value, numbers map[dateline.ClaimID]int) valueView {
	view := valueView{Words: fold(v.Value), Code: fold(v.Label), Claims: numbersOf(v.Claims, numbers), Origins: count(v.Origins, "origin")}
	switch v.Field {
	case "date":
		view.Words = datesOf(v.Value)
		if view.Code != "" {
			view.Code = "“" + view.Code + "”"
		}
	case "actor", "recipient":
		if v.Label != "" {
			view.Words, view.Code = view.Code, view.Words
		}
	case "type":
		view.Code = cmp.Or(view.Code, rootWords(v.Value))
	}
	if view.Code == view.Words {
		view.Code = ""
	}
	return view
}

// datesOf writes the days of a value, "2000-02-09/2000-02-10", in words.
func datesOf(value string) string {
	first, last, _ := strings.Cut(value, "/")
	from, to := dayOf(dateline.Day(first)), dayOf(dateline.Day(last))
	if last == "" || last == first {
		return from.Words
	}
	return from.Words + " – " + to.Words
}

// verdict says how the claims that state a field agree on it.
func verdict(e *dateline.Event, f fieldView) string {
	kinds := map[dateline.RelationKind]bool{}
	for _, r := range e.Relations {
		if r.Field == f.Field {
			kinds[r.Kind] = true
		}
	}
	switch {
	case kinds[dateline.Contradicts]:
		return "contradiction"
	case kinds[dateline.Fulfils]:
		return "planned, then happened"
	case kinds[dateline.Updates]:
		return "updated"
	case kinds[dateline.Refines]:
		return "more or less precise"
	case len(f.Values) > 1 && (f.Field == "actor" || f.Field == "recipient"):
		return ""
	case len(f.Values) > 1:
		return "difference"
	case len(f.Values) == 1 && len(f.Values[0].Claims) > 1:
		return "agreement"
	}
	return ""
}

// originsOf lists the origins, each with the outlets that carry it, which are in
// the order in which they published.
func originsOf(e *dateline.Event, claims []claimView) []originView {
	var out []originView
	for _, o := range e.Origins {
		v := originView{Name: cmp.Or(fold(o.Name), "unnamed"), Kind: o.Kind, Side: o.Side, Why: o.Why}
		for i := range claims {
			if !slices.Contains(o.Claims, claims[i].ID) {
				continue
			}
			at := slices.IndexFunc(v.Carriers, func(c carrier) bool { return c.Outlet == claims[i].Outlet })
			if at < 0 {
				at = len(v.Carriers)
				v.Carriers = append(v.Carriers, carrier{Outlet: claims[i].Outlet})
			}
			v.Carriers[at].Claims = append(v.Carriers[at].Claims, claims[i].Number)
		}
		out = append(out, v)
	}
	return out
}

// relationsOf sets the related claims side by side, contradictions first.
func relationsOf(e *dateline.Event, claims []claimView, numbers map[dateline.ClaimID]int) []relationView {
	byNumber := map[int]*claimView{}
	for i := range claims {
		byNumber[claims[i].Number] = &claims[i]
	}
	var out []relationView
	for _, r := range e.Relations {
		v := relationView{string(r.Kind), relationWords(r.Kind), fieldWords(r.Field), fold(r.Why), byNumber[numbers[r.A]], byNumber[numbers[r.B]]}
		if v.A != nil && v.B != nil {
			out = append(out, v)
		}
	}
	slices.SortStableFunc(out, func(a, b relationView) int { return rank(a.Kind) - rank(b.Kind) })
	return out
}

func rank(kind string) int {
	return slices.Index([]string{string(dateline.Contradicts), string(dateline.Fulfils), string(dateline.Updates), string(dateline.Refines)}, kind)
}

// grouped writes a number with thin blanks between its thousands.
func grouped(f float64) string {
	s := strconv.FormatFloat(f, 'f', -1, 64)
	whole, fraction, _ := strings.Cut(s, ".")
	if math.Abs(f) >= 10000 {
		for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
			whole = whole[:i] + "\u202f" + whole[i:]
		}
	}
	if fraction != "" {
		return whole + "." + fraction
	}
	return whole
}
