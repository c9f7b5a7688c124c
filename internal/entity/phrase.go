package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// phraseKind tells how a phrase refers.
type phraseKind uint8

const (
	statePhrase   phraseKind = iota // a state by name or adjective
	peoplePhrase                    // a people: "Finns"
	capitalPhrase                   // a capital, that may stand for its government
	orgPhrase                       // an organisation by name
	outletPhrase                    // an outlet by name
	personPhrase                    // a person's name, with or without a title
	rolePhrase                      // an office or body: "the Russian side", "ROK officials"
	pairPhrase                      // "the two sides", "both countries"
	pronounPhrase                   // he, she, they, it, we, who
	nounPhrase                      // "the country", "the North": bound by the report
)

// phrase is a noun phrase of one sentence that may refer to actors.
type phrase struct {
	kind        phraseKind
	sentence    int
	first, last int // tokens [first, last)
	actors      []dateline.Actor
	senses      []sense // of a lexical phrase, while its sense is open

	role     *role // of a role phrase or a titled person
	nameFrom int   // tokens of the person's name [nameFrom, nameTo), empty for none
	nameTo   int

	body  *body   // of an organisation that no list names
	short *phrase // the full name that an acronym stands for

	antecedent *phrase
	apposed    *phrase // the name or office beside it between commas
	rule       string
	score      float64
	spans      []dateline.Span // words besides its own that the reading rests on
	quoted     bool            // stands within quotation marks
	drop       bool            // no actor after all
	index      int             // in the returned slice, set last
}

func (p *phrase) hasName() bool { return p.nameTo > p.nameFrom }

// codes are the different codes of the phrase's actors, in order.
func (p *phrase) codes() []string { return codesOf(p.actors) }

func codesOf(actors []dateline.Actor) []string {
	var out []string
	for _, a := range actors {
		if a.Code != "" && !slices.Contains(out, a.Code) {
			out = append(out, a.Code)
		}
	}
	return out
}

// chart holds the phrases of one sentence while they are built.
type chart struct {
	know    *knowledge
	si      int
	s       *dateline.Sentence
	ws      []word
	low     []string  // folded forms of the tokens
	lex     []*phrase // per token: the lexical phrase on it
	roles   []*phrase // per token: the role phrase whose title words lie on it
	persons []*phrase // per token: the person phrase whose name lies on it
	phrases []*phrase
	grounds []ground // places, by the state that they lie in
	quoted  []bool   // per token: within quotation marks
	day     dateline.Day
}

func newChart(k *knowledge, si int, s *dateline.Sentence, day dateline.Day) *chart {
	n := len(s.Tokens)
	c := &chart{know: k, si: si, s: s, ws: wordsOf(s), low: make([]string, n),
		lex: make([]*phrase, n), roles: make([]*phrase, n), persons: make([]*phrase, n), day: day}
	for i := range s.Tokens {
		c.low[i] = fold(s.Tokens[i].Form)
	}
	return c
}

func (c *chart) xpos(i int) string {
	if i < 0 || i >= len(c.s.Tokens) {
		return ""
	}
	return c.s.Tokens[i].XPOS
}

func (c *chart) form(i int) string {
	if i < 0 || i >= len(c.s.Tokens) {
		return ""
	}
	return c.s.Tokens[i].Form
}

func (c *chart) word(i int) string {
	if i < 0 || i >= len(c.low) {
		return ""
	}
	return c.low[i]
}

func (c *chart) nominal(i int) bool {
	x := c.xpos(i)
	return strings.HasPrefix(x, "NN") || strings.HasPrefix(x, "JJ")
}

func (c *chart) add(p *phrase) *phrase {
	p.sentence = c.si
	c.phrases = append(c.phrases, p)
	return p
}

// under reports whether token i depends, directly or by way of others, on a
// token of [first, last). A sentence without syntax says yes.
func (c *chart) under(i, first, last int) bool {
	for steps := 0; i >= 0 && steps < 20; steps++ {
		if i >= first && i < last {
			return true
		}
		next := c.s.Tokens[i].Head
		if next < 0 && steps == 0 && c.s.Tokens[i].Deprel == "" {
			return true
		}
		i = next
	}
	return false
}

// span covers tokens [first, last) of a sentence.
func span(s *dateline.Sentence, first, last int) dateline.Span {
	return dateline.Span{Start: s.Tokens[first].Span.Start, End: s.Tokens[last-1].Span.End}
}

// headOf is the token of [first, last) whose head lies outside; of several, the
// one that is no punctuation and stands last.
func headOf(s *dateline.Sentence, first, last int) int {
	head := last - 1
	for i := last - 1; i >= first; i-- {
		t := &s.Tokens[i]
		if (t.Head < first || t.Head >= last) && t.Deprel != "punct" && t.Deprel != "case" && t.Deprel != "det" {
			return i
		}
		if t.XPOS == "POS" && i == head && i > first {
			head = i - 1
		}
	}
	return head
}

// has reports whether a sorted or short list holds a word.
func has(list []string, w string) bool { return slices.Contains(list, w) }
