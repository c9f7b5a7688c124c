package merge

import (
	"cmp"
	"slices"

	"github.com/dateline/dateline"
)

// event makes the event of a cluster.
func (x *Index) event(cluster []int32) *dateline.Event {
	slices.SortFunc(cluster, x.compareReports)
	origins := x.origins(cluster)
	values := x.values(cluster, origins)
	first := x.nodes[cluster[0]].claim
	e := &dateline.Event{
		ID:      dateline.EventID(dateline.HashID("event", string(first.ID))),
		Type:    best(values, "type"),
		Status:  x.status(values),
		Origins: origins,
		Side:    x.side(cluster),
		Values:  values,
	}
	e.Mode = x.mode(cluster, e.Type)
	for _, i := range cluster {
		n := &x.nodes[i]
		e.Claims = append(e.Claims, n.claim.ID)
		if !slices.Contains(e.Reports, n.claim.Report) {
			e.Reports = append(e.Reports, n.claim.Report)
		}
		if day := n.published; n.claim.Status == dateline.Planned && day != "" && (e.Announced == "" || day < e.Announced) {
			e.Announced = day
		}
	}
	e.Actors, e.Recipients = x.participants(cluster)
	e.Date = x.date(cluster, values, e.Status)
	e.Place = x.place(cluster, values)
	e.Relations = x.relations(cluster)
	e.Title = x.title(cluster, e)
	return e
}

// compareReports orders claims by publication, then as compareNodes does.
func (x *Index) compareReports(i, j int32) int {
	a, b := x.nodes[i].published, x.nodes[j].published
	if a != b && (a == "" || b == "") { // unknown days come last
		return cmp.Compare(b, a)
	}
	n, m := &x.nodes[i], &x.nodes[j]
	return cmp.Or(cmp.Compare(a, b), cmp.Compare(n.claim.Report, m.claim.Report),
		cmp.Compare(n.f.evidence.Start, m.f.evidence.Start), cmp.Compare(n.claim.ID, m.claim.ID))
}

// status is what came of the event: denied where more origins deny it than tell
// that it happened, planned where nobody tells that it happened.
func (x *Index) status(values []dateline.Value) dateline.Status {
	origins := map[dateline.Status]int{}
	for _, v := range values {
		if v.Field == "status" {
			origins[dateline.Status(v.Value)] = max(1, v.Origins)
		}
	}
	happened, denied := origins[dateline.Happened], origins[dateline.DeniedStatus]
	switch {
	case happened > 0 && happened >= denied:
		return dateline.Happened
	case denied > 0 && denied >= origins[dateline.Planned]:
		return dateline.DeniedStatus
	case origins[dateline.Planned] > 0:
		return dateline.Planned
	}
	return dateline.Hypothetical
}

// mode is the commonest mode among the claims of the event's type.
func (x *Index) mode(cluster []int32, root string) string {
	var modes []string
	for _, i := range cluster {
		if c := x.nodes[i].claim; c.Event == root && c.Mode != "" {
			modes = append(modes, c.Mode)
		}
	}
	return commonest(modes)
}

// commonest is the string that stands most often in the list, the first of
// equals; "" for an empty list.
func commonest(list []string) string {
	count, most := map[string]int{}, ""
	for _, s := range list {
		count[s]++
	}
	for _, s := range list {
		if most == "" || count[s] > count[most] {
			most = s
		}
	}
	return most
}

// participants are those of the sides that most claims name: of each code the
// one most often named, people before states.
func (x *Index) participants(cluster []int32) (actors, recipients []dateline.Actor) {
	var sides []string
	sideOf := func(c *dateline.Claim) string {
		return joinCodes(c.Actors) + ">" + joinCodes(c.Recipients)
	}
	for _, i := range cluster {
		sides = append(sides, sideOf(x.nodes[i].claim))
	}
	most := commonest(sides)
	var as, rs []dateline.Participant
	for k, i := range cluster {
		if sides[k] == most {
			as, rs = append(as, x.nodes[i].claim.Actors...), append(rs, x.nodes[i].claim.Recipients...)
		}
	}
	return onePerCode(as), onePerCode(rs)
}

func joinCodes(ps []dateline.Participant) string {
	var out []string
	for i := range ps {
		out = append(out, code(&ps[i].Actor))
	}
	slices.Sort(out)
	s := ""
	for _, c := range slices.Compact(out) {
		s += c + ","
	}
	return s
}

// onePerCode keeps of each code, in order of first mention, the actor that is
// named most often, a person before a state.
func onePerCode(ps []dateline.Participant) []dateline.Actor {
	count := map[string]int{}
	who := func(a *dateline.Actor) string { return code(a) + "|" + a.ID + "|" + a.Name }
	for i := range ps {
		count[who(&ps[i].Actor)]++
	}
	var out []dateline.Actor
	for i := range ps {
		a := ps[i].Actor
		at := slices.IndexFunc(out, func(b dateline.Actor) bool { return code(&b) == code(&a) })
		if at < 0 {
			out = append(out, a)
			continue
		}
		person, before := a.Kind == dateline.PersonActor, out[at].Kind == dateline.PersonActor
		if person && !before || person == before && count[who(&a)] > count[who(&out[at])] {
			out[at] = a
		}
	}
	return out
}

// date is the best-supported stated date: of what happened before what was
// planned, and of two that agree the more precise one.
func (x *Index) date(cluster []int32, values []dateline.Value, status dateline.Status) dateline.EventDate {
	support := map[string]int{}
	for _, v := range values {
		if v.Field == "date" {
			support[v.Value] = v.Origins
		}
	}
	at, bestRank := int32(-1), [4]int{}
	for _, i := range cluster {
		n := &x.nodes[i]
		if n.claim.Date.First == "" && n.claim.Date.Last == "" {
			continue
		}
		rank := [4]int{truth(n.f.dated), truth(n.claim.Status == status), support[dateValue(n.claim.Date)], -int(min(n.f.last-n.f.first, 1<<20))}
		if at < 0 || slices.Compare(rank[:], bestRank[:]) > 0 {
			at, bestRank = i, rank
		}
	}
	if at < 0 {
		return dateline.EventDate{}
	}
	return x.nodes[at].claim.Date
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// place is the best-supported place; a site or city that lies in a supported
// country goes before the country.
func (x *Index) place(cluster []int32, values []dateline.Value) *dateline.Place {
	support := map[string]int{}
	for _, v := range values {
		if v.Field == "place" {
			support[v.Value] = v.Origins
		}
	}
	var out *dateline.Place
	rank := [3]int{}
	for _, i := range cluster {
		c := x.nodes[i].claim
		if c.Place == nil {
			continue
		}
		r := [3]int{truth(c.PlaceWhy == "clause"), truth(c.Place.Precision != "country" && c.Place.Precision != "region"), support[c.Place.Name]}
		if out == nil || slices.Compare(r[:], rank[:]) > 0 {
			out, rank = c.Place, r
		}
	}
	return out
}
