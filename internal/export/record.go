// Package export writes the record for the world outside: claims as JSON lines
// in PLOVER's fields with everything that dateline adds, the same for programs
// that know PLOVER alone, and tables of claims and of events. The same input
// gives the same bytes.
package export

import (
	"bytes"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/plover"
)

// Record is one claim as it is written: PLOVER's JSON fields, extended. Lists
// are never null; a text or day that is unknown is null. Offsets count bytes of
// the document's text, or code points in the PLOVER export.
type Record struct {
	ID         dateline.ClaimID `json:"id"`
	Event      []string         `json:"event"`
	Mode       []string         `json:"mode"`
	Context    []string         `json:"context"`
	CAMEO      optional         `json:"cameo"`
	Quad       int              `json:"quad_code"`   // 1 to 4, 0 unknown
	Scale      float64          `json:"event_scale"` // -10 conflict to 10 cooperation
	Actors     []Participant    `json:"actor"`
	Recipients []Participant    `json:"recipient"`

	Date      optional `json:"date"`
	EndDate   optional `json:"enddate"`
	DateText  optional `json:"date_text"`
	Precision optional `json:"date_precision"`
	DateBasis optional `json:"date_basis"` // where the date was taken from

	Status      dateline.Status `json:"status"`
	Background  bool            `json:"background"`
	Place       *Place          `json:"event_loc"`
	Attribution []dateline.Link `json:"attribution"` // outlet first, speaker last
	Evidence    *Quote          `json:"evidence"`
	More        []Quote         `json:"more_evidence,omitempty"`
	EventText   []string        `json:"event_text"` // the words that name the event
	Trigger     *Quote          `json:"trigger"`
	Numbers     []Number        `json:"numbers"`
	Commitment  *Quote          `json:"commitment"`

	Document   Document         `json:"document"`
	Report     Report           `json:"report"`
	Link       dateline.EventID `json:"link"` // the Event that the claim belongs to
	Confidence float64          `json:"confidence"`
	Coder      string           `json:"coder"`
}

// optional is a text that is null in JSON where it is empty.
type optional string

// MarshalJSON writes null for the empty string.
func (o optional) MarshalJSON() ([]byte, error) {
	if o == "" {
		return []byte("null"), nil
	}
	var b bytes.Buffer
	if err := encoder(&b).Encode(string(o)); err != nil { // json.Marshal would write "<" as an escape
		return nil, err
	}
	return b.Bytes(), nil
}

// Quote is a stretch of the document's text.
type Quote struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Participant is an actor or recipient: the words of the text and what they
// were resolved to.
type Participant struct {
	Code     optional           `json:"code"` // ISO 3166 alpha-3 or PLOVER's own
	Sector   optional           `json:"sector"`
	Sectors  []string           `json:"sectors,omitempty"`
	Text     string             `json:"entity_text"`
	Name     optional           `json:"identifier_text"`
	ID       optional           `json:"identifier_id"`
	Kind     dateline.ActorKind `json:"kind,omitempty"`
	Office   string             `json:"office,omitempty"`
	Start    int                `json:"start"`
	End      int                `json:"end"`
	Resolved string             `json:"resolved_by,omitempty"` // rule that resolved the words
}

// Place is where the event took place.
type Place struct {
	Name      string   `json:"resolved_place"`
	ID        string   `json:"place_id,omitempty"`
	Lat       float64  `json:"lat"`
	Lon       float64  `json:"lon"`
	Country   optional `json:"country_code"`
	Within    string   `json:"within,omitempty"`
	Precision string   `json:"precision,omitempty"`
	Basis     string   `json:"basis,omitempty"` // "clause", "report", "dateline"
	Words     *Quote   `json:"words,omitempty"`
}

// Number is a count or sum of the event.
type Number struct {
	Kind  string  `json:"kind"`
	Value float64 `json:"value"`
	Unit  string  `json:"unit,omitempty"`
	Mod   string  `json:"mod,omitempty"`
	Quote
}

// Document says where the text lies.
type Document struct {
	ID   dateline.DocumentID `json:"id"`
	Path string              `json:"path"`
}

// Report says which report of the document holds the claim.
type Report struct {
	ID        dateline.ReportID `json:"id"`
	Outlet    optional          `json:"outlet"`
	Agency    string            `json:"agency,omitempty"`
	Author    optional          `json:"author"`
	Headline  optional          `json:"headline"`
	Place     optional          `json:"place"`
	Page      optional          `json:"page"`
	Published optional          `json:"published"`
	Start     int               `json:"start"`
	End       int               `json:"end"`
}

// NewRecord is the record of a claim of report r of document d. link is the
// Event that the claim belongs to. Offsets count bytes.
func NewRecord(c *dateline.Claim, r *dateline.Report, d *dateline.Document, link dateline.EventID) Record {
	return offsets{text: d.Text}.record(c, r, d, link)
}

// record writes the claim with the offsets' unit.
func (o offsets) record(c *dateline.Claim, r *dateline.Report, d *dateline.Document, link dateline.EventID) Record {
	rec := Record{
		ID: c.ID, Event: list(c.Event), Mode: list(c.Mode), Context: list(c.Contexts...),
		CAMEO: optional(c.CAMEO), Quad: plover.Quad(c.Event), Scale: plover.Scale(c.Event, c.Mode),
		Actors: o.participants(c.Actors), Recipients: o.participants(c.Recipients),
		Date: optional(c.Date.First), EndDate: optional(c.Date.Last), DateText: optional(c.Date.Text),
		Precision: optional(c.Date.Precision), DateBasis: optional(c.Date.Basis),
		Status: c.Status, Background: c.Background, Place: o.place(c), Attribution: o.chain(c.Chain),
		EventText: list(c.Trigger.In(d.Text)), Trigger: o.quote(c.Trigger), Numbers: o.numbers(c.Numbers),
		Commitment: o.quote(c.Commitment),
		Document:   Document{ID: d.ID, Path: d.Path}, Report: o.report(r),
		Link: link, Confidence: c.Confidence, Coder: c.Coder,
	}
	for i, s := range c.Evidence {
		switch q := o.quote(s); {
		case q == nil:
		case i == 0:
			rec.Evidence = q
		default:
			rec.More = append(rec.More, *q)
		}
	}
	return rec
}

// list is the non-empty texts, never nil.
func list(texts ...string) []string {
	out := make([]string, 0, len(texts))
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}

func (o offsets) participants(ps []dateline.Participant) []Participant {
	out := make([]Participant, 0, len(ps))
	for i := range ps {
		p := &ps[i]
		at := o.of(p.Span)
		out = append(out, Participant{
			Code: optional(p.Code), Sector: optional(p.Sector), Sectors: p.Sectors, Text: p.Text,
			Name: optional(p.Name), ID: optional(p.ID), Kind: p.Kind, Office: p.Office,
			Start: at.Start, End: at.End, Resolved: p.Why.Rule,
		})
	}
	return out
}

func (o offsets) place(c *dateline.Claim) *Place {
	if c.Place == nil {
		return nil
	}
	p := c.Place
	return &Place{
		Name: p.Name, ID: p.ID, Lat: p.Lat, Lon: p.Lon, Country: optional(p.Country), Within: p.Within,
		Precision: p.Precision, Basis: c.PlaceWhy, Words: o.quote(c.PlaceSpan),
	}
}

func (o offsets) chain(links []dateline.Link) []dateline.Link {
	out := make([]dateline.Link, 0, len(links))
	for _, l := range links {
		l.Span, l.CueSpan = o.of(l.Span), o.of(l.CueSpan)
		out = append(out, l)
	}
	return out
}

func (o offsets) numbers(ns []dateline.Number) []Number {
	out := make([]Number, 0, len(ns))
	for _, n := range ns {
		row := Number{Kind: n.Kind, Value: n.Value, Unit: n.Unit, Mod: n.Mod}
		if q := o.quote(n.Span); q != nil {
			row.Quote = *q
		}
		out = append(out, row)
	}
	return out
}

func (o offsets) report(r *dateline.Report) Report {
	at := o.of(r.Span)
	return Report{
		ID: r.ID, Outlet: optional(r.Outlet.Name), Agency: r.Agency.Name, Author: optional(r.Author),
		Headline: optional(r.Headline), Place: optional(r.Place), Page: optional(r.Page),
		Published: optional(r.Published), Start: at.Start, End: at.End,
	}
}
