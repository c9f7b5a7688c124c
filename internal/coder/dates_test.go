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

// story is a report of testdata/dates.txt with what must come out of it.
type story struct {
	report dateline.Report
	text   string
	said   map[int]dateline.Day // day of saying by sentence
	claims []string
}

// stories reads testdata/dates.txt: reports of sentences, each token a line as in
// trees.txt, with what it mentions in a seventh column: a state, several, a day, two
// days, a length of time.
func stories(t *testing.T) []story {
	t.Helper()
	data, err := os.ReadFile("testdata/dates.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []story
	for line := range strings.SplitSeq(string(data), "\n") {
		key, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "" || key == "#":
		case key == "@report":
			day, kind, _ := strings.Cut(rest, " ")
			out = append(out, story{said: map[int]dateline.Day{}})
			out[len(out)-1].report.Published = dateline.Day(day)
			out[len(out)-1].report.Outlet.Kind = dateline.OutletKind(kind)
		default:
			out[len(out)-1].line(t, key, rest)
		}
	}
	return out
}

func (s *story) line(t *testing.T, key, rest string) {
	r := &s.report
	switch key {
	case "@text":
		start := len(s.text)
		s.text += rest + "\n"
		r.Sentences = append(r.Sentences, dateline.Sentence{Span: dateline.Span{Start: start, End: len(s.text) - 1}})
	case "@said":
		s.said[len(r.Sentences)-1] = dateline.Day(rest)
	case "@claim":
		s.claims = append(s.claims, rest)
	default:
		s.token(t, append([]string{key}, strings.Fields(rest)...))
	}
}

func (s *story) token(t *testing.T, f []string) {
	r := &s.report
	n := len(r.Sentences) - 1
	sent := &r.Sentences[n]
	from := sent.Span.Start
	if k := len(sent.Tokens); k > 0 {
		from = sent.Tokens[k-1].Span.End
	}
	at := strings.Index(s.text[from:], f[0])
	head, err := strconv.Atoi(f[4])
	if at < 0 || err != nil || len(f) < 6 {
		t.Fatalf("%q: bad token %v", s.text, f)
	}
	i := len(sent.Tokens)
	span := dateline.Span{Start: from + at, End: from + at + len(f[0])}
	sent.Tokens = append(sent.Tokens, dateline.Token{Span: span, Form: f[0], Lemma: f[1], UPOS: f[2], XPOS: f[3], Head: head - 1, Deprel: f[5]})
	if len(f) > 6 {
		m := mentionOf(f[6])
		m.Span, m.Sentence, m.First, m.Last, m.Head, m.Antecedent = span, n, i, i+1, i, -1
		r.Mentions = append(r.Mentions, m)
	}
}

func mentionOf(s string) dateline.Mention {
	first, last, _ := strings.Cut(s, "/")
	switch {
	case s[0] == 'P' && len(s) == 3 && s[2] == 'D':
		return dateline.Mention{Kind: dateline.TimeMention, Time: &dateline.Timex{Type: dateline.DurationTimex, Value: s}}
	case s == "PAST_REF":
		return dateline.Mention{Kind: dateline.TimeMention, Time: &dateline.Timex{Type: dateline.DateTimex, Value: s}}
	case s[0] == '1' || s[0] == '2':
		if last == "" {
			last = first
		}
		return dateline.Mention{Kind: dateline.TimeMention, Time: &dateline.Timex{Type: dateline.DateTimex, First: dateline.Day(first), Last: dateline.Day(last)}}
	}
	m := dateline.Mention{Kind: dateline.ActorMention}
	if s, ok := strings.CutPrefix(s, "@"); ok {
		m.Why.Rule = "pronoun"
		m.Actors = []dateline.Actor{{Name: s, Kind: dateline.PersonActor, Code: s}}
		return m
	}
	for code := range strings.SplitSeq(s, ",") {
		m.Actors = append(m.Actors, dateline.Actor{Name: code, Kind: dateline.StateActor, Code: code})
	}
	return m
}

// TestEventDates checks who does what, and on which day by which hint.
func TestEventDates(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range stories(t) {
		chain := func(at int) []dateline.Link {
			links := []dateline.Link{{Kind: "outlet"}}
			for i, sent := range s.report.Sentences {
				if day := s.said[i]; day != "" && at >= sent.Span.Start && at < sent.Span.End {
					links = append(links, dateline.Link{Name: "a source", When: day})
				}
			}
			return links
		}
		var got []string
		for _, cl := range c.Code(s.text, &s.report, chain) {
			got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s..%s %s", summary(s.text, &cl), cl.Date.First, cl.Date.Last, cl.Date.Basis)))
		}
		if !slices.Equal(got, s.claims) {
			t.Errorf("%s\n\tgot  %s\n\twant %s", s.text, strings.Join(got, "\n\t     "), strings.Join(s.claims, "\n\t     "))
		}
	}
}
