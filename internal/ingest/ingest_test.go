package ingest_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/ingest"
)

func write(t testing.TB, dir, name string, body []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, body, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func pack(t testing.TB, body []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(body); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadPlain(t *testing.T) {
	dir := t.TempDir()
	body := []byte("SEOUL, May 3 (Yonhap) -- Envoys met for an hour.\r\nThey left without a word.\r\n")
	for name, packed := range map[string][]byte{"a.txt": body, "a.txt.gz": pack(t, body)} {
		doc, err := ingest.Read(write(t, dir, name, packed))
		if err != nil {
			t.Fatal(err)
		}
		if doc.Text != string(body) || !bytes.Equal(doc.Body, body) || doc.ID != dateline.IDOf(body) || doc.MediaType != "text/plain" || doc.Charset != "utf-8" {
			t.Errorf("%s: %+v", name, doc)
		}
	}
}

func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	long := []byte(strings.Repeat("The envoys of both sides met again on Monday. ", 400))
	whole := pack(t, long)
	for _, c := range []struct {
		name, want string
		body       []byte
	}{
		{"empty.txt", "empty", nil},
		{"blank.txt", "empty", []byte(" \n\t\r\n ")},
		{"binary.bin", "binary", bytes.Repeat([]byte{0, 1, 2, 3, 0xff, 0xfe, 0x80}, 100)},
		{"paper.pdf", "a PDF file", []byte("%PDF-1.4 \x00\x01")},
		{"paper.docx", "ZIP", []byte("PK\x03\x04aaaa")},
		{"picture.png", "PNG", []byte("\x89PNG\r\n\x1a\n")},
		{"cut.gz", "cut off", whole[:len(whole)-20]},
		{"cut2.gz", "cut off", whole[:6]},
		{"damaged.gz", "damaged", append(slices.Clone(whole[:len(whole)-8]), 1, 2, 3, 4, 5, 6, 7, 8)},
		{"cut8.txt", "cut off", []byte("Das Gespräch führte Frau Mü\xc3")},
		{"cut16.txt", "cut off", []byte("\xff\xfeM\x00o\x00n\x00d")},
		{"half16.txt", "cut off", []byte("\xff\xfeM\x00o\x00\x3d\xd8")},
		{"markup.html", "no text", []byte("<html><body><script>x()</script></body></html>")},
		{"cut.xml", "cut off", []byte("<rss><channel><title>A</title><item><title>Talks begin</title>")},
		{"bare.xml", "without entries", []byte("<rss><channel><title>A</title></channel></rss>")},
	} {
		path := write(t, dir, c.name, c.body)
		_, err := ingest.Read(path)
		var in *dateline.InputError
		if !errors.As(err, &in) || !errors.Is(err, dateline.ErrInput) || in.Path != path || !strings.Contains(in.Cause, c.want) {
			t.Errorf("%s: %v, want a cause with %q", c.name, err, c.want)
		}
	}
	if _, err := ingest.Read(filepath.Join(dir, "none.txt")); !errors.Is(err, dateline.ErrInput) {
		t.Errorf("a missing file: %v", err)
	}
	if _, err := ingest.Read(dir); !errors.Is(err, dateline.ErrInput) {
		t.Errorf("a folder: %v", err)
	}
}

func TestTooLarge(t *testing.T) {
	path := filepath.Join(t.TempDir(), "big.txt")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(200 << 20); err != nil {
		t.Skip(err)
	}
	f.Close()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err = ingest.Read(path)
	runtime.ReadMemStats(&after)
	if err == nil || !strings.Contains(err.Error(), "200 MiB") || !strings.Contains(err.Error(), "limit of 64 MiB") {
		t.Errorf("error %v", err)
	}
	if n := after.TotalAlloc - before.TotalAlloc; n > 1<<20 {
		t.Errorf("refusing it took %d bytes", n)
	}
}

// TestBomb packs more than the limit into a small file.
func TestBomb(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	path := write(t, t.TempDir(), "bomb.gz", pack(t, make([]byte, ingest.MaxSize+10)))
	if _, err := ingest.Read(path); err == nil || !strings.Contains(err.Error(), "limit") {
		t.Errorf("error %v", err)
	}
}

func TestWalk(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "b"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, dir, "c.txt", []byte("third"))
	write(t, dir, "b/2.txt", []byte("second"))
	write(t, dir, "b/1.bin", bytes.Repeat([]byte{0, 7}, 99))
	write(t, dir, "a.txt", []byte("first"))
	write(t, dir, ".hidden", []byte("not read"))
	var got, bad []string
	err := ingest.Walk(context.Background(), []string{dir, filepath.Join(dir, "none")}, func(d *dateline.Document, err error) error {
		if err != nil {
			bad = append(bad, err.Error())
			return nil
		}
		got = append(got, d.Text)
		return nil
	})
	if err != nil || !slices.Equal(got, []string{"first", "second", "third"}) {
		t.Errorf("read %q, error %v", got, err)
	}
	if len(bad) != 2 || !strings.Contains(bad[0], "1.bin: ") || !strings.Contains(bad[1], "none: no such file") {
		t.Errorf("errors %q", bad)
	}
}

func TestWalkStops(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.txt", []byte("first"))
	write(t, dir, "b.txt", []byte("second"))
	stop := errors.New("enough")
	n := 0
	err := ingest.Walk(context.Background(), []string{dir}, func(*dateline.Document, error) error { n++; return stop })
	if !errors.Is(err, stop) || n != 1 {
		t.Errorf("%d calls, error %v", n, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := ingest.Walk(ctx, []string{dir}, func(*dateline.Document, error) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestUnreadable(t *testing.T) {
	dir := t.TempDir()
	path := write(t, dir, "secret.txt", []byte("x"))
	write(t, dir, "open.txt", []byte("open"))
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(path); err == nil {
		f.Close()
		t.Skip("this user may read everything")
	}
	var bad error
	n := 0
	if err := ingest.Walk(context.Background(), []string{dir}, func(d *dateline.Document, err error) error {
		if err != nil {
			bad = err
		} else {
			n++
		}
		return nil
	}); err != nil || n != 1 || bad == nil || !strings.Contains(bad.Error(), "permission denied") {
		t.Errorf("%d read, errors %v, %v", n, bad, err)
	}
}
