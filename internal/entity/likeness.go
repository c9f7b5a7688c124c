package entity

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// SamePerson is the likeness from which two names are more likely one person's
// than two people's.
const SamePerson = 0.85

// Likeness says how alike two names of people are, from 0 to 1. Words are
// paired by sound and by edit distance (optimal string alignment) whatever their
// order; initials stand for names, letters of other scripts are romanised. The
// score is the paired share of the letters: what only one name has (a patronymic,
// a title) costs little, what both have besides (Hugo Chávez, Hugo Chacón) counts
// as a contradiction. Syllables of Korean and Chinese given names must agree in
// sound, so that Kim Jong Il and Kim Jong Un stay two.
func Likeness(a, b string) float64 {
	x, y := personWords(a), personWords(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	if slices.Equal(x, y) {
		return 1
	}
	if reversed(a, b, x, y) {
		return 0.5
	}
	if strings.Join(x, "") == strings.Join(y, "") {
		return 0.97
	}
	eastern := familyFirst(x[0]) && familyFirst(y[0])
	x, y = joinSplit(x, y, eastern), joinSplit(y, x, eastern)
	return alignment(x, y, eastern)
}

// alignment pairs the words of two names, the likest first, and weighs the pairs
// against what is left over.
func alignment(x, y []string, eastern bool) float64 {
	usedX, usedY := make([]bool, len(x)), make([]bool, len(y))
	matched, weight, pairs := 0.0, 0.0, 0
	for range min(len(x), len(y)) {
		i, j, best := -1, -1, 0.0
		for p, u := range x {
			for q, v := range y {
				if usedX[p] || usedY[q] {
					continue
				}
				if s := wordLikeness(u, v, eastern); s > best {
					i, j, best = p, q, s
				}
			}
		}
		if best < 0.6 {
			break
		}
		usedX[i], usedY[j] = true, true
		w := (letters(x[i]) + letters(y[j])) / 2
		matched += best * w
		weight += w
		pairs++
	}
	restX, restY := rest(x, usedX), rest(y, usedY)
	score := matched / (weight + 2*min(restX, restY) + 0.08*max(restX-restY, restY-restX))
	if pairs == 1 && len(x) != len(y) {
		score *= 0.8 // one word in common is no full name
	}
	return score
}

// letters is the weight of a word: its length, an initial counting as a name.
func letters(w string) float64 { return float64(max(3, utf8.RuneCountInString(w))) }

func rest(words []string, used []bool) float64 {
	sum := 0.0
	for i, w := range words {
		if !used[i] {
			sum += letters(w)
		}
	}
	return sum
}

// wordLikeness compares two words of names: 1 for the same, 0.95 for the same
// sound, 0.9 for an initial or a pet name, else the share of letters in common.
func wordLikeness(a, b string, eastern bool) float64 {
	switch {
	case a == b:
		return 1
	case sameSound(a, b, eastern):
		return 0.95
	case len(a) == 1 || len(b) == 1:
		if a[0] == b[0] {
			return 0.9
		}
		return 0
	case petNames[a] != "" && petNames[a] == b || petNames[b] != "" && petNames[b] == a:
		return 0.9
	case eastern && len(a) <= 4 && len(b) <= 4 && (len(a) < 3 || len(b) < 3 || a[0] != b[0]):
		return 0
	}
	return max(letterLikeness(a, b), letterLikeness(soundKey(a), soundKey(b)))
}

func letterLikeness(a, b string) float64 {
	return 1 - float64(distance(a, b))/float64(max(len(a), len(b), 1))
}

// distance is the optimal string alignment distance over bytes: insertions,
// deletions, substitutions and swaps of neighbours.
func distance(a, b string) int {
	before, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}

// courtesies are words about a name that are none.
var courtesies = []string{"mr", "mrs", "ms", "miss", "dr", "sir", "president", "minister", "general", "gen", "prof", "lord", "lady", "madame", "monsieur",
	"shaikh", "sheikh", "sheik", "haji", "hajji", "sayyid", "sayyed", "mullah", "ayatollah", "jr", "sr", "llc", "ltd", "hon", "herr", "senor"}

// personWords are the romanised, folded words of a name in its usual order,
// less forms of address and the articles and particles that spellings drop.
func personWords(name string) []string {
	if family, given, ok := strings.Cut(name, ","); ok && strings.TrimSpace(given) != "" {
		name = given + " " + family
	}
	var all, out []string
	for _, f := range strings.FieldsFunc(romanise(name), func(r rune) bool { return r == ' ' || r == '-' || r == '.' || r == ',' || r == '·' }) {
		w := fold(f)
		if w == "" {
			continue
		}
		all = append(all, w)
		if !has(courtesies, w) && !has(particles, w) {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return all
	}
	return slices.Compact(out)
}

// joinSplit writes two words of x as one where y has them as one: Platono vich.
func joinSplit(x, y []string, eastern bool) []string {
	for i := 0; i+1 < len(x); i++ {
		for n := len(x); n > i+1; n-- {
			w := strings.Join(x[i:n], "")
			if slices.ContainsFunc(y, func(v string) bool { return v == w || len(w) > 5 && sameSound(v, w, eastern) }) {
				return slices.Concat(x[:i:i], []string{w}, x[n:])
			}
		}
	}
	return x
}

// reversed tells father and son apart: Salman bin Mohammed, Mohammed bin Salman.
func reversed(a, b string, x, y []string) bool {
	if len(x) < 2 || len(y) < 2 || !filial(a) || !filial(b) {
		return false
	}
	return sameSound(x[0], y[1], false) && sameSound(x[1], y[0], false) && !sameSound(x[0], x[1], false)
}

func filial(name string) bool {
	ws := strings.Fields(strings.ToLower(name))
	return slices.ContainsFunc(ws[:max(0, len(ws)-1)], func(w string) bool { return w == "bin" || w == "ibn" || w == "ben" || w == "bint" })
}

// petNames are short forms that no rule reaches.
var petNames = map[string]string{"bibi": "benjamin", "bill": "william", "bob": "robert", "dick": "richard", "jim": "james", "jimmy": "james", "jack": "john",
	"joe": "joseph", "mike": "michael", "tony": "anthony", "ted": "edward", "tom": "thomas", "chuck": "charles", "liz": "elizabeth", "beth": "elizabeth",
	"kate": "katherine", "peggy": "margaret", "hank": "henry", "larry": "lawrence", "steve": "stephen", "nick": "nicholas", "sasha": "alexander",
	"volodya": "vladimir", "misha": "mikhail", "lula": "luiz", "pepe": "jose", "gerry": "gerald", "rick": "richard", "andy": "andrew", "dave": "david",
	"dan": "daniel", "don": "donald", "ed": "edward", "ron": "ronald", "tim": "timothy", "sandy": "alexander", "harry": "henry", "meg": "margaret"}
