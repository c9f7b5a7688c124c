package coder

import (
	"slices"
	"strings"
)

// repairLemma gives a word that the lemmatiser does not know ("boycot" for
// "boycotted") the lemma that the lexicon knows, by the regular endings of English.
func (lex *lexicon) repairLemma(form, lemma, upos string) string {
	if lex.known[lemma] || upos != "VERB" && upos != "NOUN" && upos != "AUX" {
		return lemma
	}
	form = strings.ToLower(form)
	if w := irregular[form]; w != "" && upos != "NOUN" && lex.known[w] {
		return w
	}
	for _, e := range endings {
		stem, ok := strings.CutSuffix(form, e.suffix)
		if !ok || len(stem) < 2 || e.verb && upos == "NOUN" {
			continue
		}
		if w := stem + e.instead; lex.known[w] {
			return w
		}
		if n := len(stem); e.verb && n > 3 && stem[n-1] == stem[n-2] && lex.known[stem[:n-1]] {
			return stem[:n-1]
		}
	}
	return lemma
}

// irregular maps the past forms of strong verbs to their lemma.
var irregular = func() map[string]string {
	out := map[string]string{}
	for line := range strings.SplitSeq(strongVerbs, ";") {
		words := strings.Fields(line)
		for _, form := range words[1:] {
			out[form] = words[0]
		}
	}
	return out
}()

const strongVerbs = `arise arose arisen; awake awoke; bear bore borne; beat beaten; become became; begin began begun;
	bind bound; bite bit bitten; blow blew blown; break broke broken; breed bred; bring brought; build built; burn burnt;
	buy bought; catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug;
	do did done; draw drew drawn; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt;
	fight fought; find found; flee fled; fling flung; fly flew flown; forbid forbade forbidden; forget forgot forgotten;
	forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone; grind ground; grow grew grown;
	hang hung hanged; have had; hear heard; hide hid hidden; hold held; keep kept; know knew known; lay laid; lead led;
	leave left; lend lent; light lit; lose lost; make made; mean meant; meet met; mislead misled; overcome overcame;
	overrun overran; overthrow overthrew overthrown; override overrode overridden; pay paid; plead pled; repay repaid; rebuild rebuilt;
	resell resold; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought;
	sell sold; send sent; shake shook shaken; shoot shot; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat;
	slay slew slain; speak spoke spoken; spend spent; split split; spring sprang sprung; stand stood; steal stole stolen;
	stick stuck; strike struck stricken; strive strove striven; swear swore sworn; sweep swept; swim swam; swing swung;
	take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; undertake undertook undertaken;
	uphold upheld; wear wore worn; weep wept; win won; wind wound; withdraw withdrew withdrawn; withhold withheld;
	withstand withstood; wring wrung; write wrote written`

// ending is an inflection: what stands at the end of the form and of the lemma.
type ending struct {
	suffix, instead string
	verb            bool
}

var endings = []ending{
	{"ied", "y", true}, {"ed", "", true}, {"ed", "e", true}, {"ing", "", true}, {"ing", "e", true},
	{"ies", "y", false}, {"es", "", false}, {"s", "", false},
}

// learnWords collects every word that frames, sets and constraints name.
func (lex *lexicon) learnWords() {
	lex.known = map[string]bool{}
	for k := range lex.triggers {
		lex.known[k.lemma] = true
	}
	for _, words := range lex.sets {
		for _, w := range words {
			lex.known[w] = true
		}
	}
	for w := range lex.contexts {
		lex.known[w] = true
	}
	for _, f := range lex.frames {
		all := f.only
		if f.matter != nil {
			all = append(slices.Clone(all), *f.matter)
		}
		for _, c := range all {
			for w := range c.words {
				lex.known[w] = true
			}
		}
		for w := range f.support {
			lex.known[w] = true
		}
	}
}
