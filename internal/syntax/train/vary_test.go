package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/conllu"
	"github.com/dateline/dateline/internal/syntax"
)

// checkTree fails unless heads and relations make a tree with one root.
func checkTree(t *testing.T, s *syntax.Labelled) {
	t.Helper()
	roots := 0
	for i := range s.Tokens {
		steps := 0
		for k := i; k >= 0; k = s.Tokens[k].Head {
			if steps++; steps > len(s.Tokens) || k >= len(s.Tokens) {
				t.Fatalf("word %d of %q is in a cycle or hangs in the air", i, formsOf(s.Tokens))
			}
		}
		if s.Tokens[i].Head < 0 {
			roots++
		}
		if s.Tokens[i].Deprel == "" || s.Tokens[i].UPOS == "" || s.Tokens[i].XPOS == "" {
			t.Fatalf("word %d of %q lacks a tag or relation", i, formsOf(s.Tokens))
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots in %q", roots, formsOf(s.Tokens))
	}
}

// TestVaried: copies of the sentences of news are trees with one class a word,
// other names and now and then a title.
func TestVaried(t *testing.T) {
	ss, err := press()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for seed := range uint64(20) {
		for _, v := range varied(ss, rand.New(rand.NewPCG(seed, 1))) {
			checkTree(t, &v)
			if len(v.NameClasses) != len(v.Tokens) || !v.Copy || v.Weight <= 0 {
				t.Fatalf("%q: %d classes for %d words", formsOf(v.Tokens), len(v.NameClasses), len(v.Tokens))
			}
			for _, n := range namesOf(&v) {
				names[string(n.Type)+" "+formsOf(v.Tokens[n.First:n.Last])] = true
			}
		}
	}
	if len(names) < 1000 {
		t.Errorf("only %d names", len(names))
	}
	again := func() []syntax.Labelled { return varied(ss, rand.New(rand.NewPCG(7, 7))) }
	a, b := again(), again()
	if !slices.EqualFunc(a, b, func(x, y syntax.Labelled) bool { return slices.Equal(x.Tokens, y.Tokens) }) {
		t.Error("one seed gave two results")
	}
}

func TestHeadline(t *testing.T) {
	read := func(rows ...string) *syntax.Labelled {
		var b strings.Builder
		for _, r := range rows {
			b.WriteString(strings.ReplaceAll(r, " ", "\t") + "\n")
		}
		s, err := conllu.NewReader(strings.NewReader(b.String())).Read()
		if err != nil {
			t.Fatal(err)
		}
		return &syntax.Labelled{Sentence: s.Sentence, Syntax: true}
	}
	s := read("1 The the DET DT _ 2 det _ _", "2 envoys envoy NOUN NNS _ 3 nsubj _ _", "3 visited visit VERB VBD _ 0 root _ _",
		"4 Chad Chad PROPN NNP _ 3 obj _ _", "5 and and CCONJ CC _ 6 cc _ _", "6 Mali Mali PROPN NNP _ 4 conj _ _", "7 . . PUNCT . _ 3 punct _ _")
	if !fitsHeadline(s) {
		t.Error("the sentence makes no headline")
	}
	for _, c := range []struct {
		capitals, comma bool
		want            string
	}{{true, true, "ENVOYS VISIT CHAD , MALI"}, {false, false, "Envoys Visit Chad and Mali"}} {
		h := headline(s, c.capitals, c.comma)
		checkTree(t, &h)
		if got := formsOf(h.Tokens); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	for lemma, want := range map[string]string{"visit": "visits", "carry": "carries", "stay": "stays", "push": "pushes", "go": "goes", "pass": "passes"} {
		if got := third(lemma); got != want {
			t.Errorf("third(%q) = %q, want %q", lemma, got, want)
		}
	}
}

// TestMentionClasses: of a mention its proper nouns are the name, the title is
// not, and a state that acts is a place.
func TestMentionClasses(t *testing.T) {
	rows := strings.Join([]string{
		"1\tPresident\t_\tPROPN\tNNP\t_\t2\tnmod:desc\t_\tEntity=(1-person-new-cf1-1,2-sgl",
		"2\tAnn\t_\tPROPN\tNNP\t_\t4\tnsubj\t_\t_",
		"3\tLee\t_\tPROPN\tNNP\t_\t2\tflat\t_\tEntity=1)",
		"4\tjoined\t_\tVERB\tVBD\t_\t0\troot\t_\t_",
		"5\tthe\t_\tDET\tDT\t_\t6\tdet\t_\tEntity=(2-organization-new-cf2-2,4-sgl",
		"6\tUnion\t_\tPROPN\tNNP\t_\t4\tobj\t_\t_",
		"7\tof\t_\tADP\tIN\t_\t8\tcase\t_\t_",
		"8\tMiners\t_\tPROPN\tNNPS\t_\t6\tnmod\t_\tEntity=2)",
		"9\tin\t_\tADP\tIN\t_\t10\tcase\t_\t_",
		"10\tChad\t_\tPROPN\tNNP\t_\t4\tobl\t_\tEntity=(3-organization-new-cf3-1-sgl)",
		"11\tMay\t_\tPROPN\tNNP\t_\t4\tobl\t_\tEntity=(4-time-new-cf4-1-sgl)",
	}, "\n") + "\n"
	s, err := conllu.NewReader(strings.NewReader(rows)).Read()
	if err != nil {
		t.Fatal(err)
	}
	want := []uint32{outside, class(dateline.PersonName, true), class(dateline.PersonName, false), outside, outside,
		class(dateline.OrgName, true), class(dateline.OrgName, false), class(dateline.OrgName, false), outside, class(dateline.PlaceName, true), outside}
	if got := mentionClasses(s); !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}
