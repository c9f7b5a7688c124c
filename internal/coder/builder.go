package coder

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/plover"
)

// builder makes the claims of one report.
type builder struct {
	lex        *lexicon
	text       string
	r          *dateline.Report
	chain      func(at int) []dateline.Link
	bySentence [][]int
	drafts     []draft

	// of the sentence at hand
	index    int
	t        *tree
	mentions []int
	tried    func(attempt)
	dropped  func(hit, string)
}

// draft is a claim in the making with what settles its open values.
type draft struct {
	claim    dateline.Claim
	frame    *frame
	sentence int
	definite bool // "the visit": may only refer back
	bare     bool // an event noun without arguments of its own
}

func (b *builder) sentence(i int) {
	s := &b.r.Sentences[i]
	if len(s.Tokens) == 0 || s.Heading {
		return
	}
	b.index, b.t, b.mentions = i, newTree(s.Tokens), b.bySentence[i]
	m := &matcher{lex: b.lex, t: b.t, tried: b.tried}
	hits := b.choose(m.hits())
	for k := range hits {
		if d, why := b.draft(m, &hits[k]); why == "" {
			b.drafts = append(b.drafts, d)
		} else if b.dropped != nil {
			b.dropped(hits[k], why)
		}
	}
}

// choose leaves out hits that are part of another: inside its arguments, or the
// verb that carries a noun that is a hit itself.
func (b *builder) choose(hits []hit) []hit {
	var out []hit
	for i := range hits {
		if why := b.partOf(hits, i); why == "" {
			out = append(out, hits[i])
		} else if b.dropped != nil {
			b.dropped(hits[i], why)
		}
	}
	return out
}

func (b *builder) partOf(hits []hit, i int) string {
	for j := range hits {
		if i == j {
			continue
		}
		if hits[j].support == hits[i].trigger && hits[j].trigger != hits[i].trigger {
			return "carries " + b.t.toks[hits[j].trigger].Form
		}
		if hits[j].transparent || hits[j].support == hits[i].trigger {
			continue
		}
		for _, top := range hits[j].inside {
			if b.t.within(hits[i].trigger, top) && !b.t.within(hits[j].trigger, hits[i].trigger) {
				return "inside " + hits[j].name
			}
		}
	}
	return ""
}

// draft turns a hit into a claim; why says why there is none.
func (b *builder) draft(m *matcher, h *hit) (d draft, why string) {
	st := m.standingOf(h)
	actors, targets := b.who(h.actor, h.trigger), b.who(h.target, h.trigger)
	actors, targets = settleSides(h.frame, actors, targets)
	if !coded(actors) {
		return d, "no actor with a code"
	}
	if (h.strict || plover.RecipientRequired(h.root)) && !coded(targets) && len(codesOf(actors)) < 2 {
		return d, "no recipient with a code"
	}
	if st.status == dateline.Hypothetical && !coded(targets) && len(codesOf(actors)) < 2 {
		return d, "hypothetical, one side only"
	}
	trigger := b.triggerSpan(h)
	evidence := b.evidence(h)
	claim := dateline.Claim{
		Document: b.r.Document, Report: b.r.ID,
		Event: h.root, Mode: h.mode,
		Actors: actors, Recipients: targets,
		Status: st.status, Background: st.past,
		Chain:    b.chain(trigger.Start),
		Evidence: []dateline.Span{evidence}, Trigger: trigger,
		Numbers:    b.numbers(h),
		Confidence: confidence(h, st, targets),
		Coder:      "frame:" + h.name,
	}
	claim.Contexts = b.contexts(h)
	claim.CAMEO = h.frame.cameo
	if claim.CAMEO == "" {
		claim.CAMEO = plover.CAMEO(h.root, h.mode, claim.Contexts)
	}
	claim.Date = b.clauseDate(h)
	claim.Place, claim.PlaceSpan, claim.PlaceWhy = b.place(h)
	claim.Commitment = b.commitment(m, h)
	noun := h.trigger != h.clause || b.t.toks[h.trigger].UPOS == "NOUN"
	return draft{claim: claim, frame: h.frame, sentence: b.index, bare: noun && h.support < 0}, ""
}

// settleSides makes all parties actors where the event is mutual, and leaves none on
// both sides.
func settleSides(f *frame, actors, targets []dateline.Participant) (a, r []dateline.Participant) {
	if f.mutual && len(codesOf(actors)) == 0 {
		return targets, nil
	}
	for _, p := range targets {
		if !slices.ContainsFunc(actors, func(q dateline.Participant) bool { return sameActor(p.Actor, q.Actor) }) {
			r = append(r, p)
		}
	}
	return actors, r
}

func confidence(h *hit, st standing, targets []dateline.Participant) float64 {
	c := 0.6 + 0.04*float64(min(h.weight, 4))
	if coded(targets) {
		c += 0.1
	}
	if h.support < 0 && h.trigger != h.clause {
		c -= 0.1
	}
	if st.status == dateline.Hypothetical {
		c -= 0.1
	}
	return max(0.05, min(c, 0.95))
}

// triggerSpan covers the trigger and, where it lies next to it, the support verb.
func (b *builder) triggerSpan(h *hit) dateline.Span { return b.t.toks[h.trigger].Span }

func (b *builder) commitment(m *matcher, h *hit) dateline.Span {
	for _, s := range h.frame.bound {
		for _, a := range m.slot(h, s) {
			return b.span(b.t.lo[a.tok], b.t.hi[a.tok])
		}
	}
	return dateline.Span{}
}

// span covers the tokens first to last without punctuation at the ends.
func (b *builder) span(first, last int) dateline.Span {
	for first < last && b.t.toks[first].UPOS == "PUNCT" {
		first++
	}
	for last > first && b.t.toks[last].UPOS == "PUNCT" {
		last--
	}
	return dateline.Span{Start: b.t.toks[first].Span.Start, End: b.t.toks[last].Span.End}
}

// fold joins what refers back to an event already told in the report ("the visit",
// "the talks") to the claim it refers to, and gives the claims their IDs.
func (b *builder) fold() []dateline.Claim {
	var out []dateline.Claim
	for i := range b.drafts {
		c := &b.drafts[i].claim
		c.ID = claimID(c)
		if !slices.ContainsFunc(out, func(o dateline.Claim) bool { return o.ID == c.ID }) {
			out = append(out, *c)
		}
	}
	return out
}

func claimID(c *dateline.Claim) dateline.ClaimID {
	parts := []string{string(c.Document), string(c.Report), c.Event, c.Mode, string(c.Status), c.Coder,
		strconv.Itoa(c.Trigger.Start), strings.Join(codesOf(c.Actors), " "), strings.Join(codesOf(c.Recipients), " "),
		string(c.Date.First), string(c.Date.Last)}
	return dateline.ClaimID(dateline.HashID(parts...))
}
