package syntax

import (
	"errors"
	"slices"
)

// goOnFrom sets the weights to those of a model file with the same classes.
func (tr *trainer) goOnFrom(file []byte) error {
	m, err := decode(file)
	if err != nil {
		return err
	}
	if !slices.Equal(m.tags, tr.model.tags) || !slices.Equal(m.labels, tr.model.labels) || !slices.Equal(m.names, tr.model.names) {
		return errors.New("the model to go on from has other classes")
	}
	lay, flat, n := tr.lay, tr.opt.w, m.net
	for i := range n.layers {
		l := &n.layers[i]
		l.in.floats(lay.in[i].of(flat), lay.inBias[i].of(flat))
		for d := range 2 {
			l.recurrent[d].floats(lay.recurrent[i][d].of(flat), nil)
		}
	}
	n.tags.floats(lay.tags.of(flat), lay.tagBias.of(flat)[:len(m.tags)])
	n.names.floats(lay.names.of(flat), lay.nameBias.of(flat)[:len(m.names)])
	n.labels.floats(lay.labels.of(flat), lay.labelBias.of(flat)[:len(m.labels)])
	n.roles.floats(lay.roles.of(flat), nil)
	n.arcs.floats(lay.arcs.of(flat), lay.arcBias.of(flat))
	floats(lay.none.of(flat), n.none, actBits)
	floats(lay.root.of(flat), n.root, actBits)
	floats(lay.state.of(flat), n.state, actBits)
	for a := range n.actions {
		floats(lay.actions.of(flat)[a*stateDim:], n.actions[a], weightBits)
	}
	floats(lay.actionBias.of(flat), n.actionBias[:], sumBits-8)
	tr.rowsFrom(n.features)
	copy(tr.opt.mean, flat)
	return nil
}

// rowsFrom sets the trained features that a model knows.
func (tr *trainer) rowsFrom(v *vectors) {
	var acc [featureDim]int32
	for r, key := range tr.keys {
		if k := v.row(key); k >= 0 {
			clear(acc[:])
			v.sum(k, acc[:])
			floats(tr.rows.w[r*featureDim:], acc[:], actBits)
		}
	}
	copy(tr.rows.mean, tr.rows.w)
}

// floats turns the weights of a matrix, and its biases unless bias is nil, into
// numbers, row-major with the same columns.
func (m *matrix) floats(out, bias []float32) {
	for r := range m.rows {
		for c := range m.cols {
			out[r*m.cols+c] = float32(m.w[m.panelAt(r, c)]) / (1 << weightBits)
		}
	}
	floats(bias, m.bias[:len(bias)], sumBits)
}

// floats turns fixed-point numbers into floats.
func floats[T int16 | int32](out []float32, v []T, bits int) {
	for i, x := range v {
		out[i] = float32(x) / float32(int(1)<<bits)
	}
}
