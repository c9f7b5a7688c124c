// Package token cuts the paragraphs of a report into sentences and words.
//
// Words are those of Universal Dependencies for English: clitics and possessives
// are words of their own (do|n't, China|'s), hyphenated compounds are split,
// and every word knows its bytes, so that the words and the space between them
// rebuild the text exactly. Line breaks inside a paragraph count as spaces.
package token

import (
	"unicode"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// Split cuts the prose and headings of paragraphs into sentences with tokens.
// Tokens have Form, Span and Part set, and Head -1.
func Split(text string, paragraphs []dateline.Paragraph) []dateline.Sentence {
	var out []dateline.Sentence
	var buf []dateline.Token
	for i, p := range paragraphs {
		if p.Kind != dateline.Prose && p.Kind != dateline.Heading {
			continue
		}
		buf = buf[:0]
		for _, piece := range p.Pieces {
			buf = words(buf, text, clip(piece, len(text)))
		}
		for _, s := range sentences(buf, p.Kind == dateline.Heading) {
			tokens := append([]dateline.Token(nil), s...)
			out = append(out, dateline.Sentence{
				Span:      tokens[0].Span.Cover(tokens[len(tokens)-1].Span),
				Paragraph: i, Heading: p.Kind == dateline.Heading, Tokens: tokens,
			})
		}
	}
	return out
}

func clip(s dateline.Span, n int) dateline.Span {
	s.Start, s.End = max(0, min(s.Start, n)), max(0, min(s.End, n))
	return s
}

// words appends the words of a piece of text.
func words(out []dateline.Token, text string, piece dateline.Span) []dateline.Token {
	for at := piece.Start; at < piece.End; {
		r, size := utf8.DecodeRuneInString(text[at:piece.End])
		if space(r) {
			at += size
			continue
		}
		end := at
		for end < piece.End {
			r, size := utf8.DecodeRuneInString(text[end:piece.End])
			if space(r) {
				break
			}
			end += size
		}
		out = chunk(out, text, dateline.Span{Start: at, End: end})
		at = end
	}
	return out
}

// space includes the no-break spaces, the zero-width ones and the byte order mark.
func space(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

// chunk appends the words of a run without white space.
func chunk(out []dateline.Token, text string, c dateline.Span) []dateline.Token {
	for at := c.Start; at < c.End; {
		end := next(text, at, c.End)
		if w := text[at:end]; splits(w) {
			out = clitics(out, text, at, end)
		} else {
			out = append(out, word(text, at, end, 0))
		}
		at = end
	}
	return out
}

func word(text string, start, end, part int) dateline.Token {
	return dateline.Token{Form: text[start:end], Span: dateline.Span{Start: start, End: end}, Head: -1, Part: part}
}

// next is the end of the word that begins at byte at of a chunk ending at end.
func next(text string, at, end int) int {
	if n := address(text[at:end]); n > 0 {
		return at + n
	}
	r, size := utf8.DecodeRuneInString(text[at:end])
	switch {
	case unicode.IsDigit(r):
		return number(text, at, end)
	case letter(r):
		return wordEnd(text, at, end)
	case apostrophe(r):
		return apostropheEnd(text, at, end, size)
	}
	// Runs of one punctuation mark are one word: "...", "--", "``", "''".
	n := at + size
	for n < end && runs(r) {
		r2, s2 := utf8.DecodeRuneInString(text[n:end])
		if r2 != r {
			break
		}
		n += s2
	}
	return n
}

func runs(r rune) bool {
	switch r {
	case '.', '-', '!', '?', '*', '=', '_', '`', '~', '#', '\'', '—', '–', '+', '<', '>':
		return true
	}
	return false
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == '`' }

// apostropheEnd ends a word that begins with an apostrophe: a pair is a quote
// mark, a bare clitic ("'s") or year ("'98") belongs together, all else is a
// quote mark.
func apostropheEnd(text string, at, end, size int) int {
	rest := text[at+size : end]
	if size < len(text[at:end]) && rest[0] == text[at] && size == 1 {
		return at + 2
	}
	if n := clitic(rest); n > 0 && text[at] != '`' {
		return at + size + n
	}
	if len(rest) >= 2 && digit(rest[0]) && digit(rest[1]) && (len(rest) == 2 || !wordByte(rest[2]) || rest[2] == 's') {
		n := at + size + 2
		if n < end && text[n] == 's' {
			n++
		}
		return n
	}
	return at + size
}

// clitic is the length of a clitic without its apostrophe at the head of s.
func clitic(s string) int {
	for _, c := range []string{"s", "re", "ve", "ll", "d", "m", "S"} {
		if len(s) >= len(c) && s[:len(c)] == c && (len(s) == len(c) || !wordByte(s[len(c)])) {
			return len(c)
		}
	}
	return 0
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

func wordByte(b byte) bool {
	return digit(b) || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= utf8.RuneSelf
}

// number ends a word that begins with a digit: 1,000 and 3.5 and 2/13/00 and
// 10:30 hold together, so do 5th, 1990s and 10a; a final mark does not belong.
func number(text string, at, end int) int {
	n := at
	for n < end {
		b := text[n]
		switch {
		case digit(b):
			n++
		case (b == ',' || b == '.' || b == ':' || b == '/') && n+1 < end && digit(text[n+1]):
			n += 2
		default:
			return numberTail(text, n, end)
		}
	}
	return n
}

func numberTail(text string, n, end int) int {
	for n < end {
		r, size := utf8.DecodeRuneInString(text[n:end])
		if !letter(r) && !unicode.IsDigit(r) {
			break
		}
		n += size
	}
	return n
}
