package pipeline

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// TestActorsOnNews scores the actors of windows of real news against judgements
// made by hand; the texts are in the folder that DATELINE_SHARED names. A mention
// counts as found where its code is the one judged right.
func TestActorsOnNews(t *testing.T) {
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		t.Skip("DATELINE_SHARED names no folder with the texts")
	}
	docs := readJudgements(t, "../internal/entity/testdata/judgements.tsv")
	texts := newsTexts(t, shared)
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	halves := map[string]*actorScore{}
	for _, d := range docs {
		text := texts[d.id]
		if d.window.End > len(text) || crc32.ChecksumIEEE([]byte(d.window.In(text))) != d.sum {
			t.Fatalf("%s: not the text that was judged", d.id)
		}
		r := Whole(dateline.DocumentID(d.id), text, d.day)
		r.Outlet.Country = d.country
		p.Annotate(text, &r)
		s := halves[d.half]
		if s == nil {
			s = &actorScore{}
			halves[d.half] = s
		}
		s.add(t, d, text, &r)
	}
	for _, half := range slices.Sorted(maps.Keys(halves)) {
		t.Logf("%s: %s", half, halves[half])
	}
}

type judgedMention struct {
	span   dateline.Span
	codes  []string // of each alternative: codes joined by commas, "-" for none
	sector string   // "-" where not judged
	asked  bool
}

type judgedDoc struct {
	half, id, country string
	day               dateline.Day
	window            dateline.Span
	sum               uint32
	mentions          []judgedMention
}

func readJudgements(t *testing.T, path string) []judgedDoc {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var docs []judgedDoc
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		switch {
		case line[0] == '#':
		case f[0] == "doc":
			sum, _ := strconv.ParseUint(f[7], 16, 32)
			docs = append(docs, judgedDoc{half: f[1], id: f[2], day: dateline.Day(f[3]), country: f[4], window: spanOf(f[5], f[6]), sum: uint32(sum)})
		default:
			d := &docs[len(docs)-1]
			d.mentions = append(d.mentions, judgedMention{spanOf(f[1], f[2]), strings.Split(f[3], "/"), f[4], f[5] == "asked"})
		}
	}
	return docs
}

func spanOf(a, b string) dateline.Span {
	x, _ := strconv.Atoi(a)
	y, _ := strconv.Atoi(b)
	return dateline.Span{Start: x, End: y}
}

type actorScore struct {
	asked, found, called, right, sectors, sectorsRight int
}

func (s *actorScore) String() string {
	p, r := float64(s.right)/float64(max(1, s.called)), float64(s.found)/float64(max(1, s.asked))
	return fmt.Sprintf("precision %.3f (%d of %d), recall %.3f (%d of %d), F1 %.3f; sector %.3f of %d",
		p, s.right, s.called, r, s.found, s.asked, 2*p*r/max(p+r, 1e-9), float64(s.sectorsRight)/float64(max(1, s.sectors)), s.sectors)
}

// add scores one window.
func (s *actorScore) add(t *testing.T, d judgedDoc, text string, r *dateline.Report) {
	got := map[int]judgedMention{} // by index of the program's mention
	for _, g := range d.mentions {
		i := matching(r, g.span)
		ok := i >= 0 && g.agrees(codesOf(r.Mentions[i].Actors))
		if g.asked {
			s.asked++
			if ok {
				s.found++
			}
		}
		if i >= 0 {
			got[i] = g
		}
		if ok && g.sector != "-" {
			s.sectors++
			if r.Mentions[i].Actors[0].Sector == g.sector {
				s.sectorsRight++
			} else {
				t.Logf("%s %s: %s: sector %q, judged %q", d.half, d.id, g.span.In(text), r.Mentions[i].Actors[0].Sector, g.sector)
			}
		}
		if !ok && (g.asked || i >= 0 && codesOf(r.Mentions[i].Actors) != "-") {
			what := "nothing"
			if i >= 0 {
				what = codesOf(r.Mentions[i].Actors) + " by " + r.Mentions[i].Why.Rule
			}
			t.Logf("%s %s: %q judged %v, coded %s", d.half, d.id, g.span.In(text), g.codes, what)
		}
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		codes := codesOf(m.Actors)
		if m.Kind != dateline.ActorMention || !d.window.Contains(m.Span) || codes == "-" {
			continue
		}
		g, judged := got[i]
		if !judged && d.partOf(m.Span, codes) {
			continue
		}
		s.called++
		if judged && g.agrees(codes) {
			s.right++
		} else if !judged {
			t.Logf("%s %s: %q coded %s by %s, not judged to be an actor", d.half, d.id, m.Span.In(text), codes, m.Why.Rule)
		}
	}
}

// partOf reports whether a span is part of a judged mention, or holds one, of
// the same codes.
func (d *judgedDoc) partOf(s dateline.Span, codes string) bool {
	return slices.ContainsFunc(d.mentions, func(g judgedMention) bool {
		return g.agrees(codes) && (g.span.Overlaps(s) || s.Start-g.span.End <= 25 && s.Start >= g.span.End || g.span.Start-s.End <= 25 && g.span.Start >= s.End)
	})
}

func (g *judgedMention) agrees(codes string) bool { return slices.Contains(g.codes, codes) }

// codesOf are the sorted codes of actors, joined by commas; "-" for none.
func codesOf(actors []dateline.Actor) string {
	var out []string
	for _, a := range actors {
		if a.Code != "" && !slices.Contains(out, a.Code) {
			out = append(out, a.Code)
		}
	}
	if len(out) == 0 {
		return "-"
	}
	slices.Sort(out)
	return strings.Join(out, ",")
}

// matching is the actor mention whose head lies in the span, the shortest first;
// else the shortest that holds the span; -1 for none.
func matching(r *dateline.Report, span dateline.Span) int {
	best, rank := -1, 1<<30
	for i, m := range r.Mentions {
		if m.Kind != dateline.ActorMention || !m.Span.Overlaps(span) {
			continue
		}
		head := r.Sentences[m.Sentence].Tokens[m.Head].Span
		n := m.Span.Len()
		if !head.Overlaps(span) {
			if n += 1 << 20; !m.Span.Contains(span) {
				continue
			}
		}
		if n < rank {
			best, rank = i, n
		}
	}
	return best
}

// newsTexts are the texts of the shared data by the names that the judgements
// use.
func newsTexts(t *testing.T, shared string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, read := range []func(string, map[string]string) error{readWorldwide, readTimeBank, readClusters, readReuters} {
		if err := read(shared, texts); err != nil {
			t.Fatal(err)
		}
	}
	return texts
}

func readWorldwide(shared string, texts map[string]string) error {
	data, err := os.ReadFile(filepath.Join(shared, "data/ner/worldwide-dev.tsv"))
	if err != nil {
		return err
	}
	name := ""
	var sents, toks []string
	end := func() {
		if len(toks) > 0 {
			sents = append(sents, hyphens.ReplaceAllString(written(toks), "$1-$2"))
			toks = nil
		}
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		doc, isDoc := strings.CutPrefix(line, "# doc = ")
		switch {
		case isDoc:
			end()
			texts["ww:"+name] = strings.Join(sents, "\n\n")
			name, sents = strings.TrimSuffix(doc, ".txt.tsv"), nil
		case line == "":
			end()
		default:
			form, _, _ := strings.Cut(line, "\t")
			toks = append(toks, form)
		}
	}
	end()
	texts["ww:"+name] = strings.Join(sents, "\n\n")
	return nil
}

var hyphens = regexp.MustCompile(`([\p{L}\p{N}_]) - ([\p{L}\p{N}_])`)

// written joins tokens as print has them.
func written(toks []string) string {
	var b strings.Builder
	prev, open := "", false
	for i, w := range toks {
		quote := w == `"`
		switch {
		case i == 0, strings.Contains(".,;:?!)]%'", w), strings.HasPrefix(w, "'") && utf8.RuneCountInString(w) <= 3, w == "n't", w == "’s", w == "’", w == "”":
		case slices.Contains([]string{"(", "[", "{", "$", "“", "‘", "#"}, prev), prev == `"` && open, quote && open:
		default:
			b.WriteByte(' ')
		}
		b.WriteString(w)
		if prev = w; quote && i > 0 {
			open = !open
		}
	}
	return b.String()
}

func readTimeBank(shared string, texts map[string]string) error {
	return eachJSON(filepath.Join(shared, "data/timex/timebank.text.jsonl"), func(d map[string]any) {
		texts["tb:"+d["id"].(string)] = strings.TrimSpace(d["text"].(string))
	})
}

func readClusters(shared string, texts map[string]string) error {
	return eachJSON(filepath.Join(shared, "data/merge/news_cluster.dev.jsonl"), func(d map[string]any) {
		texts["nc:"+d["id"].(string)[:10]+":"+d["outlet"].(string)] = d["text"].(string)
	})
}

func eachJSON(path string, use func(map[string]any)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	dec := json.NewDecoder(bufio.NewReader(f))
	for {
		var d map[string]any
		if err := dec.Decode(&d); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		use(d)
	}
}

var (
	storyAt = regexp.MustCompile(`(?s)<REUTERS[^>]*NEWID="(\d+)".*?</REUTERS>`)
	bodyAt  = regexp.MustCompile(`(?s)<BODY>(.*?)</BODY>`)
	indent  = regexp.MustCompile(`\n\s{4,}`)
)

func readReuters(shared string, texts map[string]string) error {
	f, err := os.Open(filepath.Join(shared, "inputs/reuters-21578.tar.gz"))
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	in := tar.NewReader(z)
	for {
		h, err := in.Next()
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if !strings.HasSuffix(h.Name, ".sgm") {
			continue
		}
		data, err := io.ReadAll(in)
		if err != nil {
			return err
		}
		for _, story := range storyAt.FindAllSubmatch(data, -1) {
			if body := bodyAt.FindSubmatch(story[0]); body != nil {
				s := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(latin1(body[1]))
				texts["re:"+string(story[1])] = strings.TrimSpace(indent.ReplaceAllString(s, "\n\n"))
			}
		}
	}
}

func latin1(b []byte) string {
	r := make([]rune, len(b))
	for i, c := range b {
		r[i] = rune(c)
	}
	return string(r)
}
