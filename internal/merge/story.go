package merge

import (
	"cmp"
	"slices"

	"github.com/dateline/dateline"
)

// Limits of stories. The weights were tried on news articles whose affairs are
// labelled.
const (
	storyThreshold = 1.8 // likeness from which two events belong together
	reportLikeness = 1.5 // of events that the same reports tell
	wordLikeness   = 3.0 // of events whose words are the same
	headlineWeight = 2   // of a word of a headline, against one of a claim
	storyDays      = 21  // days between two events of a story at most
	storyWords     = 16  // words of an event that are compared
	storyTopics    = 4   // of these, those that make blocks
	storyNear      = 32  // later events of a block that an event is compared with
)

// maxStretches bounds the stretches of time of an event that lasts.
const maxStretches = 4

// digest is what of an event is compared with others.
type digest struct {
	codes   []hash
	persons []hash
	words   []word
	topics  []hash // the rarest of the words
	reports []hash
	first   int32
	last    int32
}

// digest sums up an event from its claims.
func (x *Index) digest(e *dateline.Event) digest {
	d := digest{first: unknownDay, last: unknownDay}
	weight := map[hash]float32{}
	for _, id := range e.Claims {
		i, ok := x.at[id]
		if !ok {
			continue
		}
		f := &x.nodes[i].f
		d.codes = append(d.codes, f.codes...)
		d.reports = append(d.reports, f.report)
		for _, p := range f.persons {
			d.persons = append(d.persons, p.name)
		}
		for _, w := range f.words {
			weight[w.stem] += w.weight
		}
		for _, w := range headWords(x.nodes[i].headline) {
			weight[w.stem] += headlineWeight * w.weight
		}
		if f.first != unknownDay && (d.first == unknownDay || f.first < d.first) {
			d.first = f.first
		}
		d.last = max(d.last, f.last)
	}
	d.codes, d.persons, d.reports = sortedHashes(d.codes), sortedHashes(d.persons), sortedHashes(d.reports)
	d.words = heaviest(weight, storyWords)
	for _, w := range heaviest(weight, storyTopics) {
		d.topics = append(d.topics, w.stem)
	}
	return d
}

func sortedHashes(hs []hash) []hash {
	slices.Sort(hs)
	return slices.Compact(hs)
}

// heaviest are the n words of most weight, by stem.
func heaviest(weight map[hash]float32, n int) []word {
	out := make([]word, 0, len(weight))
	for s, w := range weight {
		out = append(out, word{s, w})
	}
	slices.SortFunc(out, func(a, b word) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.stem, b.stem)) })
	out = slices.Clip(out[:min(n, len(out))])
	slices.SortFunc(out, func(a, b word) int { return cmp.Compare(a.stem, b.stem) })
	return out
}

// related says how far two events belong together.
func (d *digest) related(o *digest) float64 {
	gap := int32(0)
	if d.first != unknownDay && o.first != unknownDay {
		gap = max(d.first-o.last, o.first-d.last, 0)
	}
	codes, persons := common(d.codes, o.codes), common(d.persons, o.persons)
	reports := float64(common(d.reports, o.reports)) / float64(max(1, min(len(d.reports), len(o.reports))))
	if gap > storyDays || codes+persons == 0 && reports == 0 {
		return 0
	}
	v := reportLikeness*reports + wordLikeness*cosine(d.words, o.words) - float64(gap)/storyDays
	switch {
	case codes >= 2:
		v++
	case codes == 1:
		v += 0.6
	}
	if persons > 0 {
		v += 0.5
	}
	return v
}

// keys are the blocks in which an event is compared: the reports that tell of it,
// and each pair of sides with a stretch of time.
func (d *digest) keys() []hash {
	out := slices.Clone(d.reports)
	if d.first == unknownDay {
		return out
	}
	cs := d.codes[:min(len(d.codes), maxSides)]
	from := d.first / blockDays
	to := min((d.last+storyDays)/blockDays, from+maxStretches-1)
	for t := from; t <= to; t++ {
		for i, a := range cs {
			for _, b := range cs[i+1:] {
				out = append(out, mix(mix(a, b), hash(t)+1))
			}
			for _, w := range d.topics {
				out = append(out, mix(mix(a, w), hash(t)+1))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// headWords are the words of a headline.
func headWords(headline string) []word {
	lex := words()
	var out []word
	for _, t := range split(headline) {
		if !lex.light[t.lower] {
			s := stem(t.lower)
			h := hashOf(s)
			if k := lex.byStem[s]; k != 0 {
				h = hashOf("class", lex.names[k])
			}
			out = append(out, word{h, frequency().weight(s)})
		}
	}
	return out
}
