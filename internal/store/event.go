package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"unicode"

	"github.com/dateline/dateline"
)

// PutEvents implements dateline.Store. Only what differs from the stored events
// is written.
func (s *DB) PutEvents(ctx context.Context, events []dateline.Event, stories []dateline.Story) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		if err := putEvents(ctx, tx, events); err != nil {
			return err
		}
		return putStories(ctx, tx, stories)
	})
	if err != nil {
		return fmt.Errorf("storing events: %w", err)
	}
	return nil
}

func putEvents(ctx context.Context, tx *sql.Tx, events []dateline.Event) error {
	stored, err := storedEvents(ctx, tx)
	if err != nil {
		return err
	}
	for i := range events {
		record, err := encode(&events[i])
		if err != nil {
			return err
		}
		old, known := stored[events[i].ID]
		delete(stored, events[i].ID)
		if known && old == record {
			continue
		}
		if known {
			if err := dropEvent(ctx, tx, events[i].ID); err != nil {
				return err
			}
		}
		if err := putEvent(ctx, tx, &events[i], record); err != nil {
			return err
		}
	}
	for id := range stored { // the order of deleting leaves no trace
		if err := dropEvent(ctx, tx, id); err != nil {
			return err
		}
	}
	return nil
}

func storedEvents(ctx context.Context, tx *sql.Tx) (map[dateline.EventID]string, error) {
	rows, err := tx.QueryContext(ctx, "SELECT id, record FROM events")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[dateline.EventID]string{}
	for rows.Next() {
		var id dateline.EventID
		var record string
		if err := rows.Scan(&id, &record); err != nil {
			return nil, err
		}
		out[id] = record
	}
	return out, rows.Err()
}

func dropEvent(ctx context.Context, tx *sql.Tx, id dateline.EventID) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM event_words WHERE rowid = (SELECT rowid FROM events WHERE id = ?)", id); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, "DELETE FROM events WHERE id = ?", id)
	return err
}

func putEvent(ctx context.Context, tx *sql.Tx, e *dateline.Event, record string) error {
	res, err := tx.ExecContext(ctx, "INSERT INTO events (id, first, last, type, status, record) VALUES (?, ?, ?, ?, ?, ?)",
		e.ID, e.Date.First, lastDay(e.Date), e.Type, e.Status, record)
	if err != nil {
		return err
	}
	row, err := res.LastInsertId()
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

// evidence is the event's title and the sentences that its claims rest on.
func evidence(ctx context.Context, tx *sql.Tx, e *dateline.Event) (string, error) {
	var b strings.Builder
	b.WriteString(e.Title)
	texts := map[dateline.DocumentID]string{}
	for _, id := range e.Claims {
		c, err := claim(ctx, tx, id)
		if err != nil {
			return "", err
		}
		if c == nil {
			continue
		}
		text, ok := texts[c.Document]
		if !ok {
			if err := tx.QueryRowContext(ctx, "SELECT coalesce(text, CAST(body AS TEXT)) FROM documents WHERE id = ?", c.Document).Scan(&text); err != nil {
				return "", err
			}
			texts[c.Document] = text
		}
		for _, span := range c.Evidence {
			b.WriteByte('\n')
			b.WriteString(span.In(text))
		}
	}
	return b.String(), nil
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
