package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// candidate is a legacy encoding with the characters that are frequent in the
// texts written in it.
type candidate struct {
	name   string
	enc    encoding.Encoding
	script *unicode.RangeTable
	common string // the most frequent letters of its languages, lower case
	least  float64
}

// candidates are tried on text whose bytes beyond ASCII come in runs: scripts
// other than Latin. Least is the share of common characters below which a
// candidate does not count.
var candidates = []candidate{
	{"windows-1251", charmap.Windows1251, unicode.Cyrillic, "оеаинтсрвлкмдпуяы", 0.5},
	{"koi8-r", charmap.KOI8R, unicode.Cyrillic, "оеаинтсрвлкмдпуяы", 0.5},
	{"ibm866", charmap.CodePage866, unicode.Cyrillic, "оеаинтсрвлкмдпуяы", 0.5},
	{"iso-8859-5", charmap.ISO8859_5, unicode.Cyrillic, "оеаинтсрвлкмдпуяы", 0.5},
	{"windows-1253", charmap.Windows1253, unicode.Greek, "αοιετσνηυρπκμλς", 0.5},
	{"windows-1255", charmap.Windows1255, unicode.Hebrew, "יוהלאמרתבשנ", 0.5},
	{"windows-1256", charmap.Windows1256, unicode.Arabic, "اليمنتورهبعدة", 0.5},
	{"euc-kr", korean.EUCKR, unicode.Hangul, "이다는을의에가고하은를한로지기사대국도시인정해서북일과자리", 0.2},
	{"shift_jis", japanese.ShiftJIS, unicode.Hiragana, "のにはをたがでてとしれさあいるなかもっ", 0.15},
	{"euc-jp", japanese.EUCJP, unicode.Hiragana, "のにはをたがでてとしれさあいるなかもっ", 0.15},
	{"gb18030", simplifiedchinese.GB18030, unicode.Han, "的一是不了在人有国中大上和年为日这会对发方出以行我他来们时要说京新政部", 0.1},
	{"big5", traditionalchinese.Big5, unicode.Han, "的一是不了在人有國中大上和年為日這會對發方出以行我他來們時要說", 0.1},
}

// guess tells a legacy encoding from the frequencies of its characters, nil
// where none fits.
func guess(body []byte) (encoding.Encoding, string) {
	sample := body[:min(len(body), sampleSize)]
	if lone(sample) {
		return latin(sample)
	}
	var best candidate
	top := 0.0
	for _, c := range candidates {
		if s := c.score(sample); s > top {
			best, top = c, s
		}
	}
	if top == 0 {
		return latin(sample)
	}
	return best.enc, best.name
}

// lone reports whether bytes beyond ASCII mostly stand alone, as the accented
// letters and quotes of Latin text do.
func lone(sample []byte) bool {
	bytes, runs := 0, 0
	for i, c := range sample {
		if c < utf8.RuneSelf {
			continue
		}
		bytes++
		if i == 0 || sample[i-1] < utf8.RuneSelf {
			runs++
		}
	}
	return bytes < 2*runs-runs/4
}

// score is how well a sample reads in the candidate's encoding: the share of
// common characters among those beyond ASCII, less what does not belong, 0 where
// it does not fit.
func (c candidate) score(sample []byte) float64 {
	out, err := c.enc.NewDecoder().Bytes(sample)
	if err != nil {
		return 0
	}
	total, common, wrong := 0, 0, 0
	prev := ' '
	for _, r := range string(out) {
		if r >= utf8.RuneSelf {
			total++
			switch low := unicode.ToLower(r); {
			case unicode.IsUpper(r) && unicode.IsLower(prev): // KOI8-R read as Windows-1251 swaps case
				wrong++
			case strings.ContainsRune(c.common, low):
				common++
			case r == utf8.RuneError, unicode.IsControl(r), unicode.Is(unicode.Co, r):
				wrong += 3
			case unicode.Is(c.script, r):
			case unicode.IsSymbol(r):
				wrong++
			}
		}
		prev = r
	}
	if total == 0 {
		return 0
	}
	share := float64(common) / float64(total)
	if share < c.least || wrong*10 > total*3 {
		return 0
	}
	return (share - float64(wrong)/float64(total)) / c.least
}

// centralEuropean are letters that Windows-1250 has and that stand in its texts.
const centralEuropean = "łąęśżćńóźščžřěůýáíéőűöüäôďťňľĺşţăâîđ"

// latin chooses between the Latin encodings of Windows: 1250 where the bytes
// within words are letters of Central Europe and no letters in 1252, 1254 where
// they are Turkish, else 1252.
func latin(sample []byte) (encoding.Encoding, string) {
	west, east, turkish := 0, 0, 0
	for i, c := range sample {
		if c < utf8.RuneSelf || i == 0 || i+1 >= len(sample) || !asciiLetter(sample[i-1]) && !asciiLetter(sample[i+1]) {
			continue
		}
		if r := charmap.Windows1252.DecodeByte(c); !unicode.IsLetter(r) || strings.ContainsRune("ŠšŽžœŒ", r) {
			if c >= 0xA0 || unicode.IsLetter(r) {
				west--
			}
		}
		if r := charmap.Windows1250.DecodeByte(c); strings.ContainsRune(centralEuropean, r) && r > 0xff {
			east++
		} else if !unicode.IsLetter(r) && c >= 0xA0 {
			east -= 2
		}
		if c == 0xFD || c == 0xFE || c == 0xF0 || c == 0xDD || c == 0xDE {
			turkish++
		}
	}
	switch {
	case west <= -2 && east >= 3:
		return charmap.Windows1250, "windows-1250"
	case turkish >= 4 && turkish > east:
		return charmap.Windows1254, "windows-1254"
	}
	return charmap.Windows1252, "windows-1252"
}

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
