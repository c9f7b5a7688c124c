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

// chainFloors is how many of the chains of a part must be right in every link.
var chainFloors = map[string]float64{"real": 0.90, "fresh": 0.70, "read": 0.90, "held": 0.80}

// chainCase is one line of testdata/chains.txt.
type chainCase struct {
	want []wantedLink
	text string
	at   int // byte that is asked about
}

// wantedLink is what a link must be: its name, and where they are given the
// class of its cue and that it is inherited.
type wantedLink struct {
	name, class string
	inherited   bool
}

// TestChains asks for the chain above marked words. The failures of the parts
// that are held out are counted, not shown.
func TestChains(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	outlets, err := lexicon.LoadOutlets()
	if err != nil {
		t.Fatal(err)
	}
	a := attrib.New(outlets)
	deep := 0
	for name, cases := range chainCases(t) {
		right := 0
		for _, c := range cases {
			if len(c.want) > 1 {
				deep++
			}
			if got := c.chain(p, a); c.matches(got) {
				right++
			} else if name != "held" && name != "fresh" {
				t.Logf("%q: got %q, want %v", c.text, names(got), c.want)
			}
		}
		t.Logf("%s: %d of %d chains right", name, right, len(cases))
		if share := float64(right) / float64(len(cases)); share < chainFloors[name] {
			t.Errorf("%s: %.0f%% of the chains right, want %.0f%%", name, 100*share, 100*chainFloors[name])
		}
	}
	if deep < 60 {
		t.Errorf("%d chains are two or more deep, want 60", deep)
	}
}

// chainCases reads the cases by part.
func chainCases(t *testing.T) map[string][]chainCase {
	b, err := os.ReadFile("testdata/chains.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]chainCase{}
	part := ""
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		want, text, ok := strings.Cut(line, "|")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			part = strings.Trim(line, "[]")
		case !ok || !strings.Contains(text, "^"):
			t.Fatalf("testdata/chains.txt: no chain and mark in %q", line)
		default:
			before, after, _ := strings.Cut(strings.TrimSpace(text), "^")
			out[part] = append(out[part], chainCase{wantedLinks(want), before + after, len(before)})
		}
	}
	return out
}

func wantedLinks(s string) []wantedLink {
	var out []wantedLink
	for l := range strings.SplitSeq(s, ">") {
		if l = strings.TrimSpace(l); l != "" {
			name, class, _ := strings.Cut(strings.TrimPrefix(l, "+"), "/")
			out = append(out, wantedLink{name, class, l[0] == '+'})
		}
	}
	return out
}

// chain is the links below the outlet at the case's byte.
func (c *chainCase) chain(p *pipeline.Pipeline, a *attrib.Annotator) []dateline.Link {
	r := pipeline.Whole("", c.text, "2011-05-20")
	r.Outlet = dateline.Outlet{ID: "own", Name: "The Own Gazette"}
	p.Annotate(c.text, &r)
	return a.Chain(&r, c.at)[1:]
}

// matches reports whether each wanted link shares a word of its name with the
// link at its place, and has its class.
func (c *chainCase) matches(got []dateline.Link) bool {
	if len(c.want) != len(got) {
		return false
	}
	for i, w := range c.want {
		if !sharesWord(w.name, got[i].Name) || w.class != "" && w.class != string(got[i].Class) || w.inherited && !got[i].Inherited {
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
