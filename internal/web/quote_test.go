package web

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

func TestPieces(t *testing.T) {
	text := "Ada visited Borland"
	got := pieces(text, dateline.Span{Start: 0, End: 19}, []mark{
		{span: dateline.Span{Start: 0, End: 3}, kind: "actor"}, {span: dateline.Span{Start: 4, End: 19}, kind: "evidence"},
		{span: dateline.Span{Start: 4, End: 11}, kind: "trigger"}, {span: dateline.Span{Start: 40, End: 50}, kind: "nowhere"},
	})
	var out []string
	for _, p := range got {
		out = append(out, p.Text+"["+p.Class+"]")
	}
	if s := strings.Join(out, ""); s != "Ada[actor] []visited[evidence trigger] Borland[evidence]" {
		t.Error(s)
	}
}

func TestSpansOutOfRange(t *testing.T) {
	store := visit("")
	for _, s := range []dateline.Span{{Start: -5, End: -1}, {Start: 9, End: 3}, {Start: 0, End: 1 << 30}, {Start: 1 << 30, End: 1 << 31}} {
		c := &store.reports[0].Claims[0]
		c.Trigger, c.Evidence = s, []dateline.Span{s}
		store.reports[0].Paragraphs[0].Pieces = []dateline.Span{s, s}
		for _, path := range []string{"/event/e1", "/report/r1"} {
			if w := get(t, store, "GET", path); w.Code != 200 {
				t.Errorf("%v: %s = %d", s, path, w.Code)
			}
		}
	}
}

// Whatever the spans, the pieces together are the text of the window.
func FuzzPieces(f *testing.F) {
	f.Add("a“b”c", 0, 9, 1, 2, 3, 5)
	f.Add("", 0, 0, -1, 4, 2, 1)
	f.Fuzz(func(t *testing.T, text string, start, end, a, b, c, d int) {
		if !utf8.ValidString(text) {
			return
		}
		window := dateline.Span{Start: start, End: end}
		var out strings.Builder
		for _, p := range pieces(text, window, []mark{{span: dateline.Span{Start: a, End: b}, kind: "x"}, {span: dateline.Span{Start: c, End: d}, kind: "y"}}) {
			out.WriteString(p.Text)
		}
		if want := within(window, text).In(text); out.String() != want {
			t.Errorf("pieces of %q are %q", want, out.String())
		}
	})
}

func TestWhen(t *testing.T) {
	for _, c := range []struct {
		first, last dateline.Day
		precision   string
		want        string
	}{
		{"2011-05-17", "2011-05-17", "day", "17 May 2011"},
		{"2011-05-17", "2011-05-18", "day", "17–18 May 2011"},
		{"2011-05-31", "2011-06-02", "day", "31 May–2 June 2011"},
		{"2011-12-31", "2012-01-01", "day", "31 December 2011–1 January 2012"},
		{"2011-06-01", "2011-06-30", "month", "in June 2011"},
		{"2011-01-01", "2011-12-31", "year", "in 2011"},
		{"2011-04-01", "2011-06-30", "quarter", "in the second quarter of 2011"},
		{"", "2011-06-30", "vague", "by 30 June 2011"},
		{"2011-06-30", "", "vague", "from 30 June 2011"},
		{"", "", "", "none"},
		{"soon", "later", "day", "none"},
	} {
		got := "none"
		if w := whenOf(dateline.EventDate{First: c.first, Last: c.last, Precision: c.precision}); w != nil {
			got = strings.TrimSpace(w.Before + " " + w.From.Words)
			if w.To != nil {
				got += "–" + w.To.Words
			}
		}
		if got != c.want {
			t.Errorf("%s to %s (%s): %s, want %s", c.first, c.last, c.precision, got, c.want)
		}
	}
}

func TestWords(t *testing.T) {
	denied := []dateline.Value{{Field: "status", Value: "denied"}}
	for _, c := range []struct {
		e    dateline.Event
		want string
	}{
		{dateline.Event{Status: dateline.Happened}, "happened"},
		{dateline.Event{Status: dateline.Happened, Announced: "2011-05-10"}, "planned, then happened"},
		{dateline.Event{Status: dateline.Happened, Values: denied}, "reported and denied"},
		{dateline.Event{Status: dateline.DeniedStatus, Values: denied}, "denied"},
		{dateline.Event{}, "status unknown"},
	} {
		if got := standingOf(&c.e).Words; got != c.want {
			t.Errorf("%+v: %q, want %q", c.e, got, c.want)
		}
	}
	if got := grouped(-1234567.5); got != "-1\u202f234\u202f567.5" {
		t.Errorf("%q", got)
	}
}
