package web

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/dateline/dateline/internal/reliance"
)

// flows is a picture of who relies on whom: columns of parties, from those who
// publish to those who speak, with bands as broad as the statements are many. All
// numbers are coordinates of the picture.
type flows struct {
	Width, Height float64
	Nodes         []*flowNode
	Bands         []flowBand
}

// flowNode is a party.
type flowNode struct {
	Name, Short string // whole and as the picture has room for it
	Under, Kind string
	X, Y, H     float64
	Middle      float64 // of its height

	column  int
	in, out int // statements
	used    [2]float64
}

// flowBand is a tie.
type flowBand struct {
	Path  string // of an SVG curve
	Wide  float64
	Label string
}

const (
	mostFlows   = 40
	mostColumns = 4
	nodeWide    = 9.0
	nodeGap     = 16.0
	leastNode   = 12.0
	columnWide  = 330.0
	mostLetters = 36
)

// flowsOf lays the picture out.
func flowsOf(ties []reliance.Tie) *flows {
	nodes, order := flowNodes(ties)
	columns := make([][]*flowNode, mostColumns)
	for _, n := range order {
		columns[n.column] = append(columns[n.column], n)
	}
	unit := flowUnit(columns)
	f := &flows{Nodes: order}
	for i, column := range columns {
		if len(column) == 0 {
			continue
		}
		sortColumn(column, ties, nodes)
		y := 0.0
		for _, n := range column {
			n.X, n.Y, n.H = float64(i)*columnWide, y, max(leastNode, unit*float64(max(n.in, n.out)))
			n.Middle = n.Y + n.H/2
			y += n.H + nodeGap
		}
		f.Height = max(f.Height, y-nodeGap+8)
		f.Width = float64(i+1) * columnWide
	}
	for i := range ties {
		f.Bands = append(f.Bands, band(&ties[i], nodes, unit))
	}
	return f
}

// flowNodes are the parties of the ties, each in the column after those who rely on it.
func flowNodes(ties []reliance.Tie) (map[string]*flowNode, []*flowNode) {
	nodes := map[string]*flowNode{}
	var order []*flowNode
	node := func(p *reliance.Party) *flowNode {
		n := nodes[p.Key]
		if n == nil {
			n = &flowNode{Name: fold(p.Name), Short: shortened(fold(p.Name), mostLetters), Under: p.Code, Kind: p.Kind}
			nodes[p.Key] = n
			order = append(order, n)
		}
		return n
	}
	for i := range ties {
		node(&ties[i].From).out += ties[i].Statements
		node(&ties[i].To).in += ties[i].Statements
	}
	for range mostColumns { // parties that rely on one another end in the last column
		for i := range ties {
			to := nodes[ties[i].To.Key]
			to.column = min(max(to.column, nodes[ties[i].From.Key].column+1), mostColumns-1)
		}
	}
	return nodes, order
}

// flowUnit is the height of one statement.
func flowUnit(columns [][]*flowNode) float64 {
	most := 1
	for _, column := range columns {
		sum := 0
		for _, n := range column {
			sum += max(n.in, n.out)
		}
		most = max(most, sum)
	}
	return math.Min(9, 420/float64(most))
}

// sortColumn puts the parties of a column, left to right, at the height of those
// who rely on them; the first column by size.
func sortColumn(column []*flowNode, ties []reliance.Tie, nodes map[string]*flowNode) {
	rank := map[*flowNode]float64{}
	for _, n := range column {
		sum, weight := 0.0, 0.0
		for i := range ties {
			if from := nodes[ties[i].From.Key]; nodes[ties[i].To.Key] == n && from.column < n.column {
				sum += from.Middle * float64(ties[i].Statements)
				weight += float64(ties[i].Statements)
			}
		}
		if weight > 0 {
			rank[n] = sum / weight
		}
	}
	slices.SortStableFunc(column, func(a, b *flowNode) int {
		return cmp.Or(cmp.Compare(rank[a], rank[b]), cmp.Compare(max(b.in, b.out), max(a.in, a.out)), cmp.Compare(a.Name, b.Name))
	})
}

// band is the curve of a tie, under those of its ends that were drawn before.
func band(t *reliance.Tie, nodes map[string]*flowNode, unit float64) flowBand {
	from, to := nodes[t.From.Key], nodes[t.To.Key]
	wide := max(1, unit*float64(t.Statements))
	y1, y2 := from.Y+from.used[1]+wide/2, to.Y+to.used[0]+wide/2
	from.used[1] += wide
	to.used[0] += wide
	x1, x2 := from.X+nodeWide, to.X
	bend := math.Abs(x2-x1) / 2
	return flowBand{
		Path:  fmt.Sprintf("M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f", x1, y1, x1+bend, y1, x2-bend, y2, x2, y2),
		Wide:  wide,
		Label: fmt.Sprintf("%s relies on %s: %s in %s", fold(t.From.Name), fold(t.To.Name), count(t.Statements, "statement"), count(t.Reports, "report")),
	}
}

// shortened cuts a name after most letters.
func shortened(name string, most int) string {
	r := []rune(name)
	if len(r) <= most {
		return name
	}
	return string(r[:most-1]) + "…"
}
