package merge

import (
	"cmp"
	"slices"

	"github.com/dateline/dateline"
)

// Version names the way in which claims are merged. A record that was merged in
// another way is merged anew.
const Version = "5"

// Update merges the documents of a shelf that are stale, n at most, and keeps
// what changes. It reads the claims near theirs, and no others. It reports
// whether there may be more.
func Update(shelf dateline.Shelf, n int) (more bool) {
	stale := shelf.Stale(n)
	if len(stale) == 0 {
		return false
	}
	x := newIndex(shelf, shelf.Judgements())
	c := dateline.Change{Documents: stale}
	for _, id := range stale {
		c.LostClaims = append(c.LostClaims, shelf.Merged(id)...)
	}
	x.layer.lose(convert[string](c.LostClaims))
	for _, e := range shelf.Events(shelf.EventsOf(c.LostClaims)) {
		x.gone[e.ID] = true
		x.touch(e.Claims)
	}
	for _, id := range stale {
		x.take(id, &c)
	}
	x.refresh()
	x.note(&c)
	shelf.Keep(&c)
	return len(stale) == n
}

// take adds the claims of a document as they stand.
func (x *Index) take(id dateline.DocumentID, c *dateline.Change) {
	claims, reports := x.shelf.Coded(id)
	in := Input{Claims: claims, Reports: map[dateline.ReportID]*dateline.Report{}, Texts: map[dateline.DocumentID]string{}}
	for i := range reports {
		in.Reports[reports[i].ID] = &reports[i]
	}
	if len(claims) > 0 {
		in.Texts[id] = x.shelf.Text(id)
	}
	x.Add(in)
	delete(x.texts, id)
	for i := range claims {
		if n, ok := x.at[claims[i].ID]; ok {
			c.Claims = append(c.Claims, dateline.Shelved{Claim: claims[i], Excerpt: x.nodes[n].excerpt})
		}
	}
	x.alert(id)
}

// alert touches the claims that people compared with those of a document.
func (x *Index) alert(id dateline.DocumentID) {
	for _, a := range x.ruling.anchors[id] {
		for _, w := range x.ruling.pairs[a.id] {
			if i, ok := x.named(w.other); ok {
				x.layer.touched[i] = true
			}
		}
	}
}

// touch has the claims that are still here merged anew.
func (x *Index) touch(ids []dateline.ClaimID) {
	x.need(ids)
	for _, id := range ids {
		if i, ok := x.at[id]; ok {
			x.layer.touched[i] = true
		}
	}
}

// need reads claims from the shelf.
func (x *Index) need(ids []dateline.ClaimID) {
	var lacking []dateline.ClaimID
	for _, id := range ids {
		if _, known := x.at[id]; !known && !x.layer.lost[string(id)] {
			lacking = append(lacking, id)
		}
	}
	slices.Sort(lacking)
	if lacking = slices.Compact(lacking); len(lacking) == 0 {
		return
	}
	for _, s := range x.shelf.Claims(lacking) {
		if _, known := x.at[s.Claim.ID]; known { // read along with one before
			continue
		}
		c := &s.Claim
		x.put(c, node{name: x.nameOf(c), published: s.Published, headline: s.Headline, excerpt: s.Excerpt, event: s.Event})
	}
}

// nameOf is the ID under which judgements name a claim.
func (x *Index) nameOf(c *dateline.Claim) dateline.ClaimID {
	if len(x.ruling.anchors[c.Document]) == 0 {
		return c.ID
	}
	names, known := x.names[c.Document]
	if !known {
		all, _ := x.shelf.Coded(c.Document)
		names = x.ruling.names(all)
		x.names[c.Document] = names
	}
	return cmp.Or(names[c.ID], c.ID)
}

// reportOf is a report, nil where it is not known.
func (x *Index) reportOf(id dateline.ReportID) *dateline.Report {
	r, known := x.reports[id]
	if !known && x.shelf != nil {
		r = x.shelf.Report(id)
		x.reports[id] = r
	}
	return r
}

// textOf is the text of a document.
func (x *Index) textOf(id dateline.DocumentID) string {
	text, known := x.texts[id]
	switch {
	case known:
		return text
	case x.shelf != nil:
		return x.shelf.Text(id)
	case x.text != nil:
		return x.text(id)
	}
	return ""
}

// note writes down what changed.
func (x *Index) note(c *dateline.Change) {
	c.ClaimRows = x.layer.writes
	x.tales.note(c)
}
