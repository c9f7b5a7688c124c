package timex

// manyDigits is the longest number that is read; longer ones are no counts.
const manyDigits = 6

// number cuts a run of digits with what is written together with it: groups of
// thousands, a decimal fraction, "3rd", "1990s".
func (lx *lexer) number(at, end int) int {
	i, n, digits := at, 0, 0
	for i < end && isDigit(rune(lx.text[i])) {
		if digits < 9 {
			n = n*10 + int(lx.text[i]-'0')
		}
		i, digits = i+1, digits+1
	}
	if j, grouped := lx.thousands(i, end, digits); grouped {
		w := lx.add(at, j, lx.text[at:j])
		w.class, w.num = count, lx.value(at, j)
		return j
	}
	if j := lx.fraction(i, end); j > 0 {
		w := lx.add(at, j, lx.text[at:j])
		w.class, w.num, w.frac = decimal, n, lx.text[i+1]-'0'
		return j
	}
	if j, class, num := lx.suffix(i, end, n, digits); j > 0 {
		w := lx.add(at, j, lx.text[at:j])
		w.class, w.num = class, num
		return j
	}
	w := lx.add(at, i, lx.text[at:i])
	w.class, w.num = digitClass(n, digits), n
	return i
}

// thousands reads ",000" groups after a number of one to three digits.
func (lx *lexer) thousands(i, end, digits int) (int, bool) {
	if digits > 3 {
		return i, false
	}
	from := i
	for i+3 < end && lx.text[i] == ',' && allDigits(lx.text[i+1:i+4]) && (i+4 >= end || !isDigit(rune(lx.text[i+4]))) {
		i += 4
	}
	return i, i > from
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(rune(s[i])) {
			return false
		}
	}
	return true
}

// value is the number written in text[at:end], which may hold commas.
func (lx *lexer) value(at, end int) int {
	n := 0
	for ; at < end && n < 1e8; at++ {
		if c := lx.text[at]; isDigit(rune(c)) {
			n = n*10 + int(c-'0')
		}
	}
	return n
}

// fraction returns the end of ".5" with one or two digits after it, or 0. Times
// and dates with points ("2.30 p.m.", "31.10.1974") are left to the rules.
func (lx *lexer) fraction(i, end int) int {
	if i+1 >= end || lx.text[i] != '.' || !isDigit(rune(lx.text[i+1])) {
		return 0
	}
	if i+2 >= end || !isDigit(rune(lx.text[i+2])) && lx.text[i+2] != '.' {
		return i + 2
	}
	return 0
}

// suffix reads an ordinal's or a decade's ending.
func (lx *lexer) suffix(i, end, n, digits int) (int, class, int) {
	j := letterRun(lx.text, i, end)
	if apos := apostropheLen(lx.text[i:end]); j == i && apos > 0 {
		j = letterRun(lx.text, i+apos, end)
		if lx.text[i+apos:j] != "s" {
			return 0, 0, 0
		}
	}
	if j == i {
		return 0, 0, 0
	}
	switch lowerOf(lx.text[i:j]) {
	case "st", "nd", "rd", "th":
		return j, ordinalClass(n), n
	case "s", "'s":
		if n%10 != 0 || n > 2990 || n < 10 {
			break
		}
		if digits <= 3 && n%100 == 0 || digits >= 3 {
			return j, decadeWord, n / 10
		}
		if digits == 2 && n >= 20 {
			return j, decadeWord, 190 + n/10
		}
	}
	return 0, 0, 0
}

// ordinalClass tells what "17th" may be.
func ordinalClass(n int) class {
	c := ordinal
	if n >= 1 && n <= 31 {
		c |= dayOrdinal
	}
	return c
}

// digitClass tells what a number written in digits may be.
func digitClass(n, digits int) class {
	var c class
	if digits <= manyDigits {
		c |= integer
	}
	if digits <= 2 {
		if n >= 1 && n <= 31 {
			c |= dayNumber
		}
		if n >= 1 && n <= 12 {
			c |= monthNumber
		}
		if n <= 24 {
			c |= hourNumber
		}
		if digits == 2 {
			c |= shortYear
			if n < 60 {
				c |= minuteNumber
			}
		}
	}
	if digits == 4 && n >= 1000 && n <= 2999 {
		c |= fullYear
	}
	if digits == 3 || digits == 4 {
		c |= anyEraYear
	}
	return c
}

// spelled reads number words from words[i] on, "twenty-four", "two hundred",
// "nineteen ninety-seven", and returns the number and how many words it took.
// A number of two halves, as years are spoken, sets isYear.
func spelled(words []word, i int) (n, used int, isYear, isOrdinal bool) {
	words = inSentence(words, i)
	n, used, isOrdinal = below100(words, i)
	if used == 0 || isOrdinal {
		return n, used, false, isOrdinal
	}
	if m, more, ord := below100(words, i+used); more > 0 && n >= 10 && n <= 29 && m >= 10 && !ord {
		return n*100 + m, used + more, true, false
	}
	return scaled(words, i, n, used)
}

// inSentence cuts words off where the sentence of word i ends, looking no farther
// than a spelled number reaches.
func inSentence(words []word, i int) []word {
	end := i + 1
	for end < len(words) && end < i+12 && !words[end].first {
		end++
	}
	return words[:end]
}

// scaled adds "hundred" and "thousand" to a number below 100.
func scaled(words []word, i, n, used int) (int, int, bool, bool) {
	at := i + used
	if at >= len(words) || words[at].first || words[at].class&scale == 0 {
		return n, used, false, false
	}
	n *= words[at].num
	used++
	at++
	if at < len(words) && words[at].low == "and" {
		at++
	}
	if m, more, ord := below100(words, at); more > 0 && !ord {
		return n + m, at + more - i, n == 2000 || n == 1900, false
	}
	return n, used, n == 2000, false
}

// below100 reads "seven", "twenty", "twenty-four", "thirty-first".
func below100(words []word, i int) (n, used int, isOrdinal bool) {
	if i >= len(words) || words[i].class&numeral == 0 {
		return 0, 0, false
	}
	n, used = words[i].num, 1
	if n < 20 || n%10 != 0 {
		return n, used, words[i].class&ordinal != 0
	}
	at := i + 1
	if at < len(words) && words[at].low == "-" && words[at].tight {
		at++
	}
	if at < len(words) && !words[at].first && words[at].num < 10 && words[at].num > 0 {
		if words[at].class&numeral != 0 {
			return n + words[at].num, at + 1 - i, false
		}
		if words[at].class&ordinal != 0 && words[at].class&integer == 0 {
			return n + words[at].num, at + 1 - i, true
		}
	}
	return n, used, false
}
