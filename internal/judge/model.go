package judge

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"
)

const magic = "dateline judge 1\n"

var errModel = errors.New("the judge's model is damaged or of another version")

// decode reads what encode wrote: the roots, the scale and sharpness as float64
// bits, and for each feature its hash and a weight a root.
func decode(b []byte) (*Model, error) {
	rest, ok := strings.CutPrefix(string(b), magic)
	if !ok {
		return nil, errModel
	}
	head, rest, ok := strings.Cut(rest, "\n")
	if !ok || len(rest) < 16 {
		return nil, errModel
	}
	m := &Model{roots: strings.Fields(head), weights: map[uint32][]int8{}}
	data := []byte(rest)
	m.scale = math.Float64frombits(binary.LittleEndian.Uint64(data))
	m.sharp = math.Float64frombits(binary.LittleEndian.Uint64(data[8:]))
	data = data[16:]
	row := 4 + len(m.roots)
	if len(m.roots) == 0 || len(data)%row != 0 {
		return nil, errModel
	}
	for ; len(data) > 0; data = data[row:] {
		w := make([]int8, len(m.roots))
		for i := range w {
			w[i] = int8(data[4+i])
		}
		m.weights[binary.LittleEndian.Uint32(data)] = w
	}
	return m, nil
}
