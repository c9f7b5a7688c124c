package attrib

import (
	"reflect"
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

// FuzzAnnotate gives odd text with an arbitrary parse: the result must stay
// within the text, be free of rings, and be the same twice.
func FuzzAnnotate(f *testing.F) {
	f.Add(`The mayor said , citing Tass , that " we quoted him as saying . " according to the radio`, []byte{2, 1, 3, 4, 5, 6, 7, 8, 200, 13, 77})
	f.Add("Minister : talks will resume .\n\n\" They left , \" the group said .", []byte{0, 4, 9, 16, 25, 36})
	f.Add("He denied media reports that the report said a statement saying that", []byte{9, 8, 7, 6, 5, 4, 3, 2, 1})
	a := New(nil)
	f.Fuzz(func(t *testing.T, text string, parse []byte) {
		if len(text) > 2000 {
			return
		}
		r := oddReport(text, parse)
		got := a.Annotate(text, r)
		if again := a.Annotate(text, r); !reflect.DeepEqual(got, again) {
			t.Fatal("two runs differ")
		}
		for i, x := range got {
			if x.Parent >= len(got) || x.Parent >= i {
				t.Fatalf("attribution %d has the parent %d", i, x.Parent)
			}
			for _, list := range [][]dateline.Span{x.Source, x.Cue, x.Content} {
				for _, s := range list {
					if s.Start < 0 || s.End > len(text) || s.Start > s.End {
						t.Fatalf("span %v of a text of %d bytes", s, len(text))
					}
				}
			}
		}
		r.Attributions = got
		for at := range len(text) {
			if chain := a.Chain(r, at); len(chain) == 0 || len(chain) > len(got)+2 {
				t.Fatalf("chain of %d links", len(chain))
			}
		}
	})
}

// oddReport cuts a text at its spaces and gives each word tags and a head after
// the bytes of parse.
func oddReport(text string, parse []byte) *dateline.Report {
	pos := []string{"VERB", "NOUN", "PROPN", "AUX", "PUNCT", "ADJ", "PRON", "SCONJ", "ADP", "ADV"}
	tags := []string{"VBD", "VBG", "VBN", "VBZ", "NN", "NNP", "MD", "TO", "JJ", "WP"}
	rels := []string{"nsubj", "ccomp", "obj", "acl", "advcl", "conj", "obl", "xcomp", "nsubj:pass", "appos", "mark", "case", "parataxis", "acl:relcl", "nmod:poss", "compound", "aux", "iobj"}
	r := &dateline.Report{Outlet: dateline.Outlet{ID: "o", Name: "Own"}}
	at := 0
	byteAt := func(k int) int {
		if len(parse) == 0 {
			return k
		}
		return int(parse[k%len(parse)]) + k/len(parse)
	}
	for p, para := range strings.Split(text, "\n\n") {
		start := at
		s := dateline.Sentence{Paragraph: p, Heading: byteAt(p)%5 == 0}
		for _, w := range strings.SplitAfter(para, " ") {
			form := strings.TrimSpace(w)
			if form != "" {
				k := strings.Index(w, form)
				b := byteAt(len(s.Tokens) + 7*p)
				s.Tokens = append(s.Tokens, dateline.Token{
					Form: form, Lemma: oddLemma(form), UPOS: pos[b%len(pos)], XPOS: tags[(b/3)%len(tags)], Head: b - 3, Deprel: rels[(b/2)%len(rels)],
					Span: dateline.Span{Start: at + k, End: at + k + len(form)},
				})
			}
			at += len(w)
		}
		r.Paragraphs = append(r.Paragraphs, dateline.Paragraph{Kind: dateline.Prose, Pieces: []dateline.Span{{Start: start, End: at}}})
		if n := len(s.Tokens); n > 0 {
			s.Span = dateline.Span{Start: s.Tokens[0].Span.Start, End: s.Tokens[n-1].Span.End}
			r.Sentences = append(r.Sentences, s)
		}
		at += 2
	}
	return r
}

func oddLemma(form string) string {
	switch form {
	case "said", "saying":
		return "say"
	case "quoted":
		return "quote"
	case "citing":
		return "cite"
	case "denied":
		return "deny"
	case "reports":
		return "report"
	}
	return strings.ToLower(form)
}
