package timex

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

// published is the day on which every phrase of the phrase book is read: a
// Wednesday.
const published dateline.Day = "2012-05-16"

// reportOf makes a report of plain text: a sentence a line, tokens at white space
// with the punctuation at their ends cut off.
func reportOf(text string, day dateline.Day) *dateline.Report {
	r := &dateline.Report{Published: day}
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		if s := sentenceOf(text, at, at+len(line)); len(s.Tokens) > 0 {
			r.Sentences = append(r.Sentences, s)
		}
		at += len(line) + 1
	}
	return r
}

func sentenceOf(text string, at, end int) dateline.Sentence {
	s := dateline.Sentence{Span: dateline.Span{Start: at, End: end}}
	add := func(from, to int) {
		if from < to {
			s.Tokens = append(s.Tokens, dateline.Token{Form: text[from:to], Span: dateline.Span{Start: from, End: to}, Head: -1})
		}
	}
	for at < end {
		for at < end && text[at] == ' ' {
			at++
		}
		from := at
		for at < end && text[at] != ' ' {
			at++
		}
		core := from + len(strings.TrimRight(text[from:at], ",;:!?)\""))
		if core == end && core > from && text[core-1] == '.' {
			core--
		}
		for from < core && strings.IndexByte("(\"", text[from]) >= 0 {
			add(from, from+1)
			from++
		}
		add(from, core)
		for ; core < at; core++ {
			add(core, core+1)
		}
	}
	return s
}

// expected is an expression that a line of the phrase book marks.
type expected struct {
	text, value string
}

// unmark takes the marks out of a line: "on [Friday]" expects Friday with the
// value of its section, "[a week ago = 2012-05-09]" brings its own.
func unmark(line, value string) (text string, want []expected) {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "[")
		b.WriteString(before)
		if !ok {
			return b.String(), want
		}
		inner, after, _ := strings.Cut(rest, "]")
		phrase, own, has := strings.Cut(inner, " = ")
		if !has {
			own = value
		}
		b.WriteString(phrase)
		want = append(want, expected{phrase, own})
		line = after
	}
}

// TestPhraseBook reads testdata/phrasebook.txt: sections that begin with
// "= VALUE", each with sentences that say that value in many ways. " / " parts the
// sentences of a text. Sections "= none" hold phrases that are no dates.
func TestPhraseBook(t *testing.T) {
	f, err := os.Open("testdata/phrasebook.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	value, day := "", published
	lines := 0
	for in := bufio.NewScanner(f); in.Scan(); {
		line := strings.TrimSpace(in.Text())
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "= "):
			value = line[2:]
		case strings.HasPrefix(line, "day "):
			day = dateline.Day(strings.TrimPrefix(strings.TrimPrefix(line, "day "), "unknown"))
		default:
			lines++
			checkPhrase(t, line, value, day)
		}
	}
	if lines < 300 {
		t.Errorf("the phrase book has %d phrases only", lines)
	}
}

func checkPhrase(t *testing.T, line, value string, day dateline.Day) {
	t.Helper()
	text, want := unmark(strings.ReplaceAll(line, " / ", "\n"), value)
	if value != "none" && len(want) == 0 {
		t.Errorf("%q marks nothing", line)
	}
	var got, wanted []string
	for _, m := range Annotate(text, reportOf(text, day)) {
		got = append(got, show(m.Span.In(text), m.Time.Value))
	}
	for _, e := range want {
		wanted = append(wanted, show(e.text, e.value))
	}
	if fmt.Sprint(got) != fmt.Sprint(wanted) {
		t.Errorf("%q\n\tgot  %v\n\twant %v", text, got, wanted)
	}
}

func show(text, value string) string { return fmt.Sprintf("[%s = %s]", text, value) }
