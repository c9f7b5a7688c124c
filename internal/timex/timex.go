// Package timex finds expressions of time in news prose and says what day,
// week, month or span they mean, in the terms of TIMEX3 (TimeML 1.2.1).
//
// The tokens of a report are cut into words ([lexer]), numbers and set phrases
// are put together, and rules are tried at each word that can begin one: a rule
// is a pattern in a small language (pattern.go) and a function that reads what it
// matched. Base rules find calendar dates, compound rules build on them ("late in
// <date>"). The longest match wins. One pass from left to right gives each
// expression its value, from the day of publication, from the tense of its
// clause, and from the dates before it. The work at a word is bounded, so the
// time is linear in the length of the text.
package timex

import (
	"sync"

	"github.com/dateline/dateline"
)

// expression is a time expression over words [from, to).
type expression struct {
	span     dateline.Span // bytes of the text
	timex    dateline.Timex
	rule     string // name of the rule that found it
	from, to int
	per      period // what a date spans
}

// rules is the compiled grammar: built once, never changed.
var rules = sync.OnceValue(newGrammar)

// tellsHistory guesses whether a text tells of times long before its
// publication: it is full of years gone by and hardly says "today", "Monday" or
// "ago". The dates of such a text lean on one another, those of news on the day
// of publication.
func tellsHistory(words []word, now period) bool {
	years, near := 0, 0
	for i := range words {
		w := &words[i]
		switch {
		case w.class&fullYear != 0 && w.num >= 1000 && (now.unit == noUnit || w.num < now.year-1) && w.num < 2100:
			years++
		case w.class&era != 0 && i > 0 && words[i-1].class&integer != 0:
			years++
		case w.class&weekdayName != 0:
			near++
		}
		switch w.low {
		case "today", "yesterday", "tomorrow", "ago", "tonight":
			near++
		}
	}
	return years >= 6 && years > 4*near && years*250 > len(words)
}
