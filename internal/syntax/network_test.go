package syntax

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestPortable: the kernels give the same integers as the portable loops, for
// every number of rows around the kernels' four.
func TestPortable(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, shape := range [][2]int{{2, 16}, {100, 48}, {196, 1024}} {
		rows, cols := shape[0], shape[1]
		m := &matrix{rows: rows, cols: cols, w: make([]int16, rows*cols), bias: make([]int32, cols)}
		for i := range m.w {
			m.w[i] = int16(rng.IntN(1<<13) - 1<<12)
		}
		for n := range 10 {
			a := make([]int16, n*rows)
			for i := range a {
				a[i] = int16(rng.IntN(1<<12) - 1<<11)
			}
			got, want := make([]int32, n*cols), make([]int32, n*cols)
			m.add(n, a, rows, got)
			m.addPortable(n, a, rows, want)
			if !slices.Equal(got, want) {
				t.Errorf("%d×%d, %d rows: kernel and portable loop differ", rows, cols, n)
			}
		}
	}
}

// TestPortableGates: the kernels of the gates and of narrowing give what the
// portable loops give, for sums small and as large as they come.
func TestPortableGates(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 9))
	cv := newCurves()
	for round := range 200 {
		reach := int64(1) << (8 + round%24)
		z, sums := make([]int32, gateDim), make([]int32, 37)
		for i := range z {
			z[i] = int32(rng.Int64N(2*reach) - reach)
		}
		var got, want [hidden]int32
		for i := range got {
			got[i] = int32(rng.Int64N(2*cellLimit+1) - cellLimit)
		}
		want = got
		h, hWant := make([]int16, hidden), make([]int16, hidden)
		cv.step(z, &got, h)
		cv.stepPortable(z, &want, hWant)
		if got != want || !slices.Equal(h, hWant) {
			t.Fatalf("gates differ for sums up to %d", reach)
		}
		out := make([]int16, len(sums))
		copy(sums, z)
		narrowed(out, sums)
		for i, v := range sums {
			if out[i] != narrow(v) {
				t.Fatalf("%d narrowed to %d, want %d", v, out[i], narrow(v))
			}
		}
	}
}

// TestPanels: a float product equals the sum written out, packed either way.
func TestPanels(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	const m, k, cols = 7, 12, 32
	a, b, bt := make([]float32, m*k), make([]float32, k*cols), make([]float32, k*cols)
	for i := range a {
		a[i] = rng.Float32() - 0.5
	}
	for r := range k {
		for c := range cols {
			b[r*cols+c] = rng.Float32() - 0.5
			bt[c*k+r] = b[r*cols+c]
		}
	}
	var p, q panels
	p.pack(k, cols, b, cols)
	q.packTransposed(k, cols, bt, k)
	got, again := make([]float32, m*cols), make([]float32, m*cols)
	p.add(m, a, k, 1, got, cols)
	q.add(m, a, k, 1, again, cols)
	for i := range m {
		for c := range cols {
			want := float32(0)
			for r := range k {
				want += a[i*k+r] * b[r*cols+c]
			}
			if d := got[i*cols+c] - want; d > 1e-5 || d < -1e-5 || got[i*cols+c] != again[i*cols+c] {
				t.Fatalf("(%d, %d) = %v, transposed %v, want %v", i, c, got[i*cols+c], again[i*cols+c], want)
			}
		}
	}
}

// TestOracle: following the actions that cost nothing rebuilds a projective tree.
func TestOracle(t *testing.T) {
	for _, gold := range [][]int{{1, 3, 1}, {1, 4, 1, 2}, {2, 2, 6, 2, 5, 3}, {1}} {
		var s state
		for s.reset(len(gold)); !s.done(); {
			costs, next := s.costs(gold), -1
			for a := range costs {
				if s.can(a) && (next < 0 || costs[a] < costs[next]) {
					next = a
				}
			}
			s.do(next)
		}
		if !slices.Equal(s.head[:len(gold)], gold) {
			t.Errorf("heads %v, want %v", s.head[:len(gold)], gold)
		}
	}
}

// TestModelRoundTrip: what decode reads, encode writes back byte for byte.
func TestModelRoundTrip(t *testing.T) {
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(m.encode(), embedded) {
		t.Error("the model changes when it is read and written")
	}
}

// BenchmarkLoad decodes the model that ships.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decode(embedded); err != nil {
			b.Fatal(err)
		}
	}
}
