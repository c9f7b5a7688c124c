package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/conllu"
	"github.com/dateline/dateline/internal/syntax"
)

// Name classes as sets: bit i is class i of syntax.NameClassNames.
var (
	classBit = func() map[string]uint32 {
		m := map[string]uint32{}
		for i, c := range syntax.NameClassNames() {
			m[c] = 1 << i
		}
		return m
	}()
	outside = classBit["O"]
	groups  = classBit["B-NORP"] | classBit["I-NORP"]
	others  = classBit["B-MISC"] | classBit["I-MISC"]
)

// nameTypes maps the corpora's types to ours.
var nameTypes = map[string]dateline.NameType{
	"PER": dateline.PersonName, "person": dateline.PersonName, "politician": dateline.PersonName, "Person": dateline.PersonName,
	"ORG": dateline.OrgName, "organisation": dateline.OrgName, "politicalparty": dateline.OrgName, "Organisation": dateline.OrgName,
	"LOC": dateline.PlaceName, "location": dateline.PlaceName, "country": dateline.PlaceName, "Location": dateline.PlaceName,
	"MISC": dateline.OtherName, "event": dateline.OtherName, "election": dateline.OtherName, "misc": dateline.OtherName,
	"Nationality": dateline.GroupName,
}

// class is the set of the one class of a word of a name, first or later.
func class(t dateline.NameType, first bool) uint32 {
	if first {
		return classBit["B-"+string(t)]
	}
	return classBit["I-"+string(t)]
}

// people are words for members of nations and faiths that no ending betrays.
var people = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("French Dutch Arab Arabic Muslim Moslem Greek Czech Shia Hindu Tamil Kurd Jew Swiss Serb Croat Islamic Catholic Slovak Turk Thai Uzbek Tajik Kazakh Uighur Uyghur Basque Welsh Slovene Finn Swede Dane Pole Spaniard Scot Filipino Icelandic Islamist Buddhist Sikh Protestant Zionist Marxist Communist Maoist Baptist") {
		m[w] = true
	}
	return m
}()

// nationality reports whether a name of one word means people: Syrian, Yemenis.
func nationality(w string) bool {
	one := strings.TrimSuffix(w, "s")
	if people[one] {
		return true
	}
	if r := []rune(w); len(r) < 4 || !unicode.IsUpper(r[0]) || !unicode.IsLower(r[1]) {
		return false
	}
	for _, end := range []string{"ian", "can", "ean", "ese", "ish", "ni", "qi", "eli", "ite", "aiti", "audi", "ghan", "rman", "oman", "bian"} {
		if strings.HasSuffix(one, end) {
			return true
		}
	}
	return false
}

// uner reads Universal NER: the tags of each sentence's words by sent_id. Its
// types are persons, organisations and places; all else is unknown, since the
// corpus does not mark it.
func uner(path string) (map[string]syntax.Labelled, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := map[string]syntax.Labelled{}
	var s syntax.Labelled
	id := ""
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 64<<10), 1<<20)
	for sc.Scan() {
		line := strings.TrimRight(sc.Text(), "\r")
		cols := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "# sent_id = "):
			id = strings.TrimPrefix(line, "# sent_id = ")
		case len(cols) >= 3 && !strings.HasPrefix(line, "#"):
			s.Tokens = append(s.Tokens, dateline.Token{Form: cols[1]})
			s.NameClasses = append(s.NameClasses, unerClass(cols[1], cols[2]))
		case line == "" && len(s.Tokens) > 0:
			out[id] = s
			s = syntax.Labelled{}
		}
	}
	return out, sc.Err()
}

func unerClass(word, tag string) uint32 {
	prefix, kind, _ := strings.Cut(tag, "-")
	if t, ok := nameTypes[kind]; ok {
		return class(t, prefix == "B")
	}
	if kind == "OTH" && nationality(word) {
		return class(dateline.GroupName, true)
	}
	return outside | groups | others
}

// treebank reads a CoNLL-U file, with the names of the sentences that have some.
func treebank(path string, names map[string]syntax.Labelled) ([]syntax.Labelled, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []syntax.Labelled
	for r := conllu.NewReader(f); ; {
		s, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		id := ""
		for _, c := range s.Comments {
			if v, ok := strings.CutPrefix(c, "# sent_id = "); ok {
				id = v
			}
		}
		l := syntax.Labelled{Sentence: s.Sentence, Syntax: true, Weight: weight(id)}
		if n, ok := names[id]; ok {
			l.NameClasses = align(s.Tokens, n)
		}
		if strings.HasPrefix(id, "GUM_") {
			l.NameClasses, l.Mentions = mentionClasses(s), true
		}
		out = append(out, l)
	}
}

// weight favours prose as the press writes it.
func weight(id string) float64 {
	for _, genre := range []string{"GUM_news", "GUM_interview", "GUM_speech", "newsgroup", "weblog", "GUM_bio", "GUM_court"} {
		if strings.HasPrefix(id, genre) {
			return 1.3
		}
	}
	return 0.9
}

// align carries name tags over to words that are cut otherwise, by their place
// among the letters of the sentence.
func align(tokens []dateline.Token, from syntax.Labelled) []uint32 {
	at := map[int]uint32{} // class of the word that covers a letter; first letters only begin names
	n := 0
	for i, t := range from.Tokens {
		c := from.NameClasses[i]
		for k := range len(t.Form) {
			at[n+k] = c
			if k == 0 {
				c = continued(c)
			}
		}
		n += len(t.Form)
	}
	out := make([]uint32, len(tokens))
	for i, k := 0, 0; i < len(tokens); i++ {
		out[i] = at[k]
		k += len(tokens[i].Form)
	}
	return out
}

// continued turns B- into I-.
func continued(c uint32) uint32 {
	for i, name := range syntax.NameClassNames() {
		if name[0] == 'B' && c == 1<<i {
			return c << 1
		}
	}
	return c
}
