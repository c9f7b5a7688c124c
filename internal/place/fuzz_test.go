package place

import (
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

// FuzzAnnotate builds sentences of odd words and odd syntax and checks what every
// mention promises: spans in order within the text, tokens within the sentence, a
// place with a position, and a reason; and that the same input gives the same.
func FuzzAnnotate(f *testing.F) {
	f.Add("Talks in Paris , Texas and Tripoli ( Lebanon ) ended", []byte{1, 5, 2, 200, 0, 9})
	f.Add("SEOUL , South Korea ( AP ) - Officials of Georgia 's Batumi port", []byte{3, 3, 3, 0, 0, 255, 7})
	f.Add("the U.S. of Gulf in in of , ( Springfield , Ill. , , Guinea", []byte{9, 8, 7, 6, 5, 4, 3, 2, 1})
	f.Add("Córdoba \xff\xfe \u00a0 São Paulo İzmir", []byte{0})
	g := gazetteer(f)
	f.Fuzz(func(t *testing.T, text string, shape []byte) {
		if len(text) > 2000 {
			return
		}
		r := shaped(text, shape)
		ms := g.Annotate(text, &r)
		again := g.Annotate(text, &r)
		if len(ms) != len(again) {
			t.Fatalf("%d mentions, then %d", len(ms), len(again))
		}
		last := 0
		for i, m := range ms {
			switch {
			case m.Span.Start < last || m.Span.End > len(text) || m.Span.Start >= m.Span.End:
				t.Fatalf("span %v after %d in %d bytes", m.Span, last, len(text))
			case m.First < 0 || m.Last > len(r.Sentences[m.Sentence].Tokens) || m.First >= m.Last || m.Head < m.First || m.Head >= m.Last:
				t.Fatalf("tokens %d to %d, head %d", m.First, m.Last, m.Head)
			case m.Place == nil || m.Place.Name == "" || m.Place.Precision == "" || m.Why.Rule == "" || len(m.Why.Spans) == 0:
				t.Fatalf("mention without place or reason: %+v", m)
			case m.Place.Lat < -90 || m.Place.Lat > 90 || m.Place.Lon < -180 || m.Place.Lon > 180:
				t.Fatalf("position %v, %v", m.Place.Lat, m.Place.Lon)
			case *m.Place != *again[i].Place || m.Span != again[i].Span:
				t.Fatalf("%+v, then %+v", m.Place, again[i].Place)
			}
			last = m.Span.Start
		}
		r.Place = text
		g.Locate(&r)
	})
}

// shaped makes a report of the words of a text with the tags, relations and names
// that the bytes of shape choose.
func shaped(text string, shape []byte) dateline.Report {
	pick := func(i, n int) int {
		if len(shape) == 0 {
			return 0
		}
		return int(shape[i%len(shape)]) % n
	}
	rels := []string{"nsubj", "obj", "obl", "nmod", "compound", "case", "conj", "appos", "flat", "nmod:poss", "root"}
	tags := []string{"PROPN", "NOUN", "ADP", "VERB", "ADJ"}
	types := []dateline.NameType{dateline.PlaceName, dateline.OrgName, dateline.PersonName, dateline.GroupName}
	s := dateline.Sentence{Span: dateline.Span{Start: 0, End: len(text)}}
	at := 0
	for i, w := range strings.Fields(text) {
		start := at + strings.Index(text[at:], w)
		at = start + len(w)
		s.Tokens = append(s.Tokens, dateline.Token{Form: w, Lemma: strings.ToLower(w), UPOS: tags[pick(i, len(tags))], Deprel: rels[pick(i+1, len(rels))],
			Head: pick(i+2, 12) - 1, Span: dateline.Span{Start: start, End: at}})
	}
	for i := range s.Tokens {
		if s.Tokens[i].Head >= len(s.Tokens) || s.Tokens[i].Head == i {
			s.Tokens[i].Head = -1
		}
		if n := pick(i+3, 4); n > 0 && pick(i, 3) == 0 && i+n <= len(s.Tokens) && (len(s.Names) == 0 || s.Names[len(s.Names)-1].Last <= i) {
			s.Names = append(s.Names, dateline.Name{First: i, Last: i + n, Type: types[pick(i+4, len(types))]})
		}
	}
	return dateline.Report{Sentences: []dateline.Sentence{s}}
}
