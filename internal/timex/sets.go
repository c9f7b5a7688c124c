package timex

import (
	"fmt"

	"github.com/dateline/dateline"
)

// setRules are times that come again.
var setRules = []rule{
	{"every", "every|each ( other|second|third|fourth|few|single|successive )? UNIT|WEEKDAY|MONTH|SEASON|PART|HOLIDAY | every NUM UNIT | each NUM UNIT | every WEEKDAY PART", buildEvery},
	{"day of every month", "the? DAY of every|each month", buildDayOfMonths},
	{"frequency", "everyday|quarterly|daily|weekly|monthly|yearly|annually|nightly|hourly|biweekly|fortnightly|biannually|semiannually | semi|bi -? annually|monthly|weekly", buildFrequency},
	{"per", "per UNIT", buildPer},
	{"weekdays", "WEEKDAY PART?", buildWeekdays},
	{"weekends", "weekends | all weekends | any|every weekend", buildWeekends},
	{"mornings", "mornings|afternoons|evenings|nights", buildMornings},
}

func set(value string) found { return found{typ: dateline.SetTimex, value: value} }

func buildEvery(r *reader, m *match) (found, bool) {
	if w := m.get(weekdayName); w != nil {
		f := set("XXXX-WXX-" + string(rune('0'+(w.num+6)%7+1)))
		if p := m.get(dayPart); p != nil {
			f.value += "T" + dayParts[p.num]
		}
		return f, true
	}
	if w := m.get(monthName); w != nil {
		return set(monthPeriod(anyYear, w.num).value()), true
	}
	if w := m.get(seasonName); w != nil {
		return set(period{unit: season, year: anyYear, n: w.num}.value()), true
	}
	if w := m.get(dayPart); w != nil {
		return set("XXXX-XX-XXT" + dayParts[w.num]), true
	}
	if m.get(holiday) != nil {
		return set("XXXX"), true
	}
	n, vague := amount(m)
	u := m.unit()
	switch {
	case vague || m.has("few"):
		return set(vagueDuration(u)), true
	case m.has("other", "second"):
		n = 20
	case m.has("third"):
		n = 30
	case m.has("fourth"):
		n = 40
	}
	return set(durationValue(n, u)), true
}

var frequencies = map[string]string{
	"daily": "XXXX-XX-XX", "weekly": "XXXX-WXX", "monthly": "XXXX-XX", "yearly": "XXXX", "annually": "XXXX",
	"quarterly": "XXXX-QX", "nightly": "XXXX-XX-XXTNI", "hourly": "PT1H", "biweekly": "P2W", "fortnightly": "P2W", "biannually": "P6M",
	"semiannually": "P6M", "everyday": "XXXX-XX-XX", "bimonthly": "P2M", "semimonthly": "P0.5M", "semiweekly": "P0.5W",
}

// buildFrequency reads "weekly", unless it is part of a name: the Daily Mail.
func buildFrequency(r *reader, m *match) (found, bool) {
	w := &r.words[m.from]
	if m.has("semi") || m.has("bi") {
		return set(frequencies[w.low+r.words[m.to-1].low]), true
	}
	if w.upper && (!w.first || r.after(m, 1).upper) {
		return found{}, false
	}
	return set(frequencies[w.low]), r.narrative || w.low == "annually" || r.adverbial(m)
}

// adverbial reports whether a word such as "daily", which is an adjective as
// well, has no noun behind it.
func (r *reader) adverbial(m *match) bool {
	switch next := r.after(m, 1); next.low {
	case "", ",", ".", ";", ":", "?", "!", ")", "in", "on", "at", "by", "to", "from", "for", "and", "with", "since", "until":
		return true
	}
	return false
}

func buildPer(r *reader, m *match) (found, bool) {
	f := set(durationValue(10, m.unit()))
	return f, true
}

// buildWeekdays reads "Mondays", "on Friday mornings".
func buildWeekdays(r *reader, m *match) (found, bool) {
	w, p := m.get(weekdayName), m.get(dayPart)
	last := w
	if p != nil {
		last = p
	}
	if n := len(last.low); n < 2 || last.low[n-1] != 's' || p == nil && last.low[n-2] != 'y' {
		return found{}, false
	}
	f := set("XXXX-WXX-" + string(rune('0'+(w.num+6)%7+1)))
	if p != nil {
		f.value += "T" + dayParts[p.num]
	}
	return f, true
}

func buildWeekends(r *reader, m *match) (found, bool) {
	return set("XXXX-WXX-WE"), m.n > 1 || r.adverbial(m)
}

// buildMornings reads "mornings" as an adverb.
func buildMornings(r *reader, m *match) (found, bool) {
	prev := r.before(m, 1)
	return set("XXXX-XX-XXT" + dayParts[r.words[m.from].num]), prev.class&(count|integer|vagueCount|weekdayName|ordinal) == 0 && prev.low != "the" && r.adverbial(m)
}

// buildDayOfMonths reads "the 19th of every month".
func buildDayOfMonths(r *reader, m *match) (found, bool) {
	d := m.get(dayNumber | dayOrdinal)
	return set(fmt.Sprintf("XXXX-XX-%02d", d.num)), true
}
