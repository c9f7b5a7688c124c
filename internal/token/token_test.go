package token

import (
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

func prose(text string) []dateline.Paragraph {
	return []dateline.Paragraph{{Kind: dateline.Prose, Pieces: []dateline.Span{{Start: 0, End: len(text)}}}}
}

// show writes the sentences with "|" between words and "‖" between sentences.
func show(text string) string {
	var out []string
	for _, s := range Split(text, prose(text)) {
		var ws []string
		for _, t := range s.Tokens {
			ws = append(ws, t.Form)
		}
		out = append(out, strings.Join(ws, "|"))
	}
	return strings.Join(out, "‖")
}

func TestSplit(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He said: talks go on. They don't stop.", "He|said|:|talks|go|on|.‖They|do|n't|stop|."},
		{"The minister, I. S. Petrov, met V.V. Orlov.", "The|minister|,|I.|S.|Petrov|,|met|V.V.|Orlov|."},
		{"The U.S. Senate voted. The U.S. The end.", "The|U.S.|Senate|voted|.‖The|U.S.‖The|end|."},
		{"Prices rose 3.5% to $1,200 on 2/13/00.", "Prices|rose|3.5|%|to|$|1,200|on|2/13/00|."},
		{"Mongolia's good-neighbourly ties", "Mongolia|'s|good|-|neighbourly|ties"},
		{`He said, "We agree." Then he left.`, `He|said|,|"|We|agree|.|"‖Then|he|left|.`},
		{`"Go!" he said.`, `"|Go|!|"|he|said|.`},
		{"Gen. Bold met Lieut. General Dorj.", "Gen.|Bold|met|Lieut.|General|Dorj|."},
		{"It was explained.The next day came.", "It|was|explained|.‖The|next|day|came|."},
		{"the two sides’ views", "the|two|sides|’|views"},
		{"They cannot go...", "They|can|not|go|..."},
		{"TALKS END IN\nASTANA", "TALKS|END|IN|ASTANA"},
		{"See http://example.org/a?b=c. Write to a.b@example.org!", "See|http://example.org/a?b=c|.‖Write|to|a.b@example.org|!"},
		{"``We agree,'' he said.", "``|We|agree|,|''|he|said|."},
		{"the '90s and 1990s", "the|'90s|and|1990s"},
		{"It fell at 5 p.m. Wednesday. All met at 6 a.m. EST here.", "It|fell|at|5|p.m.|Wednesday|.‖All|met|at|6|a.m.|EST|here|."},
		{"It fell. [12] The rest stood.[13] He left.", "It|fell|.‖[|12|]|The|rest|stood|.|[|13|]‖He|left|."},
		{"No. The answer stays. See No. 5 and no. 12.", "No|.‖The|answer|stays|.‖See|No.|5|and|no.|12|."},
		{"They drove 5 km. Later they met a Mm. It was.", "They|drove|5|km.‖Later|they|met|a|Mm|.‖It|was|."},
		{"there were talks. they failed. why? no one asked.", "there|were|talks|.‖they|failed|.‖why|?|no|one|asked|."},
		{`"Why now?" he asked. Rates (c. 1818) rose, e.g. The Hague.`, `"|Why|now|?|"|he|asked|.‖Rates|(|c.|1818|)|rose|,|e.g.|The|Hague|.`},
		{"SEN. BAYAR MET LT. GEN. DORJ. TALKS ENDED.", "SEN.|BAYAR|MET|LT.|GEN.|DORJ|.‖TALKS|ENDED|."},
		{"Sold to Ulan Steel Pty. Ltd. of Perth.", "Sold|to|Ulan|Steel|Pty.|Ltd.|of|Perth|."},
		{"It opened at 9 a.m. Monday and shut at 6 p.m. Oslo time.", "It|opened|at|9|a.m.|Monday|and|shut|at|6|p.m.|Oslo|time|."},
		{"Gen. Bold wrote (Izvestia, p. 2, Sept. 9) about Mr. Dorj.", "Gen.|Bold|wrote|(|Izvestia|,|p.|2|,|Sept.|9|)|about|Mr.|Dorj|."},
		{"at 5 p.m. Officials met Kim Yong-nam.", "at|5|p.m.‖Officials|met|Kim|Yong|-|nam|."},
	} {
		if got := show(c.text); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestHeadingIsOneSentence(t *testing.T) {
	text := "TALKS HELD. TREATY SIGNED."
	p := prose(text)
	p[0].Kind = dateline.Heading
	if got := len(Split(text, p)); got != 1 {
		t.Errorf("%d sentences", got)
	}
}

// TestEndlessSentence: what never ends is cut, between words where it has any, and no
// word is lost.
func TestEndlessSentence(t *testing.T) {
	for _, text := range []string{strings.Repeat("wave ", 25_000), strings.Repeat("wave,", 25_000)} {
		for _, kind := range []dateline.ParagraphKind{dateline.Prose, dateline.Heading} {
			p := prose(text)
			p[0].Kind = kind
			words := 0
			for _, s := range Split(text, p) {
				words += len(s.Tokens)
				if len(s.Tokens) > 2*longest {
					t.Errorf("a sentence of %d words", len(s.Tokens))
				}
			}
			if want := 25_000 * (1 + strings.Count(text[:5], ",")); words != want {
				t.Errorf("%d words of %d", words, want)
			}
		}
	}
}

func TestPiecesSkipPrefixes(t *testing.T) {
	text := "> Talks were\n> held here."
	p := []dateline.Paragraph{{Kind: dateline.Prose, Pieces: []dateline.Span{{Start: 2, End: 12}, {Start: 15, End: len(text)}}}}
	ss := Split(text, p)
	if len(ss) != 1 || len(ss[0].Tokens) != 5 || ss[0].Tokens[2].Form != "held" {
		t.Errorf("%+v", ss)
	}
}

// FuzzSplit checks that the words and the space between them rebuild the text.
func FuzzSplit(f *testing.F) {
	for _, s := range []string{"He didn't say \"Go.\" They’d left...", "V.V. Orlov's 5% (U.S.) ``x''", "\xff\xfe a\x00b", "a@b.c http://", "'''s n't", "a@b\xab0.00000's x", "İİİ's"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, s := range Split(text, prose(text)) {
			if len(s.Tokens) == 0 {
				t.Fatal("empty sentence")
			}
			for _, w := range s.Tokens {
				if w.Span.Start < at || w.Span.End <= w.Span.Start || w.Span.End > len(text) || w.Form != w.Span.In(text) {
					t.Fatalf("word %+v after byte %d of %q", w, at, text)
				}
				if strings.TrimFunc(text[at:w.Span.Start], space) != "" {
					t.Fatalf("lost %q", text[at:w.Span.Start])
				}
				at = w.Span.End
			}
		}
		if strings.TrimFunc(text[at:], space) != "" {
			t.Fatalf("lost %q at the end", text[at:])
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("The U.S. minister, I. S. Petrov, didn't say \"No.\" He met 3.5% of them on 2/13/00. ", 100)
	p := prose(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(text, p)
	}
}
