package syntax

import (
	"math"
	"slices"
)

// update moves the weights against the workers' gradients.
func (tr *trainer) update(progress float64) {
	tr.step++
	grad := tr.workers[0].grad
	for _, w := range tr.workers[1:] {
		addRows(grad, w.grad)
	}
	norm := 0.0
	for _, g := range grad {
		norm += float64(g) * float64(g)
	}
	if norm = math.Sqrt(norm); norm > 2 {
		for i := range grad {
			grad[i] *= float32(2 / norm)
		}
	}
	rate := float32(tr.Rate * (1 - 0.95*progress) * min(1, float64(tr.step)/200))
	keep := float32(min(meanDecay, float64(tr.step)/float64(tr.step+10)))
	tr.opt.step(0, tr.lay.size, grad, rate, keep)
	tr.updateRows(rate)
}

func (tr *trainer) updateRows(rate float32) {
	first := tr.workers[0]
	for _, r := range first.touched {
		first.mark[r] = true
	}
	all := slices.Clone(first.touched)
	for _, w := range tr.workers[1:] {
		for _, r := range w.touched {
			g := first.rowGrad[int(r)*featureDim:][:featureDim]
			if !first.mark[r] {
				first.mark[r] = true
				all = append(all, r)
				clear(g)
			}
			addRows(g, w.rowGrad[int(r)*featureDim:][:featureDim])
		}
	}
	for _, r := range all {
		first.mark[r] = false
		tr.catchUp(int(r))
		from := int(r) * featureDim
		tr.rows.step(from, from+featureDim, first.rowGrad[from:], rate, min(meanDecay, float32(tr.step)/float32(tr.step+10)))
		tr.lastStep[r] = int32(tr.step)
	}
}

// catchUp brings the running mean of a row to the step before this one: its
// weights have stood still.
func (tr *trainer) catchUp(r int) {
	n := tr.step - 1 - int(tr.lastStep[r])
	if n <= 0 {
		return
	}
	keep := float32(math.Pow(min(meanDecay, float64(tr.step)/float64(tr.step+10)), float64(n)))
	from := r * featureDim
	for i := from; i < from+featureDim; i++ {
		tr.rows.mean[i] = keep*tr.rows.mean[i] + (1-keep)*tr.rows.w[i]
	}
	tr.lastStep[r] = int32(tr.step - 1)
}

// file is the model with the running mean of the weights.
func (tr *trainer) file() []byte {
	lay, flat, n := tr.lay, tr.opt.mean, tr.model.net
	full := func(w, bias block, cols int) *matrix {
		v := make([]float32, 0, w.rows*cols)
		for r := range w.rows {
			v = append(v, w.of(flat)[r*w.cols:][:cols]...)
		}
		if bias.rows == 0 {
			return newMatrix(w.rows, cols, v, nil)
		}
		return newMatrix(w.rows, cols, v, bias.of(flat))
	}
	for i := range n.layers {
		n.layers[i].in = full(lay.in[i], lay.inBias[i], 2*gateDim)
		for d := range 2 {
			n.layers[i].recurrent[d] = full(lay.recurrent[i][d], block{}, gateDim)
		}
	}
	n.tags, n.names = full(lay.tags, lay.tagBias, len(tr.model.tags)), full(lay.names, lay.nameBias, len(tr.model.names))
	n.roles, n.arcs = full(lay.roles, block{}, roles*stateDim), full(lay.arcs, lay.arcBias, 2*arcDim)
	n.labels = full(lay.labels, lay.labelBias, len(tr.model.labels))
	n.none, n.root = fixed(lay.none.of(flat), actBits), fixed(lay.root.of(flat), actBits)
	n.state = n.state[:0]
	for _, v := range lay.state.of(flat) {
		n.state = append(n.state, int32(math.Round(float64(v)*(1<<actBits))))
	}
	for a := range n.actions {
		n.actions[a] = fixed(lay.actions.of(flat)[a*stateDim:][:stateDim], weightBits)
		n.actionBias[a] = int32(math.Round(float64(lay.actionBias.of(flat)[a]) * (1 << (sumBits - 8))))
	}
	tr.step++
	n.features = newVectors(featureDim, len(tr.keys))
	for r, key := range tr.keys {
		tr.catchUp(r)
		n.features.add(key, tr.rows.mean[r*featureDim:][:featureDim])
	}
	tr.step--
	return tr.model.encode()
}

func fixed(v []float32, bits int) []int16 {
	out := make([]int16, len(v))
	for i, x := range v {
		out[i] = fixed16(x, bits)
	}
	return out
}
