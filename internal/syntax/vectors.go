package syntax

import (
	"encoding/binary"
	"math"
)

// vectors is a table of fixed-point vectors by 32-bit key: each row holds int8
// numbers that a shift of the row turns into activations. Keys are hashes; the
// few that collide share a row.
type vectors struct {
	dim   int
	mask  uint32
	slots []uint32 // open addressing: row + 1, 0 for free
	keys  []uint32
	shift []uint8
	vals  []int8
}

// newVectors makes room for n rows.
func newVectors(dim, n int) *vectors {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return &vectors{dim: dim, mask: uint32(size - 1), slots: make([]uint32, size)}
}

// row is the row of a key, -1 for none.
func (v *vectors) row(key uint32) int {
	for i := key * 0x9e3779b1 >> 7 & v.mask; v.slots[i] != 0; i = (i + 1) & v.mask {
		if r := v.slots[i] - 1; v.keys[r] == key {
			return int(r)
		}
	}
	return -1
}

// index enters the key of the next row.
func (v *vectors) index(key uint32) {
	i := key * 0x9e3779b1 >> 7 & v.mask
	for v.slots[i] != 0 {
		i = (i + 1) & v.mask
	}
	v.keys = append(v.keys, key)
	v.slots[i] = uint32(len(v.keys))
}

// add enters a row; a key that is there already keeps its row.
func (v *vectors) add(key uint32, row []float32) {
	if v.row(key) >= 0 {
		return
	}
	v.index(key)
	top := float64(0)
	for _, x := range row {
		top = max(top, math.Abs(float64(x))*(1<<actBits))
	}
	shift := 0
	for top/float64(int(1)<<shift) > 127 {
		shift++
	}
	v.shift = append(v.shift, uint8(shift))
	for _, x := range row {
		v.vals = append(v.vals, int8(math.Round(float64(x)*(1<<actBits)/float64(int(1)<<shift))))
	}
}

// sum adds a row to acc.
func (v *vectors) sum(row int, acc []int32) {
	s := v.shift[row] & 31
	for i, x := range v.vals[row*v.dim : (row+1)*v.dim] {
		acc[i] += int32(x) << s
	}
}

func (v *vectors) encode(out []byte) []byte {
	out = binary.AppendUvarint(out, uint64(v.dim))
	out = binary.AppendUvarint(out, uint64(len(v.keys)))
	for i, k := range v.keys {
		out = binary.LittleEndian.AppendUint32(out, k)
		out = append(out, v.shift[i])
		for _, x := range v.vals[i*v.dim : (i+1)*v.dim] {
			out = append(out, byte(x))
		}
	}
	return out
}

func (d *decoder) vectors(dim int) *vectors {
	if d.uvarint() != uint64(dim) {
		d.fail()
	}
	n := d.uvarint()
	if d.err != nil || n > uint64(len(d.b))/uint64(dim+5) {
		d.fail()
		return newVectors(dim, 0)
	}
	v := newVectors(dim, int(n))
	v.keys, v.shift, v.vals = make([]uint32, 0, n), make([]uint8, 0, n), make([]int8, int(n)*dim)
	for i := range int(n) {
		b := d.bytes(uint64(dim) + 5)
		v.index(binary.LittleEndian.Uint32(b))
		v.shift = append(v.shift, b[4])
		for k, x := range b[5:] {
			v.vals[i*dim+k] = int8(x)
		}
	}
	return v
}
