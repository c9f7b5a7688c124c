package coder

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dateline/dateline"
)

// numbers are the counts and sums that stand with the event.
func (b *builder) numbers(h *hit) []dateline.Number {
	top := h.clause
	if top < 0 {
		top = h.trigger
	}
	var out []dateline.Number
	for i := b.t.lo[top]; i <= b.t.hi[top]; i++ {
		if n, ok := b.number(i, h); ok {
			out = append(out, n)
		}
	}
	return out
}

// number reads the count at token i, if it counts people or things of the event.
func (b *builder) number(i int, h *hit) (dateline.Number, bool) {
	t := b.t
	value, ok := b.value(i)
	if !ok || t.rel(i) != "nummod" && t.rel(i) != "obj" && t.rel(i) != "nsubj" && t.toks[i].Deprel != "nsubj:pass" {
		return dateline.Number{}, false
	}
	of := i
	if t.rel(i) == "nummod" && t.head[i] >= 0 {
		of = t.head[i]
	}
	kind, unit := b.kind(of, h)
	if kind == "" {
		return dateline.Number{}, false
	}
	mod := ""
	for _, k := range t.kids[i] {
		if m := bound(t.lemma[k]); m != "" {
			mod = m
		}
	}
	if mod == "" && i > 0 {
		mod = bound(t.lemma[i-1])
	}
	return dateline.Number{Kind: kind, Value: value, Unit: unit, Mod: mod, Span: b.span(i, i)}, true
}

func bound(lemma string) string {
	switch lemma {
	case "least", "over", "than", "minimum":
		return "at-least"
	case "most":
		return "at-most"
	case "about", "around", "some", "nearly", "almost", "approximately", "roughly":
		return "about"
	}
	return ""
}

// value is the number that token i states with the multiplier before or after it.
func (b *builder) value(i int) (float64, bool) {
	t := b.t
	if t.toks[i].UPOS != "NUM" {
		return 0, false
	}
	v, ok := numeral(t.toks[i].Form)
	if !ok {
		return 0, false
	}
	for _, k := range t.kids[i] {
		if t.rel(k) == "compound" {
			if f, ok := numeral(t.toks[k].Form); ok && k < i {
				v *= f
			}
		}
	}
	return v, true
}

var numerals = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
	"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}

var tens = []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

func numeral(s string) (float64, bool) {
	s = strings.ToLower(s)
	switch s {
	case "hundred":
		return 100, true
	case "thousand":
		return 1000, true
	case "million":
		return 1e6, true
	case "billion":
		return 1e9, true
	}
	if i := slices.Index(numerals, s); i >= 0 {
		return float64(i), true
	}
	if i := slices.Index(tens, s); i > 1 {
		return float64(10 * i), true
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return v, err == nil && v >= 0 && v < 1e15
}

// kind tells what a counted noun is to the event.
func (b *builder) kind(noun int, h *hit) (kind, unit string) {
	l := b.t.lemma[noun]
	switch {
	case b.lex.inSet("money", l) || strings.ContainsAny(l, "$€£¥"):
		return "money", l
	case l == "ton" || l == "tonne":
		return "tons", l
	case l == "troop" || l == "soldier" && h.root == "MOBILIZE":
		return "troops", ""
	case !b.lex.inSet("people", l):
		return "", ""
	}
	v := b.t.clauseOf(noun)
	if v < 0 {
		return "", ""
	}
	switch verb := b.t.lemma[v]; {
	case b.lex.inSet("kill", verb):
		return "dead", ""
	case b.lex.inSet("injure", verb):
		return "injured", ""
	case b.lex.inSet("arrest", verb):
		return "arrested", ""
	case h.root == "PROTEST":
		return "crowd", ""
	}
	return "", ""
}

// contexts are the frame's own and those of the key words in the event's clause.
func (b *builder) contexts(h *hit) []string {
	out := slices.Clone(h.frame.contexts)
	top := h.clause
	if top < 0 {
		top = h.trigger
	}
	for i := b.t.lo[top]; i <= b.t.hi[top]; i++ {
		if c, ok := b.lex.contexts[b.t.lemma[i]]; ok {
			out = append(out, c)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
