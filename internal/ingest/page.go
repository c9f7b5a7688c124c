package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/dateline/dateline"
)

// markup tells what a text is written in: "html", "feed" or "" for plain text.
func markup(text string) string {
	head := strings.ToLower(text[:min(len(text), 2048)])
	head = strings.TrimLeft(head, "\ufeff \t\r\n")
	for strings.HasPrefix(head, "<?xml") || strings.HasPrefix(head, "<!--") || strings.HasPrefix(head, "<?") {
		_, rest, ok := strings.Cut(head, ">")
		if !ok {
			return ""
		}
		head = strings.TrimLeft(rest, " \t\r\n")
	}
	switch {
	case starts(head, "<rss", "<feed", "<rdf:rdf"):
		return "feed"
	case starts(head, "<!doctype html", "<html", "<head", "<body", "<title", "<div", "<article", "<meta", "<table", "<p>", "<h1", "<center", "<pre>"):
		return "html"
	}
	return ""
}

func starts(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// page replaces the markup of a web page by its main text: blocks parted by
// blank lines, the title first, then the site and the author where the page names
// them in its metadata.
func page(doc *dateline.Document) {
	doc.MediaType = "text/html"
	root, err := html.Parse(strings.NewReader(doc.Text))
	if err != nil { // nested too deep
		doc.Text = bareText(doc.Text)
		return
	}
	m := readMetadata(root)
	body := mainText(root)
	doc.Text = m.heading(body) + body
	if doc.Published == "" {
		doc.Published = m.published
	}
}

// bareText is the text of a page that cannot be made a tree.
func bareText(s string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return strings.TrimSpace(b.String())
		case html.TextToken:
			if t := strings.TrimSpace(string(z.Text())); t != "" {
				b.WriteString(t + "\n\n")
			}
		}
	}
}

// heading is what goes before the text of a page.
func (m *metadata) heading(body string) string {
	var b strings.Builder
	top := fold(body[:min(len(body), 4000)])
	if m.title != "" && !strings.Contains(top, fold(m.title)) {
		b.WriteString(m.title + "\n\n")
	}
	if m.site != "" {
		b.WriteString("Source: " + m.site + "\n\n")
	}
	if m.author != "" && !strings.Contains(top, fold(m.author)) {
		b.WriteString("By " + m.author + "\n\n")
	}
	return b.String()
}

func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// mainText is the text of a page without what surrounds it.
func mainText(root *html.Node) string {
	w := &writer{}
	w.node(content(root), 0)
	text := w.String()
	if text == "" {
		w = &writer{all: true}
		w.node(root, 0)
		text = w.String()
	}
	return text
}

// content is the element that holds the main text: the only article, or main,
// where it holds most of the page's paragraphs, else the body.
func content(root *html.Node) *html.Node {
	body := find(root, atom.Body)
	if body == nil {
		return root
	}
	all := paragraphBytes(body, 0)
	for _, a := range []atom.Atom{atom.Article, atom.Main} {
		if n := only(body, a); n != nil && paragraphBytes(n, 0)*2 > all {
			return n
		}
	}
	return body
}

// maxDepth bounds the recursion; a parsed page may nest without end.
const maxDepth = 500

// find is the first element of a kind.
func find(n *html.Node, a atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom == a {
			return d
		}
	}
	return nil
}

// only is the element of a kind when there is exactly one.
func only(n *html.Node, a atom.Atom) *html.Node {
	var one *html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom == a {
			if one != nil {
				return nil
			}
			one = d
		}
	}
	return one
}

// paragraphBytes counts the text of a subtree that is not linked or hidden.
func paragraphBytes(n *html.Node, depth int) int {
	if depth > maxDepth || n.Type == html.ElementNode && (skipped[n.DataAtom] || n.DataAtom == atom.A) {
		return 0
	}
	if n.Type == html.TextNode {
		return len(strings.TrimSpace(n.Data))
	}
	sum := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += paragraphBytes(c, depth+1)
	}
	return sum
}

// skipped are elements without text of the story.
var skipped = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Nav: true, atom.Aside: true, atom.Footer: true,
	atom.Form: true, atom.Button: true, atom.Svg: true, atom.Iframe: true, atom.Select: true, atom.Template: true, atom.Head: true,
	atom.Object: true, atom.Canvas: true, atom.Textarea: true, atom.Audio: true, atom.Video: true, atom.Map: true, atom.Figcaption: true}

// blocks are elements that stand as paragraphs of their own.
var blocks = map[atom.Atom]bool{atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Blockquote: true, atom.Section: true,
	atom.Article: true, atom.Header: true, atom.Main: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Center: true, atom.Address: true,
	atom.Fieldset: true, atom.Figure: true, atom.Hr: true, atom.Pre: true, atom.Body: true, atom.Html: true, atom.Title: true}

// writer collects the text of a page block by block.
type writer struct {
	out    strings.Builder
	block  strings.Builder
	linked int  // bytes of the block that stand in links
	inLink int  // depth of links
	space  bool // white space waits
	all    bool // keep blocks that are nothing but links
	item   bool // the block is an item of a list
}

func (w *writer) String() string {
	w.flush()
	return strings.TrimSpace(w.out.String())
}

func (w *writer) node(n *html.Node, depth int) {
	if depth > maxDepth {
		return
	}
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		if skipped[n.DataAtom] || hidden(n) {
			return
		}
		switch n.DataAtom {
		case atom.Br:
			w.line()
			return
		case atom.Pre:
			w.verbatim(n)
			return
		}
	}
	isBlock := n.Type == html.ElementNode && blocks[n.DataAtom]
	if isBlock {
		w.flush()
		w.item = n.DataAtom == atom.Li
	}
	link := n.Type == html.ElementNode && n.DataAtom == atom.A
	if link {
		w.inLink++
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, depth+1)
	}
	if link {
		w.inLink--
	}
	if isBlock {
		w.flush()
	}
}

// hidden reports whether an element is not shown, or leads around the site.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "role":
			if a.Val == "navigation" || a.Val == "banner" || a.Val == "contentinfo" || a.Val == "search" {
				return true
			}
		case "style":
			if strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
				return true
			}
		}
	}
	return false
}

// text adds words with their white space folded.
func (w *writer) text(s string) {
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && !blankByte(s[j]) {
			j++
		}
		if j > i {
			if w.space && w.block.Len() > 0 && !strings.HasSuffix(w.block.String(), "\n") {
				w.block.WriteByte(' ')
			}
			w.space = false
			w.block.WriteString(s[i:j])
			if w.inLink > 0 {
				w.linked += j - i
			}
		}
		for j < len(s) && blankByte(s[j]) {
			w.space = true
			j++
		}
		i = j
	}
}

func blankByte(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// line ends a line; a second line break in a row ends the paragraph.
func (w *writer) line() {
	w.space = false
	if strings.HasSuffix(w.block.String(), "\n") {
		w.flush()
		return
	}
	if w.block.Len() > 0 {
		w.block.WriteByte('\n')
	}
}

// verbatim adds preformatted text as it stands.
func (w *writer) verbatim(n *html.Node) {
	w.flush()
	for d := range n.Descendants() {
		if d.Type == html.TextNode && !skipped[d.Parent.DataAtom] {
			w.out.WriteString(d.Data)
		}
	}
	w.out.WriteString("\n\n")
}

// flush ends a block. Short ones that are mostly links lead around the site.
func (w *writer) flush() {
	s := strings.Trim(w.block.String(), " \n")
	linked, item := w.linked, w.item
	w.block.Reset()
	w.linked, w.space, w.item = 0, false, false
	if s == "" || !w.all && linked*10 > len(s)*8 && (len(s) < 60 || item) {
		return
	}
	w.out.WriteString(s)
	w.out.WriteString("\n\n")
}
