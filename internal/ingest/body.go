package ingest

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"

	"github.com/dateline/dateline"
)

// readBody reads all of r, unpacked where it is gzip.
func readBody(r io.Reader, path string) ([]byte, error) {
	br := bufio.NewReader(r)
	magic, err := br.Peek(3)
	if err != nil && err != io.EOF {
		return nil, inputError(path, err)
	}
	if !bytes.Equal(magic, []byte{0x1f, 0x8b, 8}) {
		return readLimited(br, path)
	}
	zr, err := gzip.NewReader(br)
	if err != nil {
		return nil, gzipError(path, err)
	}
	return readLimited(zr, path)
}

func readLimited(r io.Reader, path string) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	switch {
	case len(body) > MaxSize:
		return nil, tooLarge(path, 0)
	case err != nil:
		return nil, gzipError(path, err)
	}
	return body, nil
}

func gzipError(path string, err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return inputErrorf(path, "cut off: the gzip stream has no end")
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader):
		return inputErrorf(path, "damaged: %v", err)
	}
	return inputError(path, err)
}

// magics are the first bytes of files that hold no text of ours.
var magics = []struct{ start, is string }{
	{"%PDF-", "a PDF file"}, {"PK\x03\x04", "a ZIP archive or office document"}, {"\x89PNG", "a PNG image"}, {"\xff\xd8\xff", "a JPEG image"},
	{"GIF8", "a GIF image"}, {"\x7fELF", "a program"}, {"MZ\x90", "a program"}, {"\xd0\xcf\x11\xe0", "an office document"}, {"BZh", "bzip2 data"},
	{"\xfd7zXZ", "xz data"}, {"\x28\xb5\x2f\xfd", "zstd data"}, {"7z\xbc\xaf", "a 7z archive"}, {"{\\rtf", "an RTF document"}, {"SQLite format 3", "a database"},
	{"\x1f\x8b", "gzip data within gzip data"}, {"Rar!", "a RAR archive"}, {"OggS", "a sound or film file"}, {"ID3", "a sound file"}, {"RIFF", "a sound or film file"},
}

// parse makes documents of a body.
func parse(path string, body []byte) ([]*dateline.Document, error) {
	if len(bytes.TrimSpace(body)) == 0 {
		return nil, inputErrorf(path, "empty")
	}
	for _, m := range magics {
		if bytes.HasPrefix(body, []byte(m.start)) {
			return nil, inputErrorf(path, "%s, not text", m.is)
		}
	}
	if len(body) > 262 && string(body[257:262]) == "ustar" {
		return nil, inputErrorf(path, "a tar archive, not text")
	}
	dec, err := decode(body)
	if err != nil {
		return nil, inputErrorf(path, "%v", err)
	}
	doc := &dateline.Document{ID: dateline.IDOf(body), Path: path, MediaType: "text/plain", Charset: dec.charset, Body: body, Text: dec.text}
	switch markup(doc.Text) {
	case "html":
		page(doc)
	case "feed":
		return feed(doc)
	}
	if blank(doc.Text) {
		return nil, inputErrorf(path, "holds no text")
	}
	return []*dateline.Document{doc}, nil
}

func blank(s string) bool {
	return len(bytes.TrimSpace([]byte(s[:min(len(s), 4096)]))) == 0 && len(s) < 4096
}
