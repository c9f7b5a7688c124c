package segment

import "strings"

// list reads the fields after a headline, set apart by commas.
func (s *Segmenter) list(v *view, a, b int, f *fields) bool {
	var places []string
	for i := a; i < b; {
		if strings.IndexByte(" ,;.(-", v.s[i]) >= 0 {
			i++
			continue
		}
		if d, n := dateAt(v.s[i:b]); n > 0 && f.date.zero() && ends(v.s, i+n, b) {
			f.date, f.dateSpan = d, v.span(i, i+n)
			i += n
			continue
		}
		j := i + strings.IndexAny(v.s[i:b]+",", ",;")
		part := strings.TrimSpace(v.s[i:j])
		switch {
		case pageLike(part):
			if f.page.text == "" {
				f.page = v.valueAt(i+pagePrefix(part), i+len(part))
			}
		case s.listOutlet(v, i, i+len(part), f):
		case placeLike(part):
			s.addPlace(v, i, i+len(part), &places, f)
		default:
			return false
		}
		i = j
	}
	return true
}

// ends reports whether a field of a citation ends at byte i.
func ends(s string, i, b int) bool {
	return i >= b || strings.IndexByte(",;)] .", s[i]) >= 0
}

func (s *Segmenter) listOutlet(v *view, a, b int, f *fields) bool {
	if f.known() {
		return false
	}
	name := v.s[a:b]
	o, ok := s.outlets.Lookup(name)
	if !ok {
		name = strings.TrimSuffix(strings.TrimSuffix(name, " Transcript"), " Text")
		o, ok = s.outlets.Lookup(name)
	}
	if ok {
		f.outlet, f.outletSpan = o, v.span(a, b)
	}
	return ok
}

// addPlace adds a place; a number after it is the page: "Tokyo 1".
func (s *Segmenter) addPlace(v *view, a, b int, places *[]string, f *fields) {
	if i := strings.LastIndexByte(v.s[a:b], ' '); i > 0 && pageLike(v.s[a+i+1:b]) {
		f.page = v.valueAt(a+i+1, b)
		b = a + i
	}
	name := strings.TrimSpace(v.s[a:b])
	if noPlaces[strings.ToLower(name)] {
		return
	}
	*places = append(*places, name)
	f.place = value{strings.Join(*places, ", "), f.place.span.Cover(v.span(a, b))}
}

// noPlaces are words that stand where a place may: that there is none, the
// language, the edition.
var noPlaces = map[string]bool{"none": true, "n/a": true, "undated": true, "n.d.": true, "no date": true, "english": true, "in english": true,
	"russian": true, "french": true, "internet": true, "online": true, "web": true, "internet version": true, "online edition": true, "editorial": true,
	"international edition": true, "english edition": true, "morning edition": true, "evening edition": true, "front page": true}

// pageLike reports whether a field is a page: 3, A13, p. 4, pp. 1-2, page 12.
func pageLike(s string) bool {
	s = s[pagePrefix(s):]
	if s != "" && s[0] >= 'A' && s[0] <= 'Z' {
		s = strings.TrimPrefix(s[1:], "-")
	}
	_, n := number(s)
	if n == 0 || n > 3 {
		return false
	}
	s = s[n:]
	if s != "" && (s[0] == '-' || s[0] == '/') {
		_, k := number(s[1:])
		s = s[1+k:]
	}
	return s == "" || len(s) == 1 && letter(s[0])
}

func pagePrefix(s string) int {
	return skip(strings.ToLower(s), "pages ", "page ", "pp. ", "pp.", "pp ", "pg. ", "pg.", "pg ", "p. ", "p.", "p ")
}

// placeLike reports whether a field could be a place.
func placeLike(s string) bool {
	if i := strings.LastIndexByte(s, ' '); i > 0 && pageLike(s[i+1:]) {
		s = s[:i]
	}
	return len(s) <= 60 && nameLike(s, 6) && !strings.ContainsAny(s, "\"()0123456789:!?")
}
