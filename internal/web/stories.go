package web

import (
	"cmp"
	"net/http"
	"slices"

	"github.com/dateline/dateline"
)

// storiesPage lists the stories, those of most events first.
type storiesPage struct {
	Stories      []storyRow
	Single       int // stories of one event only, which are left out
	Newer, Older string
}

type storyRow struct {
	ID          dateline.StoryID
	Title       string
	First, Last moment
	Events      int
	Strip       []kind // of its events in order, not more than stripLength
}

// stripLength is how many events of a story its row draws.
const stripLength = 60

// storyPage is one story with its events by day.
type storyPage struct {
	Title       string
	First, Last moment
	Events      int
	Days        []day
}

func (s *server) stories(r *http.Request) (view, error) {
	f, err := readFilter(r)
	if err != nil {
		return view{}, err
	}
	all, err := s.store.Stories(r.Context())
	if err != nil {
		return view{}, err
	}
	o, err := s.catalog.get(r.Context())
	if err != nil {
		return view{}, err
	}
	n := len(all)
	all = slices.DeleteFunc(slices.Clone(all), func(st dateline.Story) bool { return len(st.Events) < 2 })
	slices.SortStableFunc(all, func(a, b dateline.Story) int {
		return cmp.Or(len(b.Events)-len(a.Events), cmp.Compare(a.First, b.First), cmp.Compare(a.ID, b.ID))
	})
	p := storiesPage{Single: n - len(all)}
	from := min((f.Page-1)*perPage, len(all))
	to := min(from+perPage, len(all))
	for _, st := range all[from:to] {
		p.Stories = append(p.Stories, o.storyRow(&st))
	}
	p.Newer, p.Older = neighbours(filter{Page: f.Page}, "/stories", to < len(all))
	return view{template: "stories", Title: "Stories", Section: "stories", Data: p}, nil
}

func (o *overview) storyRow(st *dateline.Story) storyRow {
	row := storyRow{ID: st.ID, Title: titleOf(st.Title), First: dayOf(st.First), Last: dayOf(st.Last), Events: len(st.Events)}
	for _, id := range st.Events[:min(len(st.Events), stripLength)] {
		if e := o.events[id]; e != nil {
			row.Strip = append(row.Strip, e.Kind)
		}
	}
	return row
}

func (s *server) story(r *http.Request) (view, error) {
	ctx, id := r.Context(), dateline.StoryID(r.PathValue("id"))
	all, err := s.store.Stories(ctx)
	if err != nil {
		return view{}, err
	}
	i := slices.IndexFunc(all, func(st dateline.Story) bool { return st.ID == id })
	if i < 0 {
		return view{}, dateline.ErrNotFound
	}
	o, err := s.catalog.get(ctx)
	if err != nil {
		return view{}, err
	}
	st := &all[i]
	var list []dateline.Event
	for _, id := range st.Events[:min(len(st.Events), 5*perPage)] {
		e, err := s.store.Event(ctx, id)
		if err != nil {
			return view{}, err
		}
		list = append(list, *e)
	}
	slices.SortStableFunc(list, func(a, b dateline.Event) int { return cmp.Compare(a.Date.First, b.Date.First) })
	p := storyPage{Title: titleOf(st.Title), First: dayOf(st.First), Last: dayOf(st.Last), Events: len(st.Events), Days: days(list, o)}
	return view{template: "story", Title: p.Title, Section: "stories", Data: p}, nil
}
