package dateline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"
)

// Span is a half-open byte range [Start, End) into a Document's Text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds no bytes.
func (s Span) Empty() bool { return s.End <= s.Start }

// In returns the bytes of text that the span covers; a span out of range is cut
// to what text has.
func (s Span) In(text string) string {
	a, b := max(0, min(s.Start, len(text))), max(0, min(s.End, len(text)))
	if a >= b {
		return ""
	}
	return text[a:b]
}

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Cover is the smallest span that holds both; an empty span counts for nothing.
func (s Span) Cover(t Span) Span {
	switch {
	case s.Empty():
		return t
	case t.Empty():
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// Day is a calendar day as ISO 8601 "2006-01-02", or "" where unknown. Days
// compare as strings.
type Day string

// DayOf is the calendar day of t in t's location.
func DayOf(t time.Time) Day { return Day(t.Format(time.DateOnly)) }

// Time is the day's midnight UTC; ok is false for an empty or malformed day.
func (d Day) Time() (t time.Time, ok bool) {
	t, err := time.Parse(time.DateOnly, string(d))
	return t, err == nil
}

// Add is the day n days later (earlier for negative n), "" for an unknown day.
func (d Day) Add(n int) Day {
	t, ok := d.Time()
	if !ok {
		return ""
	}
	return DayOf(t.AddDate(0, 0, n))
}

// DocumentID is "sha256:" and the hex SHA-256 of the document's body.
type DocumentID string

// Document is what was fetched, unchanged. Text is what every Span points into:
// the body itself where that is UTF-8 text, else the text made from it.
type Document struct {
	ID        DocumentID
	Path      string // where it was read: a file's path or a URL
	MediaType string // "text/plain", "text/html", …
	Charset   string // encoding of Body as detected: "utf-8", "windows-1252", …
	Body      []byte // original bytes
	Text      string // UTF-8
	Published Day    // known from outside (a feed, HTTP, metadata), or ""
}

// IDOf is the DocumentID of a body.
func IDOf(body []byte) DocumentID {
	sum := sha256.Sum256(body)
	return DocumentID("sha256:" + hex.EncodeToString(sum[:]))
}

// HashID is a short stable ID: the first 16 bytes, in hex, of the SHA-256 of the
// parts, each preceded by its length.
func HashID(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), p)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// ReportID is the hash of the document's ID and the report's span.
type ReportID string

// OutletKind tells what sort of publisher an outlet is.
type OutletKind string

// Kinds of outlet.
const (
	Agency      OutletKind = "agency"
	Newspaper   OutletKind = "newspaper"
	Broadcaster OutletKind = "broadcaster"
	Magazine    OutletKind = "magazine"
	Website     OutletKind = "website"
	Government  OutletKind = "government" // a government's or an organisation's own publication
)

// Outlet is who publishes a report. ID is the key of the shipped list, or "" for
// an outlet that the list lacks, whose Name is then the words of the text.
type Outlet struct {
	ID      string     `json:"id,omitempty"`
	Name    string     `json:"name"`
	Kind    OutletKind `json:"kind,omitempty"`
	Country string     `json:"country,omitempty"` // ISO 3166 alpha-3
	State   bool       `json:"state,omitempty"`   // owned or directed by a state or ruling party
	Abroad  bool       `json:"abroad,omitempty"`  // tells mainly of other countries than its own
}

// ParagraphKind tells what a paragraph of a report is.
type ParagraphKind string

// Kinds of paragraph. Only prose and headings are read for claims.
const (
	Prose     ParagraphKind = "prose"
	Heading   ParagraphKind = "heading"   // headline or crosshead
	Citation  ParagraphKind = "citation"  // outlet, headline, place, page, date
	Note      ParagraphKind = "note"      // an editor's note
	Furniture ParagraphKind = "furniture" // navigation, rules, header fields
)

// Paragraph is a run of text in one report. Its text is its Pieces in order,
// with whatever lies between them (quote marks of mail, line prefixes) left out.
type Paragraph struct {
	Kind   ParagraphKind `json:"kind"`
	Pieces []Span        `json:"pieces"`
}

// Report is one news item cut out of a Document. Segmenting sets everything down
// to Paragraphs; the pipeline adds what the later stages find.
type Report struct {
	ID       ReportID   `json:"id"`
	Document DocumentID `json:"document"`
	Span     Span       `json:"span"`

	Outlet    Outlet `json:"outlet"`             // Name "" where the text names none
	Agency    Outlet `json:"agency,omitzero"`    // agency that the outlet credits, if another
	Author    string `json:"author,omitempty"`   //
	Headline  string `json:"headline,omitempty"` // as written, white space folded
	Place     string `json:"place,omitempty"`    // dateline place(s), as written
	Page      string `json:"page,omitempty"`     //
	Published Day    `json:"published,omitempty"`
	// PublishedWhy is how the date was found: "citation", "dateline", "header",
	// "document", "neighbour".
	PublishedWhy string `json:"published_why,omitempty"`
	// Sources are the spans that state the fields above, by field name:
	// "outlet", "agency", "author", "headline", "place", "page", "published".
	Sources map[string]Span `json:"sources,omitempty"`

	Paragraphs []Paragraph `json:"paragraphs"`

	// Location is Place resolved to the gazetteer, nil where that is unknown.
	Location *Place `json:"location,omitempty"`

	Sentences    []Sentence    `json:"-"`
	Mentions     []Mention     `json:"-"`
	Attributions []Attribution `json:"-"`
	Claims       []Claim       `json:"-"`
}
