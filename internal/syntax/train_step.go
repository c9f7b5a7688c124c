package syntax

import (
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
