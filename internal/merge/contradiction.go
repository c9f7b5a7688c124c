package merge

import (
	"slices"
	"strings"
	"unicode"

	"github.com/dateline/dateline"
)

// Likeness in all but the field at issue from which two claims surely tell of one
// event, so that a difference in the field is a contradiction and not a sign of
// two events. The values were chosen on pairs of reports that contradict each
// other and on newswire of 1987, where hardly any do.
var sureness = map[string]float64{
	"date": 4.5, "place": 4, "status": 4.5, "number": 4, participantField: 3.4, initiatorField: 3.4, polarityField: 3.9,
}

// sure reports whether a contradiction in a field stands: everything else says
// that it is one event, and the words are not the same, for what is read out of
// the same words in two ways is a fault of the reading.
func sure(a, b *node, field string) bool {
	if otherwise(&a.f, &b.f, field) < sureness[field] {
		return false
	}
	// What denies a clause stands outside of it.
	return field == "status" || !strings.EqualFold(clip(a.clause(), titleBytes), clip(b.clause(), titleBytes))
}

// sameDay reports whether both texts state one and the same day or days.
func sameDay(a, b *feature) bool {
	return exactly(a) && exactly(b) && a.first == b.first && a.last == b.last
}

// exactly reports whether the text states when it was, to the week at least.
func exactly(f *feature) bool { return f.dated && !f.vague && f.last-f.first < 7 }

// disputable reports whether two dates that share no day contradict each other.
// Today and last night may be one night where a clock and a day's end differ, a
// calendar day is one.
func disputable(a, b *node, gap int32) bool {
	calendar := func(n *node) bool { return strings.ContainsFunc(n.claim.Date.Text, unicode.IsDigit) }
	happened := a.f.status == dateline.Happened && b.f.status == dateline.Happened
	return happened && exactly(&a.f) && exactly(&b.f) && (gap > 1 || calendar(a) && calendar(b))
}

// sameActor reports whether two claims name one actor, not only one country.
func sameActor(a, b *node) bool {
	for i := range a.claim.Actors {
		p := &a.claim.Actors[i]
		if slices.ContainsFunc(b.claim.Actors, func(q dateline.Participant) bool {
			return p.Code == q.Code && (p.ID != "" && p.ID == q.ID || p.Name != "" && p.Name == q.Name || p.ID+p.Name == q.ID+q.Name)
		}) {
			return true
		}
	}
	return false
}
