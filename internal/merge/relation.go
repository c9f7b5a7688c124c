package merge

import (
	"fmt"
	"iter"
	"strings"

	"github.com/dateline/dateline"
)

// maxValues bounds the values of a field that are compared with one another.
const maxValues = 12

// Fields of Relation that are not fields of Value.
const (
	participantField = "participant" // who took part
	initiatorField   = "initiator"   // who did it to whom
	polarityField    = "polarity"    // for or against
)

// relations finds how the values that claims of one event state stand to each
// other. Of the claims that state two values the first pair that is comparable
// speaks for all.
func (x *Index) relations(cluster []int32) []dateline.Relation {
	var out []dateline.Relation
	for _, f := range []struct {
		value   func(n *node) string
		compare func(a, b *node) verdictOn
		field   string
	}{
		{statusKey, x.compareStatus, "status"},
		{dateKey, x.compareDates, "date"},
		{placeNameKey, comparePlaces, "place"},
		{participantKey, compareParticipants, participantField},
		{sidesKey, compareInitiators, initiatorField},
		{polarityKey, comparePolarity, polarityField},
	} {
		speakers := x.speakers(cluster, f.value)
		for i, as := range speakers {
			for _, bs := range speakers[i+1:] {
				for a, b := range x.pairsOf(as, bs) {
					if v := f.compare(&x.nodes[a], &x.nodes[b]); v.kind != "" && x.comparable(v, f.field, a, b) {
						out = append(out, x.relation(v, f.field, a, b))
						break // one pair speaks for all
					}
				}
			}
		}
	}
	return append(out, x.numberRelations(cluster)...)
}

// comparable reports whether a verdict on two claims says something: what one
// source says twice in one report is told in other words, not contradicted or
// made more precise.
func (x *Index) comparable(v verdictOn, field string, a, b int32) bool {
	m, n := &x.nodes[a], &x.nodes[b]
	same := m.claim.Report == n.claim.Report
	if v.kind != dateline.Contradicts {
		return !same || v.kind == dateline.Fulfils
	}
	return (!same || innermost(m.claim) != innermost(n.claim)) && sure(m, n, field)
}

// innermost is the name of the first speaker of a claim's chain.
func innermost(c *dateline.Claim) string {
	if len(c.Chain) == 0 {
		return ""
	}
	return c.Chain[len(c.Chain)-1].Name
}

// verdictOn is how a later claim's value stands to an earlier one's; swap says
// that the earlier claim is A.
type verdictOn struct {
	kind dateline.RelationKind
	swap bool
	why  string
}

// maxSpeakers bounds the claims of one value that are compared with those of others.
const maxSpeakers = 6

// speakers are the claims that state each value, in order of publication.
func (x *Index) speakers(cluster []int32, value func(n *node) string) [][]int32 {
	at := map[string]int{}
	var out [][]int32
	for _, i := range cluster {
		v := value(&x.nodes[i])
		if v == "" {
			continue
		}
		k, known := at[v]
		switch {
		case !known && len(out) < maxValues:
			at[v] = len(out)
			out = append(out, []int32{i})
		case known && len(out[k]) < maxSpeakers:
			out[k] = append(out[k], i)
		}
	}
	return out
}

// pairsOf pairs the claims of two lists, the one that is published first before the
// other.
func (x *Index) pairsOf(as, bs []int32) iter.Seq2[int32, int32] {
	return func(yield func(a, b int32) bool) {
		for _, a := range as {
			for _, b := range bs {
				first, then := a, b
				if x.compareReports(a, b) > 0 {
					first, then = b, a
				}
				if !yield(first, then) {
					return
				}
			}
		}
	}
}

// relation writes a verdict on an earlier and a later claim.
func (x *Index) relation(v verdictOn, field string, earlier, later int32) dateline.Relation {
	a, b := later, earlier
	if v.swap {
		a, b = b, a
	}
	return dateline.Relation{
		Kind: v.kind, Field: field, A: x.nodes[a].claim.ID, B: x.nodes[b].claim.ID,
		Why: fmt.Sprintf("%s. %s; %s", v.why, x.quote(a), x.quote(b)),
	}
}

// quote is a claim's outlet and its words, shortened.
func (x *Index) quote(i int32) string {
	words := ""
	if clause := x.nodes[i].clause(); clause != "" {
		words = clip(clause, 160)
	}
	return fmt.Sprintf("%s: “%s”", x.outletName(i), words)
}

// clip folds white space and cuts after the last whole word within n bytes.
func clip(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= n {
		return s
	}
	cut := strings.LastIndexByte(s[:n], ' ')
	if cut < n/2 {
		for cut = n; cut > 0 && s[cut]&0xc0 == 0x80; cut-- {
		}
	}
	return strings.TrimRight(s[:cut], " ,;:-–(") + " …"
}

// clause is the main words of evidence of a node.
func (n *node) clause() string {
	if len(n.claim.Evidence) == 0 || len(n.excerpt) == 0 {
		return ""
	}
	return n.excerpt[0]
}

func statusKey(n *node) string { return string(n.claim.Status) }

// compareStatus finds plans that were fulfilled, and what one side denies.
func (x *Index) compareStatus(a, b *node) verdictOn {
	p, q := a.claim.Status, b.claim.Status
	switch {
	case p == dateline.Planned && q == dateline.Happened:
		return verdictOn{kind: dateline.Fulfils, why: "planned, then happened"}
	case q == dateline.Planned && p == dateline.Happened:
		return verdictOn{kind: dateline.Fulfils, swap: true, why: "happened as it was planned"}
	case p == dateline.Planned && q == dateline.DeniedStatus && b.f.published >= a.f.last && a.f.last != unknownDay:
		return verdictOn{kind: dateline.Updates, why: "planned, then did not happen"}
	case p == dateline.DeniedStatus && q == dateline.Happened, q == dateline.DeniedStatus && p == dateline.Happened:
		if a.f.vague || b.f.vague || a.f.background != b.f.background || !share(a.f.events, b.f.events) && len(a.f.events)+len(b.f.events) > 0 {
			return verdictOn{} // not at this time, or something else
		}
		return verdictOn{kind: dateline.Contradicts, why: fmt.Sprintf("%s against %s", q, p)}
	}
	return verdictOn{}
}

// dateKey holds the status too, since a plan's date is no rival of what came.
func dateKey(n *node) string {
	if !n.f.dated {
		return ""
	}
	return string(n.claim.Status) + " " + dateValue(n.claim.Date)
}

// compareDates compares stated dates: nested ones refine, later plans and what
// happened replace earlier plans, others that share no day contradict.
func (x *Index) compareDates(a, b *node) verdictOn {
	p, q := dateValue(a.claim.Date), dateValue(b.claim.Date)
	if p == q || p == "" || q == "" {
		return verdictOn{}
	}
	open := strings.Contains(p+q, "..")
	between := fmt.Sprintf("%s against %s", q, p)
	switch gap := max(a.f.first-b.f.last, b.f.first-a.f.last); {
	case gap <= 0 && open:
		return verdictOn{}
	case gap <= 0 && contains(&a.f, &b.f):
		return verdictOn{kind: dateline.Refines, why: fmt.Sprintf("%s lies within %s", q, p)}
	case gap <= 0 && contains(&b.f, &a.f):
		return verdictOn{kind: dateline.Refines, swap: true, why: fmt.Sprintf("%s lies within %s", p, q)}
	case gap <= 0:
		return verdictOn{}
	case a.claim.Status == dateline.Planned && b.f.published > a.f.published:
		return verdictOn{kind: dateline.Updates, why: between}
	case b.claim.Status == dateline.Planned && a.claim.Status != dateline.Planned:
		return verdictOn{kind: dateline.Updates, swap: true, why: between}
	case open || !disputable(a, b, gap): // an open end was guessed
		return verdictOn{}
	}
	return verdictOn{kind: dateline.Contradicts, why: between}
}

// contains reports whether the days of b lie within those of a and are fewer.
func contains(a, b *feature) bool {
	return a.first <= b.first && b.last <= a.last && b.last-b.first < a.last-a.first
}

func polarityKey(n *node) string {
	if len(n.f.events) == 0 {
		return ""
	}
	return fmt.Sprint(n.f.events, n.f.actors)
}

// comparePolarity finds claims of which one tells the opposite of the other.
func comparePolarity(a, b *node) verdictOn {
	lex := words()
	for _, p := range a.f.events {
		for _, q := range b.f.events {
			if lex.opposite(p, q) && !share(a.f.events, b.f.events) && sameActor(a, b) && a.f.status == b.f.status {
				return verdictOn{kind: dateline.Contradicts, why: fmt.Sprintf("%s against %s", lex.names[q], lex.names[p])}
			}
		}
	}
	return verdictOn{}
}
