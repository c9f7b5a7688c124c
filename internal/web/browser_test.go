package web

import (
	"context"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestInBrowser lays a page out in a real browser, which would report what the
// policy forbids, and looks for the words on it. It runs where Chromium is.
func TestInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("starting a browser takes a while")
	}
	var browser string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			browser = path
			break
		}
	}
	if browser == "" {
		t.Skip("there is no Chromium here")
	}
	srv := httptest.NewServer(New(visit(""), Options{Version: "1"}))
	defer srv.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	shot := filepath.Join(t.TempDir(), "page.png")
	cmd := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--enable-logging=stderr", "--v=0",
		"--user-data-dir="+t.TempDir(), "--window-size=390,900", "--screenshot="+shot, srv.URL+"/event/e1")
	cmd.WaitDelay = time.Second
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Skipf("Chromium does not run here: %v", err)
	}
	if strings.Contains(string(out), "Content Security Policy") {
		t.Errorf("the policy stops a part of the page:\n%s", out)
	}
	if info, err := os.Stat(shot); err != nil || info.Size() < 5000 {
		t.Errorf("the page is blank: %v", err)
	}
}
