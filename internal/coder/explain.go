package coder

import (
	"fmt"
	"io"

	"github.com/dateline/dateline"
)

// Explain writes for each sentence of a report the frames that were tried and why
// a claim came out of them or not.
func (c *Coder) Explain(w io.Writer, text string, r *dateline.Report) error {
	b := &builder{lex: c.lex, text: text, r: r, chain: func(int) []dateline.Link { return nil }, bySentence: mentionsBySentence(r)}
	var err error
	say := func(format string, args ...any) {
		if err == nil {
			_, err = fmt.Fprintf(w, format, args...)
		}
	}
	b.tried = func(a attempt) {
		if a.failed != "" {
			say("  %-14s frame %-20s %-18s no: %s\n", b.t.toks[a.trigger].Form, a.name, code(a.frame), a.failed)
		} else {
			say("  %-14s frame %-20s %-18s fits\n", b.t.toks[a.trigger].Form, a.name, code(a.frame))
		}
	}
	b.dropped = func(h hit, why string) {
		say("  %-14s frame %-20s %-18s dropped: %s\n", b.t.toks[h.trigger].Form, h.name, code(h.frame), why)
	}
	for i := range r.Sentences {
		say("%s\n", r.Sentences[i].Span.In(text))
		before := len(b.drafts)
		b.sentence(i)
		for _, d := range b.drafts[before:] {
			say("  => %s\n", describe(&d.claim))
		}
	}
	return err
}

func code(f *frame) string {
	if f.mode == "" {
		return f.root
	}
	return f.root + "." + f.mode
}

func describe(c *dateline.Claim) string {
	return fmt.Sprintf("%s.%s %v -> %v %s (%s)", c.Event, c.Mode, codesOf(c.Actors), codesOf(c.Recipients), c.Status, c.Coder)
}
