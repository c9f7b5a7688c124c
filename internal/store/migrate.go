package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
)

//go:embed migrations/*.sql
var migrations embed.FS

// errNewer is returned for a store that a newer program made.
var errNewer = errors.New("the record was made by a newer version of dateline; use that version")

// migrate brings the schema up to date, one transaction a step. The number of
// steps taken is kept in SQLite's user_version.
func migrate(ctx context.Context, db *sql.DB) error {
	steps, err := migrations.ReadDir("migrations")
	if err != nil {
		return err
	}
	done, err := version(ctx, db)
	if err != nil {
		return err
	}
	if done > len(steps) {
		return errNewer
	}
	for i := done; i < len(steps); i++ {
		script, err := migrations.ReadFile("migrations/" + steps[i].Name())
		if err != nil {
			return err
		}
		if err := step(ctx, db, i, string(script)); err != nil {
			return fmt.Errorf("%s: %w", steps[i].Name(), err)
		}
	}
	return nil
}

func version(ctx context.Context, db interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}) (n int, err error) {
	err = db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&n)
	return n, err
}

// step runs script as migration i unless another process has done so meanwhile.
func step(ctx context.Context, db *sql.DB, i int, script string) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	done, err := version(ctx, tx)
	if err != nil || done > i {
		return err
	}
	if _, err := tx.ExecContext(ctx, script); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", i+1)); err != nil {
		return err
	}
	return tx.Commit()
}
