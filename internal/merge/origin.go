package merge

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// source is somebody whom a claim goes back to.
type source struct {
	key  string
	name string
	kind string // kind of Origin
	side string
	why  string
}

// outletSource is an outlet or agency as a source.
func outletSource(o dateline.Outlet, why string) source {
	s := source{key: "outlet:" + cmp.Or(o.ID, fold(o.Name)), name: o.Name, kind: "outlet", why: why}
	if o.Kind == dateline.Agency {
		s.kind = "agency"
	}
	if o.State {
		s.side = o.Country
	}
	return s
}

func fold(name string) string { return strings.Join(strings.Fields(strings.ToLower(name)), " ") }

// published is a claim's report, empty where it is not known, and who publishes it.
func (x *Index) published(c *dateline.Claim) (*dateline.Report, dateline.Outlet) {
	r := x.reportOf(c.Report)
	if r == nil {
		r = &dateline.Report{}
	}
	if r.Outlet.Name == "" && len(c.Chain) > 0 {
		return r, dateline.Outlet{ID: c.Chain[0].ID, Name: c.Chain[0].Name}
	}
	return r, r.Outlet
}

// sources are those that a claim goes back to, nearest to the event first. The
// outlet that carries it is among them where nobody else is named, and where it
// speaks for a state, since then it and its sources are one voice.
func (x *Index) sources(c *dateline.Claim) []source {
	r, outlet := x.published(c)
	var out []source
	carrier, speaker := carrierOf(c.Chain, outlet), speakerOf(c.Chain, r)
	if carrier >= 0 {
		out = append(out, x.carrierSource(c.Chain[carrier], c))
	}
	if speaker > carrier {
		out = append(out, speakerSource(c.Chain[speaker]))
	}
	switch {
	case carrier >= 0:
	case r.Agency.Name != "":
		out = append(out, outletSource(r.Agency, "credits "+r.Agency.Name))
	case outlet.State || len(out) == 0:
		out = append(out, outletSource(outlet, "own report of "+cmp.Or(outlet.Name, "an unnamed outlet")))
	}
	return out
}

// carrierOf is the innermost outlet of a chain other than the report's own, -1
// for none.
func carrierOf(chain []dateline.Link, own dateline.Outlet) int {
	for i := len(chain) - 1; i > 0; i-- {
		l := chain[i]
		if l.Kind == "outlet" && (l.ID == "" || l.ID != own.ID) && fold(l.Name) != fold(own.Name) {
			return i
		}
	}
	return -1
}

// speakerOf is the innermost named source of a chain that is no outlet and not
// the report's author, -1 for none.
func speakerOf(chain []dateline.Link, r *dateline.Report) int {
	for i := len(chain) - 1; i > 0; i-- {
		l := chain[i]
		author := r.Author != "" && strings.Contains(fold(r.Author), fold(l.Name))
		if l.Kind != "outlet" && !l.Anonymous && l.Name != "" && !author {
			return i
		}
	}
	return -1
}

// carrierSource is an outlet that a chain names. What is known of it comes from
// its link, and from the report where the two are one agency.
func (x *Index) carrierSource(l dateline.Link, c *dateline.Claim) source {
	o := dateline.Outlet{ID: l.ID, Name: l.Name, Kind: dateline.Agency, Country: l.Code, State: stateVoice(l)}
	if r := x.reportOf(c.Report); r != nil && r.Agency.ID != "" && r.Agency.ID == l.ID {
		o = r.Agency
	}
	return outletSource(o, "carried by "+l.Name)
}

// stateVoice reports whether a link's description says that the outlet is a
// state's: "the official news agency".
func stateVoice(l dateline.Link) bool {
	for _, w := range strings.Fields(strings.ToLower(l.Capacity)) {
		switch strings.Trim(w, ",.") {
		case "official", "state", "state-run", "state-owned", "state-controlled", "government", "party", "ruling":
			return l.Code != ""
		}
	}
	return false
}

func speakerSource(l dateline.Link) source {
	s := source{key: "speaker:" + cmp.Or(l.ID, l.Code+" "+fold(l.Name)), name: l.Name, kind: "speaker", why: "quotes " + l.Name}
	if l.Kind == "document" {
		s.kind = "statement"
	}
	return s
}

// origins groups the claims of a cluster by where they independently come from.
func (x *Index) origins(cluster []int32) []dateline.Origin {
	u := newUnion(len(cluster))
	sources := make([][]source, len(cluster))
	first := map[string]int{}
	for k, i := range cluster {
		sources[k] = x.sources(x.nodes[i].claim)
		for _, s := range sources[k] {
			if j, seen := first[s.key]; seen {
				u.join(j, k)
			} else {
				first[s.key] = k
			}
		}
	}
	copied := x.joinCopies(cluster, u)
	var out []dateline.Origin
	for _, g := range u.groups() {
		o := originOf(g, sources)
		for _, k := range g {
			o.Claims = append(o.Claims, x.nodes[cluster[k]].claim.ID)
			if why := copied[k]; why != "" && !strings.Contains(o.Why, why) {
				o.Why += "; " + why
			}
		}
		slices.Sort(o.Claims)
		out = append(out, o)
	}
	slices.SortFunc(out, func(a, b dateline.Origin) int {
		return cmp.Or(cmp.Compare(len(b.Claims), len(a.Claims)), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// rank of kinds when an origin is named: who wrote it down before who said it.
var originRank = map[string]int{"agency": 0, "statement": 1, "speaker": 2, "outlet": 3}

// originOf names the origin of a group of claims and says why they are one.
func originOf(group []int, sources [][]source) dateline.Origin {
	var all []source
	for _, k := range group {
		for _, s := range sources[k] {
			if !slices.ContainsFunc(all, func(t source) bool { return t.key == s.key && t.why == s.why }) {
				all = append(all, s)
			}
		}
	}
	slices.SortFunc(all, func(a, b source) int {
		return cmp.Or(cmp.Compare(originRank[a.kind], originRank[b.kind]), cmp.Compare(a.key, b.key), cmp.Compare(a.why, b.why))
	})
	o := dateline.Origin{ID: all[0].key, Name: all[0].name, Kind: all[0].kind, Side: oneSide(all)}
	var why []string
	for _, s := range all {
		why = append(why, s.why)
	}
	o.Why = strings.Join(why[:min(len(why), 6)], "; ")
	return o
}

// oneSide is the state for which all outlets among the sources speak, or "".
func oneSide(all []source) string {
	side, outlets := "", 0
	for _, s := range all {
		if !strings.HasPrefix(s.key, "outlet:") {
			continue
		}
		if outlets++; s.side == "" || side != "" && s.side != side {
			return ""
		}
		side = s.side
	}
	return side
}

// Bounds of the search for copies in one event.
const manyReports = 48

// joinCopies joins claims whose reports, or whose own words, are near-copies. It
// returns the reason by position in the cluster.
func (x *Index) joinCopies(cluster []int32, u *unionFind) map[int]string {
	why := map[int]string{}
	at := map[dateline.ReportID]int{}
	var reports []dateline.ReportID
	for k, i := range cluster {
		id := x.nodes[i].claim.Report
		if _, seen := at[id]; !seen {
			at[id] = k
			reports = append(reports, id)
		}
	}
	for i, a := range reports {
		for _, b := range reports[i+1 : min(len(reports), i+1+manyReports)] {
			if j, k := at[a], at[b]; x.copied(a, b) {
				x.joinReport(cluster, u, a, b)
				why[k] = fmt.Sprintf("near-copied text: %s and %s", x.outletName(cluster[j]), x.outletName(cluster[k]))
			}
		}
	}
	return why
}

// joinReport joins all claims of two reports.
func (x *Index) joinReport(cluster []int32, u *unionFind, a, b dateline.ReportID) {
	first := -1
	for k, i := range cluster {
		if id := x.nodes[i].claim.Report; id != a && id != b {
			continue
		}
		if first < 0 {
			first = k
		}
		u.join(first, k)
	}
}

func (x *Index) outletName(i int32) string {
	c := x.nodes[i].claim
	if r := x.reportOf(c.Report); r != nil && r.Outlet.Name != "" {
		return r.Outlet.Name
	}
	if len(c.Chain) > 0 && c.Chain[0].Name != "" {
		return c.Chain[0].Name
	}
	return "unnamed outlet"
}

// unionFind joins positions into groups.
type unionFind struct{ root []int }

func newUnion(n int) *unionFind {
	u := &unionFind{make([]int, n)}
	for i := range u.root {
		u.root[i] = i
	}
	return u
}

func (u *unionFind) find(i int) int {
	for u.root[i] != i {
		u.root[i] = u.root[u.root[i]]
		i = u.root[i]
	}
	return i
}

func (u *unionFind) join(i, j int) {
	a, b := u.find(i), u.find(j)
	u.root[max(a, b)] = min(a, b)
}

// groups lists the groups by their first position.
func (u *unionFind) groups() [][]int {
	at := map[int]int{}
	var out [][]int
	for i := range u.root {
		r := u.find(i)
		k, ok := at[r]
		if !ok {
			k = len(out)
			at[r] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	return out
}
