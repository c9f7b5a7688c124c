package entity

import (
	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/lexicon"
)

// Resolver finds actors. It is safe for concurrent use.
type Resolver struct {
	know    *knowledge
	outlets *lexicon.Outlets
}

// New loads the shipped knowledge and the user's overlays, which add to it and
// correct it. Outlets may be nil.
func New(o *lexicon.Outlets, overlays ...string) (*Resolver, error) {
	k, err := load(overlays)
	if err != nil {
		return nil, err
	}
	return &Resolver{k, o}, nil
}

// Annotate gives the actor mentions of a report in order of the text. It reads
// r.Sentences, Outlet, Place, Location, Published and the places among Mentions;
// Antecedent indexes point into the
// returned slice. No two mentions have the same span.
func (v *Resolver) Annotate(text string, r *dateline.Report) []dateline.Mention {
	return v.Recall(text, r, nil)
}

// Recall is Annotate with what other reports of a collection say of the people
// whom this one only names. The rule of such a mention names the report and the
// bytes that say so.
func (v *Resolver) Recall(text string, r *dateline.Report, m *Memory) []dateline.Mention {
	d := newDiscourse(v.know, r)
	d.memory = m
	grounds := v.know.groundsOf(r)
	for i := range r.Sentences {
		c := newChart(v.know, i, &r.Sentences[i], r.Published)
		c.grounds = grounds[i]
		v.fill(c, text)
		d.charts = append(d.charts, c)
	}
	d.quotes()
	for _, c := range d.charts {
		for _, p := range c.phrases {
			p.quoted = c.quotedAt(p.first)
		}
	}
	d.read()
	return d.mentions()
}

// fill finds the phrases of one sentence, each from its own words alone.
func (v *Resolver) fill(c *chart, text string) {
	if len(c.s.Tokens) == 0 {
		return
	}
	c.outletsIn(v.outlets, text)
	c.namesIn()
	c.pairs()
	c.bodiesIn()
	c.officesIn()
	for i := len(c.phrases) - 1; i >= 0; i-- {
		if p := c.phrases[i]; p.kind == rolePhrase && !p.drop {
			c.rightOf(p)
		}
	}
	c.settleCapitals()
	c.personsIn()
	c.northSouth()
	c.pronounsIn()
}

// mentions turns the phrases that were kept into mentions in order of the text.
func (d *discourse) mentions() []dateline.Mention {
	var kept []*phrase
	for _, c := range d.charts {
		for _, p := range c.phrases {
			if !p.drop && (len(p.actors) > 0 || len(p.senses) > 0) {
				kept = append(kept, p)
			}
		}
	}
	for i, p := range kept {
		p.index = i + 1
	}
	out := make([]dateline.Mention, len(kept))
	for i, p := range kept {
		s := d.charts[p.sentence].s
		own := span(s, p.first, p.last)
		m := dateline.Mention{Kind: dateline.ActorMention, Span: own, Sentence: p.sentence, First: p.first, Last: p.last,
			Head: headOf(s, p.first, p.last), Actors: p.actors, Antecedent: -1,
			Why: dateline.Why{Rule: p.rule, Spans: append([]dateline.Span{own}, p.spans...), Score: p.score}}
		if a := p.antecedent; a != nil && a != p && !a.drop && a.index > 0 {
			m.Antecedent = a.index - 1
		}
		out[i] = m
	}
	return out
}
