package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/plover"
)

// perPage is how many events a page of the timeline has.
const perPage = 100

// filter is what the reader asked for in the address.
type filter struct {
	dateline.Filter
	Outlet string // ID or name
	Only   string // how its sources stand: a key of sourcings, or "" for any
	Page   int    // from 1
}

// readFilter takes the filter from the address. Values that cannot be are an
// error of usage, so that a wrong address does not look like an empty record.
func readFilter(r *http.Request) (filter, error) {
	q := r.URL.Query()
	get := func(name string) string { return strings.TrimSpace(strings.ToValidUTF8(q.Get(name), "")) }
	f := filter{Outlet: get("outlet"), Only: get("only"), Page: 1}
	f.Actor, f.Query = get("actor"), get("q")
	f.Type, f.Status = strings.ToUpper(get("type")), dateline.Status(get("status"))
	f.Since, f.Until = dateline.Day(get("since")), dateline.Day(get("until"))
	if page := get("page"); page != "" {
		n, err := strconv.Atoi(page)
		if err != nil || n < 1 || n > 1_000_000 {
			return filter{}, fmt.Errorf("%w: %q is no number of a page", dateline.ErrUsage, page)
		}
		f.Page = n
	}
	return f, f.check()
}

func (f filter) check() error {
	if f.Type != "" && !plover.ValidRoot(f.Type) {
		return fmt.Errorf("%w: %q is no PLOVER type of event", dateline.ErrUsage, f.Type)
	}
	if f.Only != "" && sourcingWords(f.Only) == "" {
		return fmt.Errorf("%w: %q is no way in which sources stand", dateline.ErrUsage, f.Only)
	}
	if f.Status != "" && !slices.Contains(statuses(), f.Status) {
		return fmt.Errorf("%w: %q is no status of an event", dateline.ErrUsage, f.Status)
	}
	for _, d := range []dateline.Day{f.Since, f.Until} {
		if _, ok := d.Time(); d != "" && !ok {
			return fmt.Errorf("%w: %q is no day; write it as 2000-02-09", dateline.ErrUsage, d)
		}
	}
	return nil
}

func statuses() []dateline.Status {
	return []dateline.Status{dateline.Happened, dateline.Planned, dateline.DeniedStatus, dateline.Hypothetical}
}

// path is the address of the page under base that shows what the filter selects.
func (f filter) path(base string) string {
	q := url.Values{}
	for _, p := range [][2]string{{"actor", f.Actor}, {"type", f.Type}, {"since", string(f.Since)}, {"until", string(f.Until)},
		{"status", string(f.Status)}, {"outlet", f.Outlet}, {"only", f.Only}, {"q", f.Query}} {
		if p[1] != "" {
			q.Set(p[0], p[1])
		}
	}
	if f.Page > 1 {
		q.Set("page", strconv.Itoa(f.Page))
	}
	if len(q) == 0 {
		return base
	}
	return base + "?" + q.Encode()
}

// active reports whether the filter leaves anything out.
func (f filter) active() bool {
	f.Page = 1
	return f.path("") != ""
}

// publishes reports whether the outlet's ID or name is the one asked for.
func publishes(o dateline.Outlet, asked string) bool {
	return o.Name != "" && (o.ID == asked && asked != "" || strings.EqualFold(fold(o.Name), asked))
}
