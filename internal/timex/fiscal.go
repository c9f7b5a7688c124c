package timex

// fiscalRules are quarters, halves and fiscal years. A fiscal year is written as
// the calendar year it is named after: where its bounds lie no text says.
var fiscalRules = []rule{
	{"quarter", "( the|its )? fiscal? -? ORD -? quarter|half ( ( ,? | of | in | of the year ) ( fiscal )? ( year )? YEAR )?", buildQuarter},
	{"quarter of year", "( the|its )? fiscal? -? ORD -? quarter|half ,? ( of | in )? ( the )? $rel ( fiscal )? year", buildQuarter},
	{"year's quarter", "( the )? YEAR ( 's )? fiscal? ORD -? quarter|half | $rel year 's fiscal? ORD -? quarter|half", buildQuarter},
	{"quarters", "( the )? ( first|last|final|next ) two|three quarters of YEAR", buildQuarters},
	{"last quarter of", "( the )? last|final quarter of YEAR | ( the )? latter half of YEAR | ( the )? last|final quarter of $rel year", buildLastQuarter},
	{"Q1", "q|h ~ INT ( ,? | of | - ) YEAR | q ~ INT ( ( ,? | of ) $rel year )? | YEAR -? q|h ~ INT", buildQ},
	{"fiscal year", "( the )? fiscal ( year )? YEAR | fy ( ' )? YEAR|YY | ( the )? YEAR fiscal|financial year | ( the )? financial|tax year YEAR", buildFiscalYear},
	{"this fiscal year", "( the|this|its )? ( $rel )? fiscal|financial year", buildThisFiscalYear},
}

// buildQuarter reads a quarter or half that is numbered, with its year or that
// which the tense of the clause gives.
func buildQuarter(r *reader, m *match) (found, bool) {
	o := m.get(ordinal)
	u, limit := quarter, 4
	if m.has("half") {
		u, limit = half, 2
	}
	if o == nil || o.num < 1 || o.num > limit {
		return found{}, false
	}
	make := func(y int) period { return period{unit: u, year: y, n: o.num} }
	if y := m.get(fullYear); y != nil {
		return found{per: make(y.num), anchor: "absolute"}, r.plausibleYear(y.num)
	}
	if rel := r.relYear(m); rel.unit == year && m.has("last", "past", "previous", "preceding", "next", "coming", "upcoming", "following", "this", "current", "that", "same", "ensuing", "present") {
		return found{per: make(rel.year), anchor: "publication"}, true
	}
	if u == half && !m.has("the") {
		return found{}, false
	}
	t := r.tense(m)
	p, anchor := r.place(make, t, r.words[m.from].sentence)
	if t != future && anchor == "publication" && p.known() && !r.begun(p) {
		p = p.shiftBy(-1, year)
	}
	return found{per: p, anchor: anchor, skip: r.adjective(m)}, true
}

// adjective is 1 where "the third-quarter", "its third-quarter" stands before a
// noun, to which the article belongs.
func (r *reader) adjective(m *match) int {
	first := r.words[m.from].low
	if (first == "the" || first == "its") && r.words[m.to-2].low == "-" {
		return 1
	}
	return 0
}

// begun reports whether a period's first day is not after publication.
func (r *reader) begun(p period) bool {
	first, _, ok := p.bounds()
	return ok && !first.After(date(r.now.year, r.now.n, r.now.day))
}

func buildQuarters(r *reader, m *match) (found, bool) {
	y := m.get(fullYear).num
	if m.has("two") {
		n := 1
		if m.has("last", "final", "next") {
			n = 2
		}
		return found{per: period{unit: half, year: y, n: n}, anchor: "absolute"}, true
	}
	return found{per: yearPeriod(y), mod: "START", vague: true, anchor: "absolute"}, true
}

func buildLastQuarter(r *reader, m *match) (found, bool) {
	p := period{unit: quarter, n: 4}
	if m.has("half") {
		p = period{unit: half, n: 2}
	}
	if y := m.get(fullYear); y != nil {
		p.year = y.num
		return found{per: p, anchor: "absolute"}, r.plausibleYear(y.num)
	}
	rel := r.relYear(m)
	p.year = rel.year
	return found{per: p, anchor: "publication"}, rel.unit == year
}

func buildQ(r *reader, m *match) (found, bool) {
	n := 0
	for k := 0; m.nth(integer, k) != nil; k++ {
		if w := m.nth(integer, k); w.class&fullYear == 0 {
			n = w.num
		}
	}
	u, limit := quarter, 4
	if m.has("h") {
		u, limit = half, 2
	}
	if n < 1 || n > limit {
		return found{}, false
	}
	make := func(y int) period { return period{unit: u, year: y, n: n} }
	if y := m.get(fullYear); y != nil {
		return found{per: make(y.num), anchor: "absolute"}, true
	}
	if rel := r.relYear(m); rel.unit == year {
		return found{per: make(rel.year), anchor: "publication"}, true
	}
	p, anchor := r.place(make, r.tense(m), r.words[m.from].sentence)
	return found{per: p, anchor: anchor}, true
}

func buildFiscalYear(r *reader, m *match) (found, bool) {
	y := m.get(fullYear)
	if y == nil {
		return found{per: yearPeriod(r.century(m.get(shortYear).num)), anchor: "absolute"}, true
	}
	return found{per: yearPeriod(y.num), anchor: "absolute"}, r.plausibleYear(y.num)
}

func buildThisFiscalYear(r *reader, m *match) (found, bool) {
	if m.n == 2 {
		return found{}, false
	}
	p, anchor := r.relative(m, year)
	return found{per: p, anchor: anchor}, p.unit != noUnit
}
