// Package syntax adds tags, lemmas, features, a dependency tree (Universal
// Dependencies for English) and names to tokenised sentences. A small recurrent
// network encodes the words; tags, names and a greedy parser read its states.
// The network computes with integers only, so a text gives the same result on
// every machine. The model ships in the binary.
package syntax

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"sync"
)

//go:embed data/english.model
var embedded []byte

const magic = "dateline syntax 2\n"

// Model holds the trained network and tables. It is read-only and safe for
// concurrent use.
type Model struct {
	net     *network
	curves  curves
	tags    []tagPair
	labels  []string
	names   []string // "O", "B-PER", "I-PER", …
	lemmas  lemmatiser
	feats   map[string]string // "UPOS XPOS" and "UPOS XPOS form" → features
	scratch sync.Pool
}

type tagPair struct{ upos, xpos string }

var loadEmbedded = sync.OnceValues(func() (*Model, error) { return decode(embedded) })

// Load decodes the model that ships, once.
func Load() (*Model, error) { return loadEmbedded() }

// Open reads a model file; the error names the file.
func Open(path string) (*Model, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	m, err := decode(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return m, nil
}

func decode(b []byte) (*Model, error) {
	if !strings.HasPrefix(string(b[:min(len(b), len(magic))]), magic) {
		return nil, errModel
	}
	d := &decoder{b: b[len(magic):]}
	tags := d.strings()
	m := &Model{labels: d.strings(), names: d.strings(), curves: newCurves()}
	m.lemmas = lemmatiser{words: d.table(), rules: d.table()}
	m.feats = d.table()
	if d.err != nil || len(tags) == 0 || len(m.labels) == 0 || len(m.names) == 0 || m.names[0] != "O" {
		return nil, errModel
	}
	for _, t := range tags {
		u, x, _ := strings.Cut(t, " ")
		m.tags = append(m.tags, tagPair{u, x})
	}
	m.net = d.network(len(tags), len(m.names), len(m.labels))
	if d.err != nil {
		return nil, errModel
	}
	m.net.prepare()
	m.scratch.New = func() any { return &scratch{} }
	return m, nil
}

// encode writes what decode reads.
func (m *Model) encode() []byte {
	out := []byte(magic)
	tags := make([]string, len(m.tags))
	for i, t := range m.tags {
		tags[i] = t.upos + " " + t.xpos
	}
	for _, list := range [][]string{tags, m.labels, m.names} {
		out = appendStrings(out, list)
	}
	for _, table := range []map[string]string{m.lemmas.words, m.lemmas.rules, m.feats} {
		out = appendTable(out, table)
	}
	return m.net.encode(out)
}

func (n *network) encode(out []byte) []byte {
	out = n.words.encode(out)
	out = n.features.encode(out)
	for _, l := range n.layers {
		out = l.recurrent[1].encode(l.recurrent[0].encode(l.in.encode(out)))
	}
	for _, m := range []*matrix{n.tags, n.names, n.roles, n.arcs, n.labels} {
		out = m.encode(out)
	}
	for _, v := range n.small() {
		for _, x := range v {
			out = binary.LittleEndian.AppendUint16(out, uint16(x))
		}
	}
	for _, x := range append(append([]int32{}, n.state...), n.actionBias[:]...) {
		out = binary.LittleEndian.AppendUint32(out, uint32(x))
	}
	return out
}

// small lists the vectors that are no matrices.
func (n *network) small() [][]int16 {
	return [][]int16{n.none, n.root, n.actions[0], n.actions[1], n.actions[2]}
}

func (d *decoder) network(tags, names, labels int) *network {
	n := &network{words: d.vectors(vectorDim), features: d.vectors(featureDim)}
	in := inputDim
	for i := range n.layers {
		n.layers[i] = layer{in: d.matrix(in, 2*gateDim), recurrent: [2]*matrix{d.matrix(hidden, gateDim), d.matrix(hidden, gateDim)}}
		in = encDim
	}
	n.tags, n.names, n.roles = d.matrix(encDim, tags), d.matrix(encDim, names), d.matrix(encDim, roles*stateDim)
	n.arcs, n.labels = d.matrix(encDim, 2*arcDim), d.matrix(arcDim, labels)
	n.none, n.root = d.int16s(roles*stateDim), d.int16s(encDim)
	for a := range n.actions {
		n.actions[a] = d.int16s(stateDim)
	}
	for range stateDim {
		n.state = append(n.state, int32(d.uint32()))
	}
	for a := range n.actionBias {
		n.actionBias[a] = int32(d.uint32())
	}
	return n
}

func (d *decoder) int16s(n int) []int16 {
	b := d.bytes(2 * uint64(n))
	out := make([]int16, len(b)/2)
	for i := range out {
		out[i] = int16(binary.LittleEndian.Uint16(b[2*i:]))
	}
	return out
}
