package merge

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

func participantKey(n *node) string {
	var names []string
	for _, p := range n.f.persons {
		names = append(names, fmt.Sprint(uint64(p.name)))
	}
	slices.Sort(names)
	return fmt.Sprint(n.f.codes, names)
}

// compareParticipants finds sides and people that cannot both be right: on one
// day at one place.
func compareParticipants(a, b *node) verdictOn {
	if a.f.denied() || b.f.denied() {
		return verdictOn{}
	}
	p, q := rivals(a, b)
	n := common(a.f.codes, b.f.codes)
	switch {
	case p != "":
	case n == len(a.f.codes) && n == len(b.f.codes), n == 0:
		return verdictOn{}
	case n == len(a.f.codes):
		return verdictOn{kind: dateline.Refines, why: "names more who took part"}
	case n == len(b.f.codes):
		return verdictOn{kind: dateline.Refines, swap: true, why: "names more who took part"}
	default:
		p, q = sideNames(a.claim), sideNames(b.claim)
	}
	if !sameDay(&a.f, &b.f) || a.f.place == 0 || a.f.place != b.f.place {
		return verdictOn{}
	}
	return verdictOn{kind: dateline.Contradicts, why: fmt.Sprintf("%s against %s", q, p)}
}

// rivals are the people whom two claims name for one side in the same part, where
// each names one and they differ.
func rivals(a, b *node) (p, q string) {
	for _, side := range [][2][]dateline.Participant{{a.claim.Actors, b.claim.Actors}, {a.claim.Recipients, b.claim.Recipients}} {
		for i := range side[0] {
			m := &side[0][i]
			n := onlyPerson(side[1], m.Code)
			if onlyPerson(side[0], m.Code) != m || n == nil {
				continue
			}
			if (m.ID == "" || m.ID != n.ID) && surname(m.Name) != surname(n.Name) && !shareName(m.Name, n.Name) {
				return m.Name, n.Name
			}
		}
	}
	return "", ""
}

// onlyPerson is the one person of a code among the participants, nil where there
// is none or more than one.
func onlyPerson(ps []dateline.Participant, code string) *dateline.Participant {
	var out *dateline.Participant
	for i := range ps {
		if ps[i].Code != code {
			continue
		}
		if out != nil || ps[i].Kind != dateline.PersonActor || ps[i].Name == "" {
			return nil
		}
		out = &ps[i]
	}
	return out
}

func shareName(a, b string) bool {
	return slices.ContainsFunc(strings.Fields(fold(a)), func(w string) bool { return len(w) > 2 && slices.Contains(strings.Fields(fold(b)), w) })
}

func sideNames(c *dateline.Claim) string {
	var out []string
	for _, ps := range [][]dateline.Participant{c.Actors, c.Recipients} {
		for i := range ps {
			if n := cmp.Or(ps[i].Name, ps[i].Code); n != "" && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return strings.Join(out, ", ")
}

func sidesKey(n *node) string { return fmt.Sprint(n.f.actors, n.f.recipients) }

// compareInitiators finds claims that have actor and recipient the other way round.
func compareInitiators(a, b *node) verdictOn {
	f, g := &a.f, &b.f
	// Coders may see an event as mutual that is not; a mutual one has no initiator.
	if f.mutual && g.mutual && !onesided(f) || len(f.actors) == 0 || len(f.recipients) == 0 {
		return verdictOn{}
	}
	if slices.Equal(f.actors, g.recipients) && slices.Equal(f.recipients, g.actors) && !slices.Equal(f.actors, f.recipients) && sameDay(f, g) {
		return verdictOn{kind: dateline.Contradicts, why: fmt.Sprintf("%s acted, against %s", sideNames(&dateline.Claim{Actors: b.claim.Actors}), sideNames(&dateline.Claim{Actors: a.claim.Actors}))}
	}
	return verdictOn{}
}

// onesided reports whether the event is one that one side begins though both
// take part: an attack.
func onesided(f *feature) bool {
	lex := words()
	return slices.ContainsFunc(f.events, func(k class) bool { return lex.names[k] == "attack" })
}
