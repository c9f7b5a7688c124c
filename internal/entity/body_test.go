package entity

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

// TestBodies reads organisations that no list names, parts of states, owners named
// by a place, and what the report's state adds. The first place of a sentence
// stands at the tokens of the case.
func TestBodies(t *testing.T) {
	v, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name      string
		day       dateline.Day
		outlet    string // country
		place     string // token and country of a place in the first sentence: "Trujillo PER"
		sentences []string
		mention   string
		want      string
	}{
		{"a firm with its state's name", "", "", "", []string{"Chile/NNP Copper/NNP Corp./NNP signed/VBD ./."}, "Chile Copper Corp.", "CHL/BUS/"},
		{"no actor of its own within", "", "", "", []string{"Chile/NNP Copper/NNP Corp./NNP signed/VBD ./."}, "Chile", ""},
		{"of its state", "", "", "", []string{"The/DT Mining/NNP Council/NNP of/IN Peru/NNP met/VBD ./."}, "Mining Council of Peru", "PER/GOV/"},
		{"a university's words", "", "", "", []string{"Kenya/NNP Coast/NNP University/NNP closed/VBD ./."}, "Kenya Coast University", "KEN/EDU/"},
		{"of several states", "", "", "", []string{"The/DT International/NNP Cotton/NNP Organization/NNP met/VBD ./."}, "International Cotton Organization", "IGO/IGO/"},
		{"of the report's state", "", "KEN", "", []string{"The/DT Harbour/NNP Commission/NNP met/VBD ./."}, "Harbour Commission", "KEN/GOV/"},
		{"a company works anywhere", "", "KEN", "", []string{"Harbour/NNP Dredging/NNP Corp./NNP left/VBD ./."}, "Harbour Dredging Corp.", "/BUS/"},
		{"a place is none", "", "", "", []string{"The/DT Peru/NNP Square/NNP Airport/NNP closed/VBD ./."}, "Peru", ""},
		{"a short form", "", "KEN", "", []string{"The/DT Harbour/NNP Commission/NNP (/-LRB- HC/NNP )/-RRB- met/VBD ./.", "HC/NNP agreed/VBD ./."}, "HC", "KEN/GOV/"},
		{"head of an unlisted firm", "", "KEN", "", []string{"The/DT president/NN of/IN Harbour/NNP Dredging/NNP Corp./NNP left/VBD ./."}, "The president of Harbour Dredging Corp.", "/GOV/President"},
		{"a region", "", "", "", []string{"Chechen/JJ rebels/NNS left/VBD ./."}, "Chechen rebels", "RUS/REB/Rebel"},
		{"a region that broke away", "2008-01-01", "", "", []string{"The/DT Abkhaz/JJ foreign/JJ minister/NN left/VBD ./."}, "The Abkhaz foreign minister", "GEO/REB/Minister of Foreign Affairs"},
		{"a people of several states", "", "", "", []string{"Turkey/NNP protested/VBD ./.", "Kurdish/JJ fighters/NNS left/VBD ./."}, "Kurdish fighters", "TUR/REB/Fighter"},
		{"a people of a state that nobody names", "", "", "", []string{"Kurdish/JJ rebels/NNS left/VBD ./."}, "Kurdish rebels", "/REB/Rebel"},
		{"no subjects of the state", "", "", "", []string{"Ethnic/JJ Albanian/JJ rebels/NNS left/VBD ./."}, "Ethnic Albanian rebels", "/REB/Rebel"},
		{"a body in a capital", "", "", "", []string{"The/DT parliament/NN in/IN Lima/NNP voted/VBD ./."}, "The parliament in Lima", "PER/LEG/"},
		{"police of a town", "", "", "Trujillo PER", []string{"Police/NNS in/IN Trujillo/NNP left/VBD ./."}, "Police in Trujillo", "PER/COP/"},
		{"a town before its title", "", "", "Trujillo PER", []string{"Trujillo/NNP Mayor/NNP Ana/NNP Duro/NNP left/VBD ./."}, "Trujillo Mayor Ana Duro", "PER/GOV/Mayor"},
		{"a town of a state that is no more", "1985-01-01", "", "Gorkov RUS", []string{"Police/NNS in/IN Gorkov/NNP left/VBD ./."}, "Police in Gorkov", "SUN/COP/"},
		{"where it meets", "", "", "Geneva CHE", []string{"Officials/NNS in/IN Geneva/NNP agreed/VBD ./."}, "Officials", "/GOV/Official"},
		{"a ministry of the outlet's state", "", "KEN", "", []string{"The/DT Ministry/NNP of/IN Trade/NNP agreed/VBD ./."}, "The Ministry of Trade", "KEN/GOV/"},
		{"Mr is no office", "", "KEN", "", []string{"Mr/NNP Otieno/NNP agreed/VBD ./."}, "Mr Otieno", "//"},
		{"another holds the office", "2005-01-01", "KEN", "", []string{"Kenya/NNP agreed/VBD ./.", "President/NNP Tomas/NNP Kovar/NNP left/VBD ./."}, "President Tomas Kovar", "/GOV/President"},
		{"which power", "", "", "", []string{"Kenya/NNP has/VBZ lost/VBN its/PRP$ power/NN ./."}, "its power", ""},
		{"a dash of print", "", "", "", []string{"LIMA/NNP —/: Chile/NNP agreed/VBD ./."}, "Chile", "CHL//"},
	} {
		text, r := report(c.day, c.sentences...)
		r.Outlet.Country = c.outlet
		var town, state string
		if len(c.place) > 4 {
			town, state = c.place[:len(c.place)-4], c.place[len(c.place)-3:]
		}
		for i, tok := range r.Sentences[0].Tokens {
			if town != "" && tok.Form == town {
				r.Mentions = append(r.Mentions, dateline.Mention{Kind: dateline.PlaceMention, First: i, Last: i + 1, Place: &dateline.Place{Country: state}})
			}
		}
		got := ""
		for _, m := range v.Annotate(text, &r) {
			if m.Span.In(text) == c.mention {
				got = short(m.Actors)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q is %q, want %q", c.name, c.mention, got, c.want)
		}
	}
}

func TestEraCode(t *testing.T) {
	for _, c := range []struct {
		code string
		day  dateline.Day
		want string
	}{
		{"RUS", "1991-12-25", "SUN"}, {"RUS", "1991-12-26", "RUS"}, {"LTU", "1991-12-01", "LTU"}, {"CZE", "1992-12-31", "CSK"},
		{"HRV", "1990-05-01", "YUG"}, {"HRV", "1992-05-01", "HRV"}, {"SRB", "1999-05-01", "YUG"}, {"SRB", "2005-05-01", "SCG"},
		{"SRB", "2010-05-01", "SRB"}, {"CHL", "1985-05-01", "CHL"}, {"RUS", "", "RUS"},
	} {
		if got := eraCode(c.code, c.day); got != c.want {
			t.Errorf("%s on %s is %s, want %s", c.code, c.day, got, c.want)
		}
	}
}

func TestGenderOfName(t *testing.T) {
	v, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]byte{"Maria Paz": 'f', "Igor Duro": 'm', "Zzyx Ivanovna Orlu": 'f', "Zzyx Petrovich": 'm', "Zzyx Karimova": 'f',
		"Zzyx bin Duro": 'm', "Andrea Paz": 0, "Zzyx Medina": 0, "Maria": 0} {
		if got := v.know.genderOfName(nameWords(name)); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

// TestStrangers keeps pronouns from actors where people who are none stand
// nearer, and knows who "we" and "our" are.
func TestStrangers(t *testing.T) {
	v, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, mention, want string
		sentences           []string
	}{
		{"an actor", "He", "CHL/GOV/President", []string{"The/DT Chilean/JJ president/NN spoke/VBD ./.", "He/PRP left/VBD ./."}},
		{"a driver", "He", "", []string{"The/DT Chilean/JJ president/NN spoke/VBD ./.", "The/DT driver/NN slept/VBD ./.", "He/PRP left/VBD ./."}},
		{"a woman", "He", "CHL/GOV/President", []string{"The/DT Chilean/JJ president/NN spoke/VBD ./.", "A/DT woman/NN slept/VBD ./.", "He/PRP left/VBD ./."}},
		{"fans", "They", "", []string{"Chilean/JJ soldiers/NNS spoke/VBD ./.", "The/DT visitors/NNS slept/VBD ./.", "They/PRP left/VBD ./."}},
	} {
		text, r := report("2005-06-01", c.sentences...)
		for i := range r.Sentences {
			s := &r.Sentences[i]
			verb := slices.IndexFunc(s.Tokens, func(x dateline.Token) bool { return x.XPOS == "VBD" })
			for k := range s.Tokens {
				s.Tokens[k].Head = verb
				s.Tokens[k].Deprel = "det"
			}
			s.Tokens[verb].Head, s.Tokens[verb].Deprel = -1, "root"
			s.Tokens[verb-1].Deprel = "nsubj"
			if n := s.Tokens[verb-1]; n.XPOS == "NNS" {
				s.Tokens[verb-1].Lemma = n.Form[:len(n.Form)-1]
			}
			for k := range verb - 1 {
				s.Tokens[k].Head = verb - 1
			}
		}
		got := ""
		for _, m := range v.Annotate(text, &r) {
			if m.Span.In(text) == c.mention {
				got = short(m.Actors)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q is %q, want %q", c.name, c.mention, got, c.want)
		}
	}
}

// FuzzAnnotate reads odd sentences: every mention must lie in them, name its rule
// and point to one before or after that exists.
func FuzzAnnotate(f *testing.F) {
	f.Add("Chile/NNP Copper/NNP Corp./NNP of/IN", "our/PRP$ government/NN '/POS s/NN")
	f.Add("the/DT (/-LRB- HC/NNP )/-RRB-", "President/NNP of/IN the/DT")
	v, err := New(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		text, r := report("2005-06-01", tagged(a), tagged(b))
		ms := v.Annotate(text, &r)
		for _, m := range ms {
			s := r.Sentences[m.Sentence]
			if m.First < 0 || m.First >= m.Last || m.Last > len(s.Tokens) || m.Span.Empty() || m.Why.Rule == "" || len(m.Why.Spans) == 0 ||
				m.Antecedent < -1 || m.Antecedent >= len(ms) {
				t.Errorf("%q %q: %+v", a, b, m)
			}
		}
		if again := v.Annotate(text, &r); len(again) != len(ms) {
			t.Errorf("%q %q: %d mentions, then %d", a, b, len(ms), len(again))
		}
	})
}

// tagged is a sentence in the form that report reads, whatever s holds.
func tagged(s string) string {
	out := "x/NN"
	for _, w := range slices.Collect(fieldsOf(s)) {
		out += " " + w
	}
	return out
}

// fieldsOf yields the words of s, each with a tag.
func fieldsOf(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for w := range strings.FieldsSeq(s) {
			if i := strings.LastIndexByte(w, '/'); i <= 0 {
				w = strings.TrimLeft(w, "/") + "/NNP"
			}
			if len(w) > 4 && !yield(w) {
				return
			}
		}
	}
}
