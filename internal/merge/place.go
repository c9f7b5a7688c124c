package merge

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

func placeNameKey(n *node) string {
	if n.claim.Place == nil || n.claim.PlaceWhy == "dateline" || n.claim.PlaceWhy == "report" {
		return ""
	}
	return placeKey(n.claim.Place)
}

// precision of places, rough first.
var precisions = []string{"", "sea", "country", "region", "city", "site"}

// comparePlaces compares stated places.
func comparePlaces(a, b *node) verdictOn {
	p, q := a.claim.Place, b.claim.Place
	fine, finer := slices.Index(precisions, p.Precision), slices.Index(precisions, q.Precision)
	between := fmt.Sprintf("%s against %s", q.Name, p.Name)
	switch {
	case a.f.site != b.f.site && p.Country != q.Country && p.Country+q.Country != "" && (p.Precision == "region" || q.Precision == "region"):
		return verdictOn{} // a region may reach across a border
	case strings.EqualFold(p.Name, q.Name) && (p.Country == q.Country || p.Country == "" || q.Country == ""):
		return verdictOn{}
	case p.Country != "" && q.Country != "" && p.Country != q.Country:
		return verdictOn{kind: dateline.Contradicts, why: between}
	case fine < finer:
		return verdictOn{kind: dateline.Refines, why: fmt.Sprintf("%s is more precise than %s", q.Name, p.Name)}
	case finer < fine:
		return verdictOn{kind: dateline.Refines, swap: true, why: fmt.Sprintf("%s is more precise than %s", p.Name, q.Name)}
	case p.Precision == "site" || finer < slices.Index(precisions, "city"):
		return verdictOn{} // sites of one town, overlapping regions
	case strings.EqualFold(p.Within, q.Name), strings.EqualFold(q.Within, p.Name):
		return verdictOn{}
	case distance(p, q) < 25:
		return verdictOn{}
	}
	return verdictOn{kind: dateline.Contradicts, why: between}
}

// distance in kilometres on a sphere; places without coordinates are far apart.
func distance(p, q *dateline.Place) float64 {
	if p.Lat == 0 && p.Lon == 0 || q.Lat == 0 && q.Lon == 0 {
		return math.Inf(1)
	}
	rad := math.Pi / 180
	dLat, dLon := (p.Lat-q.Lat)*rad, (p.Lon-q.Lon)*rad
	h := math.Pow(math.Sin(dLat/2), 2) + math.Cos(p.Lat*rad)*math.Cos(q.Lat*rad)*math.Pow(math.Sin(dLon/2), 2)
	return 2 * 6371 * math.Asin(math.Min(1, math.Sqrt(h)))
}
