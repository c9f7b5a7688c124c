package web

import (
	"context"
	"net/http"

	"github.com/dateline/dateline"
)

// documentsPage lists documents with their reports.
type documentsPage struct {
	Title        string
	One          bool // the page of a single document
	Documents    []documentView
	Total        int
	Newer, Older string
}

// documentView is a document with the reports cut out of it.
type documentView struct {
	ID      dateline.DocumentID
	Path    string
	Details string
	Reports []reportRow
}

// reportRow is a report as lists show it.
type reportRow struct {
	ID        dateline.ReportID
	Title     string
	Outlet    string
	Place     string
	Published *moment
}

// documentsPerPage is how many documents one page lists.
const documentsPerPage = 25

func (s *server) documents(r *http.Request) (view, error) {
	f, err := readFilter(r)
	if err != nil {
		return view{}, err
	}
	o, err := s.catalog.get(r.Context())
	if err != nil {
		return view{}, err
	}
	ids := o.documents()
	from := min((f.Page-1)*documentsPerPage, len(ids))
	to := min(from+documentsPerPage, len(ids))
	p := documentsPage{Title: "Documents", Total: len(ids)}
	for _, id := range ids[from:to] {
		d, err := s.documentView(r.Context(), id, o)
		if err != nil {
			return view{}, err
		}
		p.Documents = append(p.Documents, d)
	}
	p.Newer, p.Older = neighbours(filter{Page: f.Page}, "/documents", to < len(ids))
	return view{template: "documents", Title: p.Title, Section: "documents", Data: p}, nil
}

func (s *server) document(r *http.Request) (view, error) {
	o, err := s.catalog.get(r.Context())
	if err != nil {
		return view{}, err
	}
	d, err := s.documentView(r.Context(), dateline.DocumentID(r.PathValue("id")), o)
	if err != nil {
		return view{}, err
	}
	p := documentsPage{Title: d.Path, One: true, Documents: []documentView{d}, Total: 1}
	return view{template: "documents", Title: p.Title, Section: "documents", Data: p}, nil
}

func (s *server) documentView(ctx context.Context, id dateline.DocumentID, o *overview) (documentView, error) {
	doc, err := s.texts.get(ctx, id)
	if err != nil {
		return documentView{}, err
	}
	d := documentView{ID: id, Path: fold(doc.Path), Details: doc.MediaType + ", " + doc.Charset}
	for _, r := range o.order {
		if r.Document == id {
			d.Reports = append(d.Reports, rowOf(r))
		}
	}
	return d, nil
}

func rowOf(r *dateline.Report) reportRow {
	row := reportRow{ID: r.ID, Title: reportTitle(r), Outlet: outletName(r), Place: fold(r.Place)}
	if r.Published != "" {
		day := dayOf(r.Published)
		row.Published = &day
	}
	return row
}

// documents lists the documents in the order of their reports.
func (o *overview) documents() []dateline.DocumentID {
	var out []dateline.DocumentID
	seen := map[dateline.DocumentID]bool{}
	for _, r := range o.order {
		if !seen[r.Document] {
			seen[r.Document] = true
			out = append(out, r.Document)
		}
	}
	return out
}
