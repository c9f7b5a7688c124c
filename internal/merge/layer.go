package merge

import (
	"slices"

	"github.com/dateline/dateline"
)

// layer holds items, claims or events, in blocks. Within a block, in the order
// of its items, each may be linked with one other that is near; what the links
// of a block are depends on the block's items alone, so that a change touches
// only the blocks that it enters. With a shelf, blocks are read when they are
// first touched.
type layer struct {
	near    int                      // places that linked items lie apart at most
	order   func(i, j int32) int     // total
	keys    func(i int32) []hash     // blocks of an item
	link    func(k hash, rows []row) // links the sorted rows of a block
	blocks  map[hash][]row
	dirty   map[hash]bool
	entered map[int32]bool // in this round, with a shelf
	// touched are items of which a link came, went or changed.
	touched map[int32]bool

	shelf  dateline.Shelf // nil where all is in memory
	name   dateline.Layer
	load   func(ids []string) // makes items of IDs
	find   func(id string) (int32, bool)
	id     func(i int32) string
	lost   map[string]bool // items that are on the shelf only
	asked  map[int32][]dateline.Row
	writes []dateline.Row
}

// row is an item in a block.
type row struct {
	item  int32
	to    int32 // the item that it is linked with, or nobody
	score float32
}

// Values of row.to that are no items.
const (
	nobody   = int32(-1)
	departed = int32(-2) // was linked with an item that is here no more
)

func newLayer(name dateline.Layer, shelf dateline.Shelf, near int) *layer {
	return &layer{
		near: near, name: name, shelf: shelf,
		blocks: map[hash][]row{}, dirty: map[hash]bool{}, touched: map[int32]bool{}, entered: map[int32]bool{},
		lost: map[string]bool{}, asked: map[int32][]dateline.Row{},
	}
}

// enter puts an item into its blocks.
func (l *layer) enter(i int32) {
	l.touched[i] = true
	if l.shelf != nil {
		l.entered[i] = true
	}
	for _, k := range l.keys(i) {
		l.open(k)
		l.blocks[k] = append(l.blocks[k], row{i, nobody, 0})
		l.dirty[k] = true
	}
}

// leave takes an item out of its blocks.
func (l *layer) leave(i int32) {
	delete(l.touched, i)
	delete(l.entered, i)
	for _, k := range l.keys(i) {
		l.open(k)
		rows := l.blocks[k]
		for n := range rows {
			if rows[n].item == i && rows[n].to >= 0 {
				l.touched[rows[n].to] = true
			}
			if rows[n].to == i {
				rows[n].to = departed
			}
		}
		rows = slices.DeleteFunc(rows, func(r row) bool { return r.item == i })
		if len(rows) == 0 && l.shelf == nil {
			delete(l.blocks, k)
			delete(l.dirty, k)
			continue
		}
		l.blocks[k], l.dirty[k] = rows, true
	}
}

// lose takes items that are on the shelf out of their blocks.
func (l *layer) lose(ids []string) {
	for _, id := range ids {
		l.lost[id] = true
	}
	for _, id := range ids {
		for _, r := range l.shelf.Rows(l.name, id) {
			l.open(hash(r.Key))
			l.dirty[hash(r.Key)] = true
			if r.Item == id && r.Link != "" && !l.lost[r.Link] {
				l.load([]string{r.Link})
				if to, ok := l.find(r.Link); ok {
					l.touched[to] = true
				}
			}
		}
	}
}

// open reads a block from the shelf.
func (l *layer) open(k hash) {
	if _, open := l.blocks[k]; open || l.shelf == nil {
		return
	}
	stored := l.shelf.Block(l.name, uint64(k))
	ids := make([]string, 0, len(stored))
	for _, r := range stored {
		if !l.lost[r.Item] {
			ids = append(ids, r.Item)
		}
	}
	l.load(ids)
	rows := make([]row, 0, len(stored))
	for _, r := range stored {
		if i, ok := l.find(r.Item); ok && !l.lost[r.Item] {
			rows = append(rows, row{i, l.linked(r), float32(r.Score)})
		}
	}
	l.blocks[k] = rows
}

// linked is the item that a stored row links to.
func (l *layer) linked(r dateline.Row) int32 {
	if r.Link == "" {
		return nobody
	}
	if to, ok := l.find(r.Link); ok && !l.lost[r.Link] {
		return to
	}
	return departed
}

// relink brings the links of all blocks that changed up to date.
func (l *layer) relink() {
	for k := range l.dirty {
		rows := l.blocks[k]
		slices.SortFunc(rows, func(a, b row) int { return l.order(a.item, b.item) })
		before := slices.Clone(rows)
		for n := range rows {
			rows[n].to, rows[n].score = nobody, 0
		}
		l.link(k, rows)
		for n := range rows {
			l.compare(k, before[n], rows[n])
		}
	}
	clear(l.dirty)
}

// compare notes what the change of a row touches.
func (l *layer) compare(k hash, before, now row) {
	if before == now {
		// A new item's row may be unlinked before and after.
		if l.shelf != nil && l.touched[now.item] {
			l.write(k, now)
		}
		return
	}
	l.touched[now.item] = true
	for _, to := range []int32{before.to, now.to} {
		if to >= 0 {
			l.touched[to] = true
		}
	}
	if l.shelf != nil {
		l.write(k, now)
	}
}

func (l *layer) write(k hash, r row) {
	w := dateline.Row{Key: uint64(k), Item: l.id(r.item), Score: float64(r.score)}
	if r.to >= 0 {
		w.Link = l.id(r.to)
	}
	l.writes = append(l.writes, w)
}

// links are the rows of an item that are linked, and the items that link to it.
func (l *layer) links(i int32) (own []row, from []int32) {
	keys, stored := l.standing(i)
	for _, k := range keys {
		rows := l.blocks[k]
		if len(rows) < 2 { // or not open
			continue
		}
		at, ok := slices.BinarySearchFunc(rows, i, func(r row, i int32) int { return l.order(r.item, i) })
		if !ok {
			continue
		}
		if rows[at].to >= 0 {
			own = append(own, rows[at])
		}
		for _, r := range rows[max(0, at-l.near):min(len(rows), at+l.near+1)] {
			if r.to == i {
				from = append(from, r.item)
			}
		}
	}
	return l.shelvedLinks(i, stored, own, from)
}

// standing are the blocks of an item and, with a shelf, what is stored of it and
// of the items that link to it. An item that was not entered stands where the
// shelf has it.
func (l *layer) standing(i int32) (keys []hash, stored []dateline.Row) {
	if l.shelf == nil || l.entered[i] {
		return l.keys(i), nil
	}
	stored, known := l.asked[i]
	id := l.id(i)
	if !known {
		stored = l.shelf.Rows(l.name, id)
		l.asked[i] = stored
		l.load(l.linkedWith(stored))
	}
	for _, r := range stored {
		if r.Item == id {
			keys = append(keys, hash(r.Key))
		}
	}
	return keys, stored
}

// linkedWith are the items of stored links in blocks that are not open.
func (l *layer) linkedWith(stored []dateline.Row) []string {
	var ids []string
	for _, r := range stored {
		if _, open := l.blocks[hash(r.Key)]; !open && r.Link != "" {
			ids = append(ids, r.Item, r.Link)
		}
	}
	return ids
}

// shelvedLinks adds the links of an item in blocks that are not open.
func (l *layer) shelvedLinks(i int32, stored []dateline.Row, own []row, from []int32) ([]row, []int32) {
	for _, r := range stored {
		if _, open := l.blocks[hash(r.Key)]; open || r.Link == "" {
			continue
		}
		id := l.id(i)
		if to := l.linked(r); r.Item == id && to >= 0 {
			own = append(own, row{i, to, float32(r.Score)})
		} else if j, ok := l.find(r.Item); ok && r.Link == id && !l.lost[r.Item] {
			from = append(from, j)
		}
	}
	return own, from
}

// connected lists the items that can be reached from item i, itself first.
func connected(i int32, neighbours func(i int32, visit func(int32))) []int32 {
	seen := map[int32]bool{i: true}
	queue := []int32{i}
	visit := func(j int32) {
		if !seen[j] {
			seen[j] = true
			queue = append(queue, j)
		}
	}
	for k := 0; k < len(queue); k++ {
		neighbours(queue[k], visit)
	}
	return queue
}
