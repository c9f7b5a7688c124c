package timex

import (
	"fmt"
	"strings"
)

// A rule's pattern is a row of elements, separated by spaces:
//
//	ago|later    one of these words
//	MONTH        a word of that class; classes may be joined by "|" as well
//	<date>       a date that one of the base rules finds
//	~            the next element follows without white space
//	x?           the element, or nothing
//	( a b | c )  a group: one of several rows; "( … )?" may be missing
//	$name        the row that macros gives for the name
//
// Patterns have no repetition, so the time to try one is bounded.

// element is one test of one word, or a reference to the base rules.
type element struct {
	words []int32
	set   []uint64 // the same as bits, of a long list
	class class
	sub   bool // <date>
	tight bool
}

func (e *element) matches(w *word) bool {
	if e.tight && !w.tight {
		return false
	}
	if e.class&w.class != 0 {
		return true
	}
	if w.id == 0 {
		return false
	}
	if e.set != nil {
		return e.set[w.id>>6]&(1<<(w.id&63)) != 0
	}
	for _, id := range e.words {
		if id == w.id {
			return true
		}
	}
	return false
}

// state is an element and the states that may follow it. State 0 accepts.
type state struct {
	element
	next []int32
}

// rule is a pattern and how to read what it matched.
type rule struct {
	name    string
	pattern string
	build   func(r *reader, m *match) (found, bool)
}

// program is a rule's pattern, compiled.
type program struct {
	rule   *rule
	states []state
	start  []int32
}

// compiler turns patterns into programs, giving every word they name an id.
type compiler struct {
	lexicon map[string]entry
	states  []state
	tokens  []string
	at      int
}

func compile(lex map[string]entry, r *rule) program {
	c := compiler{lexicon: lex, states: []state{{}}}
	c.tokens = strings.Fields(expand(r.pattern, 0))
	tree := c.alternatives()
	if c.at != len(c.tokens) {
		panic(fmt.Sprintf("rule %s: unbalanced brackets", r.name))
	}
	return program{rule: r, start: c.build(tree, []int32{0}), states: c.states}
}

// expand replaces macros by their rows.
func expand(pattern string, depth int) string {
	if depth > 5 {
		panic("macros that hold one another: " + pattern)
	}
	fields := strings.Fields(pattern)
	for i, f := range fields {
		name, found := strings.CutPrefix(f, "$")
		if !found {
			continue
		}
		name, optional := strings.CutSuffix(name, "?")
		row, ok := macros[name]
		if !ok {
			panic("no macro " + name)
		}
		fields[i] = "( " + expand(row, depth+1) + " )"
		if optional {
			fields[i] += "?"
		}
	}
	return strings.Join(fields, " ")
}

// node is a parsed pattern: an element, a sequence, or alternatives.
type node struct {
	element
	kids     []node
	either   bool // kids are alternatives
	leaf     bool
	optional bool
}

// alternatives parses rows separated by "|" up to a closing bracket.
func (c *compiler) alternatives() node {
	out := node{either: true}
	row := node{}
	for c.at < len(c.tokens) {
		t := c.tokens[c.at]
		if t == ")" || t == ")?" {
			break
		}
		c.at++
		switch t {
		case "|":
			out.kids = append(out.kids, row)
			row = node{}
		case "(":
			row.kids = append(row.kids, c.group())
		case "~":
			leaf := c.leaf(c.tokens[c.at])
			leaf.tight = true
			c.at++
			row.kids = append(row.kids, leaf)
		default:
			row.kids = append(row.kids, c.leaf(t))
		}
	}
	out.kids = append(out.kids, row)
	return out
}

// group parses what follows an opening bracket, and its closing one.
func (c *compiler) group() node {
	inner := c.alternatives()
	if c.at >= len(c.tokens) {
		panic("a bracket is not closed: " + strings.Join(c.tokens, " "))
	}
	inner.optional = c.tokens[c.at] == ")?"
	c.at++
	return inner
}

// leaf parses one element.
func (c *compiler) leaf(t string) node {
	n := node{leaf: true}
	if cut, ok := strings.CutSuffix(t, "?"); ok && cut != "" {
		t, n.optional = cut, true
	}
	if t == "<date>" {
		n.sub = true
		return n
	}
	for _, alt := range strings.Split(t, "|") {
		if cl, ok := classNames[alt]; ok {
			n.class |= cl
			continue
		}
		if alt != strings.ToLower(alt) {
			panic("no class " + alt)
		}
		n.words = append(n.words, intern(c.lexicon, alt))
	}
	return n
}

// build lays a tree out as states that lead on to follow, and returns the
// states that it may begin with.
func (c *compiler) build(n node, follow []int32) []int32 {
	var start []int32
	switch {
	case n.leaf:
		c.states = append(c.states, state{element: n.element, next: follow})
		start = []int32{int32(len(c.states) - 1)}
	case n.either:
		for _, k := range n.kids {
			start = append(start, c.build(k, follow)...)
		}
	default:
		start = follow
		for i := len(n.kids) - 1; i >= 0; i-- {
			start = c.build(n.kids[i], start)
		}
	}
	if n.optional {
		start = append(append([]int32(nil), start...), follow...)
	}
	return start
}
