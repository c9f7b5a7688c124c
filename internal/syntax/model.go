// Package syntax adds tags, lemmas, features, a dependency tree (Universal
// Dependencies for English) and names to tokenised sentences. Everything is
// linear: a greedy tagger, an arc-hybrid parser and a name tagger over hashed
// features, trained by averaged perceptrons; the model ships in the binary.
package syntax

import (
	_ "embed"
	"fmt"
	"os"
	"strings"
	"sync"

	"github.com/dateline/dateline"
)

//go:embed data/english.model
var embedded []byte

const magic = "dateline syntax 1\n"

// Model holds the trained classifiers. It is read-only and safe for concurrent
// use.
type Model struct {
	tagger, actions, labels, names *linear
	tags                           []tagPair // UPOS and XPOS of each class of the tagger
	tagHash, labelHash, nameHash   []uint32
	lemmas                         lemmatiser
	feats                          map[string]string // "UPOS XPOS" and "UPOS XPOS form" → features
	scratch                        sync.Pool
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
	m := &Model{tagger: d.linear(), actions: d.linear(), labels: d.linear(), names: d.linear()}
	m.lemmas = lemmatiser{words: d.table(), rules: d.table()}
	m.feats = d.table()
	if d.err != nil || len(m.actions.classes) != 3 || len(m.tagger.classes) == 0 || len(m.labels.classes) == 0 || len(m.names.classes) == 0 {
		return nil, errModel
	}
	for _, c := range m.tagger.classes {
		u, x, _ := strings.Cut(c, " ")
		m.tags = append(m.tags, tagPair{u, x})
		m.tagHash = append(m.tagHash, hashString(c))
	}
	for _, c := range m.labels.classes {
		m.labelHash = append(m.labelHash, hashString(c))
	}
	for _, c := range m.names.classes {
		m.nameHash = append(m.nameHash, hashString(c))
	}
	m.scratch.New = func() any { return m.newScratch() }
	return m, nil
}

// table reads strings by key.
func (d *decoder) table() map[string]string {
	out := map[string]string{}
	for n := d.uvarint(); n > 0 && d.err == nil; n-- {
		k := d.string()
		out[k] = d.string()
	}
	return out
}

// scratch is the working memory of one sentence after the other.
type scratch struct {
	view     view
	state    state
	features []uint32
	tag      []float32
	action   []float32
	label    []float32
	name     []float32
	labels   []int
}

func (m *Model) newScratch() *scratch {
	return &scratch{
		features: make([]uint32, 0, 128),
		tag:      make([]float32, len(m.tagger.classes)), action: make([]float32, 3),
		label: make([]float32, len(m.labels.classes)), name: make([]float32, len(m.names.classes)),
	}
}

// Annotate sets Lemma, UPOS, XPOS, Feats, Head and Deprel of every token and the
// Names of every sentence. Each sentence gets a tree with one root.
func (m *Model) Annotate(ss []dateline.Sentence) {
	s := m.scratch.Get().(*scratch)
	defer m.scratch.Put(s)
	for i := range ss {
		if len(ss[i].Tokens) > 0 {
			m.annotate(s, &ss[i])
		}
	}
}

func (m *Model) annotate(w *scratch, s *dateline.Sentence) {
	w.view.fs = forms(w.view.fs, s.Tokens)
	m.tag(w, s.Tokens)
	m.parse(w, s.Tokens)
	m.name(w, s)
}

func (m *Model) tag(w *scratch, tokens []dateline.Token) {
	w.view.tags = w.view.tags[:0]
	t1, t2 := uint32(1), uint32(1)
	for i := range tokens {
		w.features = tagFeatures(w.features, w.view.fs, i, t1, t2)
		m.tagger.score(w.features, w.tag)
		k := best(w.tag)
		t := &tokens[i]
		t.UPOS, t.XPOS = m.tags[k].upos, m.tags[k].xpos
		t.Lemma = m.lemmas.lemma(t.Form, t.UPOS, t.XPOS)
		t.Feats = m.featsOf(t)
		w.view.tags = append(w.view.tags, m.tagHash[k])
		t1, t2 = m.tagHash[k], t1
	}
}

func (m *Model) featsOf(t *dateline.Token) string {
	if f, ok := m.feats[t.UPOS+" "+t.XPOS+" "+strings.ToLower(t.Form)]; ok {
		return f
	}
	return m.feats[t.UPOS+" "+t.XPOS]
}

func (m *Model) parse(w *scratch, tokens []dateline.Token) {
	s := &w.state
	s.reset(len(tokens))
	w.labels = w.labels[:0]
	for range tokens {
		w.labels = append(w.labels, 0)
	}
	for !s.done() {
		w.features = actionFeatures(w.features, s, &w.view)
		m.actions.score(w.features, w.action)
		a := allowed(s, w.action)
		if a == shift {
			s.do(shift, 0)
			continue
		}
		h, c := s.arc(a)
		w.features = labelFeatures(w.features, s, &w.view, h, c)
		m.labels.score(w.features, w.label)
		k := m.bestLabel(w.label, h == s.n)
		w.labels[c] = k
		s.do(a, m.labelHash[k])
	}
	for i := range tokens {
		tokens[i].Head, tokens[i].Deprel = s.head[i], m.labels.classes[w.labels[i]]
		if s.head[i] == s.n {
			tokens[i].Head = -1
		}
	}
}

// bestLabel is the best label that is root if and only if the head is the root.
func (m *Model) bestLabel(scores []float32, root bool) int {
	top := -1
	for i, s := range scores {
		if (m.labels.classes[i] == "root") == root && (top < 0 || s > scores[top]) {
			top = i
		}
	}
	return max(top, 0)
}

// allowed is the best action that the state permits.
func allowed(s *state, scores []float32) int {
	top := -1
	for a := range scores {
		if s.can(a) && (top < 0 || scores[a] > scores[top]) {
			top = a
		}
	}
	return top
}

func (m *Model) name(w *scratch, s *dateline.Sentence) {
	s.Names = s.Names[:0]
	prev := "O"
	p1 := hashString("O")
	for i := range s.Tokens {
		w.features = nameFeatures(w.features, &w.view, i, p1)
		m.names.score(w.features, w.name)
		k := m.bestName(w.name, prev)
		prev, p1 = m.names.classes[k], m.nameHash[k]
		switch prev[0] {
		case 'B':
			s.Names = append(s.Names, dateline.Name{First: i, Last: i + 1, Type: dateline.NameType(prev[2:])})
		case 'I':
			s.Names[len(s.Names)-1].Last = i + 1
		}
	}
}

// bestName is the best class that may follow prev: I- only within its type.
func (m *Model) bestName(scores []float32, prev string) int {
	top := -1
	for i, c := range m.names.classes {
		if c[0] == 'I' && (len(prev) < 3 || prev[1:] != c[1:]) {
			continue
		}
		if top < 0 || scores[i] > scores[top] {
			top = i
		}
	}
	return max(top, 0)
}

// nameFeatures are those of the word at i, given the class of the word before.
func nameFeatures(buf []uint32, v *view, i int, prev uint32) []uint32 {
	w, p, pp, n, nn := at(v.fs, i), at(v.fs, i-1), at(v.fs, i-2), at(v.fs, i+1), at(v.fs, i+2)
	t, tp, tn := v.tag(i), v.tag(i-1), v.tag(i+1)
	return append(buf[:0],
		hash(200), hash(201, w.word), hash(202, w.lower), hash(203, w.shape), hash(204, w.suf2), hash(205, w.suf3), hash(206, w.suf4), hash(207, w.pre2), hash(208, w.pre3),
		hash(209, t), hash(210, t, tp), hash(211, t, tn), hash(212, prev), hash(213, prev, t), hash(214, prev, w.shape), hash(215, prev, w.lower),
		hash(216, p.lower), hash(217, n.lower), hash(218, pp.lower), hash(219, nn.lower), hash(220, p.lower, w.shape), hash(221, n.lower, w.shape),
		hash(222, p.shape, w.shape, n.shape), hash(223, p.lower, w.lower), hash(224, w.lower, n.lower), hash(225, flag(i == 0), w.shape), hash(226, p.suf3, w.shape), hash(227, n.suf3, w.shape),
		hash(228, prev, p.lower), hash(229, prev, n.lower), hash(230, prev, t, tn), hash(231, w.suf3, w.shape))
}
