package export

import (
	"cmp"
	"encoding/csv"
	"encoding/json"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/reliance"
)

// TiesCSV writes who relies on whom as a table with a header line.
func TiesCSV(w io.Writer, ties []reliance.Tie) error {
	columns := []column[*reliance.Tie]{
		{"who", func(t *reliance.Tie) string { return folded(t.From.Name) }},
		{"who_kind", func(t *reliance.Tie) string { return safe(t.From.Kind) }},
		{"who_code", func(t *reliance.Tie) string { return safe(t.From.Code) }},
		{"relies_on", func(t *reliance.Tie) string { return folded(t.To.Name) }},
		{"kind", func(t *reliance.Tie) string { return safe(t.To.Kind) }},
		{"code", func(t *reliance.Tie) string { return safe(t.To.Code) }},
		{"anonymous", func(t *reliance.Tie) string { return strconv.FormatBool(t.To.Anonymous) }},
		{"statements", func(t *reliance.Tie) string { return strconv.Itoa(t.Statements) }},
		{"reports", func(t *reliance.Tie) string { return strconv.Itoa(t.Reports) }},
		{"share", func(t *reliance.Tie) string { return strconv.FormatFloat(t.Share, 'f', 3, 64) }},
		{"layers", func(t *reliance.Tie) string { return strconv.Itoa(t.Layers) }},
		{"how", func(t *reliance.Tie) string { return Classes(t.Classes) }},
	}
	out := csv.NewWriter(w)
	if err := out.Write(header(columns)); err != nil {
		return err
	}
	for i := range ties {
		if err := out.Write(row(columns, &ties[i])); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// TiesJSONL writes who relies on whom, one tie a line.
func TiesJSONL(w io.Writer, ties []reliance.Tie) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range ties {
		if err := enc.Encode(&ties[i]); err != nil {
			return err
		}
	}
	return nil
}

// Classes lists classes of cue with their numbers, the most frequent first:
// "reported 4, denied 1".
func Classes(n map[dateline.VerbClass]int) string {
	keys := slices.SortedFunc(maps.Keys(n), func(a, b dateline.VerbClass) int { return cmp.Or(n[b]-n[a], cmp.Compare(a, b)) })
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = string(k) + " " + strconv.Itoa(n[k])
	}
	return strings.Join(out, ", ")
}
