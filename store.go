package dateline

import (
	"context"
	"errors"
	"fmt"
)

// Kinds of error; wrap them with the file or ID at fault. The command line maps
// them to exit codes, the web to HTTP status codes.
var (
	ErrNotFound = errors.New("not found")
	ErrInput    = errors.New("bad input") // empty, binary, cut off, unreadable
	ErrUsage    = errors.New("wrong usage")
)

// InputError says which input could not be used and why.
type InputError struct {
	Path  string
	Cause string
}

func (e *InputError) Error() string { return fmt.Sprintf("%s: %s", e.Path, e.Cause) }

// Is makes errors.Is(err, ErrInput) true.
func (e *InputError) Is(target error) bool { return target == ErrInput }

// Filter selects events. Zero fields select everything.
type Filter struct {
	Actor  string // code, ID or part of a name
	Type   string // PLOVER root
	Since  Day
	Until  Day
	Status Status
	Query  string // full-text query over the evidence sentences
	Limit  int    // 0 for no limit
	Offset int
}

// Size counts what a store holds.
type Size struct {
	Documents, Reports, Claims, Events int
}

// Store keeps documents, what was coded from them, and judgements. All methods
// are safe for concurrent use. A write that returned nil survives a kill.
type Store interface {
	// AddDocument stores a document with its reports and their claims in one
	// transaction. Storing a known ID again changes nothing and returns false.
	AddDocument(ctx context.Context, doc *Document, reports []Report) (added bool, err error)
	// Recode replaces the reports and claims of a stored document.
	Recode(ctx context.Context, id DocumentID, reports []Report) error
	HasDocument(ctx context.Context, id DocumentID) (bool, error)
	Document(ctx context.Context, id DocumentID) (*Document, error)
	Documents(ctx context.Context) ([]DocumentID, error)

	Report(ctx context.Context, id ReportID) (*Report, error)
	Reports(ctx context.Context) ([]Report, error) // without sentences and mentions
	Claims(ctx context.Context) ([]Claim, error)   // all, sorted by ID
	// ClaimsLike are the claims whose IDs begin with prefix, two at most.
	ClaimsLike(ctx context.Context, prefix string) ([]Claim, error)

	// Update runs merge, which brings events and stories up to date with claims
	// and judgements, as one transaction: what merge reads and what it keeps is of
	// one moment. Where the record was merged in another version all of it is
	// stale.
	Update(ctx context.Context, version string, merge func(Shelf)) error
	// Stale reports whether Update has something to merge.
	Stale(ctx context.Context, version string) (bool, error)
	Events(ctx context.Context, f Filter) ([]Event, error) // by first day, the undated last, then ID
	Event(ctx context.Context, id EventID) (*Event, error)
	// EventsLike are the events whose IDs begin with prefix, two at most.
	EventsLike(ctx context.Context, prefix string) ([]Event, error)
	Stories(ctx context.Context) ([]Story, error)
	Size(ctx context.Context) (Size, error)

	// AddJudgement also makes the documents stale that the judgement, or the one
	// that it revokes, speaks of.
	AddJudgement(ctx context.Context, j Judgement) error
	Judgements(ctx context.Context) ([]Judgement, error) // in order of time, revoked ones included

	Close() error
}
