package ingest_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/ingest"
)

const (
	russian = "Министр иностранных дел прибыл в столицу с двухдневным визитом. Стороны подписали договор о дружбе и сотрудничестве."
	korean1 = "외무성 대변인은 양국 관계를 발전시키는 것이 두 나라 인민의 이익에 부합된다고 말하였다. 회담은 우호적인 분위기에서 진행되었다."
	chinese = "外交部发言人在例行记者会上说,中国和俄罗斯的关系是好的,两国人民的友谊在发展,这对世界和平有利。我们不同意这一说法。"
	trad    = "外交部發言人說,我們和他們的關係在這一年中是好的,兩國人民的友誼會發展,這對世界和平是有利的。"
	japan   = "外務大臣は記者会見で、両国の関係を発展させることが重要であると述べた。会談は三時間にわたって行われ、合意には至らなかった。"
	greek   = "Ο υπουργός Εξωτερικών έφτασε στην πρωτεύουσα για διήμερη επίσκεψη. Οι δύο πλευρές υπέγραψαν συνθήκη φιλίας."
	french  = "Le ministre a été reçu à l’Élysée où, dit-il, « l’échange fut très cordial » – malgré les différends passés."
	german  = "Der Außenminister führte Gespräche über die künftige Zusammenarbeit beider Länder und würdigte die Verträge."
	polish  = "Prezydent spotkał się z ministrem, żeby omówić wspólną granicę. Rozmowy były długie, ale osiągnięto porozumienie w sprawie żeglugi."
	czech   = "Ministr zahraničí řekl, že dohoda o spolupráci bude podepsána příští týden. Jednání proběhla v přátelském ovzduší."
	turkish = "Dışişleri Bakanı görüşmelerin yapıcı geçtiğini söyledi. İki ülke arasındaki anlaşmanın şartları ağır bulundu."
	english = "The minister – who had “no comment” – left the capital for Málaga. “It’s over,” an aide said."
)

func TestCharsets(t *testing.T) {
	utf16 := func(e unicode.Endianness, p unicode.BOMPolicy) encoding.Encoding { return unicode.UTF16(e, p) }
	for _, c := range []struct {
		name, text string
		enc        encoding.Encoding
	}{
		{"windows-1251", russian, charmap.Windows1251},
		{"koi8-r", russian, charmap.KOI8R},
		{"ibm866", russian, charmap.CodePage866},
		{"iso-8859-5", russian, charmap.ISO8859_5},
		{"koi8-r", "KOI text. " + strings.ToUpper(russian) + " " + russian, charmap.KOI8R},
		{"euc-kr", korean1, korean.EUCKR},
		{"gb18030", chinese, simplifiedchinese.GBK},
		{"big5", trad, traditionalchinese.Big5},
		{"shift_jis", japan, japanese.ShiftJIS},
		{"euc-jp", japan, japanese.EUCJP},
		{"iso-2022-jp", japan, japanese.ISO2022JP},
		{"windows-1253", greek, charmap.Windows1253},
		{"windows-1252", french, charmap.Windows1252},
		{"windows-1252", german, charmap.Windows1252},
		{"windows-1252", english, charmap.Windows1252},
		{"windows-1250", polish, charmap.Windows1250},
		{"windows-1250", czech, charmap.Windows1250},
		{"windows-1254", turkish, charmap.Windows1254},
		{"utf-16le", english, utf16(unicode.LittleEndian, unicode.UseBOM)},
		{"utf-16be", english, utf16(unicode.BigEndian, unicode.UseBOM)},
		{"utf-16le", english, utf16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"utf-16be", english, utf16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"utf-16le", korean1, utf16(unicode.LittleEndian, unicode.UseBOM)},
		{"utf-8", korean1, encoding.Nop},
		{"utf-8", "\uFEFF" + russian, encoding.Nop},
		{"euc-kr", "Pyongyang Times digest: " + korean1 + " End of item.", korean.EUCKR},
	} {
		body, err := c.enc.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(c.name, err)
		}
		docs, err := ingest.ReadFrom(bytes.NewReader(body), "x.txt")
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		d := docs[0]
		if d.Charset != c.name || d.Text != c.text || !bytes.Equal(d.Body, body) || d.ID != dateline.IDOf(body) {
			t.Errorf("%s: read as %s: %.80s", c.name, d.Charset, d.Text)
		}
	}
}

// TestDeclaredCharset: what a page declares counts before letters are counted.
func TestDeclaredCharset(t *testing.T) {
	body, _ := charmap.ISO8859_2.NewEncoder().String(`<html><head><meta charset="iso-8859-2"><title>Zażółć</title></head><body><p>Łódź</p></body></html>`)
	docs, err := ingest.ReadFrom(strings.NewReader(body), "x.html")
	if err != nil || docs[0].Charset != "iso-8859-2" || !strings.Contains(docs[0].Text, "Łódź") {
		t.Errorf("%+v, %v", docs, err)
	}
}

// TestDamagedUTF8: a few wrong bytes do not make a text another encoding's.
func TestDamagedUTF8(t *testing.T) {
	body := strings.Repeat(korean1, 3) + "\xff and on. " + korean1
	docs, err := ingest.ReadFrom(strings.NewReader(body), "x.txt")
	if err != nil || docs[0].Charset != "utf-8" || !strings.Contains(docs[0].Text, "\uFFFD and on") {
		t.Errorf("%+v, %v", docs, err)
	}
}

func FuzzReadFrom(f *testing.F) {
	for _, s := range []string{russian, "\xff\xfea\x00", "<html><p>Talks", "<rss><item><title>A</title></item></rss>", "\x1f\x8b\x08", "\xb0\xa1\xb0\xa2 ab"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		docs, err := ingest.ReadFrom(bytes.NewReader(body), "x")
		if (err == nil) == (len(docs) == 0) {
			t.Fatalf("%d documents and error %v", len(docs), err)
		}
		for _, d := range docs {
			if !strings.Contains(d.Text, "") || strings.ToValidUTF8(d.Text, "") != d.Text {
				t.Fatalf("the text is not UTF-8: %q", d.Text)
			}
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	body, _ := charmap.KOI8R.NewEncoder().Bytes([]byte(strings.Repeat(russian, 5000)))
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		if _, err := ingest.ReadFrom(bytes.NewReader(body), "x"); err != nil {
			b.Fatal(err)
		}
	}
}
