package segment

import (
	"time"

	"github.com/dateline/dateline"
)

// setYears gives dates without a year the one that brings them nearest to their
// neighbours, and reports without a date that of the document.
func setYears(drafts []*draft, units []unit, top masthead, doc *dateline.Document) {
	base := top.date
	if t, ok := doc.Published.Time(); ok && base.year == 0 {
		base = date{year: t.Year(), month: int(t.Month()), day: t.Day()}
	}
	if base.year == 0 {
		base = documentDate(units)
	}
	setOrder(drafts, base)
	for i, d := range drafts {
		if d.date.zero() || d.date.year != 0 {
			continue
		}
		near := neighbour(drafts, i)
		if near.year == 0 {
			near = base
		}
		if near.year != 0 {
			d.date.year = nearestYear(d.date, near)
		}
	}
	for _, d := range drafts {
		if d.date.zero() && base.year != 0 {
			d.date, d.why = base, "document"
		}
	}
}

// setOrder puts day before month in dates such as 9/3/04 where the others of
// the document are written so, or where the day of the document says so.
func setOrder(drafts []*draft, base date) {
	first := map[byte]int{}
	for _, d := range drafts {
		first[d.date.order]++
	}
	for _, d := range drafts {
		if !d.date.either {
			continue
		}
		turned := d.date
		turned.month, turned.day = d.date.day, d.date.month
		far := base.year != 0 && d.date.distance(base) > 60*24*time.Hour && turned.distance(base) < 15*24*time.Hour
		if first['d'] > 0 && first['m'] == 0 || first['m'] == 0 && far {
			d.date = turned
		}
	}
}

// distance is the time between two dates.
func (d date) distance(other date) time.Duration { return d.time().Sub(other.time()).Abs() }

// neighbour is the nearest date with a year before or after draft i.
func neighbour(drafts []*draft, i int) date {
	for k := 1; k < len(drafts) && k < 50; k++ {
		for _, j := range []int{i - k, i + k} {
			if j >= 0 && j < len(drafts) && drafts[j].date.year != 0 {
				return drafts[j].date
			}
		}
	}
	return date{}
}

// nearestYear is the year that brings d closest to near.
func nearestYear(d, near date) int {
	best, gap := 0, time.Duration(1<<62)
	for y := near.year - 1; y <= near.year+1; y++ {
		d.year = y
		if g := d.distance(near); d.valid() && g < gap {
			best, gap = y, g
		}
	}
	return best
}

func (d date) time() time.Time {
	return time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
}

// documentDate is a date with a year in the first lines of a document.
func documentDate(units []unit) date {
	best := date{}
	for i := range units {
		if i >= 12 {
			break
		}
		u := &units[i]
		if u.kind == proseUnit && len(u.head) > 120 || u.opening != nil || len(u.cites) > 0 {
			continue
		}
		if d, _, n := dateWithin(u.head); n > 0 && d.surer(best) {
			best = d
		}
	}
	return best
}
