package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/dateline/dateline"
)

func putStories(ctx context.Context, tx *sql.Tx, stories []dateline.Story) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM stories"); err != nil {
		return err
	}
	for i := range stories {
		record, err := encode(&stories[i])
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO stories (id, first, record) VALUES (?, ?, ?)", stories[i].ID, stories[i].First, record); err != nil {
			return err
		}
	}
	return nil
}

// Stories implements dateline.Store: by first day, then ID.
func (s *DB) Stories(ctx context.Context) ([]dateline.Story, error) {
	return records[dateline.Story](ctx, s.db, "SELECT record FROM stories ORDER BY first, id")
}

// AddJudgement implements dateline.Store. A judgement that revokes must name one
// that is stored.
func (s *DB) AddJudgement(ctx context.Context, j dateline.Judgement) error {
	record, err := encode(&j)
	if err != nil {
		return err
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		if j.Revokes != "" {
			var known bool
			if err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM judgements WHERE id = ?)", j.Revokes).Scan(&known); err != nil {
				return err
			}
			if !known {
				return fmt.Errorf("judgement %s: %w", j.Revokes, dateline.ErrNotFound)
			}
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO judgements (id, at, record) VALUES (?, ?, ?)", j.ID, j.At.UTC().Format(time.RFC3339Nano), record)
		return err
	})
}

// Judgements implements dateline.Store.
func (s *DB) Judgements(ctx context.Context) ([]dateline.Judgement, error) {
	return records[dateline.Judgement](ctx, s.db, "SELECT record FROM judgements ORDER BY seq")
}
