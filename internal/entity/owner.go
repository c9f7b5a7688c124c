package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// holders turns the owners of an office into its holders: one actor a code.
func (c *chart) holders(p *phrase, owners []dateline.Actor) []dateline.Actor {
	r := p.role
	if r.office.has("other") && (r.owner < 0 || r.ownerName != nil) {
		return nil // "US allies", "Russia's neighbours" are neither
	}
	if q := r.ownerName; q != nil && q.kind <= capitalPhrase && len(p.actors) > 0 {
		owners = nil // "Kenya's UN ambassador"
	}
	owners = append(owners, p.actors...)
	if r.inner != nil && len(owners) == 0 {
		owners = r.inner.actors
	}
	return holdersOf(r, owners, c.know)
}

func holdersOf(r *role, owners []dateline.Actor, k *knowledge) []dateline.Actor {
	var out []dateline.Actor
	seen := map[string]bool{}
	for _, o := range owners {
		if o.Code == "" || seen[o.Code] {
			continue
		}
		seen[o.Code] = true
		out = append(out, r.holder(o, k))
	}
	return out
}

// holder is the actor that holds the office for an owner.
func (r *role) holder(owner dateline.Actor, k *knowledge) dateline.Actor {
	if r.office.has("side") {
		if rebellious(owner) {
			return owner
		}
		if s := k.states[owner.Code]; s != nil {
			return dateline.Actor{ID: s.id, Name: s.name, Kind: dateline.StateActor, Code: s.code, Sector: "GOV"}
		}
		return owner
	}
	a := dateline.Actor{Kind: r.office.kind, Code: owner.Code, Sector: r.sector(), Office: r.title()}
	if r.plural && a.Kind == dateline.PersonActor {
		a.Kind = dateline.GroupActor
	}
	if a.Kind == dateline.OrgActor {
		a.Office = ""
		a.Name = r.bodyName(owner, k)
	}
	if owner.Kind == dateline.OrgActor || owner.Kind == dateline.GroupActor || owner.Kind == dateline.OutletActor {
		if s := owner.Sector; s != "" && s != "GOV" && s != "CVL" && a.Sector != "MIL" && a.Sector != "JRN" {
			a.Sector = owner.Sector
		}
	}
	for _, s := range r.sectors {
		if s != a.Sector && !has(a.Sectors, s) {
			a.Sectors = append(a.Sectors, s)
		}
	}
	return a
}

// bodyName names a body: "Ministry of Foreign Affairs of Russia".
func (r *role) bodyName(owner dateline.Actor, k *knowledge) string {
	if r.office.name == "" {
		return ""
	}
	name := r.title()
	if s := k.states[owner.Code]; s != nil {
		return name + " of " + s.name
	}
	return name
}

// rightOf reads the prepositional phrases after the title words, innermost
// first: call it from the right end of the sentence to the left.
func (c *chart) rightOf(p *phrase) {
	r := p.role
	at := r.last
	var owners []dateline.Actor
	end := at
	for range 3 {
		prep := c.word(at)
		if !has([]string{"of", "for", "from", "in", "to", "at", "with"}, prep) {
			break
		}
		found, next := c.object(at + 1)
		if posted := r.office.has("envoy") && len(found) > 0; prep == "to" || prep == "with" || posted && (prep == "in" || prep == "at") {
			if !posted {
				break
			}
			r.host, r.hostEnd = found[0].Code, next
		} else if len(found) > 0 && len(owners) == 0 && (prep != "in" && prep != "at" || c.rootedAt(r, at+1)) {
			if !(prep == "for" && r.office.has("envoy")) {
				owners = found
				end = next
			}
		}
		if prep == "of" && r.office.kind == dateline.PersonActor && len(codesOf(found)) == 0 && c.unknownName(at+1) {
			r.ofBody = c.ofBody(at + 1) // "president of Ternium" is not the state's
		}
		if next == at+1 {
			break
		}
		at = next
	}
	if len(p.actors) == 0 && len(owners) > 0 {
		p.actors = holdersOf(r, owners, c.know)
		p.last = max(p.last, end)
		p.spans = append(p.spans, span(c.s, r.last, end))
	}
}

// ofBody is the sort of body named from token i, one that tells nothing where
// the name ends in no word for a body.
func (c *chart) ofBody(i int) *bodyWord {
	if c.xpos(i) == "DT" {
		i++
	}
	if q := c.lexFrom(i); q != nil && q.body != nil {
		return q.body.word
	}
	return &bodyWord{}
}

// unknownName reports whether a name of something starts at i, after an article.
func (c *chart) unknownName(i int) bool {
	if c.xpos(i) == "DT" {
		i++
	}
	if q := c.lexFrom(i); q != nil {
		return q.body != nil
	}
	return strings.HasPrefix(c.xpos(i), "NNP") && c.groundFrom(i) == nil && c.roleFrom(i) == nil
}

// rootedAt reports whether "in" and the words from token i name the owner of an
// office rather than where its holder is.
func (c *chart) rootedAt(r *role, i int) bool {
	if c.bodyAt(i) {
		return true
	}
	if g := c.groundFrom(i); g != nil && c.lexFrom(i) == nil {
		return c.rootsIn(r, g)
	}
	if q := c.lexFrom(i); q != nil && q.kind == capitalPhrase {
		return c.rootsIn(r, &ground{first: q.first, last: q.last})
	}
	return r.office.has("host")
}

// bodyAt reports whether a body of a state starts at i: "in the Slovenian
// government".
func (c *chart) bodyAt(i int) bool {
	for j := i; j < len(c.low) && j < i+6; j++ {
		if q := c.roles[j]; q != nil && q.first == i && q.role.office.kind == dateline.OrgActor {
			return true
		}
	}
	return false
}

// object reads the noun phrase that starts at i, and those joined to it: its
// actors and the token after it. A phrase without actors is passed over.
func (c *chart) object(i int) ([]dateline.Actor, int) {
	start := i
	if q := c.roleFrom(i); q != nil {
		return q.actors, max(q.last, q.role.last)
	}
	if x := c.xpos(i); x == "DT" || x == "PRP$" {
		i++
	}
	if g := c.groundFrom(i); g != nil && c.lexFrom(i) == nil && !c.nominalAfter(g.last) {
		return []dateline.Actor{g.owner}, g.last
	}
	if q := c.lexFrom(i); q != nil && !q.drop && c.xpos(q.last) == "POS" {
		return c.possessed(q)
	}
	if q := c.lexFrom(i); q != nil && !q.drop && !c.nominalAfter(q.last) {
		actors := slices.Clone(q.actors)
		end := q.last
		for {
			j := end
			if c.form(j) == "," || c.xpos(j) == "CC" {
				j++
			}
			if j == end {
				break
			}
			if c.xpos(j) == "CC" {
				j++
			}
			if c.word(j) == "the" {
				j++
			}
			n := c.lexFrom(j)
			if n == nil || n.kind != q.kind || c.nominalAfter(n.last) || c.form(end) == "," && !c.listGoesOn(n.last) && c.xpos(j-1) != "CC" {
				break
			}
			actors = append(actors, n.actors...)
			end = n.last
		}
		return actors, end
	}
	for n := 0; n < 6 && i < len(c.low) && (c.nominal(i) || c.word(i) == "and" || c.xpos(i) == "POS" || c.xpos(i) == "CD"); n++ {
		if q := c.roleFrom(i); q != nil {
			return q.actors, max(q.last, q.role.last)
		}
		i++
	}
	if i == start+1 && c.xpos(start) == "DT" {
		return nil, start
	}
	return nil, i
}

// possessed reads "India's governing Bharatiya Janata Party": the body, not the
// state before it.
func (c *chart) possessed(q *phrase) ([]dateline.Actor, int) {
	j := q.last + 1
	for j < len(c.low) && c.lex[j] == nil && c.nominal(j) {
		j++
	}
	if b := c.lexFrom(j); b != nil && b.kind == orgPhrase && !b.drop {
		return b.actors, b.last
	}
	return nil, j
}

func (c *chart) listGoesOn(i int) bool { return c.form(i) == "," || c.xpos(i) == "CC" }

func (c *chart) lexFrom(i int) *phrase {
	if i < len(c.lex) && c.lex[i] != nil && c.lex[i].first == i {
		return c.lex[i]
	}
	return nil
}

// roleFrom is the role phrase whose whole phrase starts at i.
func (c *chart) roleFrom(i int) *phrase {
	for j := i; j < len(c.roles) && j < i+9; j++ {
		if q := c.roles[j]; q != nil && q.first <= i && i < q.role.last {
			return q
		}
	}
	return nil
}

// nominalAfter reports whether a noun follows that the phrase before it only
// modifies: "of Russian gas".
func (c *chart) nominalAfter(i int) bool {
	return i < len(c.low) && strings.HasPrefix(c.xpos(i), "NN") && c.lex[i] == nil && !has(timeWords, c.word(i)) &&
		!(strings.HasPrefix(c.xpos(i), "NNP") && c.xpos(i-1) == "NNP")
}
