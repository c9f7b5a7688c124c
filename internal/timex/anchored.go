package timex

import "github.com/dateline/dateline"

// anchoredRules are dates that lean on the date the text spoke of last.
var anchoredRules = []rule{
	{"day beside", "the day before|after|following|earlier|prior | the UNIT before|after|following|earlier | a day before|after", buildBeside},
	{"day of an event", "the ORD|opening|closing|final|last day", buildEventDay},
	{"next one", "the very? next|following day", buildRelativeUnit},
	{"year ago period", "( the|its|a )? ( ( year|UNIT -? ago|earlier ) | same|corresponding|comparable|like|similar|prior|prior-year|previous|preceding | YEAR | $last year 's ) ( fiscal )? ( ORD -? )? quarter|period|half ( ( of )? ( the )? $last year | a year ago|earlier | of YEAR )?", buildComparable},
	{"latest period", "( the )? latest|current|recent|fiscal|reporting|year|same quarter|period", buildLatest},
	{"year ago", "( a|one|the )? year -? ago|earlier ( ORD -? quarter )? | the quarter|period a year ago|earlier", buildYearAgo},
}

// buildBeside reads "the day before", "the week after" at the end of a phrase,
// where the event it leans on is not named.
func buildBeside(r *reader, m *match) (found, bool) {
	u := m.unit()
	if u < day || u == fortnight {
		return found{}, false
	}
	if r.words[m.from].low == "a" && !r.phraseEnds(m) {
		return found{}, false // "a day after he left" leans on what the clause tells
	}
	n := 1
	if m.has("before", "earlier", "prior") {
		n = -1
	}
	p, anchor := r.inText(u, n)
	if p.unit == noUnit {
		return vagueUnit(m, u), true
	}
	return found{per: p, anchor: anchor}, true
}

// buildEventDay reads "on the opening day", "on the second day", counted from the
// day or the row of days that the text spoke of last.
func buildEventDay(r *reader, m *match) (found, bool) {
	first, last, ok := r.lastRow()
	if !ok || r.before(m, 1).low != "on" || !r.dayEnds(m) {
		return found{}, false
	}
	switch o := m.get(ordinal); {
	case o != nil:
		day := first.shift(o.num - 1)
		return found{per: day, anchor: "text"}, o.num > 0 && !(first != last && last.before(day)) && o.num <= 7
	case m.has("opening"):
		return found{per: first, anchor: "text"}, true
	}
	return found{per: last, anchor: "text"}, first != last
}

// dayEnds reports whether no noun follows that the day belongs to.
func (r *reader) dayEnds(m *match) bool {
	switch next := r.after(m, 1); next.low {
	case "of":
		return r.after(m, 2).class&(monthName|fullYear|unitName) == 0
	case "the", "a", "an", "he", "she", "it", "they", "we", "both", "all":
		return true
	default:
		return next.upper || r.adverbial(m)
	}
}

// lastRow is the row of days such as "March 7-9" that the text spoke of last, not
// more than three sentences before, else the day.
func (r *reader) lastRow() (first, last period, ok bool) {
	for i := len(r.history) - 1; i >= 0 && r.sentence-r.history[i].sentence <= 3; i-- {
		b := &r.history[i]
		if b.per.unit != day {
			continue
		}
		if !ok {
			first, last, ok = b.per, b.per, true
		}
		if i == 0 || b.word == 0 || !rangeFollows(&r.words[b.word-1]) {
			continue
		}
		if a := &r.history[i-1]; a.per.unit == day && a.sentence == b.sentence && b.word-a.word <= 4 && a.per.before(b.per) {
			return a.per, b.per, true
		}
	}
	return first, last, ok
}

// buildComparable reads the quarter or period that another is compared with: a
// year before the one that the text spoke of last.
func buildComparable(r *reader, m *match) (found, bool) {
	p, ok := r.lastQuarter()
	if !ok {
		p, ok = r.now.in(quarter), r.now.unit != noUnit
	}
	if y := m.get(fullYear); y != nil && ok && r.plausibleYear(y.num) {
		f := found{per: p, anchor: "text", compared: y.num < p.year}
		f.per.year = y.num
		return r.ordinalQuarter(m, f), true
	}
	if !ok || !m.has("ago", "earlier", "year") && !m.has("same", "corresponding", "comparable", "like", "similar", "prior") {
		return found{}, false
	}
	return r.ordinalQuarter(m, found{per: p.shiftBy(-1, year), anchor: "text", compared: true}), true
}

// ordinalQuarter puts the quarter that a match names into f.
func (r *reader) ordinalQuarter(m *match, f found) found {
	if o := m.get(ordinal); o != nil && o.num <= 4 && f.per.unit == quarter {
		f.per.n = o.num
	}
	return f
}

// lastQuarter is the quarter (or half) that the text spoke of last, of those
// that have ended: results are compared, forecasts are not.
func (r *reader) lastQuarter() (period, bool) {
	for i := len(r.history) - 1; i >= 0 && i >= len(r.history)-12; i-- {
		p := r.history[i].per
		if !r.history[i].compared && (p.unit == quarter || p.unit == half) && r.ended(p) {
			return p, true
		}
	}
	return period{}, false
}

// ended reports whether a period lies before the day of publication.
func (r *reader) ended(p period) bool {
	_, last, ok := p.bounds()
	return ok && (r.now.unit == noUnit || last.Before(date(r.now.year, r.now.n, r.now.day)))
}

// buildLatest reads "the latest quarter": the one spoken of, else the last that
// has ended.
func buildLatest(r *reader, m *match) (found, bool) {
	if m.has("same") && m.has("period") {
		return found{}, false
	}
	if m.has("period") && !m.has("latest") {
		return found{}, false
	}
	if r.now.unit == noUnit {
		return found{typ: dateline.DateTimex, value: "XXXX-QX", anchor: "text"}, true
	}
	if m.has("current") {
		return found{per: r.now.in(quarter), anchor: "publication"}, true
	}
	if p, ok := r.lastQuarter(); ok {
		return found{per: p, anchor: "text"}, true
	}
	return found{per: r.now.in(quarter).shift(-1), anchor: "publication"}, true
}

// buildYearAgo reads "a year earlier" of a text that compares quarters, and the
// adjective "year-earlier".
func buildYearAgo(r *reader, m *match) (found, bool) {
	skip := 0
	if first := r.words[m.from].low; (first == "the" || first == "a") && m.has("-") && m.get(ordinal) == nil {
		skip = 1
	}
	if p, ok := r.lastQuarter(); ok && !r.narrative {
		return r.ordinalQuarter(m, found{per: p.shiftBy(-1, year), anchor: "text", compared: true, skip: skip}), true
	}
	base, anchor := r.now.in(year), "publication"
	if m.has("earlier") || r.narrative {
		if p, ok := r.lastMention(year); ok {
			base, anchor = p.in(year), "text"
		}
	}
	return found{per: base.shift(-1), anchor: anchor, skip: skip}, base.unit != noUnit
}
