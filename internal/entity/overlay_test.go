package entity

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOverlay(t *testing.T) {
	for name, text := range map[string]string{
		"a.tsv":  "organisation\tLBR\tHamas\tGrey Falcons\tREB\t\t1990\n",
		"a.yaml": "# mine\n- kind: organisation\n  code: LBR\n  name: Hamas   # corrected\n  aliases: [\"Grey Falcons\"]\n  sector: REB\n  from: 1990\n",
		"b.yml":  "- kind: organisation\n  code: LBR\n  name: 'Hamas'\n  aliases:\n    - Grey Falcons\n  sector: REB\n  from: 1990\n",
	} {
		v, err := New(nil, write(t, name, text))
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range []string{"Hamas", "Grey Falcons"} {
			got := v.Describe(n)
			if len(got) != 1 || !strings.Contains(got[0], "LBR REB, name, from 1990") || !strings.Contains(got[0], name+":") {
				t.Errorf("%s: %s is %q", name, n, got)
			}
		}
	}
}

func TestOverlayFaults(t *testing.T) {
	for text, want := range map[string]string{
		"organisation\tLB\tFalcons\n":                     "a.tsv:1: code",
		"# x\nthing\tLBR\tFalcons\n":                      "a.tsv:2: kind",
		"organisation\tLBR\tFalcons\t\t\t\t1990-13\n":     "a.tsv:1: from",
		"organisation\tLBR\n":                             "a.tsv:1: 2 fields",
		"organisation\tLBR\tFalcons\t\t\t\t\tyesterday\n": "a.tsv:1: until",
	} {
		if _, err := New(nil, write(t, "a.tsv", text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", text, err, want)
		}
	}
}

func TestReadPETRARCH(t *testing.T) {
	entries, skipped, err := ReadPETRARCH(strings.NewReader("GREY_FALCONS_ ; fighters\n+THE_FALCONS_\n\t[LBRREB <950101]\n\t[LBRGOV 950101-20010203]\nODD_ [ZZ]\n"+
		"!WHO! = MAN, WOMAN\nCAMP_!WHO! {CAMP_PEOPLE} [~REF]\n"), "x")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := WriteEntries(&b, "", entries); err != nil {
		t.Fatal(err)
	}
	want := columns +
		"organisation\tLBR\tGrey Falcons\tThe Falcons\tREB\t\t\t1995-01-01\n" +
		"organisation\tLBR\tGrey Falcons\tThe Falcons\tGOV\t\t1995-01-01\t2001-02-03\n" +
		"office\t\tcamp man\t\tREF\tCamp Man\t\t\t\thost\n" +
		"office\t\tcamp woman\t\tREF\tCamp Woman\t\t\t\thost\n"
	if b.String() != want || skipped != 1 {
		t.Errorf("%d skipped, got\n%swant\n%s", skipped, b.String(), want)
	}
}

func TestReadWikidata(t *testing.T) {
	v, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	entries, skipped, err := v.ReadWikidata(strings.NewReader("person,personLabel,countryLabel,positionLabel,start,end\n"+
		"http://x/entity/Q7,Ana Duro,Chile,Minister of Mines,1999-03-01T00:00:00Z,\nQ8,Luis Paz,Nowhere,King,,\n"), "x")
	if err != nil || skipped != 1 || len(entries) != 1 {
		t.Fatalf("%v, %d skipped, %v", entries, skipped, err)
	}
	e := entries[0]
	if e.Kind != "person" || e.Code != "CHL" || e.ID != "Q7" || e.Office != "Minister of Mines" || e.From != "1999-03-01" || e.Until != "" {
		t.Errorf("%+v", e)
	}
}

func FuzzLists(f *testing.F) {
	f.Add("- kind: person\n  aliases: [a, 'b']\n")
	f.Add("A_ [LBRREB <950101]\n+B_\n!X! = Y\n")
	v, err := New(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, _ = entriesOfYAML("x", text)
		_, _, _ = ReadPETRARCH(strings.NewReader(text), "x")
		_, _, _ = v.ReadWikidata(strings.NewReader(text), "x")
	})
}
