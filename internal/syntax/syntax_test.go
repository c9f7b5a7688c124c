package syntax_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/syntax"
)

// prose is a news story of our own wording, its words set apart by spaces.
const prose = `The foreign ministers of Norway and Chile met in Oslo on Tuesday to discuss fishing rights in the southern seas .
" We have made good progress , " said Ingrid Solberg , who led the Norwegian delegation , after three hours of talks .
Her counterpart , Rodrigo Alvear , told reporters that a draft agreement would be ready by the end of the month .
According to the state news agency , the two sides also agreed to exchange observers and to reopen their consulates , which had been closed since 2009 .
Opposition lawmakers in Santiago criticized the government 's decision to limit the catch of small boats from the port of Arica .
A spokesman for the fishermen 's union , Tomás Rey , denied that its members had blocked the harbour and threatened police officers .
`

func sentences(text string) []dateline.Sentence {
	var out []dateline.Sentence
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		s := dateline.Sentence{}
		for _, w := range strings.Fields(line) {
			s.Tokens = append(s.Tokens, dateline.Token{Form: w, Head: -1})
		}
		out = append(out, s)
	}
	return out
}

func load(tb testing.TB) *syntax.Model {
	tb.Helper()
	m, err := syntax.Load()
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

// BenchmarkAnnotate tags, parses and finds names; a second holds words/s words.
func BenchmarkAnnotate(b *testing.B) {
	m, ss := load(b), sentences(prose)
	m.Annotate(ss)
	b.ReportAllocs()
	for b.Loop() {
		m.Annotate(ss)
	}
	b.ReportMetric(float64(b.N*len(strings.Fields(prose)))/b.Elapsed().Seconds(), "words/s")
}

// checkTree fails unless the heads of a sentence make a tree with one root.
func checkTree(tb testing.TB, s *dateline.Sentence) {
	tb.Helper()
	roots := 0
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if (t.Head < 0) != (t.Deprel == "root") || t.UPOS == "" || t.Head >= len(s.Tokens) || t.Head < -1 {
			tb.Fatalf("word %d: head %d, relation %q, tag %q", i, t.Head, t.Deprel, t.UPOS)
		}
		if t.Head < 0 {
			roots++
		}
	}
	if roots != 1 {
		tb.Fatalf("%d roots", roots)
	}
	depth := make([]int, len(s.Tokens)) // steps to the root, 0 for unknown
	for i := range s.Tokens {
		steps := 0
		for k := i; k >= 0 && depth[k] == 0; k = s.Tokens[k].Head {
			if steps++; steps > len(s.Tokens) {
				tb.Fatalf("word %d is in a cycle", i)
			}
		}
		depth[i] = 1
	}
	last := 0
	for _, n := range s.Names {
		if n.First < last || n.Last <= n.First || n.Last > len(s.Tokens) {
			tb.Fatalf("name %+v after %d", n, last)
		}
		last = n.Last
	}
}

func TestAnnotate(t *testing.T) {
	m, ss := load(t), sentences(prose)
	m.Annotate(ss)
	for i := range ss {
		checkTree(t, &ss[i])
	}
	for _, want := range []struct {
		sentence, word      int
		lemma, upos, deprel string
		head                int
	}{
		{0, 1, "foreign", "ADJ", "amod", 2},
		{0, 2, "minister", "NOUN", "nsubj", 7},
		{0, 4, "Norway", "PROPN", "nmod", 2},
		{0, 7, "meet", "VERB", "root", -1},
		{0, 9, "Oslo", "PROPN", "obl", 7},
		{1, 3, "make", "VERB", "ccomp", 8},
		{1, 10, "Solberg", "PROPN", "flat", 9},
		{2, 6, "tell", "VERB", "root", -1},
		{3, 7, "the", "DET", "det", 9},
		{4, 4, "criticize", "VERB", "root", -1},
		{5, 1, "spokesman", "NOUN", "nsubj", 11},
	} {
		got := ss[want.sentence].Tokens[want.word]
		deprel, _, _ := strings.Cut(got.Deprel, ":")
		if got.Lemma != want.lemma || got.UPOS != want.upos || deprel != want.deprel || got.Head != want.head {
			t.Errorf("sentence %d, %q: %s %s %s %d, want %s %s %s %d", want.sentence, got.Form, got.Lemma, got.UPOS, deprel, got.Head, want.lemma, want.upos, want.deprel, want.head)
		}
	}
}

func TestNames(t *testing.T) {
	m, ss := load(t), sentences(prose)
	m.Annotate(ss)
	var got []string
	for i := range ss {
		for _, n := range ss[i].Names {
			var w []string
			for _, tok := range ss[i].Tokens[n.First:n.Last] {
				w = append(w, tok.Form)
			}
			got = append(got, string(n.Type)+" "+strings.Join(w, " "))
		}
	}
	have := strings.Join(got, "\n") + "\n"
	for _, want := range []string{"LOC Norway", "LOC Chile", "LOC Oslo", "PER Ingrid Solberg", "NORP Norwegian", "PER Rodrigo Alvear", "LOC Santiago", "PER Tomás Rey"} {
		if !strings.Contains(have, want+"\n") {
			t.Errorf("no name %q among\n%s", want, have)
		}
	}
}

// TestCapitals: a headline in capitals is read as if in small letters.
func TestCapitals(t *testing.T) {
	m := load(t)
	ss := sentences("THE POLICE ARRESTED THE MINERS IN THE NORTH\n")
	m.Annotate(ss)
	checkTree(t, &ss[0])
	if got := ss[0].Tokens[2]; got.UPOS != "VERB" || got.Head != -1 {
		t.Errorf("ARRESTED is %s with head %d", got.UPOS, got.Head)
	}
}

func TestDamagedModel(t *testing.T) {
	for _, content := range []string{"", "dateline syntax 2\n", "dateline syntax 2\n\xff\xff\xff\xff\x0f", "something else"} {
		path := filepath.Join(t.TempDir(), "m")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := syntax.Open(path); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%q: error %v", content, err)
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	f.Add("Talks were held in Oslo .")
	f.Add("\xff \x00 '' ' -- … ÅÄÖ \u200b")
	f.Add("A A A A A A A A")
	m := load(f)
	f.Fuzz(func(t *testing.T, text string) {
		ss := sentences(text)
		m.Annotate(ss)
		for i := range ss {
			if len(ss[i].Tokens) > 0 {
				checkTree(t, &ss[i])
			}
		}
	})
}
