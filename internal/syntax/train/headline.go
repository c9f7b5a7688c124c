package main

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/syntax"
)

// fitsHeadline reports whether a sentence reads like news once it is cut: short,
// one clause with a subject, no quotation and no question.
func fitsHeadline(s *syntax.Labelled) bool {
	if !s.Syntax || len(s.Tokens) < 6 || len(s.Tokens) > 22 || s.Tokens[len(s.Tokens)-1].Form != "." {
		return false
	}
	subject := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch {
		case t.XPOS == "PRP" && t.Lemma != "it" || t.Form == `"`:
			return false
		case t.Head < 0 && t.UPOS != "VERB":
			return false
		case strings.HasPrefix(t.Deprel, "nsubj") && s.Tokens[max(t.Head, 0)].Head < 0:
			subject = true
		}
	}
	return subject
}

// headline is a copy in the grammar of headlines: without articles, forms of be
// and full stop, in the present tense, "to" for "will", now and then a comma for
// "and"; in capitals or with a capital on each longer word.
func headline(s *syntax.Labelled, capitals, comma bool) syntax.Labelled {
	e := editor{from: s}
	for i := range s.Tokens {
		if drops(s, i) {
			e.keep(i)
			e.next++
		}
	}
	e.keep(len(s.Tokens))
	h := e.done()
	if s.NameClasses == nil {
		h.NameClasses = nil
	}
	for i := range h.Tokens {
		present(&h, i, comma)
		f := h.Tokens[i].Form
		_, size := utf8.DecodeRuneInString(f)
		switch {
		case capitals:
			h.Tokens[i].Form = strings.ToUpper(f)
		case i == 0 || len(f) > 3:
			h.Tokens[i].Form = strings.ToUpper(f[:size]) + f[size:]
		}
	}
	return h
}

// drops reports whether headlines leave a word out.
func drops(s *syntax.Labelled, i int) bool {
	t := &s.Tokens[i]
	article := t.Deprel == "det" && (t.Lemma == "the" || t.Lemma == "a")
	be := t.Lemma == "be" && (t.Deprel == "aux:pass" || t.Deprel == "aux")
	leaf := !slices.ContainsFunc(s.Tokens, func(o dateline.Token) bool { return o.Head == i })
	return (article || be) && leaf || i == len(s.Tokens)-1
}

// present changes word i to what a headline has in its place.
func present(s *syntax.Labelled, i int, comma bool) {
	t := &s.Tokens[i]
	switch {
	case t.Deprel == "aux" && t.Lemma == "will" && t.Form != "'ll":
		*t = dateline.Token{Form: "to", Lemma: "to", UPOS: "PART", XPOS: "TO", Head: t.Head, Deprel: "mark"}
	case t.XPOS == "VBD" && t.UPOS == "VERB" && t.Lemma == strings.ToLower(t.Lemma):
		plural := slices.ContainsFunc(s.Tokens, func(o dateline.Token) bool {
			return o.Head == i && strings.HasPrefix(o.Deprel, "nsubj") && (strings.HasSuffix(o.XPOS, "S") || o.Lemma == "they")
		})
		if t.Form, t.XPOS = third(t.Lemma), "VBZ"; plural {
			t.Form, t.XPOS = t.Lemma, "VBP"
		}
	case comma && t.Form == "and" && t.Deprel == "cc" && i > 0 && s.Tokens[i-1].Form != ",":
		*t = dateline.Token{Form: ",", Lemma: ",", UPOS: "PUNCT", XPOS: ",", Head: t.Head, Deprel: "punct"}
	}
}

// third is the third person singular of a verb.
func third(lemma string) string {
	last := lemma[len(lemma)-1:]
	switch {
	case lemma == "have":
		return "has"
	case lemma == "do" || lemma == "go" || strings.Contains("sxz", last) || strings.HasSuffix(lemma, "ch") || strings.HasSuffix(lemma, "sh"):
		return lemma + "es"
	case last == "y" && len(lemma) > 1 && !strings.Contains("aeiou", lemma[len(lemma)-2:len(lemma)-1]):
		return lemma[:len(lemma)-1] + "ies"
	}
	return lemma + "s"
}
