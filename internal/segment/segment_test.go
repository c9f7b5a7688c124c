package segment_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/lexicon"
	"github.com/dateline/dateline/internal/segment"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func newSegmenter(t testing.TB) *segment.Segmenter {
	t.Helper()
	o, err := lexicon.LoadOutlets()
	if err != nil {
		t.Fatal(err)
	}
	return segment.New(o)
}

func document(text string) *dateline.Document {
	return &dateline.Document{ID: dateline.IDOf([]byte(text)), Text: text}
}

// TestForms runs the digests in testdata, one for each form of digest, and
// compares what was cut out with their golden files.
func TestForms(t *testing.T) {
	s := newSegmenter(t)
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 20 {
		t.Fatal(files, err)
	}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc := document(string(text))
		reports := s.Segment(doc)
		checkSpans(t, path, doc, reports)
		got := dump(doc, reports)
		golden := strings.TrimSuffix(path, ".txt") + ".golden"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: got\n%s\nwant\n%s", path, got, want)
		}
	}
}

// dump writes reports as a reader checks them: the fields that are set, then
// each paragraph with its kind.
func dump(doc *dateline.Document, reports []dateline.Report) string {
	var b strings.Builder
	for i, r := range reports {
		fmt.Fprintf(&b, "report %d\n", i+1)
		name := r.Outlet.Name
		if name != "" && r.Outlet.ID == "" {
			name += " (not listed)"
		}
		for _, f := range [][2]string{{"outlet", name}, {"agency", r.Agency.Name}, {"author", r.Author}, {"headline", r.Headline},
			{"place", r.Place}, {"page", r.Page}, {"published", strings.TrimSpace(string(r.Published) + " " + r.PublishedWhy)}} {
			if f[1] != "" {
				fmt.Fprintf(&b, "  %s: %s\n", f[0], f[1])
			}
		}
		for _, p := range r.Paragraphs {
			fmt.Fprintf(&b, "    %s| %s\n", p.Kind, paragraphText(doc, p))
		}
	}
	return b.String()
}

func paragraphText(doc *dateline.Document, p dateline.Paragraph) string {
	var parts []string
	for _, s := range p.Pieces {
		parts = append(parts, strings.Join(strings.Fields(s.In(doc.Text)), " "))
	}
	return strings.Join(parts, " ¦ ")
}

// checkSpans checks what holds of every document: reports lie in it, in order
// and apart; so do the paragraphs of each, but for citations within a sentence.
func checkSpans(t *testing.T, name string, doc *dateline.Document, reports []dateline.Report) {
	t.Helper()
	last := 0
	for _, r := range reports {
		if r.Span.Start < last || r.Span.End > len(doc.Text) || r.Span.Empty() || len(r.Paragraphs) == 0 {
			t.Fatalf("%s: report at %v after byte %d of %d", name, r.Span, last, len(doc.Text))
		}
		last = r.Span.End
		for _, p := range r.Paragraphs {
			at := r.Span.Start
			for _, s := range p.Pieces {
				if s.Start < at || s.Empty() || !r.Span.Contains(s) {
					t.Fatalf("%s: piece %v of a paragraph in %v after byte %d", name, s, r.Span, at)
				}
				at = s.End
			}
		}
		for field, s := range r.Sources {
			if s.Empty() || s.End > len(doc.Text) || s.Start < 0 {
				t.Fatalf("%s: source of %s at %v", name, field, s)
			}
		}
	}
}

// TestWhole: a text that is no digest is one report that holds all of it.
func TestWhole(t *testing.T) {
	s := newSegmenter(t)
	for _, c := range []struct{ name, text, headline, outlet string }{
		{"plain", "Minister visits the lake\n\nThe minister visited the lake on Monday.\n\nHe met the governor.", "Minister visits the lake", ""},
		{"wire", "SOFIA, May 3 (BTA) -- The talks began.\n\nThey end on Friday.", "", "Bulgarian News Agency"},
		{"one citation", "The talks began.\n\nThey end on Friday. Reuters (\"TALKS BEGIN,\" Sofia, 5/3/99)", "TALKS BEGIN", "Reuters"},
		{"crossheads", "A long road\n\nThe road is long.\n\nThe first year\n\nIn 1994 it was short.\n\nThe second year\n\nIt grew.", "A long road", ""},
		{"one word", "Talks", "Talks", ""},
	} {
		doc := document(c.text)
		reports := s.Segment(doc)
		if len(reports) != 1 {
			t.Errorf("%s: %d reports", c.name, len(reports))
			continue
		}
		r := reports[0]
		if r.Headline != c.headline || r.Outlet.Name != c.outlet || r.Span != (dateline.Span{Start: 0, End: len(c.text)}) {
			t.Errorf("%s: headline %q, outlet %q, span %v", c.name, r.Headline, r.Outlet.Name, r.Span)
		}
	}
}

// TestEmpty: nothing comes of nothing.
func TestEmpty(t *testing.T) {
	s := newSegmenter(t)
	for _, text := range []string{"", " \n\n\t", "\ufeff", "\u200b\n"} {
		if got := s.Segment(document(text)); len(got) != 0 {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

// TestDates: the year that a citation leaves out, and the ways to write a day.
func TestDates(t *testing.T) {
	s := newSegmenter(t)
	cite := func(d string) string {
		return "Reuters (\"TALKS BEGIN,\" Sofia, " + d + ") reported that talks began.\n\n"
	}
	for _, c := range []struct{ text, want string }{
		{cite("2/13/00") + cite("02/10/00"), "2000-02-13 2000-02-10"},
		{cite("2/19-20/00") + cite("2/28-3/1/00"), "2000-02-19 2000-02-28"},
		{cite("December 30") + cite("1/2/01"), "2000-12-30 2001-01-02"},
		{cite("January 3") + cite("12/29/98"), "1999-01-03 1998-12-29"},
		{cite("28 February 2003") + cite("March 1"), "2003-02-28 2003-03-01"},
		{cite("2003-02-28") + cite("28.2.2003"), "2003-02-28 2003-02-28"},
		{cite("13/2/00") + cite("25/12/99"), "2000-02-13 1999-12-25"},
		{cite("13/2/00") + cite("7/2/00") + cite("21/2/00"), "2000-02-13 2000-02-07 2000-02-21"},
		{cite("2/30/00") + cite("2/29/00"), "2000-02-29"},
		{"Press review, 11 March 2004\n\n" + cite("9/3/04") + cite("10/3/04"), "2004-03-09 2004-03-10"},
	} {
		var got []string
		for _, r := range s.Segment(document(c.text)) {
			got = append(got, string(r.Published))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%.60q: %s, want %s", c.text, g, c.want)
		}
	}
}

// TestPublishedOutside: a date known from outside dates what the text does not.
func TestPublishedOutside(t *testing.T) {
	doc := document("SOFIA, December 30 (BTA) -- The talks began.")
	doc.Published = "2004-01-02"
	if r := newSegmenter(t).Segment(doc); len(r) != 1 || r[0].Published != "2003-12-30" {
		t.Errorf("%+v", r)
	}
	doc = document("The talks began.\n\nThey end on Friday.")
	doc.Published = "2004-01-02"
	if r := newSegmenter(t).Segment(doc); len(r) != 1 || r[0].Published != "2004-01-02" || r[0].PublishedWhy != "document" {
		t.Errorf("%+v", r)
	}
}

// TestOddText: spaces, quotes and line breaks of every kind change nothing.
func TestOddText(t *testing.T) {
	s := newSegmenter(t)
	plain := "Segodnya's Ivan Belov wrote that the talks began. Segodnya's Ivan Belov (\"TALKS BEGIN,\" Moscow, 3, 02/10/00)\n\n" +
		"The Korea Times (\"RICE SHIP LEAVES,\" Seoul, 2/12/00) reported that the ship left.\n"
	want := fields(s.Segment(document(plain)))
	for name, text := range map[string]string{
		"curly quotes":   strings.NewReplacer("(\"", "(“", ",\"", ",”", "'", "’").Replace(plain),
		"TeX quotes":     strings.NewReplacer("(\"", "(``", ",\"", ",''").Replace(plain),
		"no-break space": strings.ReplaceAll(plain, " (", "\u00a0("),
		"double spaces":  strings.ReplaceAll(plain, " ", "  "),
		"CR LF":          strings.ReplaceAll(plain, "\n", "\r\n"),
		"hard wraps":     strings.NewReplacer("wrote that", "wrote\nthat", "TALKS BEGIN", "TALKS\nBEGIN", "reported that", "reported\nthat").Replace(plain),
		"quoted mail":    "> " + strings.ReplaceAll(strings.TrimSpace(plain), "\n", "\n> "),
		"glued":          strings.Replace(plain, "began. Seg", "began.Seg", 1),
	} {
		doc := document(text)
		reports := s.Segment(doc)
		checkSpans(t, name, doc, reports)
		if got := fields(reports); got != want {
			t.Errorf("%s: got %s\nwant %s", name, got, want)
		}
	}
}

func fields(reports []dateline.Report) string {
	var out []string
	for _, r := range reports {
		out = append(out, strings.Join([]string{r.Outlet.ID, r.Author, r.Headline, r.Place, r.Page, string(r.Published)}, "|"))
	}
	return strings.Join(out, "\n")
}

func FuzzSegment(f *testing.F) {
	s := newSegmenter(f)
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("(((\")) [Ed. note: ``x'' Reuters (\"\", 1/1/00)")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		doc := document(text)
		reports := s.Segment(doc)
		checkSpans(t, "fuzz", doc, reports)
		if again := dump(doc, s.Segment(doc)); again != dump(doc, reports) {
			t.Fatal("two runs differ")
		}
	})
}

func BenchmarkSegment(b *testing.B) {
	s := newSegmenter(b)
	for _, name := range []string{"daily-report", "newsline", "wires"} {
		text, err := os.ReadFile("testdata/" + name + ".txt")
		if err != nil {
			b.Fatal(err)
		}
		doc := document(strings.Repeat(string(text)+"\n\n", 100))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(doc.Text)))
			for b.Loop() {
				s.Segment(doc)
			}
		})
	}
}
