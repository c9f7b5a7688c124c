package timex

import "github.com/dateline/dateline"

// found is what a rule says about the words it matched, before the value is
// written out.
type found struct {
	typ      dateline.TimexType // "" for a date, or a time where clock is set
	per      period
	clock    string // time of day: "T10:30", "TMO"
	value    string // value that no period writes: "P3M", "PRESENT_REF"
	mod      string
	anchor   string
	vague    bool // the value is exact, the expression is not: do not narrow
	compared bool // a date that another one is compared with
	drop     int  // words at the end of the match that are not part of it
	skip     int  // words at its start that are not part of it
	parts    []part
}

// part is one of several expressions that a rule found at once, such as the two
// days of "February 9 and 10"; from and to count words.
type part struct {
	from, to int
	found    found
}

// mention remembers a date of the text for those that lean on it.
type mention struct {
	per      period
	sentence int32
	word     int
	explicit bool // written with its year
	compared bool
	opening  bool // stands near the beginning of its sentence
}

// reader goes through the words once, from left to right.
type reader struct {
	text      string
	words     []word
	sentences []dateline.Sentence
	match     matcher
	now       period // day of publication, unit noUnit where unknown
	narrative bool   // tells history: dates lean on one another, not on now
	dayFirst  bool   // 9/2 is the 9th of February
	history   []mention
	sentence  int32 // of the match being read
	out       []expression
}

// read finds the expressions of all words.
func (r *reader) read() {
	for i := 0; i < len(r.words); {
		w := &r.words[i]
		if w.id == 0 && w.class == 0 {
			i++
			continue
		}
		i = r.readAt(i)
	}
}

// readAt tries the matches at word i, the longest first, and returns the word
// to go on with.
func (r *reader) readAt(i int) int {
	matches, order := r.match.at(i)
	for _, k := range order {
		m := &matches[k]
		r.sentence = r.words[i].sentence
		f, ok := m.rule.build(r, m)
		if !ok {
			continue
		}
		if len(f.parts) > 0 {
			for _, p := range f.parts {
				r.emit(p.from, p.to, m.rule.name, p.found)
			}
			return m.to
		}
		r.emit(m.from+f.skip, m.to-f.drop, m.rule.name, f)
		return m.to - f.drop
	}
	return i + 1
}

// emit writes the expression of words [from, to) and remembers its date.
func (r *reader) emit(from, to int, name string, f found) {
	if from >= to {
		return
	}
	if f.per.unit != noUnit && f.typ != dateline.SetTimex && f.typ != dateline.DurationTimex {
		r.remember(f, from)
	}
	r.out = append(r.out, expression{
		span:  dateline.Span{Start: r.words[from].start, End: r.words[to-1].end},
		timex: timexOf(f),
		rule:  name,
		from:  from,
		to:    to,
		per:   f.per,
	})
}

func (r *reader) remember(f found, at int) {
	if f.per.unit >= century || f.per.year == anyYear {
		return
	}
	r.history = append(r.history, mention{per: f.per, sentence: r.words[at].sentence, word: at, explicit: f.anchor == "absolute",
		compared: f.compared, opening: r.opens(at)})
}

// opens reports whether word at is one of the first words of its sentence.
func (r *reader) opens(at int) bool {
	for i := at; i >= 0 && i > at-4; i-- {
		if r.words[i].first {
			return true
		}
	}
	return false
}

// timexOf writes a found expression as TIMEX3.
func timexOf(f found) dateline.Timex {
	t := dateline.Timex{Type: f.typ, Value: f.value, Mod: f.mod, Anchor: f.anchor}
	if t.Type == "" {
		t.Type = dateline.DateTimex
		if f.clock != "" {
			t.Type = dateline.TimeTimex
		}
	}
	if t.Value == "" {
		t.Value = f.per.value() + f.clock
	}
	if t.Type == dateline.DurationTimex || t.Type == dateline.SetTimex {
		return t
	}
	t.Precision = f.per.precision()
	if f.clock != "" {
		t.Precision = "time"
	}
	t.First, t.Last = f.days()
	if t.First == "" {
		t.Precision = "vague"
	}
	return t
}

// days are the first and last day of a found date, narrowed by its modifier.
func (f found) days() (dateline.Day, dateline.Day) {
	first, last, ok := f.per.bounds()
	if !ok {
		return "", ""
	}
	if f.vague || f.per.unit <= day {
		return dateline.DayOf(first), dateline.DayOf(last)
	}
	n := int(last.Sub(first).Hours()/24) + 1
	switch f.mod {
	case "START":
		last = first.AddDate(0, 0, (n+2)/3-1)
	case "MID":
		first, last = first.AddDate(0, 0, n/3), first.AddDate(0, 0, n-n/3-1)
	case "END":
		first = first.AddDate(0, 0, n-(n+2)/3)
	}
	return dateline.DayOf(first), dateline.DayOf(last)
}

// lastMention is the date mentioned last, of a grain no coarser than u.
func (r *reader) lastMention(u unit) (period, bool) {
	for i := len(r.history) - 1; i >= 0 && i >= len(r.history)-8; i-- {
		if p := r.history[i].per; p.unit <= u {
			return p, true
		}
	}
	return period{}, false
}

// base is the day that deictic expressions count from: publication, or in a
// narrative what it speaks of.
func (r *reader) base(u unit) (period, string) {
	if r.narrative {
		if p, ok := r.lastMention(u); ok {
			return p.in(u), "text"
		}
		return period{}, "text"
	}
	return r.now.in(u), "publication"
}

// tag is the Penn tag of the token that a word came from, "" where there is none.
func (r *reader) tag(w *word) string {
	return r.sentences[w.sentence].Tokens[w.token].XPOS
}

// before and after are the words around a match, zero words at the edges of
// its sentence.
func (r *reader) before(m *match, n int) *word {
	i := m.from - n
	if i < 0 || r.words[i].sentence != r.words[m.from].sentence {
		return &word{}
	}
	return &r.words[i]
}

func (r *reader) after(m *match, n int) *word {
	i := m.to + n - 1
	if i >= len(r.words) || r.words[i].sentence != r.words[m.from].sentence {
		return &word{}
	}
	return &r.words[i]
}
