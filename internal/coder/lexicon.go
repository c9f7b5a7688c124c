package coder

import (
	"bufio"
	"bytes"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/dateline/dateline/internal/plover"
)

//go:embed data/*.frames
var embedded embed.FS

// lexicon is the compiled frame files.
type lexicon struct {
	frames []*frame
	byName map[string]int // index into frames
	sets   map[string][]string
	member map[string]map[string]bool // the sets again, for look-ups
	// triggers holds the frames by the lemma of their trigger and its kind.
	triggers map[trigger][]*entry
	contexts map[string]string // lemma to context
	known    map[string]bool   // every word that the frames name
}

type trigger struct {
	kind  byte // 'v' verb, 'n' noun, 'a' adjective
	lemma string
}

// entry is one trigger word of a frame.
type entry struct {
	*frame
	particle string // pull_out
	prep     string // call+for
	modifier string // courtesy~call
}

// frame says how a kind of event is worded.
type frame struct {
	name         string
	root, mode   string
	verbs, nouns []string
	adjectives   []string
	actor        []slot
	recipient    []slot
	needs        []slot
	only         []constraint
	support      map[string]bool // verbs that carry the noun, nil for the common ones
	bound        []slot          // what the event binds its actors to
	transparent  bool            // events inside the arguments count as well
	carried      bool            // a noun that counts with a support verb alone
	mutual       bool            // all who take part are actors
	strict       bool            // counts with a recipient only
	status       string
	future       bool        // counts of the future only
	null         bool        // the words are no event
	matter       *constraint // without a recipient, what the event must be about
	words        string      // the event between civil persons, who fight with words: "ACCUSE.disapprove"
	rank         int         // added to the weight: a user's frames go first
	contexts     []string
	cameo        string
	tests        []string
	file         string
	line         int
}

// slot is a place in the syntax: a base relation, and a further step from it.
type slot struct{ base, step string }

// constraint wants the head of a slot among words, or not among them.
type constraint struct {
	slot    slot
	words   map[string]bool
	classes []string // "%name"
	not     bool
}

// tokenClasses are what a constraint may ask of a token besides its word.
var tokenClasses = []string{"%name", "%pronoun", "%verb", "%to", "%number"}

func loadLexicon(overlays []string) (*lexicon, error) {
	lex := newLexicon()
	names, err := fs.Glob(embedded, "data/*.frames")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		f, err := embedded.Open(name)
		if err != nil {
			return nil, err
		}
		err = lex.read(f, name)
		f.Close()
		if err != nil {
			return nil, err
		}
	}
	for _, name := range overlays {
		if err := lex.readFile(name); err != nil {
			return nil, err
		}
	}
	lex.compile()
	return lex, nil
}

func newLexicon() *lexicon {
	return &lexicon{byName: map[string]int{}, sets: map[string][]string{}, contexts: map[string]string{}}
}

// readFile reads a frame file or a PETRARCH verb dictionary.
func (lex *lexicon) readFile(name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if isPETRARCH(string(data[:min(len(data), 4096)])) {
		return lex.readPETRARCH(bytes.NewReader(data), name)
	}
	return lex.read(bytes.NewReader(data), name)
}

// read parses one file of sets, contexts and frames. The format is described at the
// top of data/00-sets.frames.
func (lex *lexicon) read(r io.Reader, name string) error {
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	var cur *frame
	for n := 1; in.Scan(); n++ {
		line, _, _ := strings.Cut(in.Text(), "#")
		key, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		rest = strings.TrimSpace(rest)
		var err error
		switch {
		case key == "":
		case key == "set":
			err = lex.addSet(rest)
		case key == "keyword":
			err = lex.addKeyword(rest)
		case key == "frame":
			if cur, err = newFrame(rest); err == nil {
				cur.file, cur.line = name, n
				lex.put(cur)
			}
		case cur == nil:
			err = fmt.Errorf("%q stands before the first frame", key)
		default:
			err = lex.directive(cur, key, rest)
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func newFrame(rest string) (*frame, error) {
	name, code, _ := strings.Cut(rest, " ")
	root, mode := eventOf(strings.TrimSpace(code))
	if !plover.ValidRoot(root) || !plover.ValidMode(root, mode) {
		return nil, fmt.Errorf("frame %s: %q is no PLOVER event", name, code)
	}
	return &frame{name: name, root: root, mode: mode}, nil
}

// eventOf splits "ACCUSE.disapprove".
func eventOf(code string) (root, mode string) {
	root, mode, _ = strings.Cut(code, ".")
	return root, mode
}

// put adds a frame, in place of an earlier one of its name.
func (lex *lexicon) put(f *frame) {
	if i, ok := lex.byName[f.name]; ok {
		lex.frames[i] = f
		return
	}
	lex.byName[f.name] = len(lex.frames)
	lex.frames = append(lex.frames, f)
}

func (lex *lexicon) addSet(rest string) error {
	name, words, ok := strings.Cut(rest, "=")
	if !ok {
		return fmt.Errorf("a set is written: set NAME = WORDS")
	}
	list, err := lex.words(words)
	if err != nil {
		return err
	}
	name = strings.TrimSpace(name)
	lex.sets[name] = append(lex.sets[name], list...)
	return nil
}

func (lex *lexicon) addKeyword(rest string) error {
	context, words, ok := strings.Cut(rest, "=")
	context = strings.TrimSpace(context)
	if !ok || !plover.ValidContext(context) {
		return fmt.Errorf("keywords are written: keyword CONTEXT = WORDS; %q is no context", context)
	}
	list, err := lex.words(words)
	for _, w := range list {
		lex.contexts[w] = context
	}
	return err
}

// words splits a list and puts the words of @SET in its place.
func (lex *lexicon) words(s string) ([]string, error) {
	var out []string
	for _, w := range strings.Fields(s) {
		name, isSet := strings.CutPrefix(w, "@")
		if !isSet {
			out = append(out, w)
			continue
		}
		set, ok := lex.sets[name]
		if !ok {
			return nil, fmt.Errorf("no set %q", name)
		}
		out = append(out, set...)
	}
	return out, nil
}

func (lex *lexicon) directive(f *frame, key, rest string) error {
	list, err := lex.words(rest)
	if err != nil {
		return err
	}
	switch key {
	case "verb":
		f.verbs = append(f.verbs, list...)
	case "noun":
		f.nouns = append(f.nouns, list...)
	case "adj":
		f.adjectives = append(f.adjectives, list...)
	case "actor":
		f.actor, err = slots(list)
	case "recipient":
		f.recipient, err = slots(list)
	case "need":
		f.needs, err = slots(list)
	case "binds":
		f.bound, err = slots(list)
	case "if", "unless":
		var c *constraint
		if c, err = newConstraint(list, key == "unless"); err == nil {
			f.only = append(f.only, *c)
		}
	case "matter":
		f.matter, err = newConstraint(list, false)
	case "words":
		if root, mode := eventOf(rest); !plover.ValidRoot(root) || !plover.ValidMode(root, mode) {
			err = fmt.Errorf("%q is no PLOVER event", rest)
		}
		f.words = rest
	case "support":
		f.support = set(list)
	case "carried":
		f.carried = true
	case "transparent":
		f.transparent = true
	case "strict":
		f.strict = true
	case "mutual":
		f.mutual = true
	case "future":
		f.future = true
	case "status":
		f.status = rest
	case "context":
		f.contexts, err = contexts(list)
	case "cameo":
		f.cameo = rest
	case "test":
		f.tests = append(f.tests, rest)
	default:
		err = fmt.Errorf("unknown word %q", key)
	}
	return err
}

func contexts(list []string) ([]string, error) {
	for _, c := range list {
		if !plover.ValidContext(c) {
			return nil, fmt.Errorf("%q is no context", c)
		}
	}
	slices.Sort(list)
	return list, nil
}

func newConstraint(list []string, not bool) (*constraint, error) {
	if len(list) < 2 {
		return nil, fmt.Errorf("a constraint names a slot and words")
	}
	s, err := slots(list[:1])
	if err != nil {
		return nil, err
	}
	c := &constraint{slot: s[0], words: set(list[1:]), not: not}
	for w := range c.words {
		if strings.HasPrefix(w, "%") {
			if !slices.Contains(tokenClasses, w) {
				return nil, fmt.Errorf("no class %q", w)
			}
			c.classes = append(c.classes, w)
		}
	}
	slices.Sort(c.classes)
	return c, nil
}

// heads are the places that a slot starts from: "obj>of|obj>poss" from obj.
func (s slot) heads() []string {
	var out []string
	for name := range strings.SplitSeq(s.base, "|") {
		if base, _, _ := strings.Cut(name, ">"); !slices.Contains(out, base) {
			out = append(out, base)
		}
	}
	return out
}

func slots(list []string) ([]slot, error) {
	out := make([]slot, len(list))
	for i, s := range list {
		if strings.Contains(s, "|") && strings.Index(s, ">") < strings.LastIndex(s, "|") {
			out[i].base = s // alternatives with steps of their own
		} else {
			out[i].base, out[i].step, _ = strings.Cut(s, ">")
		}
		if slices.Contains(out[i].heads(), "") {
			return nil, fmt.Errorf("slot %q has no base", s)
		}
	}
	return out, nil
}

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// compile indexes the frames by their triggers.
func (lex *lexicon) compile() {
	lex.triggers = map[trigger][]*entry{}
	lex.member = map[string]map[string]bool{}
	for name, words := range lex.sets {
		lex.member[name] = set(words)
	}
	for _, f := range lex.frames {
		lex.index(f, 'v', f.verbs)
		lex.index(f, 'n', f.nouns)
		lex.index(f, 'a', f.adjectives)
	}
	lex.learnWords()
}

func (lex *lexicon) index(f *frame, kind byte, words []string) {
	for _, w := range words {
		e := &entry{frame: f}
		w, e.prep, _ = strings.Cut(w, "+")
		w, e.particle, _ = strings.Cut(w, "_")
		if m, head, ok := strings.Cut(w, "~"); ok {
			e.modifier, w = m, head
		}
		k := trigger{kind, w}
		lex.triggers[k] = append(lex.triggers[k], e)
	}
}

// inSet reports whether the word stands in the named set.
func (lex *lexicon) inSet(name, word string) bool { return lex.member[name][word] }
