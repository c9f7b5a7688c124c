package web

import (
	"context"
	"net/http"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// searchPage is what was found for the reader's words.
type searchPage struct {
	Query        string
	Cards        []card
	First, Last  int
	Newer, Older string
	Reports      []reportRow // whose headline or outlet has the words
	MoreReports  bool
}

const (
	foundPerPage = 25
	foundReports = 20
)

func (s *server) search(r *http.Request) (view, error) {
	f, err := readFilter(r)
	if err != nil {
		return view{}, err
	}
	v := view{template: "search", Title: "Search", Section: "search", Query: f.Query}
	words := wordsOf(f.Query)
	if len(words) == 0 {
		v.Data = searchPage{Query: f.Query}
		return v, nil
	}
	o, err := s.catalog.get(r.Context())
	if err != nil {
		return view{}, err
	}
	p := searchPage{Query: f.Query, First: (f.Page-1)*foundPerPage + 1}
	found, err := s.store.Events(r.Context(), dateline.Filter{Query: f.Query, Limit: foundPerPage + 1, Offset: (f.Page - 1) * foundPerPage})
	if err != nil {
		return view{}, err
	}
	more := len(found) > foundPerPage
	found = found[:min(len(found), foundPerPage)]
	for i := range found {
		c := cardOf(&found[i], o)
		if c.Snippet, err = s.snippet(r.Context(), &found[i], words); err != nil {
			return view{}, err
		}
		p.Cards = append(p.Cards, c)
	}
	p.Last = p.First + len(found) - 1
	p.Newer, p.Older = neighbours(filter{Filter: dateline.Filter{Query: f.Query}, Page: f.Page}, "/search", more)
	if f.Page == 1 {
		p.Reports, p.MoreReports = o.headed(words)
	}
	v.Title, v.Data = "Search: "+f.Query, p
	return v, nil
}

// wordsOf are the reader's words, in lower case.
func wordsOf(query string) []string {
	return strings.FieldsFunc(strings.ToLower(query), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// snippet is the evidence of the event's claims that has most of the words, with
// the words marked; nil where none has any.
func (s *server) snippet(ctx context.Context, e *dateline.Event, words []string) (*quotation, error) {
	var best []piece
	most := 0
	err := s.eachClaim(ctx, e, func(c *dateline.Claim, _ *dateline.Report, text string) {
		for _, span := range c.Evidence {
			if marks, n := hits(text, span, words); n > most {
				best, most = pieces(text, span, marks), n
			}
		}
	})
	if err != nil {
		return nil, err
	}
	if best == nil {
		return nil, nil
	}
	return &quotation{Pieces: best}, nil
}

// hits marks the words of a span that begin with one of the words; n is how many
// different ones occur.
func hits(text string, span dateline.Span, words []string) (marks []mark, n int) {
	seen := map[string]bool{}
	inside := false
	span = within(span, text)
	for i := span.Start; i < span.End; {
		r, size := utf8.DecodeRuneInString(text[i:])
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		if letter && !inside {
			for _, w := range words {
				if end := i + len(w); end <= span.End && strings.EqualFold(text[i:end], w) {
					marks = append(marks, mark{span: dateline.Span{Start: i, End: end}, kind: "hit"})
					seen[w] = true
					break
				}
			}
		}
		inside = letter
		i += size
	}
	return marks, len(seen)
}

// headed lists the reports whose headline, outlet or author has all the words.
func (o *overview) headed(words []string) (rows []reportRow, more bool) {
	for _, r := range o.order {
		text := strings.ToLower(r.Headline + " " + r.Outlet.Name + " " + r.Author)
		all := true
		for _, w := range words {
			all = all && strings.Contains(text, w)
		}
		if !all {
			continue
		}
		if len(rows) == foundReports {
			return rows, true
		}
		rows = append(rows, rowOf(r))
	}
	return rows, false
}
