package syntax

import (
	"math"

	"github.com/dateline/dateline"
)

// scratch is the working memory of one sentence after the other.
type scratch struct {
	input []int16 // inputDim a word
	enc   [2][]int16
	sums  []int32
	parts []int16 // roles*stateDim a word, the root's and the missing word's last
	arcs  []int16 // 2*arcDim a word and the root
	joint []int16 // arcDim a word
	state state
	names []int
	back  []int8
	words memory
}

// Annotate sets Lemma, UPOS, XPOS, Feats, Head and Deprel of every token and the
// Names of every sentence. Each sentence gets a tree with one root.
func (m *Model) Annotate(ss []dateline.Sentence) {
	w := m.scratch.Get().(*scratch)
	defer m.scratch.Put(w)
	for i := range ss {
		if len(ss[i].Tokens) > 0 {
			m.annotate(w, &ss[i])
		}
	}
}

func (m *Model) annotate(w *scratch, s *dateline.Sentence) {
	n := len(s.Tokens)
	w.resize(n)
	m.read(w, s.Tokens)
	m.net.layers[0].run(m.curves, n, w.input, inputDim, w.sums, w.enc[0])
	m.tag(w, s.Tokens)
	m.net.layers[1].run(m.curves, n, w.enc[0], encDim, w.sums, w.enc[1])
	m.name(w, s)
	m.parse(w, s.Tokens)
}

func (w *scratch) resize(n int) {
	w.input = sized(w.input, n*inputDim)
	w.enc[0], w.enc[1] = sized(w.enc[0], n*encDim), sized(w.enc[1], (n+1)*encDim)
	w.sums = sized(w.sums, (n+1)*max(2*gateDim, roles*stateDim))
	w.parts, w.arcs, w.joint = sized(w.parts, (n+2)*roles*stateDim), sized(w.arcs, (n+1)*2*arcDim), sized(w.joint, n*arcDim)
}

// sized is a slice of n values, v's memory if that is enough.
func sized[T any](v []T, n int) []T {
	if cap(v) < n {
		return make([]T, n+n/4)[:n]
	}
	return v[:n]
}

// read fills the input of each word.
func (m *Model) read(w *scratch, tokens []dateline.Token) {
	shouted := shouts(tokens)
	for i := range tokens {
		copy(w.input[i*inputDim:(i+1)*inputDim], w.words.input(m.net, tokens[i].Form, shouted))
	}
}

func (m *Model) tag(w *scratch, tokens []dateline.Token) {
	cols := m.net.tags.cols
	m.net.tags.mul(len(tokens), w.enc[0], encDim, w.sums)
	for i := range tokens {
		k := best(w.sums[i*cols : i*cols+len(m.tags)])
		t := &tokens[i]
		t.UPOS, t.XPOS = m.tags[k].upos, m.tags[k].xpos
		t.Lemma, t.Feats = w.words.morphology(m, t.Form, k)
	}
}

func best(scores []int32) int {
	top := 0
	for i, s := range scores {
		if s > scores[top] {
			top = i
		}
	}
	return top
}

func (m *Model) parse(w *scratch, tokens []dateline.Token) {
	n := len(tokens)
	copy(w.enc[1][n*encDim:], m.net.root)
	m.net.roles.mul(n+1, w.enc[1], encDim, w.sums)
	for i, v := range w.sums[:(n+1)*roles*stateDim] {
		w.parts[i] = narrow(v)
	}
	copy(w.parts[(n+1)*roles*stateDim:], m.net.none)
	s := &w.state
	for s.reset(n); !s.done(); {
		scores := m.net.score(w.parts, s.words(), n)
		s.do(s.best(&scores))
	}
	m.label(w, tokens)
}

// score rates the actions of a state: the parts of its words are added up.
func (n *network) score(parts []int16, words [roles]int, root int) [3]int32 {
	var p [roles][]int16
	for r, i := range words {
		if i < 0 {
			i = root + 1
		}
		at := (i*roles + r) * stateDim
		p[r] = parts[at : at+stateDim]
	}
	p0, p1, p2, p3, p4, p5, p6, p7 := p[0][:stateDim], p[1][:stateDim], p[2][:stateDim], p[3][:stateDim], p[4][:stateDim], p[5][:stateDim], p[6][:stateDim], p[7][:stateDim]
	a0, a1, a2 := n.actions[0][:stateDim], n.actions[1][:stateDim], n.actions[2][:stateDim]
	var x, y, z int64
	for j := range stateDim {
		h := n.state[j] + int32(p0[j]) + int32(p1[j]) + int32(p2[j]) + int32(p3[j]) + int32(p4[j]) + int32(p5[j]) + int32(p6[j]) + int32(p7[j])
		if h > 0 {
			x += int64(h) * int64(a0[j])
			y += int64(h) * int64(a1[j])
			z += int64(h) * int64(a2[j])
		}
	}
	const drop = 8 // the sums of long states fit int32 with room
	return [3]int32{n.actionBias[0] + int32(x>>drop), n.actionBias[1] + int32(y>>drop), n.actionBias[2] + int32(z>>drop)}
}

// label chooses the relation of every word to its head, all at once.
func (m *Model) label(w *scratch, tokens []dateline.Token) {
	n := len(tokens)
	m.net.arcs.mul(n+1, w.enc[1], encDim, w.sums)
	for i, v := range w.sums[:(n+1)*2*arcDim] {
		w.arcs[i] = narrow(v)
	}
	for c := range tokens {
		head, child := w.arcs[w.state.head[c]*2*arcDim:][:arcDim], w.arcs[(c*2+1)*arcDim:][:arcDim]
		out := w.joint[c*arcDim:][:arcDim]
		for j := range out {
			out[j] = int16(max(0, min(math.MaxInt16, int32(head[j])+int32(child[j]))))
		}
	}
	m.net.labels.mul(n, w.joint, arcDim, w.sums)
	cols := m.net.labels.cols
	for c := range tokens {
		t, h := &tokens[c], w.state.head[c]
		t.Deprel = m.labels[m.bestLabel(w.sums[c*cols:c*cols+len(m.labels)], h == n)]
		if t.Head = h; h == n {
			t.Head = -1
		}
	}
}

// bestLabel is the best label that is root if and only if the head is the root.
func (m *Model) bestLabel(scores []int32, root bool) int {
	top := -1
	for i, s := range scores {
		if (m.labels[i] == "root") == root && (top < 0 || s > scores[top]) {
			top = i
		}
	}
	return max(top, 0)
}

// name finds the best sequence of name classes in which I- follows B- or I- of
// its type (Viterbi).
func (m *Model) name(w *scratch, s *dateline.Sentence) {
	n, cols, k := len(s.Tokens), m.net.names.cols, len(m.names)
	m.net.names.mul(n, w.enc[1], encDim, w.sums)
	w.back = sized(w.back, n*k)
	for i := 1; i < n; i++ {
		m.extend(w.sums[(i-1)*cols:], w.sums[i*cols:], w.back[i*k:(i+1)*k], i == 1)
	}
	w.names = sized(w.names, n)
	c := m.lastName(w.sums[(n-1)*cols:], n == 1)
	for i := n - 1; i >= 0; i-- {
		w.names[i] = c
		c = int(w.back[i*k+c])
	}
	s.Names = s.Names[:0]
	for i, c := range w.names {
		switch m.names[c][0] {
		case 'B':
			s.Names = append(s.Names, dateline.Name{First: i, Last: i + 1, Type: dateline.NameType(m.names[c][2:])})
		case 'I':
			s.Names[len(s.Names)-1].Last = i + 1
		}
	}
}

// extend adds to the scores of a word those of the best way that leads to each
// class; back tells which class that way comes from. The score of the sentence's
// first word are its own, and it may not begin inside a name.
func (m *Model) extend(before, now []int32, back []int8, first bool) {
	base := m.lastName(before, first)
	for c := range m.names {
		from := base
		if m.names[c][0] == 'I' {
			from = c // I- from I-, or from the B- before it
			if first || before[c-1] > before[c] {
				from = c - 1
			}
		}
		back[c] = int8(from)
		// Scores stay near zero: what counts is the distance to the best.
		now[c] += before[from] - before[base]
	}
}

// lastName is the best class of a row; the first word may not begin inside a name.
func (m *Model) lastName(row []int32, first bool) int {
	top := 0
	for c := range m.names {
		if row[c] > row[top] && !(first && m.names[c][0] == 'I') {
			top = c
		}
	}
	return top
}
