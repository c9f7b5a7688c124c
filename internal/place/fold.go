package place

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold is a name without case, diacritics and punctuation, its words parted by
// single spaces.
func fold(s string) string {
	return string(appendFold(make([]byte, 0, len(s)), s))
}

// appendFold appends the folded form of s to b.
func appendFold(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			s = norm.NFD.String(s)
			break
		}
	}
	from, space := len(b), false
	for _, r := range s {
		r = plain(r)
		if r == ' ' {
			space = len(b) > from
			continue
		}
		if r == 0 {
			continue
		}
		if space {
			b, space = append(b, ' '), false
		}
		b = append(b, byte(r))
	}
	return b
}

// plain is the small ASCII letter or digit for r, ' ' for what parts words, 0 for
// what is left out.
func plain(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return r
	}
	switch r {
	case ' ', '-', '–', '\u00a0', '\n', '\r', '\t', '/':
		return ' '
	case 'ı':
		return 'i'
	case 'ł', 'Ł':
		return 'l'
	case 'ø', 'Ø':
		return 'o'
	case 'đ', 'Đ':
		return 'd'
	}
	return 0
}
