package merge

import (
	"cmp"
	"slices"

	"github.com/dateline/dateline"
)

// side is the country whose outlets alone carry the claims of a cluster, where it
// takes part in the event; else "".
func (x *Index) side(cluster []int32) string {
	side := ""
	for k, i := range cluster {
		country := x.carriedIn(x.nodes[i].claim)
		if country == "" || k > 0 && country != side {
			return ""
		}
		side = country
	}
	if !slices.ContainsFunc(cluster, func(i int32) bool { return slices.Contains(x.nodes[i].f.codes, hashOf(side)) }) {
		return ""
	}
	return side
}

// carriedIn is the country of the outlet that a claim comes from: the innermost one
// of its chain, else the agency that its report credits, else its publisher.
func (x *Index) carriedIn(c *dateline.Claim) string {
	r, outlet := x.published(c)
	if k := carrierOf(c.Chain, outlet); k >= 0 {
		return c.Chain[k].Code
	}
	return cmp.Or(r.Agency.Country, outlet.Country)
}
