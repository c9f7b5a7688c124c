package merge

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/words.txt
var wordList string

// class is a group of words of data/words.txt; 0 is none. Classes below
// lexicon.events name kinds of event, those below lexicon.roles who takes part.
type class uint8

// lexicon is data/words.txt by stem.
type lexicon struct {
	names     []string // of a class; names[0] is ""
	kinds     []string // "event", "role" or "word"
	byStem    map[string]class
	byPair    map[string]class // "courtesi call"
	light     map[string]bool  // words and stems
	near      map[[2]class]bool
	opposites map[class]class
	mutual    map[class]bool
	spoken    map[class]bool
	single    map[class]bool
}

// words reads the list once. The tests check it, so a bad line is a programming
// error.
var words = sync.OnceValue(func() *lexicon { return readLexicon(wordList) })

func readLexicon(list string) *lexicon {
	l := &lexicon{
		names: []string{""}, kinds: []string{""},
		byStem: map[string]class{}, byPair: map[string]class{}, light: map[string]bool{},
		near: map[[2]class]bool{}, opposites: map[class]class{}, mutual: map[class]bool{}, spoken: map[class]bool{}, single: map[class]bool{},
	}
	for line := range strings.Lines(list) {
		l.line(strings.TrimSpace(line))
	}
	return l
}

func (l *lexicon) line(line string) {
	head, rest, isList := strings.Cut(line, ":")
	fields := strings.Fields(head)
	switch {
	case line == "" || line[0] == '#':
	case isList && fields[0] == "light":
		for _, w := range strings.Fields(rest) {
			l.light[w], l.light[stem(w)] = true, true
		}
	case isList:
		l.names, l.kinds = append(l.names, fields[1]), append(l.kinds, fields[0])
		l.group(class(len(l.names)-1), strings.Fields(rest))
	case fields[0] == "mutual":
		l.mark(l.mutual, fields[1:])
	case fields[0] == "spoken":
		l.mark(l.spoken, fields[1:])
	case fields[0] == "single":
		l.mark(l.single, fields[1:])
	case fields[0] == "near":
		a, b := l.class(fields[1]), l.class(fields[2])
		l.near[[2]class{a, b}], l.near[[2]class{b, a}] = true, true
	default:
		a, b := l.class(fields[1]), l.class(fields[2])
		l.opposites[a], l.opposites[b] = b, a
	}
}

func (l *lexicon) mark(set map[class]bool, names []string) {
	for _, n := range names {
		set[l.class(n)] = true
	}
}

// group enters the words of a class; where two classes claim one stem the first
// one of a kind that names events wins.
func (l *lexicon) group(c class, ws []string) {
	for _, w := range ws {
		if a, b, two := strings.Cut(w, "_"); two {
			l.byPair[stem(a)+" "+stem(b)] = c
			continue
		}
		if s := stem(w); l.byStem[s] == 0 {
			l.byStem[s] = c
		}
	}
}

// class is the class of that name; an unknown one is a programming error.
func (l *lexicon) class(name string) class {
	for i, n := range l.names {
		if n == name {
			return class(i)
		}
	}
	panic("merge: words.txt: no class " + name)
}

func (l *lexicon) isEvent(c class) bool { return l.kinds[c] == "event" }
func (l *lexicon) isRole(c class) bool  { return l.kinds[c] == "role" }
