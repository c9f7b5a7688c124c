package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// term is a time in an office. A bound that is a year or a month alone holds
// for the whole of it.
type term struct {
	office      string
	from, until dateline.Day
}

// human is a person of the shipped lists.
type human struct {
	id, name, code string
	gender         byte       // 'm', 'f' or 0
	variants       [][]string // folded words, surname last where the list knows it
	sector         string     // where it is not the office's
	where          string     // file and line that names the person first
	terms          []term
}

// in is the term that holds on a day, or nil.
func (h *human) in(day dateline.Day) *term {
	for i := range h.terms {
		t := &h.terms[i]
		if day == "" && t.until == "" || day != "" && (t.from == "" || t.from <= day) && (t.until == "" || day <= t.until+"~") {
			return t
		}
	}
	return nil
}

// holder is the one person of the lists who holds an office of a state on a day,
// nil where they name none or several.
func (x *people) holder(code, title string, day dateline.Day) *human {
	var found *human
	for _, h := range x.byCode[code] {
		for _, t := range h.terms {
			if t.office != title || day == "" || t.from == "" || t.from > day || t.until != "" && t.until+"~" < day {
				continue
			}
			if found != nil && found != h {
				return nil
			}
			found = h
		}
	}
	return found
}

// people is the index of the shipped lists.
type people struct {
	all     []*human
	byWord  map[string][]*human // by every word of a name
	full    map[string][]*human // by all words in order
	byCode  map[string][]*human
	longest map[string]int
}

func newPeople() *people {
	return &people{byWord: map[string][]*human{}, full: map[string][]*human{}, byCode: map[string][]*human{}, longest: map[string]int{}}
}

// add enters a line: code, name, aliases, gender, office, from, until, Wikidata
// item. Lines with one code and name are terms of one person.
func (x *people) add(r row) {
	code, name := r.field(0), r.field(1)
	if code == "" || name == "" {
		return
	}
	h := x.lookup(code, name)
	if h == nil {
		h = &human{code: code, name: name, where: r.where}
		x.all = append(x.all, h)
		x.byCode[code] = append(x.byCode[code], h)
	}
	for _, n := range append([]string{name}, r.list(2)...) {
		x.enter(h, nameWords(n))
	}
	if g := r.field(3); g != "" {
		h.gender = g[0]
	}
	if s := r.field(8); s != "" {
		h.sector = s
	}
	if id := r.field(7); id != "" {
		h.id = id
	}
	if r.field(4) != "" || r.field(5) != "" {
		h.terms = append(h.terms, term{r.field(4), dateline.Day(r.field(5)), dateline.Day(r.field(6))})
	}
}

// forget drops the people who bear one of the names, all words of it.
func (x *people) forget(names []string) {
	for _, n := range names {
		for _, h := range x.full[strings.Join(nameWords(n), " ")] {
			x.drop(h)
		}
	}
}

func (x *people) drop(h *human) {
	same := func(o *human) bool { return o == h }
	for _, v := range h.variants {
		key := strings.Join(v, " ")
		x.full[key] = slices.DeleteFunc(slices.Clone(x.full[key]), same)
		for _, w := range v {
			x.byWord[soundKey(w)] = slices.DeleteFunc(slices.Clone(x.byWord[soundKey(w)]), same)
		}
	}
	x.all = slices.DeleteFunc(slices.Clone(x.all), same)
	x.byCode[h.code] = slices.DeleteFunc(slices.Clone(x.byCode[h.code]), same)
}

func (x *people) lookup(code, name string) *human {
	for _, h := range x.full[strings.Join(nameWords(name), " ")] {
		if h.code == code && h.name == name {
			return h
		}
	}
	return nil
}

func (x *people) enter(h *human, words []string) {
	if len(words) == 0 || slices.ContainsFunc(h.variants, func(v []string) bool { return slices.Equal(v, words) }) {
		return
	}
	h.variants = append(h.variants, words)
	key := strings.Join(words, " ")
	x.full[key] = append(x.full[key], h)
	x.longest[words[0]] = max(x.longest[words[0]], len(words))
	for _, w := range words {
		k := soundKey(w)
		if !slices.Contains(x.byWord[k], h) {
			x.byWord[k] = append(x.byWord[k], h)
		}
	}
}

// fullName is the length of the longest full name of at least two words that
// starts the words, 0 for none.
func (x *people) fullName(ws []word) int {
	long := min(x.longest[ws[0].fold], len(ws))
	if long < 2 {
		return 0
	}
	var buf [96]byte
	for n := long; n >= 2; n-- {
		key := buf[:0]
		for j := range n {
			if j > 0 {
				key = append(key, ' ')
			}
			key = append(key, ws[j].fold...)
		}
		if len(x.full[string(key)]) > 0 {
			return n
		}
	}
	return 0
}

// find is the person of the lists that a name means. A name of one word needs a
// code, or an office held on the day, besides; the score says how sure it is.
func (x *people) find(name []string, code string, office string, day dateline.Day) (*human, float64) {
	if len(name) == 0 {
		return nil, 0
	}
	var best *human
	top, second := 0.0, 0.0
	for _, h := range x.candidates(name) {
		s := h.fits(name, code, office, day)
		switch {
		case s > top:
			best, top, second = h, s, top
		case s > second:
			second = s
		}
	}
	if top < 0.6 || top == second {
		return nil, 0
	}
	return best, top
}

func (x *people) candidates(name []string) []*human {
	var out []*human
	for _, w := range name {
		if len(w) < 2 {
			continue
		}
		for _, h := range x.byWord[soundKey(w)] {
			if !slices.Contains(out, h) {
				out = append(out, h)
			}
		}
	}
	return out
}

// fits scores a name of the text against a person: 0 for another one.
func (h *human) fits(name []string, code, office string, day dateline.Day) float64 {
	if code != "" && code != h.code && !(code == "SUN" && h.code == "RUS") {
		return 0
	}
	match := 0.0
	for _, v := range h.variants {
		match = max(match, compatible(name, v))
	}
	if match == 0 {
		return 0
	}
	t := h.in(day)
	s := match
	if code != "" {
		s += 0.2
	}
	if t != nil {
		s += 0.15
		if office != "" && sameOffice(office, t.office) {
			s += 0.25
		}
	}
	if day != "" && t == nil && code == "" && match < 1 {
		return 0
	}
	return s
}

// compatible says how well the words of a name in the text agree with a full
// name: 1 for all words, 0.8 with initials, 0.45 for the surname alone.
func compatible(name, full []string) float64 {
	if len(name) == 0 || len(full) == 0 {
		return 0
	}
	last := full[len(full)-1]
	eastern := familyFirst(full[0])
	if len(name) == 1 {
		switch {
		case !sameSound(name[0], last, false) && !(len(full) > 1 && eastern && sameSound(name[0], full[0], true)):
			return 0
		case len(full) == 1:
			return 0.6
		}
		return 0.45
	}
	if len(full) == 1 {
		if sameSound(name[len(name)-1], last, false) {
			return 0.5
		}
		return 0
	}
	return aligned(name, full, eastern)
}

// aligned pairs every word of the shorter name with one of the longer.
func aligned(a, b []string, eastern bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	used := make([]bool, len(b))
	score, wholes := 1.0, 0
	for _, w := range a {
		j := slices.IndexFunc(b, func(v string) bool { return sameSound(w, v, eastern) })
		if j >= 0 && !used[j] {
			used[j] = true
			wholes++
			continue
		}
		if j = initialOf(w, b, used); j < 0 {
			if joined(a, b, eastern) {
				return 1
			}
			return 0
		}
		used[j] = true
		score = 0.8
	}
	if wholes == 0 || !used[len(b)-1] && !used[0] {
		return 0
	}
	return score
}

// initialOf is the word of b that w is an initial of, or that is one of w; "vv"
// stands for two names.
func initialOf(w string, b []string, used []bool) int {
	for j, v := range b {
		if used[j] || v == "" || w == "" {
			continue
		}
		if len(w) <= 2 && v[0] == w[0] || len(v) == 1 && v[0] == w[0] {
			return j
		}
	}
	return -1
}

// joined reports whether two names are one but for the spaces: Paek Nam Sun,
// Paek Namsun.
func joined(a, b []string, eastern bool) bool {
	x, y := strings.Join(a, ""), strings.Join(b, "")
	if x == y || soundKey(x) == soundKey(y) {
		return true
	}
	return eastern && len(a) > 1 && len(b) > 1 && sameSound(a[0], b[0], true) && sameSound(strings.Join(a[1:], ""), strings.Join(b[1:], ""), true)
}

// sameOffice reports whether two titles name one office, whatever the status.
func sameOffice(a, b string) bool {
	strip := func(s string) string {
		s = strings.TrimPrefix(strings.TrimPrefix(s, "Acting "), "Former ")
		switch s {
		case "Secretary of State", "Foreign Secretary", "Secretary of Foreign Affairs":
			return "Minister of Foreign Affairs"
		}
		return s
	}
	a, b = strip(a), strip(b)
	return a == b || b == "Leader" && has(leaderOffices, a) || a == "Leader" && has(leaderOffices, b)
}

var leaderOffices = []string{"President", "Prime Minister", "Leader", "King", "Queen", "Emir", "Sultan", "Chancellor", "Supreme Leader",
	"Head of State", "Chairman", "General Secretary", "Emperor", "Head of Government"}

// familyFirst reports whether a word is a surname of a culture that writes it
// first.
func familyFirst(w string) bool { return has(koreanSurnames, w) || has(chineseSurnames, w) }

var koreanSurnames = []string{"kim", "ri", "lee", "yi", "rhee", "pak", "park", "bak", "choe", "choi", "chong", "jong", "jung", "chung", "kang", "cho", "jo", "yun",
	"yoon", "jang", "chang", "im", "rim", "lim", "han", "o", "oh", "so", "seo", "sin", "shin", "kwon", "hwang", "an", "ahn", "song", "ryu", "yu", "yoo", "hong", "chon", "jon",
	"ko", "mun", "moon", "son", "yang", "paek", "baek", "paik", "ho", "hur", "nam", "sim", "no", "roh", "ro", "ha", "kwak", "kwack", "thae", "tae", "ban", "pan", "hyon", "hyun",
	"jeong", "gim", "bae", "cha", "chae", "min", "bang", "pang", "pyon", "byun", "woo", "chu", "ju", "joo", "kil", "om", "eom", "ku", "koo", "gu"}

var chineseSurnames = []string{"wang", "li", "zhang", "liu", "chen", "zhao", "huang", "zhou", "wu", "xu", "sun", "hu", "zhu", "gao", "lin", "he", "guo", "ma", "luo", "jiang",
	"deng", "mao", "xi", "wen", "tang", "qian", "zeng", "peng", "yang", "dai", "hua", "lien", "lee", "tsai", "chiang", "teng", "chou"}
