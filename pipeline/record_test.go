package pipeline_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/pipeline"
)

// wanted is one event as one report of the example tells it, annotated by hand.
type wanted struct {
	Quote     string       `json:"quote"`
	Type      []string     `json:"type"`
	Actor     []string     `json:"actor"`
	Recipient []string     `json:"recipient"`
	Date      dateline.Day `json:"date"`
	EndDate   dateline.Day `json:"enddate"`
	Status    string       `json:"status"`
	Chain     []string     `json:"chain"` // A|B are names for a link, ?A may be left out
	Event     string       `json:"event"`

	span dateline.Span
}

// floors are what the record of the example must reach. They rise with the
// program and never fall; the example was seen in development, so they say
// nothing about texts that were not.
var floors = struct{ found, actors, dates, status, chains, claims float64 }{
	found: 0.64, actors: 0.44, dates: 0.60, status: 0.64, chains: 0.52, claims: 40,
}

// TestRecordOfTheExample reads the example that ships and compares its record
// with the annotation.
func TestRecordOfTheExample(t *testing.T) {
	const path = "../examples/steppe-treaty-2011.txt"
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc := &dateline.Document{ID: dateline.IDOf(body), Path: path, MediaType: "text/plain", Body: body, Text: string(body)}
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var claims []dateline.Claim
	for _, r := range p.Code(doc) {
		claims = append(claims, r.Claims...)
	}
	gold := readWanted(t, "testdata/steppe-treaty-2011.gold.jsonl", doc.Text)
	compare(t, gold, claims)
}

func readWanted(t *testing.T, path, text string) []wanted {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []wanted
	for in := bufio.NewScanner(f); in.Scan(); {
		var w wanted
		if err := json.Unmarshal(in.Bytes(), &w); err != nil {
			t.Fatal(err)
		}
		at := strings.Index(text, w.Quote)
		if at < 0 || strings.Count(text, w.Quote) > 1 {
			t.Fatalf("the example does not hold once: %q", w.Quote)
		}
		w.span = dateline.Span{Start: at, End: at + len(w.Quote)}
		out = append(out, w)
	}
	return out
}

func compare(t *testing.T, gold []wanted, claims []dateline.Claim) {
	var found, actors, dates, status, chains float64
	for _, w := range gold {
		c := w.match(claims)
		if c == nil {
			t.Logf("missed: %v %q", w.Type, w.Quote)
			continue
		}
		found++
		count(t, &actors, w.sameSides(c), "actors", w, c)
		count(t, &dates, w.Date == "" || c.Date.First >= w.Date && c.Date.First <= w.EndDate, "date", w, c)
		count(t, &status, w.Status == string(c.Status), "status", w, c)
		count(t, &chains, w.sameChain(c.Chain), "chain", w, c)
	}
	n := float64(len(gold))
	atLeast(t, "found", found/n, floors.found)
	atLeast(t, "actors", actors/n, floors.actors)
	atLeast(t, "dates", dates/n, floors.dates)
	atLeast(t, "status", status/n, floors.status)
	atLeast(t, "chains", chains/n, floors.chains)
	if float64(len(claims)) > floors.claims {
		t.Errorf("%d claims: too many events are seen", len(claims))
	}
}

func count(t *testing.T, n *float64, ok bool, what string, w wanted, c *dateline.Claim) {
	if ok {
		*n++
		return
	}
	t.Logf("%s: %q: %v → %v, %s–%s %s, %v", what, w.Quote, codes(c.Actors), codes(c.Recipients), c.Date.First, c.Date.Last, c.Status, names(c.Chain))
}

func atLeast(t *testing.T, what string, got, floor float64) {
	t.Helper()
	t.Logf("%s %.2f", what, got)
	if got < floor {
		t.Errorf("%s: %.2f, was at least %.2f before", what, got, floor)
	}
}

// match is the claim of a right type whose evidence shares most with the words.
func (w *wanted) match(claims []dateline.Claim) *dateline.Claim {
	var best *dateline.Claim
	most := 0.5
	for i := range claims {
		c := &claims[i]
		if !slices.Contains(w.Type, c.Event) || len(c.Evidence) == 0 {
			continue
		}
		e := c.Evidence[0]
		shared := min(e.End, w.span.End) - max(e.Start, w.span.Start)
		if part := float64(shared) / float64(min(e.Len(), w.span.Len())); part > most {
			best, most = c, part
		}
	}
	return best
}

func (w *wanted) sameSides(c *dateline.Claim) bool {
	a, r := codes(c.Actors), codes(c.Recipients)
	if slices.Equal(a, sorted(w.Actor)) && slices.Equal(r, sorted(w.Recipient)) {
		return true
	}
	return len(w.Recipient) == 0 && slices.Equal(sorted(append(a, r...)), sorted(w.Actor))
}

func codes(ps []dateline.Participant) []string {
	var out []string
	for _, p := range ps {
		if p.Code != "" {
			out = append(out, p.Code)
		}
	}
	return sorted(out)
}

func sorted(list []string) []string {
	out := slices.Clone(list)
	slices.Sort(out)
	return slices.Compact(out)
}

func names(chain []dateline.Link) []string {
	var out []string
	for _, l := range chain {
		out = append(out, l.Name)
	}
	return out
}

// sameChain reports whether every link that must stand is named, in order, and at
// most one more.
func (w *wanted) sameChain(chain []dateline.Link) bool {
	have := names(chain)
	at := 0
	for _, link := range w.Chain {
		found := slices.IndexFunc(have[at:], func(name string) bool { return isName(name, strings.TrimPrefix(link, "?")) })
		switch {
		case found >= 0:
			at += found + 1
		case link[0] != '?':
			return false
		}
	}
	return len(have) <= len(w.Chain)+1
}

func isName(name, forms string) bool {
	for form := range strings.SplitSeq(forms, "|") {
		if strings.Contains(strings.ToLower(name), strings.ToLower(form)) {
			return true
		}
	}
	return false
}
