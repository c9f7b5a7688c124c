package merge

import (
	"cmp"
	"slices"

	"github.com/dateline/dateline"
)

// Limits of stories.
const (
	storyDays      = 21  // days between two events of a story at most
	storyThreshold = 2.0 // likeness from which two events belong together
	storyWords     = 16  // words of an event that are compared
	storyNear      = 32  // later events of a block that an event is compared with
)

// digest is what of an event is compared with others.
type digest struct {
	codes   []hash
	persons []hash
	words   []word
	reports []hash
	first   int32
	last    int32
}

// digest sums up an event from its claims.
func (x *Index) digest(e *dateline.Event) digest {
	d := digest{first: unknownDay, last: unknownDay}
	weight := map[hash]float32{}
	for _, id := range e.Claims {
		f := &x.nodes[x.at[id]].f
		d.codes = append(d.codes, f.codes...)
		d.reports = append(d.reports, f.report)
		for _, p := range f.persons {
			d.persons = append(d.persons, p.name)
		}
		for _, w := range f.words {
			weight[w.stem] += w.weight
		}
		if f.first != unknownDay && (d.first == unknownDay || f.first < d.first) {
			d.first = f.first
		}
		d.last = max(d.last, f.last)
	}
	d.codes, d.persons, d.reports = sortedHashes(d.codes), sortedHashes(d.persons), sortedHashes(d.reports)
	d.words = heaviest(weight, storyWords)
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
	if d.first == unknownDay || o.first == unknownDay {
		return 0
	}
	gap := max(d.first-o.last, o.first-d.last, 0)
	if gap > storyDays {
		return 0
	}
	v := -float64(gap) / storyDays
	switch n := common(d.codes, o.codes); {
	case n >= 2:
		v++
	case n == 1:
		v += 0.4
	default:
		return 0
	}
	v += 1.2 * float64(common(d.reports, o.reports)) / float64(min(len(d.reports), len(o.reports)))
	if common(d.persons, o.persons) > 0 {
		v += 0.5
	}
	return v + 2*cosine(d.words, o.words)
}

// stories groups events that belong together, two or more, sets each event's
// Story, and sorts by first day and then ID.
func (x *Index) stories(events []dateline.Event) []dateline.Story {
	digests := make([]digest, len(events))
	blocks := map[hash][]int32{}
	for i := range events {
		digests[i] = x.digest(&events[i])
		for _, k := range digests[i].blocks() {
			blocks[k] = append(blocks[k], int32(i)) // in order of the first day
		}
	}
	u := newUnion(len(events))
	for _, members := range blocks {
		for i, a := range members {
			for _, b := range members[i+1 : min(len(members), i+1+storyNear)] {
				if u.find(int(a)) != u.find(int(b)) && digests[a].related(&digests[b]) >= storyThreshold {
					u.join(int(a), int(b))
				}
			}
		}
	}
	var out []dateline.Story
	for _, g := range u.groups() {
		if len(g) > 1 {
			out = append(out, story(g, events))
		}
	}
	slices.SortFunc(out, func(a, b dateline.Story) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// blocks are where events are compared: the reports that tell of them, and each
// pair of sides.
func (d *digest) blocks() []hash {
	out := slices.Clone(d.reports)
	cs := d.codes[:min(len(d.codes), maxSides)]
	for i, a := range cs {
		for _, b := range cs[i+1:] {
			out = append(out, mix(a, b))
		}
	}
	return out
}

// story makes a story of the events at the positions; its title is that of the
// event with the most reports.
func story(group []int, events []dateline.Event) dateline.Story {
	s := dateline.Story{ID: dateline.StoryID(dateline.HashID("story", string(events[group[0]].ID)))}
	top := -1
	for _, i := range group {
		e := &events[i]
		e.Story = s.ID
		s.Events = append(s.Events, e.ID)
		if d := e.Date.First; d != "" && (s.First == "" || d < s.First) {
			s.First = d
		}
		s.Last = max(s.Last, e.Date.Last, e.Date.First)
		if top < 0 || len(e.Reports) > len(events[top].Reports) {
			top = i
		}
	}
	s.Title = events[top].Title
	return s
}
