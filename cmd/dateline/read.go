package main

import (
	"context"
	"fmt"
	"runtime"
	"slices"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/ingest"
	"github.com/dateline/dateline/pipeline"
)

// overlays are the flags of every command that codes texts.
type overlays struct {
	Outlets []string `help:"Outlet list (TSV) that adds to or corrects the one that ships." type:"existingfile" placeholder:"FILE"`
	Actors  []string `help:"Actor list (TSV, YAML, a PETRARCH actors file, Wikidata results in CSV) that adds to or corrects the one that ships." type:"existingfile" placeholder:"FILE"`
	Agents  []string `help:"PETRARCH agents file, or a list of offices, read after the actors." type:"existingfile" placeholder:"FILE"`
	Frames  []string `help:"Event frames that add to those that ship." type:"existingfile" placeholder:"FILE"`
	Verbs   []string `help:"PETRARCH verb dictionary, read as event frames." type:"existingfile" placeholder:"FILE"`
	Model   string   `help:"Syntax model instead of the one that ships." type:"existingfile" placeholder:"FILE"`
}

func (o overlays) pipeline() (*pipeline.Pipeline, error) {
	return pipeline.New(pipeline.Options{
		Outlets: o.Outlets, Actors: slices.Concat(o.Actors, o.Agents), Frames: slices.Concat(o.Frames, o.Verbs), Model: o.Model,
	})
}

// coded is a document with its reports, or the reason why it could not be read.
type coded struct {
	doc     *dateline.Document
	reports []dateline.Report
	err     error
}

// codeAll reads and codes the inputs, as many at once as there are processors,
// and hands them to sink in the order of the inputs. skip, where given, passes
// over documents that need no coding. It returns how many inputs failed; each
// failure has then been reported on stderr.
func (m *Main) codeAll(ctx context.Context, p *pipeline.Pipeline, paths []string,
	skip func(*dateline.Document) (bool, error), sink func(coded) error) (failed int, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue := make(chan chan coded, 2*runtime.GOMAXPROCS(0))
	walked := make(chan error, 1)
	go func() {
		defer close(queue)
		walked <- m.walk(ctx, paths, func(doc *dateline.Document, derr error) error {
			slot := make(chan coded, 1)
			select {
			case queue <- slot:
			case <-ctx.Done():
				return ctx.Err()
			}
			go func() { slot <- codeOne(p, doc, derr, skip) }()
			return nil
		})
	}()
	bar, done := newProgress(m.Stderr), 0
	defer bar.clear()
	for {
		var c coded
		select {
		case <-ctx.Done(): // an input that nobody writes to may block the walk for ever
			return failed, ctx.Err()
		case slot, more := <-queue:
			if !more {
				return failed, <-walked
			}
			c = <-slot
		}
		if c.err != nil {
			bar.clear()
			fmt.Fprintln(m.Stderr, "dateline:", c.err)
			failed++
			continue
		}
		done++
		bar.show("%s  %s", counted(done, "document"), oneLine(c.doc.Path))
		if err := sink(c); err != nil {
			return failed, err
		}
	}
}

// codeOne codes one document. A fault of the program in one text must not cost
// the others: it is reported as that text's failure.
func codeOne(p *pipeline.Pipeline, doc *dateline.Document, err error, skip func(*dateline.Document) (bool, error)) (c coded) {
	if err != nil {
		return coded{err: err}
	}
	defer func() {
		if fault := recover(); fault != nil {
			c = coded{err: &dateline.InputError{Path: doc.Path, Cause: fmt.Sprintf("a fault of dateline stopped its coding: %v", fault)}}
		}
	}()
	if skip != nil {
		known, err := skip(doc)
		if err != nil || known {
			return coded{doc: doc, err: err}
		}
	}
	return coded{doc: doc, reports: p.Code(doc)}
}

// walk reads the inputs in order; "-" is standard input.
func (m *Main) walk(ctx context.Context, paths []string, fn func(*dateline.Document, error) error) error {
	for _, path := range paths {
		if path != "-" {
			if err := ingest.Walk(ctx, []string{path}, fn); err != nil {
				return err
			}
			continue
		}
		docs, err := ingest.ReadFrom(m.Stdin, "-")
		if err != nil {
			if err := fn(nil, err); err != nil {
				return err
			}
			continue
		}
		for _, doc := range docs {
			if err := fn(doc, nil); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}

// failures turns a count of failed inputs into the command's error.
func failures(n int) error {
	if n == 0 {
		return nil
	}
	return fmt.Errorf("%s failed; what could be done was done", counted(n, "input"))
}

// counted writes a number with its noun: "1 input", "2 inputs".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
