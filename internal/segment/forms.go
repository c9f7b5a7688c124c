package segment

import (
	"strings"

	"github.com/dateline/dateline"
)

// habits are the ways in which a document marks its items. A mark that stands
// once may be chance; one that comes again is how the digest is written.
type habits struct {
	caps   bool // items start with a headline in capitals: "DUMA PASSES LAW. The …"
	tails  bool // items end with the outlet's name: "… /Hurriyet/"
	names  bool // items stand under the name of their outlet
	labels bool // items start with the outlet's name: "Kommersant: …"
	verbs  bool // items start "OUTLET reported that"
	items  bool // items have numbers and titles
	dashes bool // items start with a headline and a place: "SEOUL -- …"
	titled bool // items have titles, in what calls itself a digest
	listed bool // items are headlines with their outlets in brackets
	signed bool // items end with their author's name
}

// observe counts the marks of a document.
func observe(units []unit, top masthead) habits {
	var caps, tails, names, labels, verbs, prose, items, dashes, titled, signed, listed, sure int
	outlets := map[string]bool{}
	for i := range units {
		u := &units[i]
		listed += one(u.listedSure)
		next := i+1 < len(units) && units[i+1].kind == proseUnit
		switch u.kind {
		case proseUnit:
			prose++
			sure += one(u.opening != nil && !u.weak || len(u.cites) > 0)
			caps += one(u.caps.text != "")
			signed += one(u.signature.at > 0)
			tails += one(u.tag != nil)
			labels += one(u.label != nil)
			if u.lead != nil && u.lead.fields.known() {
				verbs++
				outlets[u.lead.fields.outlet.ID] = true
			}
		case headingUnit:
			titled += one(next)
			dashes += one(next && units[i+1].weak)
		case outletUnit:
			names += one(i+1 < len(units))
		case itemUnit:
			items += one(i+1 < len(units) && units[i+1].kind != itemUnit)
		}
	}
	return habits{
		caps:   caps >= 2 || caps > 0 && top.digest,
		listed: listed >= 3 && listed*2 >= prose,
		signed: signed >= 2 || signed > 0 && top.digest,
		tails:  tails >= 2 && tails*5 >= prose,
		names:  names >= 2,
		labels: labels >= 2 && labels*4 >= prose,
		verbs:  verbs >= 3 && len(outlets) >= 2 && verbs*2 >= prose,
		items:  items >= 2 || items > 0 && top.digest,
		dashes: dashes >= 2,
		titled: titled >= 3 && titled*3 >= prose && sure == 0 && dashes == 0 && caps < 2 && (top.digest || names >= 2),
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// capsLead reads a headline in capitals that runs into its text: "DUMA PASSES
// LAW. The State Duma on 19 September …". It returns the view's byte after it.
func capsLead(s string) int {
	limit := min(len(s), 200)
	letters := 0
	for i := 0; i < limit; i++ {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z':
			return 0
		case c >= 'A' && c <= 'Z':
			letters++
		case (c == '.' || c == '!' || c == '?') && letters >= 12 && i+2 < len(s) && (s[i+1] == ' ' || s[i+1] == '"' || s[i+1] == '\''):
			n := i + 1
			n += skip(s[n:], "\"", "'")
			n += skip(s[n:], " ")
			if mixedCase(s[n:min(len(s), n+60)]) && strings.Count(s[:i], " ") >= 2 {
				return n
			}
		}
	}
	return 0
}

// mixedCase reports whether s is the start of ordinary text.
func mixedCase(s string) bool {
	lower, upper := 0, 0
	for i := range len(s) {
		lower += one(s[i] >= 'a' && s[i] <= 'z')
		upper += one(s[i] >= 'A' && s[i] <= 'Z')
	}
	return lower > 2*upper
}

// tag reads an outlet's name that ends a block in brackets, between slashes or
// after a dash: "/Hurriyet/", "(KCNA)", "[Xinhua]", "-- Reuters". It returns the
// view's byte where it starts.
func (s *Segmenter) tag(v *view) (fields, int, bool) {
	text := strings.TrimRight(v.s, " .")
	if len(text) < 8 {
		return fields{}, 0, false
	}
	open, inner := -1, 0
	switch text[len(text)-1] {
	case ')':
		open = strings.LastIndexByte(text, '(')
	case ']':
		open = strings.LastIndexByte(text, '[')
	case '/':
		open = strings.LastIndexByte(text[:len(text)-1], '/')
	default:
		if open = strings.LastIndex(text, "-- "); open >= 0 {
			inner = 2
		}
	}
	if open <= 0 || len(text)-open > 90 || len(text)-open < 4 || !endsSentence(text[:open]) && inner == 0 {
		return fields{}, 0, false
	}
	end := len(text) - 1
	if inner > 0 {
		end = len(text)
	} else {
		inner = 1
	}
	f := fields{}
	a := open + inner + skip(strings.ToLower(v.s[open+inner:end]), "source: ", "source - ", "from ", " ")
	if !s.list(v, a, end, &f) || !f.known() {
		return fields{}, 0, false
	}
	return f, open, true
}

// label reads an outlet's name set off by a colon at the start of a block.
func (s *Segmenter) label(v *view) (fields, int, bool) {
	if v.s == "" || !capital(v.s[0]) {
		return fields{}, 0, false
	}
	for _, sep := range []string{": ", " -- ", " - "} {
		i := strings.Index(v.s[:min(len(v.s), 70)], sep)
		if i < 2 {
			continue
		}
		if f, ok := s.labelName(v, i); ok {
			return f, i + len(sep), true
		}
	}
	return fields{}, 0, false
}

// labelName reads the words before a label's mark at byte i: an outlet, its page
// in brackets or its author.
func (s *Segmenter) labelName(v *view, i int) (fields, bool) {
	f := fields{}
	name := strings.Trim(v.s[:i], "*_ ")
	open := strings.IndexByte(name, '(')
	if open > 0 && strings.HasSuffix(name, ")") {
		at := strings.IndexByte(v.s, '(')
		if !s.list(v, at+1, at+len(name)-open-1, &f) {
			return fields{}, false
		}
		name = strings.TrimSpace(name[:open])
	}
	name, author, by := strings.Cut(name, " by ")
	o, ok := s.outlets.Lookup(name)
	if !ok {
		return fields{}, false
	}
	at := strings.Index(v.s, name)
	f.outlet, f.outletSpan = o, v.span(at, at+len(name))
	if by && personLike(author) {
		f.author = v.valueAt(i-len(author), i)
	}
	return f, true
}

// translated are how the reports of monitoring services begin.
var translated = []string{"text of ", "excerpt from ", "excerpts from ", "[text of ", "[excerpt", "[article by ", "[report by ", "[by ", "[unattributed",
	"[commentary by ", "[interview with ", "[announcer-read", "[statement ", "text of report", "[from "}

// monitored reads a line such as "Text of report by Russian news agency Interfax".
func (s *Segmenter) monitored(u *unit, v *view) bool {
	if len(v.s) > 300 {
		return false
	}
	low := strings.ToLower(v.s[:min(len(v.s), 24)])
	for _, p := range translated {
		if !strings.HasPrefix(low, p) {
			continue
		}
		if strings.Contains(p, "text") || strings.Contains(p, "excerpt") {
			if !strings.Contains(v.s, " by ") && !strings.Contains(v.s, "report") && !strings.Contains(v.s, "article") {
				return false
			}
		}
		u.kind, u.signed = bylineUnit, true
		for _, h := range s.outlets.Find(v.s) {
			u.fields.outlet, u.fields.outletSpan = h.Outlet, v.span(h.Span.Start, h.Span.End)
		}
		if a, b := strings.IndexByte(v.s, '"'), strings.LastIndexByte(v.s, '"'); a > 0 && b > a+8 {
			u.fields.headline = v.valueAt(a+1, b)
		}
		return u.fields.outlet.Name != "" || u.fields.headline.text != ""
	}
	return false
}

// broadcast reads the line by which a monitoring service says where a text is
// from: "LD0305121593 Moscow ITAR-TASS in English 1200 GMT 3 May 93", "Moscow
// IZVESTIYA in Russian 5 May 93 p 3".
func (s *Segmenter) broadcast(u *unit, v *view) bool {
	i := strings.Index(v.s, " in ")
	if len(v.s) > 140 || i < 4 || i+4 >= len(v.s) || !capital(v.s[i+4]) {
		return false
	}
	hits := s.outlets.Find(v.s[:i])
	d, at, n := dateWithin(v.s[i:])
	if len(hits) == 0 || n == 0 || d.year == 0 || !language(v.s[i+4:]) {
		return false
	}
	h := hits[len(hits)-1]
	u.kind, u.signed = bylineUnit, true
	u.fields.outlet, u.fields.outletSpan = h.Outlet, v.span(h.Span.Start, h.Span.End)
	u.fields.date, u.fields.dateSpan = d, v.span(i+at, i+at+n)
	place := 0
	if sp := strings.IndexByte(v.s, ' '); sp > 0 && strings.ContainsAny(v.s[:sp], "0123456789") {
		place = sp + 1
	}
	if place < h.Span.Start && placeLike(v.s[place:h.Span.Start]) {
		u.fields.place = v.valueAt(place, h.Span.Start)
	}
	if k := strings.LastIndex(v.s, " p"); k > i && pageLike(v.s[k+1:]) {
		u.fields.page = v.valueAt(k+1+pagePrefix(v.s[k+1:]), len(v.s))
	}
	return true
}

// languageEnds are how the English names of languages end; the names that end
// otherwise stand whole.
var languageEnds = []string{"ish", "ese", "ian", "ean", "bic", "rew", "French", "German", "Greek", "Dutch", "Czech", "Slovak", "Slovene",
	"Urdu", "Hindi", "Bengali", "Tamil", "Sinhala", "Pashto", "Dari", "Farsi", "Tajik", "Uzbek", "Kazakh", "Azeri", "Thai", "Malay", "Lao", "Khmer", "Amharic", "Swahili", "Somali", "Hausa"}

// language reports whether s begins with the name of a language.
func language(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	for _, end := range languageEnds {
		if strings.HasSuffix(strings.TrimRight(word, ",.;:)"), end) {
			return true
		}
	}
	return false
}

// sourceLine reads what follows "Source:": "Interfax news agency, Moscow, in
// Russian 1023 gmt 12 May 05".
func (s *Segmenter) sourceLine(v *view, a int) (fields, bool) {
	b := len(v.s)
	f, ok := fields{}, false
	if i := strings.Index(v.s, " Volume:"); i > a { // "Publication: NAME Volume: 5 Issue: 35"
		b = i
	}
	first := a + strings.IndexAny(v.s[a:b]+",", ",;")
	name := strings.TrimSpace(v.s[a:first])
	if o, known := s.outlets.Lookup(name); known {
		f.outlet, f.outletSpan, ok = o, v.span(a, first), true
	} else if hits := s.outlets.Find(name); len(hits) > 0 {
		h := hits[len(hits)-1]
		f.outlet, f.outletSpan, ok = h.Outlet, v.span(a+h.Span.Start, a+h.Span.End), true
	} else if nameLike(name, 7) && !hasTitle(name) && !strings.ContainsAny(name, "\"():") {
		f.outlet, f.outletSpan, ok = dateline.Outlet{Name: name}, v.span(a, first), true
	}
	if !ok || first >= b {
		return f, ok
	}
	rest := strings.TrimLeft(v.s[first+1:], " ")
	at := b - len(rest)
	if place, _, _ := strings.Cut(rest, ","); placeLike(place) {
		if _, n := dateAt(place); n == 0 && !strings.HasPrefix(place, "in ") {
			f.place = v.valueAt(at, at+len(place))
		}
	}
	if d, i, n := dateWithin(v.s[first:]); n > 0 {
		f.date, f.dateSpan = d, v.span(first+i, first+i+n)
	}
	if i := strings.LastIndex(v.s[first:], " p"); i >= 0 {
		if p := strings.TrimSpace(v.s[first+i:]); pageLike(p) {
			f.page = v.valueAt(b-len(p)+pagePrefix(p), b)
		}
	}
	return f, true
}
