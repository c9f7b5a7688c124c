package pipeline

import (
	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/coder"
	"github.com/dateline/dateline/internal/judge"
	"github.com/dateline/dateline/internal/token"
)

// Relate names the event between a marked pair in a text that stands alone: the
// judge decides with the frames' opinions before it. The frame is named where it
// agrees.
func (p *Pipeline) Relate(text string, source, target []dateline.Span) coder.Relation {
	c, framed := p.relateCase(text, source, target)
	d := p.judge.Decide(c)
	out := coder.Relation{Root: d.Root, Confidence: d.Confidence}
	for _, r := range framed {
		if r.Root == d.Root {
			out.Mode, out.Frame = r.Mode, r.Frame
		}
	}
	return out
}

// JudgeFeatures are what the judge sees of a marked pair, for training it.
func (p *Pipeline) JudgeFeatures(text string, source, target []dateline.Span) []uint32 {
	c, _ := p.relateCase(text, source, target)
	return p.judge.Features(c)
}

func (p *Pipeline) relateCase(text string, source, target []dateline.Span) (judge.Case, []coder.Relation) {
	r := Whole("", text, "")
	r.Sentences = token.Split(text, r.Paragraphs)
	p.model.Annotate(r.Sentences)
	framed := p.coder.Candidates(r.Sentences, source, target)
	c := judge.Case{Sentences: r.Sentences, Source: source, Target: target}
	for _, f := range framed {
		c.Framed = append(c.Framed, judge.Opinion{Root: f.Root, Confidence: f.Confidence})
	}
	return c, framed
}
