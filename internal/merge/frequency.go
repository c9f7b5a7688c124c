package merge

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/frequency.txt
var frequencyTable string

// frequencies holds in how many sentences of a sample of English a stem stands.
// A fixed table, not the collection at hand, decides which words are rare, so
// that a document that arrives changes no comparison between others.
type frequencies struct {
	sentences float64
	count     map[string]float64
}

var frequency = sync.OnceValue(func() *frequencies {
	f := &frequencies{count: map[string]float64{}}
	for line := range strings.Lines(frequencyTable) {
		stem, n, ok := strings.Cut(strings.TrimSpace(line), " ")
		v, err := strconv.ParseFloat(n, 64)
		switch {
		case !ok || stem == "#" || err != nil:
		case stem == "*":
			f.sentences = v
		default:
			f.count[stem] = v
		}
	}
	return f
})

// weight is the inverse frequency of a stem, 1 for a stem that the sample lacks
// and towards 0 for the commonest.
func (f *frequencies) weight(stem string) float32 {
	n := f.count[stem]
	if n == 0 || f.sentences == 0 {
		return 1
	}
	return float32(max(0.1, math.Log(f.sentences/n)/math.Log(f.sentences/rare)))
}

// rare is the count below which a stem is not in the table.
const rare = 6
