package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// form is what the network sees of a word: the key of its word vector, and the
// keys of its trained features: the word, its beginnings and ends, its shape.
type form struct {
	vector uint32
	keys   [formKeys]uint32
}

const (
	prefixes = 4
	suffixes = 5
	formKeys = 2 + prefixes + suffixes
)

// formOf describes a word; in a sentence in capitals as if it were in small
// letters, since its capitals say nothing.
func formOf(w string, shouted bool) form {
	lower := plain(strings.ToLower(w))
	shape := hashString(shape(w))
	if shouted {
		shape = hashString("shouted")
	}
	word := hashString(lower)
	f := form{vector: word}
	f.keys[0], f.keys[1] = mix(1, word), mix(2, shape)
	for n := 1; n <= prefixes; n++ {
		f.keys[1+n] = mix(uint32(10+n), hashString(lower[:min(n, len(lower))]))
	}
	for n := 1; n <= suffixes; n++ {
		f.keys[1+prefixes+n] = mix(uint32(20+n), hashString(lower[len(lower)-min(n, len(lower)):]))
	}
	return f
}

// plain writes typographic quotes and dashes as the corpora do.
func plain(w string) string {
	for i := 0; i < len(w); i++ {
		if w[i] >= utf8.RuneSelf {
			return typographic.Replace(w)
		}
	}
	return w
}

var typographic = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "’", "'", "‘", "'", "–", "-", "—", "--", "…", "...")

func hashString(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// mix makes the key of a feature from its kind and its value.
func mix(kind, value uint32) uint32 {
	h := (value ^ kind*0x9e3779b1) * 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}

// shouts reports whether a sentence of several words has no small letters.
func shouts(tokens []dateline.Token) bool {
	words := 0
	for i := range tokens {
		first := true
		for _, r := range tokens[i].Form {
			if unicode.IsLower(r) {
				return false
			}
			if first && unicode.IsLetter(r) {
				words++
			}
			first = false
		}
	}
	return words > 3
}

// shape is the pattern of capitals, small letters and digits, runs shortened.
func shape(w string) string {
	var buf [24]byte
	b := buf[:0]
	last, run := byte(0), 0
	for _, r := range w {
		c := byte('.')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLower(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '9'
		}
		if c == last {
			if run++; run > 2 {
				continue
			}
		} else {
			last, run = c, 1
		}
		if len(b) == cap(b) {
			break
		}
		b = append(b, c)
	}
	return string(b)
}
