// Package plover holds the PLOVER ontology as data: the 16 event types (roots),
// their modes, the contexts, the quad class and score of each, and a crosswalk
// to CAMEO codes. The tables stand in data/ and are embedded.
package plover

import (
	"embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/dateline/dateline"
)

// Agree is the root that stands for an intention to cooperate.
const Agree = "AGREE"

// The quad classes.
const (
	VerbalCooperation   = 1
	MaterialCooperation = 2
	VerbalConflict      = 3
	MaterialConflict    = 4
)

//go:embed data/*.csv
var files embed.FS

type root struct {
	name      string
	quad      int
	recipient bool
	score     float64
	cameo     string
	modes     []mode
}

type mode struct {
	name  string
	score float64
	cameo string
}

// crossing is one line of the CAMEO crosswalk.
type crossing struct{ root, mode, context, cameo string }

type tables struct {
	roots     []root
	contexts  []string
	crosswalk []crossing
	fromCAMEO map[string][2]string // prefix of a code to root and mode
}

// ontology reads the embedded tables once. They are checked by the tests, so a
// malformed line is a programming error.
var ontology = sync.OnceValue(func() *tables {
	t := &tables{fromCAMEO: map[string][2]string{}}
	for _, r := range rows("roots.csv", 5) {
		t.roots = append(t.roots, root{r[0], int(number(r[1])), r[2] == "yes", number(r[3]), r[4], nil})
	}
	for _, r := range rows("modes.csv", 4) {
		owner := t.root(r[0])
		m := mode{r[1], owner.score, r[3]}
		if r[2] != "" {
			m.score = number(r[2])
		}
		owner.modes = append(owner.modes, m)
	}
	for _, r := range rows("contexts.csv", 2) {
		t.contexts = append(t.contexts, r[0])
	}
	for _, r := range rows("cameo.csv", 4) {
		t.crosswalk = append(t.crosswalk, crossing{r[0], r[1], r[2], r[3]})
	}
	for _, r := range rows("fromcameo.csv", 3) {
		t.fromCAMEO[r[0]] = [2]string{r[1], r[2]}
	}
	return t
})

func rows(name string, fields int) [][]string {
	data, err := files.ReadFile("data/" + name)
	if err != nil {
		panic(err)
	}
	r := csv.NewReader(strings.NewReader(string(data)))
	r.Comment = '#'
	r.FieldsPerRecord = fields
	out, err := r.ReadAll()
	if err != nil {
		panic(fmt.Sprintf("plover: %s: %v", name, err))
	}
	return out
}

func number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(fmt.Sprintf("plover: %q is no number", s))
	}
	return v
}

func (t *tables) root(name string) *root {
	for i := range t.roots {
		if t.roots[i].name == name {
			return &t.roots[i]
		}
	}
	return nil
}

func (r *root) mode(name string) *mode {
	if r == nil {
		return nil
	}
	for i := range r.modes {
		if r.modes[i].name == name {
			return &r.modes[i]
		}
	}
	return nil
}

// Roots lists the event types, cooperation first, by quad class.
func Roots() []string {
	var out []string
	for _, r := range ontology().roots {
		out = append(out, r.name)
	}
	return out
}

// Modes lists the modes of a root in alphabetical order; none for a root without
// modes or an unknown one.
func Modes(root string) []string {
	var out []string
	if r := ontology().root(root); r != nil {
		for _, m := range r.modes {
			out = append(out, m.name)
		}
	}
	return out
}

// Contexts lists the contexts in alphabetical order.
func Contexts() []string { return slices.Clone(ontology().contexts) }

// Quad is the quad class of a root, 1 to 4; 0 for an unknown root.
func Quad(root string) int {
	if r := ontology().root(root); r != nil {
		return r.quad
	}
	return 0
}

// Scale is the score of an event between conflict (-10) and cooperation (10): that of
// the mode, else that of the root; 0 for an unknown root.
func Scale(root, mode string) float64 {
	r := ontology().root(root)
	if m := r.mode(mode); m != nil {
		return m.score
	}
	if r == nil {
		return 0
	}
	return r.score
}

// RecipientRequired reports whether the codebook wants a recipient for the root.
func RecipientRequired(root string) bool {
	r := ontology().root(root)
	return r != nil && r.recipient
}

// ValidRoot reports whether root is an event type.
func ValidRoot(root string) bool { return ontology().root(root) != nil }

// ValidMode reports whether mode is a mode of root; the empty mode always is.
func ValidMode(root, mode string) bool {
	r := ontology().root(root)
	return r != nil && (mode == "" || r.mode(mode) != nil)
}

// ValidContext reports whether context is in the list.
func ValidContext(context string) bool {
	_, ok := slices.BinarySearch(ontology().contexts, context)
	return ok
}

// CAMEO is the CAMEO code that stands nearest to a PLOVER event, as a string
// since codes begin with zeros: by context, else by mode, else by root; "" for an
// unknown root.
func CAMEO(root, mode string, contexts []string) string {
	t := ontology()
	r := t.root(root)
	if r == nil {
		return ""
	}
	for _, c := range t.crosswalk {
		if c.root == root && (c.mode == "*" || c.mode == mode) && slices.Contains(contexts, c.context) {
			return c.cameo
		}
	}
	if m := r.mode(mode); m != nil && m.cameo != "" {
		return m.cameo
	}
	return r.cameo
}

// FromCAMEO is the PLOVER event that a CAMEO code stands for; ok is false for codes
// that are no event in PLOVER (statements) and for unknown ones.
func FromCAMEO(code string) (root, mode string, ok bool) {
	for n := min(len(code), 4); n >= 2; n-- {
		if e, ok := ontology().fromCAMEO[code[:n]]; ok {
			return e[0], e[1], true
		}
	}
	return "", "", false
}

// Exported is the root under which an event is handed to other programs. The
// codebook has no planned cooperation: whoever plans to cooperate agrees to it.
func Exported(root string, status dateline.Status) string {
	q := Quad(root)
	if status == dateline.Planned && (q == VerbalCooperation || q == MaterialCooperation) {
		return Agree
	}
	return root
}

// Symmetric reports whether events of the root are commonly mutual, so that all
// who take part are actors.
func Symmetric(root string) bool {
	switch root {
	case "CONSULT", "AGREE", "COOPERATE", "SUPPORT":
		return true
	}
	return false
}
