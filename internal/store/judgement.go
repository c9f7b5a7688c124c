package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/dateline/dateline"
)

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
		if err := spoilJudged(ctx, tx, &j); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO judgements (id, at, record) VALUES (?, ?, ?)", j.ID, j.At.UTC().Format(time.RFC3339Nano), record)
		return err
	})
}

// spoilJudged makes the documents stale that a judgement speaks of, and those of
// the ones that it revokes.
func spoilJudged(ctx context.Context, tx *sql.Tx, j *dateline.Judgement) error {
	for _, a := range j.Anchors {
		if err := spoil(ctx, tx, a.Document); err != nil {
			return err
		}
	}
	for _, id := range j.Claims {
		if _, err := tx.ExecContext(ctx, `INSERT INTO stale (document) SELECT r.document FROM claims c JOIN reports r ON r.id = c.report
			WHERE c.id = ? ON CONFLICT DO NOTHING`, id); err != nil {
			return err
		}
	}
	if j.Revokes == "" {
		return nil
	}
	var record string
	err := tx.QueryRowContext(ctx, "SELECT record FROM judgements WHERE id = ?", j.Revokes).Scan(&record)
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("judgement %s: %w", j.Revokes, dateline.ErrNotFound)
	}
	if err != nil {
		return err
	}
	var revoked dateline.Judgement
	if err := json.Unmarshal([]byte(record), &revoked); err != nil {
		return fmt.Errorf("judgement %s is damaged: %w", j.Revokes, err)
	}
	return spoilJudged(ctx, tx, &revoked)
}

// Judgements implements dateline.Store.
func (s *DB) Judgements(ctx context.Context) ([]dateline.Judgement, error) {
	return records[dateline.Judgement](ctx, s.db, "SELECT record FROM judgements ORDER BY seq")
}
