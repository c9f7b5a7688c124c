package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// form is what the classifiers see of a word, as hashes, computed once.
type form struct {
	word, lower, shape     uint32
	pre1, pre2, pre3       uint32
	suf1, suf2, suf3, suf4 uint32
	upper, digit, dash     bool
}

// hash mixes values into a feature (FNV-1a over 32-bit words, with a final
// avalanche); never 0.
func hash(parts ...uint32) uint32 {
	h := uint32(2166136261)
	for _, p := range parts {
		h = (h ^ p) * 16777619
		h ^= h >> 15
	}
	h *= 0x85ebca6b
	h ^= h >> 13
	if h == 0 {
		return 1
	}
	return h
}

func hashString(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h | 1
}

// forms fills buf with the forms of the words. A sentence in capitals is read
// as if it were in small letters, since its capitals say nothing.
func forms(buf []form, tokens []dateline.Token) []form {
	buf = buf[:0]
	shouted := shouts(tokens)
	for i := range tokens {
		buf = append(buf, formOf(tokens[i].Form, shouted))
	}
	return buf
}

// shouts reports whether a sentence of several words has no small letters.
func shouts(tokens []dateline.Token) bool {
	words := 0
	for i := range tokens {
		lower := false
		for _, r := range tokens[i].Form {
			lower = lower || unicode.IsLower(r)
		}
		if lower {
			return false
		}
		if r, _ := utf8.DecodeRuneInString(tokens[i].Form); unicode.IsLetter(r) {
			words++
		}
	}
	return words > 3
}

func formOf(w string, shouted bool) form {
	lower := strings.ToLower(w)
	f := form{lower: hashString(lower), shape: hashString(shape(w))}
	f.word = hashString(w)
	if shouted {
		f.word, f.shape = hashString(lower), hashString("shout")
	}
	r, _ := utf8.DecodeRuneInString(w)
	f.upper = unicode.IsUpper(r) && !shouted
	for i := 0; i < len(w); i++ {
		f.digit = f.digit || w[i] >= '0' && w[i] <= '9'
		f.dash = f.dash || w[i] == '-'
	}
	n := len(lower)
	f.suf1, f.suf2 = hashString(lower[n-min(1, n):]), hashString(lower[n-min(2, n):])
	f.suf3, f.suf4 = hashString(lower[n-min(3, n):]), hashString(lower[n-min(4, n):])
	f.pre1, f.pre2, f.pre3 = hashString(lower[:min(1, n)]), hashString(lower[:min(2, n)]), hashString(lower[:min(3, n)])
	return f
}

// shape is the pattern of capitals, small letters and digits, runs shortened.
func shape(w string) string {
	var b strings.Builder
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
		b.WriteByte(c)
	}
	return b.String()
}

var noForm = form{word: 3, lower: 3, shape: 3, suf1: 3, suf2: 3, suf3: 3, suf4: 3, pre1: 3, pre2: 3, pre3: 3}

func at(fs []form, i int) *form {
	if i < 0 || i >= len(fs) {
		return &noForm
	}
	return &fs[i]
}

func flag(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// tagFeatures are those of the word at i, given the tags of the words before.
func tagFeatures(buf []uint32, fs []form, i int, t1, t2 uint32) []uint32 {
	w, p, pp, n, nn := at(fs, i), at(fs, i-1), at(fs, i-2), at(fs, i+1), at(fs, i+2)
	first := flag(i == 0)
	return append(buf[:0],
		hash(1), hash(2, w.word), hash(3, w.lower), hash(4, w.suf1), hash(5, w.suf2), hash(6, w.suf3), hash(7, w.suf4),
		hash(8, w.pre1), hash(9, w.pre2), hash(10, w.pre3), hash(11, w.shape), hash(12, w.shape, first),
		hash(13, t1), hash(14, t1, t2), hash(15, t1, w.lower), hash(16, t1, w.suf3), hash(17, t1, w.shape),
		hash(18, p.lower), hash(19, pp.lower), hash(20, n.lower), hash(21, nn.lower),
		hash(22, p.suf3), hash(23, n.suf3), hash(24, n.shape), hash(25, p.shape, w.shape),
		hash(26, p.lower, w.lower), hash(27, w.lower, n.lower), hash(28, flag(w.upper), flag(w.digit), flag(w.dash)),
		hash(29, t1, n.lower), hash(30, n.suf2, w.suf2), hash(31, flag(w.upper), flag(n.upper), t1))
}
