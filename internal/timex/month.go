package timex

func (r *reader) dayOfMonth(m *match, mm, d int) found {
	p, anchor := r.place(func(y int) period { return period{unit: day, year: y, n: mm, day: d} }, r.tense(m), r.words[m.from].sentence)
	return found{per: p, anchor: anchor}
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
	if dw == nil || !validDay(anyYear, mm, dw.num) || r.clockFollows(m, dw) {
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
		return y.num, r.plausibleYear(y.num) || m.get(era) != nil
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
	if y, ok := r.givenYear(m, nil); ok {
		return found{per: monthPeriod(y, mm), anchor: "absolute"}, true
	}
	if rel := r.relYear(m); rel.unit == year {
		return found{per: monthPeriod(rel.year, mm), anchor: "text"}, true
	}
	return found{}, false
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
	if !w.upper {
		return false
	}
	if w.low == "sun" || w.low == "mon" {
		return false
	}
	switch prev := r.before(m, 1); prev.low {
	case "in", "since", "until", "till", "by", "of", "from", "through", "before", "after", "during", "late", "early", "mid", "every",
		"each", "and", "or", "to", "between", "-", "(", "for", "last", "this", "next", "around", "about", "/":
		next := r.after(m, 1)
		return next.low != "be" && next.class&integer == 0 && (!next.upper || next.low == "and")
	}
	return false
}
