package timex

import "strings"

// tense is what a word or a clause says about when its event lies.
type tense uint8

const (
	noTense tense = iota
	past
	present
	future
	infinitive // "to": future after "plans", "is expected", …
	planning   // words that make an infinitive after them future
	meant      // of a clause: what was planned then, ahead of publication or behind it
	scheduled  // of a clause: told in the past, of an event such as a meeting that is fixed ahead
)

var tenseWords = map[tense]string{
	past: `was were had did said told went came took held made left began won lost met sent gave got saw found
		became brought built bought broke caught chose drew drove fell felt fought flew grew heard hit kept knew laid
		led meant paid put ran rose sank sat sold shot shook showed spent spoke stood struck swore swept taught thought
		threw wrote withdrew understood forgave arose awoke bore beat bent bound bid bled blew dealt dug ate fled forbade
		forgot froze hid held hung kneeled lent lay lit rode rang sang sought slid slept spun split spread sprang stole
		stuck stung swam swung tore wept wore wound underwent overthrew overtook undertook been wasn't weren't hadn't
		didn't`,
	present: `is are has have does do isn't aren't hasn't haven't doesn't don't says`,
	future: `will shall won't would wouldn't should could may might can must he'll she'll they'll it'll we'll i'll you'll
		there'll that'll gonna`,
	infinitive: `to`,
	planning: `expected scheduled plans plan planned planning due set going intends intend intended hopes hope hoped
		agreed wants want wanted vowed promised promises pledged slated likely ready prepared preparing supposed
		required ordered invited urged asked about decided refused threatened offered invites seeks expects expect aims aim
		able unlikely authorized obliged bound`,
}

// addTenses puts the verbs into the lexicon.
func addTenses(lex map[string]entry) {
	for t := past; t <= planning; t++ {
		for _, w := range strings.Fields(tenseWords[t]) {
			e := lex[w]
			if e.id == 0 {
				e.id = int32(len(lex) + 1)
			}
			e.tense = t
			lex[w] = e
		}
	}
}

// notPast are words in -ed that are no past tense.
var notPast = map[string]bool{
	"need": true, "speed": true, "seed": true, "feed": true, "indeed": true, "hundred": true, "red": true, "bed": true,
	"united": true, "breed": true, "exceed": true, "proceed": true, "succeed": true, "shed": true, "creed": true, "greed": true,
	"deed": true, "weed": true, "allied": true, "armed": true, "so-called": true, "sacred": true, "wed": true, "fed": true,
	"ahmed": true, "mohammed": true, "mohamed": true, "muhammed": true,
}

// tenseOfEnding guesses the tense of a word that is not in the lexicon.
func tenseOfEnding(low string) tense {
	n := len(low)
	if n > 3 && low[n-1] == 'd' && low[n-2] == 'e' && !notPast[low] {
		return past
	}
	return noTense
}

// tenseOfTag is what a Penn tag says, and whether it says anything.
func tenseOfTag(xpos, low string) (tense, bool) {
	switch xpos {
	case "VBD":
		return past, true
	case "MD":
		return future, true
	case "VBZ", "VBP":
		return present, true
	case "NN", "NNS", "NNP", "NNPS", "JJ", "IN", "RB", "DT":
		return noTense, low != "due" && low != "likely" && low != "set" && low != "about" && low != "ready" && low != "unlikely"
	}
	return noTense, false
}

// clauseTense is the tense of the clause that holds words [from, to): that of
// the nearest verb before it in its sentence, else of the nearest after it.
func clauseTense(words []word, from, to int) tense {
	sentence := words[from].sentence
	for i := from - 1; i >= 0 && i > from-40 && words[i].sentence == sentence; i-- {
		if words[i].low == ";" {
			break
		}
		if t := words[i].tense; t != noTense {
			if t := governed(words, i); t != noTense {
				return t
			}
		}
	}
	for i := to; i < len(words) && i < to+40 && words[i].sentence == sentence; i++ {
		if t := words[i].tense; t != noTense && t != infinitive && t != planning {
			return t
		}
	}
	return noTense
}

// isToBe are the words that make a future with an infinitive behind them.
var isToBe = map[string]bool{"is": true, "are": true, "am": true}

// governed is the tense of word i, looking at what stands before it: "to" after
// "plans", a participle after "will be".
func governed(words []word, i int) tense {
	sentence := words[i].sentence
	switch words[i].tense {
	case infinitive:
		for k := i - 1; k >= 0 && k >= i-3 && words[k].sentence == sentence; k-- {
			if words[k].tense == planning || words[k].tense == future || k == i-1 && isToBe[words[k].low] {
				return future
			}
		}
		return noTense
	case planning:
		if i+1 < len(words) && words[i+1].tense == infinitive || words[i].low == "due" || words[i].low == "scheduled" || words[i].low == "slated" {
			return future
		}
		if strings.HasSuffix(words[i].low, "ed") {
			return auxiliary(words, i, past)
		}
		return noTense
	case past:
		return auxiliary(words, i, past)
	}
	return words[i].tense
}

// auxiliary is the tense of a participle at i: future behind "will be" and "to
// be", else t.
func auxiliary(words []word, i int, t tense) tense {
	sentence := words[i].sentence
	for k := i - 1; k >= 0 && k >= i-4 && words[k].sentence == sentence; k-- {
		switch low := words[k].low; {
		case words[k].tense == future && i-k <= 3:
			return future
		case low == "be" || low == "being":
			continue
		case words[k].tense == infinitive && k+1 < len(words) && words[k+1].low == "be":
			return future
		case low == "and" || low == "," || low == "that":
			return t
		}
	}
	return t
}
