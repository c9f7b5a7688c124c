package syntax

import (
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// Training is what a model is made from: sentences with syntax, and sentences
// with Names, which may be others.
type Training struct {
	Syntax, Names []dateline.Sentence
	Epochs        int
	Seed          uint64
	Log           io.Writer
}

// Train makes a model and returns its file. The same input gives the same bytes.
func Train(t Training) ([]byte, error) {
	if len(t.Syntax) == 0 || len(t.Names) == 0 {
		return nil, fmt.Errorf("no sentences to train on")
	}
	rng := rand.New(rand.NewPCG(t.Seed, 1))
	tagger := t.tagger(rng, t.Syntax, t.Epochs)
	jack := t.jackknife(rng)
	actions, labels := t.parser(rng, jack)
	names := t.names(rng, tagger)
	out := []byte(magic)
	for _, w := range []Weights{tagger, actions, labels, names} {
		out = w.encode(out)
	}
	words, rules := lemmaTables(t.Syntax)
	for _, table := range []map[string]string{words, rules, featTable(t.Syntax)} {
		out = appendTable(out, table)
	}
	return out, nil
}

func appendTable(out []byte, m map[string]string) []byte {
	out = binary.AppendUvarint(out, uint64(len(m)))
	for _, k := range slices.Sorted(maps.Keys(m)) {
		out = appendString(appendString(out, k), m[k])
	}
	return out
}

// perceptron is an averaged multiclass perceptron (Collins 2002).
type perceptron struct {
	classes []string
	index   map[string]int
	rows    map[uint32]*weights
	step    int
}

type weights struct {
	now, sum []float32
	last     []int32
}

func newPerceptron(classes []string) *perceptron {
	p := &perceptron{classes: classes, index: map[string]int{}, rows: map[uint32]*weights{}}
	for i, c := range classes {
		p.index[c] = i
	}
	return p
}

func (p *perceptron) score(features []uint32, scores []float32) {
	clear(scores)
	for _, f := range features {
		if r := p.rows[f]; r != nil {
			for c, w := range r.now {
				scores[c] += w
			}
		}
	}
}

func (p *perceptron) update(features []uint32, right, wrong int) {
	for _, f := range features {
		r := p.rows[f]
		if r == nil {
			n := len(p.classes)
			r = &weights{make([]float32, n), make([]float32, n), make([]int32, n)}
			p.rows[f] = r
		}
		r.add(right, 1, p.step)
		r.add(wrong, -1, p.step)
	}
}

func (r *weights) add(c int, v float32, step int) {
	r.sum[c] += float32(step-int(r.last[c])) * r.now[c]
	r.last[c] = int32(step)
	r.now[c] += v
}

func (p *perceptron) averaged() Weights {
	w := Weights{Classes: p.classes, Rows: map[uint32][]float32{}}
	for f, r := range p.rows {
		row := make([]float32, len(p.classes))
		for c := range row {
			row[c] = (r.sum[c] + float32(p.step-int(r.last[c]))*r.now[c]) / float32(max(p.step, 1))
		}
		w.Rows[f] = row
	}
	return w
}

func classesOf(ss []dateline.Sentence, of func(*dateline.Token) string) []string {
	seen := map[string]bool{}
	for i := range ss {
		for k := range ss[i].Tokens {
			seen[of(&ss[i].Tokens[k])] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

func tagOf(t *dateline.Token) string { return t.UPOS + " " + t.XPOS }

func (t Training) tagger(rng *rand.Rand, ss []dateline.Sentence, epochs int) Weights {
	p := newPerceptron(classesOf(t.Syntax, tagOf))
	scores := make([]float32, len(p.classes))
	hashes := make([]uint32, len(p.classes))
	for i, c := range p.classes {
		hashes[i] = hashString(c)
	}
	var fs []form
	var features []uint32
	for range epochs {
		for _, k := range rng.Perm(len(ss)) {
			s := &ss[k]
			fs = forms(fs, s.Tokens)
			t1, t2 := uint32(1), uint32(1)
			for i := range s.Tokens {
				p.step++
				features = tagFeatures(features, fs, i, t1, t2)
				p.score(features, scores)
				got, want := best(scores), p.index[tagOf(&s.Tokens[i])]
				if got != want {
					p.update(features, want, got)
				}
				t1, t2 = hashes[got], t1
			}
		}
	}
	return p.averaged()
}

// dense scores with averaged weights while training goes on.
func (w Weights) score(features []uint32, scores []float32) {
	clear(scores)
	for _, f := range features {
		for c, v := range w.Rows[f] {
			scores[c] += v
		}
	}
}

// tagWith gives the tag hashes that a tagger assigns.
func tagWith(w Weights, tokens []dateline.Token, fs []form) []uint32 {
	var out, features []uint32
	scores := make([]float32, len(w.Classes))
	t1, t2 := uint32(1), uint32(1)
	for i := range tokens {
		features = tagFeatures(features, fs, i, t1, t2)
		w.score(features, scores)
		h := hashString(w.Classes[best(scores)])
		out = append(out, h)
		t1, t2 = h, t1
	}
	return out
}

// jackknife tags each part of the sentences with a tagger that was
// trained on the others, so that the parser learns on tags as wrong as those it
// will see.
func (t Training) jackknife(rng *rand.Rand) [][]uint32 {
	const folds = 4
	out := make([][]uint32, len(t.Syntax))
	for f := range folds {
		var rest []dateline.Sentence
		for i := range t.Syntax {
			if i%folds != f {
				rest = append(rest, t.Syntax[i])
			}
		}
		w := t.tagger(rng, rest, max(1, t.Epochs-3))
		for i := f; i < len(t.Syntax); i += folds {
			out[i] = tagWith(w, t.Syntax[i].Tokens, forms(nil, t.Syntax[i].Tokens))
		}
		fmt.Fprintf(t.Log, "jackknife %d of %d\n", f+1, folds)
	}
	return out
}

func (t Training) parser(rng *rand.Rand, tags [][]uint32) (actions, labels Weights) {
	p := newPerceptron([]string{"shift", "right", "left"})
	l := newPerceptron(classesOf(t.Syntax, func(t *dateline.Token) string { return t.Deprel }))
	tr := &parserTraining{p: p, l: l, rng: rng, labelScores: make([]float32, len(l.classes))}
	for e := range t.Epochs {
		tr.right, tr.total = 0, 0
		for _, k := range rng.Perm(len(t.Syntax)) {
			tr.sentence(t.Syntax[k].Tokens, tags[k], e)
		}
		fmt.Fprintf(t.Log, "parser epoch %d: %.2f%% of the actions right\n", e+1, 100*float64(tr.right)/float64(tr.total))
	}
	return p.averaged(), l.averaged()
}

type parserTraining struct {
	p, l         *perceptron
	rng          *rand.Rand
	s            state
	features     []uint32
	labelScores  []float32
	right, total int
}

func (tr *parserTraining) sentence(tokens []dateline.Token, tags []uint32, epoch int) {
	v := &view{fs: forms(nil, tokens), tags: tags}
	gold := make([]int, len(tokens))
	for i := range tokens {
		if gold[i] = tokens[i].Head; gold[i] < 0 {
			gold[i] = len(tokens)
		}
	}
	scores := make([]float32, 3)
	s := &tr.s
	s.reset(len(tokens))
	for !s.done() {
		tr.p.step++
		tr.total++
		tr.features = actionFeatures(tr.features, s, v)
		tr.p.score(tr.features, scores)
		costs := s.costs(gold)
		got, want := allowed(s, scores), cheapest(s, scores, costs)
		if costs[got] > costs[want] {
			tr.p.update(tr.features, want, got)
		} else {
			tr.right++
			want = got
		}
		next := want
		if epoch > 0 && tr.rng.Float64() < 0.9 {
			next = got
		}
		tr.move(tokens, v, gold, next)
	}
}

func cheapest(s *state, scores []float32, costs [3]int) int {
	top := -1
	for a := range scores {
		if s.can(a) && (top < 0 || costs[a] < costs[top] || costs[a] == costs[top] && scores[a] > scores[top]) {
			top = a
		}
	}
	return top
}

func (tr *parserTraining) move(tokens []dateline.Token, v *view, gold []int, action int) {
	if action == shift {
		tr.s.do(shift, 0)
		return
	}
	h, c := tr.s.arc(action)
	tr.l.step++
	tr.features = labelFeatures(tr.features, &tr.s, v, h, c)
	tr.l.score(tr.features, tr.labelScores)
	got := best(tr.labelScores)
	if gold[c] == h {
		if want := tr.l.index[tokens[c].Deprel]; got != want {
			tr.l.update(tr.features, want, got)
		}
	}
	tr.s.do(action, hashString(tr.l.classes[got]))
}

func (t Training) names(rng *rand.Rand, tagger Weights) Weights {
	classes := []string{"O"}
	for _, n := range []dateline.NameType{dateline.PersonName, dateline.OrgName, dateline.PlaceName, dateline.GroupName, dateline.OtherName} {
		classes = append(classes, "B-"+string(n), "I-"+string(n))
	}
	p := newPerceptron(classes)
	views := make([]*view, len(t.Names))
	for i := range t.Names {
		fs := forms(nil, t.Names[i].Tokens)
		views[i] = &view{fs: fs, tags: tagWith(tagger, t.Names[i].Tokens, fs)}
	}
	scores := make([]float32, len(classes))
	var features []uint32
	for range t.Epochs {
		for _, k := range rng.Perm(len(t.Names)) {
			gold := nameClasses(&t.Names[k])
			prev := hashString("O")
			for i := range gold {
				p.step++
				features = nameFeatures(features, views[k], i, prev)
				p.score(features, scores)
				got, want := best(scores), p.index[gold[i]]
				if got != want {
					p.update(features, want, got)
				}
				prev = hashString(classes[got])
			}
		}
	}
	return p.averaged()
}

// nameClasses writes a sentence's names as B-, I- and O.
func nameClasses(s *dateline.Sentence) []string {
	out := make([]string, len(s.Tokens))
	for i := range out {
		out[i] = "O"
	}
	for _, n := range s.Names {
		for i := n.First; i < n.Last && i < len(out); i++ {
			out[i] = "I-" + string(n.Type)
		}
		if n.First < len(out) {
			out[n.First] = "B-" + string(n.Type)
		}
	}
	return out
}

// votes counts values by key; the first in the alphabet wins a draw.
type votes map[string]map[string]int

func (v votes) add(key, value string) {
	if v[key] == nil {
		v[key] = map[string]int{}
	}
	v[key][value]++
}

func (v votes) winner(key string) (string, int) {
	top, n := "", 0
	for _, value := range slices.Sorted(maps.Keys(v[key])) {
		if v[key][value] > n {
			top, n = value, v[key][value]
		}
	}
	return top, n
}

// lemmaTables learns suffix rules, and the words that they get wrong.
func lemmaTables(ss []dateline.Sentence) (words, rules map[string]string) {
	bySuffix, byWord := votes{}, votes{}
	each(ss, func(t *dateline.Token) {
		w := t.Form
		if t.UPOS != "PROPN" && cased(w) {
			w = strings.ToLower(w)
		}
		byWord.add(t.UPOS+" "+strings.ToLower(t.Form), t.Lemma)
		if rule := editRule(w, t.Lemma); rule != "" {
			for n := 0; n <= min(longestSuffix, len(w)); n++ {
				bySuffix.add(t.XPOS+" "+strings.ToLower(w[len(w)-n:]), rule)
			}
		}
	})
	rules, words = map[string]string{}, map[string]string{}
	for key := range bySuffix {
		if rule, n := bySuffix.winner(key); n >= 2 {
			rules[key] = rule
		}
	}
	l := lemmatiser{words: map[string]string{}, rules: rules}
	each(ss, func(t *dateline.Token) {
		key := t.UPOS + " " + strings.ToLower(t.Form)
		if want, _ := byWord.winner(key); l.lemma(t.Form, t.UPOS, t.XPOS) != want && t.Lemma == want {
			words[key] = want
		}
	})
	return words, rules
}

// featTable is the commonest features of each tag, and of words that differ.
func featTable(ss []dateline.Sentence) map[string]string {
	byTag, byWord := votes{}, votes{}
	each(ss, func(t *dateline.Token) {
		byTag.add(tagOf(t), t.Feats)
		byWord.add(tagOf(t)+" "+strings.ToLower(t.Form), t.Feats)
	})
	out := map[string]string{}
	for key := range byTag {
		out[key], _ = byTag.winner(key)
	}
	for key := range byWord {
		f, n := byWord.winner(key)
		tag := key[:strings.LastIndexByte(key, ' ')]
		if n >= 2 && f != out[tag] {
			out[key] = f
		}
	}
	return out
}

func each(ss []dateline.Sentence, fn func(*dateline.Token)) {
	for i := range ss {
		for k := range ss[i].Tokens {
			fn(&ss[i].Tokens[k])
		}
	}
}
