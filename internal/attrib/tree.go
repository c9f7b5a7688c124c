package attrib

import (
	"strings"

	"github.com/dateline/dateline"
)

// tree is one sentence with what the rules ask of its syntax. Ranges of tokens
// are inclusive at both ends.
type tree struct {
	s     *dateline.Sentence
	index int // of the sentence in the report
	n     int
	heads []int    // head of each token, -1 for the root
	fold  []string // lower-case forms
	first []int    // first dependant, -1 for none
	next  []int    // next dependant of the same head, -1 at the end
	left  []int    // leftmost token of the yield
	right []int    // rightmost token of the yield
	quote []int    // index of the quotation that holds the token, or -1
}

// rng is a run of tokens [a, b].
type rng struct{ a, b int }

func (r rng) empty() bool        { return r.b < r.a }
func (r rng) holds(i int) bool   { return r.a <= i && i <= r.b }
func (r rng) touches(o rng) bool { return r.a <= o.b && o.a <= r.b }

// newTree reads the syntax of a sentence. Heads out of range or in a ring count
// as roots, so that any parse gives a tree.
func newTree(s *dateline.Sentence, index int) *tree {
	n := len(s.Tokens)
	ints := make([]int, 6*n)
	t := &tree{
		s: s, index: index, n: n, fold: make([]string, n), heads: ints[5*n:],
		first: ints[:n], next: ints[n : 2*n], left: ints[2*n : 3*n], right: ints[3*n : 4*n], quote: ints[4*n : 5*n],
	}
	for i := range s.Tokens {
		t.fold[i], t.quote[i], t.heads[i] = lower(s.Tokens[i].Form), -1, -1
		if h := s.Tokens[i].Head; h >= 0 && h < n && h != i {
			t.heads[i] = h
		}
	}
	t.link()
	return t
}

// link sets the dependants and yields of each token from the heads.
func (t *tree) link() {
	for i := range t.n {
		t.first[i], t.next[i], t.left[i], t.right[i] = -1, -1, i, i
	}
	for i := t.n - 1; i >= 0; i-- {
		if h := t.head(i); h >= 0 {
			t.next[i], t.first[h] = t.first[h], i
		}
	}
	for i := range t.n {
		for h, steps := t.head(i), 0; h >= 0 && steps < t.n; h, steps = t.head(h), steps+1 {
			t.left[h], t.right[h] = min(t.left[h], i), max(t.right[h], i)
		}
	}
}

// lower is the lower case of a word, without a copy where it is that already.
func lower(w string) string {
	for i := range len(w) {
		if c := w[i]; c >= 'A' && c <= 'Z' || c >= 0x80 {
			return strings.ToLower(strings.ReplaceAll(w, "’", "'"))
		}
	}
	return w
}

// head is the head of token i, -1 for the root.
func (t *tree) head(i int) int { return t.heads[i] }

// rel is the relation of token i without its subtype.
func (t *tree) rel(i int) string {
	r, _, _ := strings.Cut(t.s.Tokens[i].Deprel, ":")
	return r
}

func (t *tree) deprel(i int) string { return t.s.Tokens[i].Deprel }
func (t *tree) upos(i int) string   { return t.s.Tokens[i].UPOS }
func (t *tree) xpos(i int) string   { return t.s.Tokens[i].XPOS }
func (t *tree) form(i int) string   { return t.s.Tokens[i].Form }

// lemma is the lower-case lemma of token i, its form where there is none.
func (t *tree) lemma(i int) string {
	if l := t.s.Tokens[i].Lemma; l != "" {
		return lower(l)
	}
	return t.fold[i]
}

// child is the first dependant of i that has one of the relations, subtypes
// aside unless they are named, or -1.
func (t *tree) child(i int, rels ...string) int {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		for _, r := range rels {
			if t.deprel(c) == r || t.rel(c) == r {
				return c
			}
		}
	}
	return -1
}

// yield is the run of tokens from the leftmost to the rightmost below i.
func (t *tree) yield(i int) rng { return rng{t.left[i], t.right[i]} }

// isPunct reports whether token i is a mark without meaning of its own.
func (t *tree) isPunct(i int) bool {
	return t.upos(i) == "PUNCT" || punctuation(t.form(i))
}

func punctuation(w string) bool {
	return w != "" && strings.Trim(w, ".,;:!?-–—―…\"'`“”‘’()[]{}«»") == ""
}

// isQuoteMark reports whether token i is a double quotation mark, or a single one
// that the tagger reads as a mark.
func (t *tree) isQuoteMark(i int) bool { return quoteMark(t.form(i)) }

func quoteMark(w string) bool {
	switch w {
	case "\"", "“", "”", "''", "``", "«", "»", "„", "‘", "'", "`", "‟":
		return true
	}
	return false
}

// isVerb reports whether token i may head a clause as a verb.
func (t *tree) isVerb(i int) bool {
	return t.upos(i) == "VERB" || strings.HasPrefix(t.xpos(i), "VB") && t.upos(i) != "AUX"
}

// isNominal reports whether token i may head a noun phrase.
func (t *tree) isNominal(i int) bool {
	switch t.upos(i) {
	case "NOUN", "PROPN", "PRON", "NUM":
		return true
	case "DET":
		return t.rel(i) != "det"
	}
	return strings.HasPrefix(t.xpos(i), "NN")
}

// span is the bytes of a run of tokens.
func (t *tree) span(r rng) dateline.Span {
	return dateline.Span{Start: t.s.Tokens[r.a].Span.Start, End: t.s.Tokens[r.b].Span.End}
}

// trim drops marks at the ends of a run that do not belong to what it says:
// commas, dashes, colons, full stops. Quotation marks and brackets stay.
func (t *tree) trim(r rng) rng {
	for !r.empty() && t.looseMark(r.a) {
		r.a++
	}
	for !r.empty() && t.looseMark(r.b) {
		r.b--
	}
	return r
}

func (t *tree) looseMark(i int) bool {
	w := t.form(i)
	return w != "" && strings.Trim(w, ".,;:-–—―…") == "" || w == "?" || w == "!"
}

// passive reports whether the verb v is in the passive voice.
func (t *tree) passive(v int) bool {
	return t.child(v, "nsubj:pass", "aux:pass", "csubj:pass") >= 0
}
