package timex

// rangeRules are rows of days that share a month: each day is an expression of
// its own. Ranges of whole dates ("from Monday to Friday") are joined later.
var rangeRules = []rule{
	{"days of month", "$weekday? MONTH DAY -|--|to|and|or|through|thru|until|till|,|& DAY ( ,? and|or|&|,|-|to DAY )? ( ,? YEAR )?", buildDays},
	{"days of month, day first", "the? DAY -|--|/|to|and|or|through|thru|until|till|,|& the? DAY ( ,? and|or|& the? DAY )? of? MONTH ( ,? YEAR )?", buildDays},
	{"days of no month", "the DAYORD -|--|to|and|through|thru|until|till the? DAYORD", buildDaysAlone},
	{"days of this month", "the? DAY -|--|to|and|through|thru|until|till the? DAY of|in? $rel month", buildDaysOfMonth},
	{"dates that share a year", "<date> -|--|to|and|or|through|thru|until|till|& the? <date> | <date> , to|through|until|till <date>", buildSharedYear},
	{"numeric days", "DAYNUM / DAYNUM - DAYNUM / YEAR|YY", buildNumericDays},
	{"numeric days of one month", "DAYNUM ~ / ~ DAYNUM ~ - ~ DAYNUM", buildNumericRow},
	{"years", "the? years? YEAR ~ -|/ ~ YY", buildYears},
	{"months of year", "MONTH -|--|to|and|or|through|thru|until|till|/ MONTH ,? of? YEAR", buildMonths},
	{"seasons of year", "SEASON -|to|and|or SEASON ,? of? YEAR", buildMonths},
	{"quarters of year", "( the )? ORD and|or ORD quarters", buildTwoQuarters},
}

// buildDays gives each of two or three days the month and the year that they
// share.
func buildDays(r *reader, m *match) (found, bool) {
	mm := m.get(monthName).num
	y := m.get(fullYear)
	if y != nil && !r.plausibleYear(y.num) || r.hourFollows(m) {
		return found{}, false
	}
	var out found
	for k := 0; ; k++ {
		d := m.nth(dayNumber|dayOrdinal, k)
		if d == nil {
			break
		}
		f := found{}
		if y != nil {
			f = found{per: period{unit: day, year: y.num, n: mm, day: d.num}, anchor: "absolute"}
		} else {
			f = r.dayOfMonth(m, mm, d.num)
		}
		if !validDay(f.per.year, mm, d.num) {
			return found{}, false
		}
		at := m.indexOf(d)
		out.parts = append(out.parts, part{from: at, to: at + 1, found: f})
	}
	if len(out.parts) < 2 || outOfOrder(out.parts) {
		return found{}, false
	}
	return r.widen(m, out, m.get(monthName)), true
}

// hourFollows reports whether the last number of a match is the hour of a time.
func (r *reader) hourFollows(m *match) bool {
	next, then := r.after(m, 1), r.after(m, 2)
	return next.low == ":" && next.tight && then.tight && then.class&minuteNumber != 0
}

// buildDaysAlone reads "on the 9th and 10th".
func buildDaysAlone(r *reader, m *match) (found, bool) {
	a, b := m.nth(dayOrdinal, 0), m.nth(dayOrdinal, 1)
	if b == nil || a.num >= b.num || !isDigit(rune(r.text[a.start])) || !isDigit(rune(r.text[b.start])) || !r.dayOfNoMonth(m) {
		return found{}, false
	}
	first := r.nearestDay(a.num, r.tense(m))
	if first.unit != day || !validDay(first.year, first.n, b.num) {
		return found{}, false
	}
	last := first
	last.day = b.num
	i := m.indexOf(b)
	return found{parts: []part{
		{m.from, m.indexOf(a) + 1, found{per: first, anchor: "publication"}},
		{i, m.to, found{per: last, anchor: "publication"}},
	}}, true
}

// buildDaysOfMonth reads "between 4 and 22 this month".
func buildDaysOfMonth(r *reader, m *match) (found, bool) {
	p, anchor := r.relative(m, month)
	a, b := m.nth(dayNumber|dayOrdinal, 0), m.nth(dayNumber|dayOrdinal, 1)
	if p.unit != month || b == nil || a.num >= b.num || !validDay(p.year, p.n, b.num) {
		return found{}, false
	}
	on := func(d int) found {
		return found{per: period{unit: day, year: p.year, n: p.n, day: d}, anchor: anchor}
	}
	i, k := m.indexOf(a), m.indexOf(b)
	return found{parts: []part{{i, i + 1, on(a.num)}, {k, m.to, on(b.num)}}}, true
}

// buildSharedYear gives a date without a year that of the date it is joined to:
// "June 26 to June 28, 2020", "from May 1999 to August", "Oct. 25 to Jan. 25".
func buildSharedYear(r *reader, m *match) (found, bool) {
	a, b := m.sub(0), m.sub(1)
	fa, ok := a.rule.build(r, a)
	fb, known := b.rule.build(r, b)
	if !ok || !known || !r.joins(fa) || !r.joins(fb) {
		return found{}, false
	}
	switch {
	case a.yearless() && fb.anchor == "absolute" && !b.yearless():
		fa.per.year = fb.per.year
		if !m.has("and", "or", "&") && fb.per.before(fa.per) {
			fa.per.year--
		}
	case m.has("and", "or", "&") || !b.yearless() || r.goesOn(m):
		return found{}, false
	case a.yearless():
		fa.per, fb.per = r.inRow(m, fa.per, fb.per)
	case fa.anchor == "absolute":
		if fb.per.year = fa.per.year; fb.per.before(fa.per) {
			fb.per.year++
		}
	default:
		return found{}, false
	}
	if !validDate(fa.per) || !validDate(fb.per) {
		return found{}, false
	}
	return found{parts: []part{{a.from, a.to, fa}, {b.from, b.to, fb}}}, true
}

// inRow moves one of two dates without a year by a year where the second lies
// before the first: the first one back, unless the row lies ahead.
func (r *reader) inRow(m *match, a, b period) (period, period) {
	if first, last := a, b; !r.narrative && r.now.unit == day {
		first.year, last.year = r.now.year, r.now.year
		if r.begun(first) && !r.ended(last) {
			return first, last // the row that publication lies in
		}
	}
	switch {
	case !b.before(a):
	case !r.narrative && (r.tense(m) == future || !r.begun(a)):
		b.year = a.year
		if b.before(a) {
			b.year++
		}
	default:
		a.year--
	}
	return a, b
}

// goesOn reports whether a day or a year that belongs to the match follows it.
func (r *reader) goesOn(m *match) bool {
	next, then := r.after(m, 1), r.after(m, 2)
	return next.low == "/" && next.tight || next.class&(integer|dayOrdinal) != 0 || next.low == "the" || (next.low == "," || next.low == "in" || next.low == "of") && then.class&fullYear != 0
}

// joins reports whether a date is a day or a month of a year: those share years.
func (r *reader) joins(f found) bool {
	return (f.per.unit == day || f.per.unit == month) && f.per.year != anyYear && f.clock == ""
}

// yearless reports whether a match names a month, or a day in numbers, without a
// year.
func (m *match) yearless() bool {
	return (m.get(monthName) != nil || m.rule.name == "numeric day") && m.get(fullYear|shortYear) == nil && !m.has("year", "this", "last", "next")
}

func validDate(p period) bool { return p.unit != day || validDay(p.year, p.n, p.day) }

// outOfOrder reports whether the days of a row do not grow: then they are no
// row of days.
func outOfOrder(parts []part) bool {
	for i := 1; i < len(parts); i++ {
		if parts[i].found.per.day <= parts[i-1].found.per.day {
			return true
		}
	}
	return false
}

// widen gives the month (and what stands at that end of the match) to the day
// beside it.
func (r *reader) widen(m *match, f found, name *word) found {
	first, last := &f.parts[0], &f.parts[len(f.parts)-1]
	if m.indexOf(name) < first.from {
		first.from = m.from
	} else if r.words[m.from].low == "the" {
		first.from = m.from
	}
	last.to = m.to
	return f
}

// indexOf is the place of a word of the match in the reader's words.
func (m *match) indexOf(w *word) int {
	for i := m.from; i < m.to; i++ {
		if &m.r.words[i] == w {
			return i
		}
	}
	return m.from
}

// buildNumericDays reads "2/19-20/00".
func buildNumericDays(r *reader, m *match) (found, bool) {
	mm, d, ok := r.inOrder(m.nth(dayNumber, 0).num, m.nth(dayNumber, 1).num)
	d2 := m.nth(dayNumber, 2)
	last := &r.words[m.to-1]
	y := last.num
	if last.class&fullYear == 0 {
		y = r.century(y)
	}
	if !ok || d2 == nil || !validDay(y, mm, d) || !validDay(y, mm, d2.num) || d2.num <= d {
		return found{}, false
	}
	a := found{per: period{unit: day, year: y, n: mm, day: d}, anchor: "absolute"}
	b := found{per: period{unit: day, year: y, n: mm, day: d2.num}, anchor: "absolute"}
	at := m.indexOf(d2)
	return found{parts: []part{{m.from, at - 1, a}, {at, m.to, b}}}, true
}

// buildNumericRow reads "8/8-9", where a day such as "8/8" would be read.
func buildNumericRow(r *reader, m *match) (found, bool) {
	mm, d, ok := r.inOrder(m.nth(dayNumber, 0).num, m.nth(dayNumber, 1).num)
	last := m.nth(dayNumber, 2)
	if next := r.after(m, 1); !ok || last == nil || last.num <= d || !validDay(anyYear, mm, last.num) || next.low == "/" || !r.numericDayInContext(m) {
		return found{}, false
	}
	at := m.indexOf(last)
	return found{parts: []part{{m.from, at - 1, r.dayOfMonth(m, mm, d)}, {at, m.to, r.dayOfMonth(m, mm, last.num)}}}, true
}

// buildYears reads "1963-64" as two years.
func buildYears(r *reader, m *match) (found, bool) {
	y, yy := m.get(fullYear), m.get(shortYear)
	last := y.num/100*100 + yy.num
	if !r.plausibleYear(y.num) || last <= y.num || last > y.num+30 || r.now.unit != noUnit && last > r.now.year+10 {
		return found{}, false
	}
	if yy.class&monthNumber != 0 && last != y.num+1 && r.after(m, 1).low == "-" { // 1998-09-
		return found{}, false
	}
	at := m.indexOf(y)
	from := m.from
	if !m.has("year", "years") { // "the 1986-87 season"
		from = at
	}
	return found{parts: []part{
		{from, at + 1, found{per: yearPeriod(y.num), anchor: "absolute"}},
		{m.to - 1, m.to, found{per: yearPeriod(last), anchor: "absolute"}},
	}}, true
}

// buildMonths gives two months or seasons the year that follows the second.
func buildMonths(r *reader, m *match) (found, bool) {
	y := m.get(fullYear).num
	a, b := m.nth(monthName|seasonName, 0), m.nth(monthName|seasonName, 1)
	if b == nil || !r.plausibleYear(y) {
		return found{}, false
	}
	first := y
	if a.num > b.num && !m.has("and", "or") {
		first = y - 1
	}
	u := month
	if a.class&seasonName != 0 {
		u = season
	}
	at := m.indexOf(a)
	return found{parts: []part{
		{at, at + 1, found{per: period{unit: u, year: first, n: a.num}, anchor: "absolute"}},
		{at + 2, m.to, found{per: period{unit: u, year: y, n: b.num}, anchor: "absolute"}},
	}}, true
}

// buildTwoQuarters reads "the third and fourth quarters".
func buildTwoQuarters(r *reader, m *match) (found, bool) {
	a, b := m.nth(ordinal, 0), m.nth(ordinal, 1)
	if b == nil || a.num > 4 || b.num > 4 || a.num < 1 || b.num < 1 {
		return found{}, false
	}
	one := func(n int) found {
		p, anchor := r.place(func(y int) period { return period{unit: quarter, year: y, n: n} }, r.tense(m), r.words[m.from].sentence)
		return found{per: p, anchor: anchor}
	}
	at := m.indexOf(b)
	return found{parts: []part{{m.from, at - 1, one(a.num)}, {at, m.to, one(b.num)}}}, true
}
