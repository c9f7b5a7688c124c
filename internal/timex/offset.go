package timex

import "github.com/dateline/dateline"

// offsetRules are dates some way from another one.
var offsetRules = []rule{
	{"ago", "( APPROX )? ( NUM | a | an | one ) -? UNIT ( or so | or more )? ago|back|hence|previously|earlier|before|later|after|afterward|afterwards|prior", buildOffset},
	{"compound ago", "( APPROX )? NUM|a|one UNIT ,|and|-? NUM UNIT ( ,|and|-? NUM UNIT )? ago|earlier|later|before|after|hence | ( APPROX )? NUM|a|one UNIT ,|and? NUM UNIT from now|today", buildCompoundOffset},
	{"months ago", "( APPROX )? UNITS ( or so )? ago|earlier|later|before|after", buildVagueOffset},
	{"from now", "( APPROX )? ( NUM | a | an | one ) UNIT from right? now|today|tomorrow", buildFromNow},
	{"in days", "in ( APPROX )? NUM|a|an|one more? UNIT ( 's? time | from now|today )?", buildInTime},
	{"from date", "( APPROX )? ( NUM | a | an | one | the ) UNIT before|after|from|following|prior ( to )? <date>", buildFromDate},
	{"weekdays away", "NUM WEEKDAY ago|back | NUM WEEKDAY from now", buildWeekdaysAway},
	{"after next", "the? UNIT|WEEKDAY|MONTH after the? next | the? UNIT|WEEKDAY|MONTH before last", buildAfterNext},
}

// amount is the number of a match, in tenths; vague for "several", "a few".
func amount(m *match) (tenths int, vague bool) {
	w := m.get(classNames["NUM"])
	if w == nil {
		return 10, false
	}
	if w.class&vagueCount != 0 {
		return 0, true
	}
	n := w.num
	if w.class&(count|decimal) != 0 && w.frac > 0 {
		return 10*n + int(w.frac), false
	}
	return 10 * n, false
}

func approxMod(m *match) string {
	if w := m.get(approx); w != nil {
		return approxPhrases[w.num].mod
	}
	return ""
}

// buildOffset reads "two days later", "a week ago", "about five years earlier".
func buildOffset(r *reader, m *match) (found, bool) {
	if m.has("one") && m.has("back") {
		return found{}, false
	}
	if m.has("after", "before") && !r.phraseEnds(m) {
		return found{}, false
	}
	n, vague := amount(m)
	u := m.unit()
	dir := 1
	if m.has("ago", "back", "previously", "earlier", "before", "prior") {
		dir = -1
	}
	base, anchor := r.offsetBase(m, u, dir)
	if vague || base.unit == noUnit || u < day {
		return r.vagueOffset(m, u, dir, anchor), true
	}
	f := found{per: r.away(base, dir*n, u), anchor: anchor, mod: approxMod(m), vague: true, compared: base.unit == quarter}
	if f.mod == "LESS_THAN" || f.mod == "MORE_THAN" {
		f.mod = beforeAfter(f.mod, dir)
	}
	return f, true
}

// beforeAfter is what "more than a year ago" says of the date a year ago.
func beforeAfter(mod string, dir int) string {
	if (mod == "MORE_THAN") == (dir < 0) {
		return "BEFORE"
	}
	return "AFTER"
}

// phraseEnds reports whether the match is not followed by what "after" or
// "before" would govern.
func (r *reader) phraseEnds(m *match) bool {
	next := r.after(m, 1)
	return next.low == "" || next.low == "," || next.low == "." || next.low == ";" || next.low == ")" || next.tense == past
}

// offsetBase is the day that "ago" and "later" count from: "ago" from
// publication, "earlier" and "later" from what the text spoke of last.
func (r *reader) offsetBase(m *match, u unit, dir int) (period, string) {
	if m.has("ago", "hence", "back") && !r.narrative {
		if q, ok := r.lastQuarter(); ok && u == year {
			return q, "text"
		}
		return r.now, "publication"
	}
	if m.has("earlier", "later", "before", "after", "previously", "prior", "afterward", "afterwards") || r.narrative {
		if q, ok := r.lastQuarter(); ok && u == year && !r.narrative {
			return q, "text"
		}
		if p, ok := r.lastMention(maxUnit(u)); ok {
			return p, "text"
		}
		if r.narrative {
			return period{}, "text"
		}
	}
	return r.now, "publication"
}

// maxUnit is the coarsest date from which so many of a unit can be counted:
// days from a day, months from a month, years from a year.
func maxUnit(u unit) unit {
	switch u {
	case week, fortnight, weekend:
		return week
	case decade, century:
		return year
	}
	return u
}

// away is the date n tenths of a unit from p, as exact as the unit: years give
// a year, weeks and days a day.
func (r *reader) away(p period, n int, u unit) period {
	if u == fortnight {
		n, u = 2*n, week
	}
	whole, rest := n/10, n%10
	if rest != 0 {
		switch u {
		case year:
			whole, u = n*12/10, month
		case month:
			whole, u = n*30/10, day
		case week:
			whole, u = n*7/10, day
		case decade, century:
			whole, u = n, year
			if p.unit == century {
				whole = n * 10
			}
		}
	}
	switch u {
	case day, week:
		if p.unit > week {
			return p
		}
		return p.in(day).shiftBy(whole, u)
	case weekend:
		return p.in(week).shift(whole)
	case quarter, half, season:
		return p.in(u).shift(whole)
	case month:
		return p.in(month).shift(whole)
	}
	if p.unit == quarter || p.unit == half {
		return p.shiftBy(whole, u)
	}
	return p.in(year).shiftBy(whole, u)
}

// vagueOffset reads "several years ago", "a few days later".
func (r *reader) vagueOffset(m *match, u unit, dir int, anchor string) found {
	f := found{typ: dateline.DateTimex, value: "FUTURE_REF", anchor: anchor}
	if dir < 0 {
		f.value = "PAST_REF"
	}
	return f
}

// buildCompoundOffset reads "two years and six months ago": a date as exact as
// the smallest unit.
func buildCompoundOffset(r *reader, m *match) (found, bool) {
	if years, days := m.compound(); years == "" || days != "" || m.has("after", "before") && !r.phraseEnds(m) {
		return found{}, false
	}
	dir := 1
	if m.has("ago", "earlier", "before") {
		dir = -1
	}
	p, anchor := r.now, "publication"
	if m.has("earlier", "later", "before", "after") || r.narrative {
		if q, ok := r.lastMention(day); ok {
			p, anchor = q, "text"
		}
	}
	if p.unit != day {
		return found{}, false
	}
	n, u := 10, day
	for _, s := range m.steps[:m.n] {
		w := &r.words[s.from]
		switch {
		case m.class(s)&classNames["NUM"] != 0 && w.class&classNames["NUM"] != 0:
			n = 10*w.num + int(w.frac)
		case w.class&unitName != 0:
			u = unit(w.num)
			p, n = p.shiftBy(dir*n/10, u), 10
		}
	}
	return found{per: p.in(max(min(u, year), day)), anchor: anchor, mod: approxMod(m), vague: true}, true
}

func buildVagueOffset(r *reader, m *match) (found, bool) {
	if m.has("after", "before") && !r.phraseEnds(m) {
		return found{}, false
	}
	dir := 1
	if m.has("ago", "earlier", "before") {
		dir = -1
	}
	return r.vagueOffset(m, m.unit(), dir, "text"), true
}

func buildFromNow(r *reader, m *match) (found, bool) {
	n, vague := amount(m)
	u := m.unit()
	if vague || r.now.unit == noUnit || u < day {
		return found{typ: dateline.DateTimex, value: "FUTURE_REF", anchor: "publication"}, true
	}
	base := r.now
	if m.has("tomorrow") {
		base = base.shift(1)
	}
	return found{per: r.away(base, n, u), anchor: "publication", mod: approxMod(m), vague: true}, true
}

// buildInTime reads "in two weeks" as a date to come where the clause speaks of the
// future; else it is a duration.
func buildInTime(r *reader, m *match) (found, bool) {
	n, vague := amount(m)
	u := m.unit()
	f := found{skip: 1}
	if !m.has("time", "now", "today") && (r.tense(m) != future || r.narrative) || vague || r.now.unit == noUnit || u < day {
		return found{}, false // the rules for durations read it from the next word on
	}
	if next := r.after(m, 1).low; next == "of" || next == "ago" || next == "-" {
		return found{}, false
	}
	f.per, f.anchor, f.mod, f.vague = r.away(r.now, n, u), "publication", approxMod(m), true
	return f, true
}

// buildFromDate reads "two days after Christmas".
func buildFromDate(r *reader, m *match) (found, bool) {
	f, ok := m.date(0)
	if !ok || f.per.unit == noUnit || m.has("from") && (m.has("the") || rangeFollows(r.after(m, 1))) {
		return found{}, false
	}
	n, vague := amount(m)
	u := m.unit()
	dir := 1
	if m.has("before", "prior") {
		dir = -1
	}
	if vague || u < day || f.per.unit > maxUnit(u) {
		return r.vagueOffset(m, u, dir, "text"), u >= day
	}
	if u >= month && f.per.unit == day {
		f.per = f.per.shiftBy(dir*n/10, u)
	} else {
		f.per = r.away(f.per, dir*n, u)
	}
	f.clock = ""
	return f, true
}

// rangeFollows reports whether a date begins a range: "64 days, from May 1 to
// July 3".
func rangeFollows(w *word) bool {
	return w.low == "to" || w.low == "until" || w.low == "till" || w.low == "through" || w.low == "-"
}

// buildWeekdaysAway reads "two Thursdays ago".
func buildWeekdaysAway(r *reader, m *match) (found, bool) {
	n, vague := amount(m)
	if vague || r.now.unit == noUnit || n > 1000 {
		return found{}, false
	}
	wd := m.get(weekdayName).num
	if m.has("from") {
		p, anchor := r.weekday(wd, future)
		if p == r.now {
			p = p.shift(7)
		}
		return found{per: p.shift(7 * (n/10 - 1)), anchor: anchor}, true
	}
	p, anchor := r.weekday(wd, past)
	if p == r.now {
		p = p.shift(-7)
	}
	return found{per: p.shift(-7 * (n/10 - 1)), anchor: anchor}, true
}

// buildAfterNext reads "the week after next", "the year before last".
func buildAfterNext(r *reader, m *match) (found, bool) {
	dir := 2
	if m.has("last") {
		dir = -2
	}
	if r.now.unit == noUnit {
		return found{}, false
	}
	if w := m.get(weekdayName); w != nil {
		t := future
		if dir < 0 {
			t = past
		}
		p, anchor := r.weekday(w.num, t)
		return found{per: p.shift(dir / 2 * 7), anchor: anchor}, true
	}
	if w := m.get(monthName); w != nil {
		p := r.strictly(func(y int) period { return monthPeriod(y, w.num) }, dir/2)
		return found{per: p.shift(12 * dir / 2), anchor: "publication"}, true
	}
	u := m.unit()
	if u < day || u == fortnight {
		return found{}, false
	}
	return found{per: r.now.in(u).shift(dir), anchor: "publication"}, true
}
