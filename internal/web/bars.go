package web

import (
	"fmt"
	"time"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/plover"
)

// bar is a stretch of time with its number of events, in the picture above the
// timeline. Its numbers are the picture's coordinates.
type bar struct {
	X, Width float64
	Parts    []barPart
	Label    string
	Path     string // the timeline of these days
}

// barPart is the events of one quad class.
type barPart struct {
	Quad      int
	Y, Height float64
}

const (
	picture    = 1000.0 // width
	pictureTop = 60.0   // height
	mostBars   = 120
)

// barsOf counts the dated events by day, week, month or year, whichever gives
// few enough bars.
func barsOf(events []dateline.Event) []bar {
	first, last, ok := reach(events)
	if !ok {
		return nil
	}
	starts := stretches(first, last)
	counts := make([][5]int, len(starts))
	most, at := 1, 0
	for i := range events {
		day, ok := events[i].Date.First.Time()
		if !ok || day.Before(first) {
			continue
		}
		for at+1 < len(starts) && !day.Before(starts[at+1]) {
			at++
		}
		if q := plover.Quad(events[i].Type); q > 0 {
			counts[at][q]++
		}
		counts[at][0]++ // all of them
		most = max(most, counts[at][0])
	}
	return draw(starts, counts, most, last)
}

// reach is the range of days that the picture shows: the events' first and last
// day, without the first and the last fiftieth, which may lie years away as
// background.
func reach(events []dateline.Event) (first, last time.Time, ok bool) {
	var days []time.Time
	for i := range events {
		if t, ok := events[i].Date.First.Time(); ok {
			days = append(days, t)
		}
	}
	if len(days) < 5 {
		return first, last, false
	}
	cut := len(days) / 50
	if len(days) > 20 {
		cut = max(cut, 1)
	}
	first, last = days[cut], days[len(days)-1-cut]
	return first, last, last.After(first)
}

// stretches are the beginnings of the bars.
func stretches(first, last time.Time) []time.Time {
	steps := []func(time.Time) time.Time{
		func(t time.Time) time.Time { return t.AddDate(0, 0, 1) },
		func(t time.Time) time.Time { return t.AddDate(0, 0, 7) },
		func(t time.Time) time.Time { return t.AddDate(0, 1, 1-t.Day()) },
		func(t time.Time) time.Time { return time.Date(t.Year()+1, 1, 1, 0, 0, 0, 0, time.UTC) },
	}
	var out []time.Time
	for _, step := range steps {
		out = nil
		for t := first; !t.After(last) && len(out) <= mostBars; t = step(t) {
			out = append(out, t)
		}
		if len(out) <= mostBars {
			return out
		}
	}
	return out
}

func draw(starts []time.Time, counts [][5]int, most int, last time.Time) []bar {
	width := min(picture/float64(len(starts)), 125)
	out := make([]bar, 0, len(starts))
	for i, start := range starts {
		n := counts[i]
		if n[0] == 0 {
			continue
		}
		end := last
		if i+1 < len(starts) {
			end = starts[i+1].AddDate(0, 0, -1)
		}
		b := bar{X: float64(i) * width, Width: max(width*0.92-1, 1)}
		f := filter{Filter: dateline.Filter{Since: dateline.DayOf(start), Until: dateline.DayOf(end)}}
		b.Path, b.Label = f.path("/"), barWords(start, end, n[0])
		y := pictureTop
		for _, quad := range []int{1, 2, 3, 4, 0} {
			k := n[quad]
			if quad == 0 {
				k = n[0] - n[1] - n[2] - n[3] - n[4]
			}
			if k > 0 {
				h := pictureTop * float64(k) / float64(most)
				y -= h
				b.Parts = append(b.Parts, barPart{quad, y, h})
			}
		}
		out = append(out, b)
	}
	return out
}

func barWords(start, end time.Time, n int) string {
	from := start.Format("2 January 2006")
	if end.After(start) {
		from += " to " + end.Format("2 January 2006")
	}
	return fmt.Sprintf("%s: %s", from, count(n, "event"))
}
