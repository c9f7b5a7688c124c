package entity

import (
	"slices"
	"strings"
)

// soundKey folds the spellings that one name takes under the usual
// romanisations of Russian, Arabic and Turkic names into one key.
func soundKey(w string) string {
	w = soundRules.Replace(w)
	var b strings.Builder
	for i := 0; i < len(w); i++ {
		if i == 0 || w[i] != w[i-1] {
			b.WriteByte(w[i])
		}
	}
	return b.String()
}

// soundRules put Library of Congress, BGN, French, German and press spellings
// on one form: Evgenii and Yevgeny, Gorbatschow and Gorbachev.
var soundRules = strings.NewReplacer("iya", "ia", "yev", "ev", "ye", "e", "yi", "i", "iy", "i", "ii", "i", "ij", "i", "yu", "iu", "ya", "ia", "y", "i",
	"ks", "x", "ph", "f", "ou", "u", "oo", "u", "ck", "k", "kh", "h", "tsch", "ch", "tch", "ch", "sch", "sh", "cz", "ch", "dzh", "j", "dj", "j", "zh", "j", "ei", "e", "ey", "e", "ay", "e", "ai", "e",
	"gh", "g", "w", "v", "ee", "i", "q", "k")

// sameSound reports whether two folded words may be one name written under two
// systems of romanisation; eastern names are also compared syllable by syllable.
func sameSound(a, b string, eastern bool) bool {
	if a == b || soundKey(a) == soundKey(b) {
		return true
	}
	if !eastern {
		return false
	}
	if k := koreanKey(a); k != "" && k == koreanKey(b) {
		return true
	}
	k := chineseKey(a)
	return k != "" && k == chineseKey(b)
}

// koreanInitials, koreanVowels and koreanFinals give the spellings of a
// syllable's parts under McCune-Reischauer, Revised Romanisation, the DPRK's own
// and what the press makes of them; one value stands for one sound.
var koreanInitials = map[string]string{"": "", "k": "g", "g": "g", "kk": "g", "n": "n", "t": "d", "d": "d", "r": "r", "l": "r", "m": "m", "p": "b", "b": "b",
	"s": "s", "sh": "s", "ch": "j", "j": "j", "h": "h", "th": "d", "kh": "g", "ph": "b"}

var koreanVowels = map[string]string{"a": "a", "ae": "ae", "ai": "ae", "ya": "ya", "o": "o", "eo": "eo", "u": "u", "oo": "u", "eu": "eu", "i": "i", "ee": "i", "e": "e",
	"yo": "yo", "yeo": "yeo", "yu": "yu", "yoo": "yu", "ye": "ye", "wa": "wa", "wo": "wo", "weo": "wo", "oe": "oe", "we": "oe", "oi": "oe", "ui": "ui", "eui": "ui", "wi": "wi", "you": "yeo"}

// broad joins the vowels that spellings without diacritics do not tell apart:
// Jong, Jeong and Chong; Yong and Yeong.
var broad = map[string]string{"eo": "o", "yeo": "yo", "eu": "u"}

// koreanFamily holds the family names whose usual spellings follow no system.
var koreanFamily = map[string]string{"lee": "ri", "ri": "ri", "li": "ri", "yi": "ri", "rhee": "ri", "pak": "bak", "park": "bak", "bak": "bak",
	"choe": "joe", "choi": "joe", "roh": "no", "no": "no", "noh": "no", "ro": "no", "im": "im", "lim": "im", "rim": "im", "yim": "im",
	"yu": "yu", "yoo": "yu", "ryu": "yu", "you": "yu", "o": "o", "oh": "o", "u": "u", "woo": "u", "yun": "yun", "yoon": "yun", "paik": "baek",
	"chung": "jong", "jung": "jong", "jeong": "jong", "jong": "jong", "chong": "jong"}

// koreanKey is the sound of a word that is one or two Korean syllables, "" for
// others.
func koreanKey(w string) string {
	if s := koreanFamily[w]; s != "" {
		return s
	}
	if s := koreanSyllable(w); s != "" {
		return s
	}
	for i := len(w) - 2; i >= 2; i-- {
		a, b := koreanSyllable(w[:i]), koreanSyllable(w[i:])
		if a != "" && b != "" {
			return a + "." + b
		}
	}
	return ""
}

func koreanSyllable(w string) string {
	i := 0
	for i < len(w) && !strings.ContainsRune("aeiouwy", rune(w[i])) {
		i++
	}
	j := i
	for j < len(w) && strings.ContainsRune("aeiouwy", rune(w[j])) {
		j++
	}
	head, ok := koreanInitials[w[:i]]
	if !ok || j == i {
		return ""
	}
	vowel := koreanVowels[w[i:j]]
	if b := broad[vowel]; b != "" {
		vowel = b
	}
	tail := w[j:]
	switch tail {
	case "", "n", "ng", "m":
	case "k", "g", "ck":
		tail = "k"
	case "p", "b":
		tail = "p"
	case "l", "r":
		tail = "l"
	case "t", "s":
		tail = "t"
	case "h":
		tail = "" // Roh, Noh
	default:
		return ""
	}
	if vowel == "" {
		return ""
	}
	return head + vowel + tail
}

// chineseKey is the Pinyin of a word that may be a Wade-Giles syllable or a pair
// of them, "" for others. The aspirate's apostrophe is lost in print, so that
// aspirated and plain initials share a key.
func chineseKey(w string) string {
	if len(w) < 2 || len(w) > 12 {
		return ""
	}
	i := strings.IndexAny(w, "aeiou")
	if i < 0 {
		return ""
	}
	head, ok := chineseInitials[w[:i]]
	if !ok {
		return ""
	}
	rest := w[i:]
	if w[:i] == "hs" || w[:i] == "x" { // hsiang, xiang; hsi, xi
		head = "x"
	}
	return head + chineseFinals.Replace(rest)
}

var chineseInitials = map[string]string{"": "", "b": "b", "p": "b", "m": "m", "f": "f", "d": "d", "t": "d", "n": "n", "l": "l", "g": "g", "k": "g", "h": "h",
	"j": "j", "q": "j", "ch": "j", "zh": "j", "x": "x", "hs": "x", "sh": "sh", "r": "r", "j'": "r", "z": "z", "ts": "z", "tz": "z", "c": "z", "s": "s", "w": "w", "y": "y"}

var chineseFinals = strings.NewReplacer("ien", "ian", "ieh", "ie", "ueh", "ue", "ung", "ong", "uo", "o", "ih", "i", "u-", "u", "eh", "e", "p", "b", "k", "g", "t", "d")

// romanise writes Cyrillic, Greek and Arabic letters in Latin ones, after
// BGN/PCGN where that is one to one; Arabic without the vowels that its script
// leaves out. Other letters stay.
func romanise(s string) string { return letterRules.Replace(s) }

var letterRules = strings.NewReplacer(append(bothCases(
	"а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "е", "e", "ё", "e", "ж", "zh", "з", "z", "и", "i", "й", "i", "к", "k", "л", "l", "м", "m", "н", "n",
	"о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ъ", "", "ы", "i", "ь", "",
	"э", "e", "ю", "iu", "я", "ia", "і", "i", "ї", "i", "є", "e", "ґ", "g", "ў", "u", "ј", "j", "љ", "lj", "њ", "nj", "ћ", "c", "ђ", "dj", "џ", "dz", "ө", "o", "ү", "u", "қ", "k", "ғ", "g", "ң", "n", "ә", "a", "ұ", "u",
	"α", "a", "β", "v", "γ", "g", "δ", "d", "ε", "e", "ζ", "z", "η", "i", "θ", "th", "ι", "i", "κ", "k", "λ", "l", "μ", "m", "ν", "n", "ξ", "x", "ο", "o", "π", "p",
	"ρ", "r", "σ", "s", "ς", "s", "τ", "t", "υ", "y", "φ", "f", "χ", "ch", "ψ", "ps", "ω", "o", "ά", "a", "έ", "e", "ή", "i", "ί", "i", "ό", "o", "ύ", "y", "ώ", "o"),
	"ا", "a", "أ", "a", "إ", "i", "آ", "a", "ب", "b", "ت", "t", "ث", "th", "ج", "j", "ح", "h", "خ", "kh", "د", "d", "ذ", "dh", "ر", "r", "ز", "z", "س", "s",
	"ش", "sh", "ص", "s", "ض", "d", "ط", "t", "ظ", "z", "ع", "", "غ", "gh", "ف", "f", "ق", "q", "ك", "k", "ل", "l", "م", "m", "ن", "n", "ه", "h", "و", "w",
	"ي", "i", "ى", "a", "ة", "a", "ء", "", "ئ", "", "ؤ", "w", "پ", "p", "چ", "ch", "ژ", "zh", "گ", "g", "ک", "k", "ی", "i")...)

func bothCases(pairs ...string) []string {
	out := slices.Clone(pairs)
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, strings.ToUpper(pairs[i]), pairs[i+1])
	}
	return out
}
