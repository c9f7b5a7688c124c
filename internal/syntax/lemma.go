package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lemmatiser maps a word to its lemma: by the word where training saw an
// exception, else by the longest suffix that has a rule for the tag.
type lemmatiser struct {
	words map[string]string // "UPOS lower" → lemma
	rules map[string]string // "XPOS suffix" → bytes to cut, ":", what to add
}

const longestSuffix = 5

func (l lemmatiser) lemma(form, upos, xpos string) string {
	lower := strings.ToLower(form)
	if lemma, ok := l.words[upos+" "+lower]; ok {
		if form == lower && upos != "PRON" {
			return strings.ToLower(lemma) // the Prime of titles, but prime elsewhere
		}
		return lemma
	}
	if upos == "PROPN" || !cased(form) {
		return l.apply(form, xpos)
	}
	return l.apply(lower, xpos)
}

// cased reports whether a word begins with a letter that has case.
func cased(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || unicode.IsLower(r)
}

func (l lemmatiser) apply(w, xpos string) string {
	for n := min(longestSuffix, len(w)); n >= 0; n-- {
		rule, ok := l.rules[xpos+" "+strings.ToLower(w[len(w)-n:])]
		if !ok {
			continue
		}
		cut, add, _ := strings.Cut(rule, ":")
		if k := int(cut[0] - '0'); k < len(w) {
			return w[:len(w)-k] + add
		}
	}
	return w
}

// editRule turns form into lemma by its end, "" if their beginnings differ.
func editRule(form, lemma string) string {
	i := 0
	for i < len(form) && i < len(lemma) && form[i] == lemma[i] {
		i++
	}
	for i > 0 && i < len(form) && !utf8.RuneStart(form[i]) {
		i--
	}
	if len(form)-i > 9 || i == 0 && lemma != "" {
		return ""
	}
	return string(rune('0'+len(form)-i)) + ":" + lemma[i:]
}
