package timex

import "github.com/dateline/dateline"

// anchoredRules are dates that lean on the date the text spoke of last.
var anchoredRules = []rule{
	{"day beside", "the day before|after|following|earlier|prior | the UNIT before|after|following|earlier | a day before|after", buildBeside},
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
