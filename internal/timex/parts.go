package timex

import (
	"strings"

	"github.com/dateline/dateline"
)

// partRules take a part of a date: its morning, its end, its third week.
var partRules = []rule{
	{"date, part of day", "<date> ( ,? | in the | , in the ) PHASE? PART | <date> ,? PHASE in the PART | <date> in the PHASE hours of the? PART | <date> -? ( at )? PART | PHASE <date> PART", buildDayPart},
	{"part of day, date", "( the )? ( PHASE -? )? PART ( hours )? ( of|on )? <date> | PHASE in the PART of|on <date> | ( the )? early|late|small hours of|on <date> PART? | the? PHASE PART hours? of? the? <date>", buildDayPart},
	{"early part of day", "PHASE tonight | PHASE|later|earlier ( in )? this|that|last|the ( same|next|following|previous )? PART | PHASE|later|earlier ( in the )? PART ( hours )?", buildPhasePart},
	{"part of day alone", "the? ( PHASE -? )? PART ( hours )? | at night | PART ~ - ~ time", buildPartAlone},
	{"phase", "( the | its )? PHASE -? ( in | on | part of )? ( the )? <date>", buildPhase},
	{"later in", "later|earlier ( in | on )? <date>", buildLater},
	{"part of", "( the | its )? ( very )? end|beginning|start|middle|close|outset|turn|height|eve|rest|remainder|remaining of <date> | ( the )? ( early|latter|later|last|first|final|middle|greater|better ) part|half|days|weeks|months|years|stages of <date> | all of <date> | ( the )? middle|end of next|this|last <date>", buildPartOf},
	{"end date", "end -? <date>", buildEndDate},
	{"ordinal part", "( the )? ORD|last|final|opening|closing week|day|days|month|weekend|quarter|half|WEEKDAY|decade|year ( of | in ) <date> | ( the )? ORD|last WEEKDAY PART of|in <date> | ( the )? ORD week|month|weekend <date>", buildOrdinalPart},
	{"ordinal from the end", "( the )? ORD last|to week|day|month|WEEKDAY of <date>", buildOrdinalFromEnd},
	{"week of", "( the )? week|weekend ( of | beginning|starting|commencing|ending|ended on? ) ( the )? <date>", buildWeekOf},
	{"date's part", "<date> 's ORD quarter|half | <date> 's end|beginning|start|close", buildDatesPart},
	{"about date", "APPROX <date>", buildAboutDate},
	{"date and later", "<date> and beyond", buildAndLater},
	{"date with zone", "<date> ( in | , )? $zone", buildDateZone},
	{"weekday of date", "WEEKDAY ,? ( of | in ) <date>", buildWeekdayOfDate},
	{"day of date", "( the )? DAY|DAYORD ( day )? of <date> | ( APPROX )? the DAYORD <date>", buildDayOfDate},
}

// buildDayPart reads "Friday morning", "the night of May 9".
func buildDayPart(r *reader, m *match) (found, bool) {
	f, ok := m.date(0)
	if !ok || f.per.unit != day || f.clock != "" {
		return found{}, false
	}
	switch w := m.get(dayPart); {
	case w != nil:
		f.clock, f.mod = "T"+dayParts[w.num], phaseOf(m)
	case m.has("late"):
		f.clock = "TNI"
	default:
		f.clock = "TMO"
	}
	return f, true
}

func phaseOf(m *match) string {
	if w := m.get(phase); w != nil {
		return phases[w.num]
	}
	return ""
}

// buildPhasePart reads "later this afternoon", "early the next morning".
func buildPhasePart(r *reader, m *match) (found, bool) {
	f, ok := buildPartDeictic(r, m)
	f.mod = phaseOf(m)
	return f, ok && (m.n > 2 || m.has("early", "late"))
}

// buildPartAlone reads "night" of no certain day.
func buildPartAlone(r *reader, m *match) (found, bool) {
	w := m.get(dayPart)
	part := "NI"
	if w != nil {
		part = dayParts[w.num]
	}
	if strings.IndexByte(part, ':') > 0 {
		return r.pointOfDay(m, part)
	}
	f := found{typ: dateline.TimeTimex, value: "XXXX-XX-XXT" + part, anchor: "text"}
	if r.words[m.from].low == "at" {
		f.skip = 1
	}
	return f, r.after(m, 1).low != "of" && (r.narrative || m.n > 1 || r.partInContext(m))
}

// partInContext keeps greetings and nouns ("evening gown") from being times.
func (r *reader) partInContext(m *match) bool {
	if r.words[m.from].upper {
		return false
	}
	switch r.before(m, 1).low {
	case "at", "by", "until", "all", "since", "before", "after", "one", "every", "in", "from":
		return r.adverbial(m)
	}
	return false
}

// pointOfDay reads noon and midnight of the day the text speaks of.
func (r *reader) pointOfDay(m *match, clock string) (found, bool) {
	p := r.lastDay()
	if p.unit != day {
		return found{typ: dateline.TimeTimex, value: "XXXX-XX-XXT" + clock, anchor: "text"}, true
	}
	return found{per: p, clock: "T" + clock, anchor: "text"}, true
}

// buildPhase reads "late last week", "mid-March", "early in 1998".
func buildPhase(r *reader, m *match) (found, bool) {
	f, ok := m.date(0)
	if !ok || f.clock != "" || f.per.unit == noUnit && f.value == "" {
		return found{}, false
	}
	f.mod = phaseOf(m)
	return f, true
}

// buildLater reads "later this week", "earlier in the year": the same value, the
// order being told by the tense.
func buildLater(r *reader, m *match) (found, bool) {
	f, ok := m.date(0)
	if !ok || f.per.unit == noUnit && f.value == "" {
		return found{}, false
	}
	return f, !(m.has("on") && f.per.unit > day)
}

// partMods are the modifiers of the words of buildPartOf.
var partMods = map[string]string{
	"end": "END", "close": "END", "latter": "END", "later": "END", "last": "END", "final": "END",
	"beginning": "START", "start": "START", "onset": "START", "outset": "START", "dawn": "START", "turn": "START", "early": "START", "first": "START",
	"middle": "MID", "height": "MID",
}

func buildPartOf(r *reader, m *match) (found, bool) {
	f, ok := m.date(0)
	if !ok || f.per.unit == noUnit && f.value == "" {
		return found{}, false
	}
	if m.has("eve") {
		return found{per: f.per.shift(-1), anchor: f.anchor}, f.per.unit == day
	}
	if m.has("half") && m.has("latter", "later", "last", "first") && f.per.unit == year {
		n := 2
		if m.has("first") {
			n = 1
		}
		f.per = period{unit: half, year: f.per.year, n: n}
		return f, true
	}
	if m.has("days", "weeks", "months", "years", "stages") {
		if !m.has("early", "last", "final", "first", "latter", "later", "middle") {
			return found{}, false
		}
	}
	for _, s := range m.steps[:m.n] {
		if mod, ok := partMods[r.words[s.from].low]; ok && s.sub < 0 {
			f.mod = mod
			break
		}
	}
	return f, f.per.unit > day || f.per.unit == noUnit || f.mod != ""
}

// buildEndDate reads "by end 2013", "until end-March".
func buildEndDate(r *reader, m *match) (found, bool) {
	f, ok := m.date(0)
	if !ok || f.per.unit != month && f.per.unit != year || f.mod != "" {
		return found{}, false
	}
	f.mod = "END"
	switch r.before(m, 1).low {
	case "by", "until", "till", "at", "since", "before", "from", "of", "as":
		return f, true
	}
	return f, m.has("-")
}

// buildOrdinalPart reads "the first week of March", "the last Monday of May",
// "the third quarter of 1990".
func buildOrdinalPart(r *reader, m *match) (found, bool) {
	f, ok := m.date(0)
	if !ok || f.per.unit == noUnit || f.clock != "" {
		return found{}, false
	}
	if !m.has("of", "in") && f.anchor == "absolute" { // "the second week Jan. 5"
		return found{}, false
	}
	n := -1
	if o := m.get(ordinal); o != nil {
		n = o.num
	} else if m.has("opening") {
		n = 1
	}
	f, ok = r.nthIn(m, f, n)
	if w := m.get(dayPart); w != nil {
		f.clock = "T" + dayParts[w.num]
	}
	return f, ok
}

// nthIn is the nth unit or weekday within the date f, counted from the end for
// a negative n.
func (r *reader) nthIn(m *match, f found, n int) (found, bool) {
	f.vague = false
	if wd := m.get(weekdayName); wd != nil {
		first, last, ok := f.per.bounds()
		if !ok || f.per.unit <= week || f.per.unit > year {
			return found{}, false
		}
		if n > 0 {
			f.per = dayPeriod(first.AddDate(0, 0, (wd.num-int(first.Weekday())+7)%7+7*(n-1)))
		} else {
			f.per = dayPeriod(last.AddDate(0, 0, -(int(last.Weekday())-wd.num+7)%7+7*(n+1)))
		}
		return f, true
	}
	u := m.unit()
	if u >= f.per.unit || u < day {
		return found{}, false
	}
	p, ok := nthUnit(f.per, u, n)
	f.per, f.mod = p, ""
	return f, ok
}

// nthUnit is the nth day, week, month, quarter, half or year within p.
func nthUnit(p period, u unit, n int) (period, bool) {
	first, last, ok := p.bounds()
	if !ok {
		if p.unit == year && (u == quarter || u == half || u == month) && n > 0 {
			return period{unit: u, year: p.year, n: n}, n <= 12
		}
		return p, false
	}
	if n < 0 {
		q := periodOf(last, u)
		if u == week { // the last of which most days lie within
			q = periodOf(last.AddDate(0, 0, -3), u)
		} else if _, end, _ := q.bounds(); u == weekend && end.After(last) {
			q = q.shift(-1)
		}
		q = q.shift(n + 1)
		qf, _, ok := q.bounds()
		return q, ok && !qf.Before(first)
	}
	q := periodOf(first, u)
	if u == week { // the first of which most days lie within
		q = periodOf(first.AddDate(0, 0, 3), u)
	}
	q = q.shift(n - 1)
	qf, _, ok := q.bounds()
	return q, ok && !qf.After(last)
}

func buildOrdinalFromEnd(r *reader, m *match) (found, bool) {
	f, ok := m.date(0)
	if !ok || f.per.unit == noUnit || m.has("to") {
		return found{}, false
	}
	return r.nthIn(m, f, -m.get(ordinal).num)
}

// buildWeekOf reads "the week of October 6".
func buildWeekOf(r *reader, m *match) (found, bool) {
	f, ok := m.date(0)
	if !ok || f.per.unit != day {
		return found{}, false
	}
	u := m.unit()
	f.per = f.per.in(u)
	return f, f.per.unit == u
}

func buildDatesPart(r *reader, m *match) (found, bool) {
	f, ok := m.date(0)
	if !ok || f.per.unit != year && !m.has("end", "beginning", "start", "close") || f.per.unit <= day {
		return found{}, false
	}
	o := m.get(ordinal)
	switch {
	case o == nil && m.has("beginning", "start"):
		f.mod = "START"
	case o == nil:
		f.mod = "END"
	case m.has("half") && o.num <= 2:
		f.per = period{unit: half, year: f.per.year, n: o.num}
	case m.has("quarter") && o.num <= 4:
		f.per = period{unit: quarter, year: f.per.year, n: o.num}
	default:
		return found{}, false
	}
	return f, true
}

// buildAboutDate reads "around Nov. 1", "circa 1910".
func buildAboutDate(r *reader, m *match) (found, bool) {
	f, ok := m.date(0)
	mod := approxPhrases[m.get(approx).num].mod
	if m.has("about") && f.anchor != "absolute" { // "what is known about last week"
		return found{}, false
	}
	if !ok || mod != "APPROX" || m.has("some") || f.value != "" && f.per.unit == noUnit {
		return found{}, false
	}
	if f.mod == "" {
		f.mod, f.vague = mod, true
	}
	return f, true
}

func buildAndLater(r *reader, m *match) (found, bool) {
	f, ok := m.date(0)
	f.mod = "ON_OR_AFTER"
	return f, ok && f.per.unit != noUnit && (f.per.unit >= day)
}

func buildDateZone(r *reader, m *match) (found, bool) {
	f, ok := m.date(0)
	return f, ok && f.clock != ""
}

// buildWeekdayOfDate reads "Wednesday of next week".
func buildWeekdayOfDate(r *reader, m *match) (found, bool) {
	f, ok := m.date(0)
	if !ok || f.per.unit != week {
		return found{}, false
	}
	first, _, ok := f.per.bounds()
	if !ok {
		return found{}, false
	}
	f.per = dayPeriod(first.AddDate(0, 0, (m.get(weekdayName).num+6)%7))
	return f, true
}

// buildDayOfDate reads "the 20th of next month".
func buildDayOfDate(r *reader, m *match) (found, bool) {
	f, ok := m.date(0)
	d := m.get(dayNumber | dayOrdinal)
	if !ok || d == nil || f.per.unit != month || !validDay(f.per.year, f.per.n, d.num) {
		return found{}, false
	}
	f.per = period{unit: day, year: f.per.year, n: f.per.n, day: d.num}
	return f, true
}
