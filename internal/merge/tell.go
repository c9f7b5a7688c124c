package merge

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// tell makes a story of two events or more.
func (t *tales) tell(members []int32) {
	slices.SortFunc(members, t.compare)
	var events []*dateline.Event
	for _, i := range members {
		events = append(events, t.nodes[i].event)
	}
	id := dateline.StoryID("")
	if len(events) > 1 {
		s := story(events)
		id = s.ID
		t.stories[id], t.told[id] = s, true
	}
	for _, e := range events {
		if e.Story != id {
			e.Story = id
			t.changed[e.ID] = true
		}
	}
}

// story makes a story of events in order, with the title of one of them.
func story(events []*dateline.Event) *dateline.Story {
	s := &dateline.Story{ID: dateline.StoryID(dateline.HashID("story", string(events[0].ID)))}
	s.First, s.Last = lasting(events)
	best := 0
	for _, e := range events {
		s.Events = append(s.Events, e.ID)
		if n := headway(e); s.Title == "" || n > best {
			s.Title, best = e.Title, n
		}
	}
	return s
}

// lasting is from when to when a story goes: by the days of its events or, where it
// has none, by their rough dates.
func lasting(events []*dateline.Event) (first, last dateline.Day) {
	for _, rough := range []bool{false, true} {
		for _, e := range events {
			from, to := e.Date.First, max(e.Date.Last, e.Date.First)
			if from == "" || !rough && from.Add(storyDays) < to {
				continue
			}
			if first == "" || from < first {
				first = from
			}
			last = max(last, to)
		}
		if first != "" {
			break
		}
	}
	return first, last
}

// headway says how well the title of an event stands for a story: it is told by
// many, happened, and names who did it.
func headway(e *dateline.Event) int {
	n := 2*len(e.Reports) + len(e.Claims)
	if e.Status == dateline.Happened {
		n++
	}
	if slices.ContainsFunc(e.Actors, func(a dateline.Actor) bool { return a.Name != "" && strings.HasPrefix(e.Title, a.Name) }) {
		n += 3
	}
	if !strings.HasSuffix(e.Title, "…") {
		n++
	}
	if len(e.Actors)+len(e.Recipients) > 1 {
		n++
	}
	return n
}

// sorted are all stories, by first day and then ID.
func (t *tales) sorted() []dateline.Story {
	var out []dateline.Story
	for _, s := range t.stories {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b dateline.Story) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// note writes down what changed.
func (t *tales) note(c *dateline.Change) {
	for _, id := range slices.Sorted(maps.Keys(t.changed)) {
		c.Events = append(c.Events, *t.nodes[t.at[id]].event)
	}
	c.MovedEvents, c.EventRows = t.departed, t.layer.writes
	for _, id := range t.departed {
		if _, here := t.at[id]; !here {
			c.LostEvents = append(c.LostEvents, id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(t.gone)) {
		if !t.told[id] {
			c.LostStories = append(c.LostStories, id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(t.told)) {
		c.Stories = append(c.Stories, *t.stories[id])
	}
}
