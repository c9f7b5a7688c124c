package dateline_test

import (
	"testing"

	"github.com/dateline/dateline"
)

func TestSourcing(t *testing.T) {
	agency, paper := dateline.Origin{Name: "KCNA"}, dateline.Origin{Name: "The Steppe Post"}
	for _, c := range []struct {
		e    dateline.Event
		want string
	}{
		{dateline.Event{}, "origin unknown"},
		{dateline.Event{Origins: []dateline.Origin{{}}}, "single origin, unnamed"},
		{dateline.Event{Origins: []dateline.Origin{agency}}, "single origin: KCNA"},
		{dateline.Event{Origins: []dateline.Origin{agency}, Side: "PRK"}, "single origin: KCNA, media of PRK alone"},
		{dateline.Event{Origins: []dateline.Origin{agency, paper}}, "2 independent origins"},
		{dateline.Event{Origins: []dateline.Origin{agency, paper}, Side: "PRK"}, "2 independent origins, media of PRK alone"},
	} {
		if got := c.e.Sourcing(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.e, got, c.want)
		}
	}
}
