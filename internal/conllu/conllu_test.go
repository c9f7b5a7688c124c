package conllu

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

// lines joins rows whose columns are written with spaces.
func lines(rows ...string) string {
	var b strings.Builder
	for _, r := range rows {
		if strings.HasPrefix(r, "#") {
			b.WriteString(r + "\n")
			continue
		}
		b.WriteString(strings.Join(strings.Fields(r), "\t") + "\n")
	}
	return b.String()
}

var sample = lines(
	"# sent_id = one",
	"# text = Chad can't attend.",
	"1 Chad Chad PROPN NNP Number=Sing 4 nsubj _ NER=B-LOC",
	"2-3 can't _ _ _ _ _ _ _ _",
	"2 ca can AUX MD _ 4 aux _ _",
	"3 n't not PART RB _ 4 advmod _ _",
	"3.1 ghost _ _ _ _ _ _ _ _",
	"4 attend attend VERB VB VerbForm=Inf 0 root _ SpaceAfter=No",
	"5 . . PUNCT . _ 4 punct _ _",
	"",
	"1 Ann Ann PROPN NNP _ 3 nsubj _ NER=B-PER",
	"2 Lee Lee PROPN NNP _ 1 flat _ Gloss=x|NER=I-PER",
	"3 left leave VERB VBD _ 0 root _ _",
)

func readAll(text string) ([]*Sentence, error) {
	var out []*Sentence
	for r := NewReader(strings.NewReader(text)); ; {
		s, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		out = append(out, s)
	}
}

func TestRead(t *testing.T) {
	ss, err := readAll(sample)
	if err != nil || len(ss) != 2 {
		t.Fatalf("%d sentences, error %v", len(ss), err)
	}
	s := ss[0]
	if s.Text != "Chad can't attend." || len(s.Tokens) != 5 || len(s.Comments) != 2 || s.Misc[3] != "SpaceAfter=No" {
		t.Errorf("text %q, %d words, comments %q, last column %q", s.Text, len(s.Tokens), s.Comments, s.Misc)
	}
	want := []dateline.Token{
		{Form: "Chad", Span: dateline.Span{Start: 0, End: 4}, Lemma: "Chad", UPOS: "PROPN", XPOS: "NNP", Feats: "Number=Sing", Head: 3, Deprel: "nsubj"},
		{Form: "ca", Span: dateline.Span{Start: 5, End: 7}, Lemma: "can", UPOS: "AUX", XPOS: "MD", Head: 3, Deprel: "aux", Part: 1},
		{Form: "n't", Span: dateline.Span{Start: 7, End: 10}, Lemma: "not", UPOS: "PART", XPOS: "RB", Head: 3, Deprel: "advmod", Part: 2},
	}
	if !slices.Equal(s.Tokens[:3], want) {
		t.Errorf("got  %+v\nwant %+v", s.Tokens[:3], want)
	}
	if want := []dateline.Name{{First: 0, Last: 1, Type: "LOC"}}; !slices.Equal(s.Names, want) {
		t.Errorf("names %v, want %v", s.Names, want)
	}
	if want := []dateline.Name{{First: 0, Last: 2, Type: "PER"}}; !slices.Equal(ss[1].Names, want) {
		t.Errorf("names %v, want %v", ss[1].Names, want)
	}
}

func TestReadFaults(t *testing.T) {
	word := "1 Chad Chad PROPN NNP _ 0 root _ _"
	for _, c := range []struct{ rows, want string }{
		{lines("1 Chad"), "line 1: 2 columns"},
		{lines("# x", word, "3 a a X X _ 1 dep _ _"), `line 3: word number "3" out of order`},
		{lines(word, "2 a a X X _ one dep _ _"), `line 2: head "one"`},
		{lines(word, "2 a a X X _ 2 dep _ _"), `line 2: head "2"`},
		{lines(word, "2 a a X X _ -1 dep _ _"), `line 2: head "-1"`},
		{lines(word, "2 a a X X _ 7 dep _ _", "", word), "line 2: word 2 has the head 7"},
		{lines(word, "2-4 ab _ _ _ _ _ _ _ _", "2 a a X X _ 1 dep _ _"), "line 3: a token goes on to word 4"},
		{lines("2-1 ab _ _ _ _ _ _ _ _"), `line 1: token number "2-1"`},
		{lines("1-2 ab _ _ _ _ _ _ _ _", "1 a a X X _ 0 root _ _", "2-3 bc _ _ _ _ _ _ _ _"), `line 3: token number "2-3"`},
		{"1\t\ta\tX\tX\t_\t0\troot\t_\t_\n", "line 1: a word without a form"},
		{lines(word) + strings.Repeat("x", 2<<20), "line 2: "},
	} {
		_, err := readAll(c.rows)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("error %v, want %s…", err, c.want)
		}
	}
}

func write(t testing.TB, ss []*Sentence) string {
	t.Helper()
	var b strings.Builder
	w := bufio.NewWriter(&b)
	for _, s := range ss {
		if err := Write(w, s.Text, &s.Sentence, s.Comments...); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestWrite: what is written is what was read, but for empty nodes and the marks
// of the last column that are neither names nor space.
func TestWrite(t *testing.T) {
	ss, err := readAll(sample)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(sample, lines("3.1 ghost _ _ _ _ _ _ _ _"), "", 1)
	want = strings.Replace(want, "Gloss=x|", "", 1) + "\n"
	if got := write(t, ss); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWriteError(t *testing.T) {
	ss, _ := readAll(sample)
	w := bufio.NewWriterSize(failing{}, 16)
	if err := Write(w, ss[0].Text, &ss[0].Sentence); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("error %v", err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// FuzzRead: nothing crashes the reader; what it accepts has spans in order and
// heads in range, and is read back the same after it was written.
func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Add("1\ta b\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1-1\n")
	f.Add(lines("1-3 abc _ _ _ _ _ _ _ _", "1 abcd _ X X _ 0 root _ NER=I-ORG", "2 e _ X X _ 1 dep _ NER=", "3 f _ X X _ 1 dep _ NER=B-"))
	f.Fuzz(func(t *testing.T, text string) {
		ss, _ := readAll(text)
		for _, s := range ss {
			at := 0
			for i, w := range s.Tokens {
				if w.Span.Start < at || w.Span.End < w.Span.Start || w.Span.End > len(s.Text) || w.Head < -1 || w.Head >= len(s.Tokens) || w.Head == i {
					t.Fatalf("word %+v after byte %d of %q", w, at, s.Text)
				}
				at = w.Span.End
			}
		}
		first := write(t, ss)
		again, err := readAll(first)
		if err != nil {
			t.Fatalf("%v in what was written:\n%s", err, first)
		}
		if second := write(t, again); second != first {
			t.Fatalf("wrote\n%q\nthen\n%q", first, second)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat(sample+"\n", 50)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readAll(text); err != nil {
			b.Fatal(err)
		}
	}
}
