package segment

import (
	"regexp"
	"slices"
	"strings"
)

// runInBytes is how long a line must be to hold several items.
const runInBytes = 400

// sections are the headings that news summaries of Europe and Asia part their items
// by. Those that may begin a headline as well stand only after the date.
var (
	sections   = regexp.MustCompile(`^(?:TRANSCAUCASIA(?: AND|,) CENTRAL ASIA|TRANSCAUCASIA|CENTRAL ASIA|CENTRAL (?:AND|&) EASTERN EUROPE|CENTRAL, EASTERN, AND SOUTHEASTERN EUROPE|SOUTHEASTERN EUROPE|EASTERN EUROPE|BALTIC STATES|COMMONWEALTH OF INDEPENDENT STATES|END NOTE|RUSSIA|CIS|UKRAINE|BELARUS) `)
	dashedName = regexp.MustCompile(`[.!?]["')]* --? ?(?:[A-Z][\w.'-]* ?){2,4}$`)
	glued      = regexp.MustCompile(`\b(?:19|20)\d\d([A-Z]{3,})`)
)

// cutRunIns parts lines in which a page's line breaks were lost, so that each item,
// which starts with a headline in capitals, is a line of its own again: "… vote. Ann
// Smith, Daily Digest, Inc. DUMA PASSES LAW. The State Duma …". A single headline of
// the kind may be chance.
func cutRunIns(text string, lines []line) []line {
	var cuts []int
	for _, l := range lines {
		if l.end-l.start >= runInBytes {
			cuts = append(cuts, runIns(text[l.start:l.end], l.start)...)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	if len(cuts) < 3 {
		return lines
	}
	out := make([]line, 0, len(lines)+len(cuts))
	for _, l := range lines {
		for len(cuts) > 0 && cuts[0] < l.end {
			if cuts[0] > l.start {
				head := trimLine(text, l.start, cuts[0], cuts[0])
				head.cut, head.quoted = l.cut, l.quoted
				out = append(out, head)
				l.start, l.cut = cuts[0], true
			}
			cuts = cuts[1:]
		}
		out = append(out, l)
	}
	return out
}

// runIns finds where the items of a line start, as bytes of the document; s starts
// at byte from.
func runIns(s string, from int) []int {
	var cuts []int
	for _, m := range glued.FindAllStringSubmatchIndex(s, 2) {
		cuts = append(cuts, from+m[2])
		if n := sectionAt(s[m[2]:]); n > 0 {
			cuts = append(cuts, from+m[2]+n)
		}
	}
	for i := 1; i+2 < len(s); i++ {
		if s[i] != ' ' || !capital(s[i+1]) || s[i+2] >= 'a' && s[i+2] <= 'z' || capsLead(s[i+1:]) == 0 {
			continue
		}
		if strings.IndexByte(".!?\"')", s[i-1]) < 0 && !dashedName.MatchString(s[max(0, i-60):i]) {
			continue
		}
		cuts = append(cuts, from+i+1)
		if n := sectionAt(s[i+1:]); n > 8 && strings.IndexByte(s[i+1:i+1+n], ' ') < n-1 {
			cuts = append(cuts, from+i+1+n)
		}
		i += capsLead(s[i+1:])
	}
	return cuts
}

// sectionAt is the length of the section's heading that s starts with, before a
// headline, 0 for none.
func sectionAt(s string) int {
	n := len(sections.FindString(s))
	if n == 0 || capsLead(s[n:]) == 0 {
		return 0
	}
	return n
}

// link is a link back to the top of a page that stands in a line of text.
var link = regexp.MustCompile(`(?i)[(\[](?:return|back) to top[)\]]`)

// cutLinks parts lines at the links in them, which stand between two reports.
func cutLinks(text string, lines []line) []line {
	out := make([]line, 0, len(lines))
	for _, l := range lines {
		var cuts []int
		for _, m := range link.FindAllStringIndex(text[l.start:l.end], -1) {
			cuts = append(cuts, l.start+m[0], l.start+m[1])
		}
		for _, at := range cuts {
			head := trimLine(text, l.start, at, at)
			if head.blank() {
				continue
			}
			rest := trimLine(text, at, l.end, l.next)
			if rest.blank() {
				break
			}
			head.cut, head.quoted, rest.cut, rest.quoted = l.cut, l.quoted, true, l.quoted
			out, l = append(out, head), rest
		}
		out = append(out, l)
	}
	return out
}
