package place

import (
	"strings"

	"github.com/dateline/dateline"
)

// siteNouns end the name of a building or ground: "State Palace", "Hodeidah Port".
var siteNouns = map[string]bool{"hall": true, "palace": true, "airport": true, "airbase": true, "base": true,
	"stadium": true, "square": true, "hotel": true, "port": true, "harbour": true, "harbor": true, "airfield": true,
	"barracks": true, "prison": true, "camp": true, "mosque": true, "church": true, "cathedral": true, "temple": true,
	"university": true, "hospital": true, "bridge": true, "crossing": true, "checkpoint": true, "headquarters": true,
	"mausoleum": true, "museum": true, "monument": true, "theatre": true, "theater": true, "park": true, "tower": true,
	"guesthouse": true, "residence": true, "parliament": true, "court": true, "refinery": true, "plant": true, "reactor": true}

// sitePrepositions say that something takes place at the site.
var sitePrepositions = map[string]bool{"in": true, "at": true, "near": true, "outside": true, "inside": true, "on": true}

// sites finds named buildings and grounds that the gazetteer lacks. A site lies
// where its city lies: the city named with it, else the one of the dateline; it
// is left out where neither is known.
func (g *Gazetteer) sites(r *dateline.Report, si int, known []dateline.Mention) []dateline.Mention {
	var out []dateline.Mention
	s := &r.Sentences[si]
	for i := range s.Tokens {
		if !siteNouns[strings.ToLower(s.Tokens[i].Form)] || s.Tokens[i].UPOS != "PROPN" || !preposed(s, i) {
			continue
		}
		first := i
		for first > 0 && s.Tokens[first-1].UPOS == "PROPN" && i-first < 6 {
			first--
		}
		if first == i || overlapsAny(s.Tokens[first].Span.Cover(s.Tokens[i].Span), known) {
			continue
		}
		city, why := cityOf(r, si, first, i, known)
		if city == nil {
			continue
		}
		span := s.Tokens[first].Span.Cover(s.Tokens[i].Span)
		name := spell(s, first, i+1)
		out = append(out, dateline.Mention{
			Kind: dateline.PlaceMention, Span: span, Sentence: si, First: first, Last: i + 1, Head: i, Antecedent: -1,
			Place: &dateline.Place{ID: "site:" + city.ID + ":" + fold(name), Name: name, Country: city.Country,
				Lat: city.Lat, Lon: city.Lon, Precision: "site", Within: city.Name},
			Why: dateline.Why{Rule: "site in " + why, Spans: []dateline.Span{span}, Score: 0.8},
		})
	}
	return out
}

// preposed reports whether a preposition of place governs token i.
func preposed(s *dateline.Sentence, i int) bool {
	for k := range s.Tokens {
		if s.Tokens[k].Head == i && s.Tokens[k].Deprel == "case" && sitePrepositions[strings.ToLower(s.Tokens[k].Form)] {
			return true
		}
	}
	return false
}

func overlapsAny(span dateline.Span, ms []dateline.Mention) bool {
	for _, m := range ms {
		if m.Span.Overlaps(span) && m.Place != nil && m.Place.Precision != "city" {
			return true
		}
	}
	return false
}

// cityOf is the city that a site is named with, or that of the dateline.
func cityOf(r *dateline.Report, si, first, last int, known []dateline.Mention) (*dateline.Place, string) {
	s := &r.Sentences[si]
	for _, m := range known {
		if m.Sentence != si || m.Place.Precision != "city" {
			continue
		}
		h := s.Tokens[m.Head].Head
		if m.First >= first && m.First <= last || h >= first && h <= last {
			return m.Place, "the city named with it"
		}
	}
	if r.Location != nil && r.Location.Precision == "city" {
		return r.Location, "the city of the dateline"
	}
	return nil, ""
}

// spell joins the tokens [first, last) with single spaces.
func spell(s *dateline.Sentence, first, last int) string {
	var words []string
	for i := first; i < last; i++ {
		words = append(words, s.Tokens[i].Form)
	}
	return strings.Join(words, " ")
}
