package merge

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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

// read sets what comes from the words: kinds of event, roles, words, ordinal.
func (f *feature) read(c *dateline.Claim, excerpt []string) {
	lex := words()
	f.events = append(f.events, frameEvents(c, lex)...)
	seen := map[hash]bool{}
	for i, span := range c.Evidence[:min(len(c.Evidence), len(excerpt))] {
		prev := ""
		for _, t := range split(excerpt[i]) {
			at := dateline.Span{Start: span.Start + t.start, End: span.Start + t.start + len(t.form)}
			f.token(c, t, at, prev, lex, seen)
			prev = stem(t.lower)
		}
	}
	if len(excerpt) > len(c.Evidence) {
		for _, t := range split(excerpt[len(c.Evidence)]) {
			f.token(c, t, f.trigger, "", lex, seen)
		}
	}
	f.mentioned = slices.DeleteFunc(sorted(f.mentioned), func(e class) bool { return slices.Contains(f.events, e) })
	f.events, f.roles = sorted(f.events), sorted(f.roles)
	slices.SortFunc(f.words, func(a, b word) int { return int(compareHash(a.stem, b.stem)) })
}

func compareHash(a, b hash) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func sorted(cs []class) []class {
	slices.Sort(cs)
	return slices.Compact(cs)
}

func overlapsAny(s dateline.Span, spans []dateline.Span) bool {
	return slices.ContainsFunc(spans, s.Overlaps)
}

// frameEvents are the kinds of event that the mode and the coder's frame name.
func frameEvents(c *dateline.Claim, lex *lexicon) []class {
	var out []class
	name := strings.TrimPrefix(c.Coder, "frame:")
	for _, w := range strings.FieldsFunc(name+" "+c.Mode, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if k := lex.byStem[stem(strings.ToLower(w))]; lex.isEvent(k) {
			out = append(out, k)
		}
	}
	return out
}

// token takes one word of the evidence.
func (f *feature) token(c *dateline.Claim, t form, at dateline.Span, prev string, lex *lexicon, seen map[hash]bool) {
	if n := ordinals[t.lower]; n > 0 {
		f.ordinal = n
	}
	s := stem(t.lower)
	k := lex.byStem[s]
	if pair := lex.byPair[prev+" "+s]; pair != 0 {
		k = pair
	}
	inTrigger := at.Overlaps(f.trigger)
	switch {
	case lex.isEvent(k) && inTrigger:
		f.events = append(f.events, k)
	case lex.isEvent(k):
		f.mentioned = append(f.mentioned, k)
	case lex.isRole(k):
		f.roles = append(f.roles, k)
	}
	if lex.light[t.lower] || c.Date.Span.Contains(at) || named(c, t, at) || len(f.words) >= maxWords || lex.isEvent(k) && inTrigger {
		return
	}
	h := hashOf(s)
	if k != 0 {
		h = hashOf("class", lex.names[k])
	}
	if !seen[h] {
		seen[h] = true
		f.words = append(f.words, word{h, frequency().weight(s)})
	}
}

// named reports whether a capitalised word only names who or where, which is
// compared by itself.
func named(c *dateline.Claim, t form, at dateline.Span) bool {
	if !t.upper {
		return false
	}
	if c.PlaceSpan.Contains(at) {
		return true
	}
	for _, ps := range [][]dateline.Participant{c.Actors, c.Recipients} {
		for i := range ps {
			if ps[i].Span.Contains(at) {
				return true
			}
		}
	}
	return false
}

var ordinals = map[string]uint8{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8, "9th": 9, "10th": 10,
}

// form is a word of a text.
type form struct {
	form, lower string
	start       int // byte
	upper       bool
}

// split cuts text into words: runs of letters and digits, with hyphens,
// apostrophes and full stops inside. A possessive s is cut off.
func split(text string) []form {
	var out []form
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			i += n
			continue
		}
		end := wordEnd(text, i)
		w := text[i:end]
		lower := strings.ReplaceAll(strings.ToLower(w), ".", "")
		lower = strings.TrimSuffix(strings.TrimSuffix(lower, "'s"), "’s")
		out = append(out, form{w, lower, i, unicode.IsUpper(r)})
		i = end
	}
	return out
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func wordEnd(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			if !strings.ContainsRune("-'’.", r) || !wordRune(next) {
				return i
			}
		}
		i += n
	}
	return i
}
