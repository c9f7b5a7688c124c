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
	states  map[string]*state
	names   *index
	offices *offices
	people  *people
	bodies  map[string]*bodyWord
	genders map[string]byte // folded given name: 'm' or 'f'
	folk    map[string]byte // noun for people: 'm', 'f', '-' for either, '*' for a group
}

func load(overlays []string) (*knowledge, error) {
	k := &knowledge{states: map[string]*state{}, names: newIndex(), offices: newOffices(), people: newPeople(), bodies: map[string]*bodyWord{}, genders: map[string]byte{}, folk: map[string]byte{}}
	for _, step := range []struct {
		file string
		add  func(row)
	}{{"states.tsv", k.addState}, {"regions.tsv", k.addRegion}, {"bodies.tsv", k.addBody}, {"offices.tsv", k.offices.add}, {"organisations.tsv", k.addOrg}, {"leaders.tsv", k.people.add},
		{"given.tsv", func(r row) { k.genders[r.field(0)] = r.field(1)[0] }}, {"folk.tsv", func(r row) { k.folk[r.field(0)] = r.field(1)[0] }}} {
		rs, err := table(step.file)
		if err != nil {
			return nil, err
		}
		for _, r := range rs {
			step.add(r)
		}
	}
	for _, path := range overlays {
		entries, err := k.readOverlay(path)
		if err != nil {
			return nil, err
		}
		k.overlay(entries)
	}
	return k, nil
}

func (k *knowledge) addState(r row) {
	s := &state{code: r.field(0), id: r.field(1), cow: r.field(2), name: r.field(3),
		from: dateline.Day(r.field(8)), until: dateline.Day(r.field(9))}
	k.states[s.code] = s
	for i, f := range []form{properName, properName, adjective, demonym, capitalCity} {
		for _, name := range r.list(3 + i) {
			k.names.add(name, k.stateSense(s, f, r.where))
			if plural, ok := demonymPlural(name); ok && f == adjective {
				k.names.add(plural, k.stateSense(s, demonym, r.where))
			}
		}
	}
}

// addRegion enters a line of data/regions.tsv. The region's name and its seats
// stand for its government, as a capital does.
func (k *knowledge) addRegion(r row) {
	a := dateline.Actor{Name: r.field(2), Kind: dateline.OrgActor, Code: r.field(0), Sector: r.field(1)}
	for i, f := range []form{capitalCity, capitalCity, adjective, demonym, capitalCity} {
		s := sense{actor: a, form: f, from: dateline.Day(r.field(7)), until: dateline.Day(r.field(8)), where: r.where, region: true}
		if f == demonym {
			s.actor.Kind, s.actor.Sector = dateline.GroupActor, "CVL"
		}
		for _, name := range r.list(2 + i) {
			k.names.add(name, s)
			if plural, ok := demonymPlural(name); ok && f == adjective {
				s := s
				s.form, s.actor.Kind, s.actor.Sector = demonym, dateline.GroupActor, "CVL"
				k.names.add(plural, s)
			}
		}
	}
}

func (k *knowledge) stateSense(s *state, f form, where string) sense {
	kind, sector := dateline.StateActor, ""
	if f == demonym {
		kind, sector = dateline.GroupActor, "CVL"
	}
	return sense{actor: dateline.Actor{ID: s.id, Name: s.name, Kind: kind, Code: s.code, Sector: sector},
		form: f, from: s.from, until: s.until, where: where}
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

// addOrg enters a line of data/organisations.tsv.
func (k *knowledge) addOrg(r row) {
	s := sense{form: properName, where: r.where, from: dateline.Day(r.field(6)), until: dateline.Day(r.field(7)),
		actor: dateline.Actor{Code: r.field(0), Sector: r.field(1), Name: r.field(2), ID: r.field(4), Kind: dateline.OrgActor}}
	s.local = strings.Contains(r.field(5), "local")
	switch {
	case r.field(0) == "-":
		s.form = noActor
	case strings.Contains(r.field(5), "metonym"):
		s.form = metonym
		s.actor = k.seat(r)
	}
	for _, name := range append([]string{r.field(2)}, r.list(3)...) {
		k.names.add(name, s)
	}
}

// seat is the government that a seat such as the Kremlin stands for.
func (k *knowledge) seat(r row) dateline.Actor {
	a := dateline.Actor{Code: r.field(0), Sector: r.field(1), Name: r.field(2), Kind: dateline.StateActor}
	if st := k.states[r.field(0)]; st != nil {
		a.Name, a.ID = st.name, st.id
	}
	return a
}
