package timex

import "github.com/dateline/dateline"

// setRules are times that come again.
var setRules = []rule{
	{"every", "every|each ( other|second|third|fourth|few|single|successive )? UNIT|WEEKDAY|MONTH|SEASON|PART|HOLIDAY | every NUM UNIT | each NUM UNIT | every WEEKDAY PART", buildEvery},
	{"frequency", "daily|weekly|monthly|yearly|annually|nightly|hourly|biweekly|fortnightly|biannually|semiannually", buildFrequency},
	{"per", "per UNIT", buildPer},
	{"weekdays", "WEEKDAY", buildWeekdays},
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
	"semiannually": "P6M",
}

// buildFrequency reads "weekly", unless it is part of a name: the Daily Mail.
func buildFrequency(r *reader, m *match) (found, bool) {
	w := &r.words[m.from]
	if w.upper && (!w.first || r.after(m, 1).upper) {
		return found{}, false
	}
	return set(frequencies[w.low]), r.narrative || w.low == "annually" || r.adverbial(m)
}

// adverbial reports whether a word such as "daily", which is an adjective as
// well, has no noun behind it.
func (r *reader) adverbial(m *match) bool {
	switch next := r.after(m, 1); next.low {
	case "", ",", ".", ";", ")", "in", "on", "at", "by", "to", "from", "for", "and", "with", "since", "until":
		return true
	}
	return false
}

func buildPer(r *reader, m *match) (found, bool) {
	f := set(durationValue(10, m.unit()))
	return f, true
}

// buildWeekdays reads "Mondays".
func buildWeekdays(r *reader, m *match) (found, bool) {
	w := m.get(weekdayName)
	if n := len(w.low); n < 2 || w.low[n-2:] != "ys" {
		return found{}, false
	}
	return set("XXXX-WXX-" + string(rune('0'+(w.num+6)%7+1))), true
}
