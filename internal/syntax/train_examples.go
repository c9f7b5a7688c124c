package syntax

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// tables collects the classes, and the tables of lemmas and features.
func (tr *trainer) tables() {
	var ss []dateline.Sentence
	for _, s := range tr.Sentences {
		if s.Syntax && !s.Copy {
			ss = append(ss, s.Sentence)
		}
	}
	for _, c := range classesOf(ss, tagOf) {
		u, x, _ := strings.Cut(c, " ")
		tr.model.tags = append(tr.model.tags, tagPair{u, x})
	}
	tr.model.labels = classesOf(ss, func(t *dateline.Token) string { return t.Deprel })
	tr.model.lemmas.words, tr.model.lemmas.rules = lemmaTables(ss)
	tr.model.feats = featTable(ss)
}

// features gives a row to each feature that was seen often enough.
func (tr *trainer) features() {
	seen := map[uint32]int{}
	for i := range tr.Sentences {
		s := &tr.Sentences[i]
		shouted := shouts(s.Tokens)
		for k := range s.Tokens {
			for _, key := range formOf(s.Tokens[k].Form, shouted).keys {
				seen[key]++
			}
		}
	}
	tr.index = map[uint32]int32{}
	for _, key := range slices.Sorted(maps.Keys(seen)) {
		if seen[key] >= 3 {
			tr.index[key] = int32(len(tr.keys))
			tr.keys = append(tr.keys, key)
			tr.counts = append(tr.counts, float64(seen[key]))
		}
	}
	tr.rows = newAdam(make([]float32, len(tr.keys)*featureDim))
	tr.lastStep = make([]int32, len(tr.keys))
}

// example makes a sentence ready.
func (tr *trainer) example(s *Labelled, shouted bool) *example {
	e := &example{names: s.NameClasses, weight: s.Weight}
	for i := range s.Tokens {
		f := formOf(s.Tokens[i].Form, shouted)
		e.vectors = append(e.vectors, int32(tr.model.net.words.row(f.vector)))
		var rows [formKeys]int32
		for k, key := range f.keys {
			rows[k] = -1
			if r, ok := tr.index[key]; ok {
				rows[k] = r
			}
		}
		e.feats = append(e.feats, rows)
	}
	if !s.Syntax {
		return e
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		head := t.Head
		if head < 0 {
			head = len(s.Tokens)
		}
		u, x := t.UPOS, t.XPOS
		e.tags = append(e.tags, int32(slices.Index(tr.model.tags, tagPair{u, x})))
		e.heads = append(e.heads, head)
		e.labels = append(e.labels, int32(slices.Index(tr.model.labels, t.Deprel)))
	}
	return e
}

// order is the sentences of an epoch: each as often as its weight says, some as
// if written in capitals or with a capital on each word, as headlines are.
func (tr *trainer) order(rng *rand.Rand) []*example {
	var out []*example
	for _, i := range rng.Perm(len(tr.examples)) {
		times := int(tr.examples[i].weight)
		if rng.Float64() < tr.examples[i].weight-float64(times) {
			times++
		}
		for range times {
			e := tr.examples[i]
			switch p := rng.Float64(); {
			case p < 0.02:
				e = tr.example(&tr.Sentences[i], true)
			case p < 0.05:
				e = tr.example(titled(&tr.Sentences[i]), false)
			}
			out = append(out, e)
		}
	}
	return out
}

// titled is a sentence in the capitals of a headline, its full stop kept.
func titled(s *Labelled) *Labelled {
	out := *s
	out.Tokens = slices.Clone(s.Tokens)
	for i := range out.Tokens {
		f := out.Tokens[i].Form
		if len(f) > 3 || i == 0 {
			out.Tokens[i].Form = strings.ToUpper(f[:1]) + f[1:]
		}
	}
	return &out
}
