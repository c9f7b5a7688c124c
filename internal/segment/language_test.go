package segment

import (
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/lexicon"
)

// TestStoryWithADateIsNoSourceLine keeps a short story that names its outlet, a
// place after "in" and a date apart from the line of a monitoring service.
func TestStoryWithADateIsNoSourceLine(t *testing.T) {
	outlets, err := lexicon.LoadOutlets()
	if err != nil {
		t.Fatal(err)
	}
	for text, prose := range map[string]bool{
		"LIMA, June 2 (Reuters) - Peru and Malta signed a fishing treaty in Cusco on June 1, 2011.": true,
		"LD0206 Lima ANDINA in Spanish 1200 GMT 2 Jun 93\n\nPeru and Malta signed a treaty.":        true,
		"Moscow INTERFAX in English 1023 GMT 2 Jun 93":                                              false,
	} {
		found := false
		for _, r := range New(outlets).Segment(&dateline.Document{Text: text, Body: []byte(text)}) {
			for _, p := range r.Paragraphs {
				found = found || p.Kind == dateline.Prose
			}
		}
		if found != prose {
			t.Errorf("%q: prose %v, want %v", text, found, prose)
		}
	}
}
