//go:build unix

package main

import (
	"context"
	"fmt"
	"testing"

	"github.com/dateline/dateline/internal/merge/made"
	"github.com/dateline/dateline/pipeline"
)

// BenchmarkAddToLargeRecord adds one document of one claim to records of growing
// size. Processor time does not suffer from other work on the machine.
func BenchmarkAddToLargeRecord(b *testing.B) {
	for _, size := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			w, db, ctx := made.New(size+2000, 5), openRecord(b), context.Background()
			add := func(i int) {
				doc, reports := w.Document(i)
				_, err := db.AddDocument(ctx, doc, reports)
				must(b, err)
			}
			for i := range size {
				add(i)
			}
			must(b, pipeline.Update(ctx, db))
			// The next documents of the world are of days spread over all of it.
			next, began := size, processorTime()
			for b.Loop() {
				add(next)
				must(b, pipeline.Update(ctx, db))
				next++
			}
			b.ReportMetric(1000*(processorTime()-began)/float64(b.N), "cpu-ms/op")
		})
	}
}
