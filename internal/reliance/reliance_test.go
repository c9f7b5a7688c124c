package reliance_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/reliance"
)

func link(name, kind string, at int, class dateline.VerbClass) dateline.Link {
	return dateline.Link{Name: name, Kind: kind, Class: class, CueSpan: dateline.Span{Start: at, End: at + 4}}
}

// counted is two reports of the Gazette and one of the Herald on a dam.
func counted() *reliance.Counter {
	gazette, herald := link("Gazette", "outlet", 0, ""), link("Herald", "outlet", 0, "")
	agency := link("Dam Agency", "outlet", 30, dateline.Reported)
	var c reliance.Counter
	c.Add("r1", []dateline.Link{gazette, agency, link("Minister Oe", "person", 60, dateline.Warned)})
	c.Add("r1", []dateline.Link{gazette, agency, link("Minister  Oe", "person", 60, dateline.Warned)}) // a second event of the sentence
	c.Add("r1", []dateline.Link{gazette, link("Dam Agency", "outlet", 90, dateline.Reported)})
	c.Add("r2", []dateline.Link{gazette, link("minister oe", "person", 60, dateline.Denied)})
	c.Add("r3", []dateline.Link{herald, agency})
	c.Add("r3", []dateline.Link{herald})
	c.Add("r3", []dateline.Link{herald, link("", "person", 5, "")})
	return &c
}

func TestTies(t *testing.T) {
	ties := counted().Ties()
	type row struct {
		from, to                    string
		statements, reports, layers int
		share                       float64
	}
	want := []row{
		{"Gazette", "Dam Agency", 2, 1, 1, 2.0 / 3},
		{"Dam Agency", "Minister Oe", 1, 1, 2, 1},
		{"Gazette", "minister oe", 1, 1, 1, 1.0 / 3},
		{"Herald", "Dam Agency", 1, 1, 1, 1},
	}
	if len(ties) != len(want) {
		t.Fatalf("got %d ties: %+v", len(ties), ties)
	}
	for i, w := range want {
		x := ties[i]
		if got := (row{x.From.Name, x.To.Name, x.Statements, x.Reports, x.Layers, x.Share}); got != w {
			t.Errorf("tie %d: got %+v, want %+v", i, got, w)
		}
	}
	if ties[0].Classes[dateline.Reported] != 2 || ties[2].Classes[dateline.Denied] != 1 {
		t.Errorf("classes: %v, %v", ties[0].Classes, ties[2].Classes)
	}
}

func TestWriteDOT(t *testing.T) {
	var c reliance.Counter
	c.Add("r", []dateline.Link{link("The \"Post\\\"", "outlet", 0, ""), {Name: "a\x1b[31m source", Kind: "person", Anonymous: true, Code: "FRA"}})
	var b bytes.Buffer
	if err := reliance.WriteDOT(&b, c.Ties()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`n0 [label="The \"Post\\\"", shape=box];`,
		`n1 [label="a[31m source\nFRA", shape=ellipse, style=dashed];`,
		`n0 -> n1 [label="1", penwidth=1.0];`,
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in\n%s", want, b.String())
		}
	}
	if strings.ContainsRune(b.String(), 0x1b) {
		t.Error("a control character passed")
	}
}

func BenchmarkAdd(b *testing.B) {
	chain := []dateline.Link{link("Gazette", "outlet", 0, ""), link("Dam Agency", "outlet", 30, ""), link("Minister Oe", "person", 60, "")}
	var c reliance.Counter
	for i := range b.N {
		chain[2].CueSpan.Start = i
		c.Add("r", chain)
	}
}
