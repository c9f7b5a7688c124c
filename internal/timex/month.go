package timex

import "strings"

// dayOfMonth is a day without its year, which a weekday beside it may tell.
func (r *reader) dayOfMonth(m *match, mm, d int) found {
	make := func(y int) period { return period{unit: day, year: y, n: mm, day: d} }
	p, anchor := r.place(make, r.tense(m), r.words[m.from].sentence)
	if anchor == "publication" {
		p = r.onSide(m, p, make)
	}
	wd := m.get(weekdayName)
	if wd == nil || anchor != "publication" || fallsOn(wd, p.year, mm, d) || r.isClose(p) {
		return found{per: p, anchor: anchor}
	}
	for _, y := range []int{p.year + 1, p.year - 1} {
		if fallsOn(wd, y, mm, d) {
			p = make(y)
		}
	}
	return found{per: p, anchor: anchor}
}

// isClose reports whether a day lies within weeks of publication: there a weekday
// that does not fit is more likely wrong than the year.
func (r *reader) isClose(p period) bool {
	first, _, ok := p.bounds()
	now, _, known := r.now.bounds()
	return ok && known && first.Sub(now).Abs().Hours() < 45*24
}

// buildDayAlone reads "on the 18th": of the month that the tense of the clause
// gives, as a weekday is.
func buildDayAlone(r *reader, m *match) (found, bool) {
	w := m.get(dayOrdinal)
	if !isDigit(rune(r.text[w.start])) || !r.dayOfNoMonth(m) {
		return found{}, false
	}
	return found{per: r.nearestDay(w.num, r.tense(m)), anchor: "publication"}, true
}

// dayOfNoMonth reports whether "the 18th" stands where a day does: behind a
// preposition, with no noun after it.
func (r *reader) dayOfNoMonth(m *match) bool {
	if r.now.unit != day || r.narrative {
		return false
	}
	if r.after(m, 2).class&ordinal != 0 { // "on the 5th and 6th floors"
		return false
	}
	switch r.after(m, 1).low {
	case "that", "which", "who", "but", "while", "after", "before", "when", "as", "or":
	default:
		if !r.adverbial(m) {
			return false
		}
	}
	switch prev := r.before(m, 1); prev.low {
	case "on", "by", "since", "from", "until", "till", "before", "after", "around", "for", "to", "between":
		return true
	case "of":
		noun := r.before(m, 2)
		return noun.low == "week" || noun.class&dayPart != 0
	}
	return false
}

// nearestDay is day d of the month, this one or one beside it, that lies closest
// to publication on the side of tense t.
func (r *reader) nearestDay(d int, t tense) period {
	best, away := period{}, 1<<30
	for k := -1; k <= 1; k++ {
		p := r.now.in(month).shift(k)
		if !validDay(p.year, p.n, d) {
			continue
		}
		n := int(date(p.year, p.n, d).Sub(date(r.now.year, r.now.n, r.now.day)).Hours() / 24)
		if n < 0 && t == future || n > 0 && t != future {
			n *= 3
		}
		if n = max(n, -n); n < away {
			best, away = period{unit: day, year: p.year, n: p.n, day: d}, n
		}
	}
	return best
}

// buildMonthDay reads a day and a month with or without a year, in any order.
func buildMonthDay(r *reader, m *match) (found, bool) {
	mm := m.get(monthName).num
	dw := m.get(dayNumber | dayOrdinal)
	if dw == nil {
		dw = m.get(smallSpelled)
	}
	if dw != nil && dw.upper && dw.class&dayOrdinal != 0 && m.get(fullYear) == nil {
		return found{}, false // "by May the Second Army had left"
	}
	if dw == nil || !validDay(anyYear, mm, dw.num) || r.clockFollows(m, dw) || dw == &r.words[m.from] && r.before(m, 1).low == "$" {
		return found{}, false
	}
	if y, given := r.givenYear(m, dw); given {
		if y > 0 && !validDay(y, mm, dw.num) {
			return found{}, false
		}
		return found{per: period{unit: day, year: y, n: mm, day: dw.num}, anchor: "absolute"}, true
	}
	if rel := r.relYear(m); rel.unit == year {
		return found{per: period{unit: day, year: rel.year, n: mm, day: dw.num}, anchor: "text"}, true
	}
	return r.dayOfMonth(m, mm, dw.num), true
}

// clockFollows reports whether the number just matched as a day is the hour of
// a time: "June 12:30" has no day.
func (r *reader) clockFollows(m *match, dw *word) bool {
	if &r.words[m.to-1] != dw {
		return false
	}
	next := r.after(m, 1)
	return next.low == ":" && next.tight && r.after(m, 2).tight || next.low == "%" || next.class&meridiem != 0 && dw.class&dayOrdinal == 0
}

// givenYear is the year that a match names, apart from the word for its day.
func (r *reader) givenYear(m *match, day *word) (int, bool) {
	if w := m.get(era); w != nil {
		for k := 0; ; k++ {
			y := m.nth(classNames["ERAYEAR"], k)
			if y == nil {
				break
			}
			if y != day && y.num > 0 {
				return y.num * w.num, true
			}
		}
	}
	if y := m.get(fullYear); y != nil && y != day {
		return y.num, r.plausibleYear(y.num) || m.get(era) != nil || day != nil
	}
	if y := m.get(shortYear); y != nil && y != day && y == &r.words[m.to-1] {
		return r.century(y.num), true
	}
	return 0, false
}

// relYear is the year of "of that year", "last year"; no unit where the match
// has none.
func (r *reader) relYear(m *match) period {
	if !m.has("year") {
		return period{}
	}
	p, _ := r.relative(m, year)
	return p
}

func buildMonthYear(r *reader, m *match) (found, bool) {
	mm := m.get(monthName).num
	if y := m.get(shortYear); y != nil && y.num <= 31 && !m.has("'", "/") {
		return found{}, false // "May 12" is a day
	}
	if y, ok := r.givenYear(m, nil); ok {
		return found{per: monthPeriod(y, mm), anchor: "absolute"}, true
	}
	if rel := r.relYear(m); rel.unit == year {
		return found{per: monthPeriod(rel.year, mm), anchor: "text"}, true
	}
	return found{}, false
}

// buildYearMonth reads "2017 April". "May" and "March" behind a year begin
// something else too often.
func buildYearMonth(r *reader, m *match) (found, bool) {
	y, w := m.get(fullYear), m.get(monthName)
	return found{per: monthPeriod(y.num, w.num), anchor: "absolute"}, r.plausibleYear(y.num) && (m.n == 2 && !ambiguous[w.low] || r.adverbial(m))
}

// buildMonth reads a month alone, or last, this and next March.
func buildMonth(r *reader, m *match) (found, bool) {
	w := m.get(monthName)
	if ambiguous[w.low] && m.n == 1 && !r.monthInContext(m, w) {
		return found{}, false
	}
	make := func(y int) period { return monthPeriod(y, w.num) }
	t := r.tense(m)
	switch {
	case m.has("last", "past"):
		return found{per: r.strictly(make, -1), anchor: "publication"}, true
	case m.has("next", "coming"):
		return found{per: r.strictly(make, +1), anchor: "publication"}, true
	case m.has("this") && r.now.unit != noUnit:
		return found{per: make(r.now.year), anchor: "publication"}, true
	}
	p, anchor := r.place(make, t, r.words[m.from].sentence)
	if anchor == "publication" {
		p = r.onSide(m, p, make)
	}
	return found{per: p, anchor: anchor}, true
}

// strictly is the nearest of the dates make gives that lies wholly before (dir
// -1) or after (dir +1) the day the text leans on.
func (r *reader) strictly(make func(y int) period, dir int) period {
	base, _ := r.base(day)
	if base.unit == noUnit {
		return make(anyYear)
	}
	at, _, ok := base.bounds()
	if !ok {
		return make(base.year)
	}
	for _, y := range []int{at.Year() + dir, at.Year(), at.Year() - dir} {
		p := make(y)
		first, last, ok := p.bounds()
		if !ok || dir < 0 && !last.Before(at) || dir > 0 && !first.After(at) {
			continue
		}
		q := make(y - dir) // nearer still?
		qf, ql, ok := q.bounds()
		if ok && (dir < 0 && ql.Before(at) || dir > 0 && qf.After(at)) {
			continue
		}
		return p
	}
	return make(at.Year())
}

// monthInContext reports whether a word such as "May" or "March" is a month
// here: a preposition or the like stands before it.
func (r *reader) monthInContext(m *match, w *word) bool {
	if !w.upper || w.low == "sun" || w.low == "mon" {
		return false
	}
	if w.low == "mar" && r.text[w.end-1] != '.' && r.after(m, 2).class&monthName == 0 && r.before(m, 2).class&monthName == 0 {
		return false // "Mar del Plata"
	}
	switch prev := r.before(m, 1); prev.low {
	case "the": // "the May elections"
		next := r.after(m, 1)
		return next.low != "" && !next.upper && strings.HasPrefix(r.tag(next), "NN") && strings.HasPrefix(r.tag(w), "NNP")
	case "in", "since", "until", "till", "by", "of", "from", "through", "before", "after", "during", "late", "early", "mid", "every",
		"each", "and", "or", "to", "between", "-", "(", "for", "last", "this", "next", "around", "about", "/":
		next := r.after(m, 1)
		return next.low != "be" && next.class&integer == 0 && (!next.upper || next.low == "and")
	}
	return false
}
