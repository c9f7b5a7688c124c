package timex

import mathbits "math/bits"

// grammar is the rules, compiled, and the words they know. It is built once and
// never changes.
type grammar struct {
	lexicon  map[string]entry
	phrases  map[int32][]phrase
	base     table
	compound table
}

// table holds programs and which of them to try at a word.
type table struct {
	programs []program
	byWord   [][]int32 // programs by the id of a word they may begin with
	byClass  [64][]int32
	classes  class   // union of the classes above
	bySub    []int32 // programs that begin with a date of the base rules
}

func newGrammar() *grammar {
	g := &grammar{lexicon: newLexicon()}
	for i := range baseRules {
		g.base.programs = append(g.base.programs, compile(g.lexicon, &baseRules[i]))
	}
	for i := range compoundRules {
		g.compound.programs = append(g.compound.programs, compile(g.lexicon, &compoundRules[i]))
	}
	g.phrases = newPhrases(g.lexicon)
	for _, t := range []*table{&g.base, &g.compound} {
		t.setBits(len(g.lexicon))
	}
	g.base.index(len(g.lexicon))
	g.compound.index(len(g.lexicon))
	return g
}

// index notes for every word and class the programs that may begin with it.
func (t *table) index(words int) {
	t.byWord = make([][]int32, words+1)
	for p := range t.programs {
		prog := &t.programs[p]
		for _, s := range prog.start {
			el := &prog.states[s].element
			for _, id := range el.words {
				t.byWord[id] = appendOnce(t.byWord[id], int32(p))
			}
			for b := range t.byClass {
				if el.class&(1<<b) != 0 {
					t.byClass[b] = appendOnce(t.byClass[b], int32(p))
				}
			}
			if el.sub {
				t.bySub = appendOnce(t.bySub, int32(p))
			}
			t.classes |= el.class
		}
	}
}

// setBits gives elements of many words a set to look them up in.
func (t *table) setBits(words int) {
	for p := range t.programs {
		for k := range t.programs[p].states {
			el := &t.programs[p].states[k].element
			if len(el.words) <= 4 {
				continue
			}
			el.set = make([]uint64, words/64+1)
			for _, id := range el.words {
				el.set[id>>6] |= 1 << (id & 63)
			}
		}
	}
}

func appendOnce(list []int32, x int32) []int32 {
	if n := len(list); n > 0 && list[n-1] == x {
		return list
	}
	return append(list, x)
}

// step is one element of a pattern with the words [from, to) it matched.
type step struct {
	state    int32 // of the rule's program
	from, to int32
	sub      int32 // index of the base match, for <date>
}

// maxSteps is how many words a pattern may match at most.
const maxSteps = 24

// match is a rule and the words [from, to) that its pattern matched.
type match struct {
	rule     *rule
	prog     *program
	from, to int
	steps    [maxSteps]step
	n        int
	r        *reader
}

// matcher tries the rules at one place of the words.
type matcher struct {
	r       *reader
	g       *grammar
	words   []word
	found   []match // of the compound and base rules at the place asked for
	order   []int   // of found, the longest first
	subs    []match // base matches that <date> elements found
	subAt   []subRange
	tried   [2][]bool // by table and program, at the word looked at
	path    [maxSteps]step
	program *program
	into    *[]match
	floor   int // of the matches in into, the first that is being looked for
	budget  int
}

// subRange remembers which base matches begin at a word.
type subRange struct {
	at       int
	from, to int
}

func newMatcher(g *grammar, r *reader) matcher {
	return matcher{g: g, r: r, words: r.words, tried: [2][]bool{make([]bool, len(g.base.programs)), make([]bool, len(g.compound.programs))}}
}

// at finds every match that begins at word i, and the order in which to ask them:
// the longest first, of two as long the one whose rule stands first.
func (mr *matcher) at(i int) ([]match, []int) {
	mr.found, mr.subs, mr.subAt = mr.found[:0], mr.subs[:0], mr.subAt[:0]
	mr.budget = 4000
	mr.look(0, i, &mr.found)
	mr.look(1, i, &mr.found)
	if compound := &mr.g.compound; len(mr.found) > 0 {
		for _, p := range compound.bySub {
			mr.try(1, p, i, &mr.found)
		}
	}
	mr.order = mr.order[:0]
	for k := range mr.found {
		mr.order = append(mr.order, k)
		for j := k; j > 0 && mr.found[mr.order[j]].to > mr.found[mr.order[j-1]].to; j-- {
			mr.order[j], mr.order[j-1] = mr.order[j-1], mr.order[j]
		}
	}
	return mr.found, mr.order
}

// look tries the programs of a table (0 base, 1 compound) that may begin with
// word i and adds what they match to a list.
func (mr *matcher) look(which, i int, into *[]match) {
	t := &mr.g.base
	if which == 1 {
		t = &mr.g.compound
	}
	tried := mr.tried[which]
	clear(tried)
	w := &mr.words[i]
	if w.id != 0 {
		for _, p := range t.byWord[w.id] {
			mr.try(which, p, i, into)
		}
	}
	bits := w.class & t.classes
	for bits != 0 {
		b := mathbits.TrailingZeros64(uint64(bits))
		bits &= bits - 1
		for _, p := range t.byClass[b] {
			mr.try(which, p, i, into)
		}
	}
}

// try matches one program at word i, unless another class of the same word has
// led to it already.
func (mr *matcher) try(which int, p int32, i int, into *[]match) {
	if mr.tried[which][p] {
		return
	}
	mr.tried[which][p] = true
	t := &mr.g.base
	if which == 1 {
		t = &mr.g.compound
	}
	prog := &t.programs[p]
	save, saveInto := mr.program, mr.into
	mr.program, mr.into = prog, into
	for _, s := range prog.start {
		mr.walk(s, i, i, 0)
	}
	mr.program, mr.into = save, saveInto
}

// walk follows the states from s on, with n steps taken, at word i; start is
// where the match began.
func (mr *matcher) walk(s int32, start, i, n int) {
	if s == 0 {
		mr.accept(start, i, n)
		return
	}
	if i >= len(mr.words) || n >= maxSteps || mr.budget <= 0 || i > start && mr.words[i].first {
		return
	}
	mr.budget--
	st := &mr.program.states[s]
	if st.sub {
		mr.walkSub(s, start, i, n)
		return
	}
	if !st.matches(&mr.words[i]) {
		return
	}
	mr.path[n] = step{state: s, from: int32(i), to: int32(i + 1), sub: -1}
	for _, next := range st.next {
		mr.walk(next, start, i+1, n+1)
	}
}

// walkSub matches a date of the base rules, of every length there is.
func (mr *matcher) walkSub(s int32, start, i, n int) {
	at, st := mr.subsAt(i), &mr.program.states[s]
	for k := at.from; k < at.to; k++ {
		end := mr.subs[k].to
		mr.path[n] = step{state: s, from: int32(i), to: int32(end), sub: int32(k)}
		for _, next := range st.next {
			mr.walk(next, start, end, n+1)
		}
	}
}

// subsAt are the base matches that begin at word i, found once.
func (mr *matcher) subsAt(i int) subRange {
	for _, s := range mr.subAt {
		if s.at == i {
			return s
		}
	}
	from, path, floor := len(mr.subs), mr.path, mr.floor
	mr.floor = from
	mr.look(0, i, &mr.subs)
	mr.path, mr.floor = path, floor
	s := subRange{i, from, len(mr.subs)}
	mr.subAt = append(mr.subAt, s)
	return s
}

// accept notes a match, unless the rule has one of that length already.
func (mr *matcher) accept(start, end, n int) {
	list := *mr.into
	for k := mr.floor; k < len(list); k++ {
		if m := &list[k]; m.rule == mr.program.rule && m.from == start && m.to == end {
			return
		}
	}
	list = append(list, match{rule: mr.program.rule, prog: mr.program, from: start, to: end, n: n, r: mr.r})
	m := &list[len(list)-1]
	copy(m.steps[:n], mr.path[:n])
	*mr.into = list
}

// class is the classes that the element of a step matches.
func (m *match) class(s step) class { return m.prog.states[s.state].class }

// get is the first word that an element matched by one of the classes, or nil.
func (m *match) get(c class) *word { return m.nth(c, 0) }

// nth is the k-th word, from 0, that an element matched by one of the classes.
func (m *match) nth(c class, k int) *word {
	for _, s := range m.steps[:m.n] {
		if m.class(s)&c == 0 || s.sub >= 0 {
			continue
		}
		w := &m.r.words[s.from]
		if w.class&c&m.class(s) == 0 {
			continue
		}
		if k == 0 {
			return w
		}
		k--
	}
	return nil
}

// has reports whether the match holds one of the words outside its dates.
func (m *match) has(words ...string) bool {
	for _, s := range m.steps[:m.n] {
		if s.sub >= 0 {
			continue
		}
		low := m.r.words[s.from].low
		for _, w := range words {
			if low == w {
				return true
			}
		}
	}
	return false
}

// sub is the match of the k-th <date>, or nil.
func (m *match) sub(k int) *match {
	for _, s := range m.steps[:m.n] {
		if s.sub < 0 {
			continue
		}
		if k > 0 {
			k--
			continue
		}
		return &m.r.match.subs[s.sub]
	}
	return nil
}

// date reads the k-th <date> of the match.
func (m *match) date(k int) (found, bool) {
	sub := m.sub(k)
	if sub == nil {
		return found{}, false
	}
	return sub.rule.build(m.r, sub)
}

// plural reports whether the unit that the match names stands in the plural.
func (m *match) plural() bool {
	for _, s := range m.steps[:m.n] {
		if w := &m.r.words[s.from]; s.sub < 0 && w.class&pluralUnit != 0 {
			return true
		}
	}
	return false
}

// unit is the first unit that the match names outside its dates.
func (m *match) unit() unit {
	for _, s := range m.steps[:m.n] {
		if w := &m.r.words[s.from]; s.sub < 0 && w.class&unitName != 0 {
			return unit(w.num)
		}
	}
	return noUnit
}
