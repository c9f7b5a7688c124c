package pipeline_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/pipeline"
)

// reportPair is one pair of testdata/contradictions.txt.
type reportPair struct {
	label, field string
	docs         []*dateline.Document
}

func readPairs(t *testing.T, name string) []reportPair {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out []reportPair
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '=':
			f := strings.Fields(line)
			out = append(out, reportPair{label: f[1], field: f[2]})
		default:
			day, text, _ := strings.Cut(line, " | ")
			p := &out[len(out)-1]
			p.docs = append(p.docs, &dateline.Document{
				ID: dateline.IDOf([]byte(line)), Text: text, Body: []byte(text), Published: dateline.Day(day), MediaType: "text/plain",
			})
		}
	}
	return out
}

// found says whether the program contradicts one report with the other, and in
// which field.
func found(p *pipeline.Pipeline, pair reportPair) (fields []string, merged bool, claims []dateline.Claim) {
	var reports []dateline.Report
	of := map[dateline.ClaimID]dateline.DocumentID{}
	for _, d := range pair.docs {
		for _, r := range p.Code(d) {
			reports = append(reports, r)
			claims = append(claims, r.Claims...)
			for _, c := range r.Claims {
				of[c.ID] = d.ID
			}
		}
	}
	events, _ := pipeline.Merge(pair.docs, reports, nil)
	for _, e := range events {
		merged = merged || len(e.Reports) > 1
		for _, r := range e.Relations {
			if r.Kind == dateline.Contradicts && of[r.A] != of[r.B] {
				field, _, _ := strings.Cut(r.Field, ":")
				fields = append(fields, field)
			}
		}
	}
	return fields, merged, claims
}

// TestContradictions runs the whole program on pairs of reports and states how many
// contradictions it finds and how many of those it finds are none. The pairs of
// contradictions-held.txt are counted only: to read their faults is to hold them
// out no longer.
func TestContradictions(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		file              string
		precision, recall float64 // that a change must not fall below
		heldOut           bool
	}{
		{"contradictions.txt", 0.95, 0.65, false},
		{"contradictions-wire.txt", 0.95, 0.4, false},
		{"contradictions-held.txt", 0.85, 0.3, true},
	} {
		t.Run(c.file, func(t *testing.T) {
			var s score
			pairs := readPairs(t, c.file)
			for _, pair := range pairs {
				fault := s.count(p, pair)
				if fault != "" && !c.heldOut {
					t.Log(fault)
				}
			}
			precision, recall := s.rates()
			t.Logf("%d pairs, %d contradict: precision %.3f, recall %.3f; field right in %d of %d; other pairs merged or kept apart as they should be %d of %d",
				len(pairs), s.total, precision, recall, s.field, s.right, s.others-s.misplaced, s.others)
			if precision < c.precision || recall < c.recall {
				t.Errorf("precision %.3f and recall %.3f, want %.2f and %.2f", precision, recall, c.precision, c.recall)
			}
		})
	}
}

// score counts pairs that contradict, how many of these were found, in which of
// them the field is right, pairs that do not and were found all the same, and
// how many of the others were put together against their label.
type score struct{ total, right, field, wrong, others, misplaced int }

// count enters a pair and describes what is wrong with it, if anything.
func (s *score) count(p *pipeline.Pipeline, pair reportPair) (fault string) {
	fields, merged, claims := found(p, pair)
	if pair.label == "contradicts" {
		s.total++
		if len(fields) == 0 {
			return fmt.Sprintf("missed %s (merged: %v): %s", pair.field, merged, told(pair, claims))
		}
		s.right++
		if slices.Contains(fields, pair.field) {
			s.field++
		}
		return ""
	}
	s.others++
	if merged == (pair.label == "other") {
		s.misplaced++
		fault = fmt.Sprintf("merged: %v on a pair that %s: %s", merged, pair.label, told(pair, claims))
	}
	if len(fields) > 0 {
		s.wrong++
		fault = fmt.Sprintf("false %v on a pair that %s: %s", fields, pair.label, told(pair, claims))
	}
	return fault
}

func (s *score) rates() (precision, recall float64) {
	return float64(s.right) / float64(max(1, s.right+s.wrong)), float64(s.right) / float64(max(1, s.total))
}

func told(pair reportPair, claims []dateline.Claim) string {
	var b strings.Builder
	for _, d := range pair.docs {
		b.WriteString("\n    " + d.Text)
		for _, c := range claims {
			if c.Document != d.ID {
				continue
			}
			b.WriteString("\n        " + c.Event + " " + string(c.Status) + " " + string(c.Date.First) + "/" + string(c.Date.Last) + " " + c.Date.Basis + " " + sidesOf(c.Actors) + ">" + sidesOf(c.Recipients))
			if c.Place != nil {
				b.WriteString(" at " + c.Place.Name + " " + c.PlaceWhy)
			}
		}
	}
	return b.String()
}

func sidesOf(ps []dateline.Participant) string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Code+":"+p.Name)
	}
	return strings.Join(out, ",")
}
