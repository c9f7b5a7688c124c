//go:build unix

package syntax_test

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

// processorTime is the processor time of the program so far.
func processorTime(tb testing.TB) time.Duration {
	tb.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestLongSentence: time grows with the length of a sentence, not with its square:
// ten times the words take about ten times as long, and surely not thirty times.
func TestLongSentence(t *testing.T) {
	m := load(t)
	quickest := func(words int) time.Duration {
		s := sentences(strings.Repeat("the minister said that ", words/4) + "\n")
		best := time.Hour
		for range 3 {
			began := processorTime(t)
			m.Annotate(s)
			best = min(best, processorTime(t)-began)
		}
		checkTree(t, &s[0])
		return best
	}
	short, long := quickest(500), quickest(5000)
	if long > 30*max(short, time.Millisecond) {
		t.Errorf("500 words take %v, 5,000 take %v", short, long)
	}
}
