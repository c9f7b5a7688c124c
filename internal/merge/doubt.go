package merge

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dateline/dateline"
)

// Doubt is a decision on two claims that could well have gone the other way.
type Doubt struct {
	A, B   dateline.ClaimID // A is published first
	Merged bool             // whether the two are one event now
	Margin float64          // distance from the threshold; the smaller, the less certain
}

// doubtful is the margin up to which two claims that were kept apart are a doubt.
const doubtful = 1.5

// Doubts lists the least certain decisions first: for each claim of an event its
// fit with the others, and for neighbouring events the two claims that come
// nearest to joining them. Pairs on which a judgement stands are left out.
func (x *Index) Doubts() []Doubt {
	x.refresh()
	var out []Doubt
	clusters, of := x.clusters()
	for _, c := range clusters {
		if len(c) <= manyClaims { // more is nothing that a person walks through
			out = append(out, x.looseMembers(c)...)
		}
	}
	for near := range x.neighbours(of) {
		c, d := clusters[near.a], clusters[near.b]
		if len(c)*len(d) > manyClaims*manyClaims {
			continue
		}
		if v, ok := x.nearMiss(c, d); ok {
			out = append(out, v)
		}
	}
	slices.SortFunc(out, func(a, b Doubt) int {
		return cmp.Or(cmp.Compare(a.Margin, b.Margin), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	return slices.CompactFunc(out, func(a, b Doubt) bool { return a.A == b.A && a.B == b.B })
}

// clusters are the nodes of each event, and the event of each node.
func (x *Index) clusters() (all [][]int32, of map[int32]int32) {
	of = map[int32]int32{}
	for _, event := range slices.Sorted(maps.Keys(x.events)) {
		var c []int32
		for _, id := range x.events[event].Claims {
			c = append(c, x.at[id])
			of[x.at[id]] = int32(len(all))
		}
		all = append(all, c)
	}
	return all, of
}

// neighbours are the pairs of events of which two claims are nearly one event.
func (x *Index) neighbours(of map[int32]int32) map[pair]bool {
	out := map[pair]bool{}
	for _, members := range x.layer.blocks {
		for n, i := range members {
			for _, j := range members[n+1 : min(len(members), n+1+maxNeighbours)] {
				if p := pairOf(of[i.item], of[j.item]); p.a != p.b && !out[p] && x.pairLikeness(i.item, j.item) >= threshold-doubtful {
					out[p] = true
				}
			}
		}
	}
	return out
}

// looseMembers are the doubts on the members of a cluster, each with the member
// that it is most like.
func (x *Index) looseMembers(cluster []int32) []Doubt {
	var out []Doubt
	for _, i := range cluster {
		total, best, partner := 0.0, 0.0, int32(-1)
		for _, j := range cluster {
			if i == j {
				continue
			}
			v := x.pairLikeness(i, j)
			if total += v; partner < 0 || v > best {
				best, partner = v, j
			}
		}
		if partner < 0 || x.ruled(i, partner) {
			continue
		}
		out = append(out, x.doubt(i, partner, true, total/float64(len(cluster)-1)-threshold))
	}
	return out
}

// nearMiss is the doubt on two clusters that were kept apart.
func (x *Index) nearMiss(c, d []int32) (Doubt, bool) {
	total, best, a, b := 0.0, 0.0, int32(-1), int32(-1)
	for _, i := range c {
		for _, j := range d {
			v := x.pairLikeness(i, j)
			if total += v; a < 0 || v > best {
				best, a, b = v, i, j
			}
		}
	}
	margin := threshold - total/float64(len(c)*len(d))
	if margin > doubtful || x.ruled(a, b) {
		return Doubt{}, false
	}
	return x.doubt(a, b, false, margin), true
}

func (x *Index) ruled(i, j int32) bool {
	_, ok := x.said[pairOf(i, j)]
	return ok
}

func (x *Index) doubt(i, j int32, merged bool, margin float64) Doubt {
	if x.compareReports(i, j) > 0 {
		i, j = j, i
	}
	return Doubt{x.nodes[i].claim.ID, x.nodes[j].claim.ID, merged, max(0, margin)}
}
