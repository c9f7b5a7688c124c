package coder

import (
	"slices"

	"github.com/dateline/dateline"
)

// clauseDate is the date that the event's own clause states.
func (b *builder) clauseDate(h *hit) dateline.EventDate {
	best, bestRank := -1, 0
	for _, i := range b.mentions {
		m := &b.r.Mentions[i]
		if m.Kind != dateline.TimeMention || m.Time == nil || m.Time.First == "" && m.Time.Last == "" || m.Head < 0 || m.Head >= len(b.t.toks) {
			continue
		}
		if rank := b.governs(m.Head, h); rank > bestRank {
			best, bestRank = i, rank
		}
	}
	if best < 0 {
		return dateline.EventDate{}
	}
	m := &b.r.Mentions[best]
	return dateline.EventDate{First: m.Time.First, Last: m.Time.Last, Precision: m.Time.Precision,
		Text: m.Span.In(b.text), Span: m.Span, Basis: "clause"}
}

// governs ranks how closely a time expression belongs to the event: 3 within the
// event noun's phrase, 2 in its clause, 1 in the clause it is coordinated with,
// 0 not at all.
func (b *builder) governs(at int, h *hit) int {
	t := b.t
	noun := h.trigger != h.clause
	if noun && t.within(at, h.trigger) && b.sameOrStart(at, h.trigger) {
		return 3
	}
	if h.clause < 0 {
		return 0
	}
	c := t.clauseOf(at)
	if c < 0 {
		return 0
	}
	if c == h.clause || b.chained(c, h.clause) || b.chained(h.clause, c) {
		return 2
	}
	if t.rel(h.clause) == "conj" && t.head[h.clause] == c && at < h.clause && at < c {
		return 1
	}
	if !noun && t.within(at, h.clause) && b.sameOrStart(at, h.clause) {
		return 1
	}
	return 0
}

// chained reports whether lower hangs on upper by open complements alone.
func (b *builder) chained(lower, upper int) bool {
	for i := lower; i >= 0; i = b.t.head[i] {
		if i == upper {
			return true
		}
		if r := b.t.rel(i); r != "xcomp" && r != "aux" {
			return false
		}
	}
	return false
}

// sameOrStart reports whether the time stands in the phrase of top itself, or in a
// relative clause that tells its beginning or end.
func (b *builder) sameOrStart(at, top int) bool {
	for i := at; i >= 0 && i != top; i = b.t.head[i] {
		if !b.t.predicate(i) {
			continue
		}
		if b.t.rel(i) != "acl" || !b.lex.inSet("occur", b.t.lemma[i]) {
			return false
		}
	}
	return true
}

// settleDates gives undated events the dates told for the same event or trip in
// the report, else the day of the dateline or of publication.
func (b *builder) settleDates() {
	for i := range b.drafts {
		d := &b.drafts[i]
		if d.claim.Date.Basis == "" {
			if src := b.narrative(d); src != nil {
				date := src.claim.Date
				date.Basis = "narrative"
				d.claim.Date = date
			}
		}
		b.fallback(&d.claim)
	}
	for i := range b.drafts {
		b.background(&b.drafts[i].claim)
	}
}

// narrative finds the dated event of the report that an undated one belongs to: a
// visit or meeting of the same parties.
func (b *builder) narrative(d *draft) *draft {
	if d.claim.Background || d.claim.Status == dateline.DeniedStatus {
		return nil
	}
	want := codesOf(d.claim.Actors, d.claim.Recipients)
	var best *draft
	for j := range b.drafts {
		o := &b.drafts[j]
		if o.claim.Date.Basis != "clause" || o.claim.Background || o == d {
			continue
		}
		if o.claim.Event != "CONSULT" && o.claim.Event != d.claim.Event {
			continue
		}
		if !slices.Equal(want, codesOf(o.claim.Actors, o.claim.Recipients)) {
			continue
		}
		if best == nil || abs(o.sentence-d.sentence) < abs(best.sentence-d.sentence) {
			best = o
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// fallback dates what is told as news by the report's own day.
func (b *builder) fallback(c *dateline.Claim) {
	if c.Date.Basis != "" || c.Status != dateline.Happened || c.Background || b.r.Published == "" {
		return
	}
	c.Date = dateline.EventDate{First: b.r.Published, Last: b.r.Published, Precision: "day", Basis: "publication"}
	if b.r.PublishedWhy == "dateline" {
		c.Date.Basis = "dateline"
	}
	c.Date.Span = b.r.Sources["published"]
}

// background marks events that lie half a year and more before the report.
func (b *builder) background(c *dateline.Claim) {
	if b.r.Published == "" || c.Date.Basis != "clause" {
		return
	}
	end := c.Date.Last
	if end == "" {
		end = c.Date.First
	}
	c.Background = end < b.r.Published.Add(-180)
}
