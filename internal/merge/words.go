package merge

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

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
