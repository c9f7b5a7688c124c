package syntax

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

func appendTable(out []byte, m map[string]string) []byte {
	out = binary.AppendUvarint(out, uint64(len(m)))
	for _, k := range slices.Sorted(maps.Keys(m)) {
		out = appendString(appendString(out, k), m[k])
	}
	return out
}
func classesOf(ss []dateline.Sentence, of func(*dateline.Token) string) []string {
	seen := map[string]bool{}
	for i := range ss {
		for k := range ss[i].Tokens {
			seen[of(&ss[i].Tokens[k])] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}
func tagOf(t *dateline.Token) string { return t.UPOS + " " + t.XPOS }

// votes counts values by key; the first in the alphabet wins a draw.
type votes map[string]map[string]int

func (v votes) add(key, value string) {
	if v[key] == nil {
		v[key] = map[string]int{}
	}
	v[key][value]++
}

func (v votes) winner(key string) (string, int) {
	top, n := "", 0
	for _, value := range slices.Sorted(maps.Keys(v[key])) {
		if v[key][value] > n {
			top, n = value, v[key][value]
		}
	}
	return top, n
}

// lemmaTables learns suffix rules, and the words that they get wrong.
func lemmaTables(ss []dateline.Sentence) (words, rules map[string]string) {
	bySuffix, byWord := votes{}, votes{}
	each(ss, func(t *dateline.Token) {
		w := t.Form
		if t.UPOS != "PROPN" && cased(w) {
			w = strings.ToLower(w)
		}
		byWord.add(t.UPOS+" "+strings.ToLower(t.Form), t.Lemma)
		if rule := editRule(w, t.Lemma); rule != "" {
			for n := 0; n <= min(longestSuffix, len(w)); n++ {
				bySuffix.add(t.XPOS+" "+strings.ToLower(w[len(w)-n:]), rule)
			}
		}
	})
	rules, words = map[string]string{}, map[string]string{}
	for key := range bySuffix {
		if rule, n := bySuffix.winner(key); n >= 2 {
			rules[key] = rule
		}
	}
	l := lemmatiser{words: map[string]string{}, rules: rules}
	each(ss, func(t *dateline.Token) {
		key := t.UPOS + " " + strings.ToLower(t.Form)
		if want, _ := byWord.winner(key); l.lemma(t.Form, t.UPOS, t.XPOS) != want && t.Lemma == want {
			words[key] = want
		}
	})
	return words, rules
}

// featTable is the commonest features of each tag, and of words that differ.
func featTable(ss []dateline.Sentence) map[string]string {
	byTag, byWord := votes{}, votes{}
	each(ss, func(t *dateline.Token) {
		byTag.add(tagOf(t), t.Feats)
		byWord.add(tagOf(t)+" "+strings.ToLower(t.Form), t.Feats)
	})
	out := map[string]string{}
	for key := range byTag {
		out[key], _ = byTag.winner(key)
	}
	for key := range byWord {
		f, n := byWord.winner(key)
		tag := key[:strings.LastIndexByte(key, ' ')]
		if n >= 2 && f != out[tag] {
			out[key] = f
		}
	}
	return out
}

func each(ss []dateline.Sentence, fn func(*dateline.Token)) {
	for i := range ss {
		for k := range ss[i].Tokens {
			fn(&ss[i].Tokens[k])
		}
	}
}
