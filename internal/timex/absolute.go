package timex

import (
	"strings"
	"time"
)

// absoluteRules are dates that name themselves: days, months and years in all
// forms that newswires write, decades, centuries, seasons, holidays.
var absoluteRules = []rule{
	{"iso date", "YEAR - MM - DAYNUM | YEAR / MM / DAYNUM | YEAR . MM . DAYNUM", buildISO},
	{"numeric date", "DAYNUM / DAYNUM / YEAR|YY | DAYNUM ~ - ~ DAYNUM ~ - ~ YEAR|YY | DAYNUM ~ . ~ DAYNUM ~ . ~ YEAR|YY", buildNumeric},
	{"numeric day", "DAYNUM ~ / ~ DAYNUM", buildNumericDay},
	{"month day", "$weekday? MONTH the? DAY|SMALL ( ,? YEAR ERA? | ' YY )?", buildMonthDay},
	{"month day of year", "$weekday? MONTH the? DAY ,? of? the? $rel year", buildMonthDay},
	{"month day BC", "MONTH DAYNUM ,? ERAYEAR ERA", buildMonthDay},
	{"day month", "$weekday? the? DAY|DAYORD of? MONTH ( ,? YEAR ERA? | ' YY )?", buildMonthDay},
	{"day month of year", "$weekday? the? DAY of? MONTH ,? of? the? $rel year", buildMonthDay},
	{"day-month-year", "DAY ~ - ~ MONTH ~ - ~ YEAR|YY | DAY / MONTH / YEAR|YY", buildMonthDay},
	{"month year", "( the month of )? MONTH ( ,? | of | of the year | - | / ) YEAR ERA?", buildMonthYear},
	{"month short year", "MONTH ( ' | / ) YY", buildMonthYear},
	{"month BC", "MONTH ,? of? ERAYEAR ERA", buildMonthYear},
	{"month of year", "MONTH ,? of? the? $rel year", buildMonthYear},
	{"month/year", "MM ~ / ~ YEAR", buildNumericMonth},
	{"month", "the month of MONTH | ( this|last|next|past )? MONTH | this past|coming MONTH", buildMonth},
	{"weekday", "( this|last|next|past|coming )? WEEKDAY | this past|coming WEEKDAY", buildWeekday},
	{"weekday of week", "WEEKDAY ,? of? ( the )? $rel week | $rel week 's? WEEKDAY", buildWeekdayOfWeek},
	{"weekday and day", "$weekday the? DAYORD", buildWeekdayDay},
	{"BC year", "ERAYEAR ERA | ERA ERAYEAR", buildEraYear},
	{"year", "the? year|years? YEAR | the year of YEAR | the? year NUM", buildYear},
	{"decade", "the? DECADE ERA? | the YEAR - ~ DECADE", buildDecade},
	{"century", "the? ORD -? century ERA?", buildCentury},
	{"season year", "the? SEASON ( ,? | of | of the year ) YEAR ERA? | the? SEASON of? ERAYEAR ERA", buildSeasonYear},
	{"season of year", "the? SEASON of? the? $rel year", buildSeasonYear},
	{"season", "( the|this|last|next|past|that|coming|previous|following )? SEASON | this past|coming SEASON | the following|previous|next|coming|past|same SEASON", buildSeason},
	{"holiday", "( this|last|next )? HOLIDAY ( ,? of? YEAR | of? $rel year )?", buildHoliday},
}

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

func buildNumericMonth(r *reader, m *match) (found, bool) {
	y := m.get(fullYear).num
	if !r.plausibleYear(y) || r.before(m, 1).low == "/" || r.after(m, 1).low == "/" {
		return found{}, false
	}
	return found{per: monthPeriod(y, m.get(monthNumber).num), anchor: "absolute"}, true
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

// buildWeekday reads a weekday, with the tense of its clause.
func buildWeekday(r *reader, m *match) (found, bool) {
	w := m.get(weekdayName)
	if strings.HasSuffix(w.low, "days") || r.inTitle(m) || w.class&abbreviation != 0 && !r.weekdayInContext(m, w) {
		return found{}, false
	}
	f := found{}
	switch {
	case m.has("last", "past"):
		p, anchor := r.weekday(w.num, past)
		if base, _ := r.base(day); base == p {
			p = p.shift(-7)
		}
		f.per, f.anchor = p, anchor
	case m.has("next", "coming"):
		p, anchor := r.weekday(w.num, future)
		if base, _ := r.base(day); base == p {
			p = p.shift(7)
		}
		f.per, f.anchor = p, anchor
	case m.has("this"):
		f.per, f.anchor = r.weekday(w.num, r.orFuture(m))
	default:
		f.per, f.anchor = r.weekday(w.num, r.weekdayTense(m))
	}
	if first, ok := r.rangeStart(m); ok && f.per.unit == day && f.per.before(first) {
		f.per = f.per.shift(7)
	}
	if f.per.unit == noUnit {
		f.value = "XXXX-WXX-" + string(rune('0'+(w.num+6)%7+1))
	}
	return f, true
}

// rangeStart is the day that "to" or "through" before the match leads on from:
// the second weekday of a range lies after the first.
func (r *reader) rangeStart(m *match) (period, bool) {
	n := len(r.history)
	if n == 0 || len(r.out) == 0 || r.out[len(r.out)-1].to != m.from-1 || !rangeFollows(r.before(m, 1)) {
		return period{}, false
	}
	p := r.history[n-1].per
	return p, p.unit == day
}

// inTitle reports whether a weekday is part of a newspaper's name.
func (r *reader) inTitle(m *match) bool {
	next := r.after(m, 1)
	if !next.upper {
		return false
	}
	switch next.low {
	case "times", "telegraph", "herald", "mail", "mirror", "express", "post", "tribune", "star", "sun", "nation", "standard":
		return true
	}
	return false
}

// weekdayInContext keeps "Sun", "Sat", "Wed" from being days unless they look
// like abbreviations.
func (r *reader) weekdayInContext(m *match, w *word) bool {
	abbreviated := r.text[w.end-1] == '.'
	if !ambiguous[w.low] {
		return abbreviated || w.upper
	}
	return w.upper && (abbreviated || r.before(m, 1).low == "on") && w.low != "sun"
}

// weekdayTense is the tense of the clause, taking "is" and "are" as future: what
// is to be on a day to come.
func (r *reader) weekdayTense(m *match) tense {
	t := r.tense(m)
	if t == present {
		switch r.before(m, 1).low {
		case "is", "are", "begins", "opens", "starts", "leaves", "arrives", "meets":
			return future
		}
		return past
	}
	return t
}

func (r *reader) orFuture(m *match) tense {
	if t := r.tense(m); t == past {
		return past
	}
	return future
}

func buildWeekdayOfWeek(r *reader, m *match) (found, bool) {
	w := m.get(weekdayName)
	p, anchor := r.relative(m, week)
	first, _, ok := p.bounds()
	if !ok {
		return found{}, false
	}
	return found{per: dayPeriod(first.AddDate(0, 0, (w.num+6)%7)), anchor: anchor}, true
}

// buildWeekdayDay reads "Tuesday the 19th": the nearest month in which that day
// falls on that weekday.
func buildWeekdayDay(r *reader, m *match) (found, bool) {
	base, anchor := r.base(month)
	dw, d := m.get(weekdayName).num, m.get(dayOrdinal).num
	for _, k := range []int{0, 1, -1, 2, -2, 3, -3} {
		p := base.in(month).shift(k)
		if p.known() && validDay(p.year, p.n, d) && date(p.year, p.n, d).Weekday() == time.Weekday(dw) {
			return found{per: period{unit: day, year: p.year, n: p.n, day: d}, anchor: anchor}, true
		}
	}
	return found{}, false
}

func buildEraYear(r *reader, m *match) (found, bool) {
	e := m.get(era)
	y := m.get(classNames["ERAYEAR"])
	if y == nil || y.num == 0 || !isEra(r.text[e.start:e.end]) {
		return found{}, false
	}
	if r.words[m.from] == *e && e.num < 0 { // "BC 5" is a place or a product
		return found{}, false
	}
	return found{per: yearPeriod(e.num * y.num), anchor: "absolute"}, true
}

// isEra keeps "ad" and "ce" in small letters from being eras.
func isEra(s string) bool {
	return s[0] >= 'A' && s[0] <= 'Z' && s[len(s)-1] != 'd' && s[len(s)-1] != 'e' || len(s) > 3 && s[1] == '.' || s == "bc"
}

func buildYear(r *reader, m *match) (found, bool) {
	w := m.get(fullYear)
	if w == nil {
		w = m.get(count | integer)
		if w == nil || w.num < 1400 || w.num > 2100 {
			return found{}, false
		}
	}
	if !r.plausibleYear(w.num) || m.n == 1 && !r.bareYear(m, w) || m.has("the") && m.n == 2 {
		return found{}, false
	}
	return found{per: yearPeriod(w.num), anchor: "absolute"}, true
}

// bareYear tells a year from another number of four digits by its neighbours.
func (r *reader) bareYear(m *match, w *word) bool {
	prev, next := r.before(m, 1), r.after(m, 1)
	switch prev.low {
	case "$", "£", "€", "¥", "#", "no", "nos", "number", "page", "room", "flight", "route", "highway", "article", "section", "resolution",
		"law", "act", "order", "boeing", "at", "some", "than", "nearly", "only", "over", "exactly", "approximately", "rs", "usd", "+":
		return w.class&count != 0 && prev.low == "at"
	case ".", "/", ":", "-":
		if prev.tight && w.tight && r.before(m, 2).class&(integer|count) != 0 && r.before(m, 2).class&fullYear == 0 {
			return false
		}
	}
	if prev.class&approx != 0 && approxPhrases[prev.num].mod != "APPROX" {
		return false
	}
	switch next.low {
	case "%", "percent", "per", "km", "kilometers", "kilometres", "miles", "meters", "metres", "feet", "people", "men", "troops", "soldiers",
		"dollars", "tons", "tonnes", "votes", "million", "billion", "pounds", "euros", "hours", "yards", "acres", "hectares", "workers",
		"employees", "shares", "jobs", "homes", "houses", "points", "killed", "dead", "others", "prisoners", "civilians", "students", "degrees",
		"women", "children", "passengers", "protesters", "demonstrators", "residents", "families", "rebels", "guests", "officers", "rounds", "seats", "members", "delegates", "tanks", "aircraft", "ships", "copies", "times", "refugees", "casualties", "wounded", "kg":
		return false
	case "/", ":", ".":
		if next.tight && r.after(m, 2).tight && r.after(m, 2).class&integer != 0 && next.low != "/" {
			return false
		}
	}
	if next.class&(unitName|scale) != 0 && next.low != "season" && next.low != "quarter" && next.low != "half" && next.low != "week" {
		return false
	}
	return w.num >= 1500 || prev.low == "in" || prev.low == "since" || prev.low == "by" || prev.class&approx != 0
}

func buildDecade(r *reader, m *match) (found, bool) {
	w := m.get(decadeWord)
	n := w.num
	if e := m.get(era); e != nil {
		n *= e.num
	}
	if w.class&abbreviation == 0 && n >= 192 && n <= 199 && r.text[w.end-1] == 's' && !isDigit(rune(r.text[w.start])) {
		return found{per: period{unit: decade, year: n}, anchor: "absolute"}, m.has("the") || m.get(phase) != nil || r.before(m, 1).low == "mid"
	}
	switch {
	case n < 0:
		return found{per: period{unit: decade, year: n}, anchor: "absolute"}, true
	case n%10 == 0 && n <= 190 && n < 191 && w.end-w.start >= 5: // the 1800s
		return found{per: period{unit: century, year: n / 10}, anchor: "absolute"}, true
	case n < 100:
		return found{}, false
	}
	return found{per: period{unit: decade, year: n}, anchor: "absolute"}, true
}

func buildCentury(r *reader, m *match) (found, bool) {
	n := m.get(ordinal).num
	if n < 1 || n > 30 {
		return found{}, false
	}
	if e := m.get(era); e != nil && e.num < 0 {
		return found{per: period{unit: century, year: -(n - 1)}, anchor: "absolute"}, n > 1
	}
	return found{per: period{unit: century, year: n - 1}, anchor: "absolute"}, true
}

func buildSeasonYear(r *reader, m *match) (found, bool) {
	n := m.get(seasonName).num
	if y, ok := r.givenYear(m, nil); ok {
		return found{per: period{unit: season, year: y, n: n}, anchor: "absolute"}, true
	}
	if rel := r.relYear(m); rel.unit == year {
		return found{per: period{unit: season, year: rel.year, n: n}, anchor: "text"}, true
	}
	return found{}, false
}

// buildSeason reads a season without a year. "Spring" and "fall" alone are as
// often a place for water and a way to the ground.
func buildSeason(r *reader, m *match) (found, bool) {
	w := m.get(seasonName)
	make := func(y int) period { return period{unit: season, year: y, n: w.num} }
	alone := m.n == 1 || m.n == 2 && m.has("the")
	if alone && !r.seasonInContext(m, w) {
		return found{}, false
	}
	switch {
	case m.has("last", "past", "previous"):
		return found{per: r.strictly(make, -1), anchor: "publication"}, true
	case m.has("next", "coming", "following"):
		return found{per: r.strictly(make, +1), anchor: "publication"}, true
	case m.has("this") && r.now.unit != noUnit && !r.narrative:
		return found{per: make(r.now.year), anchor: "publication"}, true
	}
	p, anchor := r.place(make, r.tense(m), r.words[m.from].sentence)
	return found{per: p, anchor: anchor}, true
}

func (r *reader) seasonInContext(m *match, w *word) bool {
	next := r.after(m, 1)
	if w.low == "fall" || w.low == "spring" {
		switch r.before(m, 1).low {
		case "in", "during", "by", "since", "until", "late", "early", "of", "mid":
			return next.low != "of" && next.low != "from" && (m.has("the") || r.before(m, 1).low != "of")
		}
		return false
	}
	return !next.upper // "Winter Palace" is a building
}

// buildHoliday reads a holiday of a year that is given or meant.
func buildHoliday(r *reader, m *match) (found, bool) {
	h := holidays[m.get(holiday).num]
	if y := m.get(fullYear); y != nil {
		return found{per: h.in(y.num), anchor: "absolute"}, r.plausibleYear(y.num)
	}
	if rel := r.relYear(m); rel.unit == year {
		return found{per: h.in(rel.year), anchor: "text"}, true
	}
	make := func(y int) period {
		if y == anyYear {
			return period{unit: day, year: y, n: max(h.month, 1), day: max(h.day, 1)}
		}
		return h.in(y)
	}
	switch {
	case m.has("last"):
		return found{per: r.strictly(make, -1), anchor: "publication"}, true
	case m.has("next"):
		return found{per: r.strictly(make, +1), anchor: "publication"}, true
	}
	p, anchor := r.place(make, r.tense(m), r.words[m.from].sentence)
	return found{per: p, anchor: anchor}, true
}
