package timex

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

func TestNoDayOfPublication(t *testing.T) {
	for text, want := range map[string]string{
		"The army left on March 3.":       "XXXX-03-03",
		"The army left on March 3, 1991.": "1991-03-03",
		"The army left today.":            "PRESENT_REF",
	} {
		got := Annotate(text, reportOf(text, ""))
		if len(got) != 1 || got[0].Time.Value != want {
			t.Errorf("%q: %+v, want %s", text, got, want)
		}
	}
}

func TestDayOrderOfCountry(t *testing.T) {
	text := "The decree of 3/8/2012 was void."
	for country, want := range map[string]dateline.Day{"": "2012-03-08", "USA": "2012-03-08", "GBR": "2012-08-03", "KOR": "2012-08-03"} {
		r := reportOf(text, published)
		r.Outlet.Country = country
		if got := Annotate(text, r); len(got) != 1 || got[0].Time.First != want {
			t.Errorf("outlet of %q: %+v, want %s", country, got, want)
		}
	}
}

// TestHistoryLeansOnText reads a text full of years gone by, in which a date
// without a year belongs to the year told before.
func TestHistoryLeansOnText(t *testing.T) {
	text := "The revolt of 1905 failed.\nIn 1911 it broke out anew.\nIn 1912 the king fled.\nIn 1914 the war began.\n" +
		"In 1915 the front held.\nIn 1916 it broke.\nOn March 3, 1917, the city fell.\nOn April 5 the bridge was taken."
	got := Annotate(text, reportOf(text, published))
	if last := got[len(got)-1].Time; last.Value != "1917-04-05" || last.Anchor != "text" {
		t.Errorf("April 5 of a history is %+v", last)
	}
}

func TestBounds(t *testing.T) {
	for text, want := range map[string][2]dateline.Day{
		"It fell in early March 2011.":    {"2011-03-01", "2011-03-11"},
		"It fell in the 1980s.":           {"1980-01-01", "1989-12-31"},
		"It fell last week.":              {"2012-05-07", "2012-05-13"},
		"It lasted two days.":             {"", ""},
		"It fell in the past.":            {"", ""},
		"It fell in the spring of 2011.":  {"2011-03-01", "2011-05-31"},
		"It fell on February 29, 2012.":   {"2012-02-29", "2012-02-29"},
		"It fell in the fall of 2010 BC.": {"", ""},
	} {
		got := Annotate(text, reportOf(text, published))
		if len(got) != 1 || got[0].Time.First != want[0] || got[0].Time.Last != want[1] {
			t.Errorf("%q: %+v, want %v", text, got, want)
		}
	}
}

// FuzzAnnotate checks that any text gives expressions in order, inside the text
// and their sentence, with a value each, and the same ones every time.
func FuzzAnnotate(f *testing.F) {
	f.Add("Talks on 2/19-20/00 failed.\nThe next day, at 10:30 a.m. Tuesday, 44 BC.", "2012-05-16")
	f.Add("the last day of the third quarter of 31/2/9999, a year ago", "0001-01-01")
	f.Add("twenty-four hundred thousand years before February 29", "9999-12-31")
	f.Fuzz(func(t *testing.T, text, day string) {
		if !utf8.ValidString(text) || len(text) > 2000 {
			return
		}
		r := reportOf(text, dateline.Day(day))
		end := 0
		for _, m := range Annotate(text, r) {
			s := &r.Sentences[m.Sentence]
			if m.Span.Start < end || m.Span.Empty() || !s.Span.Contains(m.Span) || m.First >= m.Last || m.Last > len(s.Tokens) ||
				m.Head < m.First || m.Head >= m.Last {
				t.Fatalf("%q: bad mention %+v after %d", text, m, end)
			}
			if m.Time.Value == "" || m.Time.Type == "" || m.Time.First > m.Time.Last && m.Time.Last != "" {
				t.Fatalf("%q: bad value %+v", m.Span.In(text), m.Time)
			}
			end = m.Span.End
		}
	})
}

// BenchmarkAnnotate reports sentences a second on one core.
func BenchmarkAnnotate(b *testing.B) {
	lines := []string{
		"The foreign ministers of the two countries met in the capital on Tuesday and agreed to hold another round of talks next month.",
		"A spokesman said the agreement, which was signed on March 3, 1998, would remain in force for at least five more years.",
		"The opposition accused the government of breaking its promise to withdraw the troops from the border.",
		"Output fell 3.5 percent in the third quarter, compared with a year earlier, the ministry said late Wednesday.",
		"He did not say when the delegation of 1,500 workers would be allowed to return to the plant.",
	}
	text := strings.Join(lines, "\n")
	r := reportOf(text, published)
	n := 0
	for b.Loop() {
		Annotate(text, r)
		n += len(lines)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "sentences/s")
}
