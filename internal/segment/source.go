package segment

import (
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/lexicon"
)

// value is a field's text with the bytes that state it.
type value struct {
	text string
	span dateline.Span
}

// fields is what one citation, dateline or header says of its report.
type fields struct {
	outlet, agency                dateline.Outlet
	outletSpan, agencySpan        dateline.Span
	author, headline, place, page value
	date                          date
	dateSpan                      dateline.Span
}

// known reports whether the outlet is one of the list.
func (f *fields) known() bool { return f.outlet.ID != "" }

// valueAt is the value that v.s[a:b] states.
func (v *view) valueAt(a, b int) value {
	for a < b && v.s[a] == ' ' {
		a++
	}
	for a < b && v.s[b-1] == ' ' {
		b--
	}
	return value{v.s[a:b], v.span(a, b)}
}

// connectors are the lower-case words that stand inside names.
var connectors = map[string]bool{"of": true, "the": true, "and": true, "for": true, "de": true, "del": true, "la": true,
	"le": true, "les": true, "du": true, "des": true, "da": true, "do": true, "dos": true, "di": true, "van": true, "von": true,
	"der": true, "den": true, "al": true, "el": true, "bin": true, "ibn": true, "y": true, "e": true, "i": true, "&": true,
	"on": true, "in": true, "sur": true, "upon": true, "am": true, "an": true, "ad": true, "as": true, "ul": true, "ur": true,
	"und": true, "et": true, "to": true, "'s": true}

// nameLike reports whether s could be a name: at most max words, each
// capitalised or a connector, the first and last one capitalised.
func nameLike(s string, max int) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > max {
		return false
	}
	for i, w := range words {
		bare := strings.Trim(w, "\"'(),.")
		if bare == "" || !capital(bare[0]) && !digit(bare[0]) && (i == 0 || i == len(words)-1 || !connectors[bare]) {
			if i == 0 && len(bare) > 3 && bare[2] == '-' && capital(bare[3]) { // al-Hayat
				continue
			}
			return false
		}
	}
	return true
}

// personLike reports whether s could be a person's name.
func personLike(s string) bool {
	if strings.ContainsAny(s, "0123456789\"()/:;") || !nameLike(s, 5) {
		return false
	}
	for _, w := range strings.Fields(s) {
		if titles[strings.ToLower(strings.Trim(w, ".,"))] {
			return false
		}
	}
	return len(strings.Fields(s)) >= 2
}

// titles are words of offices: who bears one is quoted and publishes nothing.
var titles = map[string]bool{"president": true, "minister": true, "spokesman": true, "spokeswoman": true, "spokesperson": true,
	"secretary": true, "ambassador": true, "general": true, "chairman": true, "deputy": true, "director": true, "senator": true,
	"representative": true, "official": true, "officials": true, "premier": true, "chancellor": true, "king": true, "prince": true,
	"colonel": true, "admiral": true, "governor": true, "mayor": true, "professor": true, "envoy": true, "foreign": true,
	"prime": true, "vice": true, "assistant": true, "under": true, "chief": true, "leader": true, "commander": true}

// source reads the words that name who published: "Segodnya's Aleksandr
// Chudodeyev", "John Smith of Reuters", "The Korea Times", "Yury Alekseyev,
// Interfax correspondent". ok is false where they name nobody.
func (s *Segmenter) source(v *view, a, b int) (f fields, ok bool) {
	for b > a && (v.s[b-1] == ' ' || v.s[b-1] == ',' || v.s[b-1] == ':') {
		b--
	}
	for a < b && v.s[a] == ' ' {
		a++
	}
	if a >= b || b-a > 160 {
		return f, false
	}
	phrase := v.s[a:b]
	if o, known := s.outlets.Lookup(phrase); known {
		f.outlet, f.outletSpan = o, v.span(a, b)
		return f, true
	}
	if s.possessive(v, a, b, &f) || s.apposition(v, a, b, &f) || s.within(v, a, b, &f) {
		return f, true
	}
	if !nameLike(phrase, 7) || strings.ContainsAny(phrase, "\"();:") || hasTitle(phrase) {
		return f, false
	}
	f.outlet, f.outletSpan = dateline.Outlet{Name: phrase}, v.span(a, b)
	return f, true
}

func hasTitle(phrase string) bool {
	for _, w := range strings.Fields(phrase) {
		if titles[strings.ToLower(strings.Trim(w, ".,"))] {
			return true
		}
	}
	return false
}

// possessive reads "OUTLET's AUTHOR".
func (s *Segmenter) possessive(v *view, a, b int, f *fields) bool {
	phrase := v.s[a:b]
	best := -1
	for i := 0; i+2 < len(phrase); i++ {
		if !strings.HasPrefix(phrase[i:], "'s ") || !personLike(afterLower(phrase[i+3:])) {
			continue
		}
		if o, known := s.outlets.Lookup(phrase[:i]); known {
			f.outlet, best = o, i
		} else if best < 0 && nameLike(phrase[:i], 5) && !hasTitle(phrase[:i]) {
			f.outlet, best = dateline.Outlet{Name: phrase[:i]}, i
		}
	}
	if best < 0 {
		return false
	}
	f.outletSpan = v.span(a, a+best)
	rest := phrase[best+3:]
	f.author = v.valueAt(b-len(afterLower(rest)), b)
	return true
}

// afterLower drops lower-case words of description from the front: "special
// correspondent Ivan Ivanov".
func afterLower(s string) string {
	for s != "" && !capital(s[0]) {
		i := strings.IndexByte(s, ' ')
		if i < 0 {
			return ""
		}
		s = s[i+1:]
	}
	return s
}

// apposition reads "AUTHOR, OUTLET correspondent" and "AUTHOR of OUTLET". An
// author who writes for one outlet may be cited from another: whom the
// affiliation names is the agency.
func (s *Segmenter) apposition(v *view, a, b int, f *fields) bool {
	phrase := v.s[a:b]
	for _, sep := range []string{", ", " of ", " for ", " from "} {
		name, rest, found := strings.Cut(phrase, sep)
		if !found || !personLike(name) {
			continue
		}
		at := a + len(name) + len(sep)
		hits := s.outlets.Find(rest)
		if len(hits) == 0 {
			continue
		}
		f.author = v.valueAt(a, a+len(name))
		span := v.span(at+hits[0].Span.Start, at+hits[0].Span.End)
		if sep == ", " && hits[0].Span.End < len(rest) {
			f.agency, f.agencySpan = hits[0].Outlet, span
		} else {
			f.outlet, f.outletSpan = hits[0].Outlet, span
		}
		return true
	}
	return false
}

// within reads a phrase that holds a known outlet among other words: "Reuters
// correspondent John Smith", "ROK daily Hankyoreh".
func (s *Segmenter) within(v *view, a, b int, f *fields) bool {
	phrase := v.s[a:b]
	hits := s.outlets.Find(phrase)
	if len(hits) == 0 {
		return false
	}
	h := hits[len(hits)-1]
	if !described(phrase[:h.Span.Start]) || !described(phrase[h.Span.End:]) {
		return false
	}
	f.outlet, f.outletSpan = h.Outlet, v.span(a+h.Span.Start, a+h.Span.End)
	rest := afterLower(strings.TrimLeft(phrase[h.Span.End:], " "))
	if personLike(rest) {
		f.author = v.valueAt(b-len(rest), b)
	}
	return true
}

// described reports whether words beside an outlet's name only describe it.
func described(s string) bool {
	for _, w := range strings.Fields(s) {
		w = strings.Trim(w, ",'")
		if w != "" && !capital(w[0]) && !descriptors[w] && !connectors[w] {
			return false
		}
	}
	return len(s) <= 80
}

var descriptors = map[string]bool{"daily": true, "newspaper": true, "paper": true, "news": true, "agency": true, "official": true,
	"state": true, "state-run": true, "state-owned": true, "weekly": true, "magazine": true, "radio": true, "television": true,
	"correspondent": true, "reporter": true, "broadcaster": true, "service": true, "independent": true, "opposition": true,
	"conservative": true, "liberal": true, "left-leaning": true, "business": true, "semi-official": true, "government": true,
	"government-run": true, "pro-government": true, "party": true, "influential": true, "leading": true, "popular": true,
	"special": true, "editor": true, "columnist": true, "website": true, "site": true, "wire": true, "dispatch": true, "tabloid": true,
	"privately-owned": true, "private": true, "centrist": true, "mass-circulation": true, "a": true, "an": true, "s": true,
	"evening": true, "morning": true, "monthly": true, "journal": true, "channel": true, "station": true, "TV": true}

// lookupAll resolves a group such as "AFP/Reuters" or "Yonhap News": the first
// outlet that it names.
func lookupAll(o *lexicon.Outlets, s string) (dateline.Outlet, bool) {
	s = strings.Trim(s, " ,.")
	if out, ok := o.Lookup(s); ok {
		return out, true
	}
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == ',' || r == ';' || r == '+' }) {
		if out, ok := o.Lookup(strings.TrimSpace(part)); ok {
			return out, true
		}
	}
	return dateline.Outlet{}, false
}
