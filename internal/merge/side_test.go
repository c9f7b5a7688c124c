package merge

import (
	"testing"

	"github.com/dateline/dateline"
)

// TestSide checks which events one side's media alone carry, whoever passes their
// word on.
func TestSide(t *testing.T) {
	steppe := dateline.Outlet{ID: "steppe", Name: "Steppe News Agency", Kind: dateline.Agency, Country: "MNG"}
	fjord := dateline.Outlet{ID: "fjord", Name: "Fjord Radio", Country: "NOR"}
	passedOn := []dateline.Link{{Name: fjord.Name, ID: fjord.ID, Kind: "outlet"}, {Name: steppe.Name, ID: steppe.ID, Kind: "outlet", Code: "MNG"}}
	own := func(o dateline.Outlet) []dateline.Link {
		return []dateline.Link{{Name: o.Name, ID: o.ID, Kind: "outlet"}}
	}
	for _, c := range []struct {
		what    string
		outlets []dateline.Outlet
		chains  [][]dateline.Link
		actor   string
		want    string
	}{
		{"its own", []dateline.Outlet{steppe}, [][]dateline.Link{own(steppe)}, "MNG", "MNG"},
		{"passed on", []dateline.Outlet{steppe, fjord}, [][]dateline.Link{own(steppe), passedOn}, "MNG", "MNG"},
		{"no party", []dateline.Outlet{steppe}, [][]dateline.Link{own(steppe)}, "PER", ""},
		{"others too", []dateline.Outlet{steppe, fjord}, [][]dateline.Link{own(steppe), own(fjord)}, "MNG", ""},
		{"unknown outlet", []dateline.Outlet{{Name: "Morning Mail"}}, [][]dateline.Link{own(dateline.Outlet{Name: "Morning Mail"})}, "MNG", ""},
	} {
		in := Input{Reports: map[dateline.ReportID]*dateline.Report{}}
		var cluster []int32
		for i, o := range c.outlets {
			id := string(rune('a' + i))
			in.Reports[dateline.ReportID(id)] = &dateline.Report{ID: dateline.ReportID(id), Outlet: o}
			in.Claims = append(in.Claims, dateline.Claim{
				ID: dateline.ClaimID(id), Report: dateline.ReportID(id), Event: "CONSULT", Chain: c.chains[i],
				Actors: []dateline.Participant{{Actor: dateline.Actor{Code: c.actor}}},
			})
			cluster = append(cluster, int32(i))
		}
		if got := NewIndex(in).side(cluster); got != c.want {
			t.Errorf("%s: side %q, want %q", c.what, got, c.want)
		}
	}
}
