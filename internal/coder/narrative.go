package coder

import (
	"slices"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/plover"
)

// Days before its publication that a report may still tell of as news.
const newsDays = 7

// settleDates dates the events whose own clause says no day, from the surest hint
// to the weakest: the occasion that the clause names ("during the visit"), the day
// on which the event is said to have been told, a visit or meeting of the same
// parties, the day that the report was last telling of, its own day.
func (b *builder) settleDates() {
	said := b.sayings()
	for i := range b.drafts {
		d := &b.drafts[i]
		c := &d.claim
		if c.Date.Basis == "" && (c.Status == dateline.Happened || c.Status == dateline.Planned) && !c.Background {
			c.Date = b.undated(d, said)
		}
	}
	for i := range b.drafts {
		b.background(&b.drafts[i].claim)
	}
}

// undated finds a date for an event that has none of its own.
func (b *builder) undated(d *draft, said []saying) dateline.EventDate {
	if o := b.occasion(d); o != nil {
		return taken(o, "narrative")
	}
	happened := d.claim.Status == dateline.Happened
	if day := b.toldOn(&d.claim); happened && day != "" && !d.recalled {
		return dateline.EventDate{First: day, Last: day, Precision: "day", Basis: "attribution"}
	}
	if o := b.narrative(d); o != nil {
		return taken(o, "narrative")
	}
	if !happened || d.recalled {
		return dateline.EventDate{}
	}
	if date := b.storyDay(d, said); date.Basis != "" && !d.ongoing {
		return date
	}
	return b.published()
}

func taken(o *draft, basis string) dateline.EventDate {
	date := o.claim.Date
	date.Basis = basis
	return date
}

// occasion is the dated visit or meeting that an event's clause refers to, nil for
// none: "during the visit", "at the talks".
func (b *builder) occasion(d *draft) *draft {
	if d.occasion == "" {
		return nil
	}
	return b.nearest(d, func(o *draft) bool {
		return (o.claim.Mode == "visit") == stays[d.occasion] && b.meets(d, o)
	})
}

// stays are the occasions that a visit is.
var stays = map[string]bool{"visit": true, "trip": true, "stay": true, "tour": true, "arrival": true}

// narrative is the dated visit or meeting that an undated event belongs to: one of
// the same parties; for what several did together one that they took part in; for what
// one did a visit of its parties, unless it is hostile.
func (b *builder) narrative(d *draft) *draft {
	want := codesOf(d.claim.Actors, d.claim.Recipients)
	friendly := plover.Quad(d.claim.Event) <= plover.MaterialCooperation || d.claim.Event == "REQUEST"
	same := b.nearest(d, func(o *draft) bool {
		return (o.claim.Event == "CONSULT" && friendly || o.claim.Event == d.claim.Event) && slices.Equal(want, codesOf(o.claim.Actors, o.claim.Recipients))
	})
	if same != nil || d.claim.Status != dateline.Happened {
		return same
	}
	if actors := codesOf(d.claim.Actors); len(actors) > 1 {
		return b.nearest(d, func(o *draft) bool {
			return o.claim.Event == "CONSULT" && subset(actors, codesOf(o.claim.Actors, o.claim.Recipients))
		})
	}
	if !friendly {
		return nil
	}
	return b.nearest(d, func(o *draft) bool {
		return o.claim.Mode == "visit" && len(codesOf(o.claim.Actors, o.claim.Recipients)) > 1 && b.meets(d, o) && b.recent(o.claim.Date.First)
	})
}

// meets reports whether the parties of d all take part in o.
func (b *builder) meets(d, o *draft) bool {
	return subset(codesOf(d.claim.Actors, d.claim.Recipients), codesOf(o.claim.Actors, o.claim.Recipients))
}

func subset(part, whole []string) bool {
	return !slices.ContainsFunc(part, func(c string) bool { return !slices.Contains(whole, c) })
}

// nearest is the draft nearest to d that states its date itself and may lend it.
func (b *builder) nearest(d *draft, fits func(o *draft) bool) *draft {
	var best *draft
	for j := range b.drafts {
		o := &b.drafts[j]
		if o == d || o.claim.Date.Basis != "clause" || o.claim.Background || !b.lends(&o.claim, d.claim.Status) || !fits(o) {
			continue
		}
		if best == nil || abs(o.sentence-d.sentence) < abs(best.sentence-d.sentence) {
			best = o
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// lends reports whether a dated event may date one of the status: what is ahead
// dates no event that has happened, what is over no plan.
func (b *builder) lends(c *dateline.Claim, status dateline.Status) bool {
	if c.Date.First == "" {
		return false
	}
	day := b.r.Published
	if status == dateline.Happened {
		return c.Status == dateline.Happened && (day == "" || c.Date.First <= day)
	}
	return c.Status == dateline.Planned || c.Status == dateline.Happened && day != "" && c.Date.Last >= day
}

// saying is a day that a sentence tells of.
type saying struct {
	sentence int
	date     dateline.EventDate
}

// sayings are the days of the news that the report tells of, one a sentence, in text
// order: the day of its events or of what its sources said.
func (b *builder) sayings() []saying {
	var out []saying
	for i := range b.r.Sentences {
		best, bestDepth := -1, 0
		for _, k := range b.bySentence[i] {
			m := &b.r.Mentions[k]
			if m.Kind != dateline.TimeMention || m.Time == nil || !b.recent(m.Time.First) || !b.recent(m.Time.Last) || b.r.Sentences[i].Heading {
				continue
			}
			if depth := b.depth(b.r.Sentences[i].Tokens, m.Head); depth >= 0 && (best < 0 || depth < bestDepth || depth == bestDepth && b.oneDay(k)) {
				best, bestDepth = k, depth
			}
		}
		if best >= 0 {
			date := b.dateOf(best)
			date.Basis = "story"
			out = append(out, saying{i, date})
		}
	}
	return out
}

// depth counts the clauses that a token stands in, -1 where it is no part of the
// story: in a relative clause, or the date of a document that the clause is about.
func (b *builder) depth(toks []dateline.Token, i int) int {
	n := 0
	for steps := 0; i >= 0 && i < len(toks) && steps < len(toks); i, steps = toks[i].Head, steps+1 {
		t := &toks[i]
		switch {
		case t.Deprel == "acl:relcl":
			return -1
		case t.Deprel != "nsubj" && t.UPOS == "NOUN" && b.lex.inSet("document", t.Lemma) && n == 0 && steps > 0:
			return -1
		case t.UPOS == "VERB":
			n++
		}
	}
	return n
}

// recent reports whether a day lies within the report's news.
func (b *builder) recent(day dateline.Day) bool {
	return day != "" && b.r.Published != "" && day <= b.r.Published && day >= b.r.Published.Add(-newsDays)
}

// storyDay is the day that the report tells of at an event: the last one named up
// to its sentence, else the first one after.
func (b *builder) storyDay(d *draft, said []saying) dateline.EventDate {
	var date dateline.EventDate
	for _, s := range said {
		if s.sentence > d.sentence && date.Basis != "" {
			break
		}
		date = s.date
		if s.sentence > d.sentence {
			break
		}
	}
	return date
}

// toldOn is the day on which the innermost source that names one told of an event.
func (b *builder) toldOn(c *dateline.Claim) dateline.Day {
	for i := len(c.Chain) - 1; i > 0; i-- {
		if day := c.Chain[i].When; b.recent(day) {
			return day
		}
	}
	return ""
}

// published dates what is told as news by the report's own day. A newspaper is made
// the day before it is dated.
func (b *builder) published() dateline.EventDate {
	day := b.r.Published
	if day == "" {
		return dateline.EventDate{}
	}
	date := dateline.EventDate{First: day, Last: day, Precision: "day", Basis: "publication", Span: b.r.Sources["published"]}
	switch {
	case b.r.PublishedWhy == "dateline":
		date.Basis = "dateline"
	case b.r.Outlet.Kind == dateline.Newspaper:
		date.First = day.Add(-1)
	}
	return date
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

// occasionOf is the visit or meeting that the event's clause refers to as its
// occasion, by the noun's lemma: "during the visit", "upon his arrival"; "" for none.
func (b *builder) occasionOf(h *hit) string {
	t := b.t
	for i := range t.toks {
		if i == h.trigger || t.toks[i].UPOS != "NOUN" || !stays[t.lemma[i]] && !b.lex.inSet("talks", t.lemma[i]) {
			continue
		}
		if !b.adverbial(i) || h.clause < 0 {
			continue
		}
		if c := t.clauseOf(i); c == h.clause || b.chained(c, h.clause) || b.chained(h.clause, c) {
			return t.lemma[i]
		}
	}
	return ""
}

// ongoing reports whether the event's verb tells of what is going on: is visiting.
func (b *builder) ongoing(h *hit) bool {
	if h.clause < 0 || b.t.toks[h.clause].XPOS != "VBG" {
		return false
	}
	for _, k := range b.t.kids[h.clause] {
		if b.t.rel(k) == "aux" && b.t.lemma[k] == "be" && (b.t.toks[k].XPOS == "VBZ" || b.t.toks[k].XPOS == "VBP") {
			return true
		}
	}
	return false
}

// recalls reports whether an event noun that no verb carries is told of as known
// from before: the recent signing, the previous talks.
func (b *builder) recalls(h *hit) bool {
	if h.trigger == h.clause || h.support >= 0 {
		return false
	}
	for _, k := range b.t.kids[h.trigger] {
		switch b.t.lemma[k] {
		case "recent", "previous", "past", "earlier", "former", "last", "latest":
			return true
		}
	}
	return false
}
