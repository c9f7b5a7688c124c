package web

import (
	"context"
	"sync"

	"github.com/dateline/dateline"
)

// textRoom is how many bytes of documents' text are kept.
const textRoom = 64 << 20

// texts keeps the documents read last. A document never changes, so what is kept
// is always right.
type texts struct {
	store dateline.Store

	mu   sync.Mutex
	kept map[dateline.DocumentID]*paper
	size int
}

// paper is what pages need of a document.
type paper struct {
	Path, MediaType, Charset string
	Text                     string
}

func newTexts(store dateline.Store) *texts {
	return &texts{store: store, kept: map[dateline.DocumentID]*paper{}}
}

// get is a document's text, without its body.
func (t *texts) get(ctx context.Context, id dateline.DocumentID) (*paper, error) {
	t.mu.Lock()
	p := t.kept[id]
	t.mu.Unlock()
	if p != nil {
		return p, nil
	}
	doc, err := t.store.Document(ctx, id)
	if err != nil {
		return nil, err
	}
	p = &paper{Path: doc.Path, MediaType: doc.MediaType, Charset: doc.Charset, Text: doc.Text}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.size+len(p.Text) > textRoom { // start afresh: simpler than remembering who was used when
		clear(t.kept)
		t.size = 0
	}
	if t.kept[id] == nil && len(p.Text) <= textRoom {
		t.kept[id] = p
		t.size += len(p.Text)
	}
	return p, nil
}
