package merge

import (
	"cmp"
	"maps"
	"reflect"
	"slices"

	"github.com/dateline/dateline"
)

// Index holds claims so that more can be added and some taken away, each time at
// the cost of the claims near them. Events are the same as those of one Merge of
// what the Index holds, in whatever order it came. An Index is not safe for
// concurrent use.
type Index struct {
	shelf   dateline.Shelf // what the Index reads when it needs it; nil where all is in memory
	reports map[dateline.ReportID]*dateline.Report
	texts   map[dateline.DocumentID]string
	text    func(dateline.DocumentID) string // reads other texts; may be nil
	ruling  ruling

	nodes  []node
	at     map[dateline.ClaimID]int32
	of     map[dateline.DocumentID][]int32
	free   []int32
	layer  *layer
	gone   map[dateline.EventID]bool // events whose claims changed
	events map[dateline.EventID]*dateline.Event
	copies *copies
	tales  *tales

	judged map[dateline.ClaimID]int32                                    // by the ID that judgements name
	names  map[dateline.DocumentID]map[dateline.ClaimID]dateline.ClaimID // of the claims of a document, where they have others in judgements
	said   map[pair]float64                                              // judgements same and different
	tied   map[int32][]int32
}

// node is a claim in the index, as judgements correct it.
type node struct {
	claim     *dateline.Claim
	name      dateline.ClaimID // the claim that judgements name
	published dateline.Day
	headline  string
	excerpt   []string // the words of each span of evidence, then those of a trigger outside of it
	event     dateline.EventID
	isNew     bool // came with the last change
	f         feature
	strong    []hash // keys of pairs of sides, and of the report
	weak      []hash // keys of one side alone
}

// pair is two nodes, the smaller first.
type pair struct{ a, b int32 }

func pairOf(i, j int32) pair { return pair{min(i, j), max(i, j)} }

// NewIndex holds the claims of in. It keeps pointers to the claims and reports,
// and the texts, which must not change while it is in use.
func NewIndex(in Input) *Index {
	x := newIndex(nil, in.Judgements)
	x.text = in.Text
	x.Add(in)
	return x
}

func newIndex(shelf dateline.Shelf, js []dateline.Judgement) *Index {
	x := &Index{
		shelf:   shelf,
		reports: map[dateline.ReportID]*dateline.Report{}, texts: map[dateline.DocumentID]string{},
		ruling: rule(js), at: map[dateline.ClaimID]int32{}, of: map[dateline.DocumentID][]int32{},
		layer: newLayer(dateline.ClaimLayer, shelf, maxNeighbours),
		gone:  map[dateline.EventID]bool{}, events: map[dateline.EventID]*dateline.Event{}, copies: newCopies(),
		judged: map[dateline.ClaimID]int32{}, names: map[dateline.DocumentID]map[dateline.ClaimID]dateline.ClaimID{}, said: map[pair]float64{}, tied: map[int32][]int32{},
	}
	l := x.layer
	l.order, l.link = x.compareNodes, x.link
	l.keys = func(i int32) []hash { return x.nodes[i].keys() }
	l.id = func(i int32) string { return string(x.nodes[i].claim.ID) }
	l.find = func(id string) (int32, bool) { i, ok := x.at[dateline.ClaimID(id)]; return i, ok }
	l.load = func(ids []string) { x.need(convert[dateline.ClaimID](ids)) }
	x.tales = newTales(x)
	return x
}

// keys are all blocks of a node.
func (n *node) keys() []hash { return slices.Concat(n.strong, n.weak) }

func convert[T, S ~string](list []S) []T {
	out := make([]T, len(list))
	for i, s := range list {
		out[i] = T(s)
	}
	return out
}

// Add takes in the claims, reports and texts of in. A claim that is there already
// stays as it is; all claims of a document come at once. The judgements are those
// given to NewIndex, and so is Text: in.Judgements and in.Text are not read.
func (x *Index) Add(in Input) {
	maps.Copy(x.reports, in.Reports)
	maps.Copy(x.texts, in.Texts)
	names := x.ruling.names(in.Claims)
	for i := range in.Claims {
		c := &in.Claims[i]
		x.add(c, cmp.Or(names[c.ID], c.ID))
	}
}

func (x *Index) add(c *dateline.Claim, name dateline.ClaimID) {
	if _, known := x.at[c.ID]; known {
		return
	}
	n := node{name: name, excerpt: excerpt(c, x.textOf(c.Document))}
	if r := x.reports[c.Report]; r != nil {
		n.published, n.headline = r.Published, r.Headline
	}
	n.isNew = true
	if i, ok := x.put(c, n); ok {
		x.layer.enter(i)
		for _, j := range x.tied[i] {
			x.layer.touched[j] = true
		}
	}
}

// excerpt is what merging reads of the text of a claim.
func excerpt(c *dateline.Claim, text string) []string {
	var out []string
	for _, span := range c.Evidence {
		out = append(out, span.In(text))
	}
	if !c.Trigger.Empty() && !overlapsAny(c.Trigger, c.Evidence) {
		out = append(out, c.Trigger.In(text))
	}
	return out
}

// put makes a node of a claim, none where a judgement says that it is wrong.
func (x *Index) put(c *dateline.Claim, n node) (i int32, ok bool) {
	n.claim = x.ruling.correct(c, n.name)
	if n.claim == nil {
		return 0, false
	}
	n.f = describe(n.claim, n.published, n.excerpt)
	n.strong, n.weak = n.f.keys()
	i = x.slot(n)
	x.at[c.ID] = i
	if x.shelf == nil {
		x.of[c.Document] = append(x.of[c.Document], i)
	}
	x.tie(i)
	return i, true
}

// slot puts a node where one was removed, else at the end.
func (x *Index) slot(n node) int32 {
	if last := len(x.free) - 1; last >= 0 {
		i := x.free[last]
		x.free = x.free[:last]
		x.nodes[i] = n
		return i
	}
	x.nodes = append(x.nodes, n)
	return int32(len(x.nodes) - 1)
}

// tie enters what people said of a claim and others.
func (x *Index) tie(i int32) {
	name := x.nodes[i].name
	if len(x.ruling.pairs[name]) == 0 {
		return
	}
	x.judged[name] = i
	for _, w := range x.ruling.pairs[name] {
		j, ok := x.named(w.other)
		if !ok {
			continue
		}
		x.said[pairOf(i, j)] = w.likeness
		if !slices.Contains(x.tied[i], j) {
			x.tied[i], x.tied[j] = append(x.tied[i], j), append(x.tied[j], i)
		}
	}
}

// named is the node of the claim that judgements name so.
func (x *Index) named(name dateline.ClaimID) (int32, bool) {
	if i, ok := x.judged[name]; ok || x.shelf == nil {
		return i, ok
	}
	if doc, ok := x.ruling.homes[name]; ok {
		x.need(x.shelf.Merged(doc))
	} else {
		x.need([]dateline.ClaimID{name})
	}
	i, ok := x.judged[name]
	return i, ok
}

// Remove takes out the claims of a document, its reports and its text.
func (x *Index) Remove(id dateline.DocumentID) {
	for _, i := range x.of[id] {
		x.drop(i)
	}
	delete(x.of, id)
	x.forget(id)
	maps.DeleteFunc(x.reports, func(_ dateline.ReportID, r *dateline.Report) bool { return r.Document == id })
	delete(x.texts, id)
}

func (x *Index) drop(i int32) {
	n := &x.nodes[i]
	x.layer.leave(i)
	for _, j := range x.tied[i] {
		delete(x.said, pairOf(i, j))
		x.tied[j] = slices.DeleteFunc(x.tied[j], func(k int32) bool { return k == i })
		x.layer.touched[j] = true
	}
	delete(x.tied, i)
	if x.judged[n.name] == i {
		delete(x.judged, n.name)
	}
	delete(x.at, n.claim.ID)
	if n.event != "" {
		x.gone[n.event] = true
	}
	x.nodes[i] = node{}
	x.free = append(x.free, i)
}

// Events are the events and stories of what the index holds, as Merge has them.
func (x *Index) Events() ([]dateline.Event, []dateline.Story) {
	x.refresh()
	events := make([]dateline.Event, 0, len(x.events))
	for _, e := range x.events {
		events = append(events, *e)
	}
	slices.SortFunc(events, func(a, b dateline.Event) int {
		return cmp.Or(cmp.Compare(a.Date.First, b.Date.First), cmp.Compare(a.ID, b.ID))
	})
	return events, x.tales.sorted()
}

// refresh brings the events of touched claims and their stories up to date.
func (x *Index) refresh() {
	x.layer.relink()
	var made []*dateline.Event
	done := map[int32]bool{}
	for _, i := range slices.Sorted(maps.Keys(x.layer.touched)) {
		if done[i] || x.nodes[i].claim == nil {
			continue
		}
		members := x.reach(i)
		for _, j := range members {
			done[j] = true
			if e := x.nodes[j].event; e != "" {
				x.gone[e] = true
			}
		}
		for _, c := range x.cluster(members) {
			made = append(made, x.event(c))
		}
	}
	clear(x.layer.touched)
	gone, changed := x.exchange(made)
	x.tales.refresh(gone, changed)
}

// exchange puts events in the place of those that are gone. It returns which are
// gone or differ, as they were, and which are new or differ.
func (x *Index) exchange(made []*dateline.Event) (gone, changed []*dateline.Event) {
	before := x.stored(slices.Sorted(maps.Keys(x.gone)))
	clear(x.gone)
	for _, e := range made {
		isNew := false
		for _, id := range e.Claims {
			n := &x.nodes[x.at[id]]
			isNew = isNew || n.isNew
			n.event, n.isNew = e.ID, false
		}
		if old := before[e.ID]; old != nil && !isNew && sameEvent(old, e) {
			delete(before, e.ID)
			continue
		}
		changed = append(changed, e)
	}
	for _, id := range slices.Sorted(maps.Keys(before)) {
		gone = append(gone, before[id])
		delete(x.events, id)
	}
	for _, e := range changed {
		x.events[e.ID] = e
	}
	return gone, changed
}

// stored are the events with the IDs, as they were before.
func (x *Index) stored(ids []dateline.EventID) map[dateline.EventID]*dateline.Event {
	out := map[dateline.EventID]*dateline.Event{}
	if x.shelf != nil {
		for _, e := range x.shelf.Events(ids) {
			out[e.ID] = &e
		}
		return out
	}
	for _, id := range ids {
		out[id] = x.events[id]
	}
	return out
}

// sameEvent compares all but the story.
func sameEvent(a, b *dateline.Event) bool {
	c := *b
	c.Story = a.Story
	return reflect.DeepEqual(a, &c)
}

// reach lists the nodes that links or a judgement connect with node i.
func (x *Index) reach(i int32) []int32 {
	return connected(i, func(i int32, visit func(int32)) {
		own, from := x.layer.links(i)
		for _, r := range own {
			visit(r.to)
		}
		for _, j := range slices.Concat(from, x.tied[i]) {
			visit(j)
		}
	})
}
