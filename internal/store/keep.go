package store

import (
	"fmt"

	"github.com/dateline/dateline"
)

// Keep implements dateline.Shelf.
func (s *shelf) Keep(c *dateline.Change) {
	for _, id := range c.LostClaims {
		s.exec("DELETE FROM claim_blocks WHERE item = (SELECT n FROM merged WHERE claim = ?)", id)
		s.exec("DELETE FROM merged WHERE claim = ?", id)
	}
	for i := range c.Claims {
		s.keepClaim(&c.Claims[i])
	}
	s.keepEvents(c)
	s.keepRows(dateline.ClaimLayer, c.ClaimRows)
	s.keepRows(dateline.EventLayer, c.EventRows)
	for _, id := range c.LostStories {
		s.exec("DELETE FROM stories WHERE id = ?", id)
	}
	for i := range c.Stories {
		s.keepStory(&c.Stories[i])
	}
	for _, id := range c.Documents {
		s.exec("DELETE FROM stale WHERE document = ?", id)
	}
}

func (s *shelf) keepClaim(v *dateline.Shelved) {
	s.exec("INSERT INTO merged (claim, document, event, excerpt) VALUES (?, ?, '', ?)", v.Claim.ID, v.Claim.Document, list(v.Excerpt))
}

func (s *shelf) keepEvents(c *dateline.Change) {
	for _, id := range c.MovedEvents {
		s.exec("DELETE FROM event_blocks WHERE item = (SELECT rowid FROM events WHERE id = ?)", id)
	}
	for _, id := range c.LostEvents {
		if s.err == nil {
			s.err = dropEvent(s.ctx, s.tx, id)
		}
	}
	for i := range c.Events {
		e := &c.Events[i]
		if s.err == nil {
			s.err = putEvent(s.ctx, s.tx, e)
		}
		for _, id := range e.Claims {
			s.exec("UPDATE merged SET event = ? WHERE claim = ?", e.ID, id)
		}
	}
}

func (s *shelf) keepStory(st *dateline.Story) {
	record, err := encode(st)
	if err != nil {
		s.err = err
		return
	}
	s.exec(`INSERT INTO stories (id, first, record) VALUES (?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET first = excluded.first, record = excluded.record`, st.ID, st.First, record)
}

// keepRows stores rows in the place of those that the items had in the blocks.
func (s *shelf) keepRows(l dateline.Layer, rows []dateline.Row) {
	t := tables[l]
	numbers := map[string]any{"": nil}
	number := func(id string) any {
		n, known := numbers[id]
		if !known {
			if ns := column[int64](s, fmt.Sprintf("SELECT %s FROM %s WHERE %s = ?", t.n, t.items, t.id), id); len(ns) > 0 {
				n = ns[0]
			}
			numbers[id] = n
		}
		return n
	}
	query := fmt.Sprintf("INSERT OR REPLACE INTO %s (key, item, link, score) VALUES (?, ?, ?, ?)", t.blocks)
	for _, r := range rows {
		s.exec(query, int64(r.Key), number(r.Item), number(r.Link), r.Score)
	}
}
