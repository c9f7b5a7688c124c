package entity

import "strings"

// soundKey folds the spellings that one name takes under different
// romanisations into one key.
func soundKey(w string) string {
	return soundRules.Replace(w)
}

var soundRules = strings.NewReplacer("iya", "ia", "yev", "ev", "ye", "e", "yi", "i", "iy", "i", "ii", "i", "ij", "i", "y", "i",
	"ks", "x", "ph", "f", "ou", "u", "oo", "u", "ck", "k", "kh", "h", "tch", "ch", "dzh", "j", "zh", "j")
