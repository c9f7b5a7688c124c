// Package reliance counts who relies on whom in a collection: from the chains of
// its statements, which outlet passes on which agency, which agency which speaker.
package reliance

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// Party is somebody who says something or passes it on.
type Party struct {
	Key       string `json:"-"`
	Name      string `json:"name"`
	Kind      string `json:"kind,omitempty"` // as Link.Kind
	ID        string `json:"identifier_id,omitempty"`
	Code      string `json:"code,omitempty"`
	Anonymous bool   `json:"anonymous,omitempty"`
}

// Tie says how often From relies on To: To stands next to From in a chain, one step
// nearer to the event.
type Tie struct {
	From Party `json:"from"`
	To   Party `json:"to"`
	// Statements counts the statements that From has from To, Reports the reports
	// that they stand in.
	Statements int `json:"statements"`
	Reports    int `json:"reports"`
	// Share is the part of all that From has from others that To is behind, 0 to 1.
	Share float64 `json:"share"`
	// Classes counts the statements by what To does with what it says.
	Classes map[dateline.VerbClass]int `json:"classes,omitempty"`
	// Layers is how many parties stand between the reader and To, at most.
	Layers int `json:"layers"`
}

// Counter counts chains. The zero value is ready for use.
type Counter struct {
	ties map[[2]string]*tie
	seen map[seenKey]bool
}

type tie struct {
	Tie
	reports map[dateline.ReportID]bool
}

// seenKey is one statement: several events that one sentence tells are one word of
// its source.
type seenKey struct {
	report   dateline.ReportID
	from, to string
	cue      dateline.Span
}

// Add counts a chain of a report, outlet first. A statement that was counted before
// counts once.
func (c *Counter) Add(report dateline.ReportID, chain []dateline.Link) {
	for i := 1; i < len(chain); i++ {
		from, to := party(&chain[i-1]), party(&chain[i])
		if from.Key == to.Key || from.Name == "" || to.Name == "" {
			continue
		}
		said := chain[i].CueSpan
		if said.Empty() {
			said = chain[i].Span
		}
		key := seenKey{report, from.Key, to.Key, said}
		if c.seen[key] {
			continue
		}
		c.count(from, to, report, chain[i].Class, i)
		if c.seen == nil {
			c.seen = map[seenKey]bool{}
		}
		c.seen[key] = true
	}
}

func (c *Counter) count(from, to Party, report dateline.ReportID, class dateline.VerbClass, layers int) {
	if c.ties == nil {
		c.ties = map[[2]string]*tie{}
	}
	key := [2]string{from.Key, to.Key}
	t := c.ties[key]
	if t == nil {
		t = &tie{Tie: Tie{From: from, To: to, Classes: map[dateline.VerbClass]int{}}, reports: map[dateline.ReportID]bool{}}
		c.ties[key] = t
	}
	t.Statements++
	t.reports[report] = true
	t.Layers = max(t.Layers, layers)
	if class != "" {
		t.Classes[class]++
	}
}

// party is a link without what it says here. Who has no identifier is known by name
// and state.
func party(l *dateline.Link) Party {
	name := strings.Join(strings.Fields(l.Name), " ")
	p := Party{Name: name, Kind: l.Kind, ID: l.ID, Code: l.Code, Anonymous: l.Anonymous}
	p.Key = l.Kind + ":" + cmp.Or(l.ID, l.Code+" "+strings.ToLower(name))
	return p
}

// Ties are what was counted, the most frequent first; ties between the same number
// of statements stand in the order of names.
func (c *Counter) Ties() []Tie {
	total := map[string]int{}
	for _, t := range c.ties {
		total[t.From.Key] += t.Statements
	}
	var out []Tie
	for _, t := range c.ties {
		x := t.Tie
		x.Reports = len(t.reports)
		x.Share = float64(x.Statements) / float64(total[x.From.Key])
		x.Classes = maps.Clone(t.Classes)
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b Tie) int {
		return cmp.Or(cmp.Compare(b.Statements, a.Statements), cmp.Compare(a.From.Name, b.From.Name),
			cmp.Compare(a.To.Name, b.To.Name), cmp.Compare(a.From.Key+a.To.Key, b.From.Key+b.To.Key))
	})
	return out
}
