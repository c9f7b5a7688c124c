package attrib

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// Chain gives the links between the reader and the byte offset at: the report's
// outlet first, then the agency it credits, then the attributions whose content
// holds at, the outermost first.
func (a *Annotator) Chain(r *dateline.Report, at int) []dateline.Link {
	return chainTo(r, r.Attributions, innermost(r, at))
}

// chainTo is the chain down to the source of attribution i of a report, to its
// outlet and agency for -1.
func chainTo(r *dateline.Report, list []dateline.Attribution, i int) []dateline.Link {
	chain := []dateline.Link{outletLink(r)}
	if g := r.Agency; g.Name != "" {
		chain = appendLink(chain, dateline.Link{Name: g.Name, Kind: "outlet", ID: g.ID, Code: g.Country, Span: r.Sources["agency"]})
	}
	var path []int
	for ; i >= 0 && len(path) < len(list); i = list[i].Parent {
		path = append(path, i)
	}
	for k := len(path) - 1; k >= 0; k-- {
		if x := &list[path[k]]; x.Voice && !ownVoice(r, x.Link) {
			chain = appendLink(chain, x.Link)
		}
	}
	return chain
}

// layers sets how many voices stand between the reader and each source.
func layers(r *dateline.Report, list []dateline.Attribution) {
	for i := range list {
		list[i].Layers = max(1, len(chainTo(r, list, list[i].Parent)))
	}
}

// innermost is the attribution with the smallest content that holds at, or -1.
func innermost(r *dateline.Report, at int) int {
	best := -1
	for i := range r.Attributions {
		x := &r.Attributions[i]
		if holds(x.Content, dateline.Span{Start: at, End: at + 1}) && (best < 0 || size(x.Content) <= size(r.Attributions[best].Content)) {
			best = i
		}
	}
	return best
}

// appendLink adds a link unless it is the one before it.
func appendLink(chain []dateline.Link, l dateline.Link) []dateline.Link {
	last := &chain[len(chain)-1]
	if same(*last, l) {
		if last.Cue == "" {
			last.Cue, last.Class, last.CueSpan, last.Direct = l.Cue, l.Class, l.CueSpan, l.Direct
			if l.When != "" {
				last.When = l.When
			}
		}
		return chain
	}
	return append(chain, l)
}

func same(a, b dateline.Link) bool {
	if a.ID != "" && b.ID != "" {
		return a.ID == b.ID && a.Kind == b.Kind
	}
	return a.Name != "" && a.Name == b.Name
}

// ownVoice reports whether a link is the report's own outlet or author, who
// stands at the head of the chain already.
func ownVoice(r *dateline.Report, l dateline.Link) bool {
	if l.Kind == "outlet" && same(l, outletLink(r)) {
		return true
	}
	return l.Name != "" && r.Author != "" && partOf(l.Name, r.Author)
}

// partOf reports whether every word of the shorter name stands in the longer.
func partOf(a, b string) bool {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	for _, w := range x {
		if !slices.Contains(y, w) {
			return false
		}
	}
	return len(x) > 0
}

// outletLink is the outermost link of every chain of a report.
func outletLink(r *dateline.Report) dateline.Link {
	return dateline.Link{
		Name: r.Outlet.Name, Kind: "outlet", ID: r.Outlet.ID, Code: r.Outlet.Country,
		When: r.Published, Span: r.Sources["outlet"],
	}
}
