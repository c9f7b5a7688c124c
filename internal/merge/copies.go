package merge

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// Limits of near-copies. Reprints are cut, reordered and edited, so that true
// ones may share a third of their shingles only; then their words must also stand
// in the same order for the most part.
const (
	shingleWords = 3
	surelyCopied = 0.5  // share of the shorter text's shingles
	maybeCopied  = 0.15 // share from which the texts are aligned
	alignedShare = 0.5  // share of the shorter text's content words that stand in order in both
	minWords     = 25   // shorter texts are too short to tell
	alignWords   = 600  // words of each text that are aligned
)

// sketch is a text as it is compared for copying.
type sketch struct {
	words    []hash // content words in order
	shingles []hash // sorted, each once
}

func sketchOf(text string) *sketch {
	lex := words()
	s := &sketch{}
	var all []hash
	for _, f := range split(text) {
		h := hashOf(f.lower)
		all = append(all, h)
		if !lex.light[f.lower] {
			s.words = append(s.words, h)
		}
	}
	for i := 0; i+shingleWords <= len(all); i++ {
		s.shingles = append(s.shingles, mix(mix(all[i], all[i+1]), all[i+2]))
	}
	slices.Sort(s.shingles)
	s.shingles = slices.Compact(s.shingles)
	return s
}

// copied reports whether one text is for the most part a copy of the other.
func copied(a, b *sketch) bool {
	n := min(len(a.words), len(b.words))
	if n < minWords {
		return false
	}
	share := float64(common(a.shingles, b.shingles)) / float64(min(len(a.shingles), len(b.shingles)))
	switch {
	case share >= surelyCopied:
		return true
	case share < maybeCopied:
		return false
	}
	x, y := a.words[:min(len(a.words), alignWords)], b.words[:min(len(b.words), alignWords)]
	return float64(aligned(x, y)) >= alignedShare*float64(min(len(x), len(y)))
}

// common counts the hashes that two sorted lists share.
func common(a, b []hash) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// aligned is the length of the longest common subsequence.
func aligned(a, b []hash) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// copies remembers sketches of reports and which of them are copies.
type copies struct {
	sketches map[dateline.ReportID]*sketch
	verdicts map[[2]dateline.ReportID]bool
}

func newCopies() *copies {
	return &copies{map[dateline.ReportID]*sketch{}, map[[2]dateline.ReportID]bool{}}
}

// prose is the report's running text.
func prose(r *dateline.Report, text string) string {
	var b strings.Builder
	for _, p := range r.Paragraphs {
		if p.Kind != dateline.Prose {
			continue
		}
		for _, s := range p.Pieces {
			b.WriteString(s.In(text))
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// copied reports whether the texts of two reports are near-copies.
func (x *Index) copied(a, b dateline.ReportID) bool {
	key := [2]dateline.ReportID{min(a, b), max(a, b)}
	v, known := x.copies.verdicts[key]
	if !known {
		v = copied(x.sketch(a), x.sketch(b))
		x.copies.verdicts[key] = v
	}
	return v
}

func (x *Index) sketch(id dateline.ReportID) *sketch {
	s := x.copies.sketches[id]
	if s == nil {
		s = &sketch{}
		if r := x.reportOf(id); r != nil {
			s = sketchOf(prose(r, x.textOf(r.Document)))
		}
		x.copies.sketches[id] = s
	}
	return s
}

// forget drops what is remembered of a document's reports.
func (x *Index) forget(id dateline.DocumentID) {
	of := func(r dateline.ReportID) bool { return x.reports[r] == nil || x.reports[r].Document == id }
	for r := range x.copies.sketches {
		if of(r) {
			delete(x.copies.sketches, r)
		}
	}
	for p := range x.copies.verdicts {
		if of(p[0]) || of(p[1]) {
			delete(x.copies.verdicts, p)
		}
	}
}
