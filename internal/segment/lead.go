package segment

import "strings"

// leadVerb is a block's beginning that names who reports: "The Korea Times
// reported that …", "Segodnya's Ivan Ivanov wrote …".
type leadVerb struct {
	fields fields
}

// verbs are those by which a digest says what an outlet wrote.
var verbs = map[string]bool{"reported": true, "reports": true, "said": true, "says": true, "wrote": true, "writes": true,
	"published": true, "publishes": true, "carried": true, "carries": true, "quoted": true, "quotes": true, "noted": true, "notes": true,
	"commented": true, "comments": true, "editorialized": true, "announced": true, "ran": true, "runs": true, "cited": true, "cites": true,
	"stated": true, "printed": true, "broadcast": true, "observed": true, "observes": true, "argued": true, "argues": true,
	"claims": true, "claimed": true, "highlights": true, "features": true, "featured": true, "released": true, "added": true,
	"revealed": true, "reveals": true, "leads": true, "focuses": true, "opined": true, "disclosed": true, "predicted": true,
	"informed": true, "reporting": true, "asserted": true, "maintained": true, "posted": true, "issued": true}

// adverbs may stand between an outlet's name and the verb.
var adverbs = map[string]bool{"also": true, "has": true, "have": true, "had": true, "today": true, "yesterday": true, "further": true,
	"separately": true, "meanwhile": true, "again": true, "earlier": true, "later": true, "on": true, "this": true, "was": true}

// pieces are what an outlet publishes "by" somebody.
var pieces = []string{"article by ", "commentary by ", "report by ", "editorial by ", "interview by ", "analysis by ", "piece by ",
	"column by ", "story by ", "dispatch by ", "essay by ", "op-ed by ", "review by ", "feature by "}

// leadVerb reads the beginning of a block: words that may be a name, then a verb
// of reporting.
func (s *Segmenter) leadVerb(v *view) (leadVerb, bool) {
	end, verb, ok := leadWords(v.s)
	if !ok {
		return leadVerb{}, false
	}
	f, ok := s.source(v, 0, end)
	if !ok {
		return leadVerb{}, false
	}
	l := leadVerb{fields: f}
	s.pieceBy(v, verb, &l)
	return l, true
}

// leadWords finds the verb: end is where the name before it ends.
func leadWords(text string) (end, verb int, ok bool) {
	head := text[:min(len(text), 200)]
	at, n := 0, 0
	end = -1
	for at < len(head) && n < 14 {
		next := at + strings.IndexByte(head[at:]+" ", ' ')
		w := strings.Trim(head[at:next], ",")
		switch {
		case w == "":
		case verbs[w]:
			if end < 0 {
				end = at
			}
			return end, at, n > 0
		case adverbs[w] && n > 0:
			if end < 0 {
				end = at
			}
		case capital(w[0]) || connectors[w] || descriptors[w]:
			if end >= 0 && !weekdayWord(w) {
				return 0, 0, false
			}
		case end < 0 || !digit(w[0]):
			return 0, 0, false
		}
		at = min(next+1, len(head))
		n++
	}
	return 0, 0, false
}

// weekdayWord reports whether w may belong to a date between name and verb.
func weekdayWord(w string) bool {
	_, n := monthAt(w)
	return n > 0 || weekdayAt(w+" ") > 0 || w == "the"
}

// pieceBy reads the author in "published a commentary by NAME, OUTLET correspondent".
func (s *Segmenter) pieceBy(v *view, verb int, l *leadVerb) {
	head := v.s[verb:min(len(v.s), verb+160)]
	for _, p := range pieces {
		i := strings.Index(head, p)
		if i < 0 || i > 60 || l.fields.author.text != "" {
			continue
		}
		a := verb + i + len(p)
		b := a
		for b < len(v.s) {
			next := b + strings.IndexByte(v.s[b:]+" ", ' ')
			w := v.s[b:next]
			if w == "" || !capital(w[0]) {
				break
			}
			b = min(next+1, len(v.s))
			if strings.HasSuffix(w, ",") {
				break
			}
		}
		name := strings.TrimRight(v.s[a:b], " ,")
		if personLike(name) {
			l.fields.author = v.valueAt(a, a+len(name))
		}
	}
}
