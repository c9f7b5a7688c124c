package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// opened starts `open` on the example and returns the address of its pages.
func opened(t *testing.T) string {
	t.Helper()
	out, in := io.Pipe()
	ctx, stop := context.WithCancel(t.Context())
	m := &Main{Stdin: strings.NewReader(""), Stdout: in, Stderr: io.Discard, Getenv: func(name string) string {
		return map[string]string{"DATELINE_BROWSER": "none"}[name]
	}}
	code := make(chan int, 1)
	go func() {
		code <- m.Run(ctx, []string{"open", "--store", filepath.Join(t.TempDir(), "r.db"), "--addr", "127.0.0.1:0", "../../examples/steppe-treaty-2011.txt"})
		in.Close()
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		select {
		case c := <-code:
			if c != exitOK {
				t.Errorf("exit code %d after an interruption while serving", c)
			}
		case <-time.After(10 * time.Second):
			t.Error("the server does not stop")
		}
	})
	url := regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(line)
	if url == "" {
		t.Fatalf("no loopback address in %q", line)
	}
	return url
}

func get(t *testing.T, url string) (string, http.Header) {
	t.Helper()
	res, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	if res.StatusCode != http.StatusOK {
		t.Errorf("%s: %s", url, res.Status)
	}
	return string(body), res.Header
}

// TestEveryPageOfTheExample follows every link from the timeline on: each page is
// there, asks for nothing from elsewhere and holds no script.
func TestEveryPageOfTheExample(t *testing.T) {
	base := opened(t)
	link := regexp.MustCompile(`(?:href|src|action)="([^"#]*)`)
	seen := map[string]bool{"/": true}
	for queue := []string{"/"}; len(queue) > 0 && len(seen) < 400; queue = queue[1:] {
		body, header := get(t, base+queue[0])
		if !strings.Contains(header.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s has no policy", queue[0])
		}
		if strings.Contains(header.Get("Content-Type"), "html") && strings.Contains(body, "<script") {
			t.Errorf("%s holds a script", queue[0])
		}
		for _, m := range link.FindAllStringSubmatch(body, -1) {
			to := strings.ReplaceAll(m[1], "&amp;", "&")
			switch {
			case to == "" || !strings.Contains(header.Get("Content-Type"), "html"):
			case !strings.HasPrefix(to, "/"):
				t.Errorf("%s leads elsewhere: %s", queue[0], to)
			case !seen[to]:
				seen[to] = true
				queue = append(queue, to)
			}
		}
	}
	if len(seen) < 30 {
		t.Errorf("only %d pages are linked", len(seen))
	}
}

// TestProgressIsQuietInAFile: progress is for terminals; a pipe and a file get none.
func TestProgressIsQuietInAFile(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	bar := newProgress(f)
	bar.show("%d documents", 3)
	bar.clear()
	if info, err := f.Stat(); err != nil || info.Size() != 0 {
		t.Errorf("%d bytes of progress in a file (%v)", info.Size(), err)
	}
}
