package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/dateline/dateline"
)

func TestHostileText(t *testing.T) {
	const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp;javascript:alert(3)`
	raw := regexp.MustCompile(`(?i)<script|<img|<[a-z]+(\s+[a-z-]+(="[^"]*")?)*\s+on[a-z]+\s*=`)
	paths := append([]string{"/?actor=" + url.QueryEscape(hostile), "/?outlet=" + url.QueryEscape(hostile), "/?q=" + url.QueryEscape(hostile),
		"/?since=" + url.QueryEscape(hostile), "/?type=" + url.QueryEscape(hostile), "/search?q=" + url.QueryEscape(hostile), "/event/" + url.PathEscape(hostile)}, everyPage...)
	for _, path := range paths {
		body := get(t, visit(hostile), http.MethodGet, path).Body.String()
		if at := raw.FindStringIndex(body); at != nil {
			t.Errorf("%s: text became markup: %s", path, body[max(0, at[0]-80):min(len(body), at[1]+80)])
		}
	}
}

func TestHeadersAndMethods(t *testing.T) {
	for _, path := range append([]string{"/static/style.css"}, everyPage...) {
		w := get(t, visit(""), http.MethodGet, path)
		if csp := w.Header().Get("Content-Security-Policy"); csp != policy {
			t.Errorf("%s: Content-Security-Policy = %q", path, csp)
		}
		if w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: the type may be sniffed", path)
		}
		if head := get(t, visit(""), http.MethodHead, path); head.Code != w.Code {
			t.Errorf("HEAD %s = %d, GET = %d", path, head.Code, w.Code)
		}
		for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete} {
			if code := get(t, visit(""), method, path).Code; code != http.StatusMethodNotAllowed {
				t.Errorf("%s %s = %d", method, path, code)
			}
		}
	}
}

// Pages load nothing from elsewhere, and have neither scripts nor inline styles,
// which the policy would stop.
func TestNothingFromElsewhere(t *testing.T) {
	bad := regexp.MustCompile(`(?i)(src|href|action|xlink:href)="(https?:)?//|url\(|@import|<script|<style|\sstyle=`)
	for _, path := range append([]string{"/static/style.css"}, everyPage...) {
		if found := bad.FindString(get(t, visit(""), http.MethodGet, path).Body.String()); found != "" {
			t.Errorf("%s: %s", path, found)
		}
	}
}

// Every link on every page leads to a page, and every label to its field.
func TestLinks(t *testing.T) {
	href := regexp.MustCompile(`href="(/[^"#]*)(#[^"]*)?"`)
	store, seen := visit(""), map[string]bool{}
	var follow func(path string)
	follow = func(path string) {
		if seen[path] || len(seen) > 200 {
			return
		}
		seen[path] = true
		w := get(t, store, http.MethodGet, path)
		if w.Code != http.StatusOK {
			t.Errorf("a link leads to %s: %d", path, w.Code)
		}
		for _, m := range href.FindAllStringSubmatch(w.Body.String(), -1) {
			follow(strings.ReplaceAll(m[1], "&amp;", "&"))
		}
	}
	follow("/")
	if len(seen) < 12 {
		t.Errorf("followed %d links only", len(seen))
	}
}

func TestStatusCodes(t *testing.T) {
	for path, want := range map[string]int{
		"/": 200, "/event/none": 404, "/report/none": 404, "/story/none": 404, "/document/none": 404, "/static/none": 404, "/static/../web.go": 404, "/event/": 404, "/%00": 404,
		"/?type=DANCE": 400, "/?status=maybe": 400, "/?since=yesterday": 400, "/?until=2011-02-30": 400, "/?page=0": 400, "/?page=x": 400, "/?page=99": 200, "/?type=consult": 200,
		"/search?q=%ff%fe": 200, "/documents?page=7": 200,
	} {
		if got := get(t, visit(""), http.MethodGet, path).Code; got != want && !(got >= 300 && got < 400 && strings.Contains(path, "..")) {
			t.Errorf("GET %s = %d, want %d", path, got, want)
		}
	}
	broken := visit("")
	broken.err = errors.New("the disk said no")
	w := get(t, broken, http.MethodGet, "/")
	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "disk") {
		t.Errorf("a failing store: %d, %s", w.Code, w.Body)
	}
}

func TestFilterReachesTheStore(t *testing.T) {
	store := visit("")
	get(t, store, http.MethodGet, "/?actor=ARL&type=consult&since=2011-05-01&until=2011-05-31&status=happened&q=rain&page=2")
	want := dateline.Filter{Actor: "ARL", Type: "CONSULT", Since: "2011-05-01", Until: "2011-05-31", Status: dateline.Happened, Query: "rain", Limit: perPage + 1, Offset: perPage}
	if got := store.asked[len(store.asked)-1]; got != want {
		t.Errorf("asked for %+v, want %+v", got, want)
	}
}

func TestOutletFilter(t *testing.T) {
	for asked, want := range map[string]bool{"ara": true, "arland agency": true, "The Post": true, "The Times": false} {
		body := get(t, visit(""), http.MethodGet, "/?outlet="+url.QueryEscape(asked)).Body.String()
		if got := strings.Contains(body, `href="/event/e1"`); got != want {
			t.Errorf("outlet=%s shows the event: %v", asked, got)
		}
		if strings.Contains(body, `href="/event/e2"`) {
			t.Errorf("outlet=%s shows an event without reports", asked)
		}
	}
}

func TestPages(t *testing.T) {
	store := &fake{}
	for i := range 2*perPage + 1 {
		store.events = append(store.events, dateline.Event{ID: dateline.EventID(fmt.Sprint("e", i)), Type: "AGREE"})
	}
	for page, want := range map[int]struct {
		cards      int
		next, prev bool
	}{1: {perPage, true, false}, 2: {perPage, true, true}, 3: {1, false, true}} {
		body := get(t, store, http.MethodGet, fmt.Sprintf("/?page=%d&type=AGREE", page)).Body.String()
		if got := strings.Count(body, `<li class="card`); got != want.cards {
			t.Errorf("page %d has %d events, want %d", page, got, want.cards)
		}
		if strings.Contains(body, `rel="next"`) != want.next || strings.Contains(body, `rel="prev"`) != want.prev {
			t.Errorf("page %d: wrong neighbours", page)
		}
		if want.next && !strings.Contains(body, "type=AGREE") {
			t.Errorf("page %d: the next page forgets the filter", page)
		}
	}
}

// The picture of sources has every party and every tie that the table has, and its
// files can be taken.
func TestSources(t *testing.T) {
	store := visit("")
	body := get(t, store, http.MethodGet, "/sources").Body.String()
	rows := strings.Count(body, `<th scope="row">`)
	if bands := strings.Count(body, "<path d="); rows == 0 || bands != rows {
		t.Errorf("%d bands for %d rows", bands, rows)
	}
	if strings.Contains(body, "NaN") || strings.Contains(body, "Inf") {
		t.Error("a coordinate is no number")
	}
	for path, want := range map[string]string{"/sources.csv": "who,who_kind", "/sources.jsonl": `{"from":`, "/sources.dot": "digraph sources {"} {
		w := get(t, store, http.MethodGet, path)
		if !strings.HasPrefix(w.Body.String(), want) || !strings.Contains(w.Header().Get("Content-Disposition"), path[1:]) {
			t.Errorf("%s: %q, %v", path, w.Body.String()[:min(60, w.Body.Len())], w.Header())
		}
	}
}
