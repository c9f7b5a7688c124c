package entity

import (
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

// report makes a report of sentences whose tokens are written word/XPOS; they
// have no tree and no recognised names.
func report(day dateline.Day, sentences ...string) (string, dateline.Report) {
	var text strings.Builder
	r := dateline.Report{Published: day}
	for _, s := range sentences {
		var sent dateline.Sentence
		start := text.Len()
		for _, f := range strings.Fields(s) {
			at := strings.LastIndexByte(f, '/')
			from := text.Len()
			text.WriteString(f[:at])
			sent.Tokens = append(sent.Tokens, dateline.Token{Form: f[:at], XPOS: f[at+1:], Lemma: strings.ToLower(f[:at]), Head: -1,
				Span: dateline.Span{Start: from, End: text.Len()}})
			text.WriteByte(' ')
		}
		sent.Span = dateline.Span{Start: start, End: text.Len() - 1}
		r.Sentences = append(r.Sentences, sent)
	}
	return text.String(), r
}

func TestAnnotate(t *testing.T) {
	v, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name      string
		sentences []string
		mention   string
		want      string // code/sector/office of each actor
	}{
		{"title and name", []string{"Chilean/JJ Deputy/NNP Foreign/NNP Minister/NNP Ana/NNP Duro/NNP spoke/VBD ./."},
			"Chilean Deputy Foreign Minister Ana Duro", "CHL/GOV/Deputy Minister of Foreign Affairs"},
		{"rank before a listed office", []string{"Peruvian/JJ Deputy/NNP Interior/NNP Minister/NNP Luis/NNP Paz/NNP left/VBD ./."},
			"Peruvian Deputy Interior Minister Luis Paz", "PER/GOV/Deputy Minister of Interior"},
		{"state after the name", []string{"President/NNP Ana/NNP Duro/NNP of/IN Chile/NNP spoke/VBD ./."},
			"President Ana Duro of Chile", "CHL/GOV/President"},
		{"two adjectives", []string{"Chilean/JJ and/CC Peruvian/JJ foreign/JJ ministers/NNS met/VBD ./."},
			"Chilean and Peruvian foreign ministers", "CHL/GOV/Minister of Foreign Affairs; PER/GOV/Minister of Foreign Affairs"},
		{"names in turn", []string{"The/DT ambassadors/NNS of/IN Peru/NNP and/CC Chile/NNP ,/, Luis/NNP Paz/NNP and/CC Ana/NNP Duro/NNP ,/, left/VBD ./."},
			"Ana Duro", "CHL/GOV/Ambassador"},
		{"possessor before a host", []string{"Kenya/NNP 's/POS UN/NNP ambassador/NN spoke/VBD ./."},
			"Kenya 's UN ambassador", "KEN/GOV/Ambassador"},
		{"others than the owner", []string{"Chile/NNP 's/POS neighbours/NNS complained/VBD ./."}, "Chile 's neighbours", ""},
		{"a place, no owner", []string{"In/IN Lima/NNP Foreign/NNP Minister/NNP Duro/NNP spoke/VBD ./."}, "Foreign Minister Duro", "/GOV/Minister of Foreign Affairs"},
		{"another's office", []string{"The/DT Chilean/JJ president/NN spoke/VBD ./.", "The/DT Peruvian/JJ president/NN left/VBD ./.",
			"President/NNP Ana/NNP Duro/NNP stayed/VBD ./."}, "President Ana Duro", "/GOV/President"},
		{"the two of the sentence", []string{"Chile/NNP thanked/VBD Kenya/NNP ./.", "Peru/NNP told/VBD Chile/NNP that/IN the/DT two/CD countries/NNS agree/VBP ./."},
			"the two countries", "PER//; CHL//"},
		{"two of many", []string{"Chile/NNP thanked/VBD Peru/NNP ./.", "Two/CD deputies/NNS left/VBD ./."}, "Two deputies", ""},
		{"a state that was", []string{"Soviet/JJ troops/NNS left/VBD ./."}, "Soviet troops", "SUN/MIL/"},
		{"a leader in a foreign paper", []string{"American/JJ aid/NN arrived/VBD ./.", "President/NNP Kibaki/NNP thanked/VBD the/DT Americans/NNS ./."}, "President Kibaki", "KEN/GOV/President"},
		{"no office of its broadcaster abroad", []string{"The/DT president/NN left/VBD for/IN the/DT coast/NN ./."}, "The president", "/GOV/President"},
		{"the foreign paper's own president", []string{"The/DT president/NN left/VBD for/IN the/DT coast/NN ./."}, "The president", "USA/GOV/President"},
		{"named counterpart", []string{"The/DT Chilean/JJ president/NN spoke/VBD ./.", "He/PRP met/VBD his/PRP$ Peruvian/JJ counterpart/NN Ana/NNP Duro/NNP ./."},
			"his Peruvian counterpart Ana Duro", "PER/GOV/President"},
		{"in fact", []string{"Abkhazia/NNP 's/POS de/FW facto/FW president/NN left/VBD ./."}, "Abkhazia 's de facto president", "GEO/REB/President"},
		{"measured by a state", []string{"The/DT pro-Chilean/JJ rebels/NNS left/VBD ./."}, "The pro-Chilean rebels", "/REB/Rebel"},
	} {
		day := dateline.Day("2005-06-01")
		if strings.Contains(c.name, "that was") {
			day = "1988-03-01"
		}
		text, r := report(day, c.sentences...)
		if strings.Contains(c.name, "foreign paper") {
			r.Outlet = dateline.Outlet{Name: "The Gazette", Kind: dateline.Newspaper, Country: "USA"}
		}
		if strings.Contains(c.name, "abroad") {
			r.Outlet = dateline.Outlet{Name: "Radio Far", Kind: dateline.Broadcaster, Country: "USA", Abroad: true}
		}
		got := ""
		for _, m := range v.Annotate(text, &r) {
			if m.Span.In(text) == c.mention {
				got = short(m.Actors)
			}
		}
		if sorted(got) != sorted(c.want) {
			t.Errorf("%s: %q is %q, want %q", c.name, c.mention, got, c.want)
		}
	}
}

func short(actors []dateline.Actor) string {
	var out []string
	for _, a := range actors {
		out = append(out, a.Code+"/"+a.Sector+"/"+a.Office)
	}
	return strings.Join(out, "; ")
}

func sorted(s string) string {
	parts := strings.Split(s, "; ")
	if len(parts) == 2 && parts[1] < parts[0] {
		parts[0], parts[1] = parts[1], parts[0]
	}
	return strings.Join(parts, "; ")
}

// BenchmarkAnnotate reports mentions a second on one core.
func BenchmarkAnnotate(b *testing.B) {
	v, err := New(nil)
	if err != nil {
		b.Fatal(err)
	}
	s := "Chilean/JJ Foreign/NNP Minister/NNP Ana/NNP Duro/NNP told/VBD Peru/NNP that/IN the/DT two/CD countries/NNS and/CC their/PRP$ armies/NNS agree/VBP ./."
	text, r := report("2005-06-01", s, s, s, s, s, s)
	n := 0
	for b.Loop() {
		n += len(v.Annotate(text, &r))
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "mentions/s")
}
