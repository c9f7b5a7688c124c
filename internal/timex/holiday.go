package timex

import "time"

// holidayRule says on which day of a year a holiday falls: a fixed day (month
// and day), the nth weekday of a month (negative from the end), or so many days
// after Easter.
type holidayRule struct {
	names    string // spellings, separated by "|", in lower case
	month    int
	day      int
	nth      int
	weekday  time.Weekday
	easter   bool
	orthodox bool
	offset   int // days from Easter, or from the nth weekday
}

// holidays are feasts and commemorations that news of any country dates events
// by. A feast that moves with another calendar (Ramadan, the lunar new year) is
// left out: its day can not be told without tables.
var holidays = []holidayRule{
	{names: "new year's day|new years day|new year 's day", month: 1, day: 1},
	{names: "new year's eve|new years eve|new year 's eve", month: 12, day: 31},
	{names: "epiphany|orthodox christmas", month: 1, day: 6},
	{names: "martin luther king day|martin luther king jr. day|martin luther king 's day|mlk day", month: 1, nth: 3, weekday: time.Monday},
	{names: "groundhog day", month: 2, day: 2},
	{names: "valentine's day|valentine day|valentines day|st. valentine's day", month: 2, day: 14},
	{names: "presidents day|presidents' day|president's day|washington's birthday", month: 2, nth: 3, weekday: time.Monday},
	{names: "international women's day|women's day", month: 3, day: 8},
	{names: "st. patrick's day|st patrick's day|saint patrick's day|st. patricks day", month: 3, day: 17},
	{names: "april fools' day|april fool's day|april fools day", month: 4, day: 1},
	{names: "earth day", month: 4, day: 22},
	{names: "anzac day", month: 4, day: 25},
	{names: "may day|international workers' day", month: 5, day: 1},
	{names: "ve day|v-e day", month: 5, day: 8},
	{names: "victory day", month: 5, day: 9},
	{names: "cinco de mayo", month: 5, day: 5},
	{names: "mother's day|mothers day|mothers' day", month: 5, nth: 2, weekday: time.Sunday},
	{names: "memorial day", month: 5, nth: -1, weekday: time.Monday},
	{names: "flag day", month: 6, day: 14},
	{names: "juneteenth", month: 6, day: 19},
	{names: "father's day|fathers day|fathers' day", month: 6, nth: 3, weekday: time.Sunday},
	{names: "bastille day", month: 7, day: 14},
	{names: "labor day", month: 9, nth: 1, weekday: time.Monday},
	{names: "columbus day", month: 10, nth: 2, weekday: time.Monday},
	{names: "halloween|all hallows' eve", month: 10, day: 31},
	{names: "all saints' day|all-saints' day|all saints day", month: 11, day: 1},
	{names: "all souls' day|all souls day", month: 11, day: 2},
	{names: "guy fawkes night|guy fawkes day|bonfire night", month: 11, day: 5},
	{names: "veterans day|veterans' day|veteran's day|armistice day|remembrance day", month: 11, day: 11},
	{names: "thanksgiving day|thanksgiving", month: 11, nth: 4, weekday: time.Thursday},
	{names: "black friday", month: 11, nth: 4, weekday: time.Thursday, offset: 1},
	{names: "cyber monday", month: 11, nth: 4, weekday: time.Thursday, offset: 4},
	{names: "christmas eve", month: 12, day: 24},
	{names: "christmas day|christmas|xmas|x-mas", month: 12, day: 25},
	{names: "boxing day|st. stephen's day", month: 12, day: 26},
	{names: "easter|easter sunday|easter day", easter: true},
	{names: "good friday|holy friday", easter: true, offset: -2},
	{names: "maundy thursday|holy thursday", easter: true, offset: -3},
	{names: "easter monday", easter: true, offset: 1},
	{names: "palm sunday", easter: true, offset: -7},
	{names: "ash wednesday", easter: true, offset: -46},
	{names: "shrove tuesday|mardi gras|fat tuesday|pancake day", easter: true, offset: -47},
	{names: "ascension day", easter: true, offset: 39},
	{names: "pentecost|whit sunday|whitsun", easter: true, offset: 49},
	{names: "whit monday|pentecost monday", easter: true, offset: 50},
	{names: "trinity sunday", easter: true, offset: 56},
	{names: "corpus christi", easter: true, offset: 60},
	{names: "orthodox easter|orthodox easter sunday", easter: true, orthodox: true},
	{names: "orthodox good friday|orthodox great friday", easter: true, orthodox: true, offset: -2},
}

// in is the day of the holiday in year y.
func (h holidayRule) in(y int) period {
	if y <= 0 || y > 9998 {
		return yearPeriod(y)
	}
	var t time.Time
	switch {
	case h.orthodox:
		t = orthodoxEaster(y)
	case h.easter:
		t = easter(y)
	case h.nth != 0:
		t = nthWeekday(y, h.month, h.nth, h.weekday)
	default:
		t = date(y, h.month, h.day)
	}
	return dayPeriod(t.AddDate(0, 0, h.offset))
}

// nthWeekday is the nth such weekday of a month, the last but n+1 for a negative
// n.
func nthWeekday(y, m, n int, wd time.Weekday) time.Time {
	if n < 0 {
		last := date(y, m+1, 0)
		return last.AddDate(0, 0, -(int(last.Weekday())-int(wd)+7)%7+7*(n+1))
	}
	first := date(y, m, 1)
	return first.AddDate(0, 0, (int(wd)-int(first.Weekday())+7)%7+7*(n-1))
}

// easter is Easter Sunday in the Gregorian calendar, by the anonymous
// ("Meeus/Jones/Butcher") rule.
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	n := h + l - 7*m + 90
	return date(y, n/25, (n/25*33+h+l-7*m+19)%32)
}

// orthodoxEaster is Easter by the Julian calendar, as a Gregorian day.
func orthodoxEaster(y int) time.Time {
	d := (19*(y%19) + 15) % 30
	e := (2*(y%4) + 4*(y%7) - d + 34) % 7
	n := d + e + 114
	return date(y, n/31, n%31+1).AddDate(0, 0, y/100-y/400-2)
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
