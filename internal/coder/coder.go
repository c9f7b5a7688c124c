// Package coder codes an annotated report into claims: PLOVER event, mode and
// context, actors and recipients, date, place, status, numbers and evidence.
//
// It matches frames over Universal Dependencies. A frame names the words that
// may state an event and where its participants stand in the syntax; frames are
// data (data/*.frames) and can be extended from files. Nothing is learned and
// nothing is random: the same report gives the same claims.
package coder

import (
	"cmp"
	"slices"

	"github.com/dateline/dateline"
)

// Coder holds the compiled frames. It is safe for concurrent use.
type Coder struct {
	lex   *lexicon
	judge Judge // may be nil
}

// New compiles the embedded frames and those of the overlay files; a frame of an
// overlay replaces an earlier one of the same name. The error names the file and line.
func New(overlays ...string) (*Coder, error) {
	lex, err := loadLexicon(overlays)
	if err != nil {
		return nil, err
	}
	return &Coder{lex: lex}, nil
}

// Code lists the claims of a report in text order, from its Sentences and Mentions.
// Chain gives the attribution chain, outlet first, that holds a byte offset; it
// may be nil, then claims have no chain.
func (c *Coder) Code(text string, r *dateline.Report, chain func(at int) []dateline.Link) []dateline.Claim {
	if chain == nil {
		chain = func(int) []dateline.Link { return nil }
	}
	b := &builder{lex: c.lex, text: text, r: r, chain: chain, bySentence: mentionsBySentence(r)}
	for i := range r.Sentences {
		b.sentence(i)
	}
	b.settleDates()
	claims := b.fold()
	slices.SortStableFunc(claims, func(a, b dateline.Claim) int { return cmp.Compare(a.Evidence[0].Start, b.Evidence[0].Start) })
	return claims
}

func mentionsBySentence(r *dateline.Report) [][]int {
	out := make([][]int, len(r.Sentences))
	for i := range r.Mentions {
		if s := r.Mentions[i].Sentence; s >= 0 && s < len(out) {
			out[s] = append(out[s], i)
		}
	}
	return out
}
