package ingest

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"

	"github.com/dateline/dateline"
)

// entry is an item of RSS 0.9 to 2.0 or RDF, or an entry of Atom.
type entry struct {
	Title   text   `xml:"title"`
	Link    []link `xml:"link"`
	GUID    string `xml:"guid"`
	ID      string `xml:"id"`
	PubDate string `xml:"pubDate"`
	DCDate  string `xml:"http://purl.org/dc/elements/1.1/ date"`
	Pub     string `xml:"published"`
	Updated string `xml:"updated"`
	Encoded text   `xml:"http://purl.org/rss/1.0/modules/content/ encoded"`
	Content text   `xml:"content"`
	Desc    text   `xml:"description"`
	Summary text   `xml:"summary"`
	Creator string `xml:"http://purl.org/dc/elements/1.1/ creator"`
	Author  author `xml:"author"`
	Source  text   `xml:"source"`
}

type link struct {
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
	Text string `xml:",chardata"`
}

type author struct {
	Name string `xml:"name"`
	Text string `xml:",chardata"`
}

// text is an element that may hold text, escaped markup or markup.
type text struct {
	Type  string `xml:"type,attr"`
	Inner string `xml:",innerxml"`
	Text  string `xml:",chardata"`
}

// String is the element's content as plain text.
func (t text) String() string {
	s := t.Text
	if t.Type == "xhtml" || strings.TrimSpace(s) == "" && strings.Contains(t.Inner, "<") {
		s = t.Inner
	}
	if !strings.ContainsAny(s, "<&") {
		return strings.TrimSpace(s)
	}
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return strings.TrimSpace(s)
	}
	w := &writer{all: true}
	w.node(root, 0)
	return w.String()
}

// feed makes a document of every entry of a feed: its bytes are the body, its
// title, source and text the text. An entry without text is passed over.
func feed(doc *dateline.Document) ([]*dateline.Document, error) {
	var docs []*dateline.Document
	d := xml.NewDecoder(strings.NewReader(doc.Text))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 by now
	title, depth := "", 0
	for {
		at := int(d.InputOffset())
		tok, err := d.Token()
		if errors.Is(err, io.EOF) && depth == 0 {
			break
		}
		if err != nil {
			return nil, inputErrorf(doc.Path, "cut off or damaged: the feed is not well-formed after %d entries", len(docs))
		}
		switch t := tok.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			depth++
			switch {
			case t.Name.Local == "item" || t.Name.Local == "entry":
				var e entry
				if err := d.DecodeElement(&e, &t); err != nil {
					return nil, inputErrorf(doc.Path, "cut off or damaged: entry %d of the feed has no end", len(docs)+1)
				}
				depth--
				if x := e.document(doc, doc.Text[at:d.InputOffset()], title); x != nil {
					docs = append(docs, x)
				}
			case t.Name.Local == "title" && title == "":
				var x text
				if d.DecodeElement(&x, &t) == nil {
					title = clean(x.String())
				}
				depth--
			}
		}
	}
	if len(docs) == 0 {
		return nil, inputErrorf(doc.Path, "a feed without entries")
	}
	return docs, nil
}

// document makes a document of an entry, nil where it holds no text.
func (e *entry) document(feed *dateline.Document, raw, channel string) *dateline.Document {
	raw = strings.TrimSpace(raw)
	title := clean(e.Title.String())
	body := longest(e.Encoded.String(), e.Content.String(), e.Desc.String(), e.Summary.String())
	if title == "" && body == "" {
		return nil
	}
	m := metadata{title: title, site: clean(e.Source.String()), author: clean(longest(e.Creator, e.Author.Name, e.Author.Text))}
	if m.site == "" {
		m.site = channel
	}
	if strings.Contains(m.author, "@") {
		m.author = ""
	}
	out := &dateline.Document{ID: dateline.IDOf([]byte(raw)), Path: feed.Path, MediaType: "application/xml", Charset: "utf-8", Body: []byte(raw)}
	if l := e.link(); l != "" {
		out.Path = feed.Path + "#" + l
	}
	out.Text = strings.TrimSpace(m.heading(body) + body)
	for _, s := range []string{e.PubDate, e.DCDate, e.Pub, e.Updated} {
		if out.Published = dayOf(s); out.Published != "" {
			break
		}
	}
	return out
}

func longest(ss ...string) string {
	best := ""
	for _, s := range ss {
		if len(s) > len(best) {
			best = s
		}
	}
	return best
}

// link is the address of the story.
func (e *entry) link() string {
	for _, l := range e.Link {
		if s := strings.TrimSpace(l.Text); s != "" {
			return s
		}
		if l.Href != "" && (l.Rel == "" || l.Rel == "alternate") {
			return l.Href
		}
	}
	return strings.TrimSpace(longest(e.GUID, e.ID))
}
