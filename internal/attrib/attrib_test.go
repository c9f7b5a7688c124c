package attrib

import (
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

// TestCueList checks that the embedded list is well formed, sorted, and free of
// words that stand twice.
func TestCueList(t *testing.T) {
	l, err := readCues(cueData)
	if err != nil {
		t.Fatal(err)
	}
	if len(l.verbs) < 300 || len(l.nouns) < 50 || l.verbs["say"] == nil || !l.verbs["say"].clause {
		t.Errorf("%d verbs and %d nouns: the list is cut short", len(l.verbs), len(l.nouns))
	}
	classes := map[dateline.VerbClass]bool{
		dateline.Reported: true, dateline.Claimed: true, dateline.Denied: true, dateline.Confirmed: true, dateline.Warned: true,
		dateline.Promised: true, dateline.Urged: true, dateline.Accused: true, dateline.Asked: true, dateline.Believed: true,
	}
	last, seen := "", map[string]bool{}
	for line := range strings.Lines(cueData) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if line[0] == '#' || len(f) != 5 {
			continue
		}
		if key := f[1] + " " + f[0]; seen[key] {
			t.Errorf("%q stands twice", key)
		} else {
			seen[key] = true
		}
		if part := strings.Index("anprv", f[1]); part < 0 || !classes[dateline.VerbClass(f[2])] {
			t.Errorf("%q: unknown part of speech or class", line)
		} else if key := string(rune('0'+part)) + f[0]; key < last {
			t.Errorf("%q does not stand in order", line)
		} else {
			last = key
		}
	}
}

func TestReadCuesRejects(t *testing.T) {
	for _, row := range []string{"say\tv\treported\tsay", "say\tv\treported\tsay\tx"} {
		if _, err := readCues(row); err == nil {
			t.Errorf("%q was read", row)
		}
	}
}

func TestScanQuotes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"straight", `He said "the port is open" and left.`, []string{`"the port is open"`}},
		{"curly with a nested one", `“She told us ‘go home’ at once,” he said.`, []string{"“She told us ‘go home’ at once,”"}},
		{"single alone", `He called it 'a farce' at once.`, []string{"'a farce'"}},
		{"apostrophes are no marks", `The ships' crews don't know.`, nil},
		{"typewriter pairs", "``We left,'' he said.", []string{"``We left,''"}},
		{"guillemets", "«We left», he said.", []string{"«We left»"}},
		{"left open at the end", `He said: "The port is open.`, []string{`"The port is open.`}},
		{"over two paragraphs", "\"The port is open.\n\n\"The ferries run,\" he said.", []string{`"The port is open.`, `"The ferries run,"`}},
		{"closed in the next paragraph", "He said: \"The port is open.\n\nThe ferries run.\" All left.", []string{`"The port is open.`, `The ferries run."`}},
	} {
		var paras []dateline.Paragraph
		at := 0
		for part := range strings.SplitSeq(c.text, "\n\n") {
			paras = append(paras, dateline.Paragraph{Kind: dateline.Prose, Pieces: []dateline.Span{{Start: at, End: at + len(part)}}})
			at += len(part) + 2
		}
		var got []string
		for _, q := range scanQuotes(c.text, paras) {
			got = append(got, q.span.In(c.text))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSpans(t *testing.T) {
	sp := func(a, b int) dateline.Span { return dateline.Span{Start: a, End: b} }
	got := cut([]dateline.Span{sp(0, 10), sp(20, 30)}, []dateline.Span{sp(4, 6), sp(25, 40)})
	want := []dateline.Span{sp(0, 4), sp(6, 10), sp(20, 25)}
	if len(got) != len(want) {
		t.Fatalf("cut: %v, want %v", got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("cut: %v, want %v", got, want)
		}
	}
	if m := merge([]dateline.Span{sp(5, 9), sp(0, 5), sp(12, 13)}); len(m) != 2 || m[0] != sp(0, 9) {
		t.Errorf("merge: %v", m)
	}
}

// TestPutUnder checks that a finding put under another never makes a ring.
func TestPutUnder(t *testing.T) {
	fs := []finding{{parent: -1}, {parent: 0}, {parent: 1}}
	putUnder(fs, 0, 2)
	for i := range fs {
		for p, n := fs[i].parent, 0; p >= 0; p, n = fs[p].parent, n+1 {
			if n > len(fs) {
				t.Fatalf("a ring above %d: %v %v %v", i, fs[0].parent, fs[1].parent, fs[2].parent)
			}
		}
	}
	if fs[0].parent != 2 {
		t.Errorf("parent of 0 is %d, want 2", fs[0].parent)
	}
}
