package merge

// maxNeighbours bounds how many claims after it, in the order of time, a claim
// is compared with in one block.
const maxNeighbours = 96

// link finds the claims of a block that are alike, and links each with the one
// before it in its group.
func (x *Index) link(k hash, rows []row) {
	if len(rows) < 2 {
		return
	}
	u := newUnion(len(rows))
	for i := range rows {
		for j := i + 1; j < len(rows) && j <= i+maxNeighbours; j++ {
			if u.find(i) != u.find(j) && x.alike(rows[i].item, rows[j].item, k) {
				u.join(i, j)
			}
		}
	}
	last := map[int]int32{}
	for n := range rows {
		g := u.find(n)
		if before, ok := last[g]; ok {
			rows[n].to = before
		}
		last[g] = rows[n].item
	}
}

// alike reports whether two claims of block k reach the threshold. Of the blocks
// that two claims share only the first one compares them.
func (x *Index) alike(i, j int32, k hash) bool {
	a, b := &x.nodes[i], &x.nodes[j]
	if c, ok := firstCommon(a.strong, b.strong); ok {
		return c == k && likeness(&a.f, &b.f) >= threshold
	}
	if len(a.f.codes) > 1 && len(b.f.codes) > 1 {
		return false
	}
	c, ok := firstCommon(a.weak, b.weak)
	return ok && c == k && likeness(&a.f, &b.f) >= threshold
}

// firstCommon is the smallest hash that two sorted lists share.
func firstCommon(a, b []hash) (hash, bool) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			return a[i], true
		}
	}
	return 0, false
}
