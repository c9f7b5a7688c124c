package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/dateline/dateline"
)

// AddDocument implements dateline.Store.
func (s *DB) AddDocument(ctx context.Context, doc *dateline.Document, reports []dateline.Report) (added bool, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		text := sql.NullString{String: doc.Text, Valid: doc.Text != string(doc.Body)}
		res, err := tx.ExecContext(ctx, `INSERT INTO documents (id, path, media_type, charset, published, body, text)
			VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
			doc.ID, doc.Path, doc.MediaType, doc.Charset, doc.Published, nonNil(doc.Body), text)
		if err != nil {
			return err
		}
		n, err := res.RowsAffected()
		if err != nil || n == 0 {
			return err
		}
		added = true
		if err := spoil(ctx, tx, doc.ID); err != nil {
			return err
		}
		return putReports(ctx, tx, doc.ID, reports)
	})
	if err != nil {
		return false, fmt.Errorf("storing %s: %w", doc.Path, err)
	}
	return added, nil
}

// nonNil makes an empty body an empty blob, not NULL.
func nonNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// Recode implements dateline.Store.
func (s *DB) Recode(ctx context.Context, id dateline.DocumentID, reports []dateline.Report) error {
	known, err := s.HasDocument(ctx, id)
	if err != nil {
		return err
	}
	if !known {
		return fmt.Errorf("document %s: %w", id, dateline.ErrNotFound)
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM reports WHERE document = ?", id); err != nil {
			return err
		}
		if err := spoil(ctx, tx, id); err != nil {
			return err
		}
		return putReports(ctx, tx, id, reports)
	})
}

// spoil makes a document stale.
func spoil(ctx context.Context, tx *sql.Tx, id dateline.DocumentID) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO stale (document) SELECT id FROM documents WHERE id = ? ON CONFLICT DO NOTHING", id)
	return err
}

// putReports stores the reports of a document with their claims. Two claims with
// the same content are one.
func putReports(ctx context.Context, tx *sql.Tx, id dateline.DocumentID, reports []dateline.Report) error {
	for i := range reports {
		r := &reports[i]
		record, err := encode(r)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO reports (id, document, seq, outlet, published, record) VALUES (?, ?, ?, ?, ?, ?)",
			r.ID, id, i, r.Outlet.Name, r.Published, record); err != nil {
			return err
		}
		for j := range r.Claims {
			record, err := encode(&r.Claims[j])
			if err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, "INSERT INTO claims (id, report, seq, record) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
				r.Claims[j].ID, r.ID, j, record); err != nil {
				return err
			}
		}
	}
	return nil
}

// HasDocument implements dateline.Store.
func (s *DB) HasDocument(ctx context.Context, id dateline.DocumentID) (known bool, err error) {
	err = s.db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM documents WHERE id = ?)", id).Scan(&known)
	return known, err
}

// Document implements dateline.Store.
func (s *DB) Document(ctx context.Context, id dateline.DocumentID) (*dateline.Document, error) {
	d := &dateline.Document{ID: id}
	var text sql.NullString
	err := s.db.QueryRowContext(ctx, "SELECT path, media_type, charset, published, body, text FROM documents WHERE id = ?", id).
		Scan(&d.Path, &d.MediaType, &d.Charset, &d.Published, &d.Body, &text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("document %s: %w", id, dateline.ErrNotFound)
	}
	if err != nil {
		return nil, err
	}
	if d.Text = text.String; !text.Valid {
		d.Text = string(d.Body)
	}
	return d, nil
}

// Documents implements dateline.Store: the IDs in the order in which they were
// added.
func (s *DB) Documents(ctx context.Context) ([]dateline.DocumentID, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT id FROM documents ORDER BY rowid")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []dateline.DocumentID
	for rows.Next() {
		var id dateline.DocumentID
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, rows.Err()
}

// Report implements dateline.Store: the report with its claims.
func (s *DB) Report(ctx context.Context, id dateline.ReportID) (*dateline.Report, error) {
	rs, err := records[dateline.Report](ctx, s.db, "SELECT record FROM reports WHERE id = ?", id)
	if err != nil {
		return nil, err
	}
	if len(rs) == 0 {
		return nil, fmt.Errorf("report %s: %w", id, dateline.ErrNotFound)
	}
	r := &rs[0]
	r.Claims, err = records[dateline.Claim](ctx, s.db, "SELECT record FROM claims WHERE report = ? ORDER BY seq", id)
	return r, err
}

// Reports implements dateline.Store: by document in the order of adding, then
// place in the document.
func (s *DB) Reports(ctx context.Context) ([]dateline.Report, error) {
	return records[dateline.Report](ctx, s.db, `SELECT r.record FROM reports r JOIN documents d ON d.id = r.document
		ORDER BY d.rowid, r.seq`)
}

// Claims implements dateline.Store.
func (s *DB) Claims(ctx context.Context) ([]dateline.Claim, error) {
	return records[dateline.Claim](ctx, s.db, "SELECT record FROM claims ORDER BY id")
}

// ClaimsLike implements dateline.Store.
func (s *DB) ClaimsLike(ctx context.Context, prefix string) ([]dateline.Claim, error) {
	return like[dateline.Claim](ctx, s.db, "claims", prefix)
}

// EventsLike implements dateline.Store.
func (s *DB) EventsLike(ctx context.Context, prefix string) ([]dateline.Event, error) {
	return like[dateline.Event](ctx, s.db, "events", prefix)
}

// like reads two records at most of a table whose IDs, which are ASCII, begin
// with prefix.
func like[T any](ctx context.Context, db *sql.DB, table, prefix string) ([]T, error) {
	return records[T](ctx, db, "SELECT record FROM "+table+" WHERE id >= ? AND id < ? ORDER BY id LIMIT 2", prefix, prefix+"\x7f")
}

// Size implements dateline.Store.
func (s *DB) Size(ctx context.Context) (n dateline.Size, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM reports),
		(SELECT count(*) FROM claims), (SELECT count(*) FROM events)`).Scan(&n.Documents, &n.Reports, &n.Claims, &n.Events)
	return n, err
}
