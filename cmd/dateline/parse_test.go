//go:build unix

package main

import (
	"bufio"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/dateline/dateline/internal/syntax"
	"github.com/dateline/dateline/internal/token"
	"github.com/dateline/dateline/pipeline"
)

// newsText is text for measuring: the file that DATELINE_NEWS names, else some
// prose of our own.
func newsText(b *testing.B) string {
	if path := os.Getenv("DATELINE_NEWS"); path != "" {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		return string(text[:min(len(text), 1<<20)])
	}
	return strings.Repeat(`The foreign ministers of Norway and Chile met in Oslo on Tuesday to discuss fishing rights in the southern seas.
"We have made good progress," said Ingrid Solberg, who led the Norwegian delegation, after three hours of talks.

Her counterpart, Rodrigo Alvear, told reporters that a draft agreement would be ready by the end of the month.

`, 50)
}

// BenchmarkParse tokenises, tags, lemmatises, parses, finds names and writes
// CoNLL-U. Words by the second of processor time do not suffer from other work
// on the machine.
func BenchmarkParse(b *testing.B) {
	model, err := syntax.Load()
	if err != nil {
		b.Fatal(err)
	}
	text := newsText(b)
	report := pipeline.Whole("", text, "")
	words := 0
	for _, s := range token.Split(text, report.Paragraphs) {
		words += len(s.Tokens)
	}
	p := &parser{model: model, out: bufio.NewWriter(io.Discard)}
	b.ReportAllocs()
	before := processorTime()
	for b.Loop() {
		if err := p.paragraphs(text); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*words)/(processorTime()-before), "words/cpu-s")
}

// processorTime is the processor time of the program so far, in seconds.
func processorTime() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}
