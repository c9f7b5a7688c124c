package judge

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"strconv"
	"strings"
)

//go:embed data/clusters.tsv.gz
var clusterFile []byte

// clusters gives a word's group at two grains: words that stand in like contexts
// share a number.
type clusters map[string][2]uint16

// loadClusters reads lines "word coarse fine".
func loadClusters() (clusters, error) {
	r, err := gzip.NewReader(bytes.NewReader(clusterFile))
	if err != nil {
		return nil, fmt.Errorf("clusters: %w", err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("clusters: %w", err)
	}
	out := make(clusters, 40000)
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Fields(line)
		if len(f) != 3 {
			return nil, fmt.Errorf("clusters: bad line %q", line)
		}
		coarse, err1 := strconv.ParseUint(f[1], 10, 16)
		fine, err2 := strconv.ParseUint(f[2], 10, 16)
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("clusters: bad line %q", line)
		}
		out[f[0]] = [2]uint16{uint16(coarse), uint16(fine)}
	}
	return out, nil
}
