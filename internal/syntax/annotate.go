package syntax

import (
	"math"
	"slices"

	"github.com/dateline/dateline"
)

// scratch is the working memory of one group of sentences after the other.
type scratch struct {
	order   []int   // sentences, the longest first
	lengths []int   // words of each sentence of the group
	input   []int16 // inputDim a word
	enc     [2][]int16
	sums    []int32
	parts   []int16 // roles*stateDim a word, the root's and the missing word's last
	arcs    []int16 // 2*arcDim a word and the root
	joint   []int16 // arcDim a word
	state   state
	names   []int
	back    []int8
	words   memory
}

// Annotate sets Lemma, UPOS, XPOS, Feats, Head and Deprel of every token and the
// Names of every sentence. Each sentence gets a tree with one root.
func (m *Model) Annotate(ss []dateline.Sentence) {
	w := m.scratch.Get().(*scratch)
	defer m.scratch.Put(w)
	w.order = w.order[:0]
	for i := range ss {
		if len(ss[i].Tokens) > 0 {
			w.order = append(w.order, i)
		}
	}
	slices.SortStableFunc(w.order, func(a, b int) int { return len(ss[b].Tokens) - len(ss[a].Tokens) })
	for order := w.order; len(order) > 0; {
		n := min(abreast, len(order))
		m.annotate(w, ss, order[:n])
		order = order[n:]
	}
}

// annotate treats a few sentences together, the longest first.
func (m *Model) annotate(w *scratch, ss []dateline.Sentence, which []int) {
	w.lengths = w.lengths[:0]
	total := 0
	for _, i := range which {
		w.lengths = append(w.lengths, len(ss[i].Tokens))
		total += len(ss[i].Tokens)
	}
	w.resize(total, w.lengths[0])
	at := 0
	for _, i := range which {
		m.read(w, at, ss[i].Tokens)
		at += len(ss[i].Tokens)
	}
	m.net.layers[0].run(m.curves, w.lengths, w.input, inputDim, w.sums, w.enc[0])
	m.net.layers[1].run(m.curves, w.lengths, w.enc[0], encDim, w.sums, w.enc[1])
	at = 0
	for _, i := range which {
		n := len(ss[i].Tokens)
		enc0, enc1 := w.enc[0][at*encDim:(at+n)*encDim], w.enc[1][at*encDim:(at+n)*encDim]
		m.tag(w, enc0, ss[i].Tokens)
		m.name(w, enc1, &ss[i])
		m.parse(w, enc1, ss[i].Tokens)
		at += n
	}
}

// resize makes room for sentences of total words, of which none has more than
// longest.
func (w *scratch) resize(total, longest int) {
	w.input, w.enc[0], w.enc[1] = sized(w.input, total*inputDim), sized(w.enc[0], total*encDim), sized(w.enc[1], total*encDim)
	w.sums = sized(w.sums, max(total*2*gateDim, longest*roles*stateDim))
	w.parts, w.arcs, w.joint = sized(w.parts, (longest+2)*roles*stateDim), sized(w.arcs, (longest+1)*2*arcDim), sized(w.joint, longest*arcDim)
}

// sized is a slice of n values, v's memory if that is enough.
func sized[T any](v []T, n int) []T {
	if cap(v) < n {
		return make([]T, n+n/4)[:n]
	}
	return v[:n]
}

// read fills the input of each word, from word at on.
func (m *Model) read(w *scratch, at int, tokens []dateline.Token) {
	shouted := shouts(tokens)
	for i := range tokens {
		copy(w.input[(at+i)*inputDim:(at+i+1)*inputDim], w.words.input(m.net, tokens[i].Form, shouted))
	}
}

func (m *Model) tag(w *scratch, enc []int16, tokens []dateline.Token) {
	cols := m.net.tags.cols
	m.net.tags.mul(len(tokens), enc, encDim, w.sums)
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

func (m *Model) parse(w *scratch, enc []int16, tokens []dateline.Token) {
	n := len(tokens)
	m.net.roles.mul(n, enc, encDim, w.sums)
	narrowed(w.parts, w.sums[:n*roles*stateDim])
	copy(w.parts[n*roles*stateDim:], m.net.rootParts)
	copy(w.parts[(n+1)*roles*stateDim:], m.net.none)
	s := &w.state
	for s.reset(n); !s.done(); {
		scores := m.net.score(w.parts, s.words(), n)
		s.do(s.best(&scores))
	}
	m.label(w, enc, tokens)
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
func (m *Model) label(w *scratch, enc []int16, tokens []dateline.Token) {
	n := len(tokens)
	m.net.arcs.mul(n, enc, encDim, w.sums)
	narrowed(w.arcs, w.sums[:n*2*arcDim])
	copy(w.arcs[n*2*arcDim:], m.net.rootArcs)
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
func (m *Model) name(w *scratch, enc []int16, s *dateline.Sentence) {
	n, cols, k := len(s.Tokens), m.net.names.cols, len(m.names)
	m.net.names.mul(n, enc, encDim, w.sums)
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
