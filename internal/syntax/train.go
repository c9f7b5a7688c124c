package syntax

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
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
	Mentions    bool    // NameClasses come from mentions of entities, not from names
	Weight      float64 // how often an epoch holds the sentence, 1 for once
	Copy        bool    // altered from another sentence: no table of words counts it
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
	From      []byte // model file to go on from, nil for a new network
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
	tr, err := newTrainer(t)
	if err != nil {
		return err
	}
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

func newTrainer(t Training) (*trainer, error) {
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
	if t.From != nil {
		if err := tr.goOnFrom(t.From); err != nil {
			return nil, err
		}
	}
	for i := range t.Sentences {
		tr.examples = append(tr.examples, tr.example(&t.Sentences[i], shouts(t.Sentences[i].Tokens)))
	}
	for k := range parallel {
		tr.workers = append(tr.workers, &worker{t: tr, rng: rand.New(rand.NewPCG(t.Seed, uint64(10+k))), grad: make([]float32, tr.lay.size),
			rowGrad: make([]float32, len(tr.rows.w)), mark: make([]bool, len(tr.keys))})
	}
	return tr, nil
}

func (tr *trainer) vector(row int) []float32 { return tr.vecBuf[row*vectorDim:][:vectorDim] }

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
