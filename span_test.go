package dateline_test

import (
	"testing"

	"github.com/dateline/dateline"
)

func TestSpan(t *testing.T) {
	text := "Talks were held."
	for _, c := range []struct {
		span dateline.Span
		want string
	}{
		{dateline.Span{Start: 0, End: 5}, "Talks"},
		{dateline.Span{Start: 11, End: 99}, "held."},
		{dateline.Span{Start: -4, End: 2}, "Ta"},
		{dateline.Span{Start: 9, End: 3}, ""},
	} {
		if got := c.span.In(text); got != c.want {
			t.Errorf("%v.In = %q, want %q", c.span, got, c.want)
		}
	}
	a, b := dateline.Span{Start: 2, End: 5}, dateline.Span{Start: 4, End: 9}
	if !a.Overlaps(b) || a.Contains(b) || a.Cover(b) != (dateline.Span{Start: 2, End: 9}) {
		t.Errorf("overlap, containment or cover of %v and %v is wrong", a, b)
	}
	if got := (dateline.Span{}).Cover(b); got != b {
		t.Errorf("an empty span widens the cover: %v", got)
	}
}

func TestDay(t *testing.T) {
	if got := dateline.Day("2000-02-28").Add(2); got != "2000-03-01" {
		t.Errorf("2000-02-28 and two days = %s", got)
	}
	if got := dateline.Day("").Add(2); got != "" {
		t.Errorf("an unknown day moved to %s", got)
	}
}

func TestHashIDKeepsPartsApart(t *testing.T) {
	if dateline.HashID("ab", "c") == dateline.HashID("a", "bc") {
		t.Error("different parts give one ID")
	}
	if dateline.IDOf([]byte("x")) == dateline.IDOf([]byte("y")) {
		t.Error("different bodies give one ID")
	}
}
