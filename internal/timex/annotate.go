package timex

import "github.com/dateline/dateline"

// monthFirst are the countries whose outlets write the month before the day in
// numbers, and the outlets of unknown country; all others write the day first.
var monthFirst = map[string]bool{"": true, "USA": true, "CAN": true, "PHL": true, "FSM": true, "PLW": true, "MHL": true}

// Annotate finds the time expressions of a report in its sentences, in order of
// position. It reads r.Sentences with their tags and trees, where there are any,
// r.Published and r.Outlet.Country.
func Annotate(text string, r *dateline.Report) []dateline.Mention {
	g := rules()
	rd := &reader{text: text, words: g.compose(g.lexSentences(text, r.Sentences)), sentences: r.Sentences, dayFirst: !monthFirst[r.Outlet.Country]}
	rd.match = newMatcher(g, rd)
	if t, ok := r.Published.Time(); ok {
		rd.now = dayPeriod(t)
	}
	rd.narrative = tellsHistory(rd.words, rd.now)
	rd.read()
	var out []dateline.Mention
	for i := range rd.out {
		out = append(out, mentionOf(&rd.out[i], rd.words, r.Sentences))
	}
	return out
}

// mentionOf places an expression among the tokens of its sentence.
func mentionOf(e *expression, words []word, ss []dateline.Sentence) dateline.Mention {
	s := int(words[e.from].sentence)
	m := dateline.Mention{
		Kind: dateline.TimeMention, Span: e.span, Sentence: s, Time: &e.timex, Antecedent: -1,
		First: int(words[e.from].token), Last: int(words[e.to-1].last) + 1,
		Why: dateline.Why{Rule: "timex:" + e.rule, Spans: []dateline.Span{e.span}, Score: 1},
	}
	m.Head = headOf(&ss[s], m.First, m.Last)
	return m
}

// headOf is the token of [first, last) whose head lies outside, the last one of
// a sentence without syntax.
func headOf(s *dateline.Sentence, first, last int) int {
	for i := first; i < last; i++ {
		if h := s.Tokens[i].Head; s.Tokens[i].Deprel != "" && (h < first || h >= last) {
			return i
		}
	}
	return last - 1
}

// lexSentences cuts the tokens of sentences into words. A word's sentence and
// token are those it came from.
func (g *grammar) lexSentences(text string, ss []dateline.Sentence) []word {
	n := 0
	for i := range ss {
		n += len(ss[i].Tokens)
	}
	lx := lexer{g: g, text: text, words: make([]word, 0, n+n/8)}
	for i := range ss {
		lx.brk = true
		end := 0
		for k := range ss[i].Tokens {
			t := &ss[i].Tokens[k]
			if t.Span.Start < end || t.Span.End > len(text) || t.Span.Empty() {
				continue
			}
			lx.token(t, i, k, t.Span.Start == end && end > 0)
			end = t.Span.End
		}
	}
	return lx.words
}

// token cuts token k of a sentence into words and gives them what its tag says
// of tense. glued tells that no space stands before it.
func (lx *lexer) token(t *dateline.Token, sentence, k int, glued bool) {
	from := len(lx.words)
	lx.run(t.Span.Start, t.Span.End)
	for i := from; i < len(lx.words); i++ {
		w := &lx.words[i]
		w.sentence, w.token, w.last = int32(sentence), int32(k), int32(k)
		if tense, told := tenseOfTag(t.XPOS, w.low); told {
			w.tense = tense
		}
	}
	if glued && from < len(lx.words) {
		lx.words[from].tight = true
	}
}
