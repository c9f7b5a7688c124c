package plover

import (
	"slices"
	"testing"

	"github.com/dateline/dateline"
)

func TestOntologyIsWhole(t *testing.T) {
	if n := len(Roots()); n != 16 {
		t.Errorf("%d roots, want 16", n)
	}
	if c := Contexts(); len(c) != 37 || !slices.IsSorted(c) {
		t.Errorf("%d contexts (sorted: %v), want 37 in order", len(c), slices.IsSorted(c))
	}
	for _, r := range Roots() {
		if q := Quad(r); q < 1 || q > 4 {
			t.Errorf("%s has quad class %d", r, q)
		}
		if !slices.IsSorted(Modes(r)) {
			t.Errorf("modes of %s are out of order", r)
		}
		if CAMEO(r, "", nil) == "" {
			t.Errorf("%s has no CAMEO code", r)
		}
	}
}

func TestCrosswalkNamesKnownValues(t *testing.T) {
	for _, c := range ontology().crosswalk {
		if !ValidRoot(c.root) || !ValidContext(c.context) || c.mode != "*" && !ValidMode(c.root, c.mode) {
			t.Errorf("the crosswalk has an unknown value: %+v", c)
		}
	}
}

func TestQuadAndScale(t *testing.T) {
	for _, c := range []struct {
		root, mode string
		quad       int
		scale      float64
	}{
		{"CONSULT", "visit", VerbalCooperation, 4},
		{"CONSULT", "", VerbalCooperation, 2.5},
		{"AID", "", MaterialCooperation, 10},
		{"REQUEST", "assist", VerbalConflict, 0.5},
		{"PROTEST", "vandalize", MaterialConflict, -5},
		{"ASSAULT", "unconventional", MaterialConflict, -10},
		{"ASSAULT", "visit", MaterialConflict, -9},
		{"DANCE", "", 0, 0},
	} {
		if q := Quad(c.root); q != c.quad {
			t.Errorf("Quad(%s) = %d, want %d", c.root, q, c.quad)
		}
		if s := Scale(c.root, c.mode); s != c.scale {
			t.Errorf("Scale(%s, %s) = %v, want %v", c.root, c.mode, s, c.scale)
		}
	}
}

func TestCAMEO(t *testing.T) {
	for _, c := range []struct {
		root, mode string
		contexts   []string
		want       string
	}{
		{"CONSULT", "visit", nil, "042"},
		{"SUPPORT", "", nil, "050"},
		{"AID", "", []string{"economic"}, "071"},
		{"AGREE", "", []string{"diplomatic", "military"}, "0312"},
		{"ASSAULT", "aerial", []string{"military"}, "195"},
		{"DANCE", "", nil, ""},
	} {
		if got := CAMEO(c.root, c.mode, c.contexts); got != c.want {
			t.Errorf("CAMEO(%s, %s, %v) = %q, want %q", c.root, c.mode, c.contexts, got, c.want)
		}
	}
}

func TestFromCAMEO(t *testing.T) {
	for code, e := range ontology().fromCAMEO {
		if !ValidMode(e[0], e[1]) {
			t.Errorf("%s leads to the unknown event %v", code, e)
		}
	}
	for _, c := range []struct{ code, root, mode string }{
		{"042", "CONSULT", "visit"}, {"0874", "RETREAT", "withdraw"}, {"1831", "ASSAULT", "suicide-attack"},
		{"190", "ASSAULT", ""}, {"010", "", ""}, {"9", "", ""}, {"", "", ""},
	} {
		if root, mode, ok := FromCAMEO(c.code); root != c.root || mode != c.mode || ok != (c.root != "") {
			t.Errorf("FromCAMEO(%q) = %s %s %v", c.code, root, mode, ok)
		}
	}
}

func TestExported(t *testing.T) {
	for _, c := range []struct {
		root   string
		status dateline.Status
		want   string
	}{
		{"CONSULT", dateline.Planned, "AGREE"},
		{"AID", dateline.Planned, "AGREE"},
		{"AID", dateline.Happened, "AID"},
		{"THREATEN", dateline.Planned, "THREATEN"},
		{"ASSAULT", dateline.Planned, "ASSAULT"},
	} {
		if got := Exported(c.root, c.status); got != c.want {
			t.Errorf("Exported(%s, %s) = %s, want %s", c.root, c.status, got, c.want)
		}
	}
}

func TestValidity(t *testing.T) {
	if !ValidMode("PROTEST", "demo") || ValidMode("PROTEST", "visit") || !ValidMode("AGREE", "") || ValidMode("DANCE", "") {
		t.Error("ValidMode is wrong")
	}
	if !ValidContext("cyber") || ValidContext("weather") {
		t.Error("ValidContext is wrong")
	}
	if !RecipientRequired("AID") || RecipientRequired("CONSULT") || !Symmetric("CONSULT") || Symmetric("ACCUSE") {
		t.Error("RecipientRequired or Symmetric is wrong")
	}
}
