// Package attrib finds who says what in a report: for every statement its
// source, its cue and its content (in the sense of PARC and PolNeAR), nested
// into one another, and from them the chain of attribution that stands between
// a reader and any place in the text.
package attrib

import (
	"cmp"
	"slices"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/lexicon"
)

// Annotator finds attributions. It holds no state between calls and is safe
// for concurrent use.
type Annotator struct {
	outlets *lexicon.Outlets
	cues    *cueList
}

// New is an Annotator that names outlets after the list o, which may be nil.
func New(o *lexicon.Outlets) *Annotator {
	return &Annotator{outlets: o, cues: loadCues()}
}

// Annotate finds the attributions of a report whose Sentences and Mentions are
// set. They are in order of their first byte; a parent stands before its
// children.
func (a *Annotator) Annotate(text string, r *dateline.Report) []dateline.Attribution {
	j := &joiner{text: text, r: r, quotes: scanQuotes(text, r.Paragraphs)}
	for i := range r.Sentences {
		if len(r.Sentences[i].Tokens) > 0 {
			t := newTree(&r.Sentences[i], i)
			j.markQuotes(t)
			if t.mend(a.cues) {
				t.link()
			}
			j.read(a.cues, t)
		}
	}
	j.join()
	j.blocks()
	j.turns()
	j.pointers()
	j.carriers()
	j.drop()
	order(j.fs)
	j.prune()
	v := newVoices(a, j)
	v.resolve()
	v.continues()
	layers(r, v.out)
	return v.out
}

// read adds the findings of one sentence.
func (j *joiner) read(l *cueList, t *tree) {
	j.trees = append(j.trees, t)
	opens := t.index == 0 || j.r.Sentences[t.index-1].Paragraph != t.s.Paragraph
	if f, ok := readHeading(t, opens, l.colon); ok && !j.topic(&f) {
		j.add(f)
	}
	first := len(j.fs)
	for i := range t.n {
		for _, rule := range [...]func(*tree, int) (finding, bool){l.readTrailing, l.readVerb, l.readNoun, l.readAdjective, l.readPhrase, l.readAdverb} {
			if f, ok := rule(t, i); ok {
				j.add(f)
				break
			}
		}
	}
	j.untwist(first)
	j.quoted(t, first)
}

// order sorts findings by their first byte, the one that covers more first, and
// sets each finding's parent: the smallest content that holds its cue.
func order(fs []finding) {
	slices.SortStableFunc(fs, func(a, b finding) int {
		x, y := a.reach(), b.reach()
		return cmp.Or(x.Start-y.Start, y.End-x.End, a.cueSpan().Start-b.cueSpan().Start)
	})
	var open []int // those that reach further than where we are
	for i := range fs {
		fs[i].parent = -1
		cue, at := fs[i].cueSpan(), fs[i].reach().Start
		open = slices.DeleteFunc(open, func(k int) bool { return fs[k].reach().End <= at })
		for _, k := range open {
			if !holds(fs[k].spans, cue) {
				continue
			}
			if p := fs[i].parent; p < 0 || size(fs[k].spans) < size(fs[p].spans) {
				fs[i].parent = k
			}
		}
		open = append(open, i)
	}
	for i := range fs {
		if k := byID(fs, fs[i].outer); k >= 0 {
			putUnder(fs, i, k)
		}
	}
}

// putUnder makes finding k the parent of finding i, and i's parent that of k
// where k was below i.
func putUnder(fs []finding, i, k int) {
	old := fs[i].parent
	for p, n := k, 0; p >= 0 && n <= len(fs); p, n = fs[p].parent, n+1 {
		if p == i {
			fs[k].parent = old
			break
		}
	}
	if fs[k].parent < 0 && old != k {
		fs[k].parent = old
	}
	fs[i].parent = k
}

// reach is the bytes from the first to the last of a finding's cue and content.
func (f *finding) reach() dateline.Span {
	s := f.cueSpan()
	for _, c := range f.spans {
		s = s.Cover(c)
	}
	return s
}

func holds(list []dateline.Span, s dateline.Span) bool {
	for _, l := range list {
		if l.Contains(s) {
			return true
		}
	}
	return false
}

func size(list []dateline.Span) int {
	n := 0
	for _, l := range list {
		n += l.Len()
	}
	return n
}

// byFirstByte is the indexes of attributions in order of their first byte, the
// longer first.
func byFirstByte(list []dateline.Attribution) []int {
	idx := make([]int, len(list))
	reach := make([]dateline.Span, len(list))
	for i, a := range list {
		idx[i] = i
		for _, spans := range [][]dateline.Span{a.Cue, a.Content} {
			for _, s := range spans {
				reach[i] = reach[i].Cover(s)
			}
		}
	}
	slices.SortStableFunc(idx, func(a, b int) int {
		return cmp.Or(reach[a].Start-reach[b].Start, reach[b].End-reach[a].End)
	})
	return idx
}
