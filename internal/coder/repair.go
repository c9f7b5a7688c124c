package coder

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// repair mends what the parser gets wrong in bare sentences and headlines, where grammar
// leaves no other reading: a past tense read as a modifier of its own object ("France
// severed ties"), the two objects of one verb, an object read as an adverbial. It
// returns the tokens themselves where nothing is wrong, else a changed copy.
func repair(toks []dateline.Token) []dateline.Token {
	if v, n := misreadVerb(toks); v >= 0 {
		toks = promote(slices.Clone(toks), v, n)
	}
	return doubleObjects(toks)
}

// misreadVerb finds a past tense that hangs on the noun behind it, the root of a
// sentence without another verb, with its subject directly before; -1 for none.
func misreadVerb(toks []dateline.Token) (verb, noun int) {
	verb, noun = -1, -1
	for i := range toks {
		t := &toks[i]
		past := t.XPOS == "VBD" || t.XPOS == "VBN"
		switch {
		case past && verb < 0 && i > 0 && (t.Deprel == "amod" || t.Deprel == "case"):
			verb = i
		case strings.HasPrefix(t.XPOS, "VB") || t.XPOS == "MD":
			return -1, -1
		}
	}
	if verb < 0 {
		return -1, -1
	}
	noun = toks[verb].Head
	if noun <= verb || noun >= len(toks) || toks[noun].Deprel != "root" || toks[noun].UPOS != "NOUN" {
		return -1, -1
	}
	if s := &toks[verb-1]; s.UPOS != "PROPN" && (s.Deprel != "nsubj" || s.UPOS != "NOUN") {
		return -1, -1
	}
	return verb, noun
}

// promote makes v the root, noun its object and what stands before it its subject.
func promote(toks []dateline.Token, v, noun int) []dateline.Token {
	toks[v].Head, toks[v].Deprel, toks[v].UPOS, toks[v].XPOS = -1, "root", "VERB", "VBD"
	toks[noun].Head, toks[noun].Deprel = v, "obj"
	for i := range toks {
		t := &toks[i]
		switch {
		case i == v-1:
			t.Head, t.Deprel = v, "nsubj"
		case t.Head == noun && i < v-1:
			t.Head = v - 1
		case t.Head == noun && t.UPOS == "PUNCT":
			t.Head = v
		}
	}
	return toks
}

// doubleObjects makes the first of two objects of a verb its indirect one: "awarded the
// poet a medal".
func doubleObjects(toks []dateline.Token) []dateline.Token {
	copied := false
	for i := range toks {
		if toks[i].Deprel != "obj" {
			continue
		}
		for j := i + 1; j < len(toks) && j <= i+6; j++ {
			if toks[j].Deprel != "obj" || toks[j].Head != toks[i].Head || toks[i].Head > i || toks[j].UPOS != "NOUN" {
				continue
			}
			if !copied {
				toks, copied = slices.Clone(toks), true
			}
			toks[i].Deprel = "iobj"
			break
		}
	}
	return toks
}
