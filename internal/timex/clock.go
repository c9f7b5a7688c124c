package timex

import (
	"fmt"

	"github.com/dateline/dateline"
)

// clockRules are times of day, with or without their date.
var clockRules = []rule{
	{"clock", "( APPROX )? $clock", buildClock},
	{"clock, date", "( APPROX )? $clock ( ,? | ,? on | of | ,? early|late on? ) <date> PART? $zone?", buildClockDate},
	{"date, part, clock", "<date> ,? PHASE? PART ( at )? $clock | <date> at $clock PHASE PART", buildClockDate},
	{"date, clock", "( APPROX )? <date> ( ,? | ,? at | , at about | at about|around ) $clock", buildClockDate},
	{"clock tonight", "HOUR|SMALL o'clock? tonight", buildClockDate},
}

// buildClock reads a time of day alone: on the day the text speaks of.
func buildClock(r *reader, m *match) (found, bool) {
	c, ok := r.clock(m)
	if !ok {
		return found{}, false
	}
	base := r.now
	anchor := "publication"
	if p, ok := r.dayNear(); ok && (r.narrative || !r.now.before(p) || r.tense(m) == future) {
		base, anchor = p, "text"
	}
	if base.unit != day {
		return found{typ: dateline.TimeTimex, value: "XXXX-XX-XX" + c, anchor: anchor}, true
	}
	return found{per: base, clock: c, anchor: anchor}, true
}

// dayNear is the day that the text spoke of last, in a history or not more than
// two sentences before.
func (r *reader) dayNear() (period, bool) {
	p, ok := r.lastMention(day)
	if !ok || p.unit != day {
		return period{}, false
	}
	return p, r.narrative || r.sentence-r.history[len(r.history)-1].sentence <= 2
}

func buildClockDate(r *reader, m *match) (found, bool) {
	c, ok := r.clock(m)
	if !ok {
		return found{}, false
	}
	f, ok := m.date(0)
	if m.has("tonight") {
		f, ok = found{per: r.now, anchor: "publication"}, r.now.unit == day
	}
	if !ok || f.per.unit != day || f.clock != "" && isDigit(rune(f.clock[1])) {
		return found{}, false
	}
	f.clock = c
	if first, ok := r.rangeStart(m); ok && f.per.before(first) && m.sub(0) != nil && m.sub(0).rule.name == "weekday" {
		f.per = f.per.shift(7)
	}
	return f, true
}

// clock reads the time of day that a match of $clock holds, as "T14:30".
func (r *reader) clock(m *match) (string, bool) {
	hw := m.get(hourNumber)
	if hw == nil {
		hw = m.get(smallSpelled)
	}
	if hw == nil {
		return r.militaryTime(m)
	}
	h := hw.num
	if h > 24 {
		return "", false
	}
	if w := m.get(meridiem); w != nil {
		if h > 12 || h == 0 {
			return "", false
		}
		h = h%12 + w.num
	} else if w := m.get(dayPart); w != nil && h <= 12 {
		h = hourIn(h, dayParts[w.num])
	} else if m.has("tonight") && h < 12 && h > 3 {
		h += 12
	}
	if min := m.get(minuteNumber); min != nil {
		if second := m.nth(minuteNumber, 1); second != nil {
			return fmt.Sprintf("T%02d:%02d:%02d", h, min.num, second.num), true
		}
		return fmt.Sprintf("T%02d:%02d", h, min.num), true
	}
	return fmt.Sprintf("T%02d:00", h), true
}

// militaryTime reads "1530" before "GMT" or "hours".
func (r *reader) militaryTime(m *match) (string, bool) {
	w := m.get(integer)
	if w == nil || w.end-w.start != 4 || w.num/100 > 24 || w.num%100 > 59 {
		return "", false
	}
	return fmt.Sprintf("T%02d:%02d", w.num/100, w.num%100), true
}

// hourIn is the hour, of 24, that "five in the afternoon" means.
func hourIn(h int, part string) int {
	switch part {
	case "AF", "EV":
		if h < 12 {
			return h + 12
		}
	case "NI":
		if h >= 6 && h < 12 {
			return h + 12
		}
		if h == 12 {
			return 24
		}
	}
	return h
}
