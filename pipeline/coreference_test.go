package pipeline

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

// TestCoreferenceOnNews scores what pronouns and descriptions refer back to on
// the news documents of UD English-GUM in the folder that DATELINE_SHARED names:
// every second document of the train part was read in development, the others and
// the dev part were not. A reference is right where the mention that it leads to,
// pronouns followed further, is one of the same entity.
func TestCoreferenceOnNews(t *testing.T) {
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		t.Skip("DATELINE_SHARED names no folder with the texts")
	}
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	scores := map[string]*referenceScore{}
	n := 0
	for _, part := range []string{"train", "dev"} {
		for _, d := range readGUM(t, filepath.Join(shared, "data/ud/gum-"+part+".conllu"), "GUM_news") {
			half := "held out"
			if n++; part == "train" && n%2 == 1 {
				half = "development"
			}
			r := Whole(dateline.DocumentID(d.id), d.text, d.day)
			p.Annotate(d.text, &r)
			for kind, s := range d.score(&r, func(format string, args ...any) {
				if half == "development" {
					t.Logf(format, args...)
				}
			}) {
				key := half + " " + kind
				if scores[key] == nil {
					scores[key] = &referenceScore{}
				}
				scores[key].asked += s.asked
				scores[key].called += s.called
				scores[key].right += s.right
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(scores)) {
		t.Logf("%s: %s", key, scores[key])
	}
}

type referenceScore struct{ asked, called, right int }

func (s *referenceScore) String() string {
	p, r := float64(s.right)/float64(max(1, s.called)), float64(s.right)/float64(max(1, s.asked))
	return fmt.Sprintf("precision %.3f (%d of %d), recall %.3f (of %d), F1 %.3f", p, s.right, s.called, r, s.asked, 2*p*r/max(p+r, 1e-9))
}

// gumMention is a mention of an entity: its tokens' bytes and those of its head.
type gumMention struct {
	entity, kind string
	span, head   dateline.Span
	form         string // of the head, in lower case
	definite     bool   // starts with "the"
	again        bool   // the entity was mentioned before
}

type gumDoc struct {
	id, text string
	day      dateline.Day
	mentions []gumMention
}

// score counts the references of each kind: third-person pronouns that stand for
// people, for organisations and places, for several; and descriptions.
func (d *gumDoc) score(r *dateline.Report, log func(string, ...any)) map[string]referenceScore {
	out := map[string]referenceScore{}
	seen := map[int]bool{}
	for _, g := range d.mentions {
		kind := g.sort()
		if kind == "" {
			continue
		}
		s := out[kind]
		if g.again {
			s.asked++
		}
		i := matching(r, g.head)
		if i >= 0 && !seen[i] && r.Mentions[i].Antecedent >= 0 && headSpan(r, i).Overlaps(g.head) {
			seen[i] = true
			s.called++
			to := last(r, i)
			if d.entityAt(headSpan(r, to)) == g.entity {
				s.right++
			} else {
				log("%s: %q of %q leads to %q, by %s", d.id, g.span.In(d.text), around(d.text, g.span), r.Mentions[to].Span.In(d.text), r.Mentions[i].Why.Rule)
			}
		} else if g.again && kind != "descriptions" {
			log("%s: %q of %q leads nowhere", d.id, g.span.In(d.text), around(d.text, g.span))
		}
		out[kind] = s
	}
	return out
}

func around(text string, s dateline.Span) string {
	return text[max(0, s.Start-60):min(len(text), s.End+40)]
}

// sort is the kind of reference that a mention is counted under, "" for none.
func (g *gumMention) sort() string {
	switch g.form {
	case "he", "him", "his", "himself", "she", "her", "hers", "herself":
		return "he, she"
	case "they", "them", "their", "theirs", "themselves":
		if g.kind == "person" || g.kind == "organization" || g.kind == "place" {
			return "they"
		}
	case "it", "its", "itself":
		if g.kind == "organization" || g.kind == "place" {
			return "it"
		}
	default:
		if (g.kind == "person" || g.kind == "organization") && g.definite {
			return "descriptions"
		}
	}
	return ""
}

// last follows the antecedents of a mention to the end, at most ten steps.
func last(r *dateline.Report, i int) int {
	for range 10 {
		next := r.Mentions[i].Antecedent
		if next < 0 || next >= len(r.Mentions) || next == i {
			break
		}
		i = next
		if !strings.HasPrefix(r.Mentions[i].Why.Rule, "pronoun") {
			break
		}
	}
	return i
}

func headSpan(r *dateline.Report, i int) dateline.Span {
	m := r.Mentions[i]
	return r.Sentences[m.Sentence].Tokens[m.Head].Span
}

// entityAt is the entity of the shortest mention whose head lies in a span, else
// of the shortest that holds it.
func (d *gumDoc) entityAt(s dateline.Span) string {
	best, n := "", 1<<30
	for _, g := range d.mentions {
		k := g.span.Len()
		if !g.head.Overlaps(s) {
			if k += 1 << 20; !g.span.Contains(s) {
				continue
			}
		}
		if k < n {
			best, n = g.entity, k
		}
	}
	return best
}

var gumEntity = regexp.MustCompile(`\(([^()]+)(\))?|([0-9]+)\)`)

// readGUM reads the documents of a CoNLL-U file whose names start with prefix.
func readGUM(t *testing.T, path, prefix string) []gumDoc {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var docs []gumDoc
	var d *gumDoc
	var text strings.Builder
	open := map[string][]int{} // mentions that are open, by entity
	var heads map[int][]int    // token numbers of the mention's head words within it
	var tokens []dateline.Span
	var starts map[int]int
	end := func() {
		if d != nil {
			d.text = text.String()
			seen := map[string]bool{}
			for i := range d.mentions {
				g := &d.mentions[i]
				g.again = seen[g.entity]
				seen[g.entity] = true
				g.form = strings.ToLower(g.head.In(d.text))
				g.definite = strings.HasPrefix(strings.ToLower(g.span.In(d.text)), "the ")
			}
			docs = append(docs, *d)
			d = nil
		}
	}
	glued := 0 // last number of a token written as one with others
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
			end()
			if strings.HasPrefix(id, prefix) {
				d = &gumDoc{id: id}
				text.Reset()
				open, heads, starts, tokens = map[string][]int{}, map[int][]int{}, map[int]int{}, nil
			}
			continue
		}
		if d == nil {
			continue
		}
		switch f := strings.Split(line, "\t"); {
		case strings.HasPrefix(line, "# meta::dateCreated = "):
			d.day = dateline.Day(strings.TrimPrefix(line, "# meta::dateCreated = "))
		case strings.HasPrefix(line, "# newpar") && !strings.HasPrefix(line, "# newpar_block") && text.Len() > 0:
			s := strings.TrimRight(text.String(), " ")
			text.Reset()
			text.WriteString(s + "\n\n")
		case len(f) == 10 && strings.Contains(f[0], "-"):
			_, to, _ := strings.Cut(f[0], "-")
			glued, _ = strconv.Atoi(to)
			if strings.Contains(f[9], "SpaceAfter=No") {
				glued = -glued
			}
		case len(f) == 10 && !strings.Contains(f[0], "."):
			id, _ := strconv.Atoi(f[0])
			at := text.Len()
			text.WriteString(f[1])
			tokens = append(tokens, dateline.Span{Start: at, End: text.Len()})
			n := len(tokens) - 1
			for _, m := range gumEntity.FindAllStringSubmatch(misc(f[9], "Entity="), -1) {
				if m[3] != "" {
					d.close(open, heads, starts, tokens, m[3])
					continue
				}
				p := strings.Split(m[1], "-")
				if len(p) < 6 {
					continue
				}
				k := len(d.mentions)
				d.mentions = append(d.mentions, gumMention{entity: p[0], kind: p[1]})
				open[p[0]] = append(open[p[0]], k)
				starts[k] = n
				for h := range strings.SplitSeq(p[5], ",") {
					x, _ := strconv.Atoi(h)
					heads[k] = append(heads[k], x)
				}
				if m[2] != "" {
					d.close(open, heads, starts, tokens, p[0])
				}
			}
			switch {
			case glued > id || -glued > id:
			case glued < 0 && -glued == id:
				glued = 0
			default:
				glued = 0
				if !strings.Contains(f[9], "SpaceAfter=No") {
					text.WriteByte(' ')
				}
			}
		}
	}
	end()
	return docs
}

// close ends the mention of an entity that was opened last.
func (d *gumDoc) close(open map[string][]int, heads map[int][]int, starts map[int]int, tokens []dateline.Span, entity string) {
	ks := open[entity]
	if len(ks) == 0 {
		return
	}
	k := ks[len(ks)-1]
	open[entity] = ks[:len(ks)-1]
	g := &d.mentions[k]
	first, last := starts[k], len(tokens)-1
	g.span = dateline.Span{Start: tokens[first].Start, End: tokens[last].End}
	h := first
	if len(heads[k]) > 0 && heads[k][0] > 0 {
		h = min(last, first+heads[k][0]-1)
	}
	g.head = tokens[h]
}

func misc(field, key string) string {
	for part := range strings.SplitSeq(field, "|") {
		if v, ok := strings.CutPrefix(part, key); ok {
			return v
		}
	}
	return ""
}
