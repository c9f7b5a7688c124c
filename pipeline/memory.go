package pipeline

import (
	"slices"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/entity"
)

// Fact is what one report says of a person whom no list knows.
type Fact = entity.Fact

// Collection gathers what the documents of one run say of people, so that a
// report that only names somebody is coded with what another says. The result
// depends on the documents alone, not on their order.
type Collection struct {
	facts   []Fact
	memory  *entity.Memory                   // of facts, made when first asked
	unknown map[dateline.DocumentID][]string // names that nothing in the document explains
}

// Add takes in the coded reports of a document, with their mentions.
func (c *Collection) Add(id dateline.DocumentID, reports []dateline.Report) {
	if c.unknown == nil {
		c.unknown = map[dateline.DocumentID][]string{}
	}
	c.memory = nil
	for i := range reports {
		c.facts = append(c.facts, entity.Learn(&reports[i])...)
		c.unknown[id] = append(c.unknown[id], entity.Unknown(&reports[i])...)
	}
}

// Explains reports whether the collection tells who somebody is whom the
// document only names.
func (c *Collection) Explains(id dateline.DocumentID) bool {
	if c.memory == nil {
		c.memory = entity.NewMemory(c.facts)
	}
	return c.memory.Knows(c.unknown[id])
}

// Recode codes a document again with what the collection says of people.
func (p *Pipeline) Recode(doc *dateline.Document, c *Collection) []dateline.Report {
	return p.code(doc, c.facts)
}

// Code cuts a document into reports and codes each, with what its other reports
// say of people.
func (p *Pipeline) Code(doc *dateline.Document) []dateline.Report { return p.code(doc, nil) }

func (p *Pipeline) code(doc *dateline.Document, facts []Fact) []dateline.Report {
	reports := p.segmenter.Segment(doc)
	own := slices.Clone(facts)
	for i := range reports {
		p.Annotate(doc.Text, &reports[i])
		if facts == nil {
			own = append(own, entity.Learn(&reports[i])...)
		}
	}
	memory := entity.NewMemory(own)
	for i := range reports {
		if memory.Knows(entity.Unknown(&reports[i])) {
			p.recall(doc.Text, &reports[i], memory)
		}
		p.claim(doc.Text, &reports[i])
	}
	return reports
}

// recall finds the actors of an annotated report again, with what others say.
func (p *Pipeline) recall(text string, r *dateline.Report, m *entity.Memory) {
	r.Mentions = slices.DeleteFunc(r.Mentions, func(x dateline.Mention) bool { return x.Kind == dateline.ActorMention })
	r.Mentions = appendMentions(r.Mentions, p.actors.Recall(text, r, m))
	r.Attributions = p.attrib.Annotate(text, r)
}
