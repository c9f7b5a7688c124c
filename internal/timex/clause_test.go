package timex

import (
	"strconv"
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

// parsed makes a report of one sentence from rows "form tag head relation lemma",
// separated by "|"; heads count from 1, and the lemma is the form where it is
// missing.
func parsed(rows string) (string, *dateline.Report) {
	var text strings.Builder
	s := dateline.Sentence{}
	for row := range strings.SplitSeq(rows, "|") {
		f := strings.Fields(row)
		head, err := strconv.Atoi(f[2])
		if err != nil {
			panic(err)
		}
		if text.Len() > 0 {
			text.WriteByte(' ')
		}
		from := text.Len()
		text.WriteString(f[0])
		t := dateline.Token{Form: f[0], Lemma: strings.ToLower(f[0]), XPOS: f[1], UPOS: "X", Head: head - 1, Deprel: f[3], Span: dateline.Span{Start: from, End: text.Len()}}
		if strings.HasPrefix(f[1], "NNP") {
			t.UPOS = "PROPN"
		} else if strings.HasPrefix(f[1], "NN") {
			t.UPOS = "NOUN"
		}
		if len(f) > 4 {
			t.Lemma = f[4]
		}
		s.Tokens = append(s.Tokens, t)
	}
	s.Span.End = text.Len()
	return text.String(), &dateline.Report{Published: published, Sentences: []dateline.Sentence{s}}
}

// TestGoverningVerb reads weekdays and months with the tree of their sentence, on
// a Wednesday: the verb that governs the date decides, not the one next to it.
func TestGoverningVerb(t *testing.T) {
	for rows, want := range map[string]string{
		"He PRP 2 nsubj|said VBD 0 root say|talks NNS 5 nsubj|will MD 5 aux|open VB 2 ccomp|on IN 7 case|Friday NNP 5 obl":                             "2012-05-18",
		"Talks NNS 2 nsubj|begin VBP 0 root|on IN 4 case|Friday NNP 2 obl":                                                                             "2012-05-18",
		"They PRP 2 nsubj|set VBD 0 root|a DT 4 det|vote NN 2 obj|for IN 6 case|Friday NNP 4 nmod":                                                     "2012-05-18",
		"The DT 2 det|talks NNS 4 nsubj:pass|were VBD 4 aux:pass be|adjourned VBN 0 root adjourn|until IN 6 case|Friday NNP 4 obl":                     "2012-05-18",
		"The DT 2 det|deadline NN 4 nsubj|is VBZ 4 cop be|Friday NNP 0 root":                                                                           "2012-05-18",
		"He PRP 2 nsubj|came VBD 0 root come|to TO 4 mark|attend VB 2 advcl|a DT 6 det|fair NN 4 obj|on IN 8 case|Friday NNP 4 obl":                    "2012-05-11",
		"He PRP 2 nsubj|agreed VBD 0 root agree|to TO 4 mark|attend VB 2 xcomp|on IN 6 case|Friday NNP 4 obl":                                          "2012-05-18",
		"They PRP 3 nsubj|may MD 3 aux|left VBN 0 root leave|have VB 3 aux|on IN 6 case|Friday NNP 3 obl":                                              "2012-05-11",
		"He PRP 2 nsubj|announced VBD 0 root announce|a DT 4 det|strike NN 2 obj|starting VBG 4 acl start|Friday NNP 5 obl:tmod":                       "2012-05-18",
		"He PRP 2 nsubj|left VBD 0 root leave|a DT 4 det|visit NN 2 obj|starting VBG 4 acl start|Friday NNP 5 obl:tmod":                                "2012-05-11",
		"Friday NNP 3 nmod:poss|'s POS 1 case|attack NN 4 nsubj|shows VBZ 0 root show|it PRP 4 obj":                                                    "2012-05-11",
		"A DT 2 det|bill NN 5 nsubj|passed VBN 2 acl pass|Friday NNP 3 obl:tmod|would MD 0 root":                                                       "2012-05-11",
		"He PRP 2 nsubj|backs VBZ 0 root back|the DT 5 det|planned VBN 5 amod plan|talks NNS 2 obj talk|on IN 7 case|Friday NNP 5 nmod":                "2012-05-18",
		"The DT 2 det|army NN 3 nsubj|rose VBD 0 root rise|in IN 5 case|June NNP 3 obl":                                                                "2011-06",
		"They PRP 3 nsubj|will MD 3 aux|vote VB 0 root|in IN 5 case|April NNP 3 obl":                                                                   "2013-04",
		"A DT 2 det|pact NN 0 root|to TO 5 mark|be VB 5 aux:pass|signed VBN 2 acl sign|on IN 7 case|Friday NNP 5 obl":                                  "2012-05-18",
		"It PRP 4 nsubj:pass|was VBD 4 aux:pass be|to TO 4 mark|signed VBN 0 root sign|be VB 4 aux:pass|on IN 7 case|Friday NNP 4 obl":                 "2012-05-18",
		"He PRP 2 nsubj|said VBD 0 root say|which WDT 4 nsubj|starts VBZ 2 ccomp start|on IN 6 case|Friday NNP 4 obl|will MD 8 aux|end VB 2 parataxis": "2012-05-18",
		"A DT 2 det|vote NN 7 nsubj:pass|planned VBN 2 acl plan|for IN 5 case|Tuesday NNP 3 obl|was VBD 7 aux:pass be|cancelled VBN 0 root cancel":     "2012-05-15",
		"A DT 2 det|vote NN 7 nsubj:pass|planned VBN 2 acl plan|for IN 5 case|Thursday NNP 3 obl|was VBD 7 aux:pass be|cancelled VBN 0 root cancel":    "2012-05-17",
		"They PRP 3 nsubj|were VBD 3 aux:pass be|expected VBN 0 root expect|to TO 5 mark|meet VB 3 xcomp|Thursday NNP 5 obl:tmod":                      "2012-05-17",
		"A DT 2 det|meeting NN 6 nsubj:pass|on IN 4 case|Thursday NNP 2 nmod|was VBD 6 aux:pass be|announced VBN 0 root announce":                      "2012-05-17",
		"A DT 2 det|meeting NN 5 nsubj|on IN 4 case|Sunday NNP 2 nmod|failed VBD 0 root fail":                                                          "2012-05-13",
		"They PRP 2 nsubj|called VBD 0 root call|a DT 4 det|strike NN 2 obj|from IN 6 case|Thursday NNP 4 nmod":                                        "2012-05-17",
		"If IN 3 mark|he PRP 3 nsubj|goes VBZ 5 advcl go|on IN 5 case|Friday NNP 3 obl":                                                                "2012-05-18",
		"They PRP 3 nsubj|had VBD 3 aux have|given VBN 0 root give|him PRP 3 iobj|until IN 6 case|Thursday NNP 3 obl":                                  "2012-05-17",
		"Talks NNS 4 nsubj|are VBP 4 aux be|to TO 4 mark|open VB 0 root|in IN 6 case|March NNP 4 obl":                                                  "2013-03",
		"Talks NNS 5 nsubj|planned VBD 1 acl plan|for IN 4 case|Thursday NNP 2 obl|failed VBD 0 root fail":                                             "2012-05-17",
	} {
		text, r := parsed(rows)
		got := Annotate(text, r)
		if len(got) != 1 || got[0].Time.Value != want {
			t.Errorf("%s: %+v, want %s", text, got, want)
		}
	}
}
