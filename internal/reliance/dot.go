package reliance

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// WriteDOT writes ties as a directed graph in the DOT language of Graphviz: an
// arrow leads from who relies to whom it relies on, thicker with the number of
// statements. The same ties give the same bytes.
func WriteDOT(w io.Writer, ties []Tie) error {
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, "digraph sources {\n  rankdir=LR;\n  node [fontname=\"sans-serif\", fontsize=11];\n  edge [fontname=\"sans-serif\", fontsize=9, color=\"#555555\"];")
	number := map[string]int{}
	for i, p := range parties(ties) {
		number[p.Key] = i
		fmt.Fprintf(b, "  n%d [label=%s, shape=%s%s];\n", i, quote(label(p)), shape(p.Kind), dash(p.Anonymous))
	}
	for i := range ties {
		t := &ties[i]
		fmt.Fprintf(b, "  n%d -> n%d [label=\"%d\", penwidth=%.1f];\n", number[t.From.Key], number[t.To.Key], t.Statements, 1+math.Log2(float64(t.Statements)))
	}
	fmt.Fprintln(b, "}")
	return b.Flush()
}

// parties are those of the ties, each once, by name.
func parties(ties []Tie) []Party {
	var out []Party
	for i := range ties {
		out = append(out, ties[i].From, ties[i].To)
	}
	slices.SortFunc(out, func(a, b Party) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Key, b.Key)) })
	return slices.CompactFunc(out, func(a, b Party) bool { return a.Key == b.Key })
}

func label(p Party) string {
	if p.Code == "" || p.Name == p.Code {
		return p.Name
	}
	return p.Name + "\n" + p.Code
}

func shape(kind string) string {
	switch kind {
	case "outlet":
		return "box"
	case "document":
		return "note"
	}
	return "ellipse"
}

func dash(anonymous bool) string {
	if anonymous {
		return ", style=dashed"
	}
	return ""
}

// quote writes a string of DOT. What is no printable character is left out.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r == 0x7f:
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
