package timex

func buildSeasonYear(r *reader, m *match) (found, bool) {
	n := m.get(seasonName).num
	if y, ok := r.givenYear(m, nil); ok {
		return found{per: period{unit: season, year: y, n: n}, anchor: "absolute"}, true
	}
	if rel := r.relYear(m); rel.unit == year {
		return found{per: period{unit: season, year: rel.year, n: n}, anchor: "text"}, true
	}
	return found{}, false
}

// buildSeason reads a season without a year. "Spring" and "fall" alone are as
// often a place for water and a way to the ground.
func buildSeason(r *reader, m *match) (found, bool) {
	w := m.get(seasonName)
	make := func(y int) period { return period{unit: season, year: y, n: w.num} }
	alone := m.n == 1 || m.n == 2 && m.has("the")
	if alone && !r.seasonInContext(m, w) {
		return found{}, false
	}
	switch {
	case m.has("last", "past", "previous"):
		return found{per: r.strictly(make, -1), anchor: "publication"}, true
	case m.has("next", "coming", "following"):
		return found{per: r.strictly(make, +1), anchor: "publication"}, true
	case m.has("this", "current") && r.now.unit != noUnit && !r.narrative:
		if now := r.now.in(season); now.n == w.num { // this winter, in January
			return found{per: now, anchor: "publication"}, true
		}
		return found{per: make(r.now.year), anchor: "publication"}, true
	}
	p, anchor := r.place(make, r.tense(m), r.words[m.from].sentence)
	if anchor == "publication" {
		p = r.onSide(m, p, make)
	}
	return found{per: p, anchor: anchor}, true
}

func (r *reader) seasonInContext(m *match, w *word) bool {
	next := r.after(m, 1)
	if w.low == "fall" || w.low == "spring" {
		switch r.before(m, 1).low {
		case "in", "during", "by", "since", "until", "late", "early", "of", "mid":
			return next.low != "of" && next.low != "from" && (m.has("the") || r.before(m, 1).low != "of")
		}
		return false
	}
	return !next.upper // "Winter Palace" is a building
}
