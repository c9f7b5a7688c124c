package syntax

import (
	"math"
)

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
