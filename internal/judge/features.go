package judge

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dateline/dateline"
)

// Features are the hashes of what the model sees of a case, sorted and each once.
func (m *Model) Features(c Case) []uint32 {
	f := &features{groups: m.clusters}
	f.framed(c.Framed)
	f.add("sides", strconv.Itoa(min(len(c.Source), 1)), strconv.Itoa(min(len(c.Target), 1)))
	for i := range c.Sentences {
		f.sentence(&c.Sentences[i], c.Source, c.Target)
	}
	slices.Sort(f.out)
	return slices.Compact(f.out)
}

type features struct {
	groups clusters
	out    []uint32
}

// add hashes a feature (FNV-1a).
func (f *features) add(parts ...string) {
	h := uint32(2166136261)
	for _, p := range parts {
		for i := 0; i < len(p); i++ {
			h = (h ^ uint32(p[i])) * 16777619
		}
		h = (h ^ 0x1f) * 16777619
	}
	f.out = append(f.out, h)
}

// framed are the frames' opinions: the first, how sure, and by how much it leads.
func (f *features) framed(list []Opinion) {
	if len(list) == 0 {
		f.add("frame", "none")
		return
	}
	for i, o := range list {
		grade := strconv.Itoa(int(o.Confidence * 8))
		f.add("frame", o.Root)
		f.add("frame-grade", o.Root, grade)
		if o.Confidence >= list[0].Confidence-0.05 {
			f.add("frame-near", o.Root)
		}
		if i < 2 {
			f.add("frame-rank", strconv.Itoa(i), o.Root)
		}
		if i == 0 {
			f.add("frame-top", o.Root, grade)
		}
	}
}

// word adds a word under a name, with its groups.
func (f *features) word(name, w string) {
	f.add(name, w)
	if g, ok := f.groups[w]; ok {
		f.add(name, "#", strconv.Itoa(int(g[0])))
		f.add(name, "##", strconv.Itoa(int(g[1])))
	}
}

func (f *features) sentence(s *dateline.Sentence, source, target []dateline.Span) {
	v := newView(s, source, target)
	f.bag(v)
	f.path(v)
	f.order(v)
}

// bag adds every word outside the two sides, and pairs of neighbours.
func (f *features) bag(v *view) {
	prev := "^"
	for i := range v.tokens {
		if v.side[i] != 0 {
			prev = "<" + string(rune('0'+v.side[i])) + ">"
			continue
		}
		if v.tokens[i].UPOS == "PUNCT" {
			continue
		}
		w := v.lemma[i]
		if content(v.tokens[i].UPOS) {
			f.word("bag", w)
		}
		f.add("two", prev, w)
		prev = w
	}
}

// path adds the words between the sides in the tree, and the verbs over each.
func (f *features) path(v *view) {
	a, b := v.up(v.head[1]), v.up(v.head[2])
	meet := meeting(a, b)
	var rels []string
	for _, i := range a {
		if i == meet {
			break
		}
		rels = append(rels, v.rel(i)+"↑")
		f.onPath(v, i, v.head[1])
	}
	if meet >= 0 {
		f.word("meet", v.lemma[meet])
		f.context(v, "meet", meet)
	}
	for _, i := range b {
		if i == meet {
			break
		}
		rels = append(rels, v.rel(i)+"↓")
		f.onPath(v, i, v.head[2])
	}
	if len(rels) > 0 && len(rels) < 7 {
		f.add("rels", strings.Join(rels, " "))
	}
	f.governors(v, "source", a)
	f.governors(v, "target", b)
}

func (f *features) onPath(v *view, i, end int) {
	if i != end && v.side[i] == 0 {
		f.word("path", v.lemma[i])
		f.context(v, "path", i)
	}
}

// governors adds the first words above a side, with the side's relation.
func (f *features) governors(v *view, name string, chain []int) {
	n := 0
	for k, i := range chain {
		if v.side[i] != 0 {
			continue
		}
		if n == 0 && k > 0 {
			f.word(name+" "+v.rel(chain[k-1]), v.lemma[i])
		}
		f.word(name+strconv.Itoa(n), v.lemma[i])
		if n++; n == 3 {
			return
		}
	}
}

// context adds what stands around a governing word: auxiliaries, negation,
// particles, objects, prepositions.
func (f *features) context(v *view, name string, i int) {
	for j := range v.tokens {
		if v.tokens[j].Head != i || v.side[j] != 0 {
			continue
		}
		switch r := v.rel(j); r {
		case "aux", "aux:pass", "advmod", "mark", "compound:prt", "case":
			f.add(name+" "+r, v.lemma[j])
			f.add(name+" pair", v.lemma[i], v.lemma[j])
		case "obj", "xcomp", "ccomp", "obl", "nsubj", "nsubj:pass", "nmod", "advcl", "acl", "parataxis", "conj", "amod", "compound":
			f.word(name+" "+r, v.lemma[j])
			f.add(name+" pair", v.lemma[i], v.lemma[j])
		}
	}
}

// order adds the words before, between and after the sides.
func (f *features) order(v *view) {
	first, last := v.head[1], v.head[2]
	if first < 0 || last < 0 {
		return
	}
	f.add("order", strconv.FormatBool(first < last))
	lo, hi := min(first, last), max(first, last)
	n := 0
	for i := lo + 1; i < hi; i++ {
		if v.side[i] == 0 && content(v.tokens[i].UPOS) {
			f.word("between", v.lemma[i])
			if n++; n == 1 {
				f.word("next", v.lemma[i])
			}
		}
	}
}

func content(upos string) bool {
	switch upos {
	case "NOUN", "VERB", "ADJ", "ADV", "PART", "ADP", "AUX", "SCONJ":
		return true
	}
	return false
}
