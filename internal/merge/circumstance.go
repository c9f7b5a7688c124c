package merge

import "github.com/dateline/dateline"

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
