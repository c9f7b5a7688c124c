package entity

import (
	"strings"

	"github.com/dateline/dateline"
)

// state is a state or territory.
type state struct {
	code, id, cow, name string
	from, until         dateline.Day
}


// knowledge is everything that the resolver knows before it reads.
type knowledge struct {
	states     map[string]*state
	names      *index
	offices *offices
	people  *people
}

func load(overlays []string) (*knowledge, error) {
	k := &knowledge{states: map[string]*state{}, names: newIndex(), offices: newOffices(), people: newPeople()}
	for _, step := range []struct {
		file string
		add  func(row)
	}{{"states.tsv", k.addState}, {"offices.tsv", k.offices.add}, {"leaders.tsv", k.people.add}} {
		rs, err := table(step.file)
		if err != nil {
			return nil, err
		}
		for _, r := range rs {
			step.add(r)
		}
	}
	return k, nil
}

func (k *knowledge) addState(r row) {
	s := &state{code: r.field(0), id: r.field(1), cow: r.field(2), name: r.field(3),
		from: dateline.Day(r.field(8)), until: dateline.Day(r.field(9))}
	k.states[s.code] = s
	for col, f := range map[int]form{3: properName, 4: properName, 5: adjective, 6: demonym, 7: capitalCity} {
		for _, name := range r.list(col) {
			k.names.add(name, k.stateSense(s, f))
			if plural, ok := demonymPlural(name); ok && f == adjective {
				k.names.add(plural, k.stateSense(s, demonym))
			}
		}
	}
}

func (k *knowledge) stateSense(s *state, f form) sense {
	kind, sector := dateline.StateActor, ""
	if f == demonym {
		kind, sector = dateline.GroupActor, "CVL"
	}
	return sense{actor: dateline.Actor{ID: s.id, Name: s.name, Kind: kind, Code: s.code, Sector: sector},
		form: f, from: s.from, until: s.until}
}

// demonymPlural is the people's name made from an adjective that takes an s:
// Russian, Russians; Iraqi, Iraqis.
func demonymPlural(adj string) (string, bool) {
	for _, end := range []string{"an", "i", "ian", "er", "ine", "av", "ene", "ch", "ot", "ak", "k", "jani", "wati"} {
		if strings.HasSuffix(adj, end) && !strings.HasSuffix(adj, "ch") && !strings.HasSuffix(adj, "ese") {
			return adj + "s", true
		}
	}
	return "", false
}

