package dateline

import (
	"fmt"
	"time"
)

// EventID is a hash over the claims that found the event; it stays the same while
// the event's earliest claim stays in it.
type EventID string

// Value is one value of an event's field with the claims that state it.
type Value struct {
	Field  string    `json:"field"` // "type", "mode", "actor", "recipient", "date", "place", "status", "number:dead", …
	Value  string    `json:"value"`
	Label  string    `json:"label,omitempty"` // for people: "Igor Ivanov"
	Claims []ClaimID `json:"claims"`          // sorted
	// Origins counts the independent origins behind Claims.
	Origins int `json:"origins"`
}

// Origin is where reports of an event independently come from: an agency, a
// statement, a press conference, or an outlet's own reporting.
type Origin struct {
	ID     string    `json:"id"`
	Name   string    `json:"name"`
	Kind   string    `json:"kind"`           // "agency", "statement", "outlet", "speaker", "text"
	Side   string    `json:"side,omitempty"` // country code whose state media it is
	Claims []ClaimID `json:"claims"`
	Why    string    `json:"why"`
}

// RelationKind says how two claims of one event stand to each other.
type RelationKind string

// Kinds of relation.
const (
	Refines     RelationKind = "refines"     // same value, more precise
	Updates     RelationKind = "updates"     // a later value replaces an earlier one
	Fulfils     RelationKind = "fulfils"     // happened, after it was planned
	Contradicts RelationKind = "contradicts" // both cannot hold
)

// Relation holds between claims A and B (A the later or the more precise one).
type Relation struct {
	Kind  RelationKind `json:"kind"`
	Field string       `json:"field"`
	A     ClaimID      `json:"a"`
	B     ClaimID      `json:"b"`
	Why   string       `json:"why"`
}

// Event is what a cluster of claims is about. Fields hold the best-supported
// value; Values lists every value with the claims that state it.
type Event struct {
	ID         EventID
	Title      string // made from the claims' own words
	Type       string
	Mode       string
	Actors     []Actor
	Recipients []Actor
	Date       EventDate
	// Announced is the day the event was first reported as planned, "" if never.
	Announced Day
	Place     *Place
	Status    Status
	Claims    []ClaimID // in order of publication
	Reports   []ReportID
	Values    []Value
	Origins   []Origin
	// Side is the country that takes part in the event and whose outlets alone
	// carry it, whoever passes their word on; "" where outlets of others do too.
	Side      string
	Relations []Relation
	Story     StoryID
}

// Sourcing says in a few words who stands behind the event: "single origin: KCNA,
// media of PRK alone".
func (e *Event) Sourcing() string {
	words := "origin unknown"
	switch {
	case len(e.Origins) == 1 && e.Origins[0].Name != "":
		words = "single origin: " + e.Origins[0].Name
	case len(e.Origins) == 1:
		words = "single origin, unnamed"
	case len(e.Origins) > 1:
		words = fmt.Sprintf("%d independent origins", len(e.Origins))
	}
	if e.Side != "" {
		words += ", media of " + e.Side + " alone"
	}
	return words
}

// StoryID is a hash over the events that found the story.
type StoryID string

// Story is a set of events that belong together.
type Story struct {
	ID     StoryID
	Title  string
	First  Day
	Last   Day
	Events []EventID
}

// JudgementKind is what a judgement says.
type JudgementKind string

// Kinds of judgement.
const (
	Same      JudgementKind = "same"
	Different JudgementKind = "different"
	Wrong     JudgementKind = "wrong"
	Corrected JudgementKind = "corrected"
)

// Judgement is a person's or the program's word on claims. It is a row: never
// edited, only revoked by a later row that names it.
type Judgement struct {
	ID     string        `json:"id"`
	Kind   JudgementKind `json:"kind"`
	Claims []ClaimID     `json:"claims"` // two for same and different, one for wrong and corrected
	// Anchors say where each of Claims stands, so that the judgement outlives a
	// claim that a later version codes anew. Empty where nobody wrote them down.
	Anchors []Anchor  `json:"anchors,omitempty"`
	Field   string    `json:"field,omitempty"`
	Value   string    `json:"value,omitempty"`
	Reason  string    `json:"reason,omitempty"`
	Author  string    `json:"author"`
	At      time.Time `json:"at"`
	Revokes string    `json:"revokes,omitempty"` // ID of the judgement taken back
}

// Anchor is where a claim stands in its document, whoever codes it.
type Anchor struct {
	Document DocumentID `json:"document"`
	Event    string     `json:"event"`   // PLOVER root
	Trigger  Span       `json:"trigger"` // bytes of the document's text
}

// AnchorOf is where a claim stands.
func AnchorOf(c *Claim) Anchor { return Anchor{c.Document, c.Event, c.Trigger} }

// Holds reports whether a claim stands at the anchor.
func (a Anchor) Holds(c *Claim) bool {
	return a.Document == c.Document && a.Event == c.Event && a.Trigger.Overlaps(c.Trigger)
}
