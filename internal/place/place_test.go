package place

import (
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

func gazetteer(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// sentence makes a flat sentence of PROPN for capitalised words; a preposition
// is the case marker of the word after it.
func sentence(text string) dateline.Report {
	s := dateline.Sentence{Span: dateline.Span{Start: 0, End: len(text)}}
	at := 0
	for _, w := range strings.Fields(text) {
		start := at + strings.Index(text[at:], w)
		word := strings.TrimSuffix(w, ",")
		add := func(form string, start int) {
			pos := "NOUN"
			if form[0] >= 'A' && form[0] <= 'Z' {
				pos = "PROPN"
			}
			s.Tokens = append(s.Tokens, dateline.Token{Form: form, UPOS: pos, Head: -1, Span: dateline.Span{Start: start, End: start + len(form)}})
		}
		add(word, start)
		if word != w {
			add(",", start+len(word))
		}
		at = start + len(w)
	}
	for i := range s.Tokens[:len(s.Tokens)-1] {
		if locativeCase[s.Tokens[i].Form] {
			s.Tokens[i].Head, s.Tokens[i].Deprel = i+1, "case"
		}
	}
	return dateline.Report{Sentences: []dateline.Sentence{s}}
}

func TestAnnotate(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct{ text, name, country, precision string }{
		{"talks were held in Pyongyang", "Pyongyang", "PRK", "city"},
		{"a march in Kiev", "Kyiv", "UKR", "city"},
		{"a strike in Paris, Texas ended", "Paris", "USA", "city"},
		{"a strike in Paris ended", "Paris", "FRA", "city"},
		{"ships in the South China Sea", "South China Sea", "", "sea"},
		{"he arrived in Mongolia", "Mongolia", "MNG", "country"},
		{"he arrived in Democratic People 's Republic of Korea", "North Korea", "PRK", "country"},
		{"he arrived in People ’s Republic of China", "China", "CHN", "country"},
		{"troops arrived in Tripoli, Lebanon", "Tripoli", "LBN", "city"},
		{"troops arrived in Tripoli", "Tripoli", "LBY", "city"},
	} {
		r := sentence(c.text)
		ms := g.Annotate(c.text, &r)
		if len(ms) == 0 {
			t.Errorf("%q: no place", c.text)
			continue
		}
		p := ms[0].Place
		if p.Name != c.name || p.Country != c.country || p.Precision != c.precision {
			t.Errorf("%q: %+v (%s), want %s %s %s", c.text, *p, ms[0].Why.Rule, c.name, c.country, c.precision)
		}
	}
}

func TestPartyIsNoPlace(t *testing.T) {
	text := "Mongolia said it would talk"
	r := sentence(text)
	if ms := gazetteer(t).Annotate(text, &r); len(ms) != 0 {
		t.Errorf("%q: %+v", text, ms)
	}
}

func TestLocate(t *testing.T) {
	g := gazetteer(t)
	for name, country := range map[string]string{"SEOUL": "KOR", "ULAN BATOR": "MNG", "WASHINGTON": "USA", "Mexico City": "MEX",
		"TRIPOLI, Lebanon": "LBN", "SPRINGFIELD, Ill.": "USA", "Moscow/Minsk": "RUS"} {
		if p, ok := g.Locate(&dateline.Report{Place: name}); !ok || p.Country != country {
			t.Errorf("%s: %+v %v, want %s", name, p, ok, country)
		}
	}
	if p, ok := g.Locate(&dateline.Report{Place: "SPRINGFIELD"}); ok {
		t.Errorf("Springfield alone: %+v", p)
	}
}

func BenchmarkAnnotate(b *testing.B) {
	g := gazetteer(b)
	text := "talks between the ministers of both states were held in Pyongyang and later in Moscow"
	r := sentence(text)
	b.ReportAllocs()
	for b.Loop() {
		g.Annotate(text, &r)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := read(); err != nil {
			b.Fatal(err)
		}
	}
}
