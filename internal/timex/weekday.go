package timex

import (
	"strings"
	"time"
)

// buildWeekday reads a weekday, with the tense of its clause.
func buildWeekday(r *reader, m *match) (found, bool) {
	w := m.get(weekdayName)
	if strings.HasSuffix(w.low, "days") || r.inTitle(m) || w.class&abbreviation != 0 && !r.weekdayInContext(m, w) {
		return found{}, false
	}
	f := found{}
	named, inWeek := r.weekNamed(m)
	switch {
	case inWeek && m.n == 1:
		f.per, f.anchor = r.weekdayIn(w.num, named), "text"
	case m.has("previous", "preceding"):
		f.per, f.anchor = r.besideLast(w.num, -1)
	case m.has("following"):
		f.per, f.anchor = r.besideLast(w.num, +1)
	case m.has("last", "past"):
		p, anchor := r.weekday(w.num, past)
		if base, _ := r.base(day); base == p {
			p = p.shift(-7)
		}
		f.per, f.anchor = p, anchor
	case m.has("next") && !r.narrative:
		f.per, f.anchor = r.weekdayIn(w.num, r.now.in(week).shift(1)), "publication"
	case m.has("next", "coming", "upcoming"):
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

// weekNamed is the week that the words just before a weekday name, with other
// days of it between: "next week, on Tuesday and Thursday".
func (r *reader) weekNamed(m *match) (period, bool) {
	at := m.from
	for i := len(r.out) - 1; i >= 0 && at-r.out[i].to <= 2 && r.words[r.out[i].from].sentence == r.words[m.from].sentence; i-- {
		if !joinsDays(r.words[r.out[i].to:at]) {
			break
		}
		switch rule := r.out[i].rule; {
		case rule == "relative unit" && r.out[i].per.unit == week:
			return r.out[i].per, true
		case rule == "weekday of week":
			return r.out[i].per.in(week), true
		case rule != "weekday":
			return period{}, false
		}
		at = r.out[i].from
	}
	return period{}, false
}

// joinsDays reports whether words lead from a week to its days, or from one day
// to the next.
func joinsDays(words []word) bool {
	for i := range words {
		switch words[i].low {
		case "on", "from", "between", "and", "or", "to", "through", "until", "till", ",", "-":
		default:
			return false
		}
	}
	return true
}

// besideLast is the first weekday wd after (dir 1) or before (dir -1) the day that
// the text spoke of last.
func (r *reader) besideLast(wd, dir int) (period, string) {
	base := r.lastDay()
	first, _, ok := base.bounds()
	if !ok || base.unit != day {
		return period{}, "text"
	}
	n := (dir*(wd-int(first.Weekday())) + 13) % 7 // days beyond the next one
	return base.shift(dir * (n + 1)), "text"
}

// weekdayIn is the day of week p that is the weekday wd.
func (r *reader) weekdayIn(wd int, p period) period {
	first, _, ok := p.bounds()
	if !ok {
		return period{}
	}
	return dayPeriod(first.AddDate(0, 0, (wd+6)%7))
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

// buildWeekdayOfWeek reads "Tuesday of last week", "next week on Friday", "Sunday
// evening next week".
func buildWeekdayOfWeek(r *reader, m *match) (found, bool) {
	p, anchor := r.relative(m, week)
	f := found{per: r.weekdayIn(m.get(weekdayName).num, p), anchor: anchor}
	if w := m.get(dayPart); w != nil {
		f.clock = "T" + dayParts[w.num]
	}
	return f, f.per.unit == day
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
