package place

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// locativeCase are the prepositions with which the name of a state or a capital

// actorNouns are the heads before which a capital's name is that of a government:

// ordinary are words that are the names of towns as well, and mean something else

// parts are the words for a part or edge of the place that stands before them: "the

// allowed reports whether a candidate may be a place by the names of the sentence,

// and whether these say that it is one.
func (a *annotator) allowed(s *dateline.Sentence, names []int, c *candidate) (ok, tagged bool) {
	n := nameAt(s, names, c)
	if c.first > 0 && ships[strings.ToLower(s.Tokens[c.first-1].Form)] {
		return false, false
	}
	if c.last-c.first == 1 && ordinary[c.name] && (n == nil || n.Type != dateline.PlaceName || directions[c.name]) {
		return false, false
	}
	if c.last-c.first == 1 && a.surnames[c.name] && (n == nil || n.Type != dateline.PlaceName) && len(c.hints) == 0 {
		return false, false
	}
	if n == nil {
		return !partOfName(s, c), false
	}
	switch n.Type {
	case dateline.OrgName:
		if n.First <= c.first && n.Last == c.last+1 && n.Last <= len(s.Tokens) && siteNouns[s.Tokens[c.last].Form] {
			return true, true // "Brussels airport"
		}
		fallthrough
	case dateline.PersonName:
		whole := n.First >= c.first && n.Last <= c.last
		return whole && locative(s, headOf(s, c.first, c.last)), false
	case dateline.GroupName:
		return false, false
	case dateline.PlaceName:
		return !a.foreign(s, n, c), true
	}
	head := headOf(s, c.first, c.last)
	return n.First >= c.first && n.Last <= c.last || n.Last == c.last && s.Tokens[c.first].UPOS == "PROPN" && locative(s, head), false
}

// surnames are the last words, folded, of the people whom a report names in full.
func surnames(r *dateline.Report) map[string]bool {
	out := map[string]bool{}
	for i := range r.Sentences {
		s := &r.Sentences[i]
		for _, n := range s.Names {
			if n.Type == dateline.PersonName && n.Last-n.First > 1 && n.Last <= len(s.Tokens) {
				out[fold(s.Tokens[n.Last-1].Form)] = true
			}
		}
	}
	return out
}

// namesOf maps each token to one plus the index of the name it is part of.
func namesOf(s *dateline.Sentence) []int {
	if len(s.Names) == 0 {
		return nil
	}
	at := make([]int, len(s.Tokens))
	for i, n := range s.Names {
		for k := max(0, n.First); k < min(n.Last, len(at)); k++ {
			at[k] = i + 1
		}
	}
	return at
}

// nameAt is the name that covers the head of a candidate, nil for none.
func nameAt(s *dateline.Sentence, names []int, c *candidate) *dateline.Name {
	if names == nil {
		return nil
	}
	for _, i := range []int{headOf(s, c.first, c.last), c.first, c.last - 1} {
		if names[i] > 0 {
			return &s.Names[names[i]-1]
		}
	}
	return nil
}

// foreign reports whether a place's name holds words beside the candidate that

// make it another place: "Springfield Gardens".
func (a *annotator) foreign(s *dateline.Sentence, n *dateline.Name, c *candidate) bool {
	for i := n.First; i < n.Last; i++ {
		if (i < c.first || i >= c.last) && a.g.people(s.Tokens[i].Form) == "" && !aroundWords[strings.ToLower(s.Tokens[i].Form)] {
			if capital(s.Tokens[i].Form) && s.Tokens[i].Form != s.Tokens[c.first].Form && !commaBetween(s, i, c) {
				return true
			}
		}
	}
	return false
}

// commaBetween reports whether punctuation parts token i from a candidate: then

// they are two places.
func commaBetween(s *dateline.Sentence, i int, c *candidate) bool {
	from, to := i, c.first
	if i >= c.last {
		from, to = c.last, i
	}
	for k := from; k < to; k++ {
		if f := s.Tokens[k].Form; f == "," || f == "(" || f == "and" || f == "/" || f == "'s" || f == "’s" {
			return true
		}
	}
	return false
}

// partOfName reports whether a candidate without a name of its own is a piece of

// a longer row of capitalised words.
func partOfName(s *dateline.Sentence, c *candidate) bool {
	side := func(i int) bool {
		if i < 0 || i >= len(s.Tokens) || aroundWords[strings.ToLower(s.Tokens[i].Form)] {
			return false
		}
		t := &s.Tokens[i]
		return t.UPOS == "PROPN" && capital(t.Form) && (t.Head >= c.first && t.Head < c.last || headsCandidate(s, c, i)) &&
			(t.Deprel == "flat" || t.Deprel == "compound" || headsCandidate(s, c, i))
	}
	return side(c.first-1) || side(c.last)
}

func headsCandidate(s *dateline.Sentence, c *candidate, i int) bool {
	h := headOf(s, c.first, c.last)
	t := &s.Tokens[h]
	return t.Head == i && (t.Deprel == "flat" || t.Deprel == "compound")
}

// isPlace reports whether a decided candidate is used as a place: a state only

// where something happens in it, a city or province unless it acts, owns or is

// dealt with.
func (a *annotator) isPlace(c *candidate) bool {
	s := &a.r.Sentences[c.sentence]
	e := &a.g.entries[c.choice.entry]
	head := headOf(s, c.first, c.last)
	switch {
	case c.dateline || c.area || c.spelledOut() || locative(s, head) || scene(s, head):
		return true
	case e.state:
		return a.besideName(s, c)
	case !c.tagged && !e.listed && len(c.hints) == 0:
		return false
	}
	return modifies(s, head) || !party(s, head) || homeOf(s, head)
}

// homeOf reports whether the word at i says where a person is from: "Jane Roe of

// Akron".
func homeOf(s *dateline.Sentence, i int) bool {
	form, _ := caseOf(s, i)
	h := s.Tokens[i].Head
	if form != "of" || h < 0 {
		return false
	}
	for _, n := range s.Names {
		if n.First <= h && h < n.Last {
			return n.Type == dateline.PersonName
		}
	}
	return false
}

// besideName reports whether a state's name only says where the place lies whose

// name stands before it: "Pailin, Cambodia".
func (a *annotator) besideName(s *dateline.Sentence, c *candidate) bool {
	if c.first < 2 || s.Tokens[c.first-1].Form != "," || c.last < len(s.Tokens) && s.Tokens[c.last].Form == "and" {
		return false
	}
	for _, n := range s.Names {
		if n.Last == c.first-1 && n.Type == dateline.PlaceName {
			return a.g.country[fold(spell(s, n.First, n.Last))] == ""
		}
	}
	return false
}

// scene reports whether the word at i is where something happens without a

// preposition: what is entered, visited or shelled ("entered Brazil"), the owner of

// a part of it ("Rome's suburbs"), or what such a part is named by ("the US border").
func scene(s *dateline.Sentence, i int) bool {
	t := &s.Tokens[i]
	h := t.Head
	if h < 0 {
		return false
	}
	form, lemma := strings.ToLower(s.Tokens[h].Form), strings.ToLower(s.Tokens[h].Lemma)
	switch t.Deprel {
	case "obj", "nsubj:pass":
		return visited[lemma] || visited[strings.TrimSuffix(form, "ed")] || visited[strings.TrimSuffix(form, "d")]
	case "nmod:poss", "compound":
		return h > i && (parts[form] || t.Deprel == "nmod:poss" && (siteNouns[form] || placeNamed(s, h)))
	case "conj":
		return h < i && scene(s, h)
	}
	return false
}

// spelledOut reports whether a candidate was decided by an area that is part of its

// name: "Paris, Texas".
func (c *candidate) spelledOut() bool {
	return len(c.hints) > 0 && c.hints[0].binding && c.choice.hinted
}

// placeNamed reports whether the sentence's own names say that token i is part of a

// place's.
func placeNamed(s *dateline.Sentence, i int) bool {
	for _, n := range s.Names {
		if n.First <= i && i < n.Last {
			return n.Type == dateline.PlaceName
		}
	}
	return false
}

// locative reports whether the word at i is governed by a preposition of place,

// itself or by the word it is joined to ("in Iraq and Syria"), or by "of" after a

// word for a place ("the north of Iraq").
func locative(s *dateline.Sentence, i int) bool {
	for range 5 {
		if form, ok := caseOf(s, i); ok {
			h := s.Tokens[i].Head
			if form == "of" && h >= 0 && titled[s.Tokens[h].Form] {
				i = h
				continue
			}
			return locativeCase[form] && !toParty(s, i, form) || h >= 0 && (form == "of" && ofPlace(s, i) ||
				form == "for" && departures[strings.ToLower(s.Tokens[h].Lemma)] || form == "with" && borders[s.Tokens[h].Form])
		}
		rel := s.Tokens[i].Deprel
		if h := s.Tokens[i].Head; h >= 0 && (rel == "conj" || rel == "appos" || rel == "flat" || rel == "list") {
			i = h
			continue
		}
		return false
	}
	return false
}

// ofPlace reports whether the word at i depends on a word for a place: "the city

// of Basra", not "the State of Israel".
func ofPlace(s *dateline.Sentence, i int) bool {
	h := s.Tokens[i].Head
	return h >= 0 && placeNouns[s.Tokens[h].Form]
}

// toParty reports whether "to" leads to whom something is said, given or done

// rather than to where something goes, or "in" to whom one trusts.
func toParty(s *dateline.Sentence, i int, form string) bool {
	if form == "in" {
		h := s.Tokens[i].Head
		return h >= 0 && trusting[strings.ToLower(s.Tokens[h].Lemma)]
	}
	if form != "to" && form != "toward" && form != "towards" {
		return false
	}
	h := s.Tokens[i].Head
	return h < 0 || !motion[strings.ToLower(s.Tokens[h].Lemma)] && !motion[strings.ToLower(s.Tokens[h].Form)]
}

// caseOf is the preposition that governs the word at i.
func caseOf(s *dateline.Sentence, i int) (string, bool) {
	for k := range s.Tokens {
		if s.Tokens[k].Head == i && s.Tokens[k].Deprel == "case" && k < i {
			if k+1 < i && s.Tokens[k+1].Form == "with" {
				return "with", true // "along with"
			}
			return strings.ToLower(s.Tokens[k].Form), true
		}
	}
	return "", false
}

// modifies reports whether the word at i stands before a noun that is no word for

// a government or its people: "the Geneva talks", not "the Moscow leadership".
func modifies(s *dateline.Sentence, i int) bool {
	t := &s.Tokens[i]
	if t.Deprel != "compound" && t.Deprel != "nmod" || t.Head <= i {
		return false
	}
	return !actorNouns[strings.ToLower(s.Tokens[t.Head].Form)] && s.Tokens[t.Head].UPOS != "PROPN"
}

// party reports whether the word at i acts, owns, or is dealt with: a subject, an

// object, a possessor, or joined to one.
func party(s *dateline.Sentence, i int) bool {
	for range 5 {
		t := &s.Tokens[i]
		switch t.Deprel {
		case "nsubj", "nsubj:pass", "obj", "iobj", "nmod:poss", "compound":
			return true
		case "obl", "nmod", "obl:agent":
			return true // with a preposition that is not one of place
		case "conj", "appos":
			if t.Head < 0 {
				return false
			}
			i = t.Head
			continue
		}
		return false
	}
	return false
}

// capital reports whether a word begins with a capital letter.
func capital(form string) bool {
	if form == "" {
		return false
	}
	if form[0] < utf8.RuneSelf {
		return form[0] >= 'A' && form[0] <= 'Z'
	}
	first, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(first)
}
