package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// untilDone reads from r until the context ends, even while r gives nothing.
type untilDone struct {
	ctx context.Context
	r   io.Reader
	buf []byte
}

type readResult struct {
	n   int
	err error
}

func (u *untilDone) Read(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	if len(u.buf) < len(p) {
		u.buf = make([]byte, len(p))
	}
	buf, done := u.buf[:len(p)], make(chan readResult, 1)
	go func() {
		n, err := u.r.Read(buf)
		done <- readResult{n, err}
	}()
	select {
	case <-u.ctx.Done():
		return 0, u.ctx.Err()
	case got := <-done:
		return copy(p, buf[:got.n]), got.err
	}
}

// plain reports whether a reader begins like UTF-8 text and not like a page, an
// archive or another encoding. It reads no more than what comes at once.
func plain(r *bufio.Reader) bool {
	r.Peek(1)
	head, _ := r.Peek(r.Buffered())
	for range utf8.UTFMax - 1 { // the last character may be cut
		if len(head) > 0 && !utf8.Valid(head) {
			head = head[:len(head)-1]
		}
	}
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	return utf8.Valid(head) && bytes.IndexByte(head, 0) < 0 && !bytes.HasPrefix(text, []byte("<"))
}

const (
	enoughText       = 64 << 10  // bytes of paragraphs handed on together
	longestParagraph = 256 << 10 // bytes; a longer one is cut
)

// paragraphs cuts a stream of text at blank lines. How much of it lies ready
// does not change what is a paragraph, only how many are handed on together.
type paragraphs struct {
	in   *bufio.Reader
	buf  []byte
	open int // where the paragraph that is not complete begins in buf
}

// next is the text of the next paragraphs. With io.EOF it is the last.
func (p *paragraphs) next() (string, error) {
	for {
		line, err := p.in.ReadSlice('\n')
		blank := len(bytes.Trim(line, " \t\r\n")) == 0 && bytes.HasSuffix(line, []byte("\n")) && p.lineBegins()
		p.buf = append(p.buf, line...)
		switch {
		case err != nil && !errors.Is(err, bufio.ErrBufferFull):
			return p.cut(len(p.buf)), err
		case blank:
			if p.open = len(p.buf); len(p.buf) >= enoughText || p.in.Buffered() == 0 {
				return p.cut(len(p.buf)), nil
			}
		case len(p.buf)-p.open >= longestParagraph:
			return p.cut(p.open + breakIn(p.buf[p.open:p.open+longestParagraph])), nil
		}
	}
}

func (p *paragraphs) lineBegins() bool {
	return len(p.buf) == 0 || p.buf[len(p.buf)-1] == '\n'
}

// cut takes n bytes off the buffer; bytes that are no UTF-8 are replaced.
func (p *paragraphs) cut(n int) string {
	text := strings.ToValidUTF8(string(p.buf[:n]), "\ufffd")
	p.buf = append(p.buf[:0], p.buf[n:]...)
	p.open = 0
	return text
}

// breakIn is where to break a paragraph that is too long: behind the last line
// that ends with a full stop, else the last line, else the last space.
func breakIn(b []byte) int {
	for _, end := range []string{".\n", "\n", " "} {
		if i := bytes.LastIndex(b, []byte(end)); i > 0 {
			return i + len(end)
		}
	}
	n := len(b)
	for n > len(b)-utf8.UTFMax && !utf8.RuneStart(b[n-1]) {
		n--
	}
	return n - 1
}
