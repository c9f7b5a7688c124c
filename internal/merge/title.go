package merge

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline/dateline"
)

// titleBytes is the length to which a title made of a clause is cut.
const titleBytes = 90

// title names an event: from who took part and what kind of event it is where
// that says all, else from the clause of a claim.
func (x *Index) title(cluster []int32, e *dateline.Event) string {
	if t := x.kindTitle(cluster, e); t != "" {
		return t
	}
	best, bestScore := "", -1
	for _, i := range cluster {
		n := &x.nodes[i]
		t := clauseTitle(n)
		if s := titleScore(t, n.claim, e); t != "" && s > bestScore {
			best, bestScore = t, s
		}
	}
	if best != "" {
		return best
	}
	return strings.TrimSpace(strings.Join([]string{joinNames(e.Actors), strings.ToLower(e.Type), joinNames(e.Recipients)}, " "))
}

// kindTitle is the title of a visit, of talks or of a signing.
func (x *Index) kindTitle(cluster []int32, e *dateline.Event) string {
	if e.Status != dateline.Happened && e.Status != dateline.Planned {
		return ""
	}
	planned := e.Status == dateline.Planned
	say := func(now, then string) string {
		if planned {
			return "to " + then
		}
		return now
	}
	both := append(slices.Clone(e.Actors), e.Recipients...)
	switch x.mainKind(cluster) {
	case "visit":
		if len(e.Actors) > 0 && len(e.Recipients) > 0 {
			return joinNames(e.Actors) + " " + say(number3(e.Actors, "visit", "visits"), "visit") + " " + joinNames(x.visited(cluster, e.Recipients))
		}
	case "talks":
		if len(both) > 1 {
			return joinNames(both) + " " + say("hold talks", "hold talks")
		}
	case "meet":
		if len(both) > 1 {
			return joinNames(both) + " " + say("meet", "meet")
		}
	case "sign":
		if object := x.signed(cluster); len(both) > 1 && object != "" {
			return joinNames(both) + " " + say("sign", "sign") + " " + object
		}
	}
	return ""
}

// visited are the hosts of a visit: one that a claim names by state is the state,
// whoever received the guest there.
func (x *Index) visited(cluster []int32, hosts []dateline.Actor) []dateline.Actor {
	states := map[string]dateline.Actor{}
	for _, i := range cluster {
		for _, p := range x.nodes[i].claim.Recipients {
			if p.Kind == dateline.StateActor && p.Code != "" {
				states[p.Code] = p.Actor
			}
		}
	}
	var out []dateline.Actor
	for _, h := range hosts {
		if s, ok := states[h.Code]; ok {
			h = s
		}
		if !slices.ContainsFunc(out, func(o dateline.Actor) bool { return o.Name == h.Name && o.Code == h.Code }) {
			out = append(out, h)
		}
	}
	return out
}

func number3(as []dateline.Actor, many, one string) string {
	if len(as) > 1 {
		return many
	}
	return one
}

// mainKind is the kind of event that most claims name, "" where most name none.
func (x *Index) mainKind(cluster []int32) string {
	var kinds []string
	for _, i := range cluster {
		name := ""
		if f := &x.nodes[i].f; len(f.events) > 0 {
			name = words().names[f.events[0]]
		}
		kinds = append(kinds, name)
	}
	return commonest(kinds)
}

var instruments = []string{"treaty", "pact", "accord", "agreement", "protocol", "memorandum", "contract", "deal", "declaration", "communique", "convention", "charter"}

// signed is what most claims say was signed, with the plain words before it:
// "friendship treaty".
func (x *Index) signed(cluster []int32) string {
	var found []string
	for _, i := range cluster {
		ws := split(x.nodes[i].clause())
		at := slices.IndexFunc(ws, func(w form) bool { return slices.Contains(instruments, w.lower) })
		if at < 0 {
			continue
		}
		phrase := ws[at].lower
		if at > 0 && !ws[at-1].upper && !words().light[ws[at-1].lower] {
			phrase = ws[at-1].lower + " " + phrase
		}
		found = append(found, phrase)
	}
	// A phrase of two words says more than its noun alone.
	if two := slices.DeleteFunc(slices.Clone(found), func(s string) bool { return !strings.Contains(s, " ") }); len(two) > 0 {
		return commonest(two)
	}
	return commonest(found)
}

// joinNames lists names as prose does, each once.
func joinNames(as []dateline.Actor) string {
	var names []string
	for _, a := range as {
		if n := cmp.Or(a.Name, a.Code); n != "" && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	switch n := len(names); {
	case n == 0:
		return ""
	case n == 1:
		return names[0]
	case n > 4:
		return strings.Join(names[:3], ", ") + " and others"
	default:
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
}

// clauseTitle is the clause of a claim with its opening made to stand alone.
func clauseTitle(n *node) string {
	text := trimOpening(strings.Join(strings.Fields(n.clause()), " "))
	text = strings.TrimRight(standalone(text, n), " .,;:")
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return clip(string(unicode.ToUpper(r))+text[size:], titleBytes)
}

var openings = []string{"and ", "but ", "that ", "which ", "while ", "when ", "as ", "also ", "“", "\"", "‘", "however, ", "however ",
	"meanwhile, ", "moreover, ", "furthermore, ", "in addition, ", "yet ", "then ", "for ", "of ", "with ", "despite ", "because "}

// trimOpening drops words that tie a clause to the one before.
func trimOpening(s string) string {
	for again := true; again; {
		again = false
		for _, o := range openings {
			if rest, ok := cutFold(s, o); ok {
				s, again = rest, true
			}
		}
	}
	return s
}

var stands = []string{"both sides ", "the two sides ", "both countries ", "the two countries ", "they ", "he ", "she ", "we "}

// auxiliaries open a clause whose subject stands elsewhere.
var auxiliaries = []string{"has ", "have ", "had ", "will ", "would ", "to "}

// standalone puts names for words that stand for them at the opening of a node's
// clause, and before a clause that has no subject.
func standalone(s string, n *node) string {
	who := namesOf(n.claim.Actors)
	if rest, ok := cutFold(s, "who "); ok {
		switch done, isPassive := participle(rest); {
		case isPassive:
			return done
		case who != "":
			return who + " " + rest
		}
		return s
	}
	if who == "" {
		return s
	}
	for _, w := range stands {
		if rest, ok := cutFold(s, w); ok {
			return who + " " + rest
		}
	}
	if n.headless(s) {
		return who + " " + s
	}
	return s
}

func namesOf(ps []dateline.Participant) string {
	var as []dateline.Actor
	for i := range ps {
		as = append(as, ps[i].Actor)
	}
	return joinNames(as)
}

// cutFold cuts a prefix in any case; something must be left.
func cutFold(s, prefix string) (rest string, ok bool) {
	if len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// participle cuts "was" and the like off a clause without its subject.
func participle(s string) (rest string, ok bool) {
	for _, w := range []string{"was ", "were ", "is ", "are ", "has been ", "have been ", "had been "} {
		if rest, ok := cutFold(s, w); ok {
			return rest, true
		}
	}
	return s, false
}

// headless reports whether a clause begins with its verb, so that its subject
// stands elsewhere.
func (n *node) headless(s string) bool {
	for _, w := range auxiliaries {
		if _, ok := cutFold(s, w); ok {
			_, isPassive := participle(s)
			return !isPassive
		}
	}
	first, _, _ := strings.Cut(s, " ")
	at := n.claim.Trigger.Start - n.claim.Evidence[0].Start
	if at < 0 || at >= len(n.clause()) || firstNamed(n.claim, s) {
		return false
	}
	return (strings.HasSuffix(first, "ed") || strings.HasSuffix(first, "ing")) && strings.HasPrefix(n.clause()[at:], first)
}

// firstNamed reports whether the clause begins with the words that name an actor.
func firstNamed(c *dateline.Claim, s string) bool {
	return slices.ContainsFunc(c.Actors, func(p dateline.Participant) bool { return p.Text != "" && strings.HasPrefix(s, clip(p.Text, 40)) })
}

// titleScore prefers clauses that tell what happened, whole, short and with a
// name at their head.
func titleScore(t string, c *dateline.Claim, e *dateline.Event) int {
	s := 0
	if c.Status == e.Status {
		s += 4
	}
	if c.Event == e.Type {
		s += 2
	}
	if n := len(t); n >= 25 && n < titleBytes {
		s += 3
	}
	if !strings.HasSuffix(t, "…") {
		s++
	}
	if t != strings.ToUpper(t) {
		s += 2
	}
	if strings.HasPrefix(t, "It ") || strings.HasPrefix(t, "Was ") || strings.HasPrefix(t, "Were ") {
		s -= 3
	}
	if len(c.Actors) > 0 && (c.Actors[0].Text == "" || strings.HasPrefix(t, clip(c.Actors[0].Text, 40))) {
		s += 2
	}
	return s
}
