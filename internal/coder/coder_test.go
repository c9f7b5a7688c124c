package coder

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

// example is a sentence of testdata/trees.txt with what must come out of it.
type example struct {
	report  dateline.Report
	text    string
	claims  []string
	numbers []string
}

// codes are the names that the examples use, as the stages before would resolve them.
var codes = map[string]string{"France": "FRA", "French": "FRA", "Russia": "RUS", "Russian": "RUS", "Mali": "MLI"}

func examples(t testing.TB) []example {
	t.Helper()
	data, err := os.ReadFile("testdata/trees.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []example
	var cur *example
	for line := range strings.SplitSeq(string(data), "\n") {
		key, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "" || key == "#":
		case key == "text":
			out = append(out, example{text: rest})
			cur = &out[len(out)-1]
			cur.report = dateline.Report{Published: "2000-02-10", Sentences: []dateline.Sentence{{Span: dateline.Span{End: len(rest)}}}}
		case key == "claim":
			cur.claims = append(cur.claims, rest)
		case key == "number":
			cur.numbers = append(cur.numbers, rest)
		default:
			cur.token(t, strings.Fields(line))
		}
	}
	return out
}

// token adds a token to the sentence and a mention where it is a known name.
func (e *example) token(t testing.TB, f []string) {
	s := &e.report.Sentences[0]
	from := 0
	if n := len(s.Tokens); n > 0 {
		from = s.Tokens[n-1].Span.End
	}
	at := strings.Index(e.text[from:], f[0])
	head, err := strconv.Atoi(f[4])
	if at < 0 || err != nil || len(f) != 6 {
		t.Fatalf("%q: bad token %v", e.text, f)
	}
	span := dateline.Span{Start: from + at, End: from + at + len(f[0])}
	i := len(s.Tokens)
	s.Tokens = append(s.Tokens, dateline.Token{Span: span, Form: f[0], Lemma: f[1], UPOS: f[2], XPOS: f[3], Head: head - 1, Deprel: f[5]})
	m := dateline.Mention{Span: span, First: i, Last: i + 1, Head: i, Antecedent: -1}
	switch code := codes[f[0]]; {
	case code != "":
		m.Kind = dateline.ActorMention
		m.Actors = []dateline.Actor{{Name: code, Kind: dateline.StateActor, Code: code}}
	case f[0] == "Monday":
		m.Kind = dateline.TimeMention
		m.Time = &dateline.Timex{Type: dateline.DateTimex, First: "2000-02-07", Last: "2000-02-07", Precision: "day"}
	default:
		return
	}
	e.report.Mentions = append(e.report.Mentions, m)
}

func TestCode(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range examples(t) {
		var got, numbers []string
		for _, cl := range c.Code(e.text, &e.report, nil) {
			got = append(got, summary(e.text, &cl))
			for _, n := range cl.Numbers {
				numbers = append(numbers, strings.TrimSpace(fmt.Sprint(n.Kind, " ", n.Value, " ", n.Mod)))
			}
		}
		slices.Sort(got)
		slices.Sort(e.claims)
		if !slices.Equal(got, e.claims) || !slices.Equal(numbers, e.numbers) {
			var b strings.Builder
			c.Explain(&b, e.text, &e.report)
			t.Errorf("%s\n got %q %q\nwant %q %q\n%s", e.text, got, numbers, e.claims, e.numbers, b.String())
		}
	}
}

func summary(text string, c *dateline.Claim) string {
	list := func(ps []dateline.Participant) string {
		if s := strings.Join(codesOf(ps), ","); s != "" {
			return s
		}
		return "-"
	}
	event := strings.TrimSuffix(c.Event+"."+c.Mode, ".")
	return fmt.Sprintf("%s %s %s %s %s", event, list(c.Actors), list(c.Recipients), c.Status, c.Trigger.In(text))
}

func TestDates(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range examples(t) {
		for _, cl := range c.Code(e.text, &e.report, nil) {
			want := "publication"
			switch {
			case strings.Contains(e.text, "Monday"):
				want = "clause"
			case cl.Status != dateline.Happened || cl.Background:
				want = ""
			}
			if cl.Date.Basis != want {
				t.Errorf("%s: %s dated by %q, want %q", e.text, cl.Event, cl.Date.Basis, want)
			}
		}
	}
}

func TestCodeIsDeterministic(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range examples(t) {
		a, b := fmt.Sprintf("%+v", c.Code(e.text, &e.report, nil)), fmt.Sprintf("%+v", c.Code(e.text, &e.report, nil))
		if a != b {
			t.Errorf("%s: two runs differ", e.text)
		}
	}
}
