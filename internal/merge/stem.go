package merge

import "strings"

// stem is the stem of a lower-case English word after M. F. Porter, An algorithm
// for suffix stripping (1980). Words with letters outside a to z stay as they are.
func stem(w string) string {
	if len(w) < 3 || !lowerASCII(w) {
		return w
	}
	w = plural(w)
	w = pastAndGerund(w)
	if strings.HasSuffix(w, "y") && hasVowel(w[:len(w)-1]) {
		w = w[:len(w)-1] + "i"
	}
	w = longest(w, doubleSuffixes, 0)
	w = longest(w, fullSuffixes, 0)
	w = dropSuffix(w)
	return tidy(w)
}

func lowerASCII(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}

func consonant(w string, i int) bool {
	switch w[i] {
	case 'a', 'e', 'i', 'o', 'u':
		return false
	case 'y':
		return i == 0 || !consonant(w, i-1)
	}
	return true
}

// measure counts the vowel-consonant sequences of w, Porter's m.
func measure(w string) int {
	n, vowel := 0, false
	for i := range len(w) {
		c := consonant(w, i)
		if c && vowel {
			n++
		}
		vowel = !c
	}
	return n
}

func hasVowel(w string) bool {
	for i := range len(w) {
		if !consonant(w, i) {
			return true
		}
	}
	return false
}

func doubled(w string) bool {
	n := len(w)
	return n >= 2 && w[n-1] == w[n-2] && consonant(w, n-1)
}

// closed reports whether w ends consonant, vowel, consonant other than w, x or y.
func closed(w string) bool {
	n := len(w)
	if n < 3 || !consonant(w, n-1) || consonant(w, n-2) || !consonant(w, n-3) {
		return false
	}
	c := w[n-1]
	return c != 'w' && c != 'x' && c != 'y'
}

func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ies"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "ss"):
		return w
	case strings.HasSuffix(w, "s"):
		return w[:len(w)-1]
	}
	return w
}

func pastAndGerund(w string) string {
	if base, ok := strings.CutSuffix(w, "eed"); ok {
		if measure(base) > 0 {
			return base + "ee"
		}
		return w
	}
	base, ok := strings.CutSuffix(w, "ed")
	if !ok {
		base, ok = strings.CutSuffix(w, "ing")
	}
	if !ok || !hasVowel(base) {
		return w
	}
	switch {
	case strings.HasSuffix(base, "at"), strings.HasSuffix(base, "bl"), strings.HasSuffix(base, "iz"):
		return base + "e"
	case doubled(base) && !strings.ContainsAny(base[len(base)-1:], "lsz"):
		return base[:len(base)-1]
	case measure(base) == 1 && closed(base):
		return base + "e"
	}
	return base
}

var doubleSuffixes = [][2]string{
	{"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"},
	{"abli", "able"}, {"alli", "al"}, {"entli", "ent"}, {"eli", "e"}, {"ousli", "ous"},
	{"ization", "ize"}, {"ation", "ate"}, {"ator", "ate"}, {"alism", "al"}, {"iveness", "ive"},
	{"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"}, {"iviti", "ive"}, {"biliti", "ble"},
}

var fullSuffixes = [][2]string{
	{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""},
}

// longest replaces the longest suffix of the table that w ends with, where what
// is left has more than m vowel-consonant sequences.
func longest(w string, table [][2]string, m int) string {
	best := -1
	for i, s := range table {
		if strings.HasSuffix(w, s[0]) && (best < 0 || len(s[0]) > len(table[best][0])) {
			best = i
		}
	}
	if best < 0 {
		return w
	}
	if base := w[:len(w)-len(table[best][0])]; measure(base) > m {
		return base + table[best][1]
	}
	return w
}

var droppedSuffixes = [][2]string{
	{"al", ""}, {"ance", ""}, {"ence", ""}, {"er", ""}, {"ic", ""}, {"able", ""}, {"ible", ""}, {"ant", ""},
	{"ement", ""}, {"ment", ""}, {"ent", ""}, {"ou", ""}, {"ism", ""}, {"ate", ""}, {"iti", ""}, {"ous", ""},
	{"ive", ""}, {"ize", ""}, {"sion", "s"}, {"tion", "t"},
}

func dropSuffix(w string) string { return longest(w, droppedSuffixes, 1) }

// tidy drops a final e and one l of a final ll.
func tidy(w string) string {
	if base, ok := strings.CutSuffix(w, "e"); ok {
		if m := measure(base); m > 1 || m == 1 && !closed(base) {
			w = base
		}
	}
	if measure(w) > 1 && strings.HasSuffix(w, "ll") {
		w = w[:len(w)-1]
	}
	return w
}
