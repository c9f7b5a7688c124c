package coder

import (
	"slices"
	"strings"
)

// repairLemma gives a word that the lemmatiser does not know ("boycot" for
// "boycotted") the lemma that the lexicon knows, by the regular endings of English.
func (lex *lexicon) repairLemma(form, lemma, upos string) string {
	if lex.known[lemma] || upos != "VERB" && upos != "NOUN" && upos != "AUX" {
		return lemma
	}
	form = strings.ToLower(form)
	for _, e := range endings {
		stem, ok := strings.CutSuffix(form, e.suffix)
		if !ok || len(stem) < 2 || e.verb && upos == "NOUN" {
			continue
		}
		if w := stem + e.instead; lex.known[w] {
			return w
		}
		if n := len(stem); e.verb && n > 3 && stem[n-1] == stem[n-2] && lex.known[stem[:n-1]] {
			return stem[:n-1]
		}
	}
	return lemma
}

// ending is an inflection: what stands at the end of the form and of the lemma.
type ending struct {
	suffix, instead string
	verb            bool
}

var endings = []ending{
	{"ied", "y", true}, {"ed", "", true}, {"ed", "e", true}, {"ing", "", true}, {"ing", "e", true},
	{"ies", "y", false}, {"es", "", false}, {"s", "", false},
}

// learnWords collects every word that frames, sets and constraints name.
func (lex *lexicon) learnWords() {
	lex.known = map[string]bool{}
	for k := range lex.triggers {
		lex.known[k.lemma] = true
	}
	for _, words := range lex.sets {
		for _, w := range words {
			lex.known[w] = true
		}
	}
	for w := range lex.contexts {
		lex.known[w] = true
	}
	for _, f := range lex.frames {
		all := f.only
		if f.matter != nil {
			all = append(slices.Clone(all), *f.matter)
		}
		for _, c := range all {
			for w := range c.words {
				lex.known[w] = true
			}
		}
		for w := range f.support {
			lex.known[w] = true
		}
	}
}
