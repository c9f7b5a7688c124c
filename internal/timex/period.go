package timex

import (
	"fmt"
	"time"
)

// unit is a grain of time, from fine to coarse.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	weekend
	week
	stretch // so many days from one
	month
	season
	quarter
	half
	year
	decade
	century
	millennium
	fortnight
)

// anyYear stands for a year that is not known: TIMEX3's XXXX.
const anyYear = 1 << 20

// period is one stretch of the calendar: a day, a week, a month, …, a century.
// Years before our era are negative, and there is no year 0.
type period struct {
	unit unit
	year int // for a decade the year / 10, for a century the year / 100
	n    int // ISO week, month, season (0 spring … 3 winter), quarter or half
	day  int // of the month
	days int // how many, of a stretch
}

func dayPeriod(t time.Time) period {
	return period{unit: day, year: t.Year(), n: int(t.Month()), day: t.Day()}
}

func yearPeriod(y int) period { return period{unit: year, year: y} }

func monthPeriod(y, m int) period { return period{unit: month, year: y, n: m} }

// known reports whether the period lies at one place of the calendar that this
// package computes with: our era, years of four digits.
func (p period) known() bool {
	y := p.year
	switch p.unit {
	case noUnit:
		return false
	case decade:
		y *= 10
	case century:
		y *= 100
	case millennium:
		y *= 1000
	}
	return y > 0 && y < 9999
}

var seasonCodes = [...]string{"SP", "SU", "FA", "WI"}

// value is the period in TIMEX3's notation, "" for one it can not write.
func (p period) value() string {
	y := yearText(p.year)
	switch p.unit {
	case day:
		return fmt.Sprintf("%s-%02d-%02d", y, p.n, p.day)
	case stretch:
		if first, last, ok := p.bounds(); ok {
			return first.Format(time.DateOnly) + "/" + last.Format(time.DateOnly)
		}
	case weekend:
		return fmt.Sprintf("%s-W%02d-WE", y, p.n)
	case week:
		return fmt.Sprintf("%s-W%02d", y, p.n)
	case month:
		return fmt.Sprintf("%s-%02d", y, p.n)
	case season:
		return y + "-" + seasonCodes[p.n&3]
	case quarter:
		return fmt.Sprintf("%s-Q%d", y, p.n)
	case half:
		return fmt.Sprintf("%s-H%d", y, p.n)
	case year:
		return y
	case decade:
		return eraText(p.year, 3)
	case century:
		return eraText(p.year, 2)
	case millennium:
		return eraText(p.year, 1)
	}
	return ""
}

func yearText(y int) string {
	if y == anyYear {
		return "XXXX"
	}
	return eraText(y, 4)
}

func eraText(y, width int) string {
	if y < 0 {
		return fmt.Sprintf("BC%0*d", width, -y)
	}
	return fmt.Sprintf("%0*d", width, y)
}

// precision is the name that the record gives to the period's grain.
func (p period) precision() string {
	switch p.unit {
	case second, minute, hour:
		return "time"
	case day:
		return "day"
	case week, weekend:
		return "week"
	case stretch:
		return "month"
	case month:
		return "month"
	case season:
		return "season"
	case quarter:
		return "quarter"
	case half, year:
		return "year"
	case decade:
		return "decade"
	}
	return "vague"
}

// bounds are the first and the last day of a known period.
func (p period) bounds() (first, last time.Time, ok bool) {
	if !p.known() {
		return first, last, false
	}
	switch p.unit {
	case day:
		first = date(p.year, p.n, p.day)
		return first, first, true
	case stretch:
		first = date(p.year, p.n, p.day)
		return first, first.AddDate(0, 0, p.days-1), true
	case week:
		first = isoMonday(p.year, p.n)
		return first, first.AddDate(0, 0, 6), true
	case weekend:
		first = isoMonday(p.year, p.n).AddDate(0, 0, 5)
		return first, first.AddDate(0, 0, 1), true
	}
	y, m, months := p.months()
	if months == 0 {
		return first, last, false
	}
	first = date(y, m, 1)
	return first, first.AddDate(0, months, -1), true
}

// months gives the first month of a period of months or years, and how many
// months it has. Seasons are those of the northern half of the earth.
func (p period) months() (y, m, count int) {
	switch p.unit {
	case month:
		return p.year, p.n, 1
	case season:
		return p.year, 3 + 3*(p.n&3), 3
	case quarter:
		return p.year, 3*p.n - 2, 3
	case half:
		return p.year, 6*p.n - 5, 6
	case year:
		return p.year, 1, 12
	case decade:
		return p.year * 10, 1, 120
	case century:
		return p.year * 100, 1, 1200
	case millennium:
		return p.year * 1000, 1, 12000
	}
	return 0, 0, 0
}

// before reports whether p ends before q begins; false where either is unknown.
func (p period) before(q period) bool {
	_, last, ok := p.bounds()
	first, _, known := q.bounds()
	return ok && known && last.Before(first)
}

// inUnknown widens a period before our era or without a year.
func (p period) inUnknown(u unit) period {
	switch {
	case u == year && p.unit < year:
		return yearPeriod(p.year)
	case u == month && p.unit == day:
		return monthPeriod(p.year, p.n)
	case u == decade && p.unit <= year && p.year != anyYear:
		return period{unit: decade, year: p.year / 10}
	case u == century && p.unit <= year && p.year != anyYear:
		return period{unit: century, year: p.year / 100}
	}
	return p
}
