// Package ingest turns files, folders, standard input and what they hold into
// Documents: plain text in whatever encoding, web pages, feeds, all of it packed
// by gzip or not. Every error about an input is a *dateline.InputError.
package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline/dateline"
)

// MaxSize is the size of the largest input, in bytes, unpacked.
const MaxSize = 64 << 20

// Read reads one file, or standard input for "-". Of a feed it returns the first
// entry; ReadFrom returns them all.
func Read(path string) (*dateline.Document, error) {
	docs, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return docs[0], nil
}

// ReadFrom reads the documents that r holds: one, or the entries of a feed. Path
// names r in documents and errors.
func ReadFrom(r io.Reader, path string) ([]*dateline.Document, error) {
	body, err := readBody(r, path)
	if err != nil {
		return nil, err
	}
	return parse(path, body)
}

// Walk reads the files at paths, those of folders in the order of their names,
// and hands each document to fn. What cannot be read is handed to fn as an error
// with a nil document, and Walk goes on when fn returns nil. Hidden files in
// folders are passed over. Walk returns what fn or ctx returned, or nil.
func Walk(ctx context.Context, paths []string, fn func(*dateline.Document, error) error) error {
	for _, path := range paths {
		if err := walk(ctx, path, fn); err != nil {
			return err
		}
	}
	return nil
}

func walk(ctx context.Context, root string, fn func(*dateline.Document, error) error) error {
	if root == "-" {
		return visit(ctx, root, fn)
	}
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		hidden := path != root && strings.HasPrefix(filepath.Base(path), ".")
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case hidden && d != nil && d.IsDir():
			return fs.SkipDir
		case hidden:
			return nil
		case err != nil:
			if err := fn(nil, inputError(path, err)); err != nil {
				return err
			}
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		case path != root && !readable(path, d):
			return fn(nil, inputErrorf(path, "not a regular file"))
		}
		return visit(ctx, path, fn)
	})
}

// readable reports whether a file found in a folder is one, so that a pipe
// without a writer does not stop the walk.
func readable(path string, d fs.DirEntry) bool {
	if d.Type().IsRegular() {
		return true
	}
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular() || info.IsDir()
}

func visit(ctx context.Context, path string, fn func(*dateline.Document, error) error) error {
	docs, err := readFile(path)
	if err != nil {
		return fn(nil, err)
	}
	for _, doc := range docs {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := fn(doc, nil); err != nil {
			return err
		}
	}
	return nil
}

func readFile(path string) ([]*dateline.Document, error) {
	if path == "-" {
		return ReadFrom(os.Stdin, path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, inputError(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, inputError(path, err)
	case info.IsDir():
		return nil, inputErrorf(path, "is a folder")
	case info.Mode().IsRegular() && info.Size() > MaxSize:
		return nil, tooLarge(path, info.Size())
	}
	return ReadFrom(f, path)
}

func tooLarge(path string, size int64) error {
	if size > 0 {
		return inputErrorf(path, "%d MiB: larger than the limit of %d MiB for one input; split it", size>>20, MaxSize>>20)
	}
	return inputErrorf(path, "larger than the limit of %d MiB for one input; split it", MaxSize>>20)
}

func inputErrorf(path, format string, args ...any) error {
	return &dateline.InputError{Path: path, Cause: fmt.Sprintf(format, args...)}
}

// inputError says in words what the system says of a file.
func inputError(path string, err error) error {
	var input *dateline.InputError
	var pe *fs.PathError
	switch {
	case errors.As(err, &input):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return inputErrorf(path, "no such file or folder")
	case errors.Is(err, fs.ErrPermission):
		return inputErrorf(path, "may not be read: permission denied")
	case errors.As(err, &pe):
		return inputErrorf(path, "cannot be read: %v", pe.Err)
	}
	return inputErrorf(path, "cannot be read: %v", err)
}
