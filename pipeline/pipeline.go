// Package pipeline runs the stages in order: Document → Report → Sentence →
// Mention → Attribution → Claim for each document, then Claims → Events →
// Stories over all. It is the one place that writes what a stage found into a
// Report, and the entry point for Go programs.
package pipeline

import (
	"context"
	"fmt"
	"io"
	"sync"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/attrib"
	"github.com/dateline/dateline/internal/coder"
	"github.com/dateline/dateline/internal/entity"
	"github.com/dateline/dateline/internal/judge"
	"github.com/dateline/dateline/internal/lexicon"
	"github.com/dateline/dateline/internal/merge"
	"github.com/dateline/dateline/internal/place"
	"github.com/dateline/dateline/internal/segment"
	"github.com/dateline/dateline/internal/syntax"
	"github.com/dateline/dateline/internal/timex"
	"github.com/dateline/dateline/internal/token"
)

// Version names the program in every record that it codes.
const Version = "0.1"

// Options names the files that overlay the embedded data. The zero value uses
// what ships.
type Options struct {
	Outlets []string // outlet lists (TSV)
	Actors  []string // actor lists (TSV or YAML)
	Frames  []string // event frames
	Model   string   // syntax model
}

// Pipeline holds the loaded stages. It is safe for concurrent use.
type Pipeline struct {
	segmenter *segment.Segmenter
	model     *syntax.Model
	places    *place.Gazetteer
	actors    *entity.Resolver
	attrib    *attrib.Annotator
	coder     *coder.Coder
	judge     *judge.Model
}

// New loads the stages; an error names the overlay file at fault.
func New(o Options) (*Pipeline, error) {
	outlets, err := lexicon.LoadOutlets(o.Outlets...)
	if err != nil {
		return nil, err
	}
	p := &Pipeline{segmenter: segment.New(outlets), attrib: attrib.New(outlets)}
	return p, together([]loader{
		{"syntax model", func() (err error) { p.model, err = loadModel(o.Model); return err }},
		{"places", func() (err error) { p.places, err = place.Load(); return err }},
		{"actors", func() (err error) { p.actors, err = entity.New(outlets, o.Actors...); return err }},
		{"frames", func() (err error) { p.coder, err = coder.New(o.Frames...); return err }},
		{"judge", func() (err error) { p.judge, err = judge.Load(); return err }},
	})
}

// loader reads what a stage needs.
type loader struct {
	name string
	load func() error
}

// together runs all loaders at once and returns the first error in their order.
func together(loaders []loader) error {
	errs := make([]error, len(loaders))
	var wg sync.WaitGroup
	for i, l := range loaders {
		wg.Go(func() { errs[i] = l.load() })
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			return fmt.Errorf("%s: %w", loaders[i].name, err)
		}
	}
	return nil
}

func loadModel(path string) (*syntax.Model, error) {
	if path == "" {
		return syntax.Load()
	}
	return syntax.Open(path)
}

// Annotate fills in a report's sentences, mentions and attributions.
func (p *Pipeline) Annotate(text string, r *dateline.Report) {
	r.Sentences = token.Split(text, r.Paragraphs)
	p.model.Annotate(r.Sentences)
	if at, ok := p.places.Locate(r); ok {
		r.Location = &at
	}
	r.Mentions = timex.Annotate(text, r)
	r.Mentions = appendMentions(r.Mentions, p.places.Annotate(text, r))
	r.Mentions = appendMentions(r.Mentions, p.actors.Annotate(text, r))
	r.Attributions = p.attrib.Annotate(text, r)
}

// claim codes an annotated report.
func (p *Pipeline) claim(text string, r *dateline.Report) {
	r.Claims = p.coder.Code(text, r, func(at int) []dateline.Link { return p.attrib.Chain(r, at) })
}

// Chains are the chains of attribution of an annotated report, one for each
// statement that is told on the word of somebody else, in the order of the text.
func (p *Pipeline) Chains(r *dateline.Report) [][]dateline.Link {
	var out [][]dateline.Link
	for i := range r.Attributions {
		if x := &r.Attributions[i]; x.Voice && len(x.Content) > 0 {
			out = append(out, p.attrib.Chain(r, x.Content[0].Start))
		}
	}
	return out
}

// Explain writes, for each sentence of a document, the frames that were tried and
// why a claim came out of them or not.
func (p *Pipeline) Explain(w io.Writer, doc *dateline.Document) error {
	reports := p.segmenter.Segment(doc)
	for i := range reports {
		p.Annotate(doc.Text, &reports[i])
		if err := p.coder.Explain(w, doc.Text, &reports[i]); err != nil {
			return err
		}
	}
	return nil
}

// appendMentions adds a stage's mentions to those before, shifting the indexes
// of their antecedents.
func appendMentions(ms, more []dateline.Mention) []dateline.Mention {
	base := len(ms)
	for _, m := range more {
		if m.Antecedent >= 0 {
			m.Antecedent += base
		}
		ms = append(ms, m)
	}
	return ms
}

// Whole makes a report of a whole text without segmenting it, for callers that
// bring their own documents: its paragraphs are the blocks between blank lines.
func Whole(id dateline.DocumentID, text string, published dateline.Day) dateline.Report {
	return dateline.Report{
		ID: dateline.ReportID(dateline.HashID(string(id), "whole")), Document: id,
		Span: dateline.Span{Start: 0, End: len(text)}, Published: published,
		Paragraphs: blocks(text),
	}
}

// blocks are the spans between blank lines, without the space at their ends.
func blocks(text string) []dateline.Paragraph {
	var out []dateline.Paragraph
	start, end := -1, -1 // of the block so far; end is past its last visible byte
	flush := func() {
		if start >= 0 {
			out = append(out, dateline.Paragraph{Kind: dateline.Prose, Pieces: []dateline.Span{{Start: start, End: end}}})
		}
		start, end = -1, -1
	}
	newlines := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n':
			if newlines++; newlines == 2 {
				flush()
			}
		case c == ' ' || c == '\t' || c == '\r':
		default:
			newlines = 0
			if start < 0 {
				start = i
			}
			end = i + 1
		}
	}
	flush()
	return out
}

// updated is how many documents Update merges in one transaction: few enough that
// other writers need not wait long, and that what is near them fits in memory.
const updated = 1000

// Update brings the events and stories of a store up to date with its claims and
// judgements. It reads what is near the documents that changed, and no more.
func Update(ctx context.Context, st dateline.Store) error {
	more, err := st.Stale(ctx, merge.Version)
	for more && err == nil {
		err = st.Update(ctx, merge.Version, func(s dateline.Shelf) { more = merge.Update(s, updated) })
	}
	return err
}

// Merge clusters the claims of all reports into events and stories.
func Merge(docs []*dateline.Document, reports []dateline.Report, judgements []dateline.Judgement) ([]dateline.Event, []dateline.Story) {
	return merge.Merge(mergeInput(docs, reports, judgements))
}

// Doubts lists the decisions of Merge on the same claims that are least certain.
// text reads the text of a document, that of one report after the other.
func Doubts(reports []dateline.Report, judgements []dateline.Judgement, text func(dateline.DocumentID) string) []merge.Doubt {
	in := mergeInput(nil, reports, judgements)
	in.Text = text
	return merge.NewIndex(in).Doubts()
}

func mergeInput(docs []*dateline.Document, reports []dateline.Report, judgements []dateline.Judgement) merge.Input {
	in := merge.Input{
		Reports:    make(map[dateline.ReportID]*dateline.Report, len(reports)),
		Texts:      make(map[dateline.DocumentID]string, len(docs)),
		Judgements: judgements,
	}
	for _, d := range docs {
		in.Texts[d.ID] = d.Text
	}
	for i := range reports {
		in.Reports[reports[i].ID] = &reports[i]
		in.Claims = append(in.Claims, reports[i].Claims...)
	}
	return in
}
