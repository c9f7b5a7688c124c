package syntax

import (
	"math"
	"math/rand/v2"
)

// block is a matrix inside the flat list of parameters, row-major; its columns
// are padded to whole panels.
type block struct{ at, rows, cols int }

func (b block) of(flat []float32) []float32 { return flat[b.at : b.at+b.rows*b.cols] }

// layout says where each weight of the network lies in the list.
type layout struct {
	size                                          int
	in, inBias                                    [2]block
	recurrent                                     [2][2]block
	tags, tagBias, names, nameBias                block
	roles, none, state, actions, actionBias, root block
	arcs, arcBias, labels, labelBias              block
}

func (l *layout) block(rows, cols int) block {
	b := block{l.size, rows, (cols + lanes - 1) / lanes * lanes}
	l.size += b.rows * b.cols
	return b
}

func newLayout(tags, names, labels int) *layout {
	l := &layout{}
	in := inputDim
	for i := range 2 {
		l.in[i], l.inBias[i] = l.block(in, 2*gateDim), l.block(1, 2*gateDim)
		l.recurrent[i] = [2]block{l.block(hidden, gateDim), l.block(hidden, gateDim)}
		in = encDim
	}
	l.tags, l.tagBias = l.block(encDim, tags), l.block(1, tags)
	l.names, l.nameBias = l.block(encDim, names), l.block(1, names)
	l.roles, l.none, l.state = l.block(encDim, roles*stateDim), l.block(1, roles*stateDim), l.block(1, stateDim)
	l.actions, l.actionBias, l.root = l.block(3, stateDim), l.block(1, 3), l.block(1, encDim)
	l.arcs, l.arcBias = l.block(encDim, 2*arcDim), l.block(1, 2*arcDim)
	l.labels, l.labelBias = l.block(arcDim, labels), l.block(1, labels)
	return l
}

// init draws the weights (Glorot & Bengio 2010); forget gates begin open.
func (l *layout) init(rng *rand.Rand) []float32 {
	flat := make([]float32, l.size)
	draw := func(b block, in, out int) {
		r := math.Sqrt(6 / float64(in+out))
		for i := range b.of(flat) {
			flat[b.at+i] = float32((rng.Float64()*2 - 1) * r)
		}
	}
	for i := range 2 {
		draw(l.in[i], l.in[i].rows, hidden)
		for d := range 2 {
			draw(l.recurrent[i][d], hidden, hidden)
			bias := l.inBias[i].of(flat)[d*gateDim:]
			for j := range hidden {
				bias[hidden+j] = 1
			}
		}
	}
	for _, b := range []block{l.tags, l.names, l.labels} {
		draw(b, b.rows, b.cols)
	}
	draw(l.roles, 2*encDim, stateDim)
	draw(l.arcs, encDim, arcDim)
	draw(l.actions, stateDim, 3)
	draw(l.root, encDim, encDim)
	return flat
}

// adam is the optimiser of Kingma & Ba 2015 with a running mean of the weights.
type adam struct {
	w, m, v, mean []float32
}

const (
	adamB1, adamB2, adamEps = 0.9, 0.99, 1e-6
	meanDecay               = 0.999
)

func newAdam(w []float32) *adam {
	return &adam{w: w, m: make([]float32, len(w)), v: make([]float32, len(w)), mean: append([]float32(nil), w...)}
}

// step moves the weights [from, to) against the gradient g; keep is what stays of
// their running mean.
func (a *adam) step(from, to int, g []float32, rate, keep float32) {
	w, m, v, mean := a.w[from:to], a.m[from:to], a.v[from:to], a.mean[from:to]
	for i, d := range g[:len(w)] {
		m[i] = adamB1*m[i] + (1-adamB1)*d
		v[i] = adamB2*v[i] + (1-adamB2)*d*d
		w[i] -= rate * m[i] / (float32(math.Sqrt(float64(v[i]))) + adamEps)
		mean[i] = keep*mean[i] + (1-keep)*w[i]
	}
}
