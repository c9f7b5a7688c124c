package export

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/dateline/dateline"
)

// Format names a form of the exported claims.
type Format string

// Forms of the exported claims.
const (
	JSONL  Format = "jsonl"  // Record, one a line; offsets in bytes
	PLOVER Format = "plover" // the same for programs that know PLOVER alone; offsets in code points
	CSV    Format = "csv"    // a table with a header line
)

// Writer writes claims in one format. Flush ends it.
type Writer struct {
	out     *bufio.Writer
	format  Format
	program string
	json    *json.Encoder
	csv     *csv.Writer
	// points counts the code points of document of, which is written claim after
	// claim.
	points offsets
	of     dateline.DocumentID
}

// NewWriter is a Writer on w. program, such as "dateline 0.1", stands before
// each claim's coder; "" for none. An unknown format is an error of usage.
func NewWriter(w io.Writer, format Format, program string) (*Writer, error) {
	out := &Writer{out: bufio.NewWriter(w), format: format, program: program}
	switch format {
	case JSONL, PLOVER:
		out.json = encoder(out.out)
	case CSV:
		out.csv = csv.NewWriter(out.out)
		if err := out.csv.Write(claimHeader()); err != nil {
			return nil, err
		}
	default:
		return nil, fmt.Errorf("%w: no export format %q; there are %s, %s and %s", dateline.ErrUsage, format, JSONL, PLOVER, CSV)
	}
	return out, nil
}

// encoder writes JSON lines without the escapes that only HTML needs.
func encoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

// Claim writes one claim of report r of document d that belongs to the event
// link. Claims of one document are best written in a row.
func (w *Writer) Claim(c *dateline.Claim, r *dateline.Report, d *dateline.Document, link dateline.EventID) error {
	if w.format != PLOVER {
		return w.write(NewRecord(c, r, d, link))
	}
	if w.of != d.ID || w.points.text != d.Text {
		w.of, w.points = d.ID, codePoints(d.Text)
	}
	rec, ok := inPLOVER(w.points.record(c, r, d, link), c)
	if !ok {
		return nil
	}
	return w.write(rec)
}

func (w *Writer) write(rec Record) error {
	if w.program != "" {
		rec.Coder = strings.TrimSpace(w.program + " " + rec.Coder)
	}
	if w.csv != nil {
		return w.csv.Write(claimRow(&rec))
	}
	return w.json.Encode(rec)
}

// Flush hands what is buffered to the underlying writer.
func (w *Writer) Flush() error {
	if w.csv != nil {
		w.csv.Flush()
		if err := w.csv.Error(); err != nil {
			return err
		}
	}
	return w.out.Flush()
}
