package coder

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFramesLoad(t *testing.T) {
	lex, err := loadLexicon(nil)
	if err != nil {
		t.Fatal(err)
	}
	roots := map[string]bool{}
	for _, f := range lex.frames {
		roots[f.root] = true
		if len(f.tests) == 0 {
			t.Errorf("frame %s has no test sentence", f.name)
		}
		if len(f.verbs)+len(f.nouns)+len(f.adjectives) == 0 {
			t.Errorf("frame %s has no trigger", f.name)
		}
	}
	if len(roots) != 16 {
		t.Errorf("frames cover %d roots, want 16", len(roots))
	}
}

func TestFrameFileErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"frame x DANCE", "no PLOVER event"},
		{"verb go", "before the first frame"},
		{"set x go", "set NAME = WORDS"},
		{"frame x AID\nverb @nothing", "no set"},
		{"frame x AID\nif obj", "a slot and words"},
		{"frame x AID\nsing loud", "unknown word"},
		{"keyword weather = rain", "no context"},
	} {
		name := filepath.Join(t.TempDir(), "bad.frames")
		if err := os.WriteFile(name, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := New(name); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.text, err, c.want)
		}
	}
	if _, err := New("no/such/file"); err == nil {
		t.Error("a missing file gives no error")
	}
}

func TestPETRARCHDictionary(t *testing.T) {
	name := filepath.Join(t.TempDir(), "verbs.txt")
	text := "&UNIT\n+REGIMENT_\n+PLATOONS_\n\n---  SHIFT   [---]  ---\nSHIFT {SHIFTS SHIFTED}\n+PULL_BACK \n" +
		"- * &UNIT (TO BORDER)   [154]   # SHIFT\n- * BLAME (TO)  [112]\n- WEATHER *   [---]\n"
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	lex, err := loadLexicon([]string{name})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range lex.triggers[trigger{'v', "shift"}] {
		got = append(got, strings.TrimSuffix(e.root+"."+e.mode, "."))
	}
	if want := "MOBILIZE.troops ACCUSE.allege "; strings.Join(got, " ") != want {
		t.Errorf("SHIFT gives %q, want %q (the last is no event)", got, want)
	}
	e := lex.triggers[trigger{'v', "shift"}][0]
	if !e.only[0].words["platoon"] || !e.only[1].words["border"] || e.cameo != "154" {
		t.Errorf("the pattern was read as %+v", e.only)
	}
	if err := os.WriteFile(name, []byte("--- X [---] ---\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := New(name); err == nil {
		t.Error("a dictionary without patterns gives no error")
	}
}
