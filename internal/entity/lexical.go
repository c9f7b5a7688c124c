package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// form tells in what shape a name stands for its owner.
type form uint8

const (
	properName  form = iota // "Russia", "United Nations"
	adjective               // "Russian"
	demonym                 // "Finns": people, not the state
	capitalCity             // "Moscow" for the government
	metonym                 // "the Kremlin"
	noActor                 // "South China Sea"
)

// sense is one thing that a name may stand for.
type sense struct {
	actor       dateline.Actor
	form        form
	exact       bool // the text must have the capitals of an acronym
	region      bool // a part of a state
	local       bool // means this owner only in a report that names its state
	from, until dateline.Day
	where       string // file and line that says so
}

// holds reports whether the sense is in force on a day; an unknown day holds
// for everything that has not ended.
func (s *sense) holds(day dateline.Day) bool {
	if day == "" {
		return s.until == ""
	}
	return (s.from == "" || s.from <= day) && (s.until == "" || day <= s.until)
}

// index finds names in running words, longest first.
type index struct {
	longest map[string]int // by first word: words of the longest name
	senses  map[string][]sense
}

func newIndex() *index {
	return &index{longest: map[string]int{}, senses: map[string][]sense{}}
}

// add enters a name. Words are folded; the key joins them with one space.
func (x *index) add(name string, s sense) {
	words := nameWords(name)
	if len(words) == 0 {
		return
	}
	s.exact = len(words) == 1 && acronym(name)
	x.longest[words[0]] = max(x.longest[words[0]], len(words))
	key := strings.Join(words, " ")
	if !slices.ContainsFunc(x.senses[key], func(o sense) bool {
		return o.actor.Code == s.actor.Code && o.actor.Name == s.actor.Name && o.form == s.form && o.from == s.from
	}) {
		x.senses[key] = append(x.senses[key], s)
	}
}

// nameWords are the folded words of a name; hyphens part words and a possessive
// 's is a word of its own, as in the tokens of a sentence.
func nameWords(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(name, func(r rune) bool {
		return r == ' ' || r == '-' || r == '–' || r == ',' || r == '(' || r == ')' || r == '/'
	}) {
		if base, ok := cutPossessive(w); ok {
			if f := fold(base); f != "" {
				out = append(out, f)
			}
			out = append(out, "s")
			continue
		}
		if f := fold(w); f != "" {
			out = append(out, f)
		}
	}
	if len(out) > 1 && out[0] == "the" {
		out = out[1:]
	}
	return out
}

func cutPossessive(w string) (string, bool) {
	for _, end := range []string{"'s", "’s"} {
		if base, ok := strings.CutSuffix(w, end); ok && base != "" {
			return base, true
		}
	}
	return w, false
}

// String names the form as mentions give their rule.
func (f form) String() string {
	return [...]string{"name", "adjective", "people", "capital", "metonym", "no actor"}[f]
}

// blocked is the sense of names that hold a state's name without naming it:
// the South China Sea, the Gulf of Mexico.
func (s *sense) blocked() bool { return s.form == noActor }
