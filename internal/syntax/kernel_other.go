//go:build !amd64

package syntax

const vectorInts, vectorFloats = false, false

func madd4(k int, a *int16, lda int, b *int16, c *int32, ldc int)  { panic("no kernel") }
func madd1(k, panels int, a *int16, b *int16, c *int32)            { panic("no kernel") }
func fma4(k int, a *float32, ars, acs int, b, c *float32, ldc int) { panic("no kernel") }
func fma1(k int, a *float32, acs int, b, c *float32)               { panic("no kernel") }
func gates(z, cell *int32, h *int16, logistic, tanh *int16)        { panic("no kernel") }
func narrow16(n int, sums *int32, out *int16)                      { panic("no kernel") }
