//go:build !race

package syntax_test

import (
	"strings"
	"testing"
)

// TestNoAllocation: words met before cost no memory. The race detector makes
// pools forget what they hold, so the test is left out under it.
func TestNoAllocation(t *testing.T) {
	m, ss := load(t), sentences(prose)
	m.Annotate(ss)
	words := len(strings.Fields(prose))
	if n := testing.AllocsPerRun(20, func() { m.Annotate(ss) }); n > float64(words)/20 {
		t.Errorf("%.0f allocations for %d words met before", n, words)
	}
}
