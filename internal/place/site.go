package place

import (
	"strings"

	"github.com/dateline/dateline"
)

// siteNouns end the name of a building or ground: "State Palace", "Hodeidah Port".
var siteNouns = words("hall palace airport airbase airfield stadium square hotel port harbour harbor barracks prison camp mosque church cathedral " +
	"temple university hospital bridge crossing checkpoint headquarters mausoleum museum monument theatre theater park tower guesthouse residence " +
	"refinery plant reactor base cemetery shrine synagogue market station terminal dam mine shipyard cosmodrome")

// sitePrepositions say that something takes place at the site.
var sitePrepositions = words("in at near outside inside on to from into around")

// withSites adds named buildings and grounds that the gazetteer lacks, in place of
// the cities that are part of their names ("Hodeidah Port"). A site lies where its
// city lies: the city in its name, else the one that its sentence names, else
// that of the dateline; it is left out where none is known.
func (a *annotator) withSites(ms []dateline.Mention) []dateline.Mention {
	for si := range a.r.Sentences {
		s := &a.r.Sentences[si]
		for i := range s.Tokens {
			if !siteNouns[strings.ToLower(s.Tokens[i].Form)] || s.Tokens[i].UPOS != "PROPN" || !preposed(s, i) {
				continue
			}
			if m, ok := a.site(si, i, ms); ok {
				ms = append(outside(ms, m.Span), m)
			}
		}
	}
	return ms
}

// site is the mention of the site whose name ends at token i of sentence si.
func (a *annotator) site(si, i int, known []dateline.Mention) (dateline.Mention, bool) {
	s := &a.r.Sentences[si]
	first := i
	for first > 0 && s.Tokens[first-1].UPOS == "PROPN" && i-first < 6 {
		first--
	}
	span := s.Tokens[first].Span.Cover(s.Tokens[i].Span)
	if first == i || covered(known, span) {
		return dateline.Mention{}, false
	}
	city, why := a.cityOf(si, first, i, known)
	if city == nil {
		return dateline.Mention{}, false
	}
	name := spell(s, first, i+1)
	return dateline.Mention{
		Kind: dateline.PlaceMention, Span: span, Sentence: si, First: first, Last: i + 1, Head: headOf(s, first, i+1), Antecedent: -1,
		Place: &dateline.Place{ID: "site:" + city.ID + ":" + fold(name), Name: name, Country: city.Country,
			Lat: city.Lat, Lon: city.Lon, Precision: "site", Within: city.Name},
		Why: dateline.Why{Rule: "site in " + why, Spans: []dateline.Span{span}, Score: 0.8},
	}, true
}

// preposed reports whether a preposition of place governs token i.
func preposed(s *dateline.Sentence, i int) bool {
	form, ok := caseOf(s, i)
	return ok && sitePrepositions[form]
}

// covered reports whether a place known already holds the span or is a site in it.
func covered(ms []dateline.Mention, span dateline.Span) bool {
	for _, m := range ms {
		if m.Span.Overlaps(span) && m.Place.Precision != "city" && m.Place.Precision != "region" {
			return true
		}
	}
	return false
}

// outside keeps the mentions that do not lie in span.
func outside(ms []dateline.Mention, span dateline.Span) []dateline.Mention {
	out := ms[:0]
	for _, m := range ms {
		if !m.Span.Overlaps(span) {
			out = append(out, m)
		}
	}
	return out
}

// cityOf is the city that a site lies in.
func (a *annotator) cityOf(si, first, last int, known []dateline.Mention) (*dateline.Place, string) {
	others := false
	for _, m := range known {
		switch {
		case m.Sentence != si:
			continue
		case m.Place.Precision != "city":
		case m.First >= first && m.First <= last:
			return m.Place, "the city of its name"
		case m.First > last && m.First <= last+3 || m.Last < first && m.Last >= first-2:
			return m.Place, "the city beside it"
		}
		others = true
	}
	if at := a.r.Location; at != nil && at.Precision == "city" && !others {
		return at, "the city of the dateline"
	}
	return nil, ""
}

// spell joins the tokens [first, last) with single spaces.
func spell(s *dateline.Sentence, first, last int) string {
	var forms []string
	for i := first; i < last; i++ {
		forms = append(forms, s.Tokens[i].Form)
	}
	return strings.Join(forms, " ")
}
