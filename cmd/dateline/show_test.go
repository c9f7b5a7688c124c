package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// TestShow looks at every event of the example by the first characters of its ID:
// claims, chain, words and where they stand.
func TestShow(t *testing.T) {
	db := filepath.Join(t.TempDir(), "r.db")
	run(t, "add", "--store", db, "../../examples/steppe-treaty-2011.txt")
	links := 0
	for line := range bytes.Lines(run(t, "events", "--json", "--store", db)) {
		var e struct {
			ID, Title string
			Single    string `json:"single_origin"`
			Claims    []string
			Origins   []struct{ Why string }
		}
		if err := json.Unmarshal(line, &e); err != nil {
			t.Fatal(err)
		}
		out := string(run(t, "show", "--store", db, e.ID[:10]))
		sourcing := fmt.Sprintf("%d independent origins", len(e.Origins))
		if len(e.Origins) == 1 {
			sourcing = "single origin: " + e.Single
		}
		for _, want := range []string{e.Title, sourcing, e.Origins[0].Why, "“", "steppe-treaty-2011.txt, bytes "} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: %q is missing in\n%s", e.ID, want, out)
			}
		}
		if n := strings.Count(out, "coded by "); n != len(e.Claims) {
			t.Errorf("%s: %d of %d claims are shown", e.ID, n, len(e.Claims))
		}
		links += strings.Count(out, "] → ") + strings.Count(out, "e → ")
	}
	if links == 0 {
		t.Error("no chain of attribution has more than the outlet")
	}
}
