package timex

import "strings"

// class is a set of roles that a word can play in a rule. A rule names one by
// the name given in classNames.
type class uint64

const (
	monthName class = 1 << iota
	weekdayName
	unitName   // num is the unit
	pluralUnit // besides unitName: "weeks"
	seasonName
	dayPart // morning, …; num indexes dayParts
	decadeWord
	numeral // a spelled number below 100, before numbers are put together
	scale   // hundred, thousand
	ordinal
	dayOrdinal // ordinal from 1 to 31
	count      // a number that counts, spelled or with a comma
	decimal    // frac holds the tenths
	vagueCount // several, a few
	integer    // in digits
	dayNumber
	monthNumber
	hourNumber
	minuteNumber
	shortYear
	fullYear
	anyEraYear
	meridiem // num 0 for a.m., 12 for p.m.
	era      // num -1 for B.C.
	zone
	holiday // num indexes holidays
	approx  // num indexes approxMods
	phase   // early, mid, late; num indexes phases
	smallSpelled
	abbreviation // a point after it belongs to it
	pastWord     // last, past, previous: num is the step back
)

// classNames are the names by which rules speak of classes.
var classNames = map[string]class{
	"MONTH": monthName, "WEEKDAY": weekdayName, "UNIT": unitName, "UNITS": pluralUnit,
	"SEASON": seasonName, "PART": dayPart, "DECADE": decadeWord,
	"ORD": ordinal, "DAYORD": dayOrdinal, "DAY": dayNumber | dayOrdinal, "DAYNUM": dayNumber,
	"NUM": count | decimal | vagueCount | integer, "INT": integer | count,
	"MM": monthNumber, "HOUR": hourNumber, "HOURWORD": hourNumber | smallSpelled, "MINUTE": minuteNumber, "YY": shortYear,
	"YEAR": fullYear, "ERAYEAR": fullYear | anyEraYear | dayNumber | shortYear, "AMPM": meridiem, "ERA": era, "ZONE": zone,
	"HOLIDAY": holiday, "APPROX": approx, "PHASE": phase, "SMALL": smallSpelled,
}

// entry is what the lexicon knows of a word.
type entry struct {
	id    int32
	class class
	num   int
	tense tense
}

// phrase is a row of words that means one thing.
type phrase struct {
	words []string
	text  string
	class class
	num   int
	frac  uint8
}

// listed is a table row: words that share a class are numbered in order.
type listed struct {
	class class
	words string // separated by spaces; "/" separates spellings of one number
	from  int    // number of the first
}

var wordTables = []listed{
	{monthName, "january february march april may june july august september october november december", 1},
	{monthName | abbreviation, "jan feb mar apr - jun/jne jul aug sep/sept oct nov dec", 1},
	{weekdayName, "sunday/sundays monday/mondays tuesday/tuesdays wednesday/wednesdays thursday/thursdays friday/fridays saturday/saturdays", 0},
	{weekdayName | abbreviation, "sun mon tue/tues wed/weds thu/thur/thurs fri sat", 0},
	{unitName, "- minute/min hour/hr day - week - month season quarter/qtr half year/yr decade century millennium", int(second)},
	{unitName | pluralUnit, "seconds/secs minutes/mins hours/hrs days weekends weeks - months seasons quarters halves years/yrs decades centuries millennia/millenniums", int(second)},
	{unitName, "weekend/week-end", int(weekend)},
	{unitName, "fortnight", int(fortnight)},
	{unitName | pluralUnit, "fortnights", int(fortnight)},
	{seasonName, "spring/springtime summer/summertime autumn/fall winter/wintertime", 0},
	{dayPart, "morning/mornings afternoon/afternoons evening/evenings night/nights noon/midday midnight dawn/daybreak/sunrise dusk/sunset/nightfall daytime", 0},
	{dayPart, "mid-morning/midmorning mid-afternoon/midafternoon", 0},
	{decadeWord, "twenties thirties forties fifties sixties seventies eighties nineties", 192},
	{decadeWord, "1920-ies 1930-ies", 192},
	{numeral, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty", 1},
	{ordinal | dayOrdinal, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", 1},
	{ordinal | dayOrdinal, "thirtieth", 30},
	{meridiem, "am", 0}, {meridiem, "pm", 12},
	{era, "bc/bce", -1}, {era, "ad/ce", 1},
	{zone, "gmt/utc est edt cst cdt mst mdt pst pdt cet cest bst msk jst kst ist/sgt hkt eet eest", 0},
	{phase, "early mid/mid- late", 0},
	{scale, "hundred", 100}, {scale, "thousand", 1000},
	{vagueCount, "several few many", 0},
	{vagueCount, "dozens/hundreds/thousands", 0},
	{count, "couple/both", 2}, {count, "dozen", 12},
}

// tens are the numerals that wordTables' numbering does not reach.
var tens = map[string]int{"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

// dayParts are TIMEX3's names for the parts of a day, in the order of
// wordTables.
var dayParts = [...]string{"MO", "AF", "EV", "NI", "12:00", "24:00", "MO", "EV", "DT"}

// phases are the TIMEX3 modifiers of early, mid and late.
var phases = [...]string{"START", "MID", "END"}

// approxMods are the modifiers of the words in approxPhrases.
var approxPhrases = []struct{ mod, words string }{
	{"APPROX", "about|around|roughly|approximately|some|circa|ca|ca.|almost exactly|in the region of"},
	{"LESS_THAN", "nearly|almost|less than|fewer than|under|not quite|close to|just under|barely|only"},
	{"MORE_THAN", "more than|over|just over|well over|in excess of|upwards of|longer than|well more than"},
	{"EQUAL_OR_MORE", "at least|no less than|no fewer than|not less than"},
	{"EQUAL_OR_LESS", "at most|up to|no more than|not more than|as many as|as much as|as long as|a maximum of"},
	{"", "just|exactly|precisely|another"},
}

var countPhrases = []phrase{
	{text: "a few", class: vagueCount}, {text: "a couple of", class: count, num: 2}, {text: "a couple", class: count, num: 2},
	{text: "the couple of", class: count, num: 2}, {text: "couple of", class: count, num: 2}, {text: "a couple more", class: count, num: 2},
	{text: "half a dozen", class: count, num: 6}, {text: "a half dozen", class: count, num: 6}, {text: "half-a-dozen", class: count, num: 6},
	{text: "a dozen", class: count, num: 12}, {text: "two dozen", class: count, num: 24},
	{text: "a hundred", class: count, num: 100}, {text: "a thousand", class: count, num: 1000},
	{text: "a number of", class: vagueCount}, {text: "dozens of", class: vagueCount}, {text: "hundreds of", class: vagueCount},
	{text: "scores of", class: vagueCount}, {text: "a great many", class: vagueCount}, {text: "a good many", class: vagueCount},
	{text: "quite a few", class: vagueCount}, {text: "several more", class: vagueCount}, {text: "very few", class: vagueCount},
	{text: "a handful of", class: vagueCount}, {text: "thousands of", class: vagueCount}, {text: "only a few", class: vagueCount},
	{text: "one and a half", class: decimal, num: 1, frac: 5}, {text: "two and a half", class: decimal, num: 2, frac: 5},
	{text: "three and a half", class: decimal, num: 3, frac: 5}, {text: "four and a half", class: decimal, num: 4, frac: 5},
	{text: "one-and-a-half", class: decimal, num: 1, frac: 5}, {text: "two-and-a-half", class: decimal, num: 2, frac: 5},
	{text: "week-end", class: unitName, num: int(weekend)}, {text: "noughties", class: decadeWord, num: 200},
	{text: "half an", class: decimal, num: 0, frac: 5}, {text: "half a", class: decimal, num: 0, frac: 5},
	{text: "a half", class: decimal, num: 0, frac: 5},
}

// ambiguous are month and weekday words that are as often something else; they
// count as names when capitalised, or beside a number.
var ambiguous = map[string]bool{
	"may": true, "march": true, "mar": true, "sun": true, "mon": true, "wed": true, "sat": true, "dec": true, "jan": true, "jun": true,
}

// newLexicon reads the tables into one map from words to what they are.
func newLexicon() map[string]entry {
	lex := map[string]entry{}
	put := func(w string, c class, n int) {
		e, ok := lex[w]
		if !ok {
			e.id = int32(len(lex) + 1)
		}
		e.class |= c
		e.num = n
		lex[w] = e
	}
	for _, t := range wordTables {
		for i, group := range strings.Fields(t.words) {
			for _, w := range strings.Split(group, "/") {
				if w != "-" {
					put(w, t.class, t.from+i)
				}
			}
		}
	}
	for w, n := range tens {
		put(w, numeral, n)
	}
	addTenses(lex)
	return lex
}

// newPhrases are the phrases by their first word, the longest first.
func newPhrases(lex map[string]entry) map[int32][]phrase {
	var all []phrase
	all = append(all, countPhrases...)
	for i, a := range approxPhrases {
		for _, w := range strings.Split(a.words, "|") {
			all = append(all, phrase{text: w, class: approx, num: i})
		}
	}
	for i, h := range holidays {
		for _, name := range strings.Split(h.names, "|") {
			all = append(all, phrase{text: name, class: holiday, num: i})
		}
	}
	out := map[int32][]phrase{}
	for _, p := range all {
		p.words = splitWords(p.text)
		first := intern(lex, p.words[0])
		out[first] = insertLonger(out[first], p)
	}
	return out
}

// splitWords cuts a phrase as the lexer cuts text.
func splitWords(text string) []string {
	lx := lexer{g: &grammar{}, text: text}
	lx.run(0, len(text))
	var out []string
	for _, w := range lx.words {
		out = append(out, w.low)
	}
	return out
}

// insertLonger keeps a list of phrases in order of their length, longest first.
func insertLonger(list []phrase, p phrase) []phrase {
	i := 0
	for i < len(list) && len(list[i].words) >= len(p.words) {
		i++
	}
	list = append(list, phrase{})
	copy(list[i+1:], list[i:])
	list[i] = p
	return list
}

// intern gives a word an id if it has none.
func intern(lex map[string]entry, w string) int32 {
	e, ok := lex[w]
	if !ok {
		e.id = int32(len(lex) + 1)
		lex[w] = e
	}
	return e.id
}

// compose puts words together that mean one thing, in place: spelled numbers
// and phrases.
func (g *grammar) compose(words []word) []word {
	out := words[:0]
	for i := 0; i < len(words); {
		w := words[i]
		used := 1
		switch {
		case w.class&numeral != 0:
			w, used = composeNumber(words, i)
		case w.class&integer != 0 && isDecade(words, i):
			w.end, w.last, w.class, w.num = words[i+1].end, words[i+1].last, decadeWord, w.num/10
			if used = 2; w.num < 10 {
				w.num += 190
			}
		case w.id != 0:
			w, used = g.composePhrase(words, i)
		}
		if ambiguous[w.low] && !w.upper && !besideNumber(words, i) {
			w.class &^= monthName | weekdayName
		}
		out = append(out, w)
		i += used
	}
	return out
}

// isDecade reports whether "the 1970's" or "the 70's" stands at word i, written
// in two tokens.
func isDecade(words []word, i int) bool {
	w := &words[i]
	if i == 0 || i+1 >= len(words) || words[i+1].low != "'s" || !words[i+1].tight || w.num%10 != 0 {
		return false
	}
	switch words[i-1].low {
	case "the", "early", "late", "mid", "-", "in":
		return w.class&fullYear != 0 || w.class&shortYear != 0 && w.num >= 20
	}
	return false
}

func composeNumber(words []word, i int) (word, int) {
	n, used, isYear, isOrdinal := spelled(words, i)
	w := words[i]
	w.class, w.num = count, n
	switch {
	case isOrdinal:
		w.class = ordinalClass(n)
	case isYear:
		w.class = fullYear | count
	case n <= 31:
		w.class |= smallSpelled
	}
	w.end, w.last = words[i+used-1].end, words[i+used-1].last
	if more := andHalf(words, i+used); more > 0 && w.class&count != 0 && !isYear {
		w.class, w.frac = decimal, 5
		used += more
		w.end, w.last = words[i+used-1].end, words[i+used-1].last
	}
	if used > 1 {
		w.low, w.id = "", 0
	}
	return w, used
}

// halfRows are the words that add a half to the number before them.
var halfRows = [][]string{{"and", "half"}, {"and", "a", "half"}, {"-", "and", "-", "a", "-", "half"}}

// andHalf is how many words of "and a half", "and half" stand at word i.
func andHalf(words []word, i int) int {
	for _, row := range halfRows {
		if phraseAt(words, i, row) && !words[i].first {
			return len(row)
		}
	}
	return 0
}

func (g *grammar) composePhrase(words []word, i int) (word, int) {
	w := words[i]
	for _, p := range g.phrases[w.id] {
		if !phraseAt(words, i, p.words) {
			continue
		}
		if p.class == holiday && !w.upper && holidays[p.num].proper && !takesDate(words, i) {
			continue
		}
		last := words[i+len(p.words)-1]
		w.end, w.last = last.end, last.last
		w.class, w.num, w.frac = p.class, p.num, p.frac
		if len(p.words) > 1 {
			w.low, w.id = p.text, 0
		}
		return w, len(p.words)
	}
	return w, 1
}

// takesDate reports whether the word before i is one that dates follow.
func takesDate(words []word, i int) bool {
	if i == 0 || words[i].first {
		return false
	}
	switch words[i-1].low {
	case "on", "of", "last", "next", "this", "before", "after", "until", "since", "by":
		return true
	}
	return false
}

func phraseAt(words []word, i int, p []string) bool {
	if i+len(p) > len(words) {
		return false
	}
	for k, s := range p {
		if words[i+k].low != s || k > 0 && words[i+k].first {
			return false
		}
	}
	return true
}

func besideNumber(words []word, i int) bool {
	const numbers = integer | ordinal
	return i > 0 && words[i-1].class&numbers != 0 || i+1 < len(words) && words[i+1].class&numbers != 0 ||
		i > 1 && words[i-1].low == "of" && words[i-2].class&numbers != 0
}
