package merge

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dateline/dateline"
)

// Index holds claims so that more can be added and some taken away, each time at
// the cost of the claims near them. Events are the same as those of one Merge of
// what the Index holds, in whatever order it came. An Index is not safe for
// concurrent use.
type Index struct {
	reports map[dateline.ReportID]*dateline.Report
	texts   map[dateline.DocumentID]string
	ruling  ruling

	nodes  []node
	at     map[dateline.ClaimID]int32
	free   []int32
	blocks map[hash][]int32   // members of each block
	linked map[hash][][]int32 // members of a block that are alike, in groups of two or more
	dirty  map[hash]bool      // blocks whose groups are out of date
	fresh  map[int32]bool     // nodes whose component is out of date

	judged map[dateline.ClaimID]int32 // by the ID that judgements name
	said   map[pair]float64           // judgements same and different
	tied   map[int32][]int32
	group  map[int32]int32 // component of a node, by its first member
	parts  map[int32]*component
	copies *copies
}

// node is a claim in the index, as judgements correct it.
type node struct {
	claim  *dateline.Claim
	name   dateline.ClaimID // the claim that judgements name
	f      feature
	strong []hash // keys of pairs of sides, and of the report
	weak   []hash // keys of one side alone
}

// component holds claims that likeness connects, and the events they make.
type component struct {
	members []int32
	events  []dateline.Event
}

// pair is two nodes, the smaller first.
type pair struct{ a, b int32 }

func pairOf(i, j int32) pair { return pair{min(i, j), max(i, j)} }

// NewIndex holds the claims of in. It keeps pointers to the claims, reports and
// texts, which must not change while it is in use.
func NewIndex(in Input) *Index {
	x := &Index{
		reports: map[dateline.ReportID]*dateline.Report{}, texts: map[dateline.DocumentID]string{},
		ruling: rule(in.Judgements), at: map[dateline.ClaimID]int32{},
		blocks: map[hash][]int32{}, linked: map[hash][][]int32{},
		dirty: map[hash]bool{}, fresh: map[int32]bool{}, judged: map[dateline.ClaimID]int32{}, said: map[pair]float64{}, tied: map[int32][]int32{},
		group: map[int32]int32{}, parts: map[int32]*component{},
		copies: newCopies(),
	}
	x.Add(in)
	return x
}

// Add takes in the claims, reports and texts of in. A claim that is there already
// stays as it is; all claims of a document come at once. The judgements are those
// given to NewIndex: in.Judgements is not read.
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
	c = x.ruling.correct(c, name)
	if c == nil {
		return
	}
	n := node{claim: c, name: name, f: describe(c, x.reports[c.Report], x.texts[c.Document])}
	n.strong, n.weak = n.f.keys()
	i := x.slot(n)
	x.at[c.ID] = i
	x.fresh[i] = true
	for _, keys := range [][]hash{n.strong, n.weak} {
		for _, k := range keys {
			x.blocks[k] = append(x.blocks[k], i)
			x.touch(k)
		}
	}
	x.tie(i)
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

// touch marks a block, and the components that it holds together, out of date.
func (x *Index) touch(k hash) {
	if len(x.blocks[k]) > 1 || x.linked[k] != nil {
		x.dirty[k] = true
	}
}

// tie enters what people said of a claim and claims already here.
func (x *Index) tie(i int32) {
	name := x.nodes[i].name
	if len(x.ruling.pairs[name]) == 0 {
		return
	}
	x.judged[name] = i
	for _, w := range x.ruling.pairs[name] {
		j, ok := x.judged[w.other]
		if !ok {
			continue
		}
		x.said[pairOf(i, j)] = w.likeness
		if !slices.Contains(x.tied[i], j) {
			x.tied[i], x.tied[j] = append(x.tied[i], j), append(x.tied[j], i)
		}
		x.fresh[j] = true
	}
}

// Remove takes out the claims of a document, its reports and its text.
func (x *Index) Remove(id dateline.DocumentID) {
	for i := range x.nodes {
		if c := x.nodes[i].claim; c != nil && c.Document == id {
			x.drop(int32(i))
		}
	}
	x.forget(id)
	maps.DeleteFunc(x.reports, func(_ dateline.ReportID, r *dateline.Report) bool { return r.Document == id })
	delete(x.texts, id)
}

func (x *Index) drop(i int32) {
	n := &x.nodes[i]
	x.expire(i)
	for _, keys := range [][]hash{n.strong, n.weak} {
		for _, k := range keys {
			x.blocks[k] = slices.DeleteFunc(x.blocks[k], func(j int32) bool { return j == i })
			x.touch(k)
			if len(x.blocks[k]) == 0 {
				delete(x.blocks, k)
			}
		}
	}
	for _, j := range x.tied[i] {
		delete(x.said, pairOf(i, j))
		x.tied[j] = slices.DeleteFunc(x.tied[j], func(k int32) bool { return k == i })
		x.fresh[j] = true
	}
	delete(x.tied, i)
	if x.judged[n.name] == i {
		delete(x.judged, n.name)
	}
	delete(x.at, n.claim.ID)
	delete(x.fresh, i)
	x.nodes[i] = node{}
	x.free = append(x.free, i)
}

// expire marks the component of a node out of date.
func (x *Index) expire(i int32) {
	id, ok := x.group[i]
	if !ok {
		return
	}
	for _, j := range x.parts[id].members {
		x.fresh[j] = true
		delete(x.group, j)
	}
	delete(x.parts, id)
}

// Events are the events and stories of what the index holds, as Merge has them.
func (x *Index) Events() ([]dateline.Event, []dateline.Story) {
	x.refresh()
	var events []dateline.Event
	for _, p := range x.parts {
		events = append(events, p.events...)
	}
	slices.SortFunc(events, func(a, b dateline.Event) int {
		return cmp.Or(cmp.Compare(a.Date.First, b.Date.First), cmp.Compare(a.ID, b.ID))
	})
	stories := x.stories(events)
	return events, stories
}

// refresh brings the groups of touched blocks and the components of touched
// nodes up to date.
func (x *Index) refresh() {
	for k := range x.dirty {
		for _, g := range x.linked[k] {
			x.freshen(g)
		}
		if groups := x.link(k); len(groups) > 0 {
			x.linked[k] = groups
		} else {
			delete(x.linked, k)
		}
		for _, g := range x.linked[k] {
			x.freshen(g)
		}
	}
	clear(x.dirty)
	starts := slices.Collect(maps.Keys(x.fresh))
	for _, i := range starts {
		x.expire(i)
	}
	for _, i := range slices.Sorted(maps.Keys(x.fresh)) {
		if _, done := x.group[i]; !done {
			x.build(i)
		}
	}
	clear(x.fresh)
}

// freshen marks nodes that are still here.
func (x *Index) freshen(nodes []int32) {
	for _, i := range nodes {
		if x.nodes[i].claim != nil {
			x.fresh[i] = true
		}
	}
}

// build makes the component that holds node i.
func (x *Index) build(i int32) {
	members := x.reach(i)
	p := &component{members: members}
	id := slices.Min(members)
	for _, j := range members {
		x.group[j] = id
	}
	x.parts[id] = p
	for _, c := range x.cluster(slices.Clone(members)) {
		p.events = append(p.events, x.event(c))
	}
}

// reach lists the nodes that likeness or a judgement connects with node i.
func (x *Index) reach(i int32) []int32 {
	seen := map[int32]bool{i: true}
	queue := []int32{i}
	visit := func(j int32) {
		if !seen[j] {
			seen[j] = true
			queue = append(queue, j)
		}
	}
	done := map[*int32]bool{}
	for k := 0; k < len(queue); k++ {
		n := &x.nodes[queue[k]]
		for _, keys := range [][]hash{n.strong, n.weak} {
			for _, key := range keys {
				for _, g := range x.linked[key] {
					if !done[&g[0]] && slices.Contains(g, queue[k]) {
						done[&g[0]] = true
						for _, j := range g {
							visit(j)
						}
					}
				}
			}
		}
		for _, j := range x.tied[queue[k]] {
			visit(j)
		}
	}
	return queue
}
