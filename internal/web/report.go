package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// reportPage is the full text of a report with its claims marked in place.
type reportPage struct {
	Title      string
	Outlet     string
	Agency     string
	Author     string
	Place      string
	Page       string
	Published  *moment
	Why        string // how the day of publication was found
	Document   dateline.DocumentID
	Path       string
	Paragraphs []paragraph
	Claims     int
	Events     int
	Previous   *dateline.Report // neighbours in the document
	Next       *dateline.Report
}

// paragraph is a paragraph's text with the claims that begin in it beside it.
type paragraph struct {
	Kind   dateline.ParagraphKind
	Pieces []textPiece
	Notes  []note
}

// textPiece is a stretch of text; the words that name an event link to it.
type textPiece struct {
	piece
	Event dateline.EventID // "" where the words name none
	Title string
	Refs  []note // claims whose words end here
	IDs   []dateline.ClaimID
}

// note is a claim as the margin of the report shows it.
type note struct {
	Number int
	Claim  dateline.ClaimID
	Event  dateline.EventID
	Title  string
	Kind   kind
	Status standing
}

func (s *server) report(r *http.Request) (view, error) {
	ctx := r.Context()
	rep, err := s.store.Report(ctx, dateline.ReportID(r.PathValue("id")))
	if err != nil {
		return view{}, err
	}
	doc, err := s.texts.get(ctx, rep.Document)
	if err != nil {
		return view{}, err
	}
	o, err := s.catalog.get(ctx)
	if err != nil {
		return view{}, err
	}
	p := reportPage{
		Title: reportTitle(rep), Outlet: outletName(rep), Agency: fold(rep.Agency.Name), Author: fold(rep.Author), Place: fold(rep.Place),
		Page: fold(rep.Page), Why: rep.PublishedWhy, Document: rep.Document, Path: doc.Path, Claims: len(rep.Claims),
	}
	if rep.Published != "" {
		day := dayOf(rep.Published)
		p.Published = &day
	}
	notes := o.notes(rep)
	p.Events = events(notes)
	p.Paragraphs = paragraphs(doc.Text, rep, notes)
	p.Previous, p.Next = o.beside(rep)
	return view{template: "report", Title: p.Title, Section: "documents", Data: p}, nil
}

// reportTitle is the headline, or who published when.
func reportTitle(r *dateline.Report) string {
	if h := fold(r.Headline); h != "" {
		return h
	}
	if r.Published != "" {
		return "Report by " + outletName(r) + ", " + dayOf(r.Published).Words
	}
	return "Report by " + outletName(r)
}

// notes numbers the report's claims in the order of their words.
func (o *overview) notes(r *dateline.Report) []note {
	slices.SortStableFunc(r.Claims, func(a, b dateline.Claim) int { return cmp.Compare(end(&a), end(&b)) })
	out := make([]note, 0, len(r.Claims))
	for i := range r.Claims {
		c := &r.Claims[i]
		n := note{Number: i + 1, Claim: c.ID, Event: o.ofClaim[c.ID], Kind: kindOf(c.Event, c.Mode), Status: statusOf(c.Status)}
		if e := o.events[n.Event]; e != nil {
			n.Title = e.Title
		}
		out = append(out, n)
	}
	return out
}

// end is where a claim's number stands: behind its trigger, or behind its main
// evidence.
func end(c *dateline.Claim) int {
	if !c.Trigger.Empty() {
		return c.Trigger.End
	}
	if len(c.Evidence) > 0 {
		return c.Evidence[0].End
	}
	return 0
}

// ends reports whether a claim's number stands at the offset: where the claim's
// own number stands, and behind further evidence, which names no event itself.
func ends(c *dateline.Claim, m mark, at int) bool {
	return at == end(c) || m.kind == "evidence" && at == m.span.End && !m.span.Contains(c.Trigger)
}

func events(notes []note) int {
	seen := map[dateline.EventID]bool{}
	for _, n := range notes {
		if n.Event != "" {
			seen[n.Event] = true
		}
	}
	return len(seen)
}

// beside are the reports before and after in the same document, nil for none.
func (o *overview) beside(r *dateline.Report) (before, after *dateline.Report) {
	i := slices.IndexFunc(o.order, func(x *dateline.Report) bool { return x.ID == r.ID })
	if i < 0 {
		return nil, nil
	}
	if i > 0 && o.order[i-1].Document == r.Document {
		before = o.order[i-1]
	}
	if i+1 < len(o.order) && o.order[i+1].Document == r.Document {
		after = o.order[i+1]
	}
	return before, after
}

// paragraphs marks the claims in the report's text. A report without paragraphs
// is shown as one.
func paragraphs(text string, r *dateline.Report, notes []note) []paragraph {
	marks := marksOf(r)
	list := r.Paragraphs
	if len(list) == 0 {
		list = []dateline.Paragraph{{Kind: dateline.Prose, Pieces: []dateline.Span{r.Span}}}
	}
	seen := map[dateline.ClaimID]bool{}
	out := make([]paragraph, 0, len(list))
	for _, par := range list {
		p := paragraph{Kind: par.Kind}
		for i, span := range par.Pieces {
			if i > 0 {
				p.Pieces = append(p.Pieces, textPiece{piece: piece{Text: "\n"}})
			}
			for _, cut := range pieces(text, span, marks) {
				t := linked(cut, r, notes)
				for _, m := range cut.marks {
					if id := r.Claims[m.of].ID; !seen[id] {
						seen[id] = true
						t.IDs = append(t.IDs, id)
					}
				}
				p.Notes = append(p.Notes, t.Refs...)
				p.Pieces = append(p.Pieces, t)
			}
		}
		out = append(out, p)
	}
	return out
}

// marksOf are the marks of the report's claims, by number.
func marksOf(r *dateline.Report) []mark {
	var out []mark
	for i := range r.Claims {
		c := &r.Claims[i]
		for _, e := range c.Evidence {
			out = append(out, mark{span: e, kind: "evidence", of: i})
		}
		if !c.Trigger.Empty() {
			out = append(out, mark{span: c.Trigger, kind: "trigger", of: i})
		}
	}
	return out
}

// linked adds the event that the piece's words name, and the numbers of the
// claims that end with it.
func linked(cut piece, r *dateline.Report, notes []note) textPiece {
	t := textPiece{piece: cut}
	quad := 0
	for _, m := range cut.marks {
		n := notes[m.of]
		if m.kind == "trigger" {
			quad = n.Kind.Quad
			if t.Event == "" {
				t.Event, t.Title = n.Event, n.Title
			}
		}
		if ends(&r.Claims[m.of], m, cut.span.End) && !slices.ContainsFunc(t.Refs, func(x note) bool { return x.Claim == n.Claim }) {
			t.Refs = append(t.Refs, n)
		}
	}
	if quad > 0 {
		t.Class = strings.TrimSpace(t.Class + " q" + string(rune('0'+quad)))
	}
	return t
}
