package entity

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed data/*.tsv
var shipped embed.FS

// row is one line of a knowledge file with the place it came from.
type row struct {
	fields []string
	where  string // "data/states.tsv:12"
}

// field is the i-th field, "" where the line is shorter.
func (r row) field(i int) string {
	if i >= len(r.fields) {
		return ""
	}
	return strings.TrimSpace(r.fields[i])
}

// list is the i-th field split at ";".
func (r row) list(i int) []string {
	var out []string
	for part := range strings.SplitSeq(r.field(i), ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// rows reads tab-separated lines; lines that start with "#" are comments.
func rows(path, text string) []row {
	var out []row
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		out = append(out, row{strings.Split(line, "\t"), fmt.Sprintf("%s:%d", path, n)})
	}
	return out
}

// table reads a shipped file.
func table(name string) ([]row, error) {
	data, err := shipped.ReadFile("data/" + name)
	if err != nil {
		return nil, err
	}
	return rows("data/"+name, string(data)), nil
}
