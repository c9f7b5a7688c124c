package merge

import (
	"cmp"
	"slices"
)

// smallest group that is clustered step by step instead of best pair first.
const manyClaims = 160

// compareNodes orders claims by day, publication, report, place in the text, ID:
// an order that does not depend on arrival.
func (x *Index) compareNodes(i, j int32) int {
	a, b := &x.nodes[i], &x.nodes[j]
	return cmp.Or(
		cmp.Compare(a.f.first, b.f.first), cmp.Compare(a.f.published, b.f.published),
		cmp.Compare(a.claim.Report, b.claim.Report), cmp.Compare(a.f.evidence.Start, b.f.evidence.Start),
		cmp.Compare(a.claim.ID, b.claim.ID))
}

// cluster divides a group of claims into events.
func (x *Index) cluster(group []int32) [][]int32 {
	slices.SortFunc(group, x.compareNodes)
	if len(group) <= manyClaims {
		return x.agglomerate(group)
	}
	return x.assign(group)
}

// pairLikeness is likeness as people's judgements have it.
func (x *Index) pairLikeness(i, j int32) float64 {
	if v, ok := x.said[pairOf(i, j)]; ok {
		return v
	}
	return likeness(&x.nodes[i].f, &x.nodes[j].f)
}

// agglomerate joins the two clusters with the highest mean likeness until none
// reaches the threshold.
func (x *Index) agglomerate(group []int32) [][]int32 {
	n := len(group)
	sum := make([]float64, n*n) // of the likenesses between two clusters
	clusters := make([][]int32, n)
	for i := range group {
		clusters[i] = []int32{group[i]}
		for j := range i {
			v := x.pairLikeness(group[i], group[j])
			sum[i*n+j], sum[j*n+i] = v, v
		}
	}
	for {
		a, b := bestPair(clusters, sum)
		if a < 0 {
			break
		}
		clusters[a] = append(clusters[a], clusters[b]...)
		clusters[b] = nil
		for k := range n {
			sum[a*n+k] += sum[b*n+k]
			sum[k*n+a] = sum[a*n+k]
		}
	}
	return slices.DeleteFunc(clusters, func(c []int32) bool { return len(c) == 0 })
}

// bestPair are the clusters a < b with the highest mean likeness, -1 where none
// reaches the threshold. Of equals the first ones are taken.
func bestPair(clusters [][]int32, sum []float64) (a, b int) {
	a, b = -1, -1
	best, n := threshold, len(clusters)
	for i := range clusters {
		for j := i + 1; j < n && len(clusters[i]) > 0; j++ {
			if len(clusters[j]) == 0 {
				continue
			}
			if v := sum[i*n+j] / float64(len(clusters[i])*len(clusters[j])); v >= best && (v > best || a < 0) {
				a, b, best = i, j, v
			}
		}
	}
	return a, b
}

// Bounds of assign: members of a cluster that a claim is compared with, and
// clusters that it is compared to.
const (
	maxMembers  = 8
	maxClusters = 192
)

// assign gives each claim in order to the cluster it is most like. It takes time
// in proportion to the number of claims.
func (x *Index) assign(group []int32) [][]int32 {
	var clusters [][]int32
	for _, i := range group {
		best, at := threshold, -1
		for k := len(clusters) - 1; k >= max(0, len(clusters)-maxClusters); k-- {
			if v := x.meanLikeness(i, clusters[k]); v >= best {
				best, at = v, k
			}
		}
		if at < 0 {
			clusters = append(clusters, []int32{i})
			continue
		}
		clusters[at] = append(clusters[at], i)
	}
	return clusters
}

// meanLikeness of a claim to the first and last members of a cluster. A judgement
// that it is different from a member decides.
func (x *Index) meanLikeness(i int32, members []int32) float64 {
	total, n := 0.0, 0
	for k, j := range members {
		if k >= maxMembers/2 && k < len(members)-maxMembers/2 {
			continue
		}
		total += x.pairLikeness(i, j)
		n++
	}
	return total / float64(n)
}
