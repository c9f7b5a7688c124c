package dateline

// MentionKind tells what a mention refers to.
type MentionKind string

// Kinds of mention.
const (
	ActorMention MentionKind = "actor"
	PlaceMention MentionKind = "place"
	TimeMention  MentionKind = "time"
)

// Why says how a value was reached: the rule or model, the words it rests on,
// and a score from 0 to 1.
type Why struct {
	Rule  string  `json:"rule"`
	Spans []Span  `json:"spans,omitempty"`
	Score float64 `json:"score,omitempty"`
}

// Mention is a span of text with what it refers to. Exactly one of Actors,
// Place and Time is set by Kind; Actors may be empty where unresolved.
type Mention struct {
	Kind     MentionKind
	Span     Span
	Sentence int // index into Report.Sentences
	First    int // tokens [First, Last) of that sentence
	Last     int
	Head     int // index of the syntactic head token

	Actors []Actor // several for a group: "the two sides", "US and Japanese"
	Place  *Place
	Time   *Timex

	// Antecedent is the index in Report.Mentions of the mention that this one
	// refers back to (he, the two sides, his counterpart), or -1.
	Antecedent int
	Why        Why
}

// ActorKind tells what sort of actor it is.
type ActorKind string

// Kinds of actor.
const (
	PersonActor   ActorKind = "person"
	StateActor    ActorKind = "state"        // a state or its government as a whole
	OrgActor      ActorKind = "organisation" // ministry, party, company, international body
	GroupActor    ActorKind = "group"        // officials, troops, protesters
	OutletActor   ActorKind = "outlet"
	DocumentActor ActorKind = "document" // a statement, treaty or report that speaks
)

// Actor is a resolved participant in an event or a quoted source.
type Actor struct {
	ID      string    `json:"id,omitempty"`   // knowledge-base or Wikidata ID, "" if unknown
	Name    string    `json:"name,omitempty"` // canonical name: "Igor Ivanov", "Russia"
	Kind    ActorKind `json:"kind,omitempty"`
	Code    string    `json:"code,omitempty"`    // ISO 3166 alpha-3 or PLOVER non-state code, "" unresolved
	Sector  string    `json:"sector,omitempty"`  // PLOVER primary sector: GOV, MIL, REB, …
	Sectors []string  `json:"sectors,omitempty"` // secondary sectors
	Office  string    `json:"office,omitempty"`  // "Minister of Foreign Affairs"
}

// Place is a resolved place. Lat and Lon are degrees WGS 84.
type Place struct {
	ID        string  `json:"id,omitempty"`
	Name      string  `json:"name"`
	Country   string  `json:"country,omitempty"` // ISO 3166 alpha-3
	Lat       float64 `json:"lat"`
	Lon       float64 `json:"lon"`
	Precision string  `json:"precision"` // "site", "city", "region", "country", "sea"
	Within    string  `json:"within,omitempty"`
}

// TimexType is the TIMEX3 type of a time expression.
type TimexType string

// Types of time expression.
const (
	DateTimex     TimexType = "DATE"
	TimeTimex     TimexType = "TIME"
	DurationTimex TimexType = "DURATION"
	SetTimex      TimexType = "SET"
)

// Timex is a TIMEX3 time expression (TimeML 1.2.1). First and Last are the days
// that the value spans on the calendar, both "" for durations, sets and vague
// values such as PAST_REF; one alone is "" for an open range.
type Timex struct {
	Type      TimexType `json:"type"`
	Value     string    `json:"value"`         // "2000-02-09", "2000-W06", "P2D", "PRESENT_REF"
	Mod       string    `json:"mod,omitempty"` // TIMEX3 mod: START, MID, END, APPROX, …
	First     Day       `json:"first,omitempty"`
	Last      Day       `json:"last,omitempty"`
	Precision string    `json:"precision,omitempty"` // "time", "day", "week", "month", "season", "quarter", "year", "decade", "vague"
	Anchor    string    `json:"anchor,omitempty"`    // "absolute", "publication", "text", "neighbour"
}
