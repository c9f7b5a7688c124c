package merge

import (
	"math"
	"slices"

	"github.com/dateline/dateline"
)

// threshold is the likeness from which two claims tell of one event.
const threshold = 2.7

// never is the likeness of claims that cannot tell of one event.
const never = -8.0

// parts are what two claims are compared in, by the field of a relation that rests
// on it. A part says how much speaks for one event; false is that it cannot be one.
var parts = []struct {
	field   string
	compare func(a, b *feature) (float64, bool)
}{
	{polarityField, likeKind}, {initiatorField, likeActors}, {"date", likeTime}, {participantField, likePersons},
	{"status", likeTruth}, {"place", likePlace}, {"words", likeWords}, {"position", likePosition},
}

// likeness says how much speaks for a and b telling of one event. It is
// symmetric, and depends on nothing but the two.
func likeness(a, b *feature) float64 {
	total := 0.0
	for _, p := range parts {
		v, ok := p.compare(a, b)
		if !ok {
			return never
		}
		total += v
	}
	return total
}

// otherwise is the likeness of a and b in all but one field.
func otherwise(a, b *feature, field string) float64 {
	total := 0.0
	for _, p := range parts {
		if p.field == field || field == participantField && p.field == initiatorField {
			continue
		}
		v, ok := p.compare(a, b)
		if !ok {
			return never
		}
		total += v
	}
	return total
}

// likeKind compares what kind of event is told. Coders code one event under
// different roots, so a trigger of the same kind stands in for the same root.
func likeKind(a, b *feature) (float64, bool) {
	lex := words()
	same := a.root == b.root
	switch {
	case share(a.events, b.events):
		return sharedKind(a, b), true
	case related(a.events, b.events, lex.opposite):
		return 1, true
	case !same && related(a.events, b.events, lex.isNear):
		return -0.5, true
	case !same:
		return 0, false
	case len(a.events) == 0 || len(b.events) == 0:
		if share(a.events, b.mentioned) || share(b.events, a.mentioned) || len(a.events)+len(b.events) == 0 && share(a.mentioned, b.mentioned) {
			return 1, true
		}
		return 0.5, true
	case related(a.events, b.events, lex.isNear):
		return 0.7, true
	}
	return -1.5, true
}

// sharedKind is what a common kind of event is worth: less where the words that
// were said make the event.
func sharedKind(a, b *feature) float64 {
	v := 2.5
	if a.spoken || b.spoken {
		v = 1.2
	}
	if a.root != b.root {
		v -= 0.6
	}
	return v
}

func share[T ~uint8 | ~uint64](a, b []T) bool {
	return slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}

func related(a, b []class, how func(a, b class) bool) bool {
	for _, x := range a {
		for _, y := range b {
			if how(x, y) {
				return true
			}
		}
	}
	return false
}

func (l *lexicon) isNear(a, b class) bool   { return l.near[[2]class{a, b}] }
func (l *lexicon) opposite(a, b class) bool { return l.opposites[a] == b }

// likeActors compares who did it to whom.
func likeActors(a, b *feature) (float64, bool) {
	if len(a.codes) == 0 || len(b.codes) == 0 {
		return -0.5, true
	}
	n := common(a.codes, b.codes)
	small, large := min(len(a.codes), len(b.codes)), max(len(a.codes), len(b.codes))
	switch {
	case n == 0 || 2*n < large:
		return 0, false
	case !a.mutual || !b.mutual:
		return likeRoles(a, b, n == large)
	case n == large && large > 1:
		return 1, true
	case n == large:
		return 0.5, true
	case n == small && large == 2:
		return 0.2, true
	case n == small:
		return -0.8, true
	}
	return -1.3, true
}

// likeRoles compares actors and recipients of events that one side does to the
// other. Two claims may differ over who began it.
func likeRoles(a, b *feature, equal bool) (float64, bool) {
	same := slices.Equal(a.actors, b.actors) && slices.Equal(a.recipients, b.recipients)
	crossed := share(a.actors, b.recipients) && share(b.actors, a.recipients)
	switch {
	case same && len(a.codes) > 1:
		return 1, true
	case same:
		return 0.5, true
	case a.mutual != b.mutual && equal:
		return 0.5, true
	case share(a.actors, b.actors) && apart(a.recipients, b.recipients):
		return -1.8, true
	case share(a.actors, b.actors) && len(a.recipients) > 0 && len(b.recipients) > 0:
		return -1.2, true
	case share(a.actors, b.actors) && (share(a.actors, b.recipients) || share(b.actors, a.recipients)):
		return -1, true // done together, or by one to the other
	case share(a.actors, b.actors):
		return 0.2, true
	case crossed && equal:
		return -1, true
	case apart(a.actors, b.actors) && share(a.recipients, b.recipients):
		return -2, true
	}
	return -0.4, true
}

// apart reports whether both sets are known and share nothing.
func apart(a, b []hash) bool { return len(a) > 0 && len(b) > 0 && !share(a, b) }

// likeWords is the cosine of the words, scaled.
func likeWords(a, b *feature) (float64, bool) {
	if len(a.words) == 0 || len(b.words) == 0 {
		return 0, true
	}
	c := cosine(a.words, b.words)
	switch {
	case a.spoken && b.spoken:
		return 5*c - 0.8, true
	case c == 0:
		return -0.4, true
	}
	return 2.5 * c, true
}

// cosine of two word lists that are sorted by stem.
func cosine(a, b []word) float64 {
	var dot, na, nb float64
	for _, w := range a {
		na += float64(w.weight * w.weight)
	}
	for _, w := range b {
		nb += float64(w.weight * w.weight)
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].stem < b[j].stem:
			i++
		case a[i].stem > b[j].stem:
			j++
		default:
			dot += float64(a[i].weight * b[j].weight)
			i++
			j++
		}
	}
	if na == 0 || nb == 0 {
		return 0
	}
	return dot / math.Sqrt(na*nb)
}

// clauseGap is how many bytes lie between two clauses of which one carries on the
// other at most: ", ", " and ".
const clauseGap = 5

// likePosition compares where in one report the claims stand: a clause that was
// coded twice, one that carries on the other ("attacked a bus, killing three"), or
// a clause that tells of two events.
func likePosition(a, b *feature) (float64, bool) {
	switch {
	case a.report != b.report:
		return 0, true
	case a.trigger.Overlaps(b.trigger):
		return 1, true
	case a.evidence == b.evidence && !a.evidence.Empty():
		return -0.8, true
	case a.root == b.root && slices.Equal(a.actors, b.actors) && related(a.events, b.events, words().isNear) && adjoin(a.evidence, b.evidence):
		return 1.8, true
	}
	return 0, true
}

// adjoin reports whether one span follows the other closely.
func adjoin(a, b dateline.Span) bool {
	gap := max(a.Start-b.End, b.Start-a.End)
	return !a.Empty() && !b.Empty() && gap >= 0 && gap <= clauseGap
}
