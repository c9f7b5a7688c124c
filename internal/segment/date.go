package segment

import (
	"strings"
	"time"

	"github.com/dateline/dateline"
)

// date is a calendar date as a text writes it. Year is 0 where the text leaves
// it out. Of a range it is the first day.
type date struct {
	year, month, day int
	// either says that month and day were written as numbers that could change
	// places: 2/9/00.
	either bool
	short  bool // the year was written with two digits
	// order is 'd' where only day before month makes a date of the numbers, 'm'
	// where only month before day does, else 0.
	order byte
}

func (d date) zero() bool { return d.month == 0 }

// surer reports whether d says more surely than other which day it is: other has
// no year, or its numbers can be read in more than one order.
func (d date) surer(other date) bool {
	return d.year != 0 && (other.year == 0 || other.short && !d.short)
}

// valid reports whether the day exists; 29 February passes without a year.
func (d date) valid() bool {
	if d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31 {
		return false
	}
	year := d.year
	if year == 0 {
		year = 2000
	}
	return time.Date(year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC).Day() == d.day
}

// on is the Day, "" without a year.
func (d date) on() dateline.Day {
	if d.year == 0 || !d.valid() {
		return ""
	}
	return dateline.DayOf(time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC))
}

var monthNames = [...]string{"january", "february", "march", "april", "may", "june", "july", "august",
	"september", "october", "november", "december"}

// monthAt reads a month's name or its abbreviation at the start of s.
func monthAt(s string) (month, n int) {
	for n < len(s) && letter(s[n]) {
		n++
	}
	if n < 3 || n > 9 || s[0] >= 'a' {
		return 0, 0
	}
	w := strings.ToLower(s[:n])
	for i, name := range monthNames {
		if w == name || w == name[:3] || w == "sept" && i == 8 {
			if n < len(s) && s[n] == '.' && len(w) < len(name) {
				n++
			}
			return i + 1, n
		}
	}
	return 0, 0
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
func digit(c byte) bool  { return c >= '0' && c <= '9' }
func capital(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= 0xC0 // any letter beyond ASCII may be a capital
}

// number reads digits at the start of s.
func number(s string) (v, n int) {
	for n < len(s) && n < 9 && digit(s[n]) {
		v = v*10 + int(s[n]-'0')
		n++
	}
	return v, n
}

// skip is how many bytes of s one of the prefixes takes, the first that fits.
func skip(s string, prefixes ...string) int {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return len(p)
		}
	}
	return 0
}

// dateAt reads a date at the start of s and returns how many bytes it takes, 0
// where none stands there.
func dateAt(s string) (date, int) {
	if s == "" {
		return date{}, 0
	}
	skipped := weekdayAt(s)
	rest := s[skipped:]
	if rest == "" {
		return date{}, 0
	}
	var d date
	var n int
	if digit(rest[0]) {
		if d, n = numericAt(rest); n == 0 {
			d, n = dayFirstAt(rest)
		}
	} else {
		d, n = monthFirstAt(rest)
	}
	if n == 0 || !d.valid() || skipped+n < len(s) && (letter(s[skipped+n]) || digit(s[skipped+n])) {
		return date{}, 0
	}
	return d, skipped + n
}

// weekdayAt is how many bytes the name of a weekday before a date takes.
func weekdayAt(s string) int {
	n := 0
	for n < len(s) && letter(s[n]) {
		n++
	}
	if n < 3 || n > 9 || s[0] >= 'a' {
		return 0
	}
	w := strings.ToLower(s[:n])
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		if w == name || w == name[:3] || w == "tues" || w == "thur" || w == "thurs" {
			n += skip(s[n:], ".")
			n += skip(s[n:], ", ", " ", ",")
			n += skip(s[n:], "the ")
			return n
		}
	}
	return 0
}

// monthFirstAt reads "February 9", "Feb. 9-10, 2000", "February 9th, '00".
func monthFirstAt(s string) (date, int) {
	month, n := monthAt(s)
	if n == 0 {
		return date{}, 0
	}
	gap := skip(s[n:], " ", "-", "/")
	day, k := number(s[n+gap:])
	if gap == 0 || k == 0 || k > 2 {
		return date{}, 0
	}
	n += gap + k
	n += skip(s[n:], "st", "nd", "rd", "th")
	n += rangeAt(s[n:])
	d := date{month: month, day: day}
	year, k, short := yearAt(s[n:], ", ", ",", " ", "-", "/")
	d.year, d.short = year, short
	return d, n + k
}

// rangeAt is how many bytes the second day of a range takes: "-10", "/10".
func rangeAt(s string) int {
	k := skip(s, "-", "/")
	if k == 0 {
		return 0
	}
	v, n := number(s[k:])
	if n == 0 || n > 2 || v < 1 || v > 31 || k+n < len(s) && (letter(s[k+n]) || digit(s[k+n])) {
		return 0
	}
	return k + n
}

// dayFirstAt reads "9 February 2000", "9-10 February", "09-Feb-00", "9th of February".
func dayFirstAt(s string) (date, int) {
	day, n := number(s)
	if n == 0 || n > 2 {
		return date{}, 0
	}
	n += skip(s[n:], "st", "nd", "rd", "th")
	n += rangeAt(s[n:])
	gap := skip(s[n:], " of ", " ", "-", ". ", ".", "/")
	month, k := monthAt(s[n+gap:])
	if k == 0 || n+gap+k > len(s) {
		return date{}, 0
	}
	n += gap + k
	d := date{month: month, day: day}
	year, k, short := yearAt(s[n:], ", ", " ", "-", "/", ",")
	d.year, d.short = year, short
	return d, n + k
}

// yearAt reads a year after one of the separators: 2000, 00 or '00. Two digits
// that begin a clock time or a longer number are no year.
func yearAt(s string, seps ...string) (year, n int, short bool) {
	k := skip(s, seps...)
	if k == 0 || k >= len(s) {
		return 0, 0, false
	}
	quote := skip(s[k:], "'")
	v, m := number(s[k+quote:])
	end := k + quote + m
	if end < len(s) && (letter(s[end]) || s[end] == ':' || s[end] == '.' && end+1 < len(s) && digit(s[end+1])) {
		return 0, 0, false
	}
	switch {
	case m == 4 && v >= 1800 && v < 2200 && quote == 0:
		return v, end, false
	case m == 2 && (quote == 1 || s[k-1] != ',' && !(k == 2)):
		return century(v), end, true
	}
	return 0, 0, false
}

// century is the year that two digits stand for when nothing else tells.
func century(v int) int {
	if v < 60 {
		return 2000 + v
	}
	return 1900 + v
}

// numericAt reads 2/9/00, 02/10/2000, 2/19-20/00, 9.2.2000, 2000-02-09, 20000209.
func numericAt(s string) (date, int) {
	a, n := number(s)
	switch {
	case n == 8 && a > 18000000 && a < 22000000:
		return date{year: a / 10000, month: a / 100 % 100, day: a % 100}, n
	case n == 0 || n == 3 || n > 4 || n >= len(s) || !strings.ContainsRune("/-.", rune(s[n])):
		return date{}, 0
	}
	sep := s[n : n+1]
	b, k := number(s[n+1:])
	if k == 0 || k > 2 {
		return date{}, 0
	}
	if i := n + 1 + k; n <= 2 && sep == "/" {
		if r := rangeAt(s[i:]); r > 0 && s[i] == '-' { // 2/19-20/00, 2/28-3/1/00
			i += r
			if i < len(s) && s[i] == '/' && !yearEnds(s[i+1:]) {
				_, m := number(s[i+1:])
				i += 1 + m
			}
		}
		return threeParts(s, a, b, i, sep, n)
	}
	return threeParts(s, a, b, n+1+k, sep, n)
}

// yearEnds reports whether a number of two or four digits ends the date here.
func yearEnds(s string) bool {
	_, n := number(s)
	return (n == 2 || n == 4) && !strings.HasPrefix(s[n:], "/")
}

// threeParts reads the third part of a numeric date at byte i of s.
func threeParts(s string, a, b, i int, sep string, first int) (date, int) {
	if i >= len(s) || s[i:i+1] != sep {
		return date{}, 0
	}
	c, m := number(s[i+1:])
	i += 1 + m
	switch {
	case first == 2 && sep == "-" && m == 2 && (a == 0 || a > 31): // 99-11-12
		return date{year: century(a), month: b, day: c, short: true}, i
	case first == 4 && m <= 2 && m > 0:
		return date{year: a, month: b, day: c}, i
	case first > 2 || m != 2 && m != 4 || m == 4 && (c < 1800 || c > 2200):
		return date{}, 0
	}
	d := date{year: c, month: a, day: b, short: m == 2}
	if d.short {
		d.year = century(c)
	}
	switch {
	case a > 12 || sep == "." && b <= 12:
		d.month, d.day, d.order = b, a, 'd'
	case b > 12:
		d.order = 'm'
	case b <= 12 && a != b:
		d.either = true
	}
	return d, i
}
