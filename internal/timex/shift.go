package timex

import "time"

// in is the period of the coarser (or same) unit that holds p's first day; for
// a finer unit it is p itself.
func (p period) in(u unit) period {
	if p.unit == u || u < p.unit && !(p.unit == weekend && u == week) {
		return p
	}
	if !p.known() {
		return p.inUnknown(u)
	}
	t, _, ok := p.bounds()
	if !ok {
		return p
	}
	return periodOf(t, u)
}

// periodOf is the period of unit u that holds t.
func periodOf(t time.Time, u unit) period {
	y, m := t.Year(), int(t.Month())
	switch u {
	case weekend, week:
		wy, w := t.ISOWeek()
		return period{unit: u, year: wy, n: w}
	case month:
		return monthPeriod(y, m)
	case season:
		return seasonOf(y, m)
	case quarter:
		return period{unit: quarter, year: y, n: (m + 2) / 3}
	case half:
		return period{unit: half, year: y, n: (m + 5) / 6}
	case year:
		return yearPeriod(y)
	case decade:
		return period{unit: decade, year: y / 10}
	case century:
		return period{unit: century, year: y / 100}
	case millennium:
		return period{unit: millennium, year: y / 1000}
	}
	return dayPeriod(t)
}

// seasonOf is the season of a month; January and February belong to the winter
// of the year before.
func seasonOf(y, m int) period {
	if m < 3 {
		y, m = y-1, 12
	}
	return period{unit: season, year: y, n: m/3 - 1}
}

// shift moves p by n periods of its own unit.
func (p period) shift(n int) period {
	switch p.unit {
	case year, decade, century, millennium:
		return period{unit: p.unit, year: addYears(p.year, n)}
	case month:
		return p.cycle(n, 12, 1)
	case quarter:
		return p.cycle(n, 4, 1)
	case half:
		return p.cycle(n, 2, 1)
	case season:
		return p.cycle(n, 4, 0)
	case noUnit, stretch:
		return p
	}
	t, _, ok := p.bounds()
	if !ok {
		return p
	}
	if p.unit == day {
		return dayPeriod(t.AddDate(0, 0, clampDays(n)))
	}
	return periodOf(t.AddDate(0, 0, 7*clampDays(n)), p.unit)
}

// cycle moves n of a unit of which a year has size, counted from base.
func (p period) cycle(n, size, base int) period {
	if p.year == anyYear {
		p.n = (p.n-base+n%size+size)%size + base
		return p
	}
	k := p.n - base + n
	years := floorDiv(k, size)
	p.n = k - years*size + base
	p.year = addYears(p.year, years)
	return p
}

// shiftBy moves p by n units u, keeping p's own unit: a day moved by two months
// stays a day.
func (p period) shiftBy(n int, u unit) period {
	if u == p.unit {
		return p.shift(n)
	}
	years, months, days := inCalendar(n, u)
	if p.unit != day {
		return p.shiftCoarse(years, months, days)
	}
	t, _, ok := p.bounds()
	if !ok {
		p.year = addYears(p.year, years)
		return p
	}
	if days != 0 {
		return dayPeriod(t.AddDate(0, 0, clampDays(days)))
	}
	return dayPeriod(addMonths(t, 12*years+months))
}

// shiftCoarse moves a period of more than a day.
func (p period) shiftCoarse(years, months, days int) period {
	switch {
	case p.unit == month && days == 0:
		return p.shift(12*years + months)
	case p.unit == quarter && months%3 == 0 && days == 0:
		return p.shift(4*years + months/3)
	case months == 0 && days == 0 && p.unit < decade:
		p.year = addYears(p.year, years)
		return p
	}
	t, _, ok := p.bounds()
	if !ok {
		return p
	}
	return periodOf(addMonths(t, 12*years+months).AddDate(0, 0, clampDays(days)), p.unit)
}

// inCalendar writes n units as years, months and days.
func inCalendar(n int, u unit) (years, months, days int) {
	n = min(max(n, -5000), 5000)
	switch u {
	case day:
		return 0, 0, n
	case week, weekend:
		return 0, 0, 7 * n
	case month:
		return 0, n, 0
	case season, quarter:
		return 0, 3 * n, 0
	case half:
		return 0, 6 * n, 0
	case year:
		return n, 0, 0
	case decade:
		return 10 * n, 0, 0
	case century:
		return 100 * n, 0, 0
	case millennium:
		return 1000 * n, 0, 0
	}
	return 0, 0, 0
}

func date(y, m, d int) time.Time {
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
}

// addMonths keeps the day of the month, or takes the month's last day where it
// is shorter: a month before March 31 is February 28.
func addMonths(t time.Time, n int) time.Time {
	first := date(t.Year(), int(t.Month())+n, 1)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), last)-1)
}

// addYears steps over the missing year 0.
func addYears(y, n int) int {
	if y == anyYear {
		return y
	}
	z := y + n
	if y < 0 && z >= 0 {
		z++
	} else if y > 0 && z <= 0 {
		z--
	}
	return z
}

func isoMonday(y, w int) time.Time {
	jan4 := date(y, 1, 4)
	return jan4.AddDate(0, 0, 7*(w-1)-(int(jan4.Weekday())+6)%7)
}

func validDay(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return false
	}
	if y == anyYear || y < 1 {
		y = 2000
	}
	return date(y, m, d).Day() == d
}

func clampDays(n int) int { return min(max(n, -4000000), 4000000) }

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}
