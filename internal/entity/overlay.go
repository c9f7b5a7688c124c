package entity

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// Entry is one line of a user's actor list. A list adds to what ships; a name
// that it gives replaces what the shipped lists say of that name.
type Entry struct {
	Kind    string   // "state", "organisation", "person", "office", or "none": names that are no actor
	Code    string   // ISO 3166 alpha-3 or IGO, NGO, IMG, …; "" for offices
	Name    string   // canonical name; of an office, the words that name it
	Aliases []string //
	Sector  string   // PLOVER sector: GOV, MIL, …
	Office  string   // of a person: the office held; of an office: its canonical name
	From    string   // bounds of the reading: year, month or day, "" for open
	Until   string
	ID      string // Wikidata item
	Flags   string // of an office: see office.has; of a name: "local", "metonym"

	where string // file and line
}

// columns is the header of a list in TSV.
const columns = "# kind\tcode\tname\taliases\tsector\toffice\tfrom\tuntil\tid\tflags\n"

var entryKinds = []string{"state", "organisation", "person", "office", "none"}

// WriteEntries writes entries as a list in TSV, headed by comment lines.
func WriteEntries(w io.Writer, comment string, entries []Entry) error {
	var b strings.Builder
	for line := range strings.Lines(comment) {
		b.WriteString("# " + strings.TrimRight(line, "\n") + "\n")
	}
	b.WriteString(columns)
	for _, e := range entries {
		fields := []string{e.Kind, e.Code, e.Name, strings.Join(e.Aliases, ";"), e.Sector, e.Office, e.From, e.Until, e.ID, e.Flags}
		b.WriteString(strings.TrimRight(strings.Join(fields, "\t"), "\t") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// readOverlay reads a list: YAML or Wikidata's CSV where the file's name ends
// so, a PETRARCH dictionary where its lines are in that form, else TSV.
func (k *knowledge) readOverlay(path string) ([]Entry, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	text := string(data)
	var entries []Entry
	switch ext := strings.ToLower(filepath.Ext(path)); {
	case ext == ".yaml" || ext == ".yml":
		entries, err = entriesOfYAML(path, text)
	case ext == ".csv":
		entries, _, err = k.readWikidata(strings.NewReader(text), path)
	case petrarchLine.MatchString(text):
		entries, _, err = ReadPETRARCH(strings.NewReader(text), path)
	default:
		entries, err = entriesOfTSV(path, text)
	}
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if err := e.check(); err != nil {
			return nil, fmt.Errorf("%s: %w", e.where, err)
		}
	}
	return entries, nil
}

func entriesOfTSV(path, text string) ([]Entry, error) {
	var out []Entry
	for _, r := range rows(path, strings.TrimPrefix(text, "\ufeff")) {
		if len(r.fields) < 3 {
			return nil, fmt.Errorf("%s: %d fields where kind, code and name are the least", r.where, len(r.fields))
		}
		out = append(out, Entry{Kind: r.field(0), Code: r.field(1), Name: r.field(2), Aliases: r.list(3), Sector: r.field(4),
			Office: r.field(5), From: r.field(6), Until: r.field(7), ID: r.field(8), Flags: r.field(9), where: r.where})
	}
	return out, nil
}

// check refuses what would be read wrongly in silence.
func (e *Entry) check() error {
	switch {
	case !slices.Contains(entryKinds, e.Kind):
		return fmt.Errorf("kind %q is none of %s", e.Kind, strings.Join(entryKinds, ", "))
	case len(nameWords(e.Name)) == 0:
		return fmt.Errorf("name %q has no letters", e.Name)
	case e.Kind != "office" && e.Kind != "none" && !isCode(e.Code):
		return fmt.Errorf("code %q is not of three capital letters", e.Code)
	case !isBound(e.From):
		return fmt.Errorf("from %q is no year, month or day", e.From)
	case !isBound(e.Until):
		return fmt.Errorf("until %q is no year, month or day", e.Until)
	}
	return nil
}

func isCode(s string) bool {
	return len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// isBound reports whether s is "", YYYY, YYYY-MM or YYYY-MM-DD.
func isBound(s string) bool {
	if s == "" {
		return true
	}
	const fill = "2000-01-01"
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return false
	}
	_, ok := dateline.Day(s + fill[len(s):]).Time()
	return ok
}

// overlay lets entries add to and correct what is known.
func (k *knowledge) overlay(entries []Entry) {
	for _, e := range entries {
		switch e.Kind {
		case "person":
			k.people.forget(e.names())
		case "state", "organisation", "none":
			for _, n := range e.names() {
				delete(k.names.senses, strings.Join(nameWords(n), " "))
			}
		}
	}
	for _, e := range entries {
		k.enter(e)
	}
}

func (e *Entry) names() []string { return append([]string{e.Name}, e.Aliases...) }

func (k *knowledge) enter(e Entry) {
	switch e.Kind {
	case "person":
		k.people.add(row{[]string{e.Code, e.Name, strings.Join(e.Aliases, ";"), "", e.Office, e.From, e.Until, e.ID, e.Sector}, e.where})
		return
	case "office":
		kind := string(dateline.PersonActor)
		for _, n := range e.names() {
			k.offices.add(row{[]string{n, e.Office, e.Sector, kind, e.Flags}, e.where})
		}
		return
	}
	code := e.Code
	if e.Kind == "none" {
		code = "-"
	}
	r := row{[]string{code, e.Sector, e.Name, strings.Join(e.Aliases, ";"), e.ID, e.Flags, e.From, e.Until}, e.where}
	if e.Kind != "state" {
		k.addOrg(r)
		return
	}
	s := &state{code: e.Code, id: e.ID, name: e.Name, from: dateline.Day(e.From), until: dateline.Day(e.Until)}
	if _, known := k.states[e.Code]; !known {
		k.states[e.Code] = s
	}
	for _, n := range e.names() {
		k.names.add(n, k.stateSense(s, properName, e.where))
	}
}
