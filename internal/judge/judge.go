// Package judge is the second opinion on what happens between two marked actors:
// a multinomial logistic regression over the words and the syntax between them,
// over clusters of words of like meaning, and over what the event frames say. It
// is trained on a corpus of marked sentences written for it (corpus/), and ships
// as a table of weights. Its confidence is calibrated by a temperature chosen on
// sentences that it was not trained on (Guo et al. 2017).
package judge

import (
	_ "embed"
	"math"

	"github.com/dateline/dateline"
)

//go:embed data/judge.model
var embedded []byte

// Opinion is a root with the confidence (0 to 1) that somebody has in it.
type Opinion struct {
	Root       string
	Confidence float64
}

// Case is a pair of actors in a text: the sentences with their syntax, the spans
// that name each side (none where the text does not name it), and what the frames
// see between them, the likeliest first.
type Case struct {
	Sentences      []dateline.Sentence
	Source, Target []dateline.Span
	Framed         []Opinion
}

// Model holds the weights. It is read-only and safe for concurrent use.
type Model struct {
	roots    []string
	weights  map[uint32][]int8 // by feature, one weight a root
	scale    float64           // of the weights
	sharp    float64           // inverse temperature
	clusters clusters
}

// Load decodes the model that ships.
func Load() (*Model, error) {
	c, err := loadClusters()
	if err != nil {
		return nil, err
	}
	m, err := decode(embedded)
	if err != nil {
		return nil, err
	}
	m.clusters = c
	return m, nil
}

// Decide names the likeliest root and the probability that it is right, to four
// places.
func (m *Model) Decide(c Case) Opinion {
	p := m.Probabilities(c)
	top := 0
	for i := range p {
		if p[i] > p[top] {
			top = i
		}
	}
	return Opinion{m.roots[top], math.Round(p[top]*1e4) / 1e4}
}

// Probabilities of the roots, in the order of Roots.
func (m *Model) Probabilities(c Case) []float64 {
	scores := make([]int64, len(m.roots))
	for _, f := range m.Features(c) {
		for i, w := range m.weights[f] {
			scores[i] += int64(w)
		}
	}
	out := make([]float64, len(scores))
	for i, s := range scores {
		out[i] = float64(s) * m.scale * m.sharp
	}
	softmax(out)
	return out
}

// Roots are the classes of the model.
func (m *Model) Roots() []string { return m.roots }

// softmax turns scores into probabilities in place.
func softmax(v []float64) {
	top := math.Inf(-1)
	for _, x := range v {
		top = max(top, x)
	}
	sum := 0.0
	for i, x := range v {
		v[i] = math.Exp(x - top)
		sum += v[i]
	}
	for i := range v {
		v[i] /= sum
	}
}
