package syntax

import (
	"encoding/binary"
	"math"
)

// Numbers of the network are fixed-point: activations are int16 with 11 bits
// after the point, weights int16 with 12, sums int32 with 23. So a text gives the
// same bytes on every machine.
const (
	actBits    = 11
	weightBits = 12
	sumBits    = actBits + weightBits
	lanes      = 16 // columns of a panel
)

// matrix is a weight matrix with biases, cut into panels of 16 columns; within
// a panel two rows are interleaved, as the kernels want them:
// panel[column/16][row/2][column%16][row%2].
type matrix struct {
	rows, cols int // rows even, cols a multiple of 16
	w          []int16
	bias       []int32
}

// panelAt is where weight (row, col) lies.
func (m *matrix) panelAt(row, col int) int {
	return ((col/lanes*(m.rows/2)+row/2)*lanes+col%lanes)*2 + row%2
}

// mul sets out (n × cols) to bias + a·w; a has n rows of m.rows numbers, lda apart.
func (m *matrix) mul(n int, a []int16, lda int, out []int32) {
	for i := range n {
		copy(out[i*m.cols:(i+1)*m.cols], m.bias)
	}
	m.add(n, a, lda, out)
}

// add adds a·w to out.
func (m *matrix) add(n int, a []int16, lda int, out []int32) {
	if n == 0 {
		return
	}
	_, _ = a[(n-1)*lda+m.rows-1], out[n*m.cols-1]
	if !vectorInts {
		m.addPortable(n, a, lda, out)
		return
	}
	i := 0
	if n >= 4 {
		for p := 0; p < m.cols/lanes; p++ {
			w := &m.w[p*m.rows*lanes]
			for i = 0; i+4 <= n; i += 4 {
				madd4(m.rows/2, &a[i*lda], lda*2, w, &out[i*m.cols+p*lanes], m.cols*4)
			}
		}
	}
	for ; i < n; i++ {
		madd1(m.rows/2, m.cols/lanes, &a[i*lda], &m.w[0], &out[i*m.cols])
	}
}

func (m *matrix) addPortable(n int, a []int16, lda int, out []int32) {
	for i := range n {
		x, y := a[i*lda:i*lda+m.rows], out[i*m.cols:(i+1)*m.cols]
		for p := 0; p < m.cols/lanes; p++ {
			w, acc := m.w[p*m.rows*lanes:(p+1)*m.rows*lanes], y[p*lanes:(p+1)*lanes]
			for k := 0; k < m.rows; k += 2 {
				x0, x1 := int32(x[k]), int32(x[k+1])
				v := w[k*lanes : k*lanes+2*lanes]
				for j := range acc {
					acc[j] += x0*int32(v[2*j]) + x1*int32(v[2*j+1])
				}
			}
		}
	}
}

// newMatrix rounds float weights (row-major, rows × cols) to fixed point,
// padding rows and columns with zeros. Padding columns get the lowest bias, so
// they never win.
func newMatrix(rows, cols int, w, bias []float32) *matrix {
	m := &matrix{rows: (rows + 1) / 2 * 2, cols: (cols + lanes - 1) / lanes * lanes}
	m.w, m.bias = make([]int16, m.rows*m.cols), make([]int32, m.cols)
	for c := range m.cols {
		if c >= cols {
			m.bias[c] = math.MinInt32 / 2
			continue
		}
		if bias != nil {
			m.bias[c] = int32(math.Round(float64(bias[c]) * (1 << sumBits)))
		}
		for r := range rows {
			m.w[m.panelAt(r, c)] = fixed16(w[r*cols+c], weightBits)
		}
	}
	return m
}

// fixed16 rounds to fixed point, within the range of int16.
func fixed16(v float32, bits int) int16 {
	return int16(max(math.MinInt16, min(math.MaxInt16, math.Round(float64(v)*float64(int(1)<<bits)))))
}

func (m *matrix) encode(out []byte) []byte {
	out = binary.LittleEndian.AppendUint32(out, uint32(m.rows))
	out = binary.LittleEndian.AppendUint32(out, uint32(m.cols))
	for _, w := range m.w {
		out = binary.LittleEndian.AppendUint16(out, uint16(w))
	}
	for _, b := range m.bias {
		out = binary.LittleEndian.AppendUint32(out, uint32(b))
	}
	return out
}

// matrix reads a matrix of the given shape (cols padded to whole panels).
func (d *decoder) matrix(rows, cols int) *matrix {
	m := &matrix{rows: int(d.uint32()), cols: int(d.uint32())}
	if d.err != nil || m.rows != (rows+1)/2*2 || m.cols != (cols+lanes-1)/lanes*lanes {
		d.fail()
		return m
	}
	b := d.bytes(uint64(m.rows)*uint64(m.cols)*2 + uint64(m.cols)*4)
	if d.err != nil {
		return m
	}
	m.w, m.bias = make([]int16, m.rows*m.cols), make([]int32, m.cols)
	for i := range m.w {
		m.w[i] = int16(binary.LittleEndian.Uint16(b[2*i:]))
	}
	b = b[2*len(m.w):]
	for i := range m.bias {
		m.bias[i] = int32(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return m
}
