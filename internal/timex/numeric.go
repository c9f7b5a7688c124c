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
	if r.before(m, 1).low == "/" || r.after(m, 1).low == "/" && r.after(m, 1).tight {
		return found{}, false
	}
	mm, d, ok := r.inOrder(m.nth(dayNumber, 0).num, m.nth(dayNumber, 1).num)
	last := &r.words[m.to-1]
	y := last.num
	if last.class&fullYear == 0 {
		y = r.century(y)
	}
	if !ok {
		return found{}, false
	}
	return absoluteDay(y, mm, d)
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
	if w := r.after(m, 1); w.low == "/" || w.low == "%" || r.before(m, 1).low == "/" {
		return found{}, false
	}
	switch prev := r.before(m, 1); prev.low {
	case "on", "since", "from", "until", "till", "by", "through", "between", "dated", "before", "after", "(", "of":
	default:
		if prev.class&weekdayName == 0 && !(prev.low == "," && r.before(m, 2).class&weekdayName != 0) {
			return found{}, false
		}
	}
	mm, d, ok := r.inOrder(m.nth(dayNumber, 0).num, m.nth(dayNumber, 1).num)
	if !ok || !validDay(anyYear, mm, d) {
		return found{}, false
	}
	return r.dayOfMonth(m, mm, d), true
}

func buildNumericMonth(r *reader, m *match) (found, bool) {
	y := m.get(fullYear).num
	if !r.plausibleYear(y) || r.before(m, 1).low == "/" || r.after(m, 1).low == "/" {
		return found{}, false
	}
	return found{per: monthPeriod(y, m.get(monthNumber).num), anchor: "absolute"}, true
}
