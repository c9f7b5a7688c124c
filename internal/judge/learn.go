package judge

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
)

// Example is a case's features with the root that is right.
type Example struct {
	Features []uint32
	Root     string
	Weight   float64 // 1 for an ordinary example
}

// Learning holds the settings of training.
type Learning struct {
	Epochs int
	Rate   float64 // Adagrad's step
	L2     float64 // decay of the weights an epoch
	Drop   float64 // share of features left out of an example at a time
	Seed   uint64
}

// Train fits a model to the examples by softmax regression with Adagrad (Duchi,
// Hazan & Singer 2011). The same seed gives the same model.
func (l Learning) Train(examples []Example) *Model {
	t := &trainer{roots: rootsOf(examples), rows: map[uint32][]float64{}, grads: map[uint32][]float64{}}
	rng := rand.New(rand.NewPCG(l.Seed, 1))
	for range l.Epochs {
		for _, k := range rng.Perm(len(examples)) {
			t.step(&examples[k], l, rng)
		}
		for _, row := range t.rows {
			for i := range row {
				row[i] *= 1 - l.L2
			}
		}
	}
	return t.model()
}

func rootsOf(examples []Example) []string {
	var out []string
	for i := range examples {
		out = append(out, examples[i].Root)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

type trainer struct {
	roots       []string
	rows, grads map[uint32][]float64
}

func (t *trainer) step(e *Example, l Learning, rng *rand.Rand) {
	kept := make([]uint32, 0, len(e.Features))
	for _, f := range e.Features {
		if rng.Float64() >= l.Drop {
			kept = append(kept, f)
		}
	}
	p := make([]float64, len(t.roots))
	for _, f := range kept {
		for i, w := range t.rows[f] {
			p[i] += w
		}
	}
	softmax(p)
	gold, _ := slices.BinarySearch(t.roots, e.Root)
	for i := range p {
		p[i] *= -e.Weight
	}
	p[gold] += e.Weight
	for _, f := range kept {
		row, grad := t.rows[f], t.grads[f]
		if row == nil {
			row, grad = make([]float64, len(p)), make([]float64, len(p))
			t.rows[f], t.grads[f] = row, grad
		}
		for i, g := range p {
			grad[i] += g * g
			row[i] += l.Rate * g / (0.1 + math.Sqrt(grad[i]))
		}
	}
}

// model quantises the weights to a byte each.
func (t *trainer) model() *Model {
	top := 0.0
	for _, row := range t.rows {
		for _, w := range row {
			top = max(top, math.Abs(w))
		}
	}
	m := &Model{roots: t.roots, weights: map[uint32][]int8{}, scale: max(top, 1e-9) / 127, sharp: 1}
	for f, row := range t.rows {
		q, used := make([]int8, len(row)), false
		for i, w := range row {
			q[i] = int8(math.Round(w / m.scale))
			used = used || q[i] != 0
		}
		if used {
			m.weights[f] = q
		}
	}
	return m
}

// Scores are the model's raw scores of features, in the order of Roots.
func (m *Model) Scores(features []uint32) []float64 {
	out := make([]float64, len(m.roots))
	for _, f := range features {
		for i, w := range m.weights[f] {
			out[i] += float64(w) * m.scale
		}
	}
	return out
}

// Sharpen sets the inverse temperature that scores are multiplied by.
func (m *Model) Sharpen(by float64) { m.sharp = by }

// Encode writes the model as Load reads it.
func (m *Model) Encode() []byte {
	out := []byte(magic + strings.Join(m.roots, " ") + "\n")
	out = binary.LittleEndian.AppendUint64(out, math.Float64bits(m.scale))
	out = binary.LittleEndian.AppendUint64(out, math.Float64bits(m.sharp))
	var keys []uint32
	for f := range m.weights {
		keys = append(keys, f)
	}
	slices.Sort(keys)
	for _, f := range keys {
		out = binary.LittleEndian.AppendUint32(out, f)
		for _, w := range m.weights[f] {
			out = append(out, byte(w))
		}
	}
	return out
}
