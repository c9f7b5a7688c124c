package merge

import "slices"

// maxNeighbours bounds how many claims after it, in the order of time, a claim
// is compared with in one block.
const maxNeighbours = 96

// link finds the claims of a block that are alike, in groups of two or more. The
// result depends on the block's members alone.
func (x *Index) link(k hash) [][]int32 {
	members := slices.Clone(x.blocks[k])
	if len(members) < 2 {
		return nil
	}
	slices.SortFunc(members, x.compareNodes)
	u := newUnion(len(members))
	for i := range members {
		for j := i + 1; j < len(members) && j <= i+maxNeighbours; j++ {
			if u.find(i) != u.find(j) && x.alike(members[i], members[j], k) {
				u.join(i, j)
			}
		}
	}
	var out [][]int32
	for _, g := range u.groups() {
		if len(g) < 2 {
			continue
		}
		group := make([]int32, len(g))
		for n, i := range g {
			group[n] = members[i]
		}
		out = append(out, group)
	}
	return out
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
