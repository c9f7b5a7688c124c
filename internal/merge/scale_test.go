//go:build unix

package merge

import (
	"flag"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

var sizes = flag.String("claims", "10000", "numbers of made-up claims that TestScale merges, with commas between")

// TestScale prints processor time and memory per claim.
func TestScale(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for size := range strings.SplitSeq(*sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			t.Fatal(err)
		}
		w := newWorld(n, 4)
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		start := processorMicroseconds(t)
		x := NewIndex(w.in)
		events, stories := x.Events()
		took := processorMicroseconds(t) - start
		runtime.GC()
		runtime.ReadMemStats(&after)
		_, _, f := w.score(events)
		k := float64(len(w.in.Claims))
		t.Logf("%8d claims: %6.1f µs of a processor and %5.0f bytes a claim, %d events, %d stories, B-cubed F1 %.3f",
			len(w.in.Claims), took/k, float64(after.HeapAlloc-before.HeapAlloc)/k, len(events), len(stories), f)
		runtime.KeepAlive(x)
	}
}

func processorMicroseconds(t *testing.T) float64 {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1000
}
