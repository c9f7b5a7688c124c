package syntax

import "math"

// Sizes of the network.
const (
	vectorDim  = 100                    // a word vector
	featureDim = 96                     // a trained feature
	inputDim   = vectorDim + featureDim // a word
	hidden     = 128                    // LSTM cells of one direction
	encDim     = 2 * hidden             // an encoded word
	gateDim    = 4 * hidden             // gates of one direction: input, forget, output, candidate
	roles      = 8                      // words of a parser state
	stateDim   = 128                    // hidden units of the action classifier
	arcDim     = 128                    // hidden units of the label classifier
)

// network holds the weights. Words are encoded by two bidirectional LSTM layers
// (Hochreiter & Schmidhuber 1997; Kiperwasser & Goldberg 2016); tags are read off
// the first, names and the parse off the second.
type network struct {
	words, features *vectors
	layers          [2]layer
	tags, names     *matrix
	roles           *matrix    // encoded word → what it adds to the hidden units, one part a role
	none            []int16    // the same for a role that no word fills
	state           []int32    // bias of the hidden units
	actions         [3][]int16 // hidden units → action
	actionBias      [3]int32
	root            []int16 // the encoded root
	arcs            *matrix // encoded word → hidden units of the label, as head and as child
	labels          *matrix
}

type layer struct {
	in        *matrix    // input → gates of both directions
	recurrent [2]*matrix // hidden → gates, forward and backward
}

// Gates are read from tables: sums between -8 and 8 in steps of 1/512, values
// with 15 bits after the point.
const (
	curveSize  = 8192
	curveShift = sumBits - 9
)

type curve [curveSize]int16

func newCurve(f func(float64) float64) *curve {
	c := &curve{}
	for i := range c {
		c[i] = int16(math.Round(f((float64(i)+0.5-curveSize/2)/512) * 32767))
	}
	return c
}

func (c *curve) at(sum int32) int32 {
	return int32(c[max(0, min(curveSize-1, sum>>curveShift+curveSize/2))])
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// curves are the two gate functions.
type curves struct{ logistic, tanh *curve }

func newCurves() curves { return curves{newCurve(logistic), newCurve(math.Tanh)} }

const (
	cellBits  = 16
	cellLimit = 64 << cellBits
)

// run encodes n words: in holds them lda apart, out gets encDim numbers a word.
func (l *layer) run(cv curves, n int, in []int16, lda int, sums []int32, out []int16) {
	l.in.mul(n, in, lda, sums)
	var cell [hidden]int32
	var h [hidden]int16
	for dir := range 2 {
		clear(cell[:])
		for k := range n {
			t := k
			if dir == 1 {
				t = n - 1 - k
			}
			z := sums[(2*t+dir)*gateDim : (2*t+dir+1)*gateDim]
			if k > 0 {
				l.recurrent[dir].add(1, h[:], hidden, z)
			}
			cv.step(z, &cell, &h)
			copy(out[t*encDim+dir*hidden:], h[:])
		}
	}
}

// step turns the sums of the gates into the next cells and outputs.
func (cv curves) step(z []int32, cell *[hidden]int32, h *[hidden]int16) {
	zi, zf, zo, zg := z[:hidden], z[hidden:2*hidden], z[2*hidden:3*hidden], z[3*hidden:4*hidden]
	for j := range hidden {
		i, f, o, g := cv.logistic.at(zi[j]), cv.logistic.at(zf[j]), cv.logistic.at(zo[j]), cv.tanh.at(zg[j])
		c := int32(int64(f)*int64(cell[j])>>15) + i*g>>(30-cellBits)
		c = max(-cellLimit, min(cellLimit, c))
		cell[j] = c
		tc := int32(cv.tanh[max(0, min(curveSize-1, c>>(cellBits-9)+curveSize/2))])
		h[j] = int16((o*tc + 1<<18) >> 19)
	}
}

// narrow turns a sum into an activation.
func narrow(sum int32) int16 {
	return int16(max(math.MinInt16, min(math.MaxInt16, sum>>weightBits)))
}
