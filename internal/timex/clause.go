package timex

import (
	"strings"

	"github.com/dateline/dateline"
)

// tense is that of the clause around a match: of the verb that governs it in the
// syntax, else of the verb next to it.
func (r *reader) tense(m *match) tense {
	if t, ok := r.governedTense(m); ok {
		return t
	}
	return clauseTense(r.words, m.from, m.to)
}

// clause climbs a sentence's tree from a date to the verb that governs it.
type clause struct {
	s       *dateline.Sentence
	nested  bool // the date belongs to a noun: "Sunday's vote", "the talks on Friday"
	subject bool // and that noun to the subject
}

// maxClimb is how far up a tree the governing verb is looked for.
const maxClimb = 16

// governedTense is the tense of the verb that governs a match; false where there
// is no syntax, or it tells nothing.
func (r *reader) governedTense(m *match) (tense, bool) {
	s := &r.sentences[r.words[m.from].sentence]
	first := int(r.words[m.from].token)
	head := headOf(s, first, int(r.words[m.to-1].last)+1)
	if s.Tokens[head].Deprel == "" {
		return noTense, false
	}
	c := clause{s: s}
	if t := c.besideVerb(first); t != noTense {
		return t, true
	}
	if t := c.ofVerb(head, 0); t != noTense { // "the deadline is Friday"
		return t, true
	}
	t := c.above(head, 0)
	if t == past && c.fixedAhead(head) {
		t = scheduled
	}
	return t, t != noTense
}

// fixedAhead reports whether the date at token head belongs to a noun such as
// "meeting", which may be told of before it takes place.
func (c *clause) fixedAhead(head int) bool {
	g := c.s.Tokens[head].Head
	return g >= 0 && c.s.Tokens[g].UPOS == "NOUN" && setsDay[c.lemma(g)]
}

// onSide moves a month, a season or a far day without its year to the side of
// publication on which the verb that it directly depends on puts it: what "will
// be held in January", said in February, will be next year.
func (r *reader) onSide(m *match, p period, make func(y int) period) period {
	s := &r.sentences[r.words[m.from].sentence]
	head := headOf(s, int(r.words[m.from].token), int(r.words[m.to-1].last)+1)
	g := s.Tokens[head].Head
	if s.Tokens[head].Deprel == "" || g < 0 || !p.known() || p.unit == day && r.isClose(p) {
		return p
	}
	c := clause{s: s}
	switch tag := s.Tokens[g].XPOS; {
	case p.before(r.now) && tag != "VBZ" && tag != "VBP" && c.surely(g) && c.ofVerb(g, 0) == future:
		return r.strictly(make, +1)
	case tag == "VBD" && r.now.before(p):
		return r.strictly(make, -1)
	}
	return p
}

// surely reports whether no modal verb of token i leaves its time open.
func (c *clause) surely(i int) bool {
	_, have, modal := c.auxiliaries(i)
	if modal < 0 {
		return true
	}
	switch c.lemma(modal) {
	case "will", "shall", "would":
		return !have
	}
	return false
}

// besideVerb is the tense of a finite verb or participle right before a date,
// "approved Saturday", "met on Friday".
func (c *clause) besideVerb(first int) tense {
	i := first - 1
	if i > 0 && strings.EqualFold(c.s.Tokens[i].Form, "on") {
		i--
	}
	if i < 0 {
		return noTense
	}
	t := &c.s.Tokens[i]
	if aux, have, modal := c.auxiliaries(i); aux >= 0 || have || modal >= 0 || planned[t.Lemma] || c.to(i) {
		return noTense
	}
	if t.XPOS == "VBD" || t.XPOS == "VBN" {
		return past
	}
	return noTense
}

// above is the tense that the words above token i give it.
func (c *clause) above(i, depth int) tense {
	tok := &c.s.Tokens[i]
	g := tok.Head
	if g < 0 || depth > maxClimb {
		return noTense
	}
	nominal := strings.HasPrefix(tok.Deprel, "nmod") || tok.Deprel == "compound" || tok.Deprel == "amod"
	if nominal || strings.HasPrefix(tok.Deprel, "obl") {
		if t := c.acrossPreposition(i, g); t != noTense {
			return t
		}
	}
	if tok.Deprel == "nmod" && c.s.Tokens[g].UPOS == "PROPN" && !c.nested {
		return noTense // no date modifies a country: the tree is wrong
	}
	c.nested = c.nested || nominal
	c.subject = strings.HasPrefix(tok.Deprel, "nsubj")
	if t := c.ofVerb(g, depth); t != noTense {
		return t
	}
	if c.isComing(g) {
		return future
	}
	return c.above(g, depth+1)
}

// acrossPreposition is the tense that a preposition gives to what it governs, of
// token i below g: what is announced for Friday, or happens ahead of Friday's
// talks, lies ahead.
func (c *clause) acrossPreposition(i, g int) tense {
	switch c.preposition(i) {
	case "for", "from":
		if planned[c.lemma(g)] { // as its own clause tells
			return noTense
		}
		if setsDay[c.lemma(g)] {
			return future
		}
		if c.preposition(i) == "for" && c.s.Tokens[g].UPOS != "PROPN" && !c.nested {
			return meant
		}
	case "until", "till", "to":
		switch lemma := c.lemma(g); {
		case putsOff[lemma]:
			return future
		case lemma == "give" || lemma == "grant" || lemma == "allow":
			return meant
		}
	case "ahead", "before", "pending":
		if c.s.Tokens[i].UPOS == "NOUN" && c.kidOf(i, "nmod") >= 0 {
			return future
		}
	}
	return noTense
}

// setsDay are verbs and nouns whose "for" names the day that something will be.
var setsDay = wordSet(`announce schedule set call plan slate fix summon convene summons prepare arrange propose book invite
	order reschedule appeal date due proposal strike rally election vote meeting session talks hearing summit`)

// putsOff are verbs whose "until" names a day to come.
var putsOff = wordSet(`postpone delay adjourn defer extend suspend put prolong remand push move reschedule`)

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// ofVerb is the tense of token i where it is a verb, or a word with "be"; that
// of an infinitive or a participle is the tense of what governs it.
func (c *clause) ofVerb(i, depth int) tense {
	t := &c.s.Tokens[i]
	aux, have, modal := c.auxiliaries(i)
	switch {
	case modal >= 0 && have:
		return past // "may have left on Friday"
	case modal >= 0 && c.nested && c.subject && c.s.Tokens[modal].Lemma != "will":
		return present // "a recount of Monday's vote could not be done"
	case modal >= 0:
		return future
	case aux >= 0:
		return c.ofAuxiliary(i, aux, have)
	}
	switch t.XPOS {
	case "VBD":
		if planned[t.Lemma] && c.kidOf(i, "nsubj") < 0 { // a participle mistaken for a finite verb
			return c.ofPlanned(i, depth)
		}
		return past
	case "VBZ", "VBP":
		return c.ofPresent(i)
	case "VB":
		return c.ofInfinitive(i, depth)
	case "VBN":
		if c.to(i) {
			return c.ofInfinitive(i, depth)
		}
		if planned[t.Lemma] {
			return c.ofPlanned(i, depth)
		}
		return past
	case "VBG":
		return c.ofGerund(i, depth)
	}
	return noTense
}

// auxiliaries finds the finite auxiliary or copula of token i, whether there is
// a "have" beside it, and a modal verb.
func (c *clause) auxiliaries(i int) (aux int, have bool, modal int) {
	aux, modal = -1, -1
	for k := range c.s.Tokens {
		t := &c.s.Tokens[k]
		if t.Head != i || !strings.HasPrefix(t.Deprel, "aux") && t.Deprel != "cop" {
			continue
		}
		switch {
		case t.XPOS == "MD":
			modal = k
		case t.Lemma == "have":
			have = true
			fallthrough
		case t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP":
			if aux < 0 {
				aux = k
			}
		}
	}
	return aux, have, modal
}

// ofPlanned is the tense of "scheduled for Friday" beside a noun: ahead, or
// either way where the noun's clause tells what became of it.
func (c *clause) ofPlanned(i, depth int) tense {
	if t := c.above(i, depth+1); t == past || t == meant || t == scheduled {
		return meant
	}
	return future
}

// ofAuxiliary is the tense of token i with the finite auxiliary aux.
func (c *clause) ofAuxiliary(i, aux int, have bool) tense {
	a, t := &c.s.Tokens[aux], &c.s.Tokens[i]
	switch {
	case planned[t.Lemma] || a.Lemma == "be" && c.to(i): // "was scheduled for Friday", "was to be held on Friday"
		if have || a.XPOS == "VBD" {
			return meant
		}
		return future
	case have || a.XPOS == "VBD":
		return past
	case !c.nested && (t.XPOS == "VBG" || a.Deprel == "cop"): // "is leaving on Friday", "the deadline is Friday"
		return future
	}
	return present
}

// to reports whether token i has "to" before it.
func (c *clause) to(i int) bool {
	k := c.kidOf(i, "mark")
	return k >= 0 && c.s.Tokens[k].XPOS == "TO"
}

// ofPresent is the tense of a verb in the present: future for those that set
// the start or the end of what a timetable holds.
func (c *clause) ofPresent(i int) tense {
	if !c.nested && timetable[c.s.Tokens[i].Lemma] {
		return future
	}
	if k := c.kidOf(i, "mark"); k >= 0 && conditions[strings.ToLower(c.s.Tokens[k].Form)] {
		return future
	}
	return present
}

// conditions begin clauses whose present means what is to come: "if he goes".
var conditions = wordSet(`if unless once until before after when`)

// timetable are verbs whose present tells what is to come on a day.
var timetable = wordSet(`begin start open leave arrive meet end expire convene resume run close visit hold return fly travel conclude
	face vote come host take finish depart launch head enter tour play commence`)

// ofInfinitive is the tense of "to meet": ahead of words that make plans, else
// with what governs it.
func (c *clause) ofInfinitive(i, depth int) tense {
	g := c.s.Tokens[i].Head
	if g < 0 {
		return noTense
	}
	if plans[c.lemma(g)] {
		if c.isPlannedThen(g) {
			return meant
		}
		return future
	}
	if c.s.Tokens[g].Lemma == "be" || c.s.Tokens[i].Deprel == "acl" && c.kidOf(i, "aux:pass") >= 0 { // "is to meet", "a pact to be signed"
		return future
	}
	return c.above(i, depth+1)
}

// isPlannedThen reports whether token g is "scheduled", "expected" of a time
// gone by.
func (c *clause) isPlannedThen(g int) bool {
	if !planned[c.s.Tokens[g].Lemma] {
		return false
	}
	aux, have, _ := c.auxiliaries(g)
	return aux >= 0 && (have || c.s.Tokens[aux].XPOS == "VBD") || aux < 0 && c.s.Tokens[g].XPOS == "VBN" && c.above(g, maxClimb-4) == past
}

// ofGerund is the tense of "starting Friday": with what governs it, ahead where
// that is an announcement.
func (c *clause) ofGerund(i, depth int) tense {
	t := c.above(i, depth+1)
	if t == past && begins[c.s.Tokens[i].Lemma] && c.underAnnouncement(i) {
		return future
	}
	if t == present && timetable[c.s.Tokens[i].Lemma] {
		return future
	}
	return t
}

// underAnnouncement reports whether the first verb above token i announces.
func (c *clause) underAnnouncement(i int) bool {
	for k := 0; k < maxClimb; k++ {
		if i = c.s.Tokens[i].Head; i < 0 {
			return false
		}
		if strings.HasPrefix(c.s.Tokens[i].XPOS, "V") {
			return announces[c.s.Tokens[i].Lemma]
		}
	}
	return false
}

var announces = wordSet(`announce say schedule plan call declare propose confirm agree order set decide invite impose promise threaten approve`)

// begins are verbs whose participle names the first day of what is announced.
var begins = wordSet(`start begin commence open take`)

// planned are words that, said of a day, put it ahead whatever their tense.
var planned = wordSet(`schedule scheduled plan planned slate slated due expect expected`)

// plans are words whose infinitive lies ahead of them.
var plans = wordSet(`expect schedule plan intend hope agree want vow promise pledge prepare suppose require order invite urge ask decide refuse
	threaten offer seek aim propose vote due set likely ready able unlikely call demand need wish mean expected scheduled planned
	plans planning decision proposal agreement offer intention invitation pledge promise threat deadline date willingness readiness desire wish eagerness commitment
	permission mandate request appeal bid move ultimatum order right hopes opportunity prepared willing about`)

// isComing reports whether a noun is said to be to come: "planned talks".
func (c *clause) isComing(i int) bool {
	for k := range c.s.Tokens {
		t := &c.s.Tokens[k]
		if t.Head == i && t.Deprel == "amod" && coming[strings.ToLower(t.Form)] {
			return true
		}
	}
	return false
}

var coming = wordSet(`planned scheduled upcoming forthcoming proposed expected impending looming`)

// preposition is the form of the preposition that marks token i.
func (c *clause) preposition(i int) string {
	if k := c.kidOf(i, "case"); k >= 0 {
		return strings.ToLower(c.s.Tokens[k].Form)
	}
	return ""
}

// kidOf is the first dependent of token i by the relation, or -1.
func (c *clause) kidOf(i int, rel string) int {
	for k := range c.s.Tokens {
		if t := &c.s.Tokens[k]; t.Head == i && strings.HasPrefix(t.Deprel, rel) {
			return k
		}
	}
	return -1
}

func (c *clause) lemma(i int) string { return strings.ToLower(c.s.Tokens[i].Lemma) }
