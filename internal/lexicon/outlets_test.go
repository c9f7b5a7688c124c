package lexicon_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/lexicon"
)

func load(t testing.TB, overlays ...string) *lexicon.Outlets {
	t.Helper()
	o, err := lexicon.LoadOutlets(overlays...)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestLookup(t *testing.T) {
	o := load(t)
	if o.Len() < 1000 {
		t.Errorf("the list holds %d outlets only", o.Len())
	}
	for _, c := range []struct {
		name, want string
		kind       dateline.OutletKind
		country    string
		state      bool
	}{
		{"KCNA", "Korean Central News Agency", dateline.Agency, "PRK", true},
		{"korean central news agency", "Korean Central News Agency", dateline.Agency, "PRK", true},
		{"Agence France Presse", "Agence France-Presse", dateline.Agency, "FRA", false},
		{"AFP", "Agence France-Presse", dateline.Agency, "FRA", false},
		{"Itar-Tass", "ITAR-TASS", dateline.Agency, "RUS", true},
		{"TASS", "TASS", dateline.Agency, "RUS", true},
		{"Nezavisimaia Gazeta", "Nezavisimaya Gazeta", dateline.Newspaper, "RUS", false},
		{"New China News Agency", "Xinhua News Agency", dateline.Agency, "CHN", true},
		{"the Associated Press", "Associated Press", dateline.Agency, "USA", false},
		{"Korea Times", "The Korea Times", dateline.Newspaper, "KOR", false},
		{"RFE/RL", "Radio Free Europe/Radio Liberty", dateline.Broadcaster, "USA", true},
		{"VOA", "Voice of America", dateline.Broadcaster, "USA", true},
		{"TASR", "News Agency of the Slovak Republic", dateline.Agency, "SVK", true},
		{"Süddeutsche Zeitung", "Süddeutsche Zeitung", dateline.Newspaper, "DEU", false},
		{"Sueddeutsche Zeitung", "Süddeutsche Zeitung", dateline.Newspaper, "DEU", false},
		{"LA CROIX", "La Croix", dateline.Newspaper, "FRA", false},
		{"Ha’aretz", "Haaretz", dateline.Newspaper, "ISR", false},
		{"El Pais", "El País", dateline.Newspaper, "ESP", false},
	} {
		got, ok := o.Lookup(c.name)
		if !ok || got.Name != c.want || got.Kind != c.kind || got.Country != c.country || got.State != c.state {
			t.Errorf("Lookup(%q) = %+v, %v", c.name, got, ok)
		}
	}
	for _, name := range []string{"", "The", "Foreign Ministry", "The Nation", "The Star", "Daily News"} {
		if got, ok := o.Lookup(name); ok {
			t.Errorf("Lookup(%q) = %+v, want nothing", name, got)
		}
	}
}

func TestFind(t *testing.T) {
	o := load(t)
	for _, c := range []struct{ text, want string }{
		{"The daily Kommersant and Interfax reported it.", "Kommersant|Interfax"},
		{"The Korea Times reported that Xinhua said so.", "The Korea Times|Xinhua"},
		{"Izvestia's man in Kiev told the BBC.", "Izvestia|BBC"},
		{"It was time for talks, the guardian of the law said.", ""},
		{"Time will show whether the Guardian Council agrees.", ""},
		{"The Guardian Council met; The Guardian was there.", "The Guardian"},
		{"Agence France\n> Presse", ""},
		{"Agence France\nPresse said", "Agence France\nPresse"},
		{"He reads the Times of India.", "the Times of India"},
		{"mena is a region, MENA an agency", "MENA"},
	} {
		var got []string
		for _, h := range o.Find(c.text) {
			got = append(got, h.Span.In(c.text))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("Find(%q) = %q, want %q", c.text, s, c.want)
		}
	}
}

func TestOverlay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "outlets.tsv")
	rows := "# ours\nkcna\tNorth Korean News Agency\tagency\tPRK\tstate\t=KCNA\n" +
		"valley-echo\tThe Valley Echo\tnewspaper\tUTO\t\tEcho of the Valley\nreuters\t-\n"
	if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	o := load(t, path)
	if got, _ := o.Lookup("kcna"); got.Name != "North Korean News Agency" {
		t.Errorf("the overlay does not correct: %+v", got)
	}
	if got, _ := o.Lookup("echo of the valley"); got.ID != "valley-echo" {
		t.Errorf("the overlay does not add: %+v", got)
	}
	if got, ok := o.Lookup("Reuters"); ok {
		t.Errorf("the overlay does not remove: %+v", got)
	}
}

func TestOverlayErrors(t *testing.T) {
	for _, row := range []string{"x\tName\tgazette\tFRA", "x\tName\tagency\tFrance", "x\tName\tagency\tFRA\tyes", "x", "x\t...\tagency\t\t"} {
		path := filepath.Join(t.TempDir(), "bad.tsv")
		if err := os.WriteFile(path, []byte(row+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := lexicon.LoadOutlets(path); err == nil || !strings.Contains(err.Error(), "bad.tsv:1") {
			t.Errorf("%q: error %v does not name file and line", row, err)
		}
	}
}

func FuzzFind(f *testing.F) {
	o := load(f)
	f.Add("The Korea Times' man, AFP (said) “Süddeutsche Zeitung”.")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, h := range o.Find(text) {
			if h.Span.Start < last || h.Span.End > len(text) || h.Span.Empty() || h.Outlet.Name == "" {
				t.Fatalf("bad hit %+v after byte %d", h, last)
			}
			last = h.Span.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	o := load(b)
	text := strings.Repeat("The foreign minister told Interfax on Monday that talks with The Korea Times would not go on for long. ", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		o.Find(text)
	}
}

func BenchmarkLookup(b *testing.B) {
	o := load(b)
	for b.Loop() {
		o.Lookup("Agence France Presse")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}
