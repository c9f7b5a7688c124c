package main

import (
	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/syntax"
)

// editor copies a sentence with changes: words that are kept, dropped, put in.
type editor struct {
	from    *syntax.Labelled
	out     syntax.Labelled
	next    int         // first word of from that was not treated yet
	at      map[int]int // where a word of from went
	old     []bool      // the heads of these words still count in from
	waiting []int       // words of a title that depend on the name to come
}

func (e *editor) push(t dateline.Token, class uint32, old bool) {
	e.out.Tokens = append(e.out.Tokens, t)
	e.out.NameClasses = append(e.out.NameClasses, class)
	e.old = append(e.old, old)
}

// keep copies the words before end.
func (e *editor) keep(end int) {
	if e.at == nil {
		e.at = map[int]int{}
	}
	for ; e.next < end; e.next++ {
		e.at[e.next] = len(e.out.Tokens)
		class := uint32(0)
		if e.from.NameClasses != nil {
			class = e.from.NameClasses[e.next]
		}
		e.push(e.from.Tokens[e.next], class, true)
	}
}

// title puts in a title whose head depends on the next name's.
func (e *editor) title(words []dateline.Token) {
	base := len(e.out.Tokens)
	for i, t := range words {
		class := outside
		if t.Deprel == "amod" && startsUpper(t.Form) && i == 0 && nationality(t.Form) {
			class = classBit["B-NORP"]
		}
		if t.Head == 0 {
			e.waiting = append(e.waiting, base+i)
		}
		t.Head = base + len(words) - 1
		e.push(t, class, false)
	}
}

// replace puts words in the place of a name.
func (e *editor) replace(n dateline.Name, words []dateline.Token) {
	base := len(e.out.Tokens)
	for i, t := range words {
		isHead := t.Head < 0
		if isHead {
			for _, w := range e.waiting {
				e.out.Tokens[w].Head = base + i
			}
			for k := n.First; k < n.Last; k++ {
				e.at[k] = base + i
			}
			if e.from.Syntax {
				h := e.from.Tokens[head(e.from, n)]
				t.Head, t.Deprel = h.Head, h.Deprel
			}
		} else {
			t.Head += base
		}
		e.push(t, class(n.Type, i == 0), isHead)
	}
	e.waiting = nil
	e.next = n.Last
}

// done carries the heads over.
func (e *editor) done() syntax.Labelled {
	e.out.Syntax = e.from.Syntax
	for i := range e.out.Tokens {
		if h := e.out.Tokens[i].Head; e.old[i] && h >= 0 {
			e.out.Tokens[i].Head = e.at[h]
		}
	}
	if !e.out.Syntax {
		for i := range e.out.Tokens {
			e.out.Tokens[i] = dateline.Token{Form: e.out.Tokens[i].Form}
		}
	}
	return e.out
}
