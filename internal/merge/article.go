package merge

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline/dateline"
)

// Article is a whole text to be grouped with others on the same event.
type Article struct {
	Title     string
	Text      string
	Published dateline.Day
}

// articleSettings are what the grouping of articles depends on.
type articleSettings struct {
	threshold float64 // mean likeness from which groups are joined
	title     float64 // weight of a word of the title against one of the text
	name      float64 // weight of a capitalised word
	opening   int     // words of the text that count fully, since news tells the main thing first
	rest      float64 // weight of the words after those
	fade      float64 // days after which likeness has fallen to a half; 0 for never
}

var defaultArticles = articleSettings{threshold: 0.2, title: 3, name: 1.5, opening: 150, rest: 0.5, fade: 30}

// Articles groups articles by the event that they tell of: the group of each
// article, numbered from 0 in order of first appearance. Groups are joined by
// mean likeness, as UPGMA does (Sokal and Michener 1958); time grows with the
// square of the number of articles.
func Articles(as []Article) []int { return groupArticles(as, defaultArticles) }

func groupArticles(as []Article, s articleSettings) []int {
	vectors := make([][]word, len(as))
	for i := range as {
		vectors[i] = articleWords(&as[i], s)
	}
	weighRare(vectors)
	n := len(as)
	like := make([]float64, n*n)
	for i := range n {
		for j := range i {
			v := cosine(vectors[i], vectors[j]) * nearness(as[i].Published, as[j].Published, s.fade)
			like[i*n+j], like[j*n+i] = v, v
		}
	}
	return meanLinkage(n, like, s.threshold)
}

// articleWords counts the stems of an article, damped by the logarithm.
func articleWords(a *Article, s articleSettings) []word {
	count := map[hash]float64{}
	lex := words()
	add := func(text string, weight float64) {
		for i, f := range split(text) {
			if lex.light[f.lower] || len(f.lower) < 2 {
				continue
			}
			w := weight
			if f.upper {
				w *= s.name
			}
			if s.opening > 0 && i >= s.opening {
				w *= s.rest
			}
			count[hashOf(stem(f.lower))] += w
		}
	}
	add(a.Title, s.title)
	add(a.Text, 1)
	out := make([]word, 0, len(count))
	for h, c := range count {
		out = append(out, word{h, float32(math.Log1p(c))})
	}
	slices.SortFunc(out, func(a, b word) int { return cmp.Compare(a.stem, b.stem) })
	return out
}

// weighRare multiplies by the inverse document frequency among the vectors. A
// stem that stands in one text alone is kept, since it says how much of the text
// is about something else.
func weighRare(vectors [][]word) {
	df := map[hash]float64{}
	for _, v := range vectors {
		for _, w := range v {
			df[w.stem]++
		}
	}
	n := float64(len(vectors))
	for _, v := range vectors {
		for i := range v {
			v[i].weight *= float32(math.Log((n + 1) / (df[v[i].stem] + 0.5)))
		}
	}
}

// nearness is 1 for texts of one day, or of unknown days, and falls to a half
// over fade days.
func nearness(a, b dateline.Day, fade float64) float64 {
	p, q := number(a), number(b)
	if p == unknownDay || q == unknownDay || fade == 0 {
		return 1
	}
	return math.Exp2(-math.Abs(float64(p-q)) / fade)
}

// meanLinkage joins the two groups with the highest mean likeness until none
// reaches the threshold, by chains of nearest neighbours (Murtagh 1983).
func meanLinkage(n int, like []float64, threshold float64) []int {
	u := newUnion(n)
	size := make([]float64, n)
	alive := make([]bool, n)
	for i := range n {
		size[i], alive[i] = 1, true
	}
	var chain []int
	for start := 0; ; {
		if len(chain) == 0 {
			for start < n && !alive[start] {
				start++
			}
			if start == n {
				return numbered(u)
			}
			chain = append(chain, start)
		}
		i := chain[len(chain)-1]
		best, v := nearest(i, n, like, alive, chain)
		switch {
		case best < 0 || v < threshold:
			// Nothing that is left is alike enough to the end of the chain.
			alive[i] = false
			chain = chain[:len(chain)-1]
		case len(chain) > 1 && best == chain[len(chain)-2]:
			chain = chain[:len(chain)-2]
			a, b := min(i, best), max(i, best)
			for k := range n {
				m := (size[a]*like[a*n+k] + size[b]*like[b*n+k]) / (size[a] + size[b])
				like[a*n+k], like[k*n+a] = m, m
			}
			size[a] += size[b]
			alive[b] = false
			u.join(a, b)
		default:
			chain = append(chain, best)
		}
	}
}

// nearest is the group most like group i, the one before it in the chain where
// several are.
func nearest(i, n int, like []float64, alive []bool, chain []int) (best int, v float64) {
	best, v = -1, math.Inf(-1)
	if len(chain) > 1 {
		best = chain[len(chain)-2]
		v = like[i*n+best]
	}
	for k := range n {
		if k != i && alive[k] && like[i*n+k] > v {
			best, v = k, like[i*n+k]
		}
	}
	return best, v
}

// numbered gives the groups numbers in order of first appearance.
func numbered(u *unionFind) []int {
	out := make([]int, len(u.root))
	for g, members := range u.groups() {
		for _, i := range members {
			out[i] = g
		}
	}
	return out
}
