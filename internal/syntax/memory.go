package syntax

import (
	"math"
	"strings"
)

// memory keeps what does not depend on a word's sentence, so that a word met
// again costs a look-up and allocates nothing. It is emptied when it is full.
type memory struct {
	slots  [2]map[string]int32 // where a word's input lies; of words in capitals in the second
	inputs []int16
	morphs map[tagged]morph
	acc    [inputDim]int32
}

type tagged struct {
	form string
	tag  int
}

type morph struct{ lemma, feats string }

const memorySize = 1 << 15 // words

// input is the network's input for a word.
func (c *memory) input(n *network, form string, shouted bool) []int16 {
	k := 0
	if shouted {
		k = 1
	}
	slot, ok := c.slots[k][form]
	if !ok {
		slot = c.learn(n, form, k)
	}
	return c.inputs[int(slot)*inputDim:][:inputDim]
}

func (c *memory) learn(n *network, form string, k int) int32 {
	if c.slots[0] == nil || len(c.inputs) >= memorySize*inputDim {
		c.slots = [2]map[string]int32{{}, {}}
		c.inputs = c.inputs[:0]
	}
	slot := int32(len(c.inputs) / inputDim)
	c.slots[k][strings.Clone(form)] = slot
	n.input(&c.acc, formOf(form, k == 1))
	for _, v := range c.acc {
		c.inputs = append(c.inputs, int16(max(math.MinInt16, min(math.MaxInt16, v))))
	}
	return slot
}

// input adds up the vectors of a word.
func (n *network) input(acc *[inputDim]int32, f form) {
	clear(acc[:])
	if r := n.words.row(f.vector); r >= 0 {
		n.words.sum(r, acc[:vectorDim])
	}
	for _, k := range f.keys {
		if r := n.features.row(k); r >= 0 {
			n.features.sum(r, acc[vectorDim:])
		}
	}
}

// morphology is the lemma and the features of a word with a tag.
func (c *memory) morphology(m *Model, form string, tag int) (lemma, feats string) {
	if v, ok := c.morphs[tagged{form, tag}]; ok {
		return v.lemma, v.feats
	}
	if c.morphs == nil || len(c.morphs) >= memorySize {
		c.morphs = map[tagged]morph{}
	}
	form = strings.Clone(form)
	t := m.tags[tag]
	v := morph{m.lemmas.lemma(form, t.upos, t.xpos), m.feats[t.upos+" "+t.xpos]}
	if f, ok := m.feats[t.upos+" "+t.xpos+" "+strings.ToLower(form)]; ok {
		v.feats = f
	}
	c.morphs[tagged{form, tag}] = v
	return v.lemma, v.feats
}
