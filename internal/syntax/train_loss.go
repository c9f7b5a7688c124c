package syntax

import (
	"math"
)

// softmax adds the loss of a linear classifier on the rows of d. A target is a
// class, or the set of classes that are right (Tsuboi et al. 2008).
func (w *worker) softmax(b batch, es []*example, d, dd []float32, fwd, back *panels, weights, bias block, classes int, scale float32, target func(*example, int) (uint64, int, bool)) {
	cols := weights.cols
	w.buf[0] = sized(w.buf[0], b.n*cols)
	z := w.buf[0]
	for r := range b.n {
		copy(z[r*cols:(r+1)*cols], bias.of(w.t.opt.w))
	}
	fwd.add(b.n, d, encDim, 1, z, cols)
	for t, at := range b.offset {
		for s := range b.active[t] {
			row := z[(at+s)*cols : (at+s+1)*cols]
			mask, class, ok := target(es[s], t)
			if !ok {
				clear(row)
				continue
			}
			top := topOf(row[:classes])
			if class >= 0 {
				w.stats.words++
				if top == class {
					w.stats.tags++
				}
			} else {
				w.stats.named++
				if mask>>top&1 == 1 {
					w.stats.names++
				}
			}
			lossRow(row, classes, mask, class, scale)
		}
	}
	w.linearBack(b.n, d, z, dd, back, weights, bias)
}

func topOf(row []float32) int {
	top := 0
	for i, v := range row {
		if v > row[top] {
			top = i
		}
	}
	return top
}

// lossRow turns scores into the gradient of minus the log of the probability of
// the right class or classes.
func lossRow(row []float32, classes int, mask uint64, class int, scale float32) {
	clear(row[classes:])
	top := row[topOf(row[:classes])]
	sum, right := float32(0), float32(0)
	for i := range classes {
		row[i] = float32(math.Exp(float64(row[i] - top)))
		sum += row[i]
		if i == class || class < 0 && mask>>i&1 == 1 {
			right += row[i]
		}
	}
	right = max(right, 1e-20)
	for i := range classes {
		p := row[i] / sum
		if i == class || class < 0 && mask>>i&1 == 1 {
			p -= row[i] / right
		}
		row[i] = p * scale
	}
}

// linearBack adds the gradients of a linear map of n rows whose outputs have the
// gradient z.
func (w *worker) linearBack(n int, d, z, dd []float32, back *panels, weights, bias block) {
	w.tmp.pack(n, weights.cols, z, weights.cols)
	w.tmp.add(weights.rows, d, 1, weights.rows, weights.of(w.grad), weights.cols)
	addRows(bias.of(w.grad), z[:n*weights.cols])
	back.add(n, z, weights.cols, 1, dd, weights.rows)
}

// labelLoss adds the loss of the labels of the gold arcs.
func (w *worker) labelLoss(b batch, es []*example, scale float32) {
	lay, flat := w.t.lay, w.t.opt.w
	n, width := b.n, 2*arcDim
	w.buf[1], w.buf[2] = sized(w.buf[1], (n+1)*width), sized(w.buf[2], (n+1)*width)
	a, da := w.buf[1], w.buf[2]
	clear(da)
	for r := range n + 1 {
		copy(a[r*width:(r+1)*width], lay.arcBias.of(flat))
	}
	w.t.packed.arcs.add(n+1, w.d[1], encDim, 1, a, width)
	w.buf[3], w.buf[4] = sized(w.buf[3], n*arcDim), sized(w.buf[4], n*arcDim)
	joint, dj := w.buf[3], w.buf[4]
	clear(joint)
	clear(dj)
	heads := make([]int, n)
	cols := lay.labels.cols
	w.buf[5] = sized(w.buf[5], n*cols)
	z := w.buf[5]
	for t, at := range b.offset {
		for s := range b.active[t] {
			e, r := es[s], at+s
			copy(z[r*cols:(r+1)*cols], lay.labelBias.of(flat))
			heads[r] = -1
			if e.tags == nil {
				continue
			}
			heads[r] = n
			if h := e.heads[t]; h < len(e.heads) {
				heads[r] = b.offset[h] + s
			}
			for j := range arcDim {
				joint[r*arcDim+j] = max(0, a[heads[r]*width+j]+a[r*width+arcDim+j])
			}
		}
	}
	w.t.packed.labels.add(n, joint, arcDim, 1, z, cols)
	for t, at := range b.offset {
		for s := range b.active[t] {
			row := z[(at+s)*cols : (at+s+1)*cols]
			if heads[at+s] < 0 {
				clear(row)
				continue
			}
			w.stats.labels++
			if topOf(row[:len(w.t.model.labels)]) == int(es[s].labels[t]) {
				w.stats.labelsRight++
			}
			lossRow(row, len(w.t.model.labels), 0, int(es[s].labels[t]), scale)
		}
	}
	w.linearBack(n, joint, z, dj, &w.t.packed.labelsBack, lay.labels, lay.labelBias)
	for r, h := range heads {
		if h < 0 {
			continue
		}
		for j := range arcDim {
			if joint[r*arcDim+j] > 0 {
				g := dj[r*arcDim+j]
				da[h*width+j] += g
				da[r*width+arcDim+j] += g
			}
		}
	}
	w.linearBack(n+1, w.d[1], da, w.dd[1], &w.t.packed.arcsBack, lay.arcs, lay.arcBias)
}
