package dateline

// Layer names what a Shelf keeps in blocks.
type Layer string

// Layers of a Shelf.
const (
	ClaimLayer Layer = "claims"
	EventLayer Layer = "events"
)

// Row says that an item, a claim or an event by its ID, stands in a block, and
// with which other item of that block it is linked, if any. What links mean is
// the business of merging.
type Row struct {
	Key   uint64 // of the block
	Item  string
	Link  string // "" for none
	Score float64
}

// Shelved is a merged claim with what merging reads of its report and text.
type Shelved struct {
	Claim     Claim
	Published Day      // of the report
	Headline  string   // of the report
	Excerpt   []string // the words of Claim.Evidence, then those of a Trigger outside of it
	Event     EventID
}

// Shelf is a store as merging sees it within one Store.Update. After a failure
// its methods return nothing, and Update returns the error.
type Shelf interface {
	// Stale lists documents whose claims or judgements are not merged as they
	// stand, n at most, in the order of adding.
	Stale(n int) []DocumentID
	// Judgements are in order of time, revoked ones included.
	Judgements() []Judgement

	// Coded are the claims of a document as they stand, with its reports.
	Coded(id DocumentID) ([]Claim, []Report)
	// Merged are the IDs of the claims of a document that were merged, some of
	// which may be claims no more.
	Merged(id DocumentID) []ClaimID
	// Claims are those of ids that were merged, in any order.
	Claims(ids []ClaimID) []Shelved
	Report(id ReportID) *Report // nil for none
	Text(id DocumentID) string
	// Events are those of ids that are there, in any order.
	Events(ids []EventID) []Event
	// EventsOf are the events that merged claims were put into.
	EventsOf(ids []ClaimID) []EventID

	// Block lists the rows of a block.
	Block(l Layer, key uint64) []Row
	// Rows lists the rows of an item, and those of other items that link to it.
	Rows(l Layer, item string) []Row

	// Keep stores what merging came to.
	Keep(c *Change)
}

// Change is what merging changes in a store.
type Change struct {
	Documents []DocumentID // that are stale no more

	LostClaims           []ClaimID // merged no more, or merged anew: their rows go
	Claims               []Shelved // merged now; Event is not read
	LostEvents           []EventID // there no more
	MovedEvents          []EventID // whose rows go
	Events               []Event   // new or changed
	LostStories          []StoryID
	Stories              []Story // new or changed
	ClaimRows, EventRows []Row   // new or changed
}
