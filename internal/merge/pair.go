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

// Days that two dates may lie apart and still be those of one event.
const (
	dateSlack = 5  // of two reports that state a day
	planSlack = 12 // of a plan and what came of it
)

// likeTime compares when it happened.
func likeTime(a, b *feature) (float64, bool) {
	if a.ordinal != b.ordinal && a.ordinal > 0 && b.ordinal > 0 && a.report != b.report {
		return -1.5, true
	}
	if a.first == unknownDay || b.first == unknownDay {
		return -0.4, a.background == b.background
	}
	gap := max(a.first-b.last, b.first-a.last)
	exact := a.dated && b.dated && !a.vague && !b.vague
	plan := a.status == dateline.Planned || b.status == dateline.Planned
	switch {
	case gap > planSlack, gap > dateSlack && !plan:
		return 0, false
	case gap > 0 && plan:
		return -0.2 - 0.1*float64(gap), true
	case gap > 0 && exact:
		return likeDays(a, b, gap)
	case gap > 0:
		return -0.4 - 0.5*float64(gap), true
	case exact && a.first == b.first && a.last == b.last:
		return 1, true
	case exact:
		return 0.8, true
	case a.vague != b.vague && (a.last-a.first > 62 || b.last-b.first > 62):
		return -0.5, true
	}
	return 0.4, true
}

// likeDays compares two stated days that lie apart. A report that was published
// before the other day tells of an event before that one, unless the day is wrong.
func likeDays(a, b *feature, gap int32) (float64, bool) {
	early := func(f, g *feature) bool { return f.published != unknownDay && f.published < g.first }
	perDay := 0.5
	if a.single && b.single {
		perDay = 0.25
	}
	v := -0.4 - perDay*float64(gap)
	if min(len(a.words), len(b.words)) > 1 && cosine(a.words, b.words) == 0 {
		v -= 0.5 // another day, and other words
	}
	if early(a, b) || early(b, a) {
		return v - 1, a.single && b.single
	}
	return v, true
}

// likePersons compares who took part in person, and of what rank.
func likePersons(a, b *feature) (float64, bool) {
	v := 0.0
	switch same, other := matchPersons(a.persons, b.persons); {
	case same > 0:
		v = 0.6
	case other > 0:
		v = -0.9
	}
	if len(a.roles) > 0 && len(b.roles) > 0 {
		if share(a.roles, b.roles) {
			v += 0.3
		} else {
			v -= 0.5
		}
	}
	return v, true
}

// likeTruth compares whether it happened: a denial may be of something else.
func likeTruth(a, b *feature) (float64, bool) {
	switch {
	case a.denied() == b.denied():
		return 0, true
	case a.dated && b.dated:
		return -0.6, true
	}
	return -1.8, true
}

func (f *feature) denied() bool { return f.status == dateline.DeniedStatus }

// matchPersons counts the persons of a who are in b, and those of a side for
// whom b has somebody else.
func matchPersons(a, b []person) (same, other int) {
	for _, p := range a {
		found, rival := false, false
		for _, q := range b {
			found = found || p.id == q.id || p.name == q.name
			rival = rival || p.code == q.code
		}
		switch {
		case found:
			same++
		case rival:
			other++
		}
	}
	return same, other
}

// likePlace compares where it happened.
func likePlace(a, b *feature) (float64, bool) {
	switch {
	case a.place == 0 || b.place == 0:
		return 0, true
	case a.place == b.place:
		return 0.4, true
	case a.country != b.country:
		return -1.5, true
	case a.site && b.site:
		return -0.9, true
	}
	return 0.1, true
}

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
