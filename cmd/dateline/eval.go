package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/plover"
)

type evalCmd struct {
	overlays
	Show      int    `help:"Sentences to show for each confusion." default:"3"`
	Gold      string `arg:"" help:"JSON lines with your annotation." type:"existingfile"`
	Predicted string `arg:"" optional:"" help:"What code or relate wrote; pairs can do without." type:"existingfile"`
}

// Help is shown below the usage line.
func (evalCmd) Help() string {
	return `Examples:
  dateline eval pairs.jsonl                 # relates the pairs and scores the answers
  dateline eval gold.jsonl claims.jsonl     # scores what "dateline code" wrote

A pair is {"id", "text", "source_bytes", "target_bytes", "root"}. A claim of yours
is {"start", "end", "type": [roots that would do, the best one first]} with byte
offsets into the document, and "path" where there are several documents; "required":
false marks one that is neither demanded nor wrong. A claim of the program stands for
the one of yours that it shares at least half of the shorter passage with. With
"actor", "recipient" (lists of country codes) and "status", those are scored as well.

Where only some passages were read, say which by lines {"window": true, "start",
"end", "path"}: a claim of the program whose trigger lies in none does not count.`
}

// annotation is one line of the gold file: a pair or a claim.
type annotation struct {
	pair
	Root     string   `json:"root"`
	GoldRoot string   `json:"gold_root"`
	Type     []string `json:"type"`
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Path     string   `json:"path"`
	Quote    string   `json:"quote"`
	Required *bool    `json:"required"`
	// Actor, Recipient and Status are scored where they are given.
	Actor     []string `json:"actor"`
	Recipient []string `json:"recipient"`
	Status    string   `json:"status"`
	// Window marks a passage that was read in full instead of a claim.
	Window bool `json:"window"`
}

// prediction is what eval reads of a line of the program's output.
type prediction struct {
	ID       json.RawMessage `json:"id"`
	Root     string          `json:"root"`
	Event    []string        `json:"event"`
	Evidence struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Text  string `json:"text"`
	} `json:"evidence"`
	Document struct {
		Path string `json:"path"`
	} `json:"document"`
	Trigger struct {
		Start int `json:"start"`
	} `json:"trigger"`
	Actor     []party `json:"actor"`
	Recipient []party `json:"recipient"`
	Status    string  `json:"status"`
}

// party is a side of a claim.
type party struct {
	Code string `json:"code"`
}

// Run scores and prints.
func (c *evalCmd) Run(ctx context.Context, m *Main) error {
	gold, err := readLines[annotation](ctx, c.Gold)
	if err != nil {
		return err
	}
	var predicted []prediction
	if c.Predicted != "" {
		if predicted, err = readLines[prediction](ctx, c.Predicted); err != nil {
			return err
		}
	}
	var answers []answer
	var det details
	switch {
	case len(gold) == 0:
		return &dateline.InputError{Path: c.Gold, Cause: "no annotation in it"}
	case hasClaims(gold) && c.Predicted == "":
		return &dateline.InputError{Path: c.Gold, Cause: "these are claims: name the output of dateline code as well"}
	case hasClaims(gold):
		gold, predicted = withinWindows(gold, predicted)
		answers, det = pairClaims(gold, predicted)
	case c.Predicted != "":
		answers = pairIDs(gold, predicted)
	default:
		if answers, err = c.relate(gold); err != nil {
			return err
		}
	}
	out := bufio.NewWriter(m.Stdout)
	writeScores(out, answers)
	det.write(out)
	writeConfusions(out, answers, c.Show)
	return out.Flush()
}

func readLines[T any](ctx context.Context, path string) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []T
	err = eachLine(ctx, f, path, func(line []byte) error {
		var v T
		if err := json.Unmarshal(line, &v); err != nil {
			return err
		}
		out = append(out, v)
		return nil
	})
	return out, err
}

// answer is one decision: a root each, "" for no event.
type answer struct{ gold, said, text string }

func (a *annotation) root() string { return cmp.Or(a.Root, a.GoldRoot) }

// demanded tells that leaving the claim out is an error.
func (a *annotation) demanded() bool { return a.Required == nil || *a.Required }

func (c *evalCmd) relate(gold []annotation) ([]answer, error) {
	p, err := c.pipeline()
	if err != nil {
		return nil, err
	}
	var out []answer
	for i := range gold {
		g := &gold[i]
		rel := p.Relate(g.Text, spans(g.Source), spans(g.Target))
		out = append(out, answer{g.root(), rel.Root, g.Text})
	}
	return out, nil
}

func pairIDs(gold []annotation, predicted []prediction) []answer {
	said := map[string]string{}
	for _, p := range predicted {
		said[string(p.ID)] = p.Root
	}
	var out []answer
	for i := range gold {
		out = append(out, answer{gold[i].root(), said[string(gold[i].ID)], gold[i].Text})
	}
	return out
}

// pairClaims pairs claims one to one: those of the same root first, then those that
// share a passage only, which are confusions.
func pairClaims(gold []annotation, predicted []prediction) (out []answer, det details) {
	usedGold, used := make([]bool, len(gold)), make([]bool, len(predicted))
	for _, sameRoot := range []bool{true, false} {
		for i := range gold {
			for j := range predicted {
				g, p := &gold[i], &predicted[j]
				if usedGold[i] || used[j] || len(p.Event) == 0 || !samePassage(g, p) {
					continue
				}
				fits := slices.Contains(g.Type, p.Event[0])
				if sameRoot != fits || !fits && !g.demanded() {
					continue
				}
				usedGold[i], used[j] = true, true
				switch {
				case !g.demanded():
				case fits:
					det.count(g, p)
					out = append(out, answer{p.Event[0], p.Event[0], p.Evidence.Text})
				default:
					out = append(out, answer{g.Type[0], p.Event[0], p.Evidence.Text})
				}
			}
		}
	}
	for i := range gold {
		if !usedGold[i] && len(gold[i].Type) > 0 && gold[i].demanded() {
			out = append(out, answer{gold[i].Type[0], "", gold[i].Quote})
		}
	}
	for j := range predicted {
		if !used[j] && len(predicted[j].Event) > 0 {
			out = append(out, answer{"", predicted[j].Event[0], predicted[j].Evidence.Text})
		}
	}
	return out, det
}

// hasClaims tells a file of claims from one of pairs.
func hasClaims(gold []annotation) bool {
	return slices.ContainsFunc(gold, func(g annotation) bool { return len(g.Type) > 0 || g.Window })
}

// withinWindows leaves out the window lines, and what the program coded outside of
// them; without windows everything stays.
func withinWindows(gold []annotation, predicted []prediction) ([]annotation, []prediction) {
	windows := slices.DeleteFunc(slices.Clone(gold), func(g annotation) bool { return !g.Window })
	if len(windows) == 0 {
		return gold, predicted
	}
	inside := func(p prediction) bool {
		return slices.ContainsFunc(windows, func(w annotation) bool {
			return samePath(&w, &p) && w.Start <= p.Trigger.Start && p.Trigger.Start < w.End
		})
	}
	gold = slices.DeleteFunc(slices.Clone(gold), func(g annotation) bool { return g.Window })
	return gold, slices.DeleteFunc(slices.Clone(predicted), func(p prediction) bool { return !inside(p) })
}

// details counts what is right of the claims whose root is.
type details struct{ actors, actorsOf, recipients, recipientsOf, status, statusOf int }

func (d *details) count(g *annotation, p *prediction) {
	tally := func(right, of *int, asked, ok bool) {
		if asked {
			*of++
			if ok {
				*right++
			}
		}
	}
	tally(&d.actors, &d.actorsOf, g.Actor != nil, sameCodes(g.Actor, p.Actor))
	tally(&d.recipients, &d.recipientsOf, g.Recipient != nil, sameCodes(g.Recipient, p.Recipient))
	tally(&d.status, &d.statusOf, g.Status != "", g.Status == p.Status)
}

// sameCodes compares sets of country codes; sides without a code do not count.
func sameCodes(codes []string, parties []party) bool {
	var said []string
	for _, p := range parties {
		if p.Code != "" {
			said = append(said, p.Code)
		}
	}
	want := slices.Clone(codes)
	slices.Sort(want)
	slices.Sort(said)
	return slices.Equal(slices.Compact(want), slices.Compact(said))
}

func (d *details) write(w io.Writer) {
	if d.actorsOf+d.recipientsOf+d.statusOf > 0 {
		fmt.Fprintf(w, "\nof the claims with the right root: actors %d of %d, recipients %d of %d, status %d of %d\n",
			d.actors, d.actorsOf, d.recipients, d.recipientsOf, d.status, d.statusOf)
	}
}

func samePath(g *annotation, p *prediction) bool {
	return g.Path == "" || p.Document.Path == g.Path || strings.HasSuffix(p.Document.Path, "/"+g.Path)
}

func samePassage(g *annotation, p *prediction) bool {
	if !samePath(g, p) {
		return false
	}
	shared := min(g.End, p.Evidence.End) - max(g.Start, p.Evidence.Start)
	shorter := min(g.End-g.Start, p.Evidence.End-p.Evidence.Start)
	return shared > 0 && 2*shared >= shorter
}

// score counts the decisions on one root.
type score struct{ right, said, gold int }

func (s score) figures() (precision, recall, f1 float64) {
	ratio := func(a, b int) float64 { return float64(a) / float64(max(b, 1)) }
	return ratio(s.right, s.said), ratio(s.right, s.gold), ratio(2*s.right, s.said+s.gold)
}

// writeScores prints precision, recall and F1 of each root, over all, and their mean
// over the roots of the annotation.
func writeScores(w io.Writer, answers []answer) {
	var all score
	count := func(s *score, a answer, root string) {
		if a.said == root {
			s.said++
		}
		if a.gold == root {
			s.gold++
		}
		if a.said == root && a.gold == root {
			s.right++
		}
	}
	mean, n := 0.0, 0
	fmt.Fprintf(w, "%-10s %9s %6s %6s %6s\n", "root", "precision", "recall", "F1", "n")
	for _, root := range plover.Roots() {
		var s score
		for _, a := range answers {
			count(&s, a, root)
		}
		all = score{all.right + s.right, all.said + s.said, all.gold + s.gold}
		if s.said+s.gold == 0 {
			continue
		}
		p, r, f := s.figures()
		fmt.Fprintf(w, "%-10s %9.3f %6.3f %6.3f %6d\n", root, p, r, f, s.gold)
		if s.gold > 0 {
			mean, n = mean+f, n+1
		}
	}
	p, r, f := all.figures()
	fmt.Fprintf(w, "%-10s %9.3f %6.3f %6.3f %6d\nmacro-F1   %.3f\n", "all", p, r, f, all.gold, mean/float64(max(n, 1)))
}

// writeConfusions lists what was taken for what, the most frequent first, with the
// first sentences behind each.
func writeConfusions(w io.Writer, answers []answer, show int) {
	type confusion struct{ gold, said string }
	behind := map[confusion][]string{}
	for _, a := range answers {
		if a.gold != a.said {
			c := confusion{cmp.Or(a.gold, "none"), cmp.Or(a.said, "none")}
			behind[c] = append(behind[c], a.text)
		}
	}
	list := make([]confusion, 0, len(behind))
	for c := range behind {
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b confusion) int {
		return cmp.Or(cmp.Compare(len(behind[b]), len(behind[a])), cmp.Compare(a.gold, b.gold), cmp.Compare(a.said, b.said))
	})
	for _, c := range list {
		fmt.Fprintf(w, "\n%s coded as %s: %d\n", c.gold, c.said, len(behind[c]))
		for _, text := range behind[c][:min(max(show, 0), len(behind[c]))] {
			fmt.Fprintf(w, "  %s\n", strings.Join(strings.Fields(text), " "))
		}
	}
}
