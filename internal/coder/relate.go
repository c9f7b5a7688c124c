package coder

import (
	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/plover"
)

// Relation is the event between a pair of actors.
type Relation struct {
	Root, Mode string
	Frame      string  // the frame that told it, "" where nothing did
	Confidence float64 // 0 to 1
}

// Judge is a second opinion on the event between a pair: scores by root, higher is
// likelier, with the frames' own answer at hand. It must be deterministic.
type Judge interface {
	Judge(sentences []dateline.Sentence, source, target []dateline.Span, framed Relation) Relation
}

// WithJudge is the coder with a second opinion for Relate.
func (c *Coder) WithJudge(j Judge) *Coder { return &Coder{lex: c.lex, judge: j} }

// Relate names the event that a source does to a target, given the spans that name
// them in the text; a side without spans is one that the text does not name.
// Every pair gets an answer. Sentences need syntax; mentions are not used.
func (c *Coder) Relate(sentences []dateline.Sentence, source, target []dateline.Span) Relation {
	best := Relation{Root: "CONSULT", Confidence: 0.05}
	for i := range sentences {
		p := &pairing{matcher: matcher{lex: c.lex, t: newTree(sentences[i].Tokens, c.lex)}, source: source, target: target}
		if r := p.best(); r.Confidence > best.Confidence {
			best = r
		}
	}
	if c.judge != nil {
		return c.judge.Judge(sentences, source, target, best)
	}
	return best
}

// pairing looks for the event between two sides in one sentence.
type pairing struct {
	matcher
	source, target []dateline.Span
	path           []bool // tokens on the way from source to target in the tree
}

func (p *pairing) best() Relation {
	var best Relation
	p.path = p.between()
	inner := p.inner()
	for i := range p.t.toks {
		for _, r := range p.relations(i) {
			if inner[i] {
				r.Confidence -= 0.2
			}
			if r.Confidence > best.Confidence {
				best = r
			}
		}
	}
	return best
}

// inner marks the triggers of events that are part of another one in the sentence.
func (p *pairing) inner() []bool {
	out := make([]bool, len(p.t.toks))
	hits := p.hits()
	carried := carried(hits)
	for i := range hits {
		out[hits[i].trigger] = p.partOf(hits, carried, i) != ""
	}
	return out
}

// relations are what the frames of one trigger say about the pair, fitting or not.
func (p *pairing) relations(i int) []Relation {
	kind := kindOf(p.t.toks[i].UPOS)
	var out []Relation
	for _, e := range p.lex.triggers[trigger{kind, p.t.lemma[i]}] {
		h, failed := p.try(e, i, kind)
		if e.null {
			continue
		}
		if failed != "" {
			p.fill(&h)
		}
		out = append(out, p.relation(&h, failed))
	}
	return out
}

func kindOf(upos string) byte {
	switch upos {
	case "VERB", "AUX":
		return 'v'
	case "NOUN", "PROPN":
		return 'n'
	case "ADJ":
		return 'a'
	}
	return 0
}

// relation scores a frame by how well its roles fit the pair.
func (p *pairing) relation(h *hit, failed string) Relation {
	score := 0.25 + 0.02*float64(min(h.weight, 6))
	score += 0.3*p.plays(h.actor, p.source) + 0.25*p.plays(h.target, p.target)
	if !h.mutual && len(p.source) > 0 && len(p.target) > 0 {
		score -= 0.15 * p.plays(h.actor, p.target)
		score -= 0.1 * p.plays(h.target, p.source)
	}
	if p.path[h.trigger] {
		score += 0.1
	}
	if failed != "" {
		score -= 0.3
	}
	if depth := p.depth(h.trigger); depth > 0 {
		score -= 0.01 * float64(min(depth, 8))
	}
	root, mode := p.event(h)
	return Relation{root, mode, h.name, max(0.01, min(score, 0.99))}
}

// event is the frame's event under the codebook's rules for what is yet to come or
// is refused: planned cooperation is AGREE, an announced attack or sanction
// THREATEN, cooperation denied REJECT.
func (p *pairing) event(h *hit) (root, mode string) {
	cooperation := plover.Quad(h.root) <= plover.MaterialCooperation
	st := p.standingOf(h)
	switch {
	case st.why == "frame" || st.why == "":
	case st.status == dateline.DeniedStatus && cooperation:
		return "REJECT", ""
	case st.status == dateline.Planned && cooperation:
		return plover.Agree, ""
	case st.status == dateline.Planned && plover.Quad(h.root) == plover.MaterialConflict:
		return "THREATEN", ""
	}
	return h.root, h.mode
}

func (p *pairing) depth(i int) int {
	n := 0
	for j := p.t.head[i]; j >= 0 && n < 20; j = p.t.head[j] {
		n++
	}
	return n
}

// plays is how well the alternatives of a role name the spans.
func (p *pairing) plays(alternatives [][]arg, spans []dateline.Span) float64 {
	best := 0.0
	for i, args := range alternatives {
		best = max(best, p.names(args, spans)-0.05*float64(i))
	}
	return best
}

// names tells how well arguments name the spans: 1 where an argument's head lies in
// one, 0.6 where the argument holds one, else 0.
func (p *pairing) names(args []arg, spans []dateline.Span) float64 {
	best := 0.0
	for _, a := range args {
		t := p.t
		head := t.toks[a.tok].Span
		covers := dateline.Span{Start: t.toks[t.lo[a.tok]].Span.Start, End: t.toks[t.hi[a.tok]].Span.End}
		if a.modifiers {
			covers.End, head = head.Start, dateline.Span{}
		}
		for _, s := range spans {
			switch {
			case head.Overlaps(s):
				best = 1
			case covers.Overlaps(s):
				best = max(best, 0.6)
			}
		}
	}
	return best
}

// between marks the tokens on the paths from the heads of both sides to where the
// paths meet.
func (p *pairing) between() []bool {
	on := make([]bool, len(p.t.toks))
	up := func(spans []dateline.Span) []bool {
		seen := make([]bool, len(p.t.toks))
		for _, s := range spans {
			for j := p.headOf(s); j >= 0 && !seen[j]; j = p.t.head[j] {
				seen[j] = true
			}
		}
		return seen
	}
	a, b := up(p.source), up(p.target)
	for i := range on {
		both := a[i] && b[i]
		on[i] = a[i] != b[i] || both && p.lowest(i, a, b)
	}
	return on
}

// lowest reports whether no child of i is an ancestor of both sides.
func (p *pairing) lowest(i int, a, b []bool) bool {
	for _, k := range p.t.kids[i] {
		if a[k] && b[k] {
			return false
		}
	}
	return true
}

// headOf is the token in the span whose head lies outside it, -1 for none.
func (p *pairing) headOf(s dateline.Span) int {
	for i := range p.t.toks {
		if !p.t.toks[i].Span.Overlaps(s) || p.t.toks[i].UPOS == "PUNCT" {
			continue
		}
		if h := p.t.head[i]; h < 0 || !p.t.toks[h].Span.Overlaps(s) {
			return i
		}
	}
	return -1
}
