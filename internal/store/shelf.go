package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/dateline/dateline"
)

// Update implements dateline.Store.
func (s *DB) Update(ctx context.Context, version string, merge func(dateline.Shelf)) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		sh := &shelf{ctx: ctx, tx: tx, prepared: map[string]*sql.Stmt{}}
		defer sh.close()
		sh.begin(version)
		if sh.err == nil {
			merge(sh)
		}
		return sh.err
	})
	if err != nil {
		return fmt.Errorf("merging: %w", err)
	}
	return nil
}

// Stale implements dateline.Store.
func (s *DB) Stale(ctx context.Context, version string) (stale bool, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM stale) OR
		EXISTS (SELECT 1 FROM documents) AND NOT EXISTS (SELECT 1 FROM merging WHERE version = ?)`, version).Scan(&stale)
	return stale, err
}

// shelf is a dateline.Shelf. Its first error stands, and ends its work.
type shelf struct {
	ctx      context.Context
	tx       *sql.Tx
	prepared map[string]*sql.Stmt
	err      error
}

func (s *shelf) close() {
	for _, p := range s.prepared {
		_ = p.Close() // the transaction's end closes it in any case
	}
}

// statement is a query, prepared once; nil after an error.
func (s *shelf) statement(query string) *sql.Stmt {
	if s.err != nil {
		return nil
	}
	p := s.prepared[query]
	if p == nil {
		if p, s.err = s.tx.PrepareContext(s.ctx, query); s.err != nil {
			return nil
		}
		s.prepared[query] = p
	}
	return p
}

func (s *shelf) exec(query string, args ...any) {
	if p := s.statement(query); p != nil {
		_, s.err = p.ExecContext(s.ctx, args...)
	}
}

// scan reads the rows of a query, each with the function that next returns.
func (s *shelf) scan(query string, next func(scan func(...any) error) error, args ...any) {
	p := s.statement(query)
	if p == nil {
		return
	}
	rows, err := p.QueryContext(s.ctx, args...)
	if err != nil {
		s.err = err
		return
	}
	defer rows.Close()
	for rows.Next() {
		if s.err = next(rows.Scan); s.err != nil {
			return
		}
	}
	s.err = rows.Err()
}

// column reads the only column of a query.
func column[T any](s *shelf, query string, args ...any) []T {
	var out []T
	s.scan(query, func(scan func(...any) error) error {
		var v T
		err := scan(&v)
		out = append(out, v)
		return err
	}, args...)
	return out
}

// decoded reads the JSON records that a query selects as its only column.
func decoded[T any](s *shelf, query string, args ...any) []T {
	var out []T
	s.scan(query, func(scan func(...any) error) error {
		var raw sql.RawBytes
		if err := scan(&raw); err != nil {
			return err
		}
		var v T
		if err := json.Unmarshal(raw, &v); err != nil {
			return fmt.Errorf("damaged record: %w", err)
		}
		out = append(out, v)
		return nil
	}, args...)
	return out
}

// list is a list of IDs as a query's argument, for json_each.
func list[T ~string](ids []T) string {
	b, err := json.Marshal(ids)
	if err != nil { // strings cannot fail
		panic(err)
	}
	return string(b)
}

// begin makes the whole record stale where it was merged in another way.
func (s *shelf) begin(version string) {
	if v := column[string](s, "SELECT version FROM merging"); len(v) == 1 && v[0] == version {
		return
	}
	for _, table := range []string{"merging", "merged", "claim_blocks", "event_blocks", "event_words", "events", "stories"} {
		s.exec("DELETE FROM " + table)
	}
	s.exec("INSERT INTO merging (version) VALUES (?)", version)
	s.exec("INSERT INTO stale (document) SELECT id FROM documents WHERE TRUE ON CONFLICT DO NOTHING")
}

// Stale implements dateline.Shelf. CROSS JOIN keeps SQLite from walking all documents
// in their order to find the few that are stale.
func (s *shelf) Stale(n int) []dateline.DocumentID {
	return column[dateline.DocumentID](s, "SELECT s.document FROM stale s CROSS JOIN documents d ON d.id = s.document ORDER BY d.rowid LIMIT ?", n)
}

// Judgements implements dateline.Shelf.
func (s *shelf) Judgements() []dateline.Judgement {
	return decoded[dateline.Judgement](s, "SELECT record FROM judgements ORDER BY seq")
}

// Coded implements dateline.Shelf.
func (s *shelf) Coded(id dateline.DocumentID) ([]dateline.Claim, []dateline.Report) {
	reports := decoded[dateline.Report](s, "SELECT record FROM reports WHERE document = ? ORDER BY seq", id)
	claims := decoded[dateline.Claim](s, "SELECT c.record FROM reports r JOIN claims c ON c.report = r.id WHERE r.document = ? ORDER BY r.seq, c.seq", id)
	return claims, reports
}

// Merged implements dateline.Shelf.
func (s *shelf) Merged(id dateline.DocumentID) []dateline.ClaimID {
	return column[dateline.ClaimID](s, "SELECT claim FROM merged WHERE document = ? ORDER BY n", id)
}

// Claims implements dateline.Shelf.
func (s *shelf) Claims(ids []dateline.ClaimID) []dateline.Shelved {
	var out []dateline.Shelved
	s.scan(`SELECT c.record, r.published, coalesce(json_extract(r.record, '$.headline'), ''), m.excerpt, m.event FROM json_each(?) i JOIN merged m ON m.claim = i.value
		JOIN claims c ON c.id = m.claim JOIN reports r ON r.id = c.report`, func(scan func(...any) error) error {
		var record, excerpt sql.RawBytes
		var v dateline.Shelved
		if err := scan(&record, &v.Published, &v.Headline, &excerpt, &v.Event); err != nil {
			return err
		}
		if err := errors.Join(json.Unmarshal(record, &v.Claim), json.Unmarshal(excerpt, &v.Excerpt)); err != nil {
			return fmt.Errorf("damaged claim: %w", err)
		}
		out = append(out, v)
		return nil
	}, list(ids))
	return out
}

// Report implements dateline.Shelf.
func (s *shelf) Report(id dateline.ReportID) *dateline.Report {
	if rs := decoded[dateline.Report](s, "SELECT record FROM reports WHERE id = ?", id); len(rs) > 0 {
		return &rs[0]
	}
	return nil
}

// Text implements dateline.Shelf.
func (s *shelf) Text(id dateline.DocumentID) string {
	if ts := column[string](s, "SELECT coalesce(text, CAST(body AS TEXT)) FROM documents WHERE id = ?", id); len(ts) > 0 {
		return ts[0]
	}
	return ""
}

// Events implements dateline.Shelf.
func (s *shelf) Events(ids []dateline.EventID) []dateline.Event {
	return decoded[dateline.Event](s, "SELECT e.record FROM json_each(?) i JOIN events e ON e.id = i.value", list(ids))
}

// EventsOf implements dateline.Shelf.
func (s *shelf) EventsOf(ids []dateline.ClaimID) []dateline.EventID {
	return column[dateline.EventID](s, "SELECT DISTINCT m.event FROM json_each(?) i JOIN merged m ON m.claim = i.value WHERE m.event <> '' ORDER BY m.event", list(ids))
}

// table is where the rows of a layer are, and where the IDs of its items.
type table struct{ blocks, items, id, n string }

var tables = map[dateline.Layer]table{
	dateline.ClaimLayer: {"claim_blocks", "merged", "claim", "n"},
	dateline.EventLayer: {"event_blocks", "events", "id", "rowid"},
}

func (t table) selectRows(where string) string {
	return fmt.Sprintf(`SELECT b.key, i.%[3]s, coalesce(l.%[3]s, ''), b.score FROM %[1]s b
		JOIN %[2]s i ON i.%[4]s = b.item LEFT JOIN %[2]s l ON l.%[4]s = b.link WHERE %[5]s`, t.blocks, t.items, t.id, t.n, where)
}

func (s *shelf) rows(query string, args ...any) []dateline.Row {
	var out []dateline.Row
	s.scan(query, func(scan func(...any) error) error {
		var r dateline.Row
		var key int64
		err := scan(&key, &r.Item, &r.Link, &r.Score)
		r.Key = uint64(key)
		out = append(out, r)
		return err
	}, args...)
	return out
}

// Block implements dateline.Shelf.
func (s *shelf) Block(l dateline.Layer, key uint64) []dateline.Row {
	return s.rows(tables[l].selectRows("b.key = ?"), int64(key))
}

// Rows implements dateline.Shelf.
func (s *shelf) Rows(l dateline.Layer, item string) []dateline.Row {
	t := tables[l]
	n := fmt.Sprintf("(SELECT %s FROM %s WHERE %s = ?)", t.n, t.items, t.id)
	return append(s.rows(t.selectRows("b.item = "+n), item), s.rows(t.selectRows("b.link = "+n), item)...)
}
