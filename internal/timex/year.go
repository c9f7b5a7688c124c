package timex

func buildEraYear(r *reader, m *match) (found, bool) {
	e := m.get(era)
	y := m.get(classNames["ERAYEAR"])
	if y == nil || y.num == 0 || !isEra(r.text[e.start:e.end]) {
		return found{}, false
	}
	if r.words[m.from] == *e && e.num < 0 { // "BC 5" is a place or a product
		return found{}, false
	}
	return found{per: yearPeriod(e.num * y.num), anchor: "absolute"}, true
}

// isEra keeps "ad" and "ce" in small letters from being eras.
func isEra(s string) bool {
	return s[0] >= 'A' && s[0] <= 'Z' && s[len(s)-1] != 'd' && s[len(s)-1] != 'e' || len(s) > 3 && s[1] == '.' || s == "bc"
}

func buildYear(r *reader, m *match) (found, bool) {
	w := m.get(fullYear)
	if w == nil {
		w = m.get(count | integer)
		if w == nil || w.num < 1400 || w.num > 2100 {
			return found{}, false
		}
	}
	if !r.plausibleYear(w.num) || m.n == 1 && (!r.bareYear(m, w) || r.countsNoun(m)) || m.has("the") && m.n == 2 {
		return found{}, false
	}
	return found{per: yearPeriod(w.num), anchor: "absolute"}, true
}

// countsNoun reports whether the syntax makes the number a count of the plural
// noun behind it, with no word before it that a year would follow.
func (r *reader) countsNoun(m *match) bool {
	w := &r.words[m.from]
	toks := r.sentences[w.sentence].Tokens
	t := &toks[w.token]
	if t.Deprel != "nummod" || t.Head != int(w.token)+1 || toks[t.Head].XPOS != "NNS" {
		return false
	}
	switch prev := r.before(m, 1); prev.low {
	case "in", "of", "the", "since", "by", "for", "from", "to", "during", "after", "before", "and", "'s", "his", "its", "their", "a":
		return false
	}
	return !w.first
}

// bareYear tells a year from another number of four digits by its neighbours.
func (r *reader) bareYear(m *match, w *word) bool {
	prev, next := r.before(m, 1), r.after(m, 1)
	if w.tight && prev.low != "" && prev.class == 0 && prev.low[0] >= 'a' && prev.low[0] <= 'z' {
		return false // "RN1551"
	}
	switch prev.low {
	case "$", "£", "€", "¥", "#", "no", "nos", "number", "page", "room", "flight", "route", "highway", "article", "section", "resolution",
		"law", "act", "order", "boeing", "at", "some", "than", "nearly", "only", "over", "exactly", "approximately", "rs", "usd", "+":
		return w.class&count != 0 && prev.low == "at"
	case "-":
		if n := r.before(m, 2); prev.tight && w.tight && n.class&integer != 0 && (n.class&fullYear == 0 || r.before(m, 3).low == "-") {
			return false
		}
	case ".", "/", ":":
		if prev.tight && w.tight && r.before(m, 2).class&(integer|count) != 0 && r.before(m, 2).class&fullYear == 0 {
			return false
		}
	}
	if prev.class&approx != 0 && approxPhrases[prev.num].mod != "APPROX" {
		return false
	}
	if then := r.after(m, 2); next.low == "-" && next.tight && then.tight && then.class&integer != 0 && (then.class&fullYear == 0 || r.after(m, 3).low == "-") {
		return false
	}
	switch next.low {
	case "%", "percent", "per", "km", "kilometers", "kilometres", "miles", "meters", "metres", "feet", "people", "men", "troops", "soldiers",
		"dollars", "tons", "tonnes", "votes", "million", "billion", "pounds", "euros", "hours", "yards", "acres", "hectares", "workers",
		"employees", "shares", "jobs", "homes", "houses", "points", "killed", "dead", "others", "prisoners", "civilians", "students", "degrees",
		"women", "children", "passengers", "protesters", "demonstrators", "residents", "families", "rebels", "guests", "officers", "rounds", "seats", "members", "delegates", "tanks", "aircraft", "ships", "copies", "times", "refugees", "casualties", "wounded", "kg":
		return false
	case "/", ":", ".":
		if next.tight && r.after(m, 2).tight && r.after(m, 2).class&integer != 0 && next.low != "/" {
			return false
		}
	}
	if next.class&(unitName|scale) != 0 && next.low != "season" && next.low != "quarter" && next.low != "half" && next.low != "week" {
		return false
	}
	return w.num >= 1500 || prev.low == "in" || prev.low == "since" || prev.low == "by" || prev.class&approx != 0
}

func buildDecade(r *reader, m *match) (found, bool) {
	w := m.get(decadeWord)
	n := w.num
	if e := m.get(era); e != nil {
		n *= e.num
	}
	if c := m.get(smallSpelled); c != nil { // the nineteen seventies
		return found{per: period{unit: decade, year: 10*c.num + n%10}, anchor: "absolute"}, c.num >= 15 && c.num <= 20 && n >= 192 && n <= 199
	}
	if w.class&abbreviation == 0 && n >= 192 && n <= 199 && r.text[w.end-1] == 's' && !isDigit(rune(r.text[w.start])) {
		return found{per: period{unit: decade, year: n}, anchor: "absolute"}, m.has("the") || m.get(phase) != nil || r.before(m, 1).low == "mid"
	}
	switch {
	case n < 0:
		return found{per: period{unit: decade, year: n}, anchor: "absolute"}, true
	case n%10 == 0 && n <= 190 && n < 191 && w.end-w.start >= 5: // the 1800s
		return found{per: period{unit: century, year: n / 10}, anchor: "absolute"}, true
	case n < 100:
		return found{}, false
	}
	return found{per: period{unit: decade, year: n}, anchor: "absolute"}, true
}

func buildCentury(r *reader, m *match) (found, bool) {
	n := m.get(ordinal).num
	if n < 1 || n > 30 {
		return found{}, false
	}
	if e := m.get(era); e != nil && e.num < 0 {
		return found{per: period{unit: century, year: -(n - 1)}, anchor: "absolute"}, n > 1
	}
	return found{per: period{unit: century, year: n - 1}, anchor: "absolute"}, true
}
