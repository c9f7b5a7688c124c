package merge

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/dateline/dateline"
)

// values lists every value of every field with the claims that state it, by
// field, then the best-supported value first.
func (x *Index) values(cluster []int32, origins []dateline.Origin) []dateline.Value {
	t := tally{at: map[[2]string]int{}}
	for _, i := range cluster {
		t.claim(x.nodes[i].claim)
	}
	originOf := map[dateline.ClaimID][]int{}
	for k, o := range origins {
		for _, id := range o.Claims {
			originOf[id] = append(originOf[id], k)
		}
	}
	for k := range t.values {
		v := &t.values[k]
		slices.Sort(v.Claims)
		v.Claims = slices.Compact(v.Claims)
		from := map[int]bool{}
		for _, id := range v.Claims {
			for _, o := range originOf[id] {
				from[o] = true
			}
		}
		v.Origins = len(from)
	}
	slices.SortFunc(t.values, func(a, b dateline.Value) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(b.Origins, a.Origins),
			cmp.Compare(len(b.Claims), len(a.Claims)), cmp.Compare(a.Value, b.Value))
	})
	return t.values
}

// best is the best-supported value of a field in a sorted list, or "".
func best(values []dateline.Value, field string) string {
	for _, v := range values {
		if v.Field == field {
			return v.Value
		}
	}
	return ""
}

// tally collects values.
type tally struct {
	values []dateline.Value
	at     map[[2]string]int // by field and value
}

func (t *tally) add(field, value, label string, id dateline.ClaimID) {
	if value == "" {
		return
	}
	k, ok := t.at[[2]string{field, value}]
	if !ok {
		k = len(t.values)
		t.at[[2]string{field, value}] = k
		t.values = append(t.values, dateline.Value{Field: field, Value: value})
	}
	v := &t.values[k]
	v.Claims = append(v.Claims, id)
	if v.Label == "" || label != "" && label < v.Label {
		v.Label = label
	}
}

func (t *tally) claim(c *dateline.Claim) {
	t.add("type", c.Event, "", c.ID)
	t.add("mode", c.Mode, "", c.ID)
	t.add("status", string(c.Status), "", c.ID)
	for i := range c.Actors {
		t.actor("actor", &c.Actors[i].Actor, c.ID)
	}
	for i := range c.Recipients {
		t.actor("recipient", &c.Recipients[i].Actor, c.ID)
	}
	t.add("date", dateValue(c.Date), c.Date.Text, c.ID)
	if c.Place != nil {
		t.add("place", c.Place.Name, c.Place.Country, c.ID)
	}
	for _, n := range c.Numbers {
		t.add("number:"+n.Kind, numberValue(n), "", c.ID)
	}
}

// actor adds who took part: people by name, all others by code.
func (t *tally) actor(field string, a *dateline.Actor, id dateline.ClaimID) {
	if a.Kind == dateline.PersonActor && a.Name != "" {
		t.add(field, cmp.Or(a.ID, a.Name), a.Name, id)
		return
	}
	t.add(field, cmp.Or(a.Code, a.ID, a.Name), a.Name, id)
}

// dateValue writes a date as a day or as an ISO 8601 interval, ".." for an open
// end, "" for no date.
func dateValue(d dateline.EventDate) string {
	switch {
	case d.First == "" && d.Last == "":
		return ""
	case d.First == d.Last:
		return string(d.First)
	}
	return cmp.Or(string(d.First), "..") + "/" + cmp.Or(string(d.Last), "..")
}

func numberValue(n dateline.Number) string {
	s := strconv.FormatFloat(n.Value, 'f', -1, 64)
	if n.Unit != "" {
		s += " " + n.Unit
	}
	switch n.Mod {
	case "":
		return s
	case "at-least":
		return "≥" + s
	case "at-most":
		return "≤" + s
	}
	return "~" + s
}
