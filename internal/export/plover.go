package export

import (
	"slices"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/plover"
)

// Contexts by which the PLOVER codebook marks what is not a present event.
const (
	future       = "future"
	hypothetical = "hypothetical"
	historical   = "historical"
)

// inPLOVER turns a record into one for programs that know PLOVER alone, which
// has no status: planned cooperation is AGREE, other plans have the context
// "future", hypothetical and background events theirs. ok is false for what a
// report denies, since without its status the row would assert it.
func inPLOVER(rec Record, c *dateline.Claim) (_ Record, ok bool) {
	if c.Status == dateline.DeniedStatus {
		return rec, false
	}
	root := plover.Exported(c.Event, c.Status)
	if root != c.Event {
		rec.Event, rec.Mode = list(root), list()
		rec.Quad, rec.Scale = plover.Quad(root), plover.Scale(root, "")
		rec.CAMEO = optional(plover.CAMEO(root, "", c.Contexts))
	}
	switch {
	case c.Status == dateline.Planned && root == c.Event && root != plover.Agree:
		rec.Context = append(rec.Context, future)
	case c.Status == dateline.Hypothetical:
		rec.Context = append(rec.Context, hypothetical)
	}
	if c.Background {
		rec.Context = append(rec.Context, historical)
	}
	slices.Sort(rec.Context)
	return rec, true
}
