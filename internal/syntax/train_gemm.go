package syntax

// panels is a float matrix of k rows cut into panels of 16 columns:
// w[column/16][row][column%16].
type panels struct {
	k, cols int
	w       []float32
}

// pack cuts a row-major matrix (k × cols, rows ld apart) into panels.
func (p *panels) pack(k, cols int, w []float32, ld int) {
	p.k, p.cols = k, cols
	p.w = sized(p.w, k*cols)
	for c := 0; c < cols; c += lanes {
		out := p.w[c*k : (c+lanes)*k]
		for r := range k {
			copy(out[r*lanes:(r+1)*lanes], w[r*ld+c:r*ld+c+lanes])
		}
	}
}

// packTransposed cuts the transpose of a row-major matrix (cols × k).
func (p *panels) packTransposed(k, cols int, w []float32, ld int) {
	p.k, p.cols = k, cols
	p.w = sized(p.w, k*cols)
	for c := 0; c < cols; c++ {
		out := p.w[c/lanes*lanes*k:]
		for r := range k {
			out[r*lanes+c%lanes] = w[c*ld+r]
		}
	}
}

// part is the panels of some columns.
func (p *panels) part(from, to int) panels {
	return panels{k: p.k, cols: to - from, w: p.w[from*p.k : to*p.k]}
}

// add adds a·p to c: m rows, a's element (i, r) at a[i*ars+r*acs], c's rows ldc apart.
func (p *panels) add(m int, a []float32, ars, acs int, c []float32, ldc int) {
	if m == 0 || p.k == 0 {
		return
	}
	_, _ = a[(m-1)*ars+(p.k-1)*acs], c[(m-1)*ldc+p.cols-1]
	for col := 0; col < p.cols; col += lanes {
		w := p.w[col*p.k:]
		i := 0
		if vectorFloats {
			for ; i+4 <= m; i += 4 {
				fma4(p.k, &a[i*ars], ars*4, acs*4, &w[0], &c[i*ldc+col], ldc*4)
			}
			for ; i < m; i++ {
				fma1(p.k, &a[i*ars], acs*4, &w[0], &c[i*ldc+col])
			}
			continue
		}
		for ; i < m; i++ {
			y := c[i*ldc+col : i*ldc+col+lanes]
			for r := range p.k {
				x, v := a[i*ars+r*acs], w[r*lanes:(r+1)*lanes]
				for j := range y {
					y[j] += x * v[j]
				}
			}
		}
	}
}
