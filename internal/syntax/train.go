package syntax

import (
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/dateline/dateline"
)

// Labelled is a sentence to learn from.
type Labelled struct {
	dateline.Sentence
	Syntax bool // tags, lemmas, heads and relations are set
	// NameClasses says for each token which of NameClassNames it may have, as
	// bits; 0 for unknown. Nil for a sentence whose names are unknown.
	NameClasses []uint32
	Weight      float64 // how often an epoch holds the sentence, 1 for once
}

// NameClassNames lists the classes of the name tagger.
func NameClassNames() []string {
	out := []string{"O"}
	for _, n := range []dateline.NameType{dateline.PersonName, dateline.OrgName, dateline.PlaceName, dateline.GroupName, dateline.OtherName} {
		out = append(out, "B-"+string(n), "I-"+string(n))
	}
	return out
}

// Training is what a model is made from.
type Training struct {
	Sentences []Labelled
	Vectors   []WordVector // commonest first
	Epochs    int
	Batch     int     // words of a step
	Rate      float64 // of the first step; it falls to a twentieth
	Seed      uint64
	Log       io.Writer
	// Save is called with the model file after each epoch.
	Save func(epoch int, file []byte) error
}

// WordVector is a word in small letters with its vector.
type WordVector struct {
	Word   string
	Vector []float32
}

type trainer struct {
	Training
	model    *Model
	lay      *layout
	opt      *adam
	rows     *adam // the features' vectors
	lastStep []int32
	keys     []uint32 // feature of each row
	index    map[uint32]int32
	counts   []float64
	vecBuf   []float32
	packed   struct{ tags, tagsBack, names, namesBack, roles, rolesBack, arcs, arcsBack, labels, labelsBack panels }
	workers  []*worker
	step     int
	examples []*example
}

const parallel = 2 // parts of a step; the number is part of the recipe, since sums depend on it

// Train makes a model. The same input gives the same bytes on machines with the
// same vector units.
func Train(t Training) error {
	tr := newTrainer(t)
	rng := rand.New(rand.NewPCG(t.Seed, 2))
	began := time.Now()
	for e := range t.Epochs {
		order := tr.order(rng)
		sum := stats{}
		for at := 0; at < len(order); {
			progress := (float64(e) + float64(at)/float64(len(order))) / float64(t.Epochs)
			at = tr.stepFrom(order, at, progress, &sum)
		}
		fmt.Fprintf(t.Log, "epoch %d, %.0f s: tags %.2f%%, actions %.2f%%, labels %.2f%%, names %.2f%%\n", e+1, time.Since(began).Seconds(),
			100*sum.tags/sum.words, 100*sum.actionsRight/sum.actions, 100*sum.labelsRight/sum.labels, 100*sum.names/sum.named)
		if err := t.Save(e+1, tr.file()); err != nil {
			return err
		}
	}
	return nil
}

func newTrainer(t Training) *trainer {
	tr := &trainer{Training: t, model: &Model{names: NameClassNames(), net: &network{}, curves: newCurves()}}
	tr.tables()
	rng := rand.New(rand.NewPCG(t.Seed, 1))
	tr.lay = newLayout(len(tr.model.tags), len(tr.model.names), len(tr.model.labels))
	tr.opt = newAdam(tr.lay.init(rng))
	tr.model.net.words = newVectors(vectorDim, len(t.Vectors))
	for _, v := range t.Vectors {
		tr.model.net.words.add(hashString(v.Word), v.Vector)
	}
	tr.vecBuf = make([]float32, len(tr.model.net.words.vals))
	for i, x := range tr.model.net.words.vals {
		tr.vecBuf[i] = float32(int32(x)<<tr.model.net.words.shift[i/vectorDim]) / (1 << actBits)
	}
	tr.features()
	for i := range t.Sentences {
		tr.examples = append(tr.examples, tr.example(&t.Sentences[i], shouts(t.Sentences[i].Tokens)))
	}
	for k := range parallel {
		tr.workers = append(tr.workers, &worker{t: tr, rng: rand.New(rand.NewPCG(t.Seed, uint64(10+k))), grad: make([]float32, tr.lay.size),
			rowGrad: make([]float32, len(tr.rows.w)), mark: make([]bool, len(tr.keys))})
	}
	return tr
}

func (tr *trainer) vector(row int) []float32 { return tr.vecBuf[row*vectorDim:][:vectorDim] }

// tables collects the classes, and the tables of lemmas and features.
func (tr *trainer) tables() {
	var ss []dateline.Sentence
	for _, s := range tr.Sentences {
		if s.Syntax {
			ss = append(ss, s.Sentence)
		}
	}
	for _, c := range classesOf(ss, tagOf) {
		u, x, _ := strings.Cut(c, " ")
		tr.model.tags = append(tr.model.tags, tagPair{u, x})
	}
	tr.model.labels = classesOf(ss, func(t *dateline.Token) string { return t.Deprel })
	tr.model.lemmas.words, tr.model.lemmas.rules = lemmaTables(ss)
	tr.model.feats = featTable(ss)
}

// features gives a row to each feature that was seen often enough.
func (tr *trainer) features() {
	seen := map[uint32]int{}
	for i := range tr.Sentences {
		s := &tr.Sentences[i]
		shouted := shouts(s.Tokens)
		for k := range s.Tokens {
			for _, key := range formOf(s.Tokens[k].Form, shouted).keys {
				seen[key]++
			}
		}
	}
	tr.index = map[uint32]int32{}
	for _, key := range slices.Sorted(maps.Keys(seen)) {
		if seen[key] >= 3 {
			tr.index[key] = int32(len(tr.keys))
			tr.keys = append(tr.keys, key)
			tr.counts = append(tr.counts, float64(seen[key]))
		}
	}
	tr.rows = newAdam(make([]float32, len(tr.keys)*featureDim))
	tr.lastStep = make([]int32, len(tr.keys))
}

// example makes a sentence ready.
func (tr *trainer) example(s *Labelled, shouted bool) *example {
	e := &example{names: s.NameClasses, weight: s.Weight}
	for i := range s.Tokens {
		f := formOf(s.Tokens[i].Form, shouted)
		e.vectors = append(e.vectors, int32(tr.model.net.words.row(f.vector)))
		var rows [formKeys]int32
		for k, key := range f.keys {
			rows[k] = -1
			if r, ok := tr.index[key]; ok {
				rows[k] = r
			}
		}
		e.feats = append(e.feats, rows)
	}
	if !s.Syntax {
		return e
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		head := t.Head
		if head < 0 {
			head = len(s.Tokens)
		}
		u, x := t.UPOS, t.XPOS
		e.tags = append(e.tags, int32(slices.Index(tr.model.tags, tagPair{u, x})))
		e.heads = append(e.heads, head)
		e.labels = append(e.labels, int32(slices.Index(tr.model.labels, t.Deprel)))
	}
	return e
}

// order is the sentences of an epoch: each as often as its weight says, some as
// if written in capitals or with a capital on each word, as headlines are.
func (tr *trainer) order(rng *rand.Rand) []*example {
	var out []*example
	for _, i := range rng.Perm(len(tr.examples)) {
		times := int(tr.examples[i].weight)
		if rng.Float64() < tr.examples[i].weight-float64(times) {
			times++
		}
		for range times {
			e := tr.examples[i]
			switch p := rng.Float64(); {
			case p < 0.02:
				e = tr.example(&tr.Sentences[i], true)
			case p < 0.05:
				e = tr.example(titled(&tr.Sentences[i]), false)
			}
			out = append(out, e)
		}
	}
	return out
}

// titled is a sentence in the capitals of a headline, its full stop kept.
func titled(s *Labelled) *Labelled {
	out := *s
	out.Tokens = slices.Clone(s.Tokens)
	for i := range out.Tokens {
		f := out.Tokens[i].Form
		if len(f) > 3 || i == 0 {
			out.Tokens[i].Form = strings.ToUpper(f[:1]) + f[1:]
		}
	}
	return &out
}

// stepFrom runs one step on the sentences from at and returns where the next begins.
func (tr *trainer) stepFrom(order []*example, at int, progress float64, sum *stats) int {
	end, words := at, 0
	for end < len(order) && words < tr.Batch {
		words += len(order[end].vectors)
		end++
	}
	es := slices.Clone(order[at:end])
	slices.SortStableFunc(es, func(a, b *example) int { return len(b.vectors) - len(a.vectors) })
	parts := make([][]*example, parallel)
	for i, e := range es {
		parts[i%parallel] = append(parts[i%parallel], e)
	}
	tr.prepare()
	var wg sync.WaitGroup
	for k, w := range tr.workers {
		if len(parts[k]) == 0 {
			clear(w.grad)
			w.touched = w.touched[:0]
			continue
		}
		wg.Go(func() { w.run(parts[k], 1/float32(tr.Batch)) })
	}
	wg.Wait()
	tr.update(progress)
	for _, w := range tr.workers {
		s := w.stats
		sum.words, sum.tags, sum.actions, sum.actionsRight = sum.words+s.words, sum.tags+s.tags, sum.actions+s.actions, sum.actionsRight+s.actionsRight
		sum.labels, sum.labelsRight, sum.named, sum.names = sum.labels+s.labels, sum.labelsRight+s.labelsRight, sum.named+s.named, sum.names+s.names
	}
	return end
}

// prepare cuts the weights into panels.
func (tr *trainer) prepare() {
	flat, lay, p := tr.opt.w, tr.lay, &tr.packed
	for i, from := range []int{vectorDim, 0} {
		l := &tr.workers[0].layers[i]
		l.prepare(flat, lay, i, from)
		for _, w := range tr.workers[1:] {
			w.layers[i].in, w.layers[i].back, w.layers[i].rec, w.layers[i].recBack = l.in, l.back, l.rec, l.recBack
		}
	}
	for _, m := range []struct {
		b         block
		fwd, back *panels
	}{{lay.tags, &p.tags, &p.tagsBack}, {lay.names, &p.names, &p.namesBack}, {lay.roles, &p.roles, &p.rolesBack}, {lay.arcs, &p.arcs, &p.arcsBack}, {lay.labels, &p.labels, &p.labelsBack}} {
		m.fwd.pack(m.b.rows, m.b.cols, m.b.of(flat), m.b.cols)
		m.back.packTransposed(m.b.cols, m.b.rows, m.b.of(flat), m.b.cols)
	}
}

// update moves the weights against the workers' gradients.
func (tr *trainer) update(progress float64) {
	tr.step++
	grad := tr.workers[0].grad
	for _, w := range tr.workers[1:] {
		addRows(grad, w.grad)
	}
	norm := 0.0
	for _, g := range grad {
		norm += float64(g) * float64(g)
	}
	if norm = math.Sqrt(norm); norm > 2 {
		for i := range grad {
			grad[i] *= float32(2 / norm)
		}
	}
	rate := float32(tr.Rate * (1 - 0.95*progress) * min(1, float64(tr.step)/200))
	keep := float32(min(meanDecay, float64(tr.step)/float64(tr.step+10)))
	tr.opt.step(0, tr.lay.size, grad, rate, keep)
	tr.updateRows(rate)
}

func (tr *trainer) updateRows(rate float32) {
	first := tr.workers[0]
	for _, r := range first.touched {
		first.mark[r] = true
	}
	all := slices.Clone(first.touched)
	for _, w := range tr.workers[1:] {
		for _, r := range w.touched {
			g := first.rowGrad[int(r)*featureDim:][:featureDim]
			if !first.mark[r] {
				first.mark[r] = true
				all = append(all, r)
				clear(g)
			}
			addRows(g, w.rowGrad[int(r)*featureDim:][:featureDim])
		}
	}
	for _, r := range all {
		first.mark[r] = false
		tr.catchUp(int(r))
		from := int(r) * featureDim
		tr.rows.step(from, from+featureDim, first.rowGrad[from:], rate, min(meanDecay, float32(tr.step)/float32(tr.step+10)))
		tr.lastStep[r] = int32(tr.step)
	}
}

// catchUp brings the running mean of a row to the step before this one: its
// weights have stood still.
func (tr *trainer) catchUp(r int) {
	n := tr.step - 1 - int(tr.lastStep[r])
	if n <= 0 {
		return
	}
	keep := float32(math.Pow(min(meanDecay, float64(tr.step)/float64(tr.step+10)), float64(n)))
	from := r * featureDim
	for i := from; i < from+featureDim; i++ {
		tr.rows.mean[i] = keep*tr.rows.mean[i] + (1-keep)*tr.rows.w[i]
	}
	tr.lastStep[r] = int32(tr.step - 1)
}

// file is the model with the running mean of the weights.
func (tr *trainer) file() []byte {
	lay, flat, n := tr.lay, tr.opt.mean, tr.model.net
	full := func(w, bias block, cols int) *matrix {
		v := make([]float32, 0, w.rows*cols)
		for r := range w.rows {
			v = append(v, w.of(flat)[r*w.cols:][:cols]...)
		}
		if bias.rows == 0 {
			return newMatrix(w.rows, cols, v, nil)
		}
		return newMatrix(w.rows, cols, v, bias.of(flat))
	}
	for i := range n.layers {
		n.layers[i].in = full(lay.in[i], lay.inBias[i], 2*gateDim)
		for d := range 2 {
			n.layers[i].recurrent[d] = full(lay.recurrent[i][d], block{}, gateDim)
		}
	}
	n.tags, n.names = full(lay.tags, lay.tagBias, len(tr.model.tags)), full(lay.names, lay.nameBias, len(tr.model.names))
	n.roles, n.arcs = full(lay.roles, block{}, roles*stateDim), full(lay.arcs, lay.arcBias, 2*arcDim)
	n.labels = full(lay.labels, lay.labelBias, len(tr.model.labels))
	n.none, n.root = fixed(lay.none.of(flat), actBits), fixed(lay.root.of(flat), actBits)
	n.state = n.state[:0]
	for _, v := range lay.state.of(flat) {
		n.state = append(n.state, int32(math.Round(float64(v)*(1<<actBits))))
	}
	for a := range n.actions {
		n.actions[a] = fixed(lay.actions.of(flat)[a*stateDim:][:stateDim], weightBits)
		n.actionBias[a] = int32(math.Round(float64(lay.actionBias.of(flat)[a]) * (1 << (sumBits - 8))))
	}
	tr.step++
	n.features = newVectors(featureDim, len(tr.keys))
	for r, key := range tr.keys {
		tr.catchUp(r)
		n.features.add(key, tr.rows.mean[r*featureDim:][:featureDim])
	}
	tr.step--
	return tr.model.encode()
}

func fixed(v []float32, bits int) []int16 {
	out := make([]int16, len(v))
	for i, x := range v {
		out[i] = fixed16(x, bits)
	}
	return out
}
