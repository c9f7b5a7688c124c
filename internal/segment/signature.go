package segment

import (
	"regexp"
	"strings"

	"github.com/dateline/dateline"
)

// signature is how the staff of a digest sign an item at its end: "… vote. --
// Ann Smith", "… vote. Ann Smith, Daily Digest, Inc.", "… vote. (Ann Smith)", "…
// vote. AS".
type signature struct {
	at     int // the document's byte where it starts, 0 for none
	author value
}

// signatureBytes is how much of a block's end is read for its signature, nameBytes
// how long a signature may be, without a notice of copyright.
const (
	signatureBytes = 200
	nameBytes      = 90
)

// What may follow the author's name, and the forms of signatures: after a dash, in
// brackets, before a firm's name, as initials.
var (
	copyrightEnd = regexp.MustCompile(`(?i)[ ,]*(copyright|\(c\)|©).*$`)
	firm         = regexp.MustCompile(`, [A-Z][\w./& -]{1,40}?(, Inc)?$|,? Inc$`)
	dashed       = regexp.MustCompile(`^ ?--? ?([^-]+?(?:-[^- ]+)*)$`)
	inBrackets   = regexp.MustCompile(`^ [(\[]([^()\[\]]+)[)\]]$`)
	plain        = regexp.MustCompile(`^ ((?:[A-Z][\w'-]+ |[A-Z]\. |and |/ ?)+[A-Z][\w'-]+)$`)
	initials     = regexp.MustCompile(`^ -{0,2}([A-Z]{2,3}(?:/[A-Z]{2,3})*)$`)
)

// sign reads the signature at the end of a block.
func (u *unit) sign(text string) {
	var v view
	from := max(u.start(), u.end()-signatureBytes)
	v.load(text[:u.end()], &block{lines: clip(u.lines, from)}, 2*signatureBytes)
	s := v.s
	if strings.ContainsAny(s, "©(") || strings.Contains(strings.ToLower(s), "copyright") {
		s = copyrightEnd.ReplaceAllString(s, "")
	}
	s = strings.TrimRight(s, " ,.")
	for i := len(s) - 3; i > 0 && i > len(s)-nameBytes; i-- {
		if strings.IndexByte(".!?", s[i]) < 0 {
			continue
		}
		at := i + 1
		for at < len(s) && strings.IndexByte("\"')", s[at]) >= 0 {
			at++
		}
		if a, b := readSignature(s[at:]); b > 0 {
			u.signature = signature{at: v.span(at, len(s)).Start, author: v.valueAt(at+a, at+b)}
			return
		}
	}
}

// readSignature reads what follows a sentence as a signature: the bytes of the author's
// name, b is 0 for none.
func readSignature(s string) (a, b int) {
	if s == "" || s[0] != ' ' && s[0] != '-' {
		return 0, 0
	}
	name := firm.ReplaceAllString(s, "")
	for _, in := range []string{name, s} {
		if m := dashed.FindStringSubmatchIndex(in); m != nil && signed(in[m[2]:m[3]]) {
			return m[2], m[3]
		}
	}
	if m := inBrackets.FindStringSubmatchIndex(s); m != nil && signed(s[m[2]:m[3]]) {
		return m[2], m[3]
	}
	if m := plain.FindStringSubmatchIndex(name); m != nil && name != s && signed(name[m[2]:m[3]]) {
		return m[2], m[3]
	}
	if m := initials.FindStringSubmatchIndex(s); m != nil {
		return m[2], m[3]
	}
	return 0, 0
}

// signed reports whether a name could be that of an item's author or authors.
func signed(name string) bool {
	for _, n := range strings.FieldsFunc(strings.ReplaceAll(name, " and ", "/"), func(r rune) bool { return r == '/' || r == ',' }) {
		if !personLike(strings.TrimSpace(n)) {
			return false
		}
	}
	return len(name) < 60
}

// clip leaves of the lines what lies after byte from.
func clip(lines []line, from int) []line {
	for len(lines) > 1 && lines[0].end <= from {
		lines = lines[1:]
	}
	if len(lines) > 0 && lines[0].start < from {
		first := lines[0]
		first.start = from
		return append([]line{first}, lines[1:]...)
	}
	return lines
}

// signedOff ends the report at the signature of unit i.
func (p *planner) signedOff(i int) {
	u := &p.units[i]
	p.ensure(i)
	p.cur.strong = true
	p.cur.author = u.signature.author
	p.add(dateline.Citation, i, u.signature.at, u.end())
	p.close()
}
