package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/export"
	"github.com/dateline/dateline/internal/store"
)

type diffCmd struct {
	Old  string `arg:"" help:"Record before: a store, or claims as JSON lines." type:"existingfile"`
	New  string `arg:"" help:"Record after, likewise." type:"existingfile"`
	JSON bool   `help:"One difference a line as JSON." name:"json"`
}

// Help is shown below the usage line.
func (diffCmd) Help() string {
	return `Examples:
  dateline code digest.txt > old.jsonl      # with the old version
  dateline code digest.txt > new.jsonl      # with the new one
  dateline diff old.jsonl new.jsonl
  dateline diff before.db after.db --json

Claims are the same where they stand at the same place of the same document. "+"
is a claim that only the new record has, "-" one that only the old one has, "~"
one that changed. "joined" and "split" are events whose claims were put together
or taken apart.`
}

// Run prints what differs between two records.
func (c *diffCmd) Run(ctx context.Context, m *Main) error {
	before, err := readRecord(ctx, c.Old)
	if err != nil {
		return err
	}
	after, err := readRecord(ctx, c.New)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(m.Stdout)
	defer out.Flush()
	d := compareRecords(before, after)
	if c.JSON {
		return d.json(out)
	}
	d.print(out)
	return out.Flush()
}

// readRecord reads the claims of a store or of JSON lines.
func readRecord(ctx context.Context, path string) ([]export.Record, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := bufio.NewReader(f)
	if head, _ := in.Peek(15); string(head) == "SQLite format 3" {
		return storedRecord(ctx, path)
	}
	var out []export.Record
	for dec := json.NewDecoder(in); ; {
		var r export.Record
		if err := dec.Decode(&r); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, &dateline.InputError{Path: path, Cause: fmt.Sprintf("claim %d: %v", len(out)+1, err)}
		}
		out = append(out, r)
	}
}

// storedRecord is the claims of a store as they are exported.
func storedRecord(ctx context.Context, path string) ([]export.Record, error) {
	db, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	events, err := db.Events(ctx, dateline.Filter{})
	if err != nil {
		return nil, err
	}
	var lines bytes.Buffer
	w, err := export.NewWriter(&lines, export.JSONL, program)
	if err == nil {
		link := links(events)
		err = exportClaims(ctx, w, db, func(id dateline.ClaimID) (dateline.EventID, bool) { return link[id], true })
	}
	if err == nil {
		err = w.Flush()
	}
	if err != nil {
		return nil, err
	}
	var out []export.Record
	for dec := json.NewDecoder(&lines); dec.More(); {
		var r export.Record
		if err := dec.Decode(&r); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// change is a field of a claim that has another value.
type change struct {
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

// difference is one line of a diff.
type difference struct {
	What    string             `json:"what"` // added, removed, changed, joined, split
	Claims  []dateline.ClaimID `json:"claims"`
	Changes []change           `json:"changes,omitempty"`
	lines   []string           // one for each claim
}

// recordDiff is all that differs, and how many claims do not.
type recordDiff struct {
	differences []difference
	same        int
}

// compareRecords matches the claims of two records and lists what differs: claims
// in the order of the texts, then events.
func compareRecords(before, after []export.Record) recordDiff {
	var d recordDiff
	pairs := matchClaims(before, after)
	matched := map[int]bool{} // of before
	for j, i := range pairs {
		switch {
		case i < 0:
			d.add("added", nil, after[j])
			continue
		default:
			matched[i] = true
			if cs := changes(&before[i], &after[j]); len(cs) > 0 {
				d.add("changed", cs, after[j])
			} else {
				d.same++
			}
		}
	}
	for i := range before {
		if !matched[i] {
			d.add("removed", nil, before[i])
		}
	}
	d.regrouped(before, after, pairs)
	return d
}

func (d *recordDiff) add(what string, cs []change, rs ...export.Record) {
	x := difference{What: what, Changes: cs}
	for i := range rs {
		x.Claims = append(x.Claims, rs[i].ID)
		x.lines = append(x.lines, describe(&rs[i]))
	}
	d.differences = append(d.differences, x)
}

var marks = map[string]string{"added": "+", "removed": "-", "changed": "~"}

func (d *recordDiff) print(w io.Writer) {
	count := map[string]int{}
	for _, x := range d.differences {
		count[x.What]++
		if mark := marks[x.What]; mark != "" {
			fmt.Fprintf(w, "%s %s\n", mark, x.lines[0])
		} else {
			fmt.Fprintf(w, "%s\n    %s\n", x.What, strings.Join(x.lines, "\n    "))
		}
		for _, c := range x.Changes {
			fmt.Fprintf(w, "    %s: %s → %s\n", c.Field, cmp.Or(c.Old, "none"), cmp.Or(c.New, "none"))
		}
	}
	fmt.Fprintf(w, "claims: %d unchanged, %d changed, %d added, %d removed; events: %d joined, %d split\n",
		d.same, count["changed"], count["added"], count["removed"], count["joined"], count["split"])
}

func (d *recordDiff) json(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, x := range d.differences {
		if err := enc.Encode(x); err != nil {
			return err
		}
	}
	return nil
}
