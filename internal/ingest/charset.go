package ingest

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// decoded is a body as UTF-8.
type decoded struct {
	text, charset string
}

var (
	errCut     = errors.New("cut off in the middle of a character")
	errBinary  = errors.New("binary, not text")
	errUnknown = errors.New("in an encoding that could not be told")
)

// decode finds out the encoding of a body and converts it. It trusts, in this
// order: a byte order mark, the pattern of UTF-16 and ISO-2022-JP, the form of
// UTF-8, the encoding that the text declares, and the frequencies of letters.
func decode(body []byte) (decoded, error) {
	if d, err, ok := decodeMarked(body); ok {
		return d, err
	}
	if le, be := utf16Pattern(body); le || be {
		return decodeUTF16(body, be)
	}
	if controls(body) {
		return decoded{}, errBinary
	}
	if bytes.Contains(body, []byte("\x1b$")) && bytes.Contains(body, []byte("\x1b(")) {
		return decodeAs(body, japanese.ISO2022JP, "iso-2022-jp")
	}
	if utf8.Valid(body) {
		return decoded{string(body), "utf-8"}, nil
	}
	if enc, name := declared(body); enc != nil && name != "utf-8" {
		if d, err := decodeAs(body, enc, name); err == nil && strings.Count(d.text, "\uFFFD") <= len(d.text)/1000 {
			return d, nil
		}
	}
	if d, err, ok := damagedUTF8(body); ok {
		return d, err
	}
	enc, name := guess(body)
	if enc == nil {
		return decoded{}, errUnknown
	}
	return decodeAs(body, enc, name)
}

// decodeMarked decodes a body with a byte order mark.
func decodeMarked(body []byte) (d decoded, err error, ok bool) {
	switch {
	case bytes.HasPrefix(body, []byte("\xef\xbb\xbf")):
		if !utf8.Valid(body) {
			d, err, _ = damagedUTF8(body)
			return d, err, err != nil || d.text != ""
		}
		return decoded{string(body), "utf-8"}, nil, true
	case bytes.HasPrefix(body, []byte("\xff\xfe\x00\x00")):
		d, err = decodeAs(body, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "utf-32le")
		return d, err, true
	case bytes.HasPrefix(body, []byte("\x00\x00\xfe\xff")):
		d, err = decodeAs(body, utf32.UTF32(utf32.BigEndian, utf32.UseBOM), "utf-32be")
		return d, err, true
	case bytes.HasPrefix(body, []byte("\xff\xfe")):
		d, err = decodeUTF16(body[2:], false)
		return d, err, true
	case bytes.HasPrefix(body, []byte("\xfe\xff")):
		d, err = decodeUTF16(body[2:], true)
		return d, err, true
	}
	return d, nil, false
}

func decodeUTF16(body []byte, big bool) (decoded, error) {
	if len(body)%2 == 1 {
		return decoded{}, errCut
	}
	end, name, hi := unicode.LittleEndian, "utf-16le", 1
	if big {
		end, name, hi = unicode.BigEndian, "utf-16be", 0
	}
	if n := len(body); n >= 2 && body[n-2+hi]&0xFC == 0xD8 { // a first half without its second
		return decoded{}, errCut
	}
	return decodeAs(body, unicode.UTF16(end, unicode.IgnoreBOM), name)
}

func decodeAs(body []byte, enc encoding.Encoding, name string) (decoded, error) {
	out, err := enc.NewDecoder().Bytes(body)
	if err != nil {
		return decoded{}, errUnknown
	}
	text := string(out)
	if before, cut := strings.CutSuffix(text, "\uFFFD"); cut && body[len(body)-1] >= 0x80 && !strings.Contains(before, "\uFFFD") {
		return decoded{}, errCut
	}
	if strings.Count(text, "\uFFFD") > len(text)/50+1 || controls([]byte(text[:min(len(text), sampleSize)])) {
		return decoded{}, errBinary
	}
	return decoded{text, name}, nil
}

// sampleSize is how much of a body is looked at to tell its encoding.
const sampleSize = 16 << 10

// utf16Pattern reports whether a body without a mark looks like UTF-16: most of
// the bytes at even or at odd places are zero.
func utf16Pattern(body []byte) (le, be bool) {
	sample := body[:min(len(body), sampleSize)]
	var zeros [2]int
	for i, c := range sample {
		if c == 0 {
			zeros[i&1]++
		}
	}
	half := len(sample) / 2
	if half < 4 {
		return false, false
	}
	return zeros[1] > half/2 && zeros[0] < half/20, zeros[0] > half/2 && zeros[1] < half/20
}

// controls reports whether a body holds more control characters than text does.
func controls(body []byte) bool {
	sample := body[:min(len(body), sampleSize)]
	n := 0
	for _, c := range sample {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0x1b || c == 0x7f {
			n++
		}
	}
	return n > 2+len(sample)/200
}

// damagedUTF8 decides on a body that is UTF-8 but for a few bytes. One that ends
// within a character is cut off.
func damagedUTF8(body []byte) (d decoded, err error, ok bool) {
	good, bad, last := 0, 0, 0
	for i := 0; i < len(body); {
		if body[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(body[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
			last = i
		} else {
			good++
		}
		i += n
	}
	tail := len(body) - last
	switch {
	case !utf8.FullRune(body[firstOfLast(body):]) && bad <= tail && (good > 0 || tail > 1) && bad <= 3:
		return d, errCut, true
	case good > 20*bad:
		return decoded{strings.ToValidUTF8(string(body), "\uFFFD"), "utf-8"}, nil, true
	}
	return d, nil, false
}

// firstOfLast is where the last character, whole or not, starts.
func firstOfLast(body []byte) int {
	i := len(body) - 1
	for i > 0 && i > len(body)-utf8.UTFMax && !utf8.RuneStart(body[i]) {
		i--
	}
	return max(i, 0)
}

// declared is the encoding that a page or an XML file says it is in.
func declared(body []byte) (encoding.Encoding, string) {
	head := body[:min(len(body), 1024)]
	if rest, ok := bytes.CutPrefix(bytes.TrimSpace(head), []byte("<?xml")); ok {
		if _, after, ok := bytes.Cut(rest, []byte("encoding=")); ok && len(after) > 2 {
			if name, _, ok := bytes.Cut(after[1:], after[:1]); ok {
				if enc, err := htmlindex.Get(string(name)); err == nil {
					return named(enc)
				}
			}
		}
		return nil, ""
	}
	if !bytes.Contains(bytes.ToLower(head), []byte("charset")) {
		return nil, ""
	}
	enc, name, certain := charset.DetermineEncoding(head, "")
	if !certain && name == "windows-1252" {
		return nil, ""
	}
	return enc, name
}

func named(enc encoding.Encoding) (encoding.Encoding, string) {
	name, err := htmlindex.Name(enc)
	if err != nil {
		return nil, ""
	}
	return enc, name
}
