package coder

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// nextWeekday reads the weekday of a plan that was taken for one just past as the one
// to come: "hopes to sign on Monday". A plan told in the past may lie behind.
func (b *builder) nextWeekday(h *hit, date *dateline.EventDate) {
	day := b.r.Published
	if day == "" || date.First == "" || date.First != date.Last || date.First >= day || date.First < day.Add(-6) || !weekdays[strings.ToLower(date.Text)] {
		return
	}
	for v := h.clause; v >= 0; v = b.t.head[v] {
		if b.t.toks[v].XPOS == "VBD" || b.pastAuxiliary(v) {
			return
		}
		if r := b.t.rel(v); r != "xcomp" && r != "advcl" && r != "conj" {
			break
		}
	}
	date.First, date.Last = date.First.Add(7), date.Last.Add(7)
}

func (b *builder) pastAuxiliary(v int) bool {
	return slices.ContainsFunc(b.t.kids[v], func(k int) bool { return b.t.toks[k].XPOS == "VBD" && (b.t.rel(k) == "aux" || b.t.rel(k) == "cop") })
}

var weekdays = set(strings.Fields("monday tuesday wednesday thursday friday saturday sunday"))

// dateOf is what a time mention says, with the day joined to it.
func (b *builder) dateOf(i int) dateline.EventDate {
	m := &b.r.Mentions[i]
	date := dateline.EventDate{First: m.Time.First, Last: m.Time.Last, Precision: m.Time.Precision,
		Text: m.Span.In(b.text), Span: m.Span, Basis: "clause"}
	b.joinDays(i, &date)
	return date
}

// finer reports whether mention i names a day where j names none.
func (b *builder) finer(i, j int) bool {
	return b.oneDay(i) && !b.oneDay(j)
}

func (b *builder) oneDay(i int) bool {
	t := b.r.Mentions[i].Time
	return t.First != "" && t.First == t.Last
}

// joinDays widens a day to the one joined to it: on Wednesday and Thursday, on
// 13–14 May.
func (b *builder) joinDays(i int, date *dateline.EventDate) {
	x := &b.r.Mentions[i]
	if date.First == "" || date.First != date.Last {
		return
	}
	for _, j := range b.bySentence[x.Sentence] {
		y := &b.r.Mentions[j]
		if j == i || y.Kind != dateline.TimeMention || y.Time == nil || !b.oneDay(j) || !b.joined(x, y) && !b.joined(y, x) {
			continue
		}
		if near := date.First.Add(31); y.Time.First > date.First && y.Time.First < near {
			date.Last = y.Time.First
		} else if date.First > y.Time.First && date.First < y.Time.First.Add(31) {
			date.First = y.Time.First
		} else {
			continue
		}
		date.Span = date.Span.Cover(y.Span)
		date.Text = date.Span.In(b.text)
		return
	}
}

// joined reports whether nothing but a joining word stands between two times.
func (b *builder) joined(x, y *dateline.Mention) bool {
	toks := b.r.Sentences[x.Sentence].Tokens
	if y.First != x.Last+1 || y.First >= len(toks) || x.Last < 0 {
		return false
	}
	switch toks[x.Last].Form {
	case "and", "to", "through", "-", "–", "—", "till", "until":
		return true
	}
	return false
}

// bound opens a date at one end where its preposition says so: by late 1998, since May.
func (b *builder) bound(head int, date *dateline.EventDate) {
	switch p := b.t.preposition(head); {
	case limits(p):
		date.First = ""
		if date.Last == "" {
			date.Basis = ""
		}
	case p == "since":
		date.Last = ""
	}
}

// limits reports whether a preposition says by when, not when.
func limits(p string) bool { return p == "by" || p == "until" || p == "till" || p == "before" }

// lasting stretches the day that a visit or meeting begins on, or ends on, over the
// days that it is said to last: a three-day visit.
func (b *builder) lasting(h *hit, date *dateline.EventDate) {
	n := b.days(h)
	if n < 2 || h.root != "CONSULT" || date.First == "" || date.First != date.Last {
		return
	}
	if h.clause >= 0 && slices.Contains([]string{"end", "conclude", "finish", "complete", "wind", "close", "wrap"}, b.t.lemma[h.clause]) {
		date.First = date.Last.Add(1 - n)
		return
	}
	date.Last = date.First.Add(n - 1)
}

// days is the length in days that the event's noun or clause states, 0 for none.
func (b *builder) days(h *hit) int {
	for _, i := range b.mentions {
		m := &b.r.Mentions[i]
		if m.Kind != dateline.TimeMention || m.Time == nil || m.Time.Type != dateline.DurationTimex || m.Head < 0 || m.Head >= len(b.t.toks) {
			continue
		}
		n, ok := strings.CutSuffix(strings.TrimPrefix(m.Time.Value, "P"), "D")
		if !ok || len(n) != 1 || n[0] < '2' || n[0] > '9' {
			continue
		}
		if noun := b.t.head[m.Head]; noun >= 0 && b.t.isNominal(noun) && (noun == h.trigger || h.clause >= 0 && b.t.clauseOf(noun) == h.clause) {
			return int(n[0] - '0')
		}
	}
	return 0
}
