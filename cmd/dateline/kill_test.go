package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// run calls the program as a process of its own and returns its standard output.
func run(t *testing.T, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("dateline", args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("dateline %q: %v\n%s", args, err, &stderr)
	}
	return out
}

// wires writes a folder of n short reports, all different.
func wires(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	countries := []string{"Chad", "Norway", "Peru", "Japan", "Kenya", "Poland", "Oman"}
	for i := range n {
		a, b := countries[i%len(countries)], countries[(i+1+i/7)%len(countries)]
		text := fmt.Sprintf("PARIS, March %d, 2005 (AFP) - The foreign minister of %s met his counterpart from %s for talks on Monday.\n\n"+
			"The two sides signed %d agreements, a spokesman said.\n", 1+i%28, a, b, i+2)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestKilledAddGoesOn kills `add` at moments over its whole run: the same command
// goes on from there, and the record is in the end that of a run left alone.
func TestKilledAddGoesOn(t *testing.T) {
	dir, home := wires(t, 60), t.TempDir()
	whole, broken := filepath.Join(home, "whole.db"), filepath.Join(home, "broken.db")
	began := time.Now()
	run(t, "add", "--store", whole, dir)
	took := time.Since(began)
	for _, part := range []float64{0.3, 0.5, 0.6, 0.7, 0.8, 0.9} {
		cmd := exec.Command("dateline", "add", "--store", broken, dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(part * float64(took)))
		_ = cmd.Process.Kill()
		_ = cmd.Wait() // killed, or done before that
	}
	run(t, "add", "--store", broken, dir)
	want := run(t, "export", "--events", "--store", whole)
	if got := run(t, "export", "--events", "--store", broken); !bytes.Equal(got, want) {
		t.Errorf("the record of a run that was killed has %d bytes, that of one left alone %d", len(got), len(want))
	}
	if len(want) == 0 {
		t.Error("no events at all")
	}
}
