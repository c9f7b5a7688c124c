//go:build unix

package entity

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/lexicon"
)

// TestLongSentence: time grows with the length of a sentence, not with its square, where
// every clause of it names a person and an outlet: eight times the words surely do not take
// thirty times as long.
func TestLongSentence(t *testing.T) {
	outlets, err := lexicon.LoadOutlets()
	if err != nil {
		t.Fatal(err)
	}
	v, err := New(outlets)
	if err != nil {
		t.Fatal(err)
	}
	quickest := func(names int) time.Duration {
		best := time.Hour
		for range 3 {
			text, r := report("2005-06-01", strings.Repeat("Ana/NNP Duro/NNP told/VBD Reuters/NNP ,/, ", names))
			s := &r.Sentences[0]
			for i := 0; i+1 < len(s.Tokens); i += 5 {
				s.Names = append(s.Names, dateline.Name{First: i, Last: i + 2, Type: dateline.PersonName})
			}
			began := processorTime(t)
			if len(v.Annotate(text, &r)) < names {
				t.Fatal("names were not found")
			}
			best = min(best, processorTime(t)-began)
		}
		return best
	}
	short, long := quickest(2_000), quickest(16_000)
	if long > 30*max(short, time.Millisecond) {
		t.Errorf("10,000 words take %v, 80,000 take %v", short, long)
	}
}

// processorTime is the processor time of the program so far.
func processorTime(tb testing.TB) time.Duration {
	tb.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
