package dateline

// VerbClass says what a source does with what it says.
type VerbClass string

// Classes of attribution cue.
const (
	Reported  VerbClass = "reported"
	Claimed   VerbClass = "claimed"
	Denied    VerbClass = "denied"
	Confirmed VerbClass = "confirmed"
	Warned    VerbClass = "warned"
	Promised  VerbClass = "promised"
	Urged     VerbClass = "urged"
	Accused   VerbClass = "accused"
	Asked     VerbClass = "asked"
	Believed  VerbClass = "believed" // beliefs, hopes, intentions: no speech act
)

// Attribution is a source, a cue and a content, as PARC and PolNeAR define them,
// nested in the Attribution that carries it. Each role is a list of spans since
// a quotation may be broken by its cue; Source and Cue may be empty.
type Attribution struct {
	Source  []Span
	Cue     []Span
	Content []Span

	Parent    int  // index in Report.Attributions of the enclosing one, or -1
	Layers    int  // voices between the reader and the source: 1 where the report's outlet heard it itself
	Direct    bool // the content is quoted
	Inherited bool // source taken over from the sentence before
	// Voice is set where the content is told on the word of its source, as
	// against what the source wants, plans, welcomes or blames. Chains are made
	// of these.
	Voice bool
	Link  Link // who the source is, resolved
	Why   Why
}

// Link is one step of the chain from the reader to the first speaker. The
// outermost link of every chain is the outlet.
type Link struct {
	Name      string    `json:"name"`           // canonical name or the description in the text
	Kind      string    `json:"kind,omitempty"` // "outlet", "person", "organisation", "state", "group", "document"
	ID        string    `json:"identifier_id,omitempty"`
	Code      string    `json:"code,omitempty"`
	Capacity  string    `json:"capacity,omitempty"` // office or description: "spokesman for the Foreign Ministry"
	Anonymous bool      `json:"anonymous,omitempty"`
	Cue       string    `json:"cue,omitempty"`
	Class     VerbClass `json:"class,omitempty"`
	Direct    bool      `json:"direct,omitempty"`
	Inherited bool      `json:"inherited,omitempty"`
	When      Day       `json:"when,omitempty"` // when it was said
	Span      Span      `json:"span,omitzero"`  // the words that name the source
	CueSpan   Span      `json:"cue_span,omitzero"`
}
