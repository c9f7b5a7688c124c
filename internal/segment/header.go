package segment

import "strings"

// headerKeys are the names of header fields and what they hold. "text" opens the
// prose, "skip" holds nothing of ours.
var headerKeys = map[string]string{
	"date": "date", "load-date": "skip", "pubdate": "date", "publication date": "date", "pd": "date", "published": "date",
	"byline": "author", "by": "author", "author": "author", "reporter": "author",
	"dateline": "place", "place": "place", "location": "place",
	"title": "headline", "headline": "headline", "hd": "headline", "subject": "headline", "slug": "skip",
	"source": "outlet", "publication": "outlet", "outlet": "outlet", "sn": "outlet", "newspaper": "outlet", "from": "skip",
	"section": "section", "page": "page", "pg": "page", "length": "skip", "type": "skip", "number": "skip", "content": "skip",
	"voiced at": "voiced", "editor": "skip", "telephone": "skip", "language": "skip", "distribution": "skip", "word count": "skip",
	"body": "text", "text": "text", "intro": "text", "to": "skip", "cc": "skip", "reply-to": "skip", "message-id": "skip",
	"sent": "date", "keywords": "skip", "url": "skip", "link": "skip", "category": "skip", "priority": "skip", "wordcount": "skip",
	"time": "skip", "internet": "skip", "tel": "skip", "fax": "skip", "copyright": "skip", "series": "skip", "edition": "skip",
	"content-type": "skip", "mime-version": "skip", "x-mailer": "skip", "newsgroups": "skip", "organization": "skip", "lines": "skip",
}

// header is one field of a header: KEY=VALUE or KEY: VALUE.
type header struct {
	key   string // a value of headerKeys
	value int    // byte at which the value starts
	equal bool   // set off by "="
}

// readHeader reads a line as a header field. With a colon the key must be in
// capitals or capitalised.
func readHeader(s string) (h header, ok bool) {
	i := strings.IndexAny(s[:min(len(s), 22)], "=:")
	if i < 2 || !capital(s[0]) {
		return h, false
	}
	key, ok := headerKeys[strings.ToLower(strings.TrimRight(s[:i], " "))]
	if !ok {
		return h, false
	}
	h = header{key: key, value: i + 1, equal: s[i] == '='}
	for h.value < len(s) && (s[h.value] == ' ' || s[h.value] == '\t') {
		h.value++
	}
	return h, true
}

// opensText reports whether the text that a header field opens starts on its line.
func opensText(s string) bool {
	h, ok := readHeader(s)
	return ok && h.key == "text" && h.value < len(s)
}

// headerLine reports whether a line is a header field.
func headerLine(s string) bool {
	h, ok := readHeader(s)
	return ok && (h.key != "text" || h.equal || upperCase(s[:h.value-1]))
}
