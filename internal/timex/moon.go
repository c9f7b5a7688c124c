package timex

import (
	"math"
	"time"
)

// synodic is the mean length of a lunation in days.
const synodic = 29.530588861

// newMoon is the moment of the kth new moon, counted from that of January 6,
// 2000, by the main terms of Meeus, Astronomical Algorithms (1991), chapter 47:
// right to a few minutes in the centuries around. A half added to k gives the
// full moon that follows.
func newMoon(k float64) time.Time {
	t := k / 1236.85
	e := 1 - 0.002516*t
	sun := radians(2.5534 + 29.1053567*k)
	moon := radians(201.5643 + 385.81693528*k + 0.0107582*t*t)
	lat := radians(160.7108 + 390.67050284*k - 0.0016118*t*t)
	c := [...]float64{-0.40720, 0.17241, 0.01608, 0.01039, 0.00739, -0.00514}
	if k != math.Floor(k) {
		c = [...]float64{-0.40614, 0.17302, 0.01614, 0.01043, 0.00734, -0.00515}
	}
	days := 5.09766 + synodic*k + 0.00015437*t*t +
		c[0]*math.Sin(moon) + c[1]*e*math.Sin(sun) + c[2]*math.Sin(2*moon) + c[3]*math.Sin(2*lat) +
		c[4]*e*math.Sin(moon-sun) + c[5]*e*math.Sin(moon+sun) + 0.00208*e*e*math.Sin(2*sun) -
		0.00111*math.Sin(moon-2*lat) - 0.00057*math.Sin(moon+2*lat)
	return sinceEpoch(days)
}

func radians(deg float64) float64 { return math.Mod(deg, 360) * math.Pi / 180 }

// sinceEpoch is the moment so many days after noon of January 1, 2000, less the
// minute by which dynamical time is ahead of civil time.
func sinceEpoch(days float64) time.Time {
	whole := math.Floor(days)
	noon := time.Date(2000, 1, 1, 12, 0, 0, 0, time.UTC).AddDate(0, 0, int(whole))
	return noon.Add(time.Duration((days-whole)*86400-65) * time.Second)
}

// lunation is the number of the last new moon that falls on day t or before it,
// on clocks ahead of Greenwich by ahead.
func lunation(t time.Time, ahead time.Duration) float64 {
	k := math.Floor(t.Sub(date(2000, 1, 6)).Hours()/24/synodic) + 1
	for moonDay(k, ahead).After(t) {
		k--
	}
	return k
}

// moonDay is the day of a new moon on clocks ahead of Greenwich by ahead.
func moonDay(k float64, ahead time.Duration) time.Time {
	t := newMoon(k).Add(ahead)
	return date(t.Year(), int(t.Month()), t.Day())
}

// Clocks by which the lunar calendars of China and of India are reckoned.
const (
	beijing = 8 * time.Hour
	india   = 5*time.Hour + 30*time.Minute
)

// chineseNewYear is the first day of the Chinese year that begins in year y: that
// of the second new moon after the month of the winter solstice. (In 2034 alone,
// of the years near ours, a month between makes it the third.)
func chineseNewYear(y int) time.Time {
	m := float64(y-1-2000) / 1000
	solstice := sinceEpoch(355.05952 + 365242.74049*m - 0.06223*m*m).Add(beijing)
	k := lunation(date(solstice.Year(), int(solstice.Month()), solstice.Day()), beijing)
	if y == 2034 {
		k++
	}
	return moonDay(k+2, beijing)
}

// chineseDay is day d of the Chinese month in which the sun stands where it
// stands on the day given: the equinox for the eighth month, the June solstice
// for the fifth.
func chineseDay(sun time.Time, d int) time.Time {
	return moonDay(lunation(sun, beijing), beijing).AddDate(0, 0, d-1)
}

// islamicDay is a day of the Islamic calendar. A month begins on the day after
// the evening on which its crescent can be seen first: the conjunction before
// noon in Greenwich, or on the day before. What countries announce may differ by
// a day.
func islamicDay(year, month, d int) time.Time {
	k := 12*(year-1421) + month + 2 // the month of April 2000 began the year 1421
	return moonDay(float64(k), 12*time.Hour).AddDate(0, 0, d)
}

// hebrewNewYear is 1 Tishri of the Hebrew year that begins in year y (Reingold and
// Dershowitz, Calendrical Calculations, chapter 7).
func hebrewNewYear(y int) time.Time {
	h := y + 3761
	days := hebrewDays(h)
	switch {
	case hebrewDays(h+1)-days == 356:
		days += 2
	case days-hebrewDays(h-1) == 382:
		days++
	}
	return date(1970, 1, 1).AddDate(0, 0, days-2092590)
}

// hebrewDays counts the days from the Hebrew epoch to the mean conjunction of
// Tishri of Hebrew year h, put off from the days on which no year may begin.
func hebrewDays(h int) int {
	months := (235*h - 234) / 19
	days := 29*months + (12084+13753*months)/25920
	if 3*(days+1)%7 < 3 {
		days++
	}
	return days
}

// diwali is the day whose evening is the new moon of the month Kartika, which
// falls between the middle of October and that of November.
func diwali(y int) time.Time {
	k := lunation(date(y, 10, 17), india) + 1
	return newMoon(k).Add(india - 17*time.Hour - 30*time.Minute).Truncate(24 * time.Hour)
}

// holi is the day after the evening of the full moon of the month Phalguna, the
// last that falls in March or before it.
func holi(y int) time.Time {
	k := lunation(date(y, 3, 14), india)
	full := newMoon(k + 0.5)
	if full.After(date(y, 4, 1)) {
		full = newMoon(k - 0.5)
	}
	return full.Add(india + 6*time.Hour).Truncate(24 * time.Hour)
}
