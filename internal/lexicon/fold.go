package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is one word of a text as Find compares it.
type word struct {
	fold       string // lower case, no diacritics or inner punctuation
	start, end int    // bytes of the text
	upper      bool   // starts with a capital letter or a digit
}

// Fold is the form in which names are compared: lower case, no diacritics, no
// punctuation, one space between words, no leading "the".
func Fold(name string) string {
	ws := words(name, nil)
	if len(ws) > 1 && ws[0].fold == "the" {
		ws = ws[1:]
	}
	parts := make([]string, len(ws))
	for i, w := range ws {
		parts[i] = w.fold
	}
	return strings.Join(parts, " ")
}

// words appends the words of s to dst. A possessive 's is a word of its own, so
// that "Izvestia's" holds "Izvestia"; any other apostrophe and every full stop
// between letters vanish, so that "Ha'aretz" is "Haaretz" and "U.S." is "US".
func words(s string, dst []word) []word {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == '&' {
			dst = append(dst, word{"and", i, i + 1, true})
		}
		if !wordRune(r) {
			i += n
			continue
		}
		w := word{start: i, upper: unicode.IsUpper(r) || unicode.IsDigit(r)}
		w.end = wordEnd(s, i)
		w.fold = foldWord(s[w.start:w.end])
		dst = append(dst, w)
		i = w.end
	}
	return dst
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// wordEnd is where the word that starts at i ends.
func wordEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if wordRune(r) {
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		joins := r == '.' || r == '\'' || r == '’' || r == '‘' || r == '`'
		if !joins || i+n >= len(s) || !wordRune(next) || r != '.' && possessive(s[i+n:]) {
			return i
		}
		i += n
	}
	return i
}

// possessive reports whether s starts with an s that ends a word.
func possessive(s string) bool {
	if s == "" || s[0] != 's' && s[0] != 'S' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[1:])
	return len(s) == 1 || !wordRune(r)
}

// foldWord drops case, diacritics and inner punctuation.
func foldWord(w string) string {
	if plain(w) {
		return w
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(w) {
		if unicode.Is(unicode.Mn, r) || !wordRune(r) {
			continue
		}
		switch r = unicode.ToLower(r); r {
		case 'ø':
			r = 'o'
		case 'ł':
			r = 'l'
		case 'đ':
			r = 'd'
		case 'ı':
			r = 'i'
		case 'ß':
			b.WriteByte('s')
			r = 's'
		case 'æ':
			b.WriteByte('a')
			r = 'e'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// plain reports whether w is lower-case ASCII letters and digits already.
func plain(w string) bool {
	for i := range len(w) {
		if c := w[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}
