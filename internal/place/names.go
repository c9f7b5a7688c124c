package place

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// english is the name of the table, or its English form where only that is in plain
// letters.
func english(name, other string) string {
	if !isASCII(name) && other != "" && isASCII(other) {
		return other
	}
	return name
}

// newsName is a name of the table as the news spells it: without the marks of
// scholarly transliteration.
func newsName(name string) string {
	if isASCII(name) {
		return name
	}
	return norm.NFC.String(strings.Map(unmarked, norm.NFD.String(name)))
}

// unmarked drops macrons, dots below, breves below and signs for ayn and hamza.
func unmarked(r rune) rune {
	switch r {
	case '\u0304', '\u0323', '\u032e', '\u0331', '‘', '’', 'ʻ', 'ʼ', 'ʿ', 'ʾ':
		return -1
	}
	return r
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// arab are the states whose towns the table spells with the Arabic article.
var arab = words("DZA BHR EGY IRQ JOR KWT LBN LBY MAR OMN PSE QAT SAU SDN SYR TUN ARE YEM")

// arabicForms are the spellings of an Arabic name that the news uses beside the
// one of the table: without the article, without the mute h at its end.
func arabicForms(name string) []string {
	folded := fold(name)
	bare := folded
	for _, article := range []string{"al ", "ar ", "as ", "ash ", "at ", "ad ", "an ", "az "} {
		if rest, ok := strings.CutPrefix(folded, article); ok && len(rest) > 3 {
			bare = rest
		}
	}
	out := []string{bare, "al " + bare}
	if short, ok := strings.CutSuffix(bare, "ah"); ok && len(short) > 3 {
		out = append(out, short+"a", "al "+short+"a")
	} else if strings.HasSuffix(bare, "a") {
		out = append(out, bare+"h")
	}
	return out
}

// provinceWords are the words for a division of a state, which its name may stand
// with or without: "Helmand", "Helmand Province", "the Republic of Tatarstan".
var provinceWords = []string{"Province", "Oblast", "Region", "Governorate", "Prefecture", "State", "District", "County",
	"Department", "Emirate", "Krai", "Kray", "Municipality", "Sheng", "Shi", "Raion", "Voivodeship", "Republic", "Division", "Territory"}

// provinceNames enters a province by name, with and without the word for what it is.
func (g *Gazetteer) provinceNames(name string, n int32) {
	bare := name
	for _, w := range provinceWords {
		bare = strings.TrimSuffix(bare, " "+w)
		bare = strings.TrimPrefix(bare, w+" of ")
	}
	g.name(name, n)
	g.name(bare, n)
	for _, w := range []string{"Province", "State", "Oblast", "Region", "Governorate"} {
		if !strings.HasSuffix(bare, "State") {
			g.name(bare+" "+w, n)
		}
	}
	g.name("Province of "+bare, n)
	g.name("State of "+bare, n)
}

// bareCounties are the states whose counties go by their bare names: "Suffolk",
// "Laguna". Elsewhere the word for what it is must stand with the name.
var bareCounties = words("GBR IRL PHL FRA")

// countyWords are the words for a division of a province.
var countyWords = []string{"County", "Parish", "District", "Province", "Governorate", "Borough", "Census Area", "Department"}

// countyNames are the names of a division of a province in the news: the one of
// the table and, for the states where it goes without, that without "County of".
func countyNames(name, country string) []string {
	bare := name
	for _, w := range countyWords {
		bare = strings.TrimSuffix(bare, " "+w)
		bare = strings.TrimPrefix(bare, w+" of ")
		bare = strings.TrimPrefix(bare, w+" ")
	}
	bare = strings.TrimPrefix(bare, "City and Borough of ")
	switch {
	case country == "USA":
		return []string{name}
	case country == "GBR" || country == "IRL":
		return []string{name, bare, "County " + bare, "Co " + bare}
	case bareCounties[country]:
		return []string{name, bare, bare + " Province"}
	}
	return []string{bare + " District", bare + " district", "District of " + bare}
}
