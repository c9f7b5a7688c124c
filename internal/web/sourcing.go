package web

import "github.com/dateline/dateline"

// Ways in which the sources of an event may stand, as addresses name them.
const (
	onlyContradicted = "contradicted" // reports contradict each other
	onlySeveral      = "several"      // two independent origins or more
	onlySingle       = "single"       // one origin, however many reports
	onlyFulfilled    = "fulfilled"    // announced, then happened
)

// sourcings lists them in the order in which they are offered.
func sourcings() []string {
	return []string{onlyContradicted, onlySeveral, onlySingle, onlyFulfilled}
}

// sourcingWords says what a key of sourcings selects; "" for another key.
func sourcingWords(only string) string {
	switch only {
	case onlyContradicted:
		return "reports contradict"
	case onlySeveral:
		return "several independent origins"
	case onlySingle:
		return "a single origin"
	case onlyFulfilled:
		return "announced, then happened"
	}
	return ""
}

// sourced reports whether the sources of an event stand so.
func sourced(e *dateline.Event, only string) bool {
	switch only {
	case onlyContradicted:
		return contradictions(e) > 0
	case onlySeveral:
		return len(e.Origins) > 1
	case onlySingle:
		return len(e.Origins) == 1
	case onlyFulfilled:
		return e.Status == dateline.Happened && e.Announced != ""
	}
	return true
}

// highlight is a number of events that share a way of being sourced.
type highlight struct {
	Only, Words string
	Events      int
}

// highlightsOf counts the events of each way, without those that have none.
func highlightsOf(events []dateline.Event) []highlight {
	var out []highlight
	for _, only := range sourcings() {
		h := highlight{Only: only, Words: sourcingWords(only)}
		for i := range events {
			if sourced(&events[i], only) {
				h.Events++
			}
		}
		if h.Events > 0 {
			out = append(out, h)
		}
	}
	return out
}
