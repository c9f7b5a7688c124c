package web

import (
	"fmt"
	"strings"
	"time"

	"github.com/dateline/dateline"
)

// moment is a day for a <time> element: the ISO date and its words.
type moment struct {
	ISO, Words string
}

// when is a date as it is shown: words before and after, and one or two days.
type when struct {
	Before string // "in", "by", "week of"
	From   moment
	To     *moment // nil for a single day or period
	Basis  string  // how the date was reached, for the tooltip
}

// dayOf writes one day, "" ISO for an unknown one.
func dayOf(d dateline.Day) moment {
	t, ok := d.Time()
	if !ok {
		return moment{Words: string(d)}
	}
	return moment{string(d), t.Format("2 January 2006")}
}

// whenOf writes the date of an event with no more precision than it has; nil
// where it has none.
func whenOf(d dateline.EventDate) *when {
	first, okFirst := d.First.Time()
	last, okLast := d.Last.Time()
	w := &when{Basis: basisWords(d)}
	switch {
	case !okFirst && !okLast:
		return nil
	case !okFirst:
		w.Before, w.From = "by", dayOf(d.Last)
		return w
	case !okLast && d.Last == "" && d.Precision == "day" || d.First == d.Last:
		w.From = dayOf(d.First)
		return w
	case !okLast:
		w.Before, w.From = "from", dayOf(d.First)
		return w
	}
	if p, ok := period(d.Precision, first, last); ok {
		w.Before, w.From = "in", p
		return w
	}
	w.From, w.To = between(first, last)
	return w
}

// period writes a whole month, quarter or year; ok is false for other ranges.
func period(precision string, first, last time.Time) (moment, bool) {
	switch {
	case first.Day() != 1 || last.AddDate(0, 0, 1).Day() != 1:
		return moment{}, false
	case first.Year() == last.Year() && first.Month() == last.Month():
		return moment{first.Format("2006-01"), first.Format("January 2006")}, true
	case first.Year() == last.Year() && first.Month() == time.January && last.Month() == time.December:
		return moment{first.Format("2006"), first.Format("2006")}, true
	case precision == "quarter" && first.Year() == last.Year():
		return moment{first.Format("2006-01"), fmt.Sprintf("the %s quarter of %d", []string{"first", "second", "third", "fourth"}[(first.Month()-1)/3], first.Year())}, true
	}
	return moment{}, false
}

// between writes a range of days, the month and year only once where they are
// the same.
func between(first, last time.Time) (moment, *moment) {
	layout := "2 January 2006"
	switch {
	case first.Year() == last.Year() && first.Month() == last.Month():
		layout = "2"
	case first.Year() == last.Year():
		layout = "2 January"
	}
	return moment{first.Format(time.DateOnly), first.Format(layout)}, &moment{last.Format(time.DateOnly), last.Format("2 January 2006")}
}

// basisWords says where a date was taken from.
func basisWords(d dateline.EventDate) string {
	var out []string
	if d.Text != "" {
		out = append(out, "the text says “"+fold(d.Text)+"”")
	}
	switch d.Basis {
	case "clause":
	case "narrative":
		out = append(out, "carried over from the sentences before")
	case "attribution":
		out = append(out, "day on which it was said")
	case "story":
		out = append(out, "day that the report was telling of")
	case "dateline":
		out = append(out, "day of the dateline")
	case "publication":
		out = append(out, "day of publication")
	}
	return strings.Join(out, ", ")
}

// fold puts a text on one line.
func fold(s string) string { return strings.Join(strings.Fields(strings.ToValidUTF8(s, "�")), " ") }
