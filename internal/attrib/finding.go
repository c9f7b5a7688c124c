package attrib

import "github.com/dateline/dateline"

// finding is an attribution as the rules find it in one sentence, before it is
// joined to quotations and nested.
type finding struct {
	id      int // from 1, in the order in which they were found
	outer   int // id of the finding that this one is told within, whatever their spans; 0 for none
	heir    int // id of the finding whose voice this one goes on in, with no cue of its own; 0 for none
	t       *tree
	entry   *cue
	verb    int   // token that the cue turns on
	cue     rng   // words of the cue
	source  []rng // words of the source, none where nobody is named
	speaker int   // head of the source, -1 for none; of implied where that is set
	content []rng // words of the content within the sentence
	own     rng   // the reporting clause: what is no content, though it lies inside
	rule    string
	score   float64

	// spans is the content once it is joined to quotations that leave the
	// sentence; nil before that.
	spans  []dateline.Span
	direct bool
	awaits bool // the content is yet to come: a quotation after a colon or comma
	parent int
}

// spansOf turns runs of tokens into bytes.
func (t *tree) spansOf(list []rng) []dateline.Span {
	var out []dateline.Span
	for _, r := range list {
		if !r.empty() {
			out = append(out, t.span(r))
		}
	}
	return out
}

// minus is r without what o covers: up to two runs.
func (r rng) minus(o rng) []rng {
	if o.empty() || !r.touches(o) {
		return []rng{r}
	}
	var out []rng
	if r.a < o.a {
		out = append(out, rng{r.a, o.a - 1})
	}
	if o.b < r.b {
		out = append(out, rng{o.b + 1, r.b})
	}
	return out
}
