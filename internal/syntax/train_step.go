package syntax

import (
	"math"
	"math/rand/v2"
	"slices"
)

// example is a sentence made ready for training.
type example struct {
	vectors []int32           // row of each word's vector, -1 for none
	feats   [][formKeys]int32 // rows of each word's features, -1 for none
	tags    []int32           // class of each word; nil for a sentence without syntax
	heads   []int             // head of each word, the number of words for the root
	labels  []int32
	names   []uint32 // the name classes that each word may have, as bits; 0 for unknown
	weight  float64  // how often an epoch holds the sentence
}

// worker runs a part of a step's sentences and keeps their gradient.
type worker struct {
	t        *trainer
	rng      *rand.Rand
	grad     []float32
	rowGrad  []float32 // of the features' vectors
	touched  []int32
	mark     []bool
	layers   [2]lstm
	x, xMask []float32
	used     [][formKeys]int32
	d        [2][]float32 // dropped-out outputs of the layers; the second with the root
	mask     [2][]float32
	dd       [2][]float32 // their gradients
	dx       []float32
	parts    []float32 // what words add to the hidden units of states
	dparts   []float32
	buf      [6][]float32
	tmp      panels
	state    state
	stats    stats
}

// stats counts what a step got right.
type stats struct {
	words, tags, actions, actionsRight, labels, labelsRight, named, names float64
}

const (
	dropInput, dropLayer = 0.2, 0.33
	dropVector           = 0.04
	dropRare             = 0.5 // a word seen n times is unknown in dropRare/(dropRare+n) of the cases
	follow               = 0.7 // how often the parser goes on with its own choice
)

// run adds the gradient of the sentences, scaled, to the worker's.
func (w *worker) run(es []*example, scale float32) {
	clear(w.grad)
	w.touched = w.touched[:0]
	w.stats = stats{}
	slices.SortStableFunc(es, func(a, b *example) int { return len(b.vectors) - len(a.vectors) })
	lengths := make([]int, len(es))
	for i, e := range es {
		lengths[i] = len(e.vectors)
	}
	b := newBatch(lengths)
	w.inputs(b, es)
	flat, lay := w.t.opt.w, w.t.lay
	w.layers[0].forward(b, w.x, lay.inBias[0].of(flat))
	w.dropout(0, b.n, w.layers[0].h, nil)
	w.layers[1].forward(b, w.d[0], lay.inBias[1].of(flat))
	w.dropout(1, b.n, w.layers[1].h, lay.root.of(flat))
	w.softmax(b, es, w.d[0], w.dd[0], &w.t.packed.tags, &w.t.packed.tagsBack, lay.tags, lay.tagBias, len(w.t.model.tags), scale, w.tagTargets)
	w.softmax(b, es, w.d[1], w.dd[1], &w.t.packed.names, &w.t.packed.namesBack, lay.names, lay.nameBias, len(w.t.model.names), scale, w.nameTargets)
	w.labelLoss(b, es, scale)
	w.parseLoss(b, es, scale)
	addRows(lay.root.of(w.grad), w.dd[1][b.n*encDim:])
	w.undrop(1, b.n)
	w.layers[1].backward(b, lay, 1, w.d[0], w.dd[1], w.dd[0], w.grad)
	w.undrop(0, b.n)
	w.dx = sized(w.dx, b.n*featureDim)
	clear(w.dx)
	w.layers[0].backward(b, lay, 0, w.x, w.dd[0], w.dx, w.grad)
	w.inputsBack(b)
}

// inputs fills x with the words of the batch, some of their features dropped.
func (w *worker) inputs(b batch, es []*example) {
	w.x, w.xMask, w.used = sized(w.x, b.n*inputDim), sized(w.xMask, b.n*inputDim), sized(w.used, b.n)
	clear(w.x)
	for i := range w.xMask {
		w.xMask[i] = w.keep(dropInput)
	}
	for t, at := range b.offset {
		for s := range b.active[t] {
			e, x := es[s], w.x[(at+s)*inputDim:][:inputDim]
			if r := e.vectors[t]; r >= 0 && w.rng.Float32() >= dropVector {
				copy(x, w.t.vector(int(r)))
			}
			used := e.feats[t]
			if r := used[0]; r >= 0 && w.rng.Float64() < dropRare/(dropRare+w.t.counts[r]) {
				used[0] = -1
			}
			for _, r := range used {
				if r >= 0 {
					addRows(x[vectorDim:], w.t.rows.w[int(r)*featureDim:][:featureDim])
				}
			}
			w.used[at+s] = used
		}
	}
	for i, m := range w.xMask {
		w.x[i] *= m
	}
}

// keep is 0 with the given chance, else what keeps the mean.
func (w *worker) keep(drop float32) float32 {
	if w.rng.Float32() < drop {
		return 0
	}
	return 1 / (1 - drop)
}

func (w *worker) inputsBack(b batch) {
	for i := range b.n {
		dx, mask := w.dx[i*featureDim:][:featureDim], w.xMask[i*inputDim+vectorDim:][:featureDim]
		for j, m := range mask {
			dx[j] *= m
		}
		for _, r := range w.used[i] {
			if r < 0 {
				continue
			}
			if !w.mark[r] {
				w.mark[r] = true
				w.touched = append(w.touched, r)
				clear(w.rowGrad[int(r)*featureDim:][:featureDim])
			}
			addRows(w.rowGrad[int(r)*featureDim:][:featureDim], dx)
		}
	}
	for _, r := range w.touched {
		w.mark[r] = false
	}
}

// dropout copies the outputs of a layer with some set to 0, and clears the
// place of their gradient; extra is one more row that is kept.
func (w *worker) dropout(i, n int, h, extra []float32) {
	w.d[i], w.mask[i], w.dd[i] = sized(w.d[i], n*encDim+len(extra)), sized(w.mask[i], n*encDim), sized(w.dd[i], n*encDim+len(extra))
	for k := range w.mask[i] {
		w.mask[i][k] = w.keep(dropLayer)
		w.d[i][k] = h[k] * w.mask[i][k]
	}
	copy(w.d[i][n*encDim:], extra)
	clear(w.dd[i])
}

func (w *worker) undrop(i, n int) {
	for k, m := range w.mask[i][:n*encDim] {
		w.dd[i][k] *= m
	}
}

func (w *worker) tagTargets(e *example, t int) (mask uint64, class int, ok bool) {
	if e.tags == nil {
		return 0, 0, false
	}
	return 0, int(e.tags[t]), true
}

func (w *worker) nameTargets(e *example, t int) (mask uint64, class int, ok bool) {
	if e.names == nil || e.names[t] == 0 {
		return 0, 0, false
	}
	return uint64(e.names[t]), -1, true
}

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

// parseLoss runs the parser over the sentences.
func (w *worker) parseLoss(b batch, es []*example, scale float32) {
	lay := w.t.lay
	n, width := b.n, roles*stateDim
	w.parts, w.dparts = sized(w.parts, (n+2)*width), sized(w.dparts, (n+2)*width)
	clear(w.parts)
	clear(w.dparts)
	copy(w.parts[(n+1)*width:], lay.none.of(w.t.opt.w))
	w.t.packed.roles.add(n+1, w.d[1], encDim, 1, w.parts, width)
	for s, e := range es {
		if e.tags != nil {
			w.parseOne(b, s, e, scale)
		}
	}
	w.tmp.pack(n+1, width, w.dparts, width)
	w.tmp.add(encDim, w.d[1], 1, encDim, lay.roles.of(w.grad), width)
	w.t.packed.rolesBack.add(n+1, w.dparts, width, 1, w.dd[1], encDim)
	addRows(lay.none.of(w.grad), w.dparts[(n+1)*width:])
}

// parseOne parses a sentence, mostly with its own choices, and adds the loss of
// each: the actions that lose no gold arc are right.
func (w *worker) parseOne(b batch, sentence int, e *example, scale float32) {
	lay, flat := w.t.lay, w.t.opt.w
	bias, act, abias := lay.state.of(flat), lay.actions.of(flat), lay.actionBias.of(flat)
	dbias, dact, dabias := lay.state.of(w.grad), lay.actions.of(w.grad), lay.actionBias.of(w.grad)
	var h, dh [stateDim]float32
	st := &w.state
	n := len(e.heads)
	for st.reset(n); !st.done(); {
		copy(h[:], bias)
		words := st.words()
		var at [roles]int
		for r, i := range words {
			row := b.n + 1
			switch {
			case i == n:
				row = b.n
			case i >= 0:
				row = b.offset[i] + sentence
			}
			at[r] = (row*roles + r) * stateDim
			for j, v := range w.parts[at[r] : at[r]+stateDim] {
				h[j] += v
			}
		}
		var z [3]float32
		for a := range z {
			z[a] = abias[a]
			for j, v := range act[a*stateDim : (a+1)*stateDim] {
				if h[j] > 0 {
					z[a] += h[j] * v
				}
			}
		}
		costs := st.costs(e.heads)
		got, want, right := judge(st, z, costs)
		w.stats.actions++
		if costs[got] == costs[want] {
			w.stats.actionsRight++
		}
		if dz := actionLoss(st, z, right, scale); dz != [3]float32{} {
			clear(dh[:])
			for a, g := range dz {
				dabias[a] += g
				for j := range h {
					if h[j] > 0 {
						dact[a*stateDim+j] += g * h[j]
						dh[j] += g * act[a*stateDim+j]
					}
				}
			}
			addRows(dbias, dh[:])
			for _, o := range at {
				addRows(w.dparts[o:o+stateDim], dh[:])
			}
		}
		if w.rng.Float64() < follow {
			want = got
		}
		st.do(want)
	}
}

// judge tells the parser's choice, the best of the cheapest actions, and which
// actions are among the cheapest.
func judge(st *state, z [3]float32, costs [3]int) (got, want int, right [3]bool) {
	got, want = -1, -1
	for a := range z {
		if !st.can(a) {
			continue
		}
		if got < 0 || z[a] > z[got] {
			got = a
		}
		if want < 0 || costs[a] < costs[want] || costs[a] == costs[want] && z[a] > z[want] {
			want = a
		}
	}
	for a := range z {
		right[a] = st.can(a) && costs[a] == costs[want]
	}
	return got, want, right
}

// actionLoss is the gradient of minus the log of the probability of the right
// actions among those allowed.
func actionLoss(st *state, z [3]float32, right [3]bool, scale float32) (dz [3]float32) {
	top := float32(math.Inf(-1))
	for a := range z {
		if st.can(a) {
			top = max(top, z[a])
		}
	}
	sum, good := float32(0), float32(1e-20)
	for a := range z {
		if !st.can(a) {
			continue
		}
		dz[a] = float32(math.Exp(float64(z[a] - top)))
		sum += dz[a]
		if right[a] {
			good += dz[a]
		}
	}
	for a := range z {
		p := dz[a] / sum
		if right[a] {
			p -= dz[a] / good
		}
		dz[a] = p * scale
	}
	return dz
}
