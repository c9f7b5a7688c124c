#include "textflag.h"

// func madd4(k int, a *int16, lda int, b *int16, c *int32, ldc int)
//
// Four rows of a against one panel of 16 columns: k pairs of int16 a row, the
// products summed into int32. Strides in bytes.
TEXT ·madd4(SB), NOSPLIT, $0-48
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ lda+16(FP), R8
	MOVQ b+24(FP), DI
	MOVQ c+32(FP), DX
	MOVQ ldc+40(FP), R10
	LEAQ (SI)(R8*1), R11
	LEAQ (R11)(R8*1), R12
	LEAQ (R12)(R8*1), R13
	LEAQ (DX)(R10*1), R8
	LEAQ (R8)(R10*1), R9
	ADDQ R9, R10
	VMOVDQU (DX), Y0
	VMOVDQU 32(DX), Y1
	VMOVDQU (R8), Y2
	VMOVDQU 32(R8), Y3
	VMOVDQU (R9), Y4
	VMOVDQU 32(R9), Y5
	VMOVDQU (R10), Y6
	VMOVDQU 32(R10), Y7
	XORQ AX, AX
loop4:
	VMOVDQU (DI), Y8
	VMOVDQU 32(DI), Y9
	VPBROADCASTD (SI)(AX*4), Y10
	VPBROADCASTD (R11)(AX*4), Y11
	VPBROADCASTD (R12)(AX*4), Y12
	VPBROADCASTD (R13)(AX*4), Y13
	VPMADDWD Y8, Y10, Y14
	VPMADDWD Y9, Y10, Y10
	VPADDD Y14, Y0, Y0
	VPADDD Y10, Y1, Y1
	VPMADDWD Y8, Y11, Y14
	VPMADDWD Y9, Y11, Y11
	VPADDD Y14, Y2, Y2
	VPADDD Y11, Y3, Y3
	VPMADDWD Y8, Y12, Y14
	VPMADDWD Y9, Y12, Y12
	VPADDD Y14, Y4, Y4
	VPADDD Y12, Y5, Y5
	VPMADDWD Y8, Y13, Y14
	VPMADDWD Y9, Y13, Y13
	VPADDD Y14, Y6, Y6
	VPADDD Y13, Y7, Y7
	ADDQ $64, DI
	INCQ AX
	CMPQ AX, CX
	JLT  loop4
	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	VMOVDQU Y2, (R8)
	VMOVDQU Y3, 32(R8)
	VMOVDQU Y4, (R9)
	VMOVDQU Y5, 32(R9)
	VMOVDQU Y6, (R10)
	VMOVDQU Y7, 32(R10)
	VZEROUPPER
	RET

// func madd1(k, panels int, a *int16, b *int16, c *int32)
//
// One row of a against every panel.
TEXT ·madd1(SB), NOSPLIT, $0-40
	MOVQ k+0(FP), CX
	MOVQ panels+8(FP), BX
	MOVQ a+16(FP), SI
	MOVQ b+24(FP), DI
	MOVQ c+32(FP), DX
panel1:
	VMOVDQU (DX), Y0
	VMOVDQU 32(DX), Y1
	XORQ AX, AX
loop1:
	VPBROADCASTD (SI)(AX*4), Y10
	VPMADDWD (DI), Y10, Y8
	VPMADDWD 32(DI), Y10, Y9
	VPADDD Y8, Y0, Y0
	VPADDD Y9, Y1, Y1
	ADDQ $64, DI
	INCQ AX
	CMPQ AX, CX
	JLT  loop1
	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	ADDQ $64, DX
	DECQ BX
	JNZ  panel1
	VZEROUPPER
	RET

// func fma4(k int, a *float32, ars, acs int, b, c *float32, ldc int)
//
// Four rows of a against one panel of 16 columns, added to c. Strides in bytes.
TEXT ·fma4(SB), NOSPLIT, $0-56
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ ars+16(FP), R8
	MOVQ acs+24(FP), BX
	MOVQ b+32(FP), DI
	MOVQ c+40(FP), DX
	MOVQ ldc+48(FP), R10
	LEAQ (SI)(R8*1), R11
	LEAQ (R11)(R8*1), R12
	LEAQ (R12)(R8*1), R13
	LEAQ (DX)(R10*1), R8
	LEAQ (R8)(R10*1), R9
	ADDQ R9, R10
	VMOVUPS (DX), Y0
	VMOVUPS 32(DX), Y1
	VMOVUPS (R8), Y2
	VMOVUPS 32(R8), Y3
	VMOVUPS (R9), Y4
	VMOVUPS 32(R9), Y5
	VMOVUPS (R10), Y6
	VMOVUPS 32(R10), Y7
	XORQ AX, AX
loopf4:
	VMOVUPS (DI), Y8
	VMOVUPS 32(DI), Y9
	VBROADCASTSS (SI)(AX*1), Y10
	VBROADCASTSS (R11)(AX*1), Y11
	VBROADCASTSS (R12)(AX*1), Y12
	VBROADCASTSS (R13)(AX*1), Y13
	VFMADD231PS Y8, Y10, Y0
	VFMADD231PS Y9, Y10, Y1
	VFMADD231PS Y8, Y11, Y2
	VFMADD231PS Y9, Y11, Y3
	VFMADD231PS Y8, Y12, Y4
	VFMADD231PS Y9, Y12, Y5
	VFMADD231PS Y8, Y13, Y6
	VFMADD231PS Y9, Y13, Y7
	ADDQ $64, DI
	ADDQ BX, AX
	DECQ CX
	JNZ  loopf4
	VMOVUPS Y0, (DX)
	VMOVUPS Y1, 32(DX)
	VMOVUPS Y2, (R8)
	VMOVUPS Y3, 32(R8)
	VMOVUPS Y4, (R9)
	VMOVUPS Y5, 32(R9)
	VMOVUPS Y6, (R10)
	VMOVUPS Y7, 32(R10)
	VZEROUPPER
	RET

// func fma1(k int, a *float32, acs int, b, c *float32)
//
// One row of a against one panel, added to c.
TEXT ·fma1(SB), NOSPLIT, $0-40
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ acs+16(FP), BX
	MOVQ b+24(FP), DI
	MOVQ c+32(FP), DX
	VMOVUPS (DX), Y0
	VMOVUPS 32(DX), Y1
loopf1:
	VBROADCASTSS (SI), Y10
	VFMADD231PS (DI), Y10, Y0
	VFMADD231PS 32(DI), Y10, Y1
	ADDQ BX, SI
	ADDQ $64, DI
	DECQ CX
	JNZ  loopf1
	VMOVUPS Y0, (DX)
	VMOVUPS Y1, 32(DX)
	VZEROUPPER
	RET

// LOOKUP reads 8 values of a table at the indexes in x, which are clamped to it.
// A gather reads 32 bits a value; the lower half is the value.
#define LOOKUP(table, x, mask, out) \
	VPADDD   Y15, x, x; \
	VPMAXSD  Y13, x, x; \
	VPMINSD  Y14, x, x; \
	VPCMPEQD mask, mask, mask; \
	VPGATHERDD mask, (table)(x*2), out; \
	VPSLLD   $16, out, out; \
	VPSRAD   $16, out, out

#define BROADCAST(value, x, y) \
	MOVL $value, AX; \
	VMOVD AX, x; \
	VPBROADCASTD x, y

// func gates(z, cell *int32, h *int16, logistic, tanh *int16)
//
// What step does, 8 cells at a time: 128 cells, their gates 512 bytes apart.
TEXT ·gates(SB), NOSPLIT, $0-40
	MOVQ z+0(FP), SI
	MOVQ cell+8(FP), DI
	MOVQ h+16(FP), DX
	MOVQ logistic+24(FP), R8
	MOVQ tanh+32(FP), R9
	BROADCAST(4096, X15, Y15)
	BROADCAST(8191, X14, Y14)
	VPXOR Y13, Y13, Y13
	BROADCAST(0x400000, X12, Y12)
	VPSUBD Y12, Y13, Y11
	BROADCAST(0x40000, X10, Y10)
	XORQ BX, BX
cells:
	VMOVDQU (SI)(BX*2), Y8
	VPSRAD $14, Y8, Y8
	LOOKUP(R8, Y8, Y9, Y0)
	VMOVDQU 512(SI)(BX*2), Y8
	VPSRAD $14, Y8, Y8
	LOOKUP(R8, Y8, Y9, Y1)
	VMOVDQU 1024(SI)(BX*2), Y8
	VPSRAD $14, Y8, Y8
	LOOKUP(R8, Y8, Y9, Y2)
	VMOVDQU 1536(SI)(BX*2), Y8
	VPSRAD $14, Y8, Y8
	LOOKUP(R9, Y8, Y9, Y3)
	VMOVDQU (DI)(BX*2), Y4
	VPMULDQ Y1, Y4, Y5
	VPSRLQ $15, Y5, Y5
	VPSRLQ $32, Y1, Y6
	VPSRLQ $32, Y4, Y7
	VPMULDQ Y6, Y7, Y6
	VPSRLQ $15, Y6, Y6
	VPSLLQ $32, Y6, Y6
	VPBLENDD $0xAA, Y6, Y5, Y5
	VPMULLD Y0, Y3, Y6
	VPSRAD $14, Y6, Y6
	VPADDD Y6, Y5, Y5
	VPMINSD Y12, Y5, Y5
	VPMAXSD Y11, Y5, Y5
	VMOVDQU Y5, (DI)(BX*2)
	VPSRAD $7, Y5, Y8
	LOOKUP(R9, Y8, Y9, Y7)
	VPMULLD Y2, Y7, Y7
	VPADDD Y10, Y7, Y7
	VPSRAD $19, Y7, Y7
	VEXTRACTI128 $1, Y7, X6
	VPACKSSDW X6, X7, X7
	VMOVDQU X7, (DX)(BX*1)
	ADDQ $16, BX
	CMPQ BX, $256
	JLT  cells
	VZEROUPPER
	RET

// func narrow16(n int, sums *int32, out *int16)
//
// What narrow does, to n times 16 sums.
TEXT ·narrow16(SB), NOSPLIT, $0-24
	MOVQ n+0(FP), CX
	MOVQ sums+8(FP), SI
	MOVQ out+16(FP), DI
sixteen:
	VMOVDQU (SI), Y0
	VMOVDQU 32(SI), Y1
	VPSRAD $12, Y0, Y0
	VPSRAD $12, Y1, Y1
	VPACKSSDW Y1, Y0, Y0
	VPERMQ $0xD8, Y0, Y0
	VMOVDQU Y0, (DI)
	ADDQ $64, SI
	ADDQ $32, DI
	DECQ CX
	JNZ  sixteen
	VZEROUPPER
	RET
