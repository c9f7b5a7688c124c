package segment

import (
	"strings"

	"github.com/dateline/dateline"
)

// coverage is the bracket by which a press review ends a story: the pages that the
// outlet over the stories has it on, then the other outlets that have it: "(1, 5,
// Kommersant, 1, 9)", "(2. Also covered in Trud, 1)".
type coverage struct {
	at   int // the document's byte where it starts, 0 for none
	page value
}

// coverageOf reads the coverage at the end of a block.
func coverageOf(v *view) coverage {
	text := strings.TrimRight(v.s, " .")
	open := strings.LastIndexByte(text, '(')
	if open < 20 || len(text)-open > maxGroup || text[len(text)-1] != ')' || !endsSentence(text[:open]) {
		return coverage{}
	}
	inner := text[open+1 : len(text)-1]
	first := inner[:strings.IndexAny(inner+",", ",.;")]
	if !pageLike(strings.TrimSpace(first)) {
		return coverage{}
	}
	for _, part := range strings.FieldsFunc(inner, func(r rune) bool { return r == ',' || r == ';' }) {
		part = strings.TrimSpace(part)
		_, also, found := strings.Cut(strings.ToLower(part), "also covered in ")
		if found {
			part = part[len(part)-len(also):]
		}
		if part != "" && !pageLike(part) && !pageLike(strings.TrimSuffix(strings.ToLower(part), "s")) && !nameLike(part, 7) {
			return coverage{}
		}
	}
	return coverage{at: v.off[open], page: v.valueAt(open+1+pagePrefix(first), open+1+len(first))}
}

// covered ends the report at the coverage of unit i.
func (p *planner) covered(i int) {
	u := &p.units[i]
	p.ensure(i)
	p.cur.strong = p.cur.strong || p.cur.outlet.Name != ""
	p.cur.page = u.coverage.page
	p.add(dateline.Citation, i, u.coverage.at, u.end())
	p.close()
}
