package timex

import "github.com/dateline/dateline"

// vagueRules are words for the present, the past and the future at large.
var vagueRules = []rule{
	{"present", "right? now | currently | at present | at the moment | at this|the present time|moment | these days | nowadays | presently | the present day? | for the time being | the time being | at this time | just now", buildPresent},
	{"to date", "to|till|until date", buildToDate},
	{"current", "current", buildCurrent},
	{"past", "( more | most )? recently | lately | the ( recent|distant|immediate )? past | ( the )? recent UNITS | until recently", buildPast},
	{"recent", "recent", buildRecent},
	{"former", "former", buildFormer},
	{"future", "the? ( near|foreseeable|distant|immediate|not-too-distant )? future | in future | from now on | from this day forward", buildFuture},
	{"earlier", "previously | earlier", buildEarlier},
	{"soon", "soon", buildSoon},
	{"some day", "one|some day | someday", buildSomeDay},
	{"long ago", "( not )? ( so|that|too|very )? long ago | some|a ( long )? time ago | a while ago", buildLongAgo},
	{"long time", "some time | a ( long|short|brief )? while | for a time", buildSomeTime},
}

func ref(value string) found {
	return found{typ: dateline.DateTimex, value: value, anchor: "publication"}
}

// buildPresent reads "now", "at the moment". "Now" that begins a clause with a
// comma, or "now that", tells no time.
func buildPresent(r *reader, m *match) (found, bool) {
	f := ref("PRESENT_REF")
	if w := &r.words[m.from]; w.low == "at" && !m.has("time") || w.low == "for" {
		f.skip = 1
	}
	return f, !(m.n == 1 && r.after(m, 1).low == "that" && m.has("now"))
}

// buildToDate reads "to date" behind what has been counted until now.
func buildToDate(r *reader, m *match) (found, bool) {
	f := ref("PRESENT_REF")
	if m.has("till", "until") {
		f.skip = 1
	}
	switch r.before(m, 1).low {
	case "up", "year", "month", "quarter", "-":
		return f, false
	}
	return f, r.adverbial(m)
}

func buildCurrent(r *reader, m *match) (found, bool) {
	w := &r.words[m.from]
	return ref("PRESENT_REF"), !w.upper || w.first
}

func buildPast(r *reader, m *match) (found, bool) {
	if w := m.get(unitName); w != nil {
		if unit(w.num) == year {
			return ref("PAST_REF"), true
		}
		return duration(vagueDuration(unit(w.num))), true
	}
	f := ref("PAST_REF")
	if m.has("until") {
		f.skip = 1
	}
	return f, true
}

func buildRecent(r *reader, m *match) (found, bool) {
	return ref("PAST_REF"), !r.words[m.from].upper
}

// buildFormer reads "former" in a history, where it tells the order of things;
// in news it belongs to an office.
func buildFormer(r *reader, m *match) (found, bool) {
	return ref("PAST_REF"), r.narrative
}

// buildEarlier reads the words that begin a sentence and set it before the one
// before: "Previously, …".
func buildEarlier(r *reader, m *match) (found, bool) {
	return ref("PAST_REF"), !r.narrative && r.words[m.from].first && (m.has("previously") || r.after(m, 1).low == ",")
}

func buildFuture(r *reader, m *match) (found, bool) {
	f := ref("FUTURE_REF")
	if r.words[m.from].low == "in" {
		f.skip = 1
	}
	return f, m.n > 1 || r.narrative
}

func buildSoon(r *reader, m *match) (found, bool) {
	next := r.after(m, 1)
	return ref("FUTURE_REF"), !r.narrative && next.low != "after" && next.low != "as" && next.tense != past && r.before(m, 1).low != "as"
}

// buildSomeDay reads "one day" of what is to come.
func buildSomeDay(r *reader, m *match) (found, bool) {
	return ref("FUTURE_REF"), !r.narrative && r.tense(m) == future && r.before(m, 1).low != "for" && r.before(m, 1).low != "in"
}

func buildLongAgo(r *reader, m *match) (found, bool) {
	return ref("PAST_REF"), true
}

func buildSomeTime(r *reader, m *match) (found, bool) {
	f := duration("PXX")
	if m.has("for") {
		f.skip = 1
	}
	return f, !m.has("for")
}
