package store

import (
	"fmt"
	"testing"
)

// BenchmarkAddDocument stores documents of 20 claims, each in its own synchronised
// transaction.
func BenchmarkAddDocument(b *testing.B) {
	db := open(b)
	for i := 0; b.Loop(); i++ {
		doc, reports := sample(fmt.Sprint("paper ", i), 20)
		if _, err := db.AddDocument(b.Context(), doc, reports); err != nil {
			b.Fatal(err)
		}
	}
}
