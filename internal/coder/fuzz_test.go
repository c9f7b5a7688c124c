package coder

import (
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

// FuzzCode feeds trees of any shape: heads out of range, cycles, odd labels.
func FuzzCode(f *testing.F) {
	c, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("France visit VERB nsubj\nRussia sign obj treaty", []byte{1, 0, 3, 2, 9, 4})
	f.Add("talks between France and Russia take place", []byte{5, 3, 0, 3, 3, 255, 5})
	tags := []string{"VERB", "NOUN", "PROPN", "ADP", "AUX", "ADJ", "PART", "NUM", "PRON"}
	rels := []string{"nsubj", "obj", "obl", "nmod", "conj", "xcomp", "ccomp", "acl:relcl", "advcl", "case", "mark", "nsubj:pass", "aux", "amod", "compound"}
	f.Fuzz(func(t *testing.T, text string, shape []byte) {
		at := func(i int) int {
			if len(shape) == 0 {
				return 0
			}
			return int(shape[i%len(shape)])
		}
		s := dateline.Sentence{Span: dateline.Span{End: len(text)}}
		r := dateline.Report{Published: "2000-02-10"}
		pos := 0
		for i, w := range strings.Fields(text) {
			start := pos + strings.Index(text[pos:], w)
			pos = start + len(w)
			s.Tokens = append(s.Tokens, dateline.Token{Span: dateline.Span{Start: start, End: pos}, Form: w, Lemma: strings.ToLower(w),
				UPOS: tags[at(i)%len(tags)], XPOS: "VBN", Head: at(i+1) - 2, Deprel: rels[at(i+2)%len(rels)]})
			if at(i)%3 == 0 {
				r.Mentions = append(r.Mentions, dateline.Mention{Kind: dateline.ActorMention, Span: s.Tokens[i].Span, First: i, Last: i + 1, Head: i,
					Actors: []dateline.Actor{{Code: strings.ToUpper(w)}}, Antecedent: -1})
			}
		}
		for i := range s.Tokens {
			if at(i)%5 == 1 {
				r.Mentions = append(r.Mentions, dateline.Mention{Kind: dateline.TimeMention, Span: s.Tokens[i].Span, First: i, Last: i + 1, Head: i,
					Time: &dateline.Timex{Type: dateline.DateTimex, First: "2000-02-09", Last: "2000-02-09"}, Antecedent: -1})
			}
		}
		r.Sentences = []dateline.Sentence{s}
		for _, cl := range c.Code(text, &r, nil) {
			if len(cl.Evidence) == 0 || cl.Evidence[0].Empty() || !s.Span.Contains(cl.Evidence[0]) || !s.Span.Contains(cl.Trigger) {
				t.Errorf("claim %s has evidence %v outside the text", cl.Coder, cl.Evidence)
			}
		}
		c.Relate(r.Sentences, []dateline.Span{{Start: 0, End: 3}}, nil)
	})
}

// FuzzFrames reads any text as a frame file.
func FuzzFrames(f *testing.F) {
	f.Add("set x = a b\nframe n AID.x\nverb go+to\nif obj @x\n")
	f.Add("frame n AID\nnoun aid\nactor subj obj>mod>\ntest x | y | z")
	f.Add("--- GO [010] ---\nGO {GOES WENT}\n+GO_ON [042]\n&WAR\n+FIGHT_\n\n- &WAR * (TO +) {BIG HOUSE} [---:190] # x\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, read := range []func(*lexicon) error{
			func(l *lexicon) error { return l.read(strings.NewReader(text), "fuzz") },
			func(l *lexicon) error { return l.readPETRARCH(strings.NewReader(text), "fuzz") },
		} {
			lex := newLexicon()
			if read(lex) == nil {
				lex.compile()
			}
		}
	})
}

func BenchmarkCode(b *testing.B) {
	c, err := New()
	if err != nil {
		b.Fatal(err)
	}
	all := examples(b)
	n := 0
	for b.Loop() {
		e := &all[n%len(all)]
		c.Code(e.text, &e.report, nil)
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "sentences/s")
}

func BenchmarkRelate(b *testing.B) {
	c, err := New()
	if err != nil {
		b.Fatal(err)
	}
	all := examples(b)
	n := 0
	for b.Loop() {
		e := &all[n%len(all)]
		c.Relate(e.report.Sentences, []dateline.Span{{Start: 0, End: 6}}, []dateline.Span{{Start: 20, End: 26}})
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "sentences/s")
}
