package timex

import (
	"testing"

	"github.com/dateline/dateline"
)

// TestFeasts checks feasts that move against the days on which they were kept.
func TestFeasts(t *testing.T) {
	for name, want := range map[string][]dateline.Day{
		"easter":               {"1999-04-04", "2008-03-23", "2011-04-24", "2038-04-25"},
		"orthodox easter":      {"2018-04-08", "2021-05-02"},
		"chinese new year":     {"1985-02-20", "2000-02-05", "2007-02-18", "2015-02-19", "2023-01-22", "2034-02-19"},
		"chuseok":              {"2014-09-08", "2017-10-04", "2020-10-01", "2023-09-29"},
		"dragon boat festival": {"2012-06-23", "2019-06-07", "2023-06-22"},
		"eid al-fitr":          {"2015-07-17", "2018-06-15", "2024-04-10"},
		"eid al-adha":          {"2011-11-06", "2017-09-01", "2021-07-20"},
		"ashura":               {"2017-09-30"},
		"ramadan":              {"2005-10-04", "2012-07-20", "2021-04-13", "2023-03-23"},
		"rosh hashanah":        {"1999-09-11", "2005-10-04", "2018-09-10", "2024-10-03"},
		"yom kippur":           {"1973-10-06", "2018-09-19"},
		"hanukkah":             {"2013-11-28", "2016-12-25", "2018-12-03", "2024-12-26"},
		"passover":             {"2013-03-26", "2018-03-31", "2021-03-28"},
		"diwali":               {"2001-11-14", "2009-10-17", "2013-11-03", "2018-11-07", "2019-10-27", "2022-10-24"},
		"holi":                 {"2018-03-02", "2019-03-21", "2020-03-10", "2021-03-29", "2023-03-08"},
		"thanksgiving":         {"2012-11-22", "2013-11-28"},
	} {
		h := holidayNamed(t, name)
		for _, day := range want {
			when, _ := day.Time()
			if first, _, _ := h.in(when.Year()).bounds(); dateline.DayOf(first) != day {
				t.Errorf("%s of %d: %s, want %s", name, when.Year(), dateline.DayOf(first), day)
			}
		}
	}
}

func holidayNamed(t *testing.T, name string) *holidayRule {
	t.Helper()
	g := rules()
	for i := range holidays {
		for _, p := range g.phrases[g.lexicon[splitWords(name)[0]].id] {
			if p.text == name && p.num == i && p.class == holiday {
				return &holidays[i]
			}
		}
	}
	t.Fatalf("no holiday %s", name)
	return nil
}
