// Package ingest turns files, folders, standard input and what they hold into
// Documents: plain text in whatever encoding, pages, feeds, gzip.
package ingest

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// MaxSize is the largest document that is read, in bytes, unpacked.
const MaxSize = 64 << 20

// Read reads one file, or standard input for "-". Its errors are of type
// *dateline.InputError.
func Read(path string) (*dateline.Document, error) {
	if path == "-" {
		return parse("-", os.Stdin)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, inputError(path, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, &dateline.InputError{Path: path, Cause: "is a folder"}
	}
	return parse(path, f)
}

// Walk reads the files at paths, in folders in the order of their names, and
// hands each document to fn. A file that cannot be used is handed to fn as an
// error with a nil document; fn decides whether to go on by returning nil. Walk
// returns what fn or ctx returned, or nil.
func Walk(ctx context.Context, paths []string, fn func(*dateline.Document, error) error) error {
	for _, path := range paths {
		if err := walk(ctx, path, fn); err != nil {
			return err
		}
	}
	return nil
}

func walk(ctx context.Context, path string, fn func(*dateline.Document, error) error) error {
	if path == "-" {
		return visit(ctx, path, fn)
	}
	return filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			if err := fn(nil, inputError(p, err)); err != nil {
				return err
			}
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			if p != path && strings.HasPrefix(d.Name(), ".") {
				return fs.SkipDir
			}
			return ctx.Err()
		case p != path && strings.HasPrefix(d.Name(), "."):
			return nil
		}
		return visit(ctx, p, fn)
	})
}

func visit(ctx context.Context, path string, fn func(*dateline.Document, error) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	doc, err := Read(path)
	return fn(doc, err)
}

// inputError names the file and what is wrong with it, in words.
func inputError(path string, err error) error {
	var already *dateline.InputError
	if errors.As(err, &already) {
		return err
	}
	cause := err.Error()
	var pe *fs.PathError
	if errors.As(err, &pe) {
		cause = pe.Err.Error()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		cause = "no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		cause = "may not be read: permission denied"
	}
	return &dateline.InputError{Path: path, Cause: cause}
}

func parse(path string, r io.Reader) (*dateline.Document, error) {
	body, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, inputError(path, err)
	}
	if len(body) > MaxSize {
		return nil, &dateline.InputError{Path: path, Cause: "larger than 64 MiB"}
	}
	if len(strings.TrimSpace(string(body))) == 0 {
		return nil, &dateline.InputError{Path: path, Cause: "empty"}
	}
	if slices.Contains(body, 0) {
		return nil, &dateline.InputError{Path: path, Cause: "binary, not text"}
	}
	return &dateline.Document{ID: dateline.IDOf(body), Path: path, MediaType: "text/plain", Charset: "utf-8",
		Body: body, Text: strings.ToValidUTF8(string(body), "\uFFFD")}, nil
}
