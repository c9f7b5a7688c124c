package attrib

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// quote is a quotation of the outermost level: its bytes with the marks, and
// whether a closing mark was found. A quotation that goes on over paragraphs is
// one quote a paragraph, joined by more.
type quote struct {
	span      dateline.Span
	inner     dateline.Span // without the marks
	paragraph int
	closed    bool
	follows   bool // goes on from the quote before, whose paragraph did not close it
	unopened  bool // starts its paragraph without a mark
}

// mark is one quotation mark of the text.
type mark struct {
	at, size    int
	open, close bool
}

// scanQuotes finds the quotations of the prose and headings of a report, in
// order of the text. Marks nested inside a quotation are not returned.
func scanQuotes(text string, paragraphs []dateline.Paragraph) []quote {
	var out []quote
	open := false // the paragraph before left a quotation open
	for p, para := range paragraphs {
		if para.Kind != dateline.Prose && para.Kind != dateline.Heading || len(para.Pieces) == 0 {
			continue
		}
		marks := findMarks(text, para.Pieces)
		qs := pairMarks(text, para.Pieces, marks, open)
		for i := range qs {
			qs[i].paragraph = p
		}
		out = append(out, qs...)
		open = len(qs) > 0 && !qs[len(qs)-1].closed
	}
	return out
}

// findMarks lists the double marks of a paragraph: curly, straight, TeX and
// typewriter pairs (” and “), guillemets. Single marks are read as nested or as
// apostrophes, save where a paragraph has none but single ones.
func findMarks(text string, pieces []dateline.Span) []mark {
	var ms []mark
	for _, piece := range pieces {
		for i := piece.Start; i < piece.End; {
			m, size := markAt(text, i, piece)
			if m.size > 0 {
				ms = append(ms, m)
			}
			i += size
		}
	}
	if len(ms) == 0 {
		ms = singleMarks(text, pieces)
	}
	return ms
}

// markAt reads a double mark at i; size is the number of bytes to go on by.
func markAt(text string, i int, piece dateline.Span) (m mark, size int) {
	r, n := utf8.DecodeRuneInString(text[i:piece.End])
	switch r {
	case '“', '„', '«':
		return mark{i, n, true, false}, n
	case '”', '»':
		return mark{i, n, false, true}, n
	case '‟', '"':
		return sided(text, i, n, piece), n
	case '`', '\'':
		if i+1 < piece.End && (text[i+1] == '\'' || text[i+1] == '`') && text[i+1] == text[i] {
			m := sided(text, i, 2, piece)
			if r == '`' {
				m.open, m.close = true, false
			}
			return m, 2
		}
	}
	return mark{}, max(n, 1)
}

// sided decides by its neighbours whether a mark that looks the same at both
// ends may open or close a quotation.
func sided(text string, i, n int, piece dateline.Span) mark {
	before, after := ' ', ' '
	if i > piece.Start {
		before, _ = utf8.DecodeLastRuneInString(text[piece.Start:i])
	}
	if i+n < piece.End {
		after, _ = utf8.DecodeRuneInString(text[i+n : piece.End])
	}
	m := mark{at: i, size: n}
	m.open = !unicode.IsSpace(after) && (unicode.IsSpace(before) || strings.ContainsRune("([{-–—/:,;'‘“…", before))
	m.close = !unicode.IsSpace(before) && !m.open
	if !m.open && !m.close {
		m.open, m.close = true, true
	}
	return m
}

// singleMarks finds single quotation marks, where a paragraph uses them alone:
// an opening one stands after space, a closing one before space or punctuation.
func singleMarks(text string, pieces []dateline.Span) []mark {
	var ms []mark
	for _, piece := range pieces {
		for i := piece.Start; i < piece.End; {
			r, n := utf8.DecodeRuneInString(text[i:piece.End])
			if r == '‘' || r == '’' || r == '\'' {
				if m := single(text, i, n, r, piece); m.open || m.close {
					ms = append(ms, m)
				}
			}
			i += max(n, 1)
		}
	}
	return pairedOnly(ms)
}

func single(text string, i, n int, r rune, piece dateline.Span) mark {
	before, after := ' ', ' '
	if i > piece.Start {
		before, _ = utf8.DecodeLastRuneInString(text[piece.Start:i])
	}
	if i+n < piece.End {
		after, _ = utf8.DecodeRuneInString(text[i+n : piece.End])
	}
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	m := mark{at: i, size: n}
	m.open = r != '’' && !word(before) && before != ',' && before != '.' && word(after)
	m.close = r != '‘' && !unicode.IsSpace(before) && !word(after)
	return m
}

// pairedOnly keeps single marks that form a pair whose end is no plural
// possessive: a close with no open before it is an apostrophe.
func pairedOnly(ms []mark) []mark {
	var out []mark
	for i := 0; i < len(ms); i++ {
		if !ms[i].open {
			continue
		}
		for j := i + 1; j < len(ms); j++ {
			if ms[j].close {
				out = append(out, mark{ms[i].at, ms[i].size, true, false}, mark{ms[j].at, ms[j].size, false, true})
				i = j
				break
			}
			if ms[j].open {
				break
			}
		}
	}
	return out
}

// pairMarks makes quotations out of a paragraph's marks. carried says that the
// paragraph before left a quotation open: a first mark that opens goes on with
// it, and a first mark that can only close makes the paragraph's start part of
// it. What is open at the end of the paragraph is closed there.
func pairMarks(text string, pieces []dateline.Span, ms []mark, carried bool) []quote {
	start, end := pieces[0].Start, pieces[len(pieces)-1].End
	var out []quote
	openAt, openSize, depth := -1, 0, 0
	for k, m := range ms {
		switch {
		case openAt < 0 && m.open:
			openAt, openSize, depth = m.at, m.size, 0
		case openAt < 0 && m.close && k == 0 && carried:
			out = append(out, quote{span: dateline.Span{Start: start, End: m.at + m.size},
				inner: dateline.Span{Start: start, End: m.at}, closed: true, follows: true, unopened: true})
		case openAt >= 0 && m.open && !m.close:
			depth++
		case openAt >= 0 && m.close && depth > 0:
			depth--
		case openAt >= 0 && m.close:
			out = append(out, quote{span: dateline.Span{Start: openAt, End: m.at + m.size},
				inner: dateline.Span{Start: openAt + openSize, End: m.at}, closed: true, follows: carried && k == 1 && openAt == start})
			openAt = -1
		}
	}
	if openAt >= 0 {
		out = append(out, quote{span: dateline.Span{Start: openAt, End: end},
			inner: dateline.Span{Start: openAt + openSize, End: end}, follows: carried && openAt == start})
	}
	return out
}

// markQuotes notes for each token of a sentence which quotation holds it.
func (j *joiner) markQuotes(t *tree) {
	q := j.firstQuote(t.s.Span.Start)
	for i := range t.n {
		s := t.s.Tokens[i].Span
		for q < len(j.quotes) && j.quotes[q].span.End <= s.Start {
			q++
		}
		if q < len(j.quotes) && j.quotes[q].span.Start <= s.Start {
			t.quote[i] = q
		}
	}
}
