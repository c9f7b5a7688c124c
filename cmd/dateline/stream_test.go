package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

// cutAll reads a stream to its end and returns its paragraphs, each once more cut
// at blank lines, since several may be handed on together.
func cutAll(t *testing.T, r io.Reader) []string {
	t.Helper()
	var out []string
	for p := (paragraphs{in: bufio.NewReaderSize(r, 4096)}); ; {
		text, err := p.next()
		for _, s := range strings.Split(text, "\n\n") {
			if s = strings.TrimSpace(s); s != "" {
				out = append(out, s)
			}
		}
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestParagraphsDoNotDependOnReads: a stream that comes in drops is cut as one
// that comes at once, also where a paragraph is too long.
func TestParagraphsDoNotDependOnReads(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	var b strings.Builder
	for range 200 {
		b.WriteString(strings.Repeat("Some words, more words. ", rng.IntN(40)) + "\nA line.\n")
		if rng.IntN(3) == 0 {
			b.WriteString("\n")
		}
	}
	b.WriteString("\n\n" + strings.Repeat("no end and no stop ", 50_000) + "\n\nLast")
	text := b.String()
	want := cutAll(t, strings.NewReader(text))
	for name, r := range map[string]io.Reader{"bytes": iotest.OneByteReader(strings.NewReader(text)), "halves": iotest.HalfReader(strings.NewReader(text))} {
		if got := cutAll(t, r); !slices.Equal(got, want) {
			t.Errorf("%s: %d paragraphs, want %d", name, len(got), len(want))
		}
	}
	if got := strings.Join(strings.Fields(strings.Join(want, " ")), " "); got != strings.Join(strings.Fields(text), " ") {
		t.Error("the paragraphs do not hold the text")
	}
}

// TestParseAnswersAtOnce: the first paragraph is written while the second is
// still to come, and an interruption ends the command while it waits.
func TestParseAnswersAtOnce(t *testing.T) {
	in, feed := io.Pipe()
	out, sink := io.Pipe()
	ctx, stop := context.WithCancel(t.Context())
	m := &Main{Stdin: in, Stdout: sink, Stderr: io.Discard, Getenv: os.Getenv}
	code := make(chan int, 1)
	go func() { code <- m.Run(ctx, []string{"parse"}) }()
	go io.WriteString(feed, "Talks were held in Oslo.\n\n")
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || line != "# text = Talks were held in Oslo.\n" {
		t.Fatalf("%q, error %v", line, err)
	}
	go io.Copy(io.Discard, out)
	stop()
	select {
	case c := <-code:
		if c != exitFailed {
			t.Errorf("exit code %d", c)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("still running after the interruption")
	}
}

// TestParseStopsAtClosedPipe: when nobody reads the output any more, the command
// ends although input goes on.
func TestParseStopsAtClosedPipe(t *testing.T) {
	out, sink := io.Pipe()
	out.Close()
	endless := readerFunc(func(b []byte) (int, error) { return copy(b, "Talks were held.\n\n"), nil })
	m := &Main{Stdin: endless, Stdout: sink, Stderr: io.Discard, Getenv: os.Getenv}
	if code := m.Run(t.Context(), []string{"parse"}); code != exitFailed {
		t.Errorf("exit code %d", code)
	}
}

func TestPlain(t *testing.T) {
	for text, want := range map[string]bool{
		"Talks were held.":            true,
		"":                            true,
		"\ufeff“Talks” in Århus":      true,
		"cut in a character \xe2\x80": true,
		"\xff\xfeT\x00a\x00":          false,
		"caf\xe9 in a town of Latin1": false,
		"  <html><body>":              false,
		"\x1f\x8b\x08 packed":         false,
	} {
		if got := plain(bufio.NewReader(strings.NewReader(text))); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
