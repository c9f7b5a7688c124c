package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// office is a role or body that words such as "Foreign Minister" name.
type office struct {
	name   string // canonical, "" for a body without one
	sector string
	kind   dateline.ActorKind
	flags  []string
	where  string // file and line that says so
}

// has reports whether the office carries a flag:
//
//	unique     one holder a state: "the President" means the state's own
//	portfolio  takes a field: Minister of Foreign Trade, trade ministry
//	envoy      "to X" names the host, not the sender
//	host       "in X" names the country
//	other      with a possessor, somebody else than the possessor: its allies
//	side       stands for the state itself: the Russian side
//	title      stands before a name only: Mr., Gen.
//	male, female
//	plain      an everyday word that names an actor only with a country
func (o *office) has(flag string) bool { return has(o.flags, flag) }

// offices finds the words that name offices and bodies.
type offices struct {
	byPhrase map[string]*office
	plurals  map[string]*office
	longest  map[string]int
	fields   map[string]string // folded word of a portfolio: its field
}

func newOffices() *offices {
	return &offices{byPhrase: map[string]*office{}, plurals: map[string]*office{}, longest: map[string]int{}, fields: map[string]string{}}
}

// add enters a line of data/offices.tsv. The kind "field" names a portfolio.
func (x *offices) add(r row) {
	words := nameWords(r.field(0))
	if len(words) == 0 {
		return
	}
	key := strings.Join(words, " ")
	if r.field(3) == "field" {
		x.fields[key] = r.field(1)
		return
	}
	o := &office{name: r.field(1), sector: r.field(2), kind: dateline.ActorKind(r.field(3)), flags: strings.Fields(r.field(4)), where: r.where}
	x.byPhrase[key] = o
	x.longest[words[0]] = max(x.longest[words[0]], len(words))
	words[len(words)-1] = plural(words[len(words)-1])
	x.plurals[strings.Join(words, " ")] = o
	x.longest[words[0]] = max(x.longest[words[0]], len(words))
}

// plural is the plural of a folded English noun.
func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "man"):
		return strings.TrimSuffix(w, "man") + "men"
	case strings.HasSuffix(w, "person"):
		return strings.TrimSuffix(w, "person") + "people"
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ey") && !strings.HasSuffix(w, "ay"):
		return strings.TrimSuffix(w, "y") + "ies"
	case strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh"):
		return w + "es"
	case w == "child":
		return "children"
	case w == "chief of staff":
		return "chiefs of staff"
	}
	return w + "s"
}

// at is the longest office that starts the words: its length, and whether it is
// a plural.
func (x *offices) at(ws []word) (n int, o *office, many bool) {
	var buf [96]byte
	for n = min(x.longest[ws[0].fold], len(ws)); n > 0; n-- {
		key := buf[:0]
		for j := range n {
			if j > 0 {
				key = append(key, ' ')
			}
			key = append(key, ws[j].fold...)
		}
		if o = x.byPhrase[string(key)]; o != nil {
			return n, o, false
		}
		if o = x.plurals[string(key)]; o != nil {
			return n, o, true
		}
	}
	return 0, nil, false
}

// role is an office as a text words it.
type role struct {
	office      *office
	first, last int    // tokens of the title words
	plural      bool   //
	field       string // "Foreign Affairs", "" for none
	rank        string // "Deputy", "First Deputy", "" for none
	status      string // "Acting", "Former", "" for none

	left       int       // first token of the whole phrase
	owner      int       // token of a possessive pronoun or possessor's name, -1 for none
	ownerName  *phrase   // possessor that is a phrase of its own
	definite   bool      // "the", or a possessor
	indefinite bool      // "a", "some"
	number     string    // "two", "both", a numeral
	stranger   bool      // a name stands before it that the lists lack: "Karabakh President", "ITERA officials"
	ofBody     *bodyWord // of what body a person holds it, where that is no listed one
	sectors    []string  // "military and trade officials"
	host       string    // code of the state that an envoy is sent to
	hostEnd    int       // token after the words that name the host
	inner      *phrase   // role phrase before it: "foreign ministry" of "foreign ministry official"
}

// title is the canonical name of the office: "Deputy Minister of Foreign Affairs".
func (r *role) title() string {
	name := r.office.name
	if name == "" {
		return ""
	}
	if r.field != "" && r.office.has("portfolio") {
		name += " of " + r.field
	}
	if r.rank != "" {
		name = r.rank + " " + name
	}
	if r.status != "" {
		name = r.status + " " + name
	}
	return name
}

// sector is the PLOVER sector of the holder: one who is out of office belongs
// to the elites.
func (r *role) sector() string {
	if r.status == "Former" && r.office.kind == dateline.PersonActor {
		return "ELI"
	}
	return r.office.sector
}

// ranks and statuses are words before a title.
var ranks = map[string]string{"deputy": "Deputy", "vice": "Deputy", "assistant": "Assistant", "under": "Under", "junior": "Deputy",
	"associate": "Associate", "first": ""}

var statuses = map[string]string{"acting": "Acting", "interim": "Acting", "caretaker": "Acting", "provisional": "Acting",
	"former": "Former", "ex": "Former", "onetime": "Former", "deposed": "Former", "ousted": "Former", "late": "Former", "retired": "Former",
	"outgoing": "", "visiting": "", "incumbent": "", "then": ""}

// officesIn enters a role phrase for every office that the sentence names, from
// the left, with what stands before it.
func (c *chart) officesIn() {
	for i := 0; i < len(c.ws); {
		n, o, many := c.know.offices.at(c.ws[i:])
		if n == 0 {
			i++
			continue
		}
		first, last := c.ws[i].tok, c.ws[i+n-1].tok+1
		i += n
		if c.officeBlocked(first, last, o) {
			continue
		}
		c.roleAt(first, last, o, many)
	}
}

// officeBlocked reports whether the words are used otherwise: as a verb ("they
// force", "leads"), as part of a listed name, or a title without its capital.
func (c *chart) officeBlocked(first, last int, o *office) bool {
	x := c.xpos(last - 1)
	if c.lex[last-1] != nil || c.lex[first] != nil {
		return true
	}
	if o.has("title") {
		return !capital(c.form(first))
	}
	if c.word(last-1) == "deputy" && strings.HasPrefix(c.xpos(last), "NNP") && !c.personStarts(last) {
		return true // a rank before a title that the lists lack
	}
	if c.word(last-1) == "power" && !has(powers, c.word(first-1)) {
		return true // "its power", "electric power"
	}
	if w := c.word(last - 1); w == "official" || w == "host" {
		if last < len(c.lex) && (c.lex[last] != nil || c.nominal(last) && !capital(c.form(last))) {
			return true // "its official news agency", "the host country"
		}
	}
	return !strings.HasPrefix(x, "NN") && !(strings.HasPrefix(x, "JJ") && c.word(last-1) != "general" && strings.HasPrefix(c.xpos(last), "NNP"))
}

// personStarts reports whether the recogniser has a person's name start at i.
func (c *chart) personStarts(i int) bool {
	return slices.ContainsFunc(c.s.Names, func(n dateline.Name) bool { return n.Type == dateline.PersonName && n.First == i })
}

// powers are words before "power" that make it a state.
var powers = []string{"major", "nuclear", "regional", "colonial", "occupying", "great", "foreign", "world", "western", "naval", "allied", "european"}

func (c *chart) roleAt(first, last int, o *office, many bool) {
	r := &role{office: o, first: first, last: last, plural: many, owner: -1, left: first}
	if o.has("portfolio") {
		c.portfolio(r)
	}
	p := c.add(&phrase{kind: rolePhrase, first: r.first, last: r.last, role: r, rule: "role", score: 0.8})
	c.leftOf(p)
	for i := r.first; i < r.last; i++ {
		if c.roles[i] != nil && i < first {
			c.roles[i].drop = true // "Deputy" of "Deputy Foreign Minister" is no office by itself
		}
		c.roles[i] = p
	}
}

// portfolio widens a title by its field: "Foreign Trade Minister", "Minister of
// Foreign Trade and Tourism".
func (c *chart) portfolio(r *role) {
	var before, after []string
	i := r.first - 1
	for i >= 0 && c.field(i) != "" && c.lex[i] == nil {
		before = append([]string{c.form(i)}, before...)
		i--
	}
	if len(before) > 0 {
		r.first = i + 1
		r.field = fieldName(c.know.offices, before)
		return
	}
	j := r.last
	if w := c.word(j); w != "of" && w != "for" {
		return
	}
	j++
	if c.word(j) == "the" {
		j++
	}
	for ; j < len(c.low); j++ {
		w := c.word(j)
		if c.field(j) != "" && c.lex[j] == nil {
			after = append(after, c.form(j))
		} else if (w == "and" || c.form(j) == ",") && len(after) > 0 && c.field(j+1) != "" && capital(c.form(j+1)) {
			after = append(after, c.form(j))
		} else {
			break
		}
	}
	if len(after) > 0 {
		r.last = j
		r.field = fieldName(c.know.offices, after)
	}
}

func (c *chart) field(i int) string { return c.know.offices.fields[c.word(i)] }

// fieldName is the canonical field of the words: "Foreign" and "Foreign
// Affairs" are one.
func fieldName(x *offices, forms []string) string {
	if len(forms) <= 2 {
		switch fold(forms[0]) {
		case "foreign", "external":
			if len(forms) == 1 || strings.HasPrefix(fold(forms[1]), "affair") || fold(forms[1]) == "relations" {
				return "Foreign Affairs"
			}
		case "defence", "defense":
			return "Defence"
		case "interior", "home", "internal":
			return "Interior"
		}
	}
	out := make([]string, 0, len(forms))
	for _, f := range forms {
		if n := x.fields[fold(f)]; n != "" {
			f = n
		}
		out = append(out, f)
	}
	return strings.ReplaceAll(strings.Join(out, " "), " ,", ",")
}
