// Package store keeps documents, what was coded from them, and people's
// judgements in one SQLite file. It is the only package that knows the database.
//
// Documents, reports, claims and judgements are the record; events and stories
// are derived from it. Every write is one transaction in a write-ahead log with
// full synchronisation: what a method reported as stored survives a kill.
package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/url"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"github.com/dateline/dateline"
)

// DB is a Store in a SQLite file. It is safe for concurrent use, also by several
// processes.
type DB struct {
	db *sql.DB
}

var _ dateline.Store = (*DB)(nil)

// Open opens the store in the file path and makes it where there is none. It
// brings an older store up to date, and refuses one that a newer program made.
func Open(ctx context.Context, path string) (*DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	db, err := sql.Open("sqlite", source(abs))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if err := migrate(ctx, db); err != nil {
		db.Close()
		return nil, fmt.Errorf("%s: opening the record: %w", path, err)
	}
	return &DB{db: db}, nil
}

// source is the data source name of a file: each connection of the pool gets the
// pragmas, and a transaction takes the write lock when it begins, so that it
// never fails half-way for want of it.
func source(path string) string {
	q := url.Values{"_txlock": {"immediate"}, "_pragma": {
		"busy_timeout(30000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(ON)", "cache_size(-32000)",
	}}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: q.Encode()}).String()
}

// Close ends the use of the store.
func (s *DB) Close() error { return s.db.Close() }

// write runs fn in a transaction.
func (s *DB) write(ctx context.Context, fn func(*sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // without effect once it is committed
	if err := fn(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// records decodes the JSON records that a query selects as its only column.
func records[T any](ctx context.Context, db *sql.DB, query string, args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		var raw sql.RawBytes
		if err := rows.Scan(&raw); err != nil {
			return nil, err
		}
		var v T
		if err := json.Unmarshal(raw, &v); err != nil {
			return nil, fmt.Errorf("damaged record: %w", err)
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// encode is v as JSON text.
func encode(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}
