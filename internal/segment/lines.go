package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// line is one line of the text: the bytes that hold its words, without quote
// marks of mail, white space at its ends and the line break.
type line struct {
	start, end int  // empty for a blank line
	next       int  // where the next line starts
	indent     int  // columns of white space before the words
	quoted     int  // depth of mail quoting
	cut        bool // starts a block, whatever stands before
}

func (l line) blank() bool { return l.start >= l.end }

// splitLines divides a text into lines. Line feeds, carriage returns, form feeds
// and the Unicode separators end one.
func splitLines(text string) []line {
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	for at := 0; at < len(text); {
		end, next := lineEnd(text, at)
		lines = append(lines, trimLine(text, at, end, next))
		at = next
	}
	return lines
}

// lineEnd is where the line that starts at byte at ends, and where the next one starts.
func lineEnd(text string, at int) (end, next int) {
	i := strings.IndexAny(text[at:], "\n\r\f\v\u2028\u2029\u0085")
	if i < 0 {
		return len(text), len(text)
	}
	end = at + i
	if strings.HasPrefix(text[end:], "\r\n") {
		return end, end + 2
	}
	_, n := utf8.DecodeRuneInString(text[end:])
	return end, end + n
}

func trimLine(text string, start, end, next int) line {
	l := line{next: next}
	for start < end {
		c := text[start]
		switch {
		case c == ' ' || c == '>' && l.indent < 4:
			if c == '>' {
				l.quoted++
				l.indent = -1
			}
			start++
			l.indent++
			continue
		case c == '\t':
			l.indent += 8 - l.indent%8
			start++
			continue
		case c >= utf8.RuneSelf:
			if r, n := utf8.DecodeRuneInString(text[start:end]); space(r) {
				start += n
				l.indent++
				continue
			}
		}
		break
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(text[start:end])
		if !space(r) {
			break
		}
		end -= n
	}
	l.start, l.end = start, end
	return l
}

// space reports whether r is white space or has no width at all.
func space(r rune) bool {
	switch r {
	case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad':
		return true
	}
	return unicode.IsSpace(r)
}

// block is a run of lines that make one paragraph, heading or other unit.
type block struct {
	lines []line
	gap   int // blank lines before it
}

func (b *block) start() int { return b.lines[0].start }
func (b *block) end() int   { return b.lines[len(b.lines)-1].end }

func (b *block) span() dateline.Span { return dateline.Span{Start: b.start(), End: b.end()} }

// splitBlocks groups lines into blocks. Blank lines part them, and so do line
// breaks that a writer and not a margin made.
func (s *Segmenter) splitBlocks(text string, lines []line) []block {
	var blocks []block
	gap := 0
	for i := 0; i < len(lines); {
		if lines[i].blank() {
			gap++
			i++
			continue
		}
		j := i
		for j < len(lines) && !lines[j].blank() {
			j++
		}
		blocks = s.appendRun(blocks, text, lines[i:j], gap)
		gap, i = 0, j
	}
	return blocks
}

// appendRun cuts a run of lines without a blank one into blocks.
func (s *Segmenter) appendRun(blocks []block, text string, run []line, gap int) []block {
	width := 0
	for _, l := range run {
		width = max(width, l.end-l.start+l.indent)
	}
	from := 0
	above := len(run) > 1 && s.slug(text, run[0])
	listed := len(run) > 1 && s.listedLine(text, run[0])
	for i := 1; i <= len(run); i++ {
		slug := i < len(run) && s.slug(text, run[i])
		part := i < len(run) && ((slug || above) && (i-1 == from || above) || parted(text, run, i, from, width))
		if next := i < len(run) && s.listedLine(text, run[i]); next || listed {
			part = part || i < len(run) && (next && i-1 == from || listed) && startsUnit(text[run[i].start:run[i].end])
			listed = next
		}
		above = slug
		if i < len(run) && !part {
			continue
		}
		blocks = append(blocks, block{lines: run[from:i:i], gap: gap})
		gap, from = 0, i
	}
	return blocks
}

// slug reports whether a line is nothing but a date, an outlet's name or a
// by-line, as they stand under one another over a report.
func (s *Segmenter) slug(text string, l line) bool {
	t := text[l.start:l.end]
	if len(t) > 60 || len(t) < 3 || !capital(t[0]) && !digit(t[0]) || endsSentence(t) {
		return false
	}
	if d, n := dateAt(t); n > 0 && (d.year != 0 || n == len(t)) && dateTail(t[n:]) {
		return true
	}
	if n := skip(t, "By ", "BY "); n > 0 {
		return nameLike(t[n:], 6)
	}
	_, ok := s.outlets.Lookup(t)
	return ok
}

// marginBytes is more than a margin lets stand on one line: where lines are longer,
// breaks are those of paragraphs.
const marginBytes = 200

// parted reports whether a block starts at line i of a run. The block so far
// started at line from; width is that of the longest line.
func parted(text string, run []line, i, from, width int) bool {
	a, b := run[i-1], run[i]
	prev, next := text[a.start:a.end], text[b.start:b.end]
	if b.cut || a.quoted != b.quoted || structural(prev) && !opensText(prev) || structural(next) || listItem(next) {
		return true
	}
	if !startsUnit(next) {
		return false
	}
	ends := endsSentence(prev)
	if len(prev) > marginBytes || width > marginBytes && (ends || upperCase(prev) || upperCase(next)) {
		return true
	}
	if ends && b.indent >= a.indent+2 {
		return true
	}
	word := strings.IndexAny(next+" ", " \t")
	roomy := len(prev)+a.indent+word+1 < width-3 // the next word had room on the line before
	switch {
	case !roomy:
		return false
	case ends:
		return true
	}
	return i-1 == from && headingText(prev) && (len(next) > 2*len(prev) || upperCase(prev) && !upperCase(next))
}

// startsUnit reports whether a line may be the first of a paragraph.
func startsUnit(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«`([*-–—• "))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// endsSentence reports whether a line ends with the mark of a sentence's end.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)] ")
	return s != "" && strings.ContainsRune(".!?…", lastRune(s))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
