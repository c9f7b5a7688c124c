package entity

import "github.com/dateline/dateline"

// domestic gives an office without a country to the state that the report comes
// from: its dateline place, else the only state that the report names.
func (d *discourse) domestic(p *phrase) {
	r := p.role
	if r.office.has("plain") || !r.office.has("unique") && !r.office.has("host") && p.kind != personPhrase {
		return
	}
	home, score := d.home, 0.55
	if here := d.sentenceState(p); here != "" && r.office.sector != "GOV" && r.office.has("host") {
		home, score = here, 0.5
	}
	if home == "" || r.office.has("leader") {
		home, score = d.onlyState(), 0.5
	}
	if home == "" {
		home, score = d.about(p), 0.5
	}
	s := d.know.states[home]
	if s == nil {
		return
	}
	p.actors = holdersOf(r, []dateline.Actor{{Code: s.code, Name: s.name, Kind: dateline.StateActor, ID: s.id}}, d.know)
	p.rule, p.score = "state of the report", score
}

// sentenceState is the only state that the other phrases of p's sentence belong
// to. A crowd or a force is where the sentence is rather than where the report was
// filed.
func (d *discourse) sentenceState(p *phrase) string {
	only := ""
	for _, q := range d.charts[p.sentence].phrases {
		if q == p || q.drop || q.kind == outletPhrase || q.kind == pronounPhrase {
			continue
		}
		for _, code := range q.codes() {
			switch {
			case d.know.states[code] == nil || code == only:
			case only != "":
				return ""
			default:
				only = code
			}
		}
	}
	return only
}

// onlyState is the state that the report names alone.
func (d *discourse) onlyState() string {
	only := ""
	for key := range d.counts {
		if d.know.states[key] == nil {
			continue
		}
		if only != "" {
			return ""
		}
		only = key
	}
	return only
}

// about is the state that the report speaks of up to p: named at least twice and
// four times as often as all others together.
func (d *discourse) about(p *phrase) string {
	counts, all := map[string]int{}, 0
	for si := 0; si <= p.sentence; si++ {
		for _, q := range d.charts[si].phrases {
			if q.drop || q.kind == outletPhrase || q.kind == pronounPhrase || si == p.sentence && q.first >= p.first {
				continue
			}
			for _, code := range q.codes() {
				if d.know.states[code] != nil {
					counts[code]++
					all++
				}
			}
		}
	}
	for code, n := range counts {
		if n >= 2 && n*5 >= all*4 {
			return code
		}
	}
	return ""
}
