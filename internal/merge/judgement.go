package merge

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline/dateline"
)

// ruling is what judgements come to once revoked ones are left out.
type ruling struct {
	wrong   map[dateline.ClaimID]bool
	changes map[dateline.ClaimID][]change // in order of time
	pairs   map[dateline.ClaimID][]verdict
	anchors map[dateline.DocumentID][]anchored
	homes   map[dateline.ClaimID]dateline.DocumentID // documents of the claims that anchors name
}

// anchored is a claim that a judgement names, with its place in the document.
type anchored struct {
	id dateline.ClaimID
	at dateline.Anchor
}

// change takes a field's value away or, with a value, corrects it.
type change struct{ field, value string }

// verdict says how alike a person holds a claim and another one to be.
type verdict struct {
	other    dateline.ClaimID
	likeness float64
}

// Likenesses that outweigh any number of comparisons; different outweighs same.
const (
	saidSame      = 1e6
	saidDifferent = -1e9
)

// rule reads judgements in order of time. A row that revokes another one says
// nothing else, and may be revoked itself. Of same and different on one pair the
// later one holds.
func rule(js []dateline.Judgement) ruling {
	r := ruling{
		map[dateline.ClaimID]bool{}, map[dateline.ClaimID][]change{},
		map[dateline.ClaimID][]verdict{}, map[dateline.DocumentID][]anchored{}, map[dateline.ClaimID]dateline.DocumentID{},
	}
	for _, j := range standing(js) {
		for i, a := range j.Anchors[:min(len(j.Anchors), len(j.Claims))] {
			r.anchors[a.Document] = append(r.anchors[a.Document], anchored{j.Claims[i], a})
			r.homes[j.Claims[i]] = a.Document
		}
		switch {
		case j.Kind == dateline.Same && len(j.Claims) >= 2:
			r.pair(j.Claims[0], j.Claims[1], saidSame)
		case j.Kind == dateline.Different && len(j.Claims) >= 2:
			r.pair(j.Claims[0], j.Claims[1], saidDifferent)
		case len(j.Claims) == 0:
		case j.Kind == dateline.Wrong && j.Field == "":
			r.wrong[j.Claims[0]] = true
		case j.Kind == dateline.Wrong:
			r.changes[j.Claims[0]] = append(r.changes[j.Claims[0]], change{j.Field, ""})
		case j.Kind == dateline.Corrected:
			r.changes[j.Claims[0]] = append(r.changes[j.Claims[0]], change{j.Field, j.Value})
		}
	}
	return r
}

// standing are the judgements that nobody took back, oldest first.
func standing(js []dateline.Judgement) []dateline.Judgement {
	js = slices.Clone(js)
	slices.SortFunc(js, func(a, b dateline.Judgement) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
	})
	revoked := map[string]bool{}
	var out []dateline.Judgement
	for _, j := range slices.Backward(js) {
		switch {
		case revoked[j.ID]:
		case j.Revokes != "":
			revoked[j.Revokes] = true
		default:
			out = append(out, j)
		}
	}
	slices.Reverse(out)
	return out
}

func (r *ruling) pair(a, b dateline.ClaimID, likeness float64) {
	for _, p := range [][2]dateline.ClaimID{{a, b}, {b, a}} {
		r.pairs[p[0]] = slices.DeleteFunc(r.pairs[p[0]], func(v verdict) bool { return v.other == p[1] })
		r.pairs[p[0]] = append(r.pairs[p[0]], verdict{p[1], likeness})
	}
}

// names says for which claim that a judgement names each of cs stands: itself or,
// where none of cs has that ID, the one that is coded at its place now.
func (r *ruling) names(cs []dateline.Claim) map[dateline.ClaimID]dateline.ClaimID {
	out := map[dateline.ClaimID]dateline.ClaimID{}
	if len(r.anchors) == 0 {
		return out
	}
	here := map[dateline.ClaimID]bool{}
	for i := range cs {
		here[cs[i].ID] = true
	}
	taken := map[dateline.ClaimID]dateline.ClaimID{} // by the ID that is judged
	for i := range cs {
		for _, a := range r.anchors[cs[i].Document] {
			if now, is := taken[a.id]; !here[a.id] && a.at.Holds(&cs[i]) && (!is || cs[i].ID < now) {
				taken[a.id] = cs[i].ID
			}
		}
	}
	for old, now := range taken {
		if other, is := out[now]; !is || old < other {
			out[now] = old
		}
	}
	return out
}

// correct is the claim as judgements on the claim named have it, a copy where
// they change it, or nil for a claim that is wrong.
func (r *ruling) correct(c *dateline.Claim, name dateline.ClaimID) *dateline.Claim {
	if r.wrong[name] {
		return nil
	}
	changes := r.changes[name]
	if len(changes) == 0 {
		return c
	}
	fixed := *c
	for _, ch := range changes {
		ch.apply(&fixed)
	}
	return &fixed
}

// apply sets one field of a copied claim.
func (ch change) apply(c *dateline.Claim) {
	switch field, kind, _ := strings.Cut(ch.field, ":"); field {
	case "type":
		c.Event = ch.value
	case "mode":
		c.Mode = ch.value
	case "status":
		c.Status = dateline.Status(ch.value)
	case "actor":
		c.Actors = corrected(c.Actors, ch.value)
	case "recipient":
		c.Recipients = corrected(c.Recipients, ch.value)
	case "place":
		c.Place = nil
		if ch.value != "" {
			c.Place = &dateline.Place{Name: ch.value}
		}
	case "date":
		first, last, _ := strings.Cut(ch.value, "/")
		c.Date = dateline.EventDate{First: dateline.Day(first), Last: dateline.Day(cmp.Or(last, first))}
		if ch.value != "" {
			c.Date.Precision, c.Date.Basis = "day", "clause"
		}
	case "number":
		c.Numbers = correctedNumber(c.Numbers, kind, ch.value)
	}
}

// corrected are the participants whose codes or names the value lists, split by
// commas: those of the claim where it has them, else new ones.
func corrected(ps []dateline.Participant, value string) []dateline.Participant {
	var out []dateline.Participant
	for name := range strings.SplitSeq(value, ",") {
		name = strings.TrimSpace(name)
		at := slices.IndexFunc(ps, func(p dateline.Participant) bool { return name == p.Code || name == p.Name || name == p.ID })
		switch {
		case name == "":
		case at >= 0:
			out = append(out, ps[at])
		default:
			out = append(out, dateline.Participant{Actor: dateline.Actor{Name: name, Code: name}})
		}
	}
	return out
}

func correctedNumber(ns []dateline.Number, kind, value string) []dateline.Number {
	ns = slices.DeleteFunc(slices.Clone(ns), func(n dateline.Number) bool { return n.Kind == kind })
	if v, err := strconv.ParseFloat(value, 64); err == nil {
		ns = append(ns, dateline.Number{Kind: kind, Value: v})
	}
	return ns
}
