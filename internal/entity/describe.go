package entity

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// Describe says, one fact a line, what the lists know of a name: what it stands
// for and since when, who bears it or one like it, what office it is, each with
// the file and line that says so. Nothing known gives nothing.
func (v *Resolver) Describe(name string) []string {
	key := strings.Join(nameWords(name), " ")
	var out []string
	for _, s := range v.know.names.senses[key] {
		out = append(out, s.describe())
	}
	for _, h := range v.know.people.called(name) {
		out = append(out, h.describe()...)
	}
	if words := wordsOfName(name); len(words) > 0 {
		if n, o, _ := v.know.offices.at(words); n == len(words) {
			out = append(out, o.describe())
		}
	}
	return out
}

func wordsOfName(name string) []word {
	var out []word
	for _, w := range nameWords(name) {
		out = append(out, word{fold: w, form: w})
	}
	return out
}

func (s *sense) describe() string {
	if s.form == noActor {
		return fmt.Sprintf("no actor (%s)", s.where)
	}
	a := s.actor
	b := fmt.Sprintf("%s: %s", a.Name, a.Kind)
	for _, x := range []string{a.Code, a.Sector, a.ID} {
		if x != "" {
			b += " " + x
		}
	}
	b += ", " + s.form.String() + period(s.from, s.until)
	if s.local {
		b += ", only where the report names its state"
	}
	if s.exact {
		b += ", only in capitals"
	}
	return b + " (" + s.where + ")"
}

func period(from, until dateline.Day) string {
	switch {
	case from == "" && until == "":
		return ""
	case until == "":
		return ", from " + string(from)
	case from == "":
		return ", until " + string(until)
	}
	return ", " + string(from) + " to " + string(until)
}

// called are the people whose name is or may be the given one, the likest first.
func (x *people) called(name string) []*human {
	type scored struct {
		h *human
		s float64
	}
	var found []scored
	for _, h := range x.candidates(nameWords(name)) {
		top := namesAgree(nameWords(name), h.variants[0])
		for _, w := range h.variants {
			top = max(top, Likeness(name, strings.Join(w, " ")))
		}
		if top >= SamePerson || top > 0.4 && len(nameWords(name)) == 1 {
			found = append(found, scored{h, top})
		}
	}
	slices.SortStableFunc(found, func(a, b scored) int { return cmp.Compare(b.s, a.s) })
	out := make([]*human, len(found))
	for i, f := range found {
		out[i] = f.h
	}
	return out
}

func (h *human) describe() []string {
	b := fmt.Sprintf("%s: person %s", h.name, h.code)
	if h.id != "" {
		b += " " + h.id
	}
	if len(h.variants) > 1 {
		var also []string
		for _, v := range h.variants[1:] {
			also = append(also, strings.Join(v, " "))
		}
		b += ", also " + strings.Join(also, "; ")
	}
	out := []string{b + " (" + h.where + ")"}
	for _, t := range h.terms {
		out = append(out, "  "+t.office+period(t.from, t.until))
	}
	return out
}

func (o *office) describe() string {
	return fmt.Sprintf("office: %s %s %s %s (%s)", cmp.Or(o.name, "no title"), o.kind, o.sector, strings.Join(o.flags, " "), o.where)
}
