package web

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/dateline/dateline"
)

// Readers share one reading, and a stale one is shown until the next is there.
func TestCache(t *testing.T) {
	var mu sync.Mutex
	read := 0
	c := newCache(nil, func(context.Context, dateline.Store) (int, error) {
		mu.Lock()
		defer mu.Unlock()
		read++
		if read == 2 {
			return 0, errors.New("busy")
		}
		return read, nil
	})
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			if v, err := c.get(t.Context()); v != 1 || err != nil {
				t.Errorf("first reading: %d, %v", v, err)
			}
		})
	}
	all.Wait()
	for want := 1; want <= 3; want += 2 { // the failed reading keeps the first
		c.mu.Lock()
		c.due = time.Now().Add(-time.Second)
		c.mu.Unlock()
		if v, _ := c.get(t.Context()); v != 1 {
			t.Errorf("stale reading: %d", v)
		}
		for deadline := time.Now().Add(5 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
			c.mu.Lock()
			done := !c.loading
			c.mu.Unlock()
			if done {
				break
			}
		}
		if c.current != want {
			t.Errorf("after reading again: %d, want %d", c.current, want)
		}
	}
}
