package syntax

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"
)

// linear is a multiclass linear classifier over hashed sparse features. Weights
// are kept for the features and classes that training left any for.
type linear struct {
	classes []string
	mask    uint32
	keys    []uint32 // open-addressed table of feature hashes; 0 is free
	at      []uint32 // where a feature's weights begin; its end is in the entry count
	count   []uint8
	class   []uint8
	weight  []int16
}

var errModel = errors.New("the model file is damaged or of another version")

// score adds the weights of features to scores, one number a class.
func (m *linear) score(features []uint32, scores []float32) {
	clear(scores)
	for _, f := range features {
		for i := f & m.mask; m.keys[i] != 0; i = (i + 1) & m.mask {
			if m.keys[i] != f {
				continue
			}
			a := m.at[i]
			for k := a; k < a+uint32(m.count[i]); k++ {
				scores[m.class[k]] += float32(m.weight[k])
			}
			break
		}
	}
}

func best(scores []float32) int {
	top := 0
	for i, s := range scores {
		if s > scores[top] {
			top = i
		}
	}
	return top
}

// Weights is what training leaves: for each feature hash the weight of each
// class.
type Weights struct {
	Classes []string
	Rows    map[uint32][]float32
}

// encode writes the weights as int16, scaled so that the largest fills the range.
func (w Weights) encode(out []byte) []byte {
	top := float32(0)
	keys := make([]uint32, 0, len(w.Rows))
	for k, row := range w.Rows {
		keys = append(keys, k)
		for _, v := range row {
			top = max(top, float32(math.Abs(float64(v))))
		}
	}
	slices.SortFunc(keys, func(a, b uint32) int { return cmp.Compare(a, b) })
	scale := float32(127) / max(top, 1e-9) * 8
	out = binary.AppendUvarint(out, uint64(len(w.Classes)))
	for _, c := range w.Classes {
		out = appendString(out, c)
	}
	count := len(out)
	out = binary.LittleEndian.AppendUint32(out, 0)
	n, last := 0, uint32(0)
	for _, k := range keys {
		row := encodeRow(w.Rows[k], scale)
		if len(row) == 0 {
			continue
		}
		n++
		out = binary.AppendUvarint(out, uint64(k-last))
		last = k
		out = append(out, row...)
	}
	binary.LittleEndian.PutUint32(out[count:], uint32(n))
	return out
}

func encodeRow(row []float32, scale float32) []byte {
	var out []byte
	n := 0
	for c, v := range row {
		if q := int64(math.Round(float64(v * scale))); q != 0 {
			out = binary.AppendUvarint(out, uint64(c))
			out = binary.AppendVarint(out, q)
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return append(binary.AppendUvarint(nil, uint64(n)), out...)
}

func appendString(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

// decoder reads what encode wrote; err stays set after the first fault.
type decoder struct {
	b   []byte
	err error
}

func (d *decoder) uvarint() uint64 {
	v, n := binary.Uvarint(d.b)
	if n <= 0 {
		d.err, d.b = errModel, nil
		return 0
	}
	d.b = d.b[n:]
	return v
}

func (d *decoder) varint() int64 {
	v, n := binary.Varint(d.b)
	if n <= 0 {
		d.err, d.b = errModel, nil
		return 0
	}
	d.b = d.b[n:]
	return v
}

func (d *decoder) string() string {
	n := d.uvarint()
	if n > uint64(len(d.b)) {
		d.err, d.b = errModel, nil
		return ""
	}
	s := string(d.b[:n])
	d.b = d.b[n:]
	return s
}

func (d *decoder) linear() *linear {
	m := &linear{}
	for n := d.uvarint(); n > 0 && d.err == nil && len(m.classes) < 256; n-- {
		m.classes = append(m.classes, d.string())
	}
	if len(d.b) < 4 {
		d.err = errModel
		return m
	}
	n := binary.LittleEndian.Uint32(d.b)
	d.b = d.b[4:]
	if uint64(n) > uint64(len(d.b)) {
		d.err = errModel
		return m
	}
	size := uint32(16)
	for size < n*2 {
		size *= 2
	}
	m.mask, m.keys, m.at, m.count = size-1, make([]uint32, size), make([]uint32, size), make([]uint8, size)
	key := uint32(0)
	for ; n > 0 && d.err == nil; n-- {
		key += uint32(d.uvarint())
		d.row(m, key)
	}
	return m
}

func (d *decoder) row(m *linear, key uint32) {
	i := key & m.mask
	for m.keys[i] != 0 {
		i = (i + 1) & m.mask
	}
	n := d.uvarint()
	if n > 255 {
		d.err = errModel
		return
	}
	m.keys[i], m.at[i], m.count[i] = key, uint32(len(m.class)), uint8(n)
	for ; n > 0; n-- {
		c := d.uvarint()
		if c >= uint64(len(m.classes)) {
			d.err = errModel
			return
		}
		m.class = append(m.class, uint8(c))
		m.weight = append(m.weight, int16(d.varint()))
	}
}
