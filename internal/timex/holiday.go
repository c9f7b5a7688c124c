package timex

import "time"

// reckoning is how the day of a feast is found.
type reckoning uint8

const (
	fixed      reckoning = iota // month and day of our calendar
	nthDay                      // the nth weekday of a month, negative from its end
	western                     // days from Easter
	eastern                     // days from Orthodox Easter
	islamic                     // month and day of the Islamic calendar
	tishri                      // days from the Hebrew new year that begins in the year
	kislev                      // days from 1 Kislev of that Hebrew year
	nisan                       // days from the first of Passover
	chinese                     // days from the Chinese new year
	dragonBoat                  // fifth day of the fifth Chinese month
	midAutumn                   // fifteenth day of the eighth Chinese month
	kartika                     // new moon of the Hindu month Kartika
	phalguna                    // after the full moon of the Hindu month Phalguna
)

// holidayRule says on which days of a year a holiday falls.
type holidayRule struct {
	names   string // spellings, separated by "|", in lower case
	by      reckoning
	month   int
	day     int
	nth     int
	weekday time.Weekday
	offset  int  // days from the day that the reckoning gives
	days    int  // how many it lasts, 0 for one
	proper  bool // written small, the name means something else
}

// holidays are feasts and commemorations that news of any country dates events
// by. A feast that many countries keep on days of their own ("Independence Day")
// is left out.
var holidays = []holidayRule{
	{names: "new year's day|new years day|new year day|new year 's day", month: 1, day: 1},
	{names: "new year's eve|new years eve|new year eve|new year 's eve", month: 12, day: 31},
	{names: "new year|new year's|new years|new year 's", month: 1, day: 1, proper: true},
	{names: "orthodox christmas", month: 1, day: 7},
	{names: "epiphany", month: 1, day: 6, proper: true},
	{names: "martin luther king day|martin luther king jr. day|martin luther king jr day|martin luther king 's day|martin luther kings day|mlk day|mlk jr. day|mlk jr day", by: nthDay, month: 1, nth: 3, weekday: time.Monday},
	{names: "australia day", month: 1, day: 26},
	{names: "groundhog day", month: 2, day: 2},
	{names: "valentine's day|valentine day|valentines day|st. valentine's day", month: 2, day: 14},
	{names: "presidents day|presidents' day|president's day|washington's birthday", by: nthDay, month: 2, nth: 3, weekday: time.Monday},
	{names: "international women's day|women's day", month: 3, day: 8},
	{names: "st. patrick's day|st patrick's day|saint patrick's day|st. patricks day|saint patricks day", month: 3, day: 17},
	{names: "nowruz|nauroz|norouz", month: 3, day: 21},
	{names: "april fools' day|april fool's day|april fools day", month: 4, day: 1},
	{names: "qingming festival|tomb-sweeping day|tomb sweeping day", month: 4, day: 4},
	{names: "vaisakhi|baisakhi", month: 4, day: 14},
	{names: "earth day", month: 4, day: 22},
	{names: "anzac day", month: 4, day: 25},
	{names: "may day|international workers' day|international workers day|international labor day|international labour day", month: 5, day: 1, proper: true},
	{names: "world press freedom day", month: 5, day: 3},
	{names: "ve day|v-e day", month: 5, day: 8, proper: true},
	{names: "victory day", month: 5, day: 9, proper: true},
	{names: "cinco de mayo", month: 5, day: 5},
	{names: "mother's day|mothers day|mothers' day", by: nthDay, month: 5, nth: 2, weekday: time.Sunday},
	{names: "memorial day", by: nthDay, month: 5, nth: -1, weekday: time.Monday, proper: true},
	{names: "flag day", month: 6, day: 14, proper: true},
	{names: "juneteenth", month: 6, day: 19},
	{names: "father's day|fathers day|fathers' day", by: nthDay, month: 6, nth: 3, weekday: time.Sunday},
	{names: "canada day", month: 7, day: 1},
	{names: "bastille day", month: 7, day: 14},
	{names: "labor day", by: nthDay, month: 9, nth: 1, weekday: time.Monday},
	{names: "columbus day", by: nthDay, month: 10, nth: 2, weekday: time.Monday},
	{names: "halloween|all hallows' eve", month: 10, day: 31},
	{names: "all saints' day|all-saints' day|all saints day", month: 11, day: 1},
	{names: "all souls' day|all souls day", month: 11, day: 2},
	{names: "guy fawkes night|guy fawkes day|bonfire night", month: 11, day: 5},
	{names: "veterans day|veterans' day|veteran's day|armistice day|remembrance day", month: 11, day: 11},
	{names: "thanksgiving day|thanksgiving", by: nthDay, month: 11, nth: 4, weekday: time.Thursday, proper: true},
	{names: "black friday", by: nthDay, month: 11, nth: 4, weekday: time.Thursday, offset: 1},
	{names: "cyber monday", by: nthDay, month: 11, nth: 4, weekday: time.Thursday, offset: 4},
	{names: "human rights day", month: 12, day: 10, proper: true},
	{names: "christmas eve", month: 12, day: 24},
	{names: "christmas day|christmas|xmas|x-mas|xmas day", month: 12, day: 25},
	{names: "boxing day|st. stephen's day", month: 12, day: 26},

	{names: "lent", by: western, offset: -46, days: 46, proper: true},
	{names: "holy week", by: western, offset: -7, days: 7, proper: true},
	{names: "easter|easter sunday|easter day", by: western},
	{names: "good friday|holy friday", by: western, offset: -2},
	{names: "maundy thursday|holy thursday", by: western, offset: -3},
	{names: "easter monday", by: western, offset: 1},
	{names: "palm sunday", by: western, offset: -7},
	{names: "ash wednesday", by: western, offset: -46},
	{names: "shrove tuesday|mardi gras|fat tuesday|pancake day", by: western, offset: -47},
	{names: "ascension day", by: western, offset: 39},
	{names: "pentecost|whit sunday|whitsun", by: western, offset: 49},
	{names: "whit monday|pentecost monday", by: western, offset: 50},
	{names: "trinity sunday", by: western, offset: 56},
	{names: "corpus christi", by: western, offset: 60, proper: true},
	{names: "orthodox easter|orthodox easter sunday", by: eastern},
	{names: "orthodox good friday|orthodox great friday", by: eastern, offset: -2},

	{names: "ramadan|ramadhan|ramazan|ramzan|the holy month of ramadan", by: islamic, month: 9, day: 1, days: 30},
	{names: "laylat al-qadr", by: islamic, month: 9, day: 27},
	{names: "eid al-fitr|eid al fitr|eid ul-fitr|eid ul fitr|eid-ul-fitr|eid-al-fitr|id al-fitr|eid el-fitr|aid al-fitr|idul fitri|eid-ul-fitr day", by: islamic, month: 10, day: 1},
	{names: "eid al-adha|eid al adha|eid ul-adha|eid ul adha|eid-ul-adha|eid-al-adha|id al-adha|eid el-adha|aid al-adha|eid al-azha|eid-ul-azha|eidul azha|idul adha|feast of the sacrifice", by: islamic, month: 12, day: 10},
	{names: "islamic new year|hijri new year|muslim new year", by: islamic, month: 1, day: 1},
	{names: "ashura|ashoura", by: islamic, month: 1, day: 10},
	{names: "mawlid al-nabi|mawlid|prophet's birthday|prophet muhammad's birthday|mawlid al-nabawi", by: islamic, month: 3, day: 12},

	{names: "rosh hashanah|rosh hashana|rosh ha-shanah|jewish new year", by: tishri, days: 2},
	{names: "yom kippur|day of atonement", by: tishri, offset: 9},
	{names: "sukkot|sukkoth|feast of tabernacles", by: tishri, offset: 14, days: 7},
	{names: "hanukkah|hanukah|chanukah|hannukah", by: kislev, offset: 24, days: 8},
	{names: "purim", by: nisan, offset: -30},
	{names: "passover|pesach", by: nisan, days: 8},
	{names: "shavuot|shavuoth|feast of weeks", by: nisan, offset: 50, days: 2},
	{names: "tisha b'av", by: nisan, offset: 112},

	{names: "chinese new year|chinese new year's day|chinese new year 's day|chinese lunar new year|chinese lunar new year's day|lunar new year|lunar new year's day|lunar new year 's day|lunar new year day|spring festival|tet holiday|tet festival|seollal", by: chinese, proper: true},
	{names: "lantern festival", by: chinese, offset: 14},
	{names: "dragon boat festival", by: dragonBoat},
	{names: "chuseok|chusok|mid-autumn festival|mid-autumn day|moon festival", by: midAutumn},
	{names: "diwali|deepavali|divali", by: kartika},
	{names: "dussehra|dasara|dussera", by: kartika, offset: -20},
	{names: "holi", by: phalguna, proper: true},
}

// in is the day of the holiday in year y, or the stretch of days.
func (h *holidayRule) in(y int) period {
	if y <= 0 || y > 9998 {
		return yearPeriod(y)
	}
	p := dayPeriod(h.first(y).AddDate(0, 0, h.offset))
	if h.days > 1 {
		p.unit, p.days = stretch, h.days
	}
	return p
}

// first is the day of year y from which the holiday is counted.
func (h *holidayRule) first(y int) time.Time {
	switch h.by {
	case nthDay:
		return nthWeekday(y, h.month, h.nth, h.weekday)
	case western:
		return easter(y)
	case eastern:
		return orthodoxEaster(y)
	case islamic:
		return islamicFeast(y, h.month, h.day)
	case tishri:
		return hebrewNewYear(y)
	case kislev:
		return hebrewNewYear(y).AddDate(0, 0, hebrewAutumn(y))
	case nisan:
		return hebrewNewYear(y).AddDate(0, 0, -163)
	case chinese:
		return chineseNewYear(y)
	case dragonBoat:
		return chineseDay(date(y, 6, 21), 5)
	case midAutumn:
		return chineseDay(date(y, 9, 23), 15)
	case kartika:
		return diwali(y)
	case phalguna:
		return holi(y)
	}
	return date(y, h.month, h.day)
}

// islamicFeast is the first of the one or two days of year y on which a day of
// the Islamic calendar falls.
func islamicFeast(y, month, day int) time.Time {
	h := (y-622)*33/32 - 1
	for islamicDay(h, month, day).Year() < y {
		h++
	}
	return islamicDay(h, month, day)
}

// hebrewAutumn is how many days Tishri and Heshvan have in the Hebrew year that
// begins in year y: 60 in a year of 355 or 385 days.
func hebrewAutumn(y int) int {
	if n := int(hebrewNewYear(y+1).Sub(hebrewNewYear(y)).Hours()) / 24; n%10 == 5 {
		return 60
	}
	return 59
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
	h := &holidays[m.get(holiday).num]
	if next := r.after(m, 1); next.upper && next.class&(weekdayName|monthName|dayPart) == 0 && next.low != "day" && next.low != "eve" {
		return found{}, false // the Easter Rising
	}
	if prev := r.before(m, 1); h.month == 1 && h.day == 1 && prev.upper && !prev.first {
		return found{}, false // the Thai New Year
	}
	if y := m.get(fullYear); y != nil {
		return found{per: h.in(y.num), anchor: "absolute"}, r.plausibleYear(y.num)
	}
	if rel := r.relYear(m); rel.unit == year {
		return found{per: h.in(rel.year), anchor: "text"}, true
	}
	make := func(y int) period {
		if y == anyYear {
			return h.inAnyYear()
		}
		return h.in(y)
	}
	switch {
	case m.has("last", "past", "previous"):
		return found{per: r.strictly(make, -1), anchor: "publication"}, true
	case m.has("next", "coming", "upcoming", "following"):
		return found{per: r.strictly(make, +1), anchor: "publication"}, true
	}
	t := r.tense(m)
	p, anchor := r.place(make, t, r.words[m.from].sentence)
	if t == future && anchor == "publication" && p.before(r.now) {
		p = r.strictly(make, +1)
	}
	return found{per: p, anchor: anchor}, true
}

// buildHolidayWeekend reads "Labor Day weekend": the weekend next to the day.
func buildHolidayWeekend(r *reader, m *match) (found, bool) {
	f, ok := buildHoliday(r, m)
	first, _, known := f.per.bounds()
	if !ok || !known || f.per.unit != day {
		return found{}, false
	}
	if wd := first.Weekday(); wd == time.Monday || wd == time.Tuesday {
		first = first.AddDate(0, 0, -2)
	}
	f.per = periodOf(first, weekend)
	return f, true
}

// inAnyYear is the day of a fixed feast without its year; of the others nothing
// can be told.
func (h *holidayRule) inAnyYear() period {
	if h.by == fixed {
		return period{unit: day, year: anyYear, n: h.month, day: h.day}
	}
	return yearPeriod(anyYear)
}
