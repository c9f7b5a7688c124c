package web

import (
	"flag"
	"net/http"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files")

// TestGolden shows in a diff what a change does to the pages.
func TestGolden(t *testing.T) {
	for name, path := range map[string]string{"event.html": "/event/e1", "report.html": "/report/r1"} {
		got := get(t, visit(""), http.MethodGet, path).Body.String()
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs from %s; -update writes it anew", path, file)
		}
	}
}
