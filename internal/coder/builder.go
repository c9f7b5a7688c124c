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

	parties []dateline.Participant // of the last treaty that named them
	dyad    []dateline.Participant // of the last event between two
	friends []dateline.Participant // of the last one that was no conflict
	aided   []dateline.Participant // of the last aid that named them
}

// draft is a claim in the making with what settles its open values.
type draft struct {
	claim     dateline.Claim
	frame     *frame
	sentence  int
	noun      bool   // an event noun that no verb carries: it may refer back
	recalled  bool   // told of as known from before: the recent talks, met weeks ago
	ongoing   bool   // told of what is going on: is visiting
	reference bool   // such a noun that only names the occasion of another event
	occasion  string // the visit or meeting during which it took place, by its noun
}

func (b *builder) sentence(i int) {
	s := &b.r.Sentences[i]
	if len(s.Tokens) == 0 || s.Heading {
		return
	}
	b.index, b.t, b.mentions = i, newTree(s.Tokens, b.lex), b.bySentence[i]
	m := &matcher{lex: b.lex, t: b.t, tried: b.tried}
	all := m.hits()
	hits := b.choose(m, all)
	from := len(b.drafts)
	for k := range hits {
		h := &hits[k]
		d, why := b.draft(m, h, hits)
		if why == noActor || why == noRecipient {
			if carrier := slices.IndexFunc(all, func(o hit) bool { return h.support == o.trigger && h.trigger != o.trigger }); carrier >= 0 {
				b.drop(h, why)
				h = &all[carrier] // "made an offer to" may name its sides though "offer" does not
				d, why = b.draft(m, h, hits)
			}
		}
		if why != "" {
			b.drop(h, why)
			continue
		}
		b.drafts = append(b.drafts, d)
	}
	b.references(hits, b.drafts[from:])
}

func (b *builder) drop(h *hit, why string) {
	if b.dropped != nil {
		b.dropped(*h, why)
	}
}

// choose leaves out hits that are part of another: inside its arguments, or the
// verb that carries a noun that is a hit itself.
func (b *builder) choose(m *matcher, hits []hit) []hit {
	var out []hit
	carried := carried(hits)
	for i := range hits {
		if why := m.partOf(hits, carried, i); why == "" {
			out = append(out, hits[i])
		} else {
			b.drop(&hits[i], why)
		}
	}
	return out
}

// references marks the drafts of nouns that only name the occasion of another event
// of their clause: "during his stay he met".
func (b *builder) references(hits []hit, drafts []draft) {
	for i := range drafts {
		d := &drafts[i]
		if !d.noun || d.claim.Date.Basis == "clause" || len(drafts) < 2 {
			continue
		}
		for k := range hits {
			if h := &hits[k]; b.t.toks[h.trigger].Span == d.claim.Trigger {
				d.reference = b.adverbial(h.trigger) && b.definite(h.trigger)
			}
		}
	}
}

// definite reports whether a noun is told of as known: the visit, his stay.
func (b *builder) definite(n int) bool {
	if d := b.t.kid(n, "det"); d >= 0 {
		return b.t.lemma[d] == "the" || b.t.lemma[d] == "this"
	}
	p := b.t.kid(n, "nmod:poss")
	return p >= 0 && b.t.toks[p].UPOS == "PRON"
}

// draft turns a hit into a claim; why says why there is none.
func (b *builder) draft(m *matcher, h *hit, others []hit) (d draft, why string) {
	trigger := b.t.toks[h.trigger].Span
	chain := b.chain(trigger.Start)
	st := m.sober(h, m.standingOf(h), len(chain) > 1)
	actors, targets, inherited := b.sides(m, h, others)
	d.frame, d.sentence = h.frame, b.index
	d.noun = (h.trigger != h.clause || b.t.toks[h.trigger].UPOS == "NOUN") && h.support < 0
	targets = b.beneficiary(h, actors, slices.DeleteFunc(targets, b.currency))
	targets = b.abroad(h, actors, targets)
	if actors, why = b.political(m, h, b.crowd(h, actors), targets); why != "" {
		return d, why
	}
	if why := lacking(h, st, actors, targets); why != "" {
		return d, why
	}
	c := &d.claim
	*c = dateline.Claim{
		Document: b.r.Document, Report: b.r.ID,
		Event: h.root, Mode: h.mode,
		Actors: actors, Recipients: targets,
		Status: st.status, Background: st.past && !h.lifted,
		Chain:    chain,
		Evidence: []dateline.Span{b.evidence(h)}, Trigger: trigger,
		Numbers:    b.numbers(h),
		Contexts:   b.contexts(h),
		Confidence: confidence(h, st, targets, inherited),
		Coder:      "frame:" + h.name,
	}
	refusal(m, h, c)
	verbal(h, c)
	c.CAMEO = h.frame.cameo
	if c.CAMEO == "" || c.Event != h.root {
		c.CAMEO = plover.CAMEO(c.Event, c.Mode, c.Contexts)
	}
	c.Date = b.clauseDate(m, h, st.ahead || c.Status != dateline.Happened)
	if h.trigger != h.clause && c.Status == dateline.Happened && b.r.Published != "" && c.Date.First > b.r.Published {
		c.Status = dateline.Planned // the talks on Friday
	}
	if c.Date.Basis == "" {
		d.occasion, d.recalled, d.ongoing = b.occasionOf(h), b.recalls(h) || b.vague(m, h), b.ongoing(h)
	}
	c.Place, c.PlaceSpan, c.PlaceWhy = b.place(h)
	c.Commitment = b.commitment(m, h)
	return d, ""
}

// Why no claim comes of a hit that names its sides badly.
const (
	noActor     = "no actor with a code"
	noRecipient = "no recipient with a code"
)

// lacking says which participant is missing for a claim, "" for none.
func lacking(h *hit, st standing, actors, targets []dateline.Participant) string {
	twoSided := coded(targets) || parties(actors) > 1
	switch {
	case h.future && !st.ahead && (st.status != dateline.Planned || st.why == "to"):
		return "not of the future"
	case st.vague:
		return "no more than " + st.why
	case !coded(actors):
		return noActor
	case (h.strict || plover.RecipientRequired(h.root)) && !twoSided:
		return noRecipient
	case st.status == dateline.Hypothetical && !twoSided:
		return "hypothetical, and one side only"
	}
	return ""
}

// refusal codes "will not withdraw": who announces not to cooperate rejects it.
func refusal(m *matcher, h *hit, c *dateline.Claim) {
	if c.Status != dateline.DeniedStatus || h.trigger != h.clause || m.t.passive(h.clause) || plover.Quad(h.root) > plover.MaterialCooperation {
		return
	}
	if !m.willed(h.clause) {
		return
	}
	c.Event, c.Mode, c.Status = "REJECT", "", dateline.Happened
	switch h.root {
	case "CONSULT":
		c.Mode = "meet"
	case "AID", "COOPERATE":
		c.Mode = "assist"
	case "RETREAT", "CONCEDE":
		c.Mode = "yield"
	}
}

func confidence(h *hit, st standing, targets []dateline.Participant, inherited bool) float64 {
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
	if inherited {
		c -= 0.15
	}
	return max(0.05, min(c, 0.95))
}

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

// fold joins an event noun that refers to an event stated elsewhere in the report
// ("during the visit") to that claim, as further evidence, and gives the claims
// their IDs.
func (b *builder) fold() []dateline.Claim {
	into := make([]int, len(b.drafts))
	for i := range b.drafts {
		into[i] = b.refersTo(i)
	}
	for i, to := range into {
		if to >= 0 && into[to] < 0 {
			c := &b.drafts[to].claim
			c.Evidence = append(c.Evidence, b.drafts[i].claim.Evidence...)
		}
	}
	var out []dateline.Claim
	for i := range b.drafts {
		if into[i] >= 0 && into[into[i]] < 0 || b.drafts[i].reference {
			continue
		}
		c := &b.drafts[i].claim
		c.ID = claimID(c)
		if !slices.ContainsFunc(out, func(o dateline.Claim) bool { return o.ID == c.ID }) {
			out = append(out, *c)
		}
	}
	return out
}

// refersTo is the draft that an event noun refers to, -1 for none: one of the same
// kind, parties and status stated by a clause, else told earlier by a noun.
func (b *builder) refersTo(i int) int {
	d := &b.drafts[i]
	if !d.noun {
		return -1
	}
	for j := range b.drafts {
		o := &b.drafts[j]
		if j == i || j > i && (o.noun || d.claim.Date.Basis == "clause") || !sameEvent(&d.claim, &o.claim) {
			continue
		}
		return j
	}
	return -1
}

func sameEvent(a, b *dateline.Claim) bool {
	if a.Event != b.Event || a.Mode != b.Mode {
		return false
	}
	// A noun that is not marked otherwise ("the visit") may refer to a plan.
	if a.Status != b.Status && (a.Status != dateline.Happened || b.Status != dateline.Planned) {
		return false
	}
	if a.Date.Basis == "clause" && b.Date.Basis == "clause" && (a.Date.First > b.Date.Last || b.Date.First > a.Date.Last) {
		return false
	}
	return slices.Equal(codesOf(a.Actors, a.Recipients), codesOf(b.Actors, b.Recipients))
}

func claimID(c *dateline.Claim) dateline.ClaimID {
	parts := []string{string(c.Document), string(c.Report), c.Event, c.Mode, string(c.Status), c.Coder,
		strconv.Itoa(c.Trigger.Start), strings.Join(codesOf(c.Actors), " "), strings.Join(codesOf(c.Recipients), " "),
		string(c.Date.First), string(c.Date.Last)}
	return dateline.ClaimID(dateline.HashID(parts...))
}
