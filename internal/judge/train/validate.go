package main

import (
	"fmt"
	"math"

	"github.com/dateline/dateline/internal/judge"
)

const folds = 10

// answer is the raw scores of a held-out example and which of them is right.
type answer struct {
	scores []float64
	gold   int
}

// crossValidate prints how well folds are judged by models trained on the others,
// and gives the inverse temperature that makes the confidence true to that.
func crossValidate(examples []judge.Example, l judge.Learning) float64 {
	var answers []answer
	var roots []string
	for f := range folds {
		var train, test []judge.Example
		for i := range examples {
			if i%folds == f {
				test = append(test, examples[i])
			} else {
				train = append(train, examples[i])
			}
		}
		m := l.Train(train)
		roots = m.Roots()
		for i := range test {
			answers = append(answers, answer{m.Scores(test[i].Features), indexOf(roots, test[i].Root)})
		}
	}
	printScores(answers, roots)
	sharp := temperature(answers)
	printReliability(answers, sharp)
	return sharp
}

func indexOf(list []string, s string) int {
	for i := range list {
		if list[i] == s {
			return i
		}
	}
	return -1
}

func printScores(answers []answer, roots []string) {
	n := len(roots)
	hit, said, meant := make([]float64, n), make([]float64, n), make([]float64, n)
	right := 0
	for _, a := range answers {
		k := argmax(a.scores)
		said[k]++
		if a.gold >= 0 {
			meant[a.gold]++
		}
		if k == a.gold {
			hit[k]++
			right++
		}
	}
	sum := 0.0
	for i, r := range roots {
		f := 200 * hit[i] / math.Max(1, said[i]+meant[i])
		sum += f
		fmt.Printf("  %-10s F1 %5.1f (%g)\n", r, f, meant[i])
	}
	fmt.Printf("ten folds: accuracy %.1f, macro-F1 %.1f\n", 100*float64(right)/float64(len(answers)), sum/float64(n))
}

func argmax(v []float64) int {
	top := 0
	for i := range v {
		if v[i] > v[top] {
			top = i
		}
	}
	return top
}

// temperature is the factor of the scores with the least log loss.
func temperature(answers []answer) float64 {
	best, least := 1.0, math.Inf(1)
	for s := 0.2; s < 3; s += 0.05 {
		loss := 0.0
		for _, a := range answers {
			if a.gold >= 0 {
				loss -= math.Log(math.Max(1e-9, probability(a.scores, s, a.gold)))
			}
		}
		if loss < least {
			best, least = s, loss
		}
	}
	return best
}

func probability(scores []float64, sharp float64, k int) float64 {
	top, sum := scores[argmax(scores)], 0.0
	for _, x := range scores {
		sum += math.Exp((x - top) * sharp)
	}
	return math.Exp((scores[k]-top)*sharp) / sum
}

// printReliability prints, by bins of the confidence, how often it is right.
func printReliability(answers []answer, sharp float64) {
	var n, right, sure [10]float64
	for _, a := range answers {
		k := argmax(a.scores)
		p := probability(a.scores, sharp, k)
		b := min(9, int(p*10))
		n[b]++
		sure[b] += p
		if k == a.gold {
			right[b]++
		}
	}
	fmt.Printf("reliability at sharpness %.2f: confidence, share right, sentences\n", sharp)
	for b := range n {
		if n[b] > 0 {
			fmt.Printf("  %.2f  %.2f  %g\n", sure[b]/n[b], right[b]/n[b], n[b])
		}
	}
}
