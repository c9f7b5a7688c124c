package coder

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/dateline/dateline/internal/plover"
)

// petrarchReader turns a PETRARCH verb dictionary into frames: blocks of synonyms
// with patterns such as "- * &MEDIATION (INTO WAR) [045] # CONTINUE". The first
// CAMEO code of a pattern counts; words before "*" constrain the subject, nouns
// after it the object, a phrase in parentheses the complement with its preposition.
type petrarchReader struct {
	lex   *lexicon
	name  string
	line  int
	block string
	code  string   // of the block
	verbs []string // of the block, as triggers of frames
	set   string   // synonym set being read, "" for none
	count int
}

// isPETRARCH tells a PETRARCH dictionary from a frame file by its first lines.
func isPETRARCH(head string) bool {
	for line := range strings.SplitSeq(head, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "<!--") {
			continue
		}
		return strings.HasPrefix(line, "---") || strings.HasPrefix(line, "&") || strings.HasPrefix(line, "- ") || line == strings.ToUpper(line)
	}
	return false
}

func (lex *lexicon) readPETRARCH(r io.Reader, name string) error {
	p := &petrarchReader{lex: lex, name: name}
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		p.line++
		line, _, _ := strings.Cut(in.Text(), "#")
		p.read(strings.TrimSpace(line))
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if p.count == 0 {
		return fmt.Errorf("%s: no verb patterns found", name)
	}
	return nil
}

func (p *petrarchReader) read(line string) {
	switch {
	case line == "":
		p.set = ""
	case strings.HasPrefix(line, "---"):
		p.set, p.verbs = "", nil
		p.block = strings.ToLower(strings.Trim(strings.SplitN(strings.Trim(line, "- "), "[", 2)[0], " "))
		p.code = codeIn(line)
	case strings.HasPrefix(line, "&"):
		p.set = "petrarch" + strings.Fields(line)[0]
	case p.set != "":
		for _, w := range strings.Split(strings.Trim(line, "+ "), "_") {
			p.lex.sets[p.set] = append(p.lex.sets[p.set], noun(w)...)
		}
	case strings.HasPrefix(line, "-"):
		p.pattern(strings.TrimSpace(line[1:]))
	default:
		p.verb(line)
	}
}

// verb reads "ABANDON {ABANDONS …} [345]" or "+GIVE_UP".
func (p *petrarchReader) verb(line string) {
	word := strings.ToLower(strings.TrimLeft(strings.Fields(line)[0], "+"))
	first, rest, multi := strings.Cut(strings.Trim(word, "_"), "_")
	if multi && !strings.Contains(rest, "_") {
		first += "_" + rest
	} else if multi {
		return // longer phrases have no single trigger
	}
	p.verbs = append(p.verbs, first)
	code := codeIn(line)
	if code == "" {
		code = p.code
	}
	if code != "" && code != "---" {
		p.frame(code, []string{first}, nil, nil)
	}
}

// pattern reads "LEFT * RIGHT [code]".
func (p *petrarchReader) pattern(line string) {
	code := codeIn(line)
	line, _, _ = strings.Cut(line, "[")
	left, right, ok := strings.Cut(line, "*")
	if code == "" || !ok || len(p.verbs) == 0 {
		return
	}
	var only []constraint
	var needs []slot
	if words := p.expand(strings.Fields(strings.Trim(left, " {}"))); len(words) > 0 {
		only = append(only, constraint{slot: slot{base: "subj"}, words: set(words)})
	}
	for right = strings.TrimSpace(right); right != ""; right = strings.TrimSpace(right) {
		var part string
		part, right = phrase(right)
		fields := strings.Fields(strings.Trim(part, "(){}"))
		if len(fields) == 0 {
			continue
		}
		prep := strings.ToLower(fields[0])
		switch {
		case strings.HasPrefix(part, "(") && len(fields) == 1, prepositions[prep] && len(fields) == 1:
			needs = append(needs, slot{base: prep})
		case strings.HasPrefix(part, "("):
			if words := p.expand(fields[1:]); len(words) > 0 {
				only = append(only, constraint{slot: slot{base: prep}, words: set(words)})
			}
		default:
			if words := p.expand(fields[len(fields)-1:]); len(words) > 0 {
				only = append(only, constraint{slot: slot{base: "obj|comp"}, words: set(words)})
			}
		}
	}
	p.frame(code, p.verbs, only, needs)
}

var prepositions = set(strings.Fields("to with against on upon at for from into in over of about by as across off up down out through between"))

// phrase cuts the first word, or bracketed phrase, off a pattern.
func phrase(s string) (first, rest string) {
	end := strings.IndexByte(s, ' ')
	switch s[0] {
	case '(':
		end = strings.IndexByte(s, ')')
	case '{':
		end = strings.IndexByte(s, '}')
	}
	if end < 0 {
		return s, ""
	}
	return s[:end+1], s[end+1:]
}

// expand gives the lemmas of words and of synonym sets; the marks for source and
// target give none.
func (p *petrarchReader) expand(fields []string) []string {
	var out []string
	for _, w := range fields {
		switch {
		case w == "+" || w == "$" || w == "%" || w == "^":
		case strings.HasPrefix(w, "&"):
			out = append(out, p.lex.sets["petrarch"+w]...)
		default:
			out = append(out, noun(w)...)
		}
	}
	return out
}

// noun is a dictionary word with its likely singular.
func noun(w string) []string {
	w = strings.ToLower(strings.Trim(w, "_+ "))
	if w == "" {
		return nil
	}
	out := []string{w}
	if s, ok := strings.CutSuffix(w, "ies"); ok {
		return append(out, s+"y")
	}
	if s, ok := strings.CutSuffix(w, "s"); ok && !strings.HasSuffix(s, "s") {
		out = append(out, s)
	}
	return out
}

// codeIn is the CAMEO code in brackets; of a pair the source's one. "---" is the
// code of what is no event.
func codeIn(line string) string {
	i := strings.IndexByte(line, '[')
	j := strings.LastIndexByte(line, ']')
	if i < 0 || j < i {
		return ""
	}
	a, b, _ := strings.Cut(strings.TrimSpace(line[i+1:j]), ":")
	if a == "" {
		return b
	}
	return a
}

func (p *petrarchReader) frame(code string, verbs []string, only []constraint, needs []slot) {
	root, mode, ok := plover.FromCAMEO(code)
	p.count++
	f := &frame{name: fmt.Sprintf("petrarch:%s/%d", p.block, p.line), root: root, mode: mode, null: !ok, verbs: verbs,
		only: only, needs: needs, cameo: code, file: p.name, line: p.line, rank: 1}
	f.actor = []slot{{base: "subj"}}
	for _, base := range []string{"obj", "iobj", "with", "to", "against", "on", "from", "at", "for", "of", "in"} {
		f.recipient = append(f.recipient, slot{base: base})
	}
	p.lex.put(f)
}
