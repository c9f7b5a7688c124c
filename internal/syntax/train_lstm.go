package syntax

import "math"

// batch is a group of sentences run in step: rows are sorted by place in the
// sentence, then by sentence, longest sentences first. So the sentences that
// reach a place are a prefix, and a sentence's row is offset[place]+sentence.
type batch struct {
	n      int   // rows
	offset []int // first row of a place
	active []int // sentences that reach it
}

func newBatch(lengths []int) batch {
	b := batch{}
	for t := range lengths[0] {
		b.offset = append(b.offset, b.n)
		k := 0
		for k < len(lengths) && lengths[k] > t {
			k++
		}
		b.active = append(b.active, k)
		b.n += k
	}
	return b
}

// lstm holds what one bidirectional layer remembers of a batch.
type lstm struct {
	gates          []float32 // n × 2*gateDim: sums, then gates; their gradients on the way back
	cell, tanh, h  []float32 // n × encDim
	prevH, prevC   []float32
	dz             panels
	carryH, carryC []float32
	in, back       panels
	rec, recBack   [2]panels
}

// prepare cuts the weights for a step; inputs before from need no gradient.
func (l *lstm) prepare(flat []float32, lay *layout, i, from int) {
	in := lay.in[i]
	l.in.pack(in.rows, in.cols, in.of(flat), in.cols)
	l.back.packTransposed(in.cols, in.rows-from, in.of(flat)[from*in.cols:], in.cols)
	for d := range 2 {
		r := lay.recurrent[i][d].of(flat)
		l.rec[d].pack(hidden, gateDim, r, gateDim)
		l.recBack[d].packTransposed(gateDim, hidden, r, gateDim)
	}
}

func (l *lstm) forward(b batch, x []float32, bias []float32) {
	l.gates = sized(l.gates, b.n*2*gateDim)
	for _, v := range []*[]float32{&l.cell, &l.tanh, &l.h, &l.prevH, &l.prevC} {
		*v = sized(*v, b.n*encDim)
	}
	clear(l.prevH)
	clear(l.prevC)
	for r := range b.n {
		copy(l.gates[r*2*gateDim:], bias)
	}
	l.in.add(b.n, x, l.in.k, 1, l.gates, 2*gateDim)
	for d := range 2 {
		for k := range b.active {
			t, prev := k, k-1
			if d == 1 {
				t = len(b.active) - 1 - k
				prev = t + 1
			}
			l.place(b, d, t, prev)
		}
	}
}

// place runs direction d at place t, coming from place prev.
func (l *lstm) place(b batch, d, t, prev int) {
	at := b.offset[t]
	if prev >= 0 && prev < len(b.active) {
		m := min(b.active[t], b.active[prev])
		for s := range m {
			from, to := (b.offset[prev]+s)*encDim+d*hidden, (at+s)*encDim+d*hidden
			copy(l.prevH[to:to+hidden], l.h[from:from+hidden])
			copy(l.prevC[to:to+hidden], l.cell[from:from+hidden])
		}
		l.rec[d].add(m, l.prevH[at*encDim+d*hidden:], encDim, 1, l.gates[at*2*gateDim+d*gateDim:], 2*gateDim)
	}
	for r := at; r < at+b.active[t]; r++ {
		z := l.gates[(2*r+d)*gateDim:][:gateDim]
		zi, zf, zo, zg := z[:hidden], z[hidden:2*hidden], z[2*hidden:3*hidden], z[3*hidden:4*hidden]
		o := r*encDim + d*hidden
		cell, th, h, pc := l.cell[o:o+hidden], l.tanh[o:o+hidden], l.h[o:o+hidden], l.prevC[o:o+hidden]
		for j := range hidden {
			zi[j], zf[j], zo[j], zg[j] = logistics.at(zi[j]), logistics.at(zf[j]), logistics.at(zo[j]), tanhs.at(zg[j])
			cell[j] = zf[j]*pc[j] + zi[j]*zg[j]
			th[j] = tanhs.at(cell[j])
			h[j] = zo[j] * th[j]
		}
	}
}

// backward turns the gradient of the outputs dh into that of the weights and of
// the inputs dx (nil if not wanted).
func (l *lstm) backward(b batch, lay *layout, i int, x, dh, dx, grad []float32) {
	for d := range 2 {
		l.carryH, l.carryC = sized(l.carryH, b.active[0]*hidden), sized(l.carryC, b.active[0]*hidden)
		clear(l.carryH)
		clear(l.carryC)
		for k := range b.active {
			t := len(b.active) - 1 - k
			if d == 1 {
				t = k
			}
			l.placeBack(b, d, t, dh)
		}
	}
	in := lay.in[i]
	l.dz.pack(b.n, 2*gateDim, l.gates, 2*gateDim)
	l.dz.add(in.rows, x, 1, in.rows, in.of(grad), in.cols)
	for d := range 2 {
		p := l.dz.part(d*gateDim, (d+1)*gateDim)
		p.add(hidden, l.prevH[d*hidden:], 1, encDim, lay.recurrent[i][d].of(grad), gateDim)
	}
	addRows(lay.inBias[i].of(grad), l.gates[:b.n*2*gateDim])
	if dx != nil {
		l.back.add(b.n, l.gates, 2*gateDim, 1, dx, l.back.cols)
	}
}

func (l *lstm) placeBack(b batch, d, t int, dh []float32) {
	for s := range b.active[t] {
		r := b.offset[t] + s
		z := l.gates[(2*r+d)*gateDim:][:gateDim]
		zi, zf, zo, zg := z[:hidden], z[hidden:2*hidden], z[2*hidden:3*hidden], z[3*hidden:4*hidden]
		o := r*encDim + d*hidden
		th, pc, g := l.tanh[o:o+hidden], l.prevC[o:o+hidden], dh[o:o+hidden]
		ch, cc := l.carryH[s*hidden:(s+1)*hidden], l.carryC[s*hidden:(s+1)*hidden]
		for j := range hidden {
			gh := g[j] + ch[j]
			gc := cc[j] + gh*zo[j]*(1-th[j]*th[j])
			cc[j] = gc * zf[j]
			i, f, og, c := zi[j], zf[j], zo[j], zg[j]
			zi[j] = gc * c * i * (1 - i)
			zf[j] = gc * pc[j] * f * (1 - f)
			zo[j] = gh * th[j] * og * (1 - og)
			zg[j] = gc * i * (1 - c*c)
			ch[j] = 0
		}
	}
	l.recBack[d].add(b.active[t], l.gates[b.offset[t]*2*gateDim+d*gateDim:], 2*gateDim, 1, l.carryH, hidden)
}

// addRows adds up rows as wide as sum.
func addRows(sum, rows []float32) {
	for ; len(rows) > 0; rows = rows[len(sum):] {
		for j, v := range rows[:len(sum)] {
			sum[j] += v
		}
	}
}

// floatCurve is a gate function by interpolation between steps of 1/64.
type floatCurve [1025]float32

func newFloatCurve(f func(float64) float64) *floatCurve {
	c := &floatCurve{}
	for i := range c {
		c[i] = float32(f(float64(i-512) / 64))
	}
	return c
}

func (c *floatCurve) at(x float32) float32 {
	x = max(-7.99, min(7.99, x))*64 + 512
	i := int(x)
	return c[i] + (c[i+1]-c[i])*(x-float32(i))
}

var logistics, tanhs = newFloatCurve(logistic), newFloatCurve(math.Tanh)
