package entity

import (
	"fmt"
	"strings"
)

// entriesOfYAML reads the part of YAML that a list of flat records needs: a
// sequence of mappings with plain or quoted scalars, and lists in brackets or as
// indented items.
//
//   - kind: person
//     code: CHL
//     name: Ana Duro
//     aliases: [A. Duro, Ana Duro Paz]
func entriesOfYAML(path, text string) ([]Entry, error) {
	var out []Entry
	key, n := "", 0
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		n++
		where := fmt.Sprintf("%s:%d", path, n)
		body := strings.TrimSpace(uncomment(strings.TrimRight(line, "\r\n")))
		if body == "" || body == "---" {
			continue
		}
		item, isItem := strings.CutPrefix(body, "- ")
		k, v, isPair := cutPair(item)
		switch {
		case isItem && !isPair && len(out) > 0 && key == "aliases":
			out[len(out)-1].Aliases = append(out[len(out)-1].Aliases, unquote(item))
			continue
		case isItem && isPair:
			out = append(out, Entry{where: where})
		case isItem || !isPair || len(out) == 0:
			return nil, fmt.Errorf("%s: not understood: %q", where, body)
		}
		key = k
		if err := out[len(out)-1].set(k, v); err != nil {
			return nil, fmt.Errorf("%s: %w", where, err)
		}
	}
	return out, nil
}

// uncomment cuts a comment off: "#" at the start or after a space, outside quotes.
func uncomment(line string) string {
	quote := byte(0)
	for i := 0; i < len(line); i++ {
		switch b := line[i]; {
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case (b == '"' || b == '\'') && (i == 0 || strings.IndexByte(" [,", line[i-1]) >= 0):
			quote = b
		case b == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t'):
			return line[:i]
		}
	}
	return line
}

// cutPair parts "key: value".
func cutPair(s string) (key, value string, ok bool) {
	key, value, ok = strings.Cut(s, ":")
	key = strings.TrimSpace(key)
	if !ok || key == "" || strings.ContainsAny(key, " \"'") || value != "" && value[0] != ' ' && value[0] != '\t' {
		return "", "", false
	}
	return key, strings.TrimSpace(value), true
}

func unquote(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}

// set gives a field of an entry its value by the name of the column.
func (e *Entry) set(key, value string) error {
	if key == "aliases" {
		inner, listed := strings.CutPrefix(value, "[")
		for a := range strings.SplitSeq(strings.TrimSuffix(inner, "]"), ",") {
			if a = unquote(a); a != "" {
				e.Aliases = append(e.Aliases, a)
			}
		}
		if value != "" && !listed {
			return fmt.Errorf("aliases are a list in brackets or one item a line")
		}
		return nil
	}
	field, ok := map[string]*string{"kind": &e.Kind, "code": &e.Code, "name": &e.Name, "sector": &e.Sector, "office": &e.Office,
		"from": &e.From, "until": &e.Until, "id": &e.ID, "flags": &e.Flags}[key]
	if !ok {
		return fmt.Errorf("no field is called %q", key)
	}
	*field = unquote(value)
	return nil
}
