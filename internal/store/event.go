package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"unicode"

	"github.com/dateline/dateline"
)

func dropEvent(ctx context.Context, tx *sql.Tx, id dateline.EventID) error {
	if err := clearEvent(ctx, tx, id); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, "DELETE FROM events WHERE id = ?", id)
	return err
}

// clearEvent removes what is stored of an event beside its record.
func clearEvent(ctx context.Context, tx *sql.Tx, id dateline.EventID) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM event_words WHERE rowid = (SELECT rowid FROM events WHERE id = ?)", id); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, "DELETE FROM event_actors WHERE event = ?", id)
	return err
}

// putEvent stores an event in the place of the one with its ID, if any.
func putEvent(ctx context.Context, tx *sql.Tx, e *dateline.Event) error {
	record, err := encode(e)
	if err != nil {
		return err
	}
	if err := clearEvent(ctx, tx, e.ID); err != nil {
		return err
	}
	var row int64
	err = tx.QueryRowContext(ctx, `INSERT INTO events (id, first, last, type, status, record) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET first = excluded.first, last = excluded.last, type = excluded.type,
		status = excluded.status, record = excluded.record RETURNING rowid`,
		e.ID, e.Date.First, lastDay(e.Date), e.Type, e.Status, record).Scan(&row)
	if err != nil {
		return err
	}
	for _, side := range [][]dateline.Actor{e.Actors, e.Recipients} {
		for _, a := range side {
			if _, err := tx.ExecContext(ctx, "INSERT INTO event_actors (event, code, actor, name) VALUES (?, ?, ?, ?)",
				e.ID, a.Code, a.ID, strings.ToLower(a.Name)); err != nil {
				return err
			}
		}
	}
	words, err := evidence(ctx, tx, e)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO event_words (rowid, words) VALUES (?, ?)", row, words)
	return err
}

// lastDay is the day up to which the event may have lasted.
func lastDay(d dateline.EventDate) dateline.Day {
	if d.Last == "" {
		return d.First
	}
	return d.Last
}

// evidence is the event's title and the words that its claims rest on.
func evidence(ctx context.Context, tx *sql.Tx, e *dateline.Event) (string, error) {
	ids, err := encode(e.Claims)
	if err != nil {
		return "", err
	}
	rows, err := tx.QueryContext(ctx, `SELECT x.value FROM json_each(?) i JOIN merged m ON m.claim = i.value, json_each(m.excerpt) x`, ids)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	words := e.Title
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return "", err
		}
		words += "\n" + s
	}
	return words, rows.Err()
}

// Events implements dateline.Store.
func (s *DB) Events(ctx context.Context, f dateline.Filter) ([]dateline.Event, error) {
	where, args := conditions(f)
	query := "SELECT e.record FROM events e"
	if len(where) > 0 {
		query += " WHERE " + strings.Join(where, " AND ")
	}
	query += " ORDER BY e.first = '', e.first, e.id"
	if f.Limit > 0 || f.Offset > 0 {
		limit := f.Limit
		if limit <= 0 {
			limit = -1
		}
		query += " LIMIT ? OFFSET ?"
		args = append(args, limit, max(0, f.Offset))
	}
	return records[dateline.Event](ctx, s.db, query, args...)
}

// conditions writes a filter as SQL conditions on e, an event. Values only ever
// travel as arguments.
func conditions(f dateline.Filter) (where []string, args []any) {
	add := func(cond string, values ...any) {
		where = append(where, cond)
		args = append(args, values...)
	}
	if f.Actor != "" {
		add(`EXISTS (SELECT 1 FROM event_actors a WHERE a.event = e.id AND (a.code = ? OR a.actor = ? OR instr(a.name, ?) > 0))`,
			strings.ToUpper(f.Actor), f.Actor, strings.ToLower(f.Actor))
	}
	if f.Type != "" {
		add("e.type = ?", f.Type)
	}
	if f.Status != "" {
		add("e.status = ?", f.Status)
	}
	if f.Since != "" { // an event without a date is in no range of days
		add("e.last >= ?", f.Since)
	}
	if f.Until != "" {
		add("e.first <= ? AND e.first <> ''", f.Until)
	}
	if q := match(f.Query); q != "" {
		add("e.rowid IN (SELECT rowid FROM event_words WHERE event_words MATCH ?)", q)
	} else if f.Query != "" {
		add("FALSE") // no word to look for
	}
	return where, args
}

// match writes a reader's words as an FTS5 query: all of them must occur, the
// last one may be the beginning of a word. FTS5's own operators are not for
// readers, so that no query is an error.
func match(query string) string {
	words := strings.FieldsFunc(query, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	if len(words) == 0 {
		return ""
	}
	return `"` + strings.Join(words, `" "`) + `"*`
}

// Event implements dateline.Store.
func (s *DB) Event(ctx context.Context, id dateline.EventID) (*dateline.Event, error) {
	es, err := records[dateline.Event](ctx, s.db, "SELECT record FROM events WHERE id = ?", id)
	if err != nil {
		return nil, err
	}
	if len(es) == 0 {
		return nil, fmt.Errorf("event %s: %w", id, dateline.ErrNotFound)
	}
	return &es[0], nil
}
