package place_test

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/pipeline"
)

// Figures that a change must not fall below, on each half of testdata/sample.txt.
const (
	samplePrecision = 0.90
	sampleRecall    = 0.70
	sampleCountry   = 0.95
	sampleNear      = 0.90 // points within 161 km
)

// TestSample runs the program on the labelled sample and states how many names it
// takes for places rightly, and how many of these it resolves rightly. Further
// files of the form, named in DATELINE_PLACE_SAMPLE and parted by colons, are
// measured without a floor.
func TestSample(t *testing.T) {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for half, s := range score(t, p, "testdata/sample.txt") {
		t.Logf("sample.txt, %s: %s", half, s)
		if s.precision() < samplePrecision || s.recall() < sampleRecall || s.share(s.country) < sampleCountry || float64(s.near) < sampleNear*float64(s.points) {
			t.Errorf("%s half below the floor", half)
		}
	}
	for path := range strings.SplitSeq(os.Getenv("DATELINE_PLACE_SAMPLE"), ":") {
		if path == "" {
			continue
		}
		for half, s := range score(t, p, path) {
			t.Logf("%s, %s: %s", path, half, s)
		}
	}
}

// tally counts what became of the marked names.
type tally struct {
	right, wrong, missed      int // as places
	country                   int // of those right
	points, close, near, area int // cities and sites: within 50 and 161 km; areas: within 400 km
	areas                     int
}

func (s *tally) precision() float64  { return float64(s.right) / float64(max(1, s.right+s.wrong)) }
func (s *tally) recall() float64     { return float64(s.right) / float64(max(1, s.right+s.missed)) }
func (s *tally) share(n int) float64 { return float64(n) / float64(max(1, s.right)) }

func (s *tally) String() string {
	of := func(n, all int) float64 { return float64(n) / float64(max(1, all)) }
	return fmt.Sprintf("%d places; P %.3f R %.3f; country %.3f; %d points: 50 km %.3f, 161 km %.3f; %d provinces: 400 km %.3f",
		s.right+s.missed, s.precision(), s.recall(), s.share(s.country), s.points, of(s.close, s.points), of(s.near, s.points), s.areas, of(s.area, s.areas))
}

// mark is one marked name of a passage.
type mark struct {
	span    dateline.Span
	verdict string // "-", "~", or the state
	lat     float64
	lon     float64
}

// score measures the two halves of a file.
func score(t *testing.T, p *pipeline.Pipeline, path string) map[string]*tally {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	halves := map[string]*tally{"development": {}, "held out": {}}
	n := 0
	for line := range strings.Lines(string(b)) {
		if line[0] == '#' {
			continue
		}
		half := "development"
		if n%2 == 1 {
			half = "held out"
		}
		n++
		text, marks := unmark(t, strings.TrimSpace(line))
		r := pipeline.Whole("sample", text, "")
		p.Annotate(text, &r)
		halves[half].add(t, text, &r, marks)
	}
	return halves
}

// unmark is a passage without its marks. A line break stands as ⏎.
func unmark(t *testing.T, line string) (string, []mark) {
	t.Helper()
	line = strings.ReplaceAll(line, "⏎", "\n\n")
	var b strings.Builder
	var marks []mark
	for {
		before, rest, ok := strings.Cut(line, "⟦")
		b.WriteString(before)
		if !ok {
			return b.String(), marks
		}
		inner, after, _ := strings.Cut(rest, "⟧")
		name, verdict, _ := strings.Cut(inner, "|")
		m := mark{span: dateline.Span{Start: b.Len(), End: b.Len() + len(name)}, verdict: verdict}
		if f := strings.Fields(verdict); len(f) == 3 {
			var err1, err2 error
			m.verdict = f[0]
			m.lat, err1 = strconv.ParseFloat(f[1], 64)
			m.lon, err2 = strconv.ParseFloat(f[2], 64)
			if err1 != nil || err2 != nil {
				t.Fatalf("bad mark %q", inner)
			}
		}
		marks = append(marks, m)
		b.WriteString(name)
		line = after
	}
}

// add counts the places found in a passage against its marks.
func (s *tally) add(t *testing.T, text string, r *dateline.Report, marks []mark) {
	found := map[int]bool{}
	for _, m := range r.Mentions {
		if m.Kind != dateline.PlaceMention {
			continue
		}
		at, open := -1, false
		for i := range marks {
			if marks[i].span.Overlaps(m.Span) {
				open = open || marks[i].verdict == "~"
				if marks[i].verdict != "-" && at < 0 {
					at = i
				}
			}
		}
		switch {
		case open:
		case at < 0:
			s.wrong++
			t.Logf("no place: %s in %q", m.Span.In(text), around(text, m.Span))
		case !found[at]:
			found[at] = true
			s.resolved(t, text, m, &marks[at])
		}
	}
	for i := range marks {
		if v := marks[i].verdict; v != "-" && v != "~" && !found[i] {
			s.missed++
			t.Logf("missed: %s in %q", marks[i].span.In(text), around(text, marks[i].span))
		}
	}
}

// resolved counts a name rightly taken for a place.
func (s *tally) resolved(t *testing.T, text string, m dateline.Mention, want *mark) {
	s.right++
	country := want.verdict == "XXX" || m.Place.Country == "" || m.Place.Country == want.verdict
	km := distance(m.Place.Lat, m.Place.Lon, want.lat, want.lon)
	if country {
		s.country++
	}
	ok := country
	switch m.Place.Precision {
	case "city", "site":
		s.points++
		if km <= 50 {
			s.close++
		}
		if ok = km <= 161; ok {
			s.near++
		}
	case "region":
		s.areas++
		if ok = km <= 400; ok {
			s.area++
		}
	}
	if !ok {
		t.Logf("%s is not %s, %s (%s): %.0f km off, in %q", m.Span.In(text), m.Place.Name, m.Place.Country, m.Why.Rule, km, around(text, m.Span))
	}
}

// distance is that between two positions in kilometres.
func distance(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	a := math.Pow(math.Sin((lat2-lat1)*rad/2), 2) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Pow(math.Sin((lon2-lon1)*rad/2), 2)
	return 12742 * math.Asin(math.Sqrt(math.Min(1, a)))
}

func around(text string, s dateline.Span) string {
	return strings.ToValidUTF8(text[max(0, s.Start-50):min(len(text), s.End+40)], "")
}
