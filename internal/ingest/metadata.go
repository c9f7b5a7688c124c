package ingest

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/dateline/dateline"
)

// metadata is what a page says of itself.
type metadata struct {
	title, heading1, site, author string
	published                     dateline.Day
}

// titleKeys, dateKeys and authorKeys are names of meta elements, best first.
var (
	titleKeys  = []string{"og:title", "twitter:title", "dc.title", "sailthru.title", "headline"}
	dateKeys   = []string{"article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dc.date", "dcterms.issued", "dcterms.date", "dcterms.created", "sailthru.date", "parsely-pub-date", "pubdate", "publishdate", "publish-date", "publication_date", "cxenseparse:recs:publishtime", "date"}
	authorKeys = []string{"author", "dc.creator", "article:author", "sailthru.author", "parsely-author", "byl"}
)

func readMetadata(root *html.Node) metadata {
	meta := map[string]string{}
	var m metadata
	timeTag, titleTag := "", ""
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Meta:
			key, val := metaPair(n)
			if _, seen := meta[key]; !seen && key != "" {
				meta[key] = val
			}
		case atom.Title:
			if titleTag == "" && n.Parent != nil && n.Parent.DataAtom == atom.Head {
				titleTag = textOf(n)
			}
		case atom.H1:
			if m.heading1 == "" {
				m.heading1 = textOf(n)
			}
		case atom.Time:
			if timeTag == "" {
				timeTag = attr(n, "datetime")
			}
		case atom.Script:
			if attr(n, "type") == "application/ld+json" && n.FirstChild != nil {
				linkedData(n.FirstChild.Data, meta)
			}
		}
	}
	m.fill(meta, timeTag, titleTag)
	return m
}

func (m *metadata) fill(meta map[string]string, timeTag, titleTag string) {
	m.site = clean(meta["og:site_name"])
	m.title = first(meta, titleKeys)
	if m.title == "" {
		m.title = m.heading1
	}
	if m.title == "" {
		m.title = titleTag
	}
	m.title = withoutSite(m.title, m.site)
	if m.author = first(meta, authorKeys); strings.Contains(m.author, "://") || len(m.author) > 80 || strings.EqualFold(m.author, m.site) {
		m.author = ""
	}
	for _, k := range dateKeys {
		if m.published = dayOf(meta[k]); m.published != "" {
			return
		}
	}
	m.published = dayOf(timeTag)
}

// withoutSite drops the name of the site from the end of a title.
func withoutSite(title, site string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: "} {
		if head, tail, ok := cutLast(title, sep); ok && site != "" && strings.EqualFold(strings.TrimSpace(tail), site) {
			return head
		}
	}
	return title
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

func metaPair(n *html.Node) (key, val string) {
	key = attr(n, "property")
	if key == "" {
		key = attr(n, "name")
	}
	if key == "" {
		key = attr(n, "itemprop")
	}
	return strings.ToLower(key), clean(attr(n, "content"))
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func first(meta map[string]string, keys []string) string {
	for _, k := range keys {
		if v := meta[k]; v != "" {
			return v
		}
	}
	return ""
}

func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return clean(b.String())
}

var linkedDate = regexp.MustCompile(`"datePublished"\s*:\s*"([^"]{8,40})"`)

// linkedData takes the date from a block of JSON-LD.
func linkedData(s string, meta map[string]string) {
	if m := linkedDate.FindStringSubmatch(s); m != nil && meta["datepublished"] == "" {
		meta["datepublished"] = m[1]
	}
}

// dayLayouts are ways in which pages and feeds write a date.
var dayLayouts = []string{time.RFC3339, "2006-01-02T15:04:05-0700", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", time.DateOnly,
	"2006-01-02T15:04Z07:00", time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05 -0700",
	"2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04 MST", "Mon, 02 Jan 2006", "January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "20060102", "2006/01/02",
	"Monday, January 2, 2006", "Monday, 2 January 2006"}

// dayOf reads a date in any of the layouts, "" where none fits. The day is that
// of the zone which the date is written in.
func dayOf(s string) dateline.Day {
	s = clean(s)
	if len(s) > 40 || len(s) < 8 {
		return ""
	}
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 1800 && t.Year() < 2200 {
			return dateline.DayOf(t)
		}
	}
	if len(s) > 10 && s[4] == '-' && s[7] == '-' {
		return dayOf(s[:10])
	}
	return ""
}
