package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

var update = flag.Bool("update", false, "write the golden files")

// sample is a claim with every field set, in a text with characters of several
// bytes before its words.
func sample() (*dateline.Claim, *dateline.Report, *dateline.Document) {
	text := "BORLÄND – “Ada Berg will visit Borland in June with about 12 envoys,” the agency said."
	span := func(words string) dateline.Span {
		i := strings.Index(text, words)
		return dateline.Span{Start: i, End: i + len(words)}
	}
	c := &dateline.Claim{
		ID: "c1", Document: "sha256:d1", Report: "r1", Event: "CONSULT", Mode: "visit", Contexts: []string{"diplomatic"}, CAMEO: "042",
		Actors: []dateline.Participant{{Actor: dateline.Actor{ID: "Q1", Name: "Ada Berg", Kind: dateline.PersonActor, Code: "ARL", Sector: "GOV", Office: "Minister"},
			Text: "Ada Berg", Span: span("Ada Berg"), Why: dateline.Why{Rule: "name"}}},
		Recipients: []dateline.Participant{{Actor: dateline.Actor{Name: "Borland", Kind: dateline.StateActor, Code: "BOR", Sector: "GOV"}, Text: "Borland", Span: span("Borland")}},
		Date:       dateline.EventDate{First: "2011-06-01", Last: "2011-06-30", Precision: "month", Text: "in June", Span: span("in June"), Basis: "clause"},
		Place:      &dateline.Place{Name: "Borland", Country: "BOR", Lat: 1.5, Lon: -2.25, Precision: "country"}, PlaceSpan: span("Borland"), PlaceWhy: "clause",
		Status: dateline.Planned, Evidence: []dateline.Span{span("Ada Berg will visit Borland in June with about 12 envoys")}, Trigger: span("visit"),
		Numbers: []dateline.Number{{Kind: "envoys", Value: 12, Mod: "about", Span: span("about 12 envoys")}}, Confidence: 0.75, Coder: "frame:visit/verb",
		Chain: []dateline.Link{{Name: "The Post", Kind: "outlet"}, {Name: "Arland Agency", Kind: "outlet", Cue: "said", Class: dateline.Reported, Direct: true, Span: span("the agency"), CueSpan: span("said")}},
	}
	r := &dateline.Report{ID: "r1", Document: "sha256:d1", Span: dateline.Span{End: len(text)}, Outlet: dateline.Outlet{Name: "The Post"}, Headline: "MINISTER <TO> TRAVEL", Place: "Arville", Published: "2011-05-16"}
	return c, r, &dateline.Document{ID: "sha256:d1", Path: "news.txt", Text: text}
}

func write(t *testing.T, format Format, claims ...*dateline.Claim) []byte {
	t.Helper()
	_, r, d := sample()
	var b bytes.Buffer
	w, err := NewWriter(&b, format, "dateline test")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range claims {
		if err := w.Claim(c, r, d, "e1"); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; -update writes it anew:\n%s", path, got)
	}
}

func TestGolden(t *testing.T) {
	c, _, _ := sample()
	bare := &dateline.Claim{ID: "c2", Event: "PROTEST", Status: dateline.Happened}
	for _, f := range []Format{JSONL, PLOVER, CSV} {
		golden(t, "claims."+string(f), write(t, f, c, bare))
	}
	event := dateline.Event{ID: "e1", Title: "Ada Berg to visit Borland", Type: "CONSULT", Mode: "visit", Actors: []dateline.Actor{c.Actors[0].Actor}, Date: c.Date, Status: c.Status,
		Claims: []dateline.ClaimID{"c1"}, Reports: []dateline.ReportID{"r1"}, Origins: []dateline.Origin{{ID: "o1", Name: "Arland Agency", Kind: "agency", Claims: []dateline.ClaimID{"c1"}}},
		Relations: []dateline.Relation{{Kind: dateline.Contradicts, Field: "date", A: "c1", B: "c2"}}}
	for name, to := range map[string]func(*bytes.Buffer, []dateline.Event) error{
		"events.jsonl": func(b *bytes.Buffer, es []dateline.Event) error { return EventsJSONL(b, es) },
		"events.csv":   func(b *bytes.Buffer, es []dateline.Event) error { return EventsCSV(b, es) },
	} {
		var b bytes.Buffer
		if err := to(&b, []dateline.Event{event, {ID: "e2"}}); err != nil {
			t.Fatal(err)
		}
		golden(t, name, b.Bytes())
	}
}

// Programs that know PLOVER alone get planned cooperation as an agreement, other
// plans as future, and nothing that was denied.
func TestPLOVER(t *testing.T) {
	for _, tt := range []struct {
		event, mode string
		status      dateline.Status
		background  bool
		want, as    string // root and mode; "" for no row
		contexts    []string
		quad        int
	}{
		{"CONSULT", "visit", dateline.Happened, false, "CONSULT", "visit", nil, 1},
		{"CONSULT", "visit", dateline.Planned, false, "AGREE", "", nil, 1},
		{"AID", "", dateline.Planned, false, "AGREE", "", nil, 1},
		{"AGREE", "", dateline.Planned, false, "AGREE", "", nil, 1},
		{"PROTEST", "", dateline.Planned, false, "PROTEST", "", []string{"future"}, 4},
		{"THREATEN", "", dateline.Planned, false, "THREATEN", "", []string{"future"}, 3},
		{"ASSAULT", "beat", dateline.Hypothetical, false, "ASSAULT", "beat", []string{"hypothetical"}, 4},
		{"ASSAULT", "beat", dateline.Happened, true, "ASSAULT", "beat", []string{"historical"}, 4},
		{"ASSAULT", "beat", dateline.DeniedStatus, false, "", "", nil, 0},
	} {
		c, _, _ := sample()
		c.Event, c.Mode, c.Contexts, c.Status, c.Background = tt.event, tt.mode, nil, tt.status, tt.background
		out := write(t, PLOVER, c)
		if tt.want == "" {
			if len(out) > 0 {
				t.Errorf("%s %s was written: %s", tt.status, tt.event, out)
			}
			continue
		}
		var rec struct {
			Event, Mode, Context []string
			Quad                 int `json:"quad_code"`
		}
		if err := json.Unmarshal(out, &rec); err != nil {
			t.Fatal(err)
		}
		if strings.Join(rec.Event, "") != tt.want || strings.Join(rec.Mode, "") != tt.as || !slices.Equal(rec.Context, tt.contexts) || rec.Quad != tt.quad {
			t.Errorf("%s %s: %+v", tt.status, tt.event, rec)
		}
	}
}

// Offsets lead back to the words: in bytes, and in code points for PLOVER.
func TestOffsets(t *testing.T) {
	c, _, d := sample()
	for _, f := range []Format{JSONL, PLOVER} {
		var rec struct{ Evidence Quote }
		if err := json.Unmarshal(write(t, f, c), &rec); err != nil {
			t.Fatal(err)
		}
		got := dateline.Span{Start: rec.Evidence.Start, End: rec.Evidence.End}.In(d.Text)
		if f == PLOVER {
			got = string([]rune(d.Text)[rec.Evidence.Start:rec.Evidence.End])
		}
		if got != rec.Evidence.Text || got != c.Evidence[0].In(d.Text) {
			t.Errorf("%s: offsets hold %q, text is %q", f, got, rec.Evidence.Text)
		}
	}
}

// No cell of a table may be read as a formula.
func TestFormulas(t *testing.T) {
	for _, bad := range []string{"=1+1", "+1", "-1", "@x", "\t=1", " =1", "\r=1", "\n@x", "＝1", "\u00a0=1"} {
		c, r, d := sample()
		r.Headline, r.Author, r.Outlet.Name, d.Path, c.Coder, c.Actors[0].Name, c.Actors[0].Text, c.Chain[0].Name = bad, bad, bad, bad, bad, bad, bad, bad
		c.Actors[0].Code, c.Place.Name, c.Date.Text, c.Numbers[0].Kind = bad, bad, bad, bad
		var b bytes.Buffer
		w, _ := NewWriter(&b, CSV, "")
		if err := errors.Join(w.Claim(c, r, d, dateline.EventID(bad)), w.Flush()); err != nil {
			t.Fatal(err)
		}
		if err := EventsCSV(&b, []dateline.Event{{ID: "e1", Title: bad, Actors: []dateline.Actor{c.Actors[0].Actor}, Place: c.Place}}); err != nil {
			t.Fatal(err)
		}
		in := csv.NewReader(&b)
		in.FieldsPerRecord = -1
		rows, err := in.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				start := strings.TrimLeft(cell, " \t\r\n\u00a0")
				if start != "" && strings.ContainsAny(start[:1], "=+@") || strings.HasPrefix(start, "-") && start != "-2.25" || strings.HasPrefix(start, "＝") {
					t.Errorf("%q: cell %q", bad, cell)
				}
			}
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	if _, err := NewWriter(&bytes.Buffer{}, "xml", ""); !errors.Is(err, dateline.ErrUsage) {
		t.Errorf("err = %v", err)
	}
}

// full takes no byte.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteErrors(t *testing.T) {
	c, r, d := sample()
	for _, f := range []Format{JSONL, PLOVER, CSV} {
		w, err := NewWriter(full{}, f, "")
		if err == nil {
			err = errors.Join(w.Claim(c, r, d, ""), w.Flush())
		}
		if err == nil {
			t.Errorf("%s: a full disk goes unnoticed", f)
		}
	}
	if EventsJSONL(full{}, []dateline.Event{{ID: "e"}}) == nil || EventsCSV(full{}, nil) == nil {
		t.Error("a full disk goes unnoticed")
	}
}

func BenchmarkPLOVER(b *testing.B) {
	c, r, d := sample()
	w, _ := NewWriter(&bytes.Buffer{}, PLOVER, "")
	for b.Loop() {
		if err := w.Claim(c, r, d, "e1"); err != nil {
			b.Fatal(err)
		}
	}
}
