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
	rootParts       []int16 // what roles and arcs make of it
	rootArcs        []int16
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

type curve [curveSize + 2]int16 // the kernel reads a little beyond the last

func newCurve(f func(float64) float64) *curve {
	c := &curve{}
	for i := range curveSize {
		c[i] = int16(math.Round(f((float64(i)+0.5-curveSize/2)/512) * 32767))
	}
	return c
}

func (c *curve) at(sum int32) int32 { return c.entry(sum >> curveShift) }

// entry is the value at x steps from zero.
func (c *curve) entry(x int32) int32 {
	i := max(0, min(curveSize-1, x+curveSize/2))
	return int32(c[uint(i)%curveSize]) // the remainder spares the check of bounds
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// curves are the two gate functions.
type curves struct{ logistic, tanh *curve }

func newCurves() curves { return curves{newCurve(logistic), newCurve(math.Tanh)} }

const (
	cellBits  = 16
	cellLimit = 64 << cellBits
)

// abreast is how many sentences are encoded in step, so that the recurrent
// weights are read once for all of them.
const abreast = 4

// run encodes up to abreast sentences, the longest first, whose words follow one
// another: in holds them lda apart, out gets encDim numbers a word.
func (l *layer) run(cv curves, lengths []int, in []int16, lda int, sums []int32, out []int16) {
	total := 0
	var first [abreast]int
	for i, n := range lengths {
		first[i] = total
		total += n
	}
	l.in.mul(total, in, lda, sums)
	for dir := range 2 {
		l.pass(cv, dir, lengths, first, sums, out)
	}
}

// pass runs one direction over the sentences, which begin at the words first.
func (l *layer) pass(cv curves, dir int, lengths []int, first [abreast]int, sums []int32, out []int16) {
	var z [abreast * gateDim]int32
	var cell [abreast][hidden]int32
	var h [abreast * hidden]int16
	for k := range lengths[0] {
		active := 0
		for ; active < len(lengths) && lengths[active] > k; active++ {
			copy(z[active*gateDim:(active+1)*gateDim], sums[(2*place(first[active], lengths[active], dir, k)+dir)*gateDim:])
		}
		if k > 0 {
			rows := active
			if rows > 1 {
				rows = abreast // rows beyond the active ones cost nothing and are not used
			}
			l.recurrent[dir].add(rows, h[:], hidden, z[:])
		}
		for i := range active {
			hi := h[i*hidden : (i+1)*hidden]
			cv.step(z[i*gateDim:(i+1)*gateDim], &cell[i], hi)
			copy(out[place(first[i], lengths[i], dir, k)*encDim+dir*hidden:], hi)
		}
	}
}

// place is the k-th word that a pass reads of a sentence of n words from first.
func place(first, n, dir, k int) int {
	if dir == 1 {
		return first + n - 1 - k
	}
	return first + k
}

// step turns the sums of the gates into the next cells and outputs.
func (cv curves) step(z []int32, cell *[hidden]int32, h []int16) {
	if vectorInts {
		_, _ = z[gateDim-1], h[hidden-1]
		gates(&z[0], &cell[0], &h[0], &cv.logistic[0], &cv.tanh[0])
		return
	}
	cv.stepPortable(z, cell, h)
}

func (cv curves) stepPortable(z []int32, cell *[hidden]int32, h []int16) {
	zi, zf, zo, zg := z[:hidden], z[hidden:2*hidden], z[2*hidden:3*hidden], z[3*hidden:4*hidden]
	h = h[:hidden]
	for j := range hidden {
		i, f, o, g := cv.logistic.at(zi[j]), cv.logistic.at(zf[j]), cv.logistic.at(zo[j]), cv.tanh.at(zg[j])
		c := int32(int64(f)*int64(cell[j])>>15) + i*g>>(30-cellBits)
		c = max(-cellLimit, min(cellLimit, c))
		cell[j] = c
		h[j] = int16((o*cv.tanh.entry(c>>(cellBits-9)) + 1<<18) >> 19)
	}
}

// prepare computes what does not change from text to text.
func (n *network) prepare() {
	sums := make([]int32, max(n.roles.cols, n.arcs.cols))
	n.roles.mul(1, n.root, encDim, sums)
	n.rootParts = make([]int16, n.roles.cols)
	narrowed(n.rootParts, sums[:n.roles.cols])
	n.arcs.mul(1, n.root, encDim, sums)
	n.rootArcs = make([]int16, n.arcs.cols)
	narrowed(n.rootArcs, sums[:n.arcs.cols])
}

// narrowed sets out to the activations that sums become.
func narrowed(out []int16, sums []int32) {
	out = out[:len(sums)]
	whole := 0
	if whole = len(sums) / lanes * lanes; vectorInts && whole > 0 {
		narrow16(whole/lanes, &sums[0], &out[0])
	} else {
		whole = 0
	}
	for i := whole; i < len(sums); i++ {
		out[i] = narrow(sums[i])
	}
}

// narrow turns a sum into an activation.
func narrow(sum int32) int16 {
	return int16(max(math.MinInt16, min(math.MaxInt16, sum>>weightBits)))
}
