package segment

import (
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// view is the text of a block as the recognisers read it: white space and line
// breaks folded to single spaces, all double quotes as ", all single ones as ',
// dashes as - and --, without characters that have no width. It keeps for every
// byte where in the document it comes from.
type view struct {
	s    string
	buf  []byte
	off  []int // off[i] is the document's byte that s[i] stands for
	text string
}

// load fills the view with at most limit bytes of the block's beginning.
func (v *view) load(text string, b *block, limit int) {
	v.text, v.buf, v.off = text, v.buf[:0], v.off[:0]
	for _, l := range b.lines {
		v.put(' ', l.start)
		v.loadLine(text, l, limit)
		if len(v.buf) >= limit {
			break
		}
	}
	if n := len(v.buf); n > 0 && v.buf[n-1] == ' ' {
		v.buf, v.off = v.buf[:n-1], v.off[:n-1]
	}
	v.s = string(v.buf)
}

func (v *view) loadLine(text string, l line, limit int) {
	for i := l.start; i < l.end && len(v.buf) < limit; {
		c := text[i]
		if c < utf8.RuneSelf {
			i += v.ascii(c, text[i:l.end], i)
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:l.end])
		v.rune(r, n, i)
		i += n
	}
}

// ascii adds one ASCII character and returns how many bytes it took.
func (v *view) ascii(c byte, rest string, at int) int {
	switch {
	case c <= ' ' || c == 0x7f:
		v.put(' ', at)
	case (c == '`' || c == '\'') && len(rest) > 1 && rest[1] == c:
		v.put('"', at)
		return 2
	case c == '`':
		v.put('\'', at)
	default:
		v.put(c, at)
	}
	return 1
}

func (v *view) rune(r rune, n, at int) {
	switch r {
	case '“', '”', '„', '‟', '«', '»', '″', '＂':
		v.put('"', at)
	case '‘', '’', '‚', '‛', '´', '′', 'ʼ':
		v.put('\'', at)
	case '–', '‐', '‑', '−', '‒':
		v.put('-', at)
	case '—', '―', '⸺':
		v.put('-', at)
		v.put('-', at)
	case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad':
	default:
		if space(r) {
			v.put(' ', at)
			return
		}
		for k := range n {
			v.buf = append(v.buf, v.text[at+k])
			v.off = append(v.off, at)
		}
	}
}

// put adds a byte; of several spaces it keeps one, of leading ones none.
func (v *view) put(c byte, at int) {
	if n := len(v.buf); c == ' ' && (n == 0 || v.buf[n-1] == ' ') {
		return
	}
	v.buf = append(v.buf, c)
	v.off = append(v.off, at)
}

// span is the document's bytes that s[a:b] stands for, without white space at its ends.
func (v *view) span(a, b int) dateline.Span {
	for a < b && v.s[a] == ' ' {
		a++
	}
	for a < b && v.s[b-1] == ' ' {
		b--
	}
	if a >= b {
		return dateline.Span{}
	}
	last := v.off[b-1]
	_, n := utf8.DecodeRuneInString(v.text[last:])
	if v.s[b-1] == '"' && (v.text[last] == '`' || v.text[last] == '\'') {
		n = 2
	}
	return dateline.Span{Start: v.off[a], End: last + n}
}
