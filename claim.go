package dateline

// Status says whether an event took place, as its report tells it.
type Status string

// Values of Status.
const (
	Happened     Status = "happened"
	Planned      Status = "planned"
	DeniedStatus Status = "denied"
	Hypothetical Status = "hypothetical"
)

// ClaimID is a hash of the claim's content.
type ClaimID string

// Claim is one event as one report tells it. It is never edited.
type Claim struct {
	ID       ClaimID
	Document DocumentID
	Report   ReportID

	Event    string   // PLOVER root, "CONSULT"
	Mode     string   // PLOVER mode, "" for none
	Contexts []string // PLOVER contexts, sorted
	CAMEO    string   // CAMEO code as a string, "" where the crosswalk has none

	Actors     []Participant
	Recipients []Participant

	Date  EventDate
	Place *Place
	// PlaceSpan are the words that name the place; PlaceWhy tells how it was
	// reached: "clause", "report", "dateline".
	PlaceSpan Span
	PlaceWhy  string

	Status     Status
	Background bool   // history told for background, no news
	Chain      []Link // outlet first, speaker last
	Evidence   []Span // clause(s) that state the event; the first one is the main one
	Trigger    Span   // the word(s) that name the event
	Numbers    []Number
	// Commitment is the content that a pledge, treaty or announcement binds its
	// actors to, empty where the claim binds nobody.
	Commitment Span

	Confidence float64 // 0 to 1, the higher the surer; no probability
	Coder      string  // the frame or model that coded it, "frame:visit/noun"
}

// Participant is an actor in a claim with the words that name it.
type Participant struct {
	Actor
	Text string // entity_text: the words of the text
	Span Span
	Why  Why
}

// EventDate is when an event took place or is to take place. An unknown bound is "".
type EventDate struct {
	First, Last Day
	Precision   string // as Timex.Precision
	Text        string // the words that state it, "" where none do
	Span        Span
	// Basis is where the date was taken from: "clause", "narrative" (a visit or
	// meeting told of elsewhere), "attribution" (the day of saying), "story" (the day
	// that the report was telling of), "dateline", "publication", "" for undated.
	Basis string
}

// Number is a count or sum that belongs to an event.
type Number struct {
	Kind  string  `json:"kind"` // "dead", "injured", "arrested", "crowd", "money", "tons", …
	Value float64 `json:"value"`
	Unit  string  `json:"unit,omitempty"`
	Mod   string  `json:"mod,omitempty"` // "at-least", "at-most", "about"
	Span  Span    `json:"span"`
}
