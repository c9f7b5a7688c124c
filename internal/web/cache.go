package web

import (
	"context"
	"sync"
	"time"

	"github.com/dateline/dateline"
)

// fresh is how long a reading is taken as it stands.
const fresh = 2 * time.Second

// cache keeps what many pages need and is slow to read for each. It is read again
// in the background once it is no longer fresh, so that no reader waits for it
// but the first.
type cache[T any] struct {
	load func(context.Context) (T, error)

	mu      sync.Mutex
	current T
	due     time.Time // zero before the first reading
	loading bool
}

func newCache[T any](store dateline.Store, load func(context.Context, dateline.Store) (T, error)) *cache[T] {
	return &cache[T]{load: func(ctx context.Context) (T, error) { return load(ctx, store) }}
}

// get is what was read last. Nobody may change it.
func (c *cache[T]) get(ctx context.Context) (T, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.due.IsZero():
		began := time.Now()
		v, err := c.load(ctx)
		if err != nil {
			return v, err
		}
		c.keep(v, began)
	case !c.loading && time.Now().After(c.due):
		c.loading = true
		go c.refresh(context.WithoutCancel(ctx))
	}
	return c.current, nil
}

// refresh reads again; a failure keeps what there is for a while.
func (c *cache[T]) refresh(ctx context.Context) {
	began := time.Now()
	v, err := c.load(ctx)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.loading = false
	if err != nil {
		v = c.current
	}
	c.keep(v, began)
}

// keep sets the value and when to read the next: the longer a reading takes, the
// less often.
func (c *cache[T]) keep(v T, began time.Time) {
	c.current, c.due = v, time.Now().Add(max(fresh, 20*time.Since(began)))
}
