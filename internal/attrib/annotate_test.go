package attrib_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/attrib"
	"github.com/dateline/dateline/internal/lexicon"
	"github.com/dateline/dateline/pipeline"
)

var update = flag.Bool("update", false, "write the golden file anew")

// TestVoices compares the attributions of short texts with the golden file.
func TestVoices(t *testing.T) {
	p := load(t)
	var b strings.Builder
	for _, text := range texts(t) {
		r := pipeline.Whole("", text, "2011-05-20")
		r.Outlet = dateline.Outlet{ID: "own", Name: "The Own Gazette"}
		p.Annotate(text, &r)
		b.WriteString(strings.ReplaceAll(text, "\n\n", " // ") + "\n")
		for i, x := range r.Attributions {
			b.WriteString(row(text, i, x))
		}
		b.WriteString("\n")
	}
	const golden = "testdata/voices.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		have, ought := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := range min(len(have), len(ought)) {
			if have[i] != ought[i] {
				t.Errorf("line %d:\ngot  %s\nwant %s", i+1, have[i], ought[i])
			}
		}
		t.Errorf("%d lines, want %d; -update writes the file anew", len(have), len(ought))
	}
}

// row shows an attribution: who it is, the words of its roles, and what else is
// set.
func row(text string, i int, x dateline.Attribution) string {
	marks := []string{string(x.Link.Class), fmt.Sprint("layers ", x.Layers)}
	if x.Parent >= 0 {
		marks = append(marks, fmt.Sprint("in ", x.Parent))
	}
	for _, m := range []struct {
		set  bool
		name string
	}{{x.Direct, "direct"}, {x.Inherited, "inherited"}, {!x.Voice, "no voice"}, {x.Link.Anonymous, "anonymous"}} {
		if m.set {
			marks = append(marks, m.name)
		}
	}
	return fmt.Sprintf("  %d %s: [%s] <%s> %s (%s)\n", i, x.Link.Name, words(text, x.Source), words(text, x.Cue), words(text, x.Content), strings.Join(marks, ", "))
}

func words(text string, spans []dateline.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, strings.ReplaceAll(s.In(text), "\n\n", " // "))
	}
	return strings.Join(out, " … ")
}

func texts(tb testing.TB) []string {
	b, err := os.ReadFile("testdata/voices.txt")
	if err != nil {
		tb.Fatal(err)
	}
	var out []string
	for text := range strings.SplitSeq(string(b), "\n\n") {
		if text = strings.TrimSpace(text); text != "" && text[0] != '#' {
			out = append(out, strings.ReplaceAll(text, "//", "\n\n"))
		}
	}
	return out
}

func load(tb testing.TB) *pipeline.Pipeline {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// BenchmarkAnnotate measures attribution on parsed text: what it is built for is
// 10,000 sentences a second on one core.
func BenchmarkAnnotate(b *testing.B) {
	p := load(b)
	outlets, err := lexicon.LoadOutlets()
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Join(texts(b), "\n\n")
	r := pipeline.Whole("", text, "2011-05-20")
	p.Annotate(text, &r)
	a := attrib.New(outlets)
	b.ReportAllocs()
	b.ResetTimer()
	n := 0
	for b.Loop() {
		a.Annotate(text, &r)
		n += len(r.Sentences)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "sentences/s")
}
