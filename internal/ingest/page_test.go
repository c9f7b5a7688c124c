package ingest_test

import (
	"strings"
	"testing"

	"github.com/dateline/dateline/internal/ingest"
)

const story = `<!DOCTYPE html>
<html><head><title>Ministers sign ferry accord - Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2011-03-04T23:30:00-05:00">
<meta name="author" content="Ada Brook">
<style>p{color:red}</style></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<div class="menu"><ul><li><a href="/a">Sport</a></li><li><a href="/b">Weather</a></li></ul></div>
<article><h1>Ministers sign ferry accord</h1>
<p>The two ministers signed <a href="/x">the accord</a> on&nbsp;Friday,<br>an aide said.</p>
<p>It ends a dispute of ten&#8201;years.</p>
<script>track()</script>
</article>
<footer>Copyright 2011</footer></body></html>`

func TestPage(t *testing.T) {
	docs, err := ingest.ReadFrom(strings.NewReader(story), "story.html")
	if err != nil {
		t.Fatal(err)
	}
	d := docs[0]
	want := "Source: Harbour Post\n\nBy Ada Brook\n\nMinisters sign ferry accord\n\nThe two ministers signed the accord on\u00a0Friday,\nan aide said.\n\nIt ends a dispute of ten\u2009years."
	if d.Text != want {
		t.Errorf("text %q\nwant %q", d.Text, want)
	}
	if d.Published != "2011-03-04" || d.MediaType != "text/html" || string(d.Body) != story {
		t.Errorf("published %q, type %q", d.Published, d.MediaType)
	}
}

func TestPageForms(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"title kept", "<html><title>Talks fail</title><body><p>No accord was reached.</p>", "Talks fail\n\nNo accord was reached."},
		{"preformatted", "<html><body><pre>SEOUL, May 1\n  (Yonhap) --  Talks.</pre></body></html>", "SEOUL, May 1\n  (Yonhap) --  Talks."},
		{"breaks", "<html><body>First line<br>second line<br><br>Next paragraph</body></html>", "First line\nsecond line\n\nNext paragraph"},
		{"table", "<table><tr><td>One cell of text</td><td>Another one</td></tr></table>", "One cell of text\n\nAnother one"},
		{"hidden", `<html><body><p style="display: none">no</p><div role="navigation">no</div><p>Yes it is.</p></body></html>`, "Yes it is."},
		{"only links", `<html><body><ul><li><a href="x">Talks begin in the capital</a></li></ul></body></html>`, "Talks begin in the capital"},
	} {
		docs, err := ingest.ReadFrom(strings.NewReader(c.in), "x.html")
		if err != nil || docs[0].Text != c.want {
			t.Errorf("%s: %q, %v, want %q", c.name, docs[0].Text, err, c.want)
		}
	}
}

// TestDeepPage nests far deeper than any page does.
func TestDeepPage(t *testing.T) {
	in := "<html><body>" + strings.Repeat("<div>", 100_000) + "<p>Talks began on Monday.</p>"
	docs, err := ingest.ReadFrom(strings.NewReader(in), "x.html")
	if err == nil && len(docs) != 1 {
		t.Errorf("%d documents", len(docs))
	}
}

func TestFeeds(t *testing.T) {
	rss := `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title>
<item><title>Talks begin</title><link>http://example.org/1</link><pubDate>Fri, 04 Mar 2011 10:00:00 GMT</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>The talks began.</p><p>They go on &amp; on.</p>]]></content:encoded></item>
<item><title>Talks end</title><guid>http://example.org/2</guid><pubDate>Sat, 05 Mar 2011 10:00:00 +0900</pubDate><description>They ended &lt;b&gt;soon&lt;/b&gt;.</description></item>
</channel></rss>`
	docs, err := ingest.ReadFrom(strings.NewReader(rss), "feed.xml")
	if err != nil || len(docs) != 2 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	if d := docs[0]; d.Text != "Talks begin\n\nSource: Harbour Post\n\nThe talks began.\n\nThey go on & on." || d.Published != "2011-03-04" || d.Path != "feed.xml#http://example.org/1" {
		t.Errorf("%+v", d)
	}
	if d := docs[1]; d.Text != "Talks end\n\nSource: Harbour Post\n\nThey ended soon." || d.Published != "2011-03-05" || d.ID == docs[0].ID {
		t.Errorf("%+v", d)
	}
	atom := `<feed xmlns="http://www.w3.org/2005/Atom"><title>Agency</title><entry><title type="html">A &amp;amp; B meet</title>
<link rel="alternate" href="http://example.org/3"/><updated>2012-01-02T03:04:05Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They met.</p></div></content></entry></feed>`
	docs, err = ingest.ReadFrom(strings.NewReader(atom), "feed.atom")
	if err != nil || len(docs) != 1 || docs[0].Text != "A & B meet\n\nSource: Agency\n\nThey met." || docs[0].Published != "2012-01-02" {
		t.Errorf("%+v, %v", docs, err)
	}
}

func FuzzPage(f *testing.F) {
	f.Add(story)
	f.Add("<html><pre>a<b>c</pre><br><br><li>x")
	f.Fuzz(func(t *testing.T, s string) {
		docs, err := ingest.ReadFrom(strings.NewReader("<html>"+s), "x.html")
		if err == nil && strings.TrimSpace(docs[0].Text) == "" {
			t.Fatal("a document without text")
		}
	})
}

func BenchmarkPage(b *testing.B) {
	page := "<html><body>" + strings.Repeat("<p>The two ministers signed <a href='x'>the accord</a> on Friday, an aide said.</p>\n", 5000) + "</body></html>"
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := ingest.ReadFrom(strings.NewReader(page), "x"); err != nil {
			b.Fatal(err)
		}
	}
}
