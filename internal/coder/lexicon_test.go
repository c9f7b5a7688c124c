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
