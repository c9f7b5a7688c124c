package pipeline_test

import (
	"os"
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/attrib"
	"github.com/dateline/dateline/internal/lexicon"
	"github.com/dateline/dateline/pipeline"
)

// chainsFloor is how many of the chains must be right in every link.
const chainsFloor = 0.80

// TestChains asks for the chain above marked words.
func TestChains(t *testing.T) {
	b, err := os.ReadFile("testdata/chains.txt")
	if err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	outlets, err := lexicon.LoadOutlets()
	if err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for line := range strings.Lines(string(b)) {
		want, text, ok := strings.Cut(strings.TrimSpace(line), "|")
		if !ok || line[0] == '#' {
			continue
		}
		all++
		if got := chainAt(p, attrib.New(outlets), strings.TrimSpace(text)); sameNames(want, got) {
			right++
		} else {
			t.Logf("%q: got %q, want %s", text, got, want)
		}
	}
	if share := float64(right) / float64(all); all < 20 || share < chainsFloor {
		t.Errorf("%d of %d chains right, want %.0f%%", right, all, 100*chainsFloor)
	} else {
		t.Logf("%d of %d chains right", right, all)
	}
}

// chainAt is the names of the links below the outlet at the mark of a text.
func chainAt(p *pipeline.Pipeline, a *attrib.Annotator, text string) []string {
	before, after, _ := strings.Cut(text, "^")
	r := pipeline.Whole("", before+after, "2011-05-20")
	r.Outlet = dateline.Outlet{ID: "own", Name: "The Own Gazette"}
	p.Annotate(before+after, &r)
	return names(a.Chain(&r, len(before)))[1:]
}

// sameNames reports whether each wanted name shares a word with the link at its
// place.
func sameNames(want string, got []string) bool {
	var links []string
	for l := range strings.SplitSeq(want, ">") {
		if l = strings.TrimSpace(l); l != "" {
			links = append(links, l)
		}
	}
	if len(links) != len(got) {
		return false
	}
	for i, l := range links {
		if !sharesWord(l, got[i]) {
			return false
		}
	}
	return true
}

func sharesWord(a, b string) bool {
	known := map[string]bool{}
	for w := range strings.FieldsSeq(strings.ToLower(a)) {
		known[w] = true
	}
	for w := range strings.FieldsSeq(strings.ToLower(b)) {
		if known[w] && len(w) > 2 {
			return true
		}
	}
	return known["afp"] && strings.Contains(b, "France") || known["bbc"] && strings.Contains(b, "British Broadcasting")
}
