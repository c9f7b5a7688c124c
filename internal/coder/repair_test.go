package coder

import (
	"testing"

	"github.com/dateline/dateline"
)

func tok(form, upos, xpos, deprel string, head int) dateline.Token {
	return dateline.Token{Form: form, Lemma: form, UPOS: upos, XPOS: xpos, Deprel: deprel, Head: head}
}

func TestRepairPromotesAMisreadVerb(t *testing.T) {
	toks := []dateline.Token{
		tok("Ghana", "PROPN", "NNP", "compound", 2), tok("severed", "VERB", "VBN", "amod", 2), tok("ties", "NOUN", "NNS", "root", -1),
		tok("with", "ADP", "IN", "case", 4), tok("Togo", "PROPN", "NNP", "nmod", 2), tok(".", "PUNCT", ".", "punct", 2),
	}
	got := repair(toks)
	if got[1].Deprel != "root" || got[2].Deprel != "obj" || got[2].Head != 1 || got[0].Deprel != "nsubj" || got[0].Head != 1 {
		t.Errorf("repaired to %+v", got)
	}
	if toks[1].Deprel != "amod" {
		t.Error("the report's own tokens were changed")
	}
	said := append(toks[:5:5], tok("fell", "VERB", "VBD", "acl", 2))
	if got := repair(said); got[1].Deprel != "amod" {
		t.Error("a participle was promoted beside another verb")
	}
}

func TestRepairTellsTwoObjectsApart(t *testing.T) {
	toks := []dateline.Token{
		tok("Ghana", "PROPN", "NNP", "nsubj", 1), tok("awarded", "VERB", "VBD", "root", -1), tok("the", "DET", "DT", "det", 3),
		tok("envoy", "NOUN", "NN", "obj", 1), tok("a", "DET", "DT", "det", 5), tok("medal", "NOUN", "NN", "obj", 1),
	}
	if got := repair(toks); got[3].Deprel != "iobj" || got[5].Deprel != "obj" {
		t.Errorf("objects became %s and %s", got[3].Deprel, got[5].Deprel)
	}
}
