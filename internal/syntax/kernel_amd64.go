package syntax

import "golang.org/x/sys/cpu"

// The kernels need AVX2 and FMA; elsewhere the portable loops run, which give
// the same integers.
var (
	vectorInts   = cpu.X86.HasAVX2
	vectorFloats = cpu.X86.HasAVX2 && cpu.X86.HasFMA
)

//go:noescape
func madd4(k int, a *int16, lda int, b *int16, c *int32, ldc int)

//go:noescape
func madd1(k, panels int, a *int16, b *int16, c *int32)

//go:noescape
func fma4(k int, a *float32, ars, acs int, b, c *float32, ldc int)

//go:noescape
func fma1(k int, a *float32, acs int, b, c *float32)

//go:noescape
func gates(z, cell *int32, h *int16, logistic, tanh *int16)

//go:noescape
func narrow16(n int, sums *int32, out *int16)
