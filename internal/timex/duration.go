package timex

import (
	"strconv"
	"strings"

	"github.com/dateline/dateline"
)

// durationRules are lengths of time: no dates, but expressions all the same.
var durationRules = []rule{
	{"duration", "( the | its )? ( APPROX )? ( last|past|next|previous|coming|upcoming|first|latest|following|final|preceding|recent|other|full|entire|whole|intervening|same|two|remaining )? ( APPROX )? NUM ( $adjective )? -? UNIT ( or so | or more | or longer | or less | -? long | period )?", buildDuration},
	{"range of durations", "( APPROX )? ( the next|past|last )? NUM to|or|- NUM ( -? UNIT )", buildDurationRange},
	{"compound duration", "( APPROX )? ( the | $rel )? NUM|a|an|one UNIT ,|and|-? NUM UNIT ( ,|and|-? NUM UNIT )?", buildCompound},
	{"nights", "NUM nights|night", buildNights},
	{"all day", "all -? day|week|month|year | full|whole -? day|week|month|year", buildAllUnit},
	{"a unit", "another UNIT | ( APPROX )? a|an ( APPROX | full|whole|single|entire|further|given|particular )? -? UNIT ( or so | or more | or two | and a half )?", buildAUnit},
	{"long", "( NUM | a | an | one ) -? UNIT -? long | a NUM -? UNIT period", buildDuration},
	{"age", "( APPROX )? NUM -? UNIT -? old | ( APPROX )? NUM UNIT of age", buildDuration},
	{"half unit", "( a )? half -? century|decade|hour|year | ( a )? quarter -? century | ( a )? quarter of a century | the? next|last|past quarter century", buildHalfUnit},
	{"one and a half", "NUM|a|an UNIT and NUM | NUM|a|an UNIT and half", buildAndHalf},
	{"plural units", "some UNITS | ( the | its )? ( early|late|final|first|last|past|coming|recent|many|next|intervening|ensuing|succeeding|following|previous|preceding|subsequent )? UNITS ( ago )? | UNITS and|or UNITS", buildUnits},
	{"first quarters", "( the )? ( first|last|past|next ) NUM quarters|halves", buildDuration},
}

// unitLetters are the designators of TIMEX3 durations.
var unitLetters = map[unit]string{
	second: "TnS", minute: "TnM", hour: "TnH", day: "nD", weekend: "nWE", week: "nW", month: "nM", season: "nSE", quarter: "nQ",
	half: "nH", year: "nY", decade: "nDE", century: "nCE", millennium: "nML", fortnight: "nW",
}

// halves are the durations of half a unit, in the finer unit that it has.
var halves = map[unit]string{hour: "PT30M", year: "P6M", decade: "P5Y", century: "P50Y"}

// durationValue writes n tenths of a unit as a TIMEX3 duration.
func durationValue(n int, u unit) string {
	if n == 5 {
		if v, ok := halves[u]; ok {
			return v
		}
	}
	if u == fortnight {
		n *= 2
	}
	text := strconv.Itoa(n / 10)
	if n%10 != 0 {
		text += "." + strconv.Itoa(n%10)
	}
	return "P" + strings.Replace(unitLetters[u], "n", text, 1)
}

// vagueDuration is an unknown number of a unit.
func vagueDuration(u unit) string {
	return "P" + strings.Replace(unitLetters[u], "n", "X", 1)
}

func duration(value string) found {
	return found{typ: dateline.DurationTimex, value: value}
}

func buildDuration(r *reader, m *match) (found, bool) {
	u := m.unit()
	n, vague := amount(m)
	if n > 10 && !m.plural() && m.has("next", "last", "past", "this") && !m.has("-") { // "only 3 next week"
		return found{}, false
	}
	if w := m.get(classNames["NUM"]); w != nil && !r.counts(m, w) {
		return found{}, false
	}
	if u == quarter && !r.quartersOfYear(m) {
		return found{}, false
	}
	f := duration(durationValue(n, u))
	if vague {
		f = duration(vagueDuration(u))
	}
	f.mod = approxMod(m)
	if f.skip = r.determiner(m); r.lasts(m) {
		f.skip = 1
	}
	return f, true
}

// lasts reports whether the match begins with the verb "last".
func (r *reader) lasts(m *match) bool {
	w := &r.words[m.from]
	if w.low != "last" {
		return false
	}
	prev := r.before(m, 1)
	return strings.HasPrefix(r.tag(w), "VB") || prev.tense == future || prev.tense == infinitive
}

// determiner is 1 where the match begins with an article that belongs to a noun
// behind it: "the eight-year war".
func (r *reader) determiner(m *match) int {
	first := r.words[m.from].low
	if m.plural() || m.has("period") || m.has("last", "past", "next", "same", "first", "final") || m.n < 3 {
		return 0
	}
	if first == "the" || first == "its" || (first == "a" || first == "an") && m.has("-") {
		return 1
	}
	return 0
}

// quartersOfYear tells quarters of a year from the fraction: "three-quarters
// of the voters".
func (r *reader) quartersOfYear(m *match) bool {
	return !(m.plural() && (m.has("-") || r.after(m, 1).low == "of" || m.n == 2))
}

// counts tells a count from a number that belongs to something else: a year
// ("1998 season"), a price.
func (r *reader) counts(m *match, w *word) bool {
	if w.class&fullYear != 0 && w.class&count == 0 && w.num >= 1500 && w.num <= 2100 && !m.plural() {
		return false
	}
	if w.num > 9999 && (!m.plural() || w.num > 1e6) {
		return false
	}
	prev := r.before(m, 1)
	return prev.low != "$" && prev.low != "no" && !(prev.low == "." && w.tight)
}

func buildDurationRange(r *reader, m *match) (found, bool) {
	u := m.unit()
	a, b := m.nth(classNames["NUM"], 0), m.nth(classNames["NUM"], 1)
	if b == nil || a.class&vagueCount != 0 || a.num >= b.num && b.class&vagueCount == 0 {
		return found{}, false
	}
	if b.class&vagueCount != 0 {
		return duration(vagueDuration(u)), true
	}
	if a.num+1 == b.num {
		return duration(durationValue(10*a.num, u)), true
	}
	return duration(durationValue(10*b.num, u)), true
}

// buildAUnit reads "a year", "a full week", "an hour or two".
func buildAUnit(r *reader, m *match) (found, bool) {
	u := m.unit()
	if m.plural() || u == season || u == half || u == second {
		return found{}, false
	}
	f := duration(durationValue(10, u))
	switch {
	case m.has("two"):
		f = duration(vagueDuration(u))
	case m.words("and a half"):
		f = duration(durationValue(15, u))
	}
	f.mod = approxMod(m)
	if perUnit(r, m) {
		f.typ = dateline.SetTimex
	}
	return f, u != quarter
}

// perUnit reports whether "a year" is a rate: "three times a year", "$8 a week".
func perUnit(r *reader, m *match) bool {
	prev := r.before(m, 1)
	return prev.class&(integer|count|decimal) != 0 || prev.low == "once" || prev.low == "twice" || prev.low == "times" ||
		prev.low == "million" || prev.low == "billion" || prev.low == "percent" || prev.low == "%" || prev.low == "day" || prev.low == "days"
}

// words reports whether the match ends in the row of words.
func (m *match) words(row string) bool {
	list := strings.Fields(row)
	for k, w := range list {
		i := m.to - len(list) + k
		if i < m.from || m.r.words[i].low != w {
			return false
		}
	}
	return true
}

func buildHalfUnit(r *reader, m *match) (found, bool) {
	switch {
	case m.has("quarter"):
		return duration("P25Y"), true
	case m.has("century"):
		return duration("P50Y"), true
	case m.has("decade"):
		return duration("P5Y"), true
	case m.has("year"):
		return duration("P6M"), true
	}
	return duration("PT30M"), true
}

// buildAndHalf reads "an hour and a half".
func buildAndHalf(r *reader, m *match) (found, bool) {
	n, k := 10, 0
	if w := m.get(classNames["NUM"]); w != nil && w.class&decimal == 0 {
		n, k = 10*w.num, 1
	}
	if w := m.nth(classNames["NUM"], k); !m.has("half") && (w == nil || w.num != 0 || w.frac != 5) {
		return found{}, false
	}
	return duration(durationValue(n+5, m.unit())), n < 1e5
}

// buildCompound reads "two years and six months", "1 year 1 month 21 days".
func buildCompound(r *reader, m *match) (found, bool) {
	years, days := m.compound()
	if next := r.after(m, 1).low; years == "" && days == "" || next == "ago" || next == "later" || next == "earlier" {
		return found{}, false
	}
	f := duration("P" + years)
	if days != "" {
		f.value += "T" + days
	}
	f.mod = approxMod(m)
	return f, true
}

// compound writes the parts of a length of time: those from days on, and those of
// hours, minutes and seconds. Both are "" where the units do not get smaller or a
// number is vague.
func (m *match) compound() (date, clock string) {
	n, last := 10, fortnight
	for _, s := range m.steps[:m.n] {
		w := &m.r.words[s.from]
		switch {
		case w.class&vagueCount != 0:
			return "", ""
		case m.class(s)&classNames["NUM"] != 0 && w.class&classNames["NUM"] != 0:
			n = 10*w.num + int(w.frac)
		case w.class&unitName != 0:
			u := unit(w.num)
			if u >= last || u == weekend || u == season || u >= decade {
				return "", ""
			}
			part := strings.TrimPrefix(durationValue(n, u), "P")
			if u < day {
				clock += strings.TrimPrefix(part, "T")
			} else {
				date += part
			}
			n, last = 10, u
		}
	}
	return date, clock
}

func buildNights(r *reader, m *match) (found, bool) {
	n, vague := amount(m)
	if vague {
		return duration("PXD"), true
	}
	return duration(durationValue(n, day)), n < 10000 && (n == 10 || r.words[m.to-1].low == "nights")
}

// buildAllUnit reads "all day", "all week".
func buildAllUnit(r *reader, m *match) (found, bool) {
	return duration(durationValue(10, m.unit())), r.before(m, 1).low != "of"
}

// buildUnits reads "years", "the early years", "days and weeks".
func buildUnits(r *reader, m *match) (found, bool) {
	u := m.unit()
	if m.has("ago") || u == second || u == quarter || u == half || u == season {
		return found{}, false
	}
	if m.n == 1 && r.after(m, 1).class&fullYear != 0 {
		return found{}, false
	}
	f := duration(vagueDuration(u))
	if m.has("recent") && u == year {
		f = found{typ: dateline.DateTimex, value: "PAST_REF", anchor: "publication"}
	}
	return f, true
}
