package timex

func buildISO(r *reader, m *match) (found, bool) {
	y, mm, d := m.get(fullYear).num, m.get(monthNumber).num, m.nth(dayNumber, lastOf(m, dayNumber)).num
	return absoluteDay(y, mm, d)
}

// lastOf is the index of the last word that matched class c.
func lastOf(m *match, c class) int {
	n := 0
	for m.nth(c, n+1) != nil {
		n++
	}
	return n
}

func absoluteDay(y, mm, d int) (found, bool) {
	if !validDay(y, mm, d) {
		return found{}, false
	}
	return found{per: period{unit: day, year: y, n: mm, day: d}, anchor: "absolute"}, true
}

// inOrder sorts two numbers of a numeric date into month and day: by the order
// of the outlet's country, unless only the other one gives a date.
func (r *reader) inOrder(a, b int) (mm, d int, ok bool) {
	mm, d = a, b
	if r.dayFirst {
		mm, d = b, a
	}
	if mm > 12 {
		mm, d = d, mm
	}
	return mm, d, mm >= 1 && mm <= 12 && d >= 1 && d <= 31
}

func buildNumeric(r *reader, m *match) (found, bool) {
	if prev := r.before(m, 1); prev.low == "/" || prev.low == "-" && r.words[m.from].tight && r.isCode(m) || r.after(m, 1).low == "/" && r.after(m, 1).tight {
		return found{}, false
	}
	last := &r.words[m.to-1]
	y := last.num
	if last.class&fullYear == 0 {
		y = r.century(y)
	}
	mm, d, ok := r.inOrder(m.nth(dayNumber, 0).num, m.nth(dayNumber, 1).num)
	if !ok {
		return found{}, false
	}
	if m.has(".") && m.nth(dayNumber, 1).num <= 12 { // with points, the day stands first everywhere
		mm, d = m.nth(dayNumber, 1).num, m.nth(dayNumber, 0).num
	}
	if wd := m.get(weekdayName); wd != nil && !fallsOn(wd, y, mm, d) && fallsOn(wd, y, d, mm) {
		mm, d = d, mm
	}
	return absoluteDay(y, mm, d)
}

// isCode reports whether the number before the dash before a match is part of no
// date: "133-03-03-2020".
func (r *reader) isCode(m *match) bool {
	w := r.before(m, 2)
	return w.class&integer != 0 && w.class&(dayNumber|shortYear|fullYear) == 0
}

// fallsOn reports whether a day falls on the weekday wd.
func fallsOn(wd *word, y, m, d int) bool {
	return validDay(y, m, d) && int(date(y, m, d).Weekday()) == wd.num
}

// century widens a year of two digits to the year that is nearest to the text's
// own time, at most 20 years ahead of it.
func (r *reader) century(yy int) int {
	now := 2000
	if r.now.unit != noUnit {
		now = r.now.year
	}
	y := now/100*100 + yy
	switch {
	case y > now+20:
		y -= 100
	case y <= now-80:
		y += 100
	}
	return y
}

// buildNumericDay reads "2/19", which is a date only where the words before it
// or its neighbours say so.
func buildNumericDay(r *reader, m *match) (found, bool) {
	if w := r.after(m, 1); w.low == "/" || w.low == "%" || w.low == "." && w.tight && r.after(m, 2).tight || r.before(m, 1).low == "/" {
		return found{}, false
	}
	if m.get(weekdayName) == nil && !r.numericDayInContext(m) {
		return found{}, false
	}
	mm, d, ok := r.inOrder(m.nth(dayNumber, 0).num, m.nth(dayNumber, 1).num)
	if !ok || !validDay(anyYear, mm, d) {
		return found{}, false
	}
	return r.dayOfMonth(m, mm, d), true
}

// numericDayInContext tells a day such as "2/19" from a fraction by the words
// before it, or because it continues a row of such days.
func (r *reader) numericDayInContext(m *match) bool {
	prev := r.before(m, 1)
	switch prev.low {
	case "on", "since", "from", "until", "till", "by", "through", "between", "dated", "before", "after", "(", "of":
		return true
	case ",", "or", "and", "to", "-":
		n := len(r.out)
		return r.before(m, 2).class&weekdayName != 0 && prev.low == "," || n > 0 && r.out[n-1].rule == "numeric day" && r.out[n-1].to == m.from-1
	}
	dash := r.after(m, 1)
	if dash.low == ":" && r.words[m.from].first && m.from+3 < len(r.words) { // "26/7: talks are off", in a row of days
		return true
	}
	return prev.class&weekdayName != 0 || dash.low == "-" && dash.tight && r.after(m, 2).class&monthNumber != 0 && r.after(m, 3).low == "/"
}

// buildNumericMonth reads "10/2014" and "2014-10". "2009-10" is a row of two
// years, and numbers in a longer row are no dates.
func buildNumericMonth(r *reader, m *match) (found, bool) {
	y, mm := m.get(fullYear), m.get(monthNumber)
	prev, next := r.before(m, 1), r.after(m, 1)
	if y == nil {
		yy := &r.words[m.to-1]
		ok := yy.num > 31 && (prev.low == "in" || prev.low == "since" || prev.low == "until" || prev.low == "of") && !(isJoint(next) && next.tight && r.after(m, 2).tight)
		return found{per: monthPeriod(r.century(yy.num), mm.num), anchor: "absolute"}, ok
	}
	if !r.plausibleYear(y.num) || isJoint(prev) && r.words[m.from].tight || isJoint(next) && next.tight && r.after(m, 2).tight {
		return found{}, false
	}
	if &r.words[m.from] == y && mm.end-mm.start == 2 && mm.num > y.num%100 {
		return found{}, false
	}
	return found{per: monthPeriod(y.num, mm.num), anchor: "absolute"}, true
}

func isJoint(w *word) bool { return w.low == "/" || w.low == "-" || w.low == "." }
