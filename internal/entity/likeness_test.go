package entity

import (
	"encoding/csv"
	"os"
	"testing"
)

func TestLikeness(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Yevgeny Primakov", "Evgenii Primakov", true},
		{"Евгений Примаков", "Yevgeny Primakov", true},
		{"Mikhail Gorbachev", "Michail Gorbatschow", true},
		{"Teng Hsiao-ping", "Deng Xiaoping", true},
		{"Hwang Jang-yop", "Hwang Chang Yop", true},
		{"Chung Dong-young", "Jeong Dong Yeong", true},
		{"Kofi Atta Annan", "Kofi Annan", true},
		{"K. Annan", "Kofi Annan", true},
		{"ANNAN, Kofi", "Kofi Annan", true},
		{"Hosni Mubarak", "Husni Mubarak", true},
		{"Kim Jong Il", "Kim Jong Un", false},
		{"Kim Il Sung", "Kim Jong Il", false},
		{"George Bush", "George Marshall", false},
		{"Hassan bin Talal", "Talal bin Hassan", false},
		{"Igor Ivanov", "Sergei Ivanov", false},
		{"Bill Clinton", "William Clinton", true},
		{"", "Kofi Annan", false},
	} {
		s := Likeness(c.a, c.b)
		if (s >= SamePerson) != c.same || s < 0 || s > 1 {
			t.Errorf("Likeness(%q, %q) = %.3f, same %v", c.a, c.b, s, c.same)
		}
		if r := Likeness(c.b, c.a); r != s {
			t.Errorf("Likeness(%q, %q) is %.3f one way and %.3f the other", c.a, c.b, s, r)
		}
	}
}

// TestLikenessOnPairs scores a file of labelled pairs of names, with the columns
// schema, name1, name2 and is_match: the threshold is the best one on the pairs
// of even number, the figures are those of the others.
func TestLikenessOnPairs(t *testing.T) {
	path := os.Getenv("DATELINE_NAME_BENCH")
	if path == "" {
		t.Skip("DATELINE_NAME_BENCH names no file of pairs")
	}
	even, odd := pairsOf(t, path)
	best, threshold := 0.0, 0.0
	for x := 0.5; x < 1; x += 0.005 {
		if _, _, f := even.at(x); f > best {
			best, threshold = f, x
		}
	}
	p, r, f := odd.at(threshold)
	t.Logf("threshold %.3f: F1 %.1f on the %d pairs it was chosen on; precision %.1f, recall %.1f, F1 %.1f on the other %d",
		threshold, best, len(even), p, r, f, len(odd))
	p, r, f = odd.at(SamePerson)
	t.Logf("at %.2f: precision %.1f, recall %.1f, F1 %.1f", SamePerson, p, r, f)
}

type namePair struct {
	score float64
	same  bool
}

type namePairs []namePair

// at gives precision, recall and F1 in per cent with pairs from x on called one.
func (ps namePairs) at(x float64) (p, r, f float64) {
	hit, called, all := 0.0, 0.0, 0.0
	for _, c := range ps {
		if c.same {
			all++
		}
		if c.score >= x {
			called++
			if c.same {
				hit++
			}
		}
	}
	p, r = 100*hit/max(called, 1), 100*hit/max(all, 1)
	return p, r, 2 * p * r / max(p+r, 1e-9)
}

func pairsOf(t *testing.T, path string) (even, odd namePairs) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	col := map[string]int{}
	for i, name := range rows[0] {
		col[name] = i
	}
	for _, r := range rows[1:] {
		if r[col["schema"]] != "Person" {
			continue
		}
		c := namePair{Likeness(r[col["name1"]], r[col["name2"]]), r[col["is_match"]] == "true"}
		if testing.Verbose() && os.Getenv("DATELINE_NAME_PAIRS") != "" && len(even) == len(odd) && (c.score >= SamePerson) != c.same {
			t.Logf("%.3f %v %s | %s", c.score, c.same, r[col["name1"]], r[col["name2"]])
		}
		if len(even) == len(odd) {
			even = append(even, c)
		} else {
			odd = append(odd, c)
		}
	}
	return even, odd
}
