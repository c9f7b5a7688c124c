package timex

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

func appendOnce(list []int32, x int32) []int32 {
	if n := len(list); n > 0 && list[n-1] == x {
		return list
	}
	return append(list, x)
}

// step is one element of a pattern with the words [from, to) it matched.
type step struct {
	el       *element
	from, to int32
	sub      int32 // index of the base match, for <date>
}

// maxSteps is how many words a pattern may match at most.
const maxSteps = 24

// match is a rule and the words [from, to) that its pattern matched.
type match struct {
	rule     *rule
	from, to int
	steps    [maxSteps]step
	n        int
	r        *reader
}

// matcher tries the rules at one place of the words.
type matcher struct {
	g       *grammar
	words   []word
	found   []match // of the compound and base rules at the place asked for
	subs    []match // base matches that <date> elements found
	subAt   []subRange
	path    [maxSteps]step
	program *program
	into    *[]match
	budget  int
}

// subRange remembers which base matches begin at a word.
type subRange struct {
	at       int
	from, to int
}

// at finds every match that begins at word i.
func (mr *matcher) at(i int) []match {
	mr.found, mr.subs, mr.subAt = mr.found[:0], mr.subs[:0], mr.subAt[:0]
	mr.budget = 4000
	mr.run(&mr.g.base, i, &mr.found)
	compound := &mr.g.compound
	mr.run(compound, i, &mr.found)
	if len(compound.bySub) > 0 && len(mr.found) > 0 {
		for _, p := range compound.bySub {
			mr.try(compound, p, i, &mr.found)
		}
	}
	return mr.found
}

// run tries the programs of a table that may begin with word i.
func (mr *matcher) run(t *table, i int, into *[]match) {
	w := &mr.words[i]
	if w.id != 0 {
		for _, p := range t.byWord[w.id] {
			mr.try(t, p, i, into)
		}
	}
	bits := w.class & t.classes
	for b := 0; bits != 0; b++ {
		if bits&(1<<b) == 0 {
			continue
		}
		bits &^= 1 << b
		for _, p := range t.byClass[b] {
			mr.try(t, p, i, into)
		}
	}
}

func (mr *matcher) try(t *table, p int32, i int, into *[]match) {
	prog := &t.programs[p]
	for k := range *into { // tried already, by another class of the same word
		if m := &(*into)[k]; m.rule == prog.rule && m.from == i {
			return
		}
	}
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
		mr.walkSub(st, start, i, n)
		return
	}
	if !st.matches(&mr.words[i]) {
		return
	}
	mr.path[n] = step{el: &st.element, from: int32(i), to: int32(i + 1), sub: -1}
	for _, next := range st.next {
		mr.walk(next, start, i+1, n+1)
	}
}

// walkSub matches a date of the base rules, of every length there is.
func (mr *matcher) walkSub(st *state, start, i, n int) {
	at := mr.subsAt(i)
	for k := at.from; k < at.to; k++ {
		end := mr.subs[k].to
		mr.path[n] = step{el: &st.element, from: int32(i), to: int32(end), sub: int32(k)}
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
	from := len(mr.subs)
	path := mr.path
	var list []match
	mr.run(&mr.g.base, i, &list)
	mr.path = path
	mr.subs = append(mr.subs, list...)
	s := subRange{i, from, len(mr.subs)}
	mr.subAt = append(mr.subAt, s)
	return s
}

// accept notes a match, unless the rule has one of that length already.
func (mr *matcher) accept(start, end, n int) {
	for k := range *mr.into {
		if m := &(*mr.into)[k]; m.rule == mr.program.rule && m.from == start && m.to == end {
			return
		}
	}
	*mr.into = append(*mr.into, match{rule: mr.program.rule, from: start, to: end, n: n})
	m := &(*mr.into)[len(*mr.into)-1]
	copy(m.steps[:n], mr.path[:n])
}

// get is the first word that an element matched by one of the classes, or nil.
func (m *match) get(c class) *word { return m.nth(c, 0) }

// nth is the k-th word, from 0, that an element matched by one of the classes.
func (m *match) nth(c class, k int) *word {
	for _, s := range m.steps[:m.n] {
		if s.el.class&c == 0 || s.sub >= 0 {
			continue
		}
		w := &m.r.words[s.from]
		if w.class&c&s.el.class == 0 {
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
		sub := m.r.match.subs[s.sub]
		sub.r = m.r
		return &sub
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
