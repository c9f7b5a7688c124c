package timex

// place gives a date without a year its year: make is the date in a given year.
func (r *reader) place(make func(y int) period, t tense, sentence int32) (period, string) {
	if r.narrative || r.now.unit == noUnit {
		return r.placeInStory(make)
	}
	if y, ok := r.yearOfSentence(sentence); ok {
		return make(y), "text"
	}
	return r.nearest(make, t), "publication"
}

// placeInStory takes the year that the story has come to, or the one beside it
// where that lies nearer to the date told last: January after December.
func (r *reader) placeInStory(make func(y int) period) (period, string) {
	at, ok := r.storyDate()
	if !ok {
		return make(anyYear), "text"
	}
	p := make(at.year)
	if at.unit > month || !at.known() {
		return p, "text"
	}
	from, _, _ := at.bounds()
	if to, _, ok := p.bounds(); ok {
		switch away := to.Sub(from).Hours() / 24; {
		case away < -240:
			return make(at.year + 1), "text"
		case away > 300:
			return make(at.year - 1), "text"
		}
	}
	return p, "text"
}

// storyDate is the date that sets the year of those after it: a full date, or a
// year that opens its sentence; any other year is more likely a glance ahead or
// back.
func (r *reader) storyDate() (period, bool) {
	var glance period
	for i := len(r.history) - 1; i >= 0; i-- {
		h := &r.history[i]
		if h.per.in(year).unit != year {
			continue
		}
		if h.per.unit < year || h.opening || r.sentence == h.sentence {
			return h.per, true
		}
		if glance.unit == noUnit {
			glance = h.per
		}
	}
	return glance, glance.unit != noUnit
}

// yearOfSentence is a year, other than that of publication, that the sentence
// gave before.
func (r *reader) yearOfSentence(sentence int32) (int, bool) {
	for i := len(r.history) - 1; i >= 0; i-- {
		h := &r.history[i]
		if h.sentence != sentence {
			return 0, false
		}
		if h.explicit && h.per.unit <= year && (h.per.year < r.now.year-1 || h.per.year > r.now.year+1) {
			return h.per.year, true
		}
	}
	return 0, false
}

// nearest is the date in the year that puts it closest to publication. A day on
// the wrong side for the tense of the clause counts as three times as far: the
// verb next to a date is not always the one that governs it ("declared a
// dividend payable Nov. 20"). Of two that are as close it is the earlier.
func (r *reader) nearest(make func(y int) period, t tense) period {
	now := date(r.now.year, r.now.n, r.now.day)
	best, bestAway := period{}, 1<<30
	for y := r.now.year - 1; y <= r.now.year+1; y++ {
		p := make(y)
		first, last, ok := p.bounds()
		if !ok {
			continue
		}
		away := 0
		if first.After(now) {
			away = int(first.Sub(now).Hours() / 24)
			if t == past {
				away *= 3
			}
		} else if last.Before(now) {
			away = int(now.Sub(last).Hours() / 24)
			if t == future {
				away *= 3
			}
		}
		if away < bestAway {
			best, bestAway = p, away
		}
	}
	return best
}

// weekday is the day of the week wd (0 Sunday) that a clause of tense t means.
func (r *reader) weekday(wd int, t tense) (period, string) {
	base, anchor := r.now, "publication"
	if r.narrative || base.unit == noUnit {
		last, ok := r.lastMention(day)
		if !ok {
			return period{}, "text"
		}
		base, anchor, t = last, "text", future
	}
	first, _, ok := base.bounds()
	if !ok {
		return period{}, anchor
	}
	back := (int(first.Weekday()) - wd + 7) % 7
	if t == meant && back > 3 || t == scheduled && back > 4 {
		t = future
	}
	if t == future {
		ahead := (7 - back) % 7
		if ahead == 0 && anchor == "text" {
			ahead = 7
		}
		return base.shift(ahead), anchor
	}
	return base.shift(-back), anchor
}

// plausibleYear reports whether a bare number of four digits may be a year.
func (r *reader) plausibleYear(y int) bool {
	return y >= 1400 && y <= 2100
}
