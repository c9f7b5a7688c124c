package merge

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/plover"
)

// hash is a 64-bit FNV-1a hash of a string; equal hashes count as equal strings.
type hash uint64

func hashOf(parts ...string) hash {
	h := uint64(14695981039346656037)
	for _, p := range parts {
		for i := range len(p) {
			h = (h ^ uint64(p[i])) * 1099511628211
		}
		h = (h ^ 0xff) * 1099511628211
	}
	return hash(h)
}

// maxWords bounds the words of a claim that are compared.
const maxWords = 48

// feature is what of a claim is compared. It depends on the claim and its report
// alone, so that the claims around it change nothing.
type feature struct {
	root       hash
	mutual     bool   // who stands first means nothing
	spoken     bool   // what was said tells the event from others
	single     bool   // hardly comes twice within days
	actors     []hash // codes, sorted
	recipients []hash
	codes      []hash // both, sorted
	persons    []person
	events     []class // kinds of event that the trigger names, sorted
	mentioned  []class // kinds of event that the rest of the evidence names
	roles      []class
	words      []word // sorted by stem
	ordinal    uint8  // "second round": 2
	first      int32  // days since 1970 between which the event falls
	last       int32
	dated      bool // the text states the date
	vague      bool // to the month at best
	status     dateline.Status
	background bool
	place      hash
	country    hash
	site       bool // place is a city or more precise
	report     hash
	trigger    dateline.Span
	evidence   dateline.Span
	published  int32
}

// word is a stem or class of words with its weight.
type word struct {
	stem   hash
	weight float32
}

// person is a person who takes part: the identity, the last name, the side.
type person struct{ id, name, code hash }

// describe makes the feature of a claim from it, the day of its report, and its
// excerpt.
func describe(c *dateline.Claim, published dateline.Day, excerpt []string) feature {
	f := feature{
		root:   hashOf(c.Event),
		status: c.Status, background: c.Background,
		report: hashOf(string(c.Report)), trigger: c.Trigger,
	}
	if len(c.Evidence) > 0 {
		f.evidence = c.Evidence[0]
	}
	f.actors, f.recipients = codesOf(c.Actors), codesOf(c.Recipients)
	f.codes = union(f.actors, f.recipients)
	f.persons = personsOf(c)
	f.setWindow(c, published)
	if p := c.Place; p != nil {
		f.place, f.country = hashOf(placeKey(p)), hashOf(p.Country)
		f.site = p.Precision == "city" || p.Precision == "site"
	}
	f.read(c, excerpt)
	f.setNature(c.Event)
	return f
}

// setNature says how the event's sides and words are to be compared: as its kinds
// have it, else as its root does.
func (f *feature) setNature(root string) {
	lex := words()
	if len(f.events) == 0 {
		f.mutual = plover.Symmetric(root)
		f.spoken = root != "CONSULT" && (plover.Quad(root) == plover.VerbalCooperation || plover.Quad(root) == plover.VerbalConflict)
		return
	}
	f.mutual = slices.ContainsFunc(f.events, func(k class) bool { return lex.mutual[k] })
	f.spoken = !slices.ContainsFunc(f.events, func(k class) bool { return !lex.spoken[k] })
	f.single = !slices.ContainsFunc(f.events, func(k class) bool { return !lex.single[k] })
}

// code is what an actor counts under: its country or type, else who it is.
func code(a *dateline.Actor) string {
	switch {
	case a.Code != "":
		return a.Code
	case a.ID != "":
		return "#" + a.ID
	case a.Name != "":
		return "~" + strings.ToLower(a.Name)
	}
	return ""
}

func codesOf(ps []dateline.Participant) []hash {
	var out []hash
	for i := range ps {
		if c := code(&ps[i].Actor); c != "" {
			out = append(out, hashOf(c))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func union(a, b []hash) []hash {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}

func personsOf(c *dateline.Claim) []person {
	var out []person
	for _, ps := range [][]dateline.Participant{c.Actors, c.Recipients} {
		for i := range ps {
			if a := &ps[i].Actor; a.Kind == dateline.PersonActor && a.Name+a.ID != "" {
				out = append(out, person{hashOf(a.ID, strings.ToLower(a.Name)), hashOf(surname(a.Name)), hashOf(code(a))})
			}
		}
	}
	return out
}

// surname guesses what of a name stays when it is shortened: its longest word,
// the last one of equals.
func surname(name string) string {
	best := ""
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if len(w) >= len(best) {
			best = w
		}
	}
	return best
}

func placeKey(p *dateline.Place) string {
	if p.ID != "" {
		return p.ID
	}
	return strings.ToLower(p.Name) + "," + p.Country
}

// Days around publication in which an event without a date is looked for.
const (
	newsReach = 10 // it happened at most so long before
	planReach = 30 // it is planned for at most so long after
)

const unknownDay = int32(-1 << 30)

func number(d dateline.Day) int32 {
	t, ok := d.Time()
	if !ok {
		return unknownDay
	}
	return int32(t.Unix() / 86400)
}

// setWindow sets the days between which the event falls, from the stated date or
// around the day of publication. Both are unknownDay where neither is known.
func (f *feature) setWindow(c *dateline.Claim, published dateline.Day) {
	f.published = number(published)
	f.first, f.last = number(c.Date.First), number(c.Date.Last)
	switch {
	case f.first == unknownDay && f.last == unknownDay:
		f.guessWindow()
		return
	case f.first == unknownDay:
		f.first = f.last - newsReach
		f.vague = true
	case f.last == unknownDay && c.Status == dateline.Planned:
		f.last = f.first + planReach
	case f.last == unknownDay:
		f.last = f.first + newsReach
	}
	if f.last < f.first {
		f.first, f.last = f.last, f.first
	}
	f.dated = c.Date.Basis == "clause" || c.Date.Basis == "narrative"
	f.vague = f.vague || f.last-f.first > 27
}

func (f *feature) guessWindow() {
	if f.published == unknownDay || f.background {
		f.first, f.last = unknownDay, unknownDay
		return
	}
	f.first, f.last = f.published-newsReach, f.published
	if f.status != dateline.Happened {
		f.last = f.published + planReach
	}
}
