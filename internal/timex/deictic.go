package timex

import (
	"time"

	"github.com/dateline/dateline"
)

// deicticRules are dates that count from the day of publication: today, last
// week, this year; those with "that", "same" and "following" count from the date
// that the text spoke of last.
var deicticRules = []rule{
	{"day word", "today|yesterday|tomorrow|tomorrows", buildDayWord},
	{"day word away", "the? day before yesterday | the? day after tomorrow", buildDayWord},
	{"tonight", "tonight|tonite | last night|evening | this ( very )? PART | that ( same|very )? PART | the same|following|previous|next PART | the PART before", buildPartDeictic},
	{"overnight", "overnight", buildOvernight},
	{"relative unit", "the? ( very )? $rel ( same|past|coming|very|full|calendar )? fiscal? UNIT | the? $rel UNIT ~ - ~ end", buildRelativeUnit},
	{"definite unit", "the UNIT | the full|whole|entire UNIT", buildDefiniteUnit},
	{"unit to come", "the UNIT to come | the UNIT ahead | the UNIT just past|ended", buildDefiniteUnit},
	{"year to date", "the? year to date | year ~ - ~ to ~ - ~ date", buildYearToDate},
	{"unit end", "end|beginning|start|close of year|month|week|season | the? ( year|month|quarter|week|day|decade|century 's? -? end|close ) | the? ( UNIT|HOLIDAY 's beginning|start|end )", buildUnitEnd},
}

func buildDayWord(r *reader, m *match) (found, bool) {
	n := 0
	switch {
	case m.has("yesterday"):
		n = -1
	case m.has("tomorrow", "tomorrows"):
		n = 1
	}
	if m.has("day") {
		n *= 2
	}
	if r.now.unit == noUnit || r.narrative && n == 0 {
		return presentRef(), n == 0
	}
	return found{per: r.now.shift(n), anchor: "publication"}, true
}

func presentRef() found {
	return found{typ: dateline.DateTimex, value: "PRESENT_REF", anchor: "publication"}
}

// buildPartDeictic reads tonight, last night, this morning, that afternoon.
func buildPartDeictic(r *reader, m *match) (found, bool) {
	part := "NI"
	if w := m.get(dayPart); w != nil {
		part = dayParts[w.num]
	} else if w := &r.words[m.to-1]; w.class&dayPart != 0 {
		part = dayParts[w.num]
	}
	base, anchor := r.base(day)
	switch {
	case m.has("last"):
		base = base.shift(-1)
	case m.has("that", "same"):
		base, anchor = r.lastDay(), "text"
	case m.has("previous", "before"):
		base, anchor = r.lastDay().shift(-1), "text"
	case m.has("following", "next"):
		base, anchor = r.lastDay().shift(1), "text"
	}
	if base.unit != day {
		return found{typ: dateline.TimeTimex, value: "XXXX-XX-XXT" + part, anchor: anchor}, true
	}
	return found{per: base, clock: "T" + part, anchor: anchor}, true
}

// buildOvernight reads "overnight" as an adverb: the night before publication, or
// the one that is to come.
func buildOvernight(r *reader, m *match) (found, bool) {
	if r.now.unit != day || !r.adverbial(m) {
		return found{}, false
	}
	night := r.now.shift(-1)
	if r.tense(m) == future {
		night = r.now
	}
	return found{per: night, clock: "TNI", anchor: "publication"}, true
}

// lastDay is the day that the text spoke of last, else the day of publication
// of news.
func (r *reader) lastDay() period {
	if p, ok := r.lastMention(day); ok {
		return p
	}
	if r.narrative {
		return period{}
	}
	return r.now
}

func buildRelativeUnit(r *reader, m *match) (found, bool) {
	u := m.unit()
	if m.plural() {
		return r.relativeUnits(m, u)
	}
	if u < day || u == fortnight || r.isSpan(m, u) {
		return r.shortSpan(m, u)
	}
	p, anchor := r.relative(m, u)
	if p.unit == noUnit {
		return vagueUnit(m, u), true
	}
	return found{per: p, anchor: anchor}, true
}

// vagueUnit is a unit of which nothing is known but its grain.
func vagueUnit(m *match, u unit) found {
	f := found{typ: dateline.DateTimex, value: "XXXX", anchor: "text"}
	switch u {
	case day:
		f.value = "XXXX-XX-XX"
	case week, weekend:
		f.value = "XXXX-WXX"
	case month:
		f.value = "XXXX-XX"
	case quarter:
		f.value = "XXXX-QX"
	}
	return f
}

// shortSpan reads "the past hour", "the next fortnight".
func (r *reader) shortSpan(m *match, u unit) (found, bool) {
	if m.has("last", "past", "next", "coming", "previous", "preceding", "following") {
		return found{typ: dateline.DurationTimex, value: durationValue(10, u), anchor: "publication"}, true
	}
	return found{}, false
}

// isSpan reports whether "the past decade", "over the next year" mean a length
// of time counted from now, not a year of the calendar.
func (r *reader) isSpan(m *match, u unit) bool {
	if !m.has("the") || !m.has("past", "next", "last", "coming") || u < year {
		return false
	}
	if u > year {
		return true
	}
	switch r.before(m, 1).low {
	case "over", "for", "within", "during", "throughout":
		return !m.has("past", "last")
	}
	return r.before(m, 1).class&approx != 0 && !m.has("past", "last")
}

// relativeUnits reads "recent" spans without a number: "the past weeks", "the
// coming months".
func (r *reader) relativeUnits(m *match, u unit) (found, bool) {
	if m.has("this", "same", "that") {
		return found{}, false
	}
	return found{typ: dateline.DurationTimex, value: vagueDuration(u), anchor: "publication"}, true
}

// relative is the period of unit u that last, this, next, that, … mean.
func (r *reader) relative(m *match, u unit) (period, string) {
	switch {
	case m.has("that", "same"):
		return r.inText(u, 0)
	case m.has("previous", "preceding"):
		return r.inText(u, -1)
	case m.has("following", "ensuing"):
		return r.inText(u, 1)
	}
	base, anchor := r.base(u)
	if base.unit == noUnit {
		return base, anchor
	}
	if u == quarter && m.has("fiscal") {
		base = base.in(quarter)
	}
	switch {
	case m.has("last", "past") && u == week && anchor == "publication" && r.onSunday():
		return base, anchor
	case m.has("last", "past"):
		return base.shift(-1), anchor
	case m.has("next") && u == day:
		return r.inText(u, 1)
	case m.has("next", "coming", "upcoming"):
		return base.shift(1), anchor
	}
	return base, anchor
}

// onSunday reports whether the text is published on a Sunday, when "last week" is
// the week that ends that day.
func (r *reader) onSunday() bool {
	first, _, ok := r.now.bounds()
	return ok && r.now.unit == day && first.Weekday() == time.Sunday
}

// inText is the unit u of the date that the text spoke of last, moved by n.
func (r *reader) inText(u unit, n int) (period, string) {
	if p, ok := r.lastMention(u); ok {
		return p.in(u).shift(n), "text"
	}
	if r.narrative || r.now.unit == noUnit {
		return period{}, "text"
	}
	return r.now.in(u).shift(n), "publication"
}

// buildDefiniteUnit reads "the week", "the year", "the quarter": the one that
// the text speaks of.
func buildDefiniteUnit(r *reader, m *match) (found, bool) {
	u := m.unit()
	if m.plural() {
		return duration(vagueDuration(u)), u >= day && u != quarter && u != half && u != season
	}
	if u < day || u == half || u == millennium || u == fortnight {
		return found{}, false
	}
	p, anchor := r.definite(u)
	if p.unit == noUnit {
		return vagueUnit(m, u), u != season
	}
	return found{per: p, anchor: anchor}, u != season
}

func (r *reader) definite(u unit) (period, string) {
	if u == quarter && !r.narrative {
		if p, ok := r.lastQuarter(); ok {
			return p, "text"
		}
		return r.now.in(u).shift(-1), "publication"
	}
	if u == day || r.narrative {
		return r.inText(u, 0)
	}
	p, anchor := r.base(u)
	if u == weekend && r.now.unit != noUnit {
		if first, _, _ := r.now.bounds(); first.Weekday() >= 1 && first.Weekday() <= 4 {
			p = p.shift(-1) // "over the weekend", said on a Monday
		}
	}
	return p, anchor
}

func buildYearToDate(r *reader, m *match) (found, bool) {
	p, anchor := r.base(year)
	return found{per: p, anchor: anchor}, p.unit != noUnit
}

// buildUnitEnd reads "year-end", "the month's end".
func buildUnitEnd(r *reader, m *match) (found, bool) {
	u := m.unit()
	if u < day {
		return found{}, false
	}
	p, anchor := r.definite(u)
	f := found{per: p, mod: "END", anchor: anchor}
	if m.has("beginning", "start") {
		f.mod = "START"
	}
	return f, p.unit != noUnit
}
