package merge

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dateline/dateline"
)

// tales groups events into stories. Each event follows the most related event
// that is weightier, where it is related to one at all; the events that lead to
// one summit are a story. This is quick shift (Vedaldi and Soatto 2008): what an
// event follows depends on its neighbours alone, and a story does not grow along
// chains of events that have less and less to do with one another.
type tales struct {
	x       *Index
	layer   *layer
	nodes   []tale
	at      map[dateline.EventID]int32
	free    []int32
	gone    map[dateline.StoryID]bool // in this round
	told    map[dateline.StoryID]bool // in this round
	stories map[dateline.StoryID]*dateline.Story

	changed  map[dateline.EventID]bool // whose record changes on the shelf
	departed []dateline.EventID        // whose rows go
}

// tale is an event as it stands among others. Its digest and blocks are made when
// they are asked for: most events that a change leads to are only followed.
type tale struct {
	event *dateline.Event
	d     *digest
	keys  []hash
}

func newTales(x *Index) *tales {
	t := &tales{
		x: x, layer: newLayer(dateline.EventLayer, x.shelf, storyNear), at: map[dateline.EventID]int32{},
		gone: map[dateline.StoryID]bool{}, told: map[dateline.StoryID]bool{}, stories: map[dateline.StoryID]*dateline.Story{}, changed: map[dateline.EventID]bool{},
	}
	l := t.layer
	l.order, l.link, l.load = t.compare, t.follow, t.load
	l.keys = t.keys
	l.id = func(i int32) string { return string(t.nodes[i].event.ID) }
	l.find = func(id string) (int32, bool) { i, ok := t.at[dateline.EventID(id)]; return i, ok }
	return t
}

// compare orders events by first day, then ID.
func (t *tales) compare(i, j int32) int {
	a, b := &t.nodes[i], &t.nodes[j]
	return cmp.Or(cmp.Compare(a.event.Date.First, b.event.Date.First), cmp.Compare(a.event.ID, b.event.ID))
}

// weightier orders events by how much is told of them.
func (t *tales) weightier(i, j int32) int {
	a, b := t.nodes[i].event, t.nodes[j].event
	return cmp.Or(cmp.Compare(len(a.Reports), len(b.Reports)), cmp.Compare(len(a.Claims), len(b.Claims)), cmp.Compare(a.ID, b.ID))
}

// follow links each event of a block with the most related weightier one.
func (t *tales) follow(_ hash, rows []row) {
	for i := range rows {
		for j := i + 1; j < len(rows) && j <= i+storyNear; j++ {
			v := float32(t.digest(rows[i].item).related(t.digest(rows[j].item)))
			if v < storyThreshold {
				continue
			}
			light, heavy := i, j
			if t.weightier(rows[i].item, rows[j].item) > 0 {
				light, heavy = j, i
			}
			if r := (row{rows[light].item, rows[heavy].item, v}); t.better(r, rows[light]) {
				rows[light] = r
			}
		}
	}
}

// better reports whether the link of a goes before that of b.
func (t *tales) better(a, b row) bool {
	switch {
	case b.to < 0:
		return a.to >= 0
	case a.score != b.score:
		return a.score > b.score
	}
	return t.weightier(a.to, b.to) > 0
}

// leader is the event that event i follows, nobody for a summit.
func (t *tales) leader(own []row) int32 {
	best := row{to: nobody}
	for _, r := range own {
		if t.better(r, best) {
			best = r
		}
	}
	return best.to
}

func (t *tales) put(e *dateline.Event) int32 {
	n, i := tale{event: e}, int32(0)
	if last := len(t.free) - 1; last >= 0 {
		i, t.free = t.free[last], t.free[:last]
		t.nodes[i] = n
	} else {
		i = int32(len(t.nodes))
		t.nodes = append(t.nodes, n)
	}
	t.at[e.ID] = i
	return i
}

// digest is that of event i; it reads the event's claims where they are on the shelf.
func (t *tales) digest(i int32) *digest {
	n := &t.nodes[i]
	if n.d == nil {
		if t.x.shelf != nil {
			t.x.need(n.event.Claims)
		}
		d := t.x.digest(n.event)
		n.d = &d
	}
	return n.d
}

// keys are the blocks of event i.
func (t *tales) keys(i int32) []hash {
	if n := &t.nodes[i]; n.keys == nil {
		n.keys = t.digest(i).keys()
	}
	return t.nodes[i].keys
}

// load reads events from the shelf.
func (t *tales) load(ids []string) {
	var lacking []dateline.EventID
	for _, id := range ids {
		if _, known := t.at[dateline.EventID(id)]; !known && !t.layer.lost[id] {
			lacking = append(lacking, dateline.EventID(id))
		}
	}
	slices.Sort(lacking)
	if lacking = slices.Compact(lacking); len(lacking) == 0 {
		return
	}
	events := t.x.shelf.Events(lacking)
	for i := range events {
		t.put(&events[i])
	}
}

// refresh takes out events, puts in others, and makes their stories anew.
func (t *tales) refresh(gone, changed []*dateline.Event) {
	clear(t.gone)
	clear(t.told)
	t.remove(gone)
	for _, e := range changed {
		t.changed[e.ID] = true
		t.layer.enter(t.put(e))
	}
	t.layer.relink()
	t.spread()
	done := map[int32]bool{}
	for _, i := range slices.Sorted(maps.Keys(t.layer.touched)) {
		if done[i] || t.nodes[i].event == nil {
			continue
		}
		members := t.reach(i)
		for _, j := range members {
			done[j] = true
			if s := t.nodes[j].event.Story; s != "" {
				t.gone[s] = true
			}
		}
		t.tell(members)
	}
	clear(t.layer.touched)
	for id := range t.gone {
		if !t.told[id] {
			delete(t.stories, id)
		}
	}
}

// spread touches all that touched events are linked to: a link that changed in one
// block may have the event leave the one that it followed in another.
func (t *tales) spread() {
	for _, i := range slices.Collect(maps.Keys(t.layer.touched)) {
		if t.nodes[i].event == nil {
			continue
		}
		own, _ := t.layer.links(i)
		for _, r := range own {
			t.layer.touched[r.to] = true
		}
	}
}

func (t *tales) remove(gone []*dateline.Event) {
	for _, e := range gone {
		if e.Story != "" {
			t.gone[e.Story] = true
		}
		t.departed = append(t.departed, e.ID)
		if i, ok := t.at[e.ID]; ok {
			t.layer.leave(i)
			delete(t.at, e.ID)
			t.nodes[i] = tale{}
			t.free = append(t.free, i)
		}
	}
	if t.x.shelf != nil {
		t.layer.lose(convert[string](t.departed))
		t.layer.lost = map[string]bool{} // their IDs may come again
	}
}

// reach lists the events that lead to the same summit as event i.
func (t *tales) reach(i int32) []int32 {
	return connected(i, func(i int32, visit func(int32)) {
		own, from := t.layer.links(i)
		if to := t.leader(own); to >= 0 {
			visit(to)
		}
		for _, j := range from {
			if theirs, _ := t.layer.links(j); t.leader(theirs) == i {
				visit(j)
			}
		}
	})
}
