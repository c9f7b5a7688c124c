package pipeline_test

import (
	"os"
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

func readPairs(t *testing.T) []reportPair {
	t.Helper()
	text, err := os.ReadFile("testdata/contradictions.txt")
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
// contradictions it finds and how many of those it finds are none.
func TestContradictions(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	right, wrong, missed, fieldRight, total := 0, 0, 0, 0, 0
	pairs := readPairs(t)
	for _, pair := range pairs {
		fields, merged, claims := found(p, pair)
		is := pair.label == "contradicts"
		switch {
		case is && len(fields) > 0:
			right++
			if strings.Contains(strings.Join(fields, " "), pair.field) {
				fieldRight++
			}
		case is:
			missed++
			t.Logf("missed %s (merged: %v): %s", pair.field, merged, told(pair, claims))
		case len(fields) > 0:
			wrong++
			t.Logf("false %v on a pair that %s: %s", fields, pair.label, told(pair, claims))
		case merged == (pair.label == "other"):
			t.Logf("merged: %v on a pair that %s: %s", merged, pair.label, told(pair, claims))
		}
		if is {
			total++
		}
	}
	precision, recall := float64(right)/float64(max(1, right+wrong)), float64(right)/float64(total)
	t.Logf("%d pairs, %d contradict: precision %.3f, recall %.3f; field right in %d of %d", len(pairs), total, precision, recall, fieldRight, right)
	if precision < wantPrecision || recall < wantRecall {
		t.Errorf("precision %.3f and recall %.3f, want %.2f and %.2f", precision, recall, wantPrecision, wantRecall)
	}
}

// Figures that a change must not fall below.
const wantPrecision, wantRecall = 0.95, 0.65

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
