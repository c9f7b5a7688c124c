package entity

import (
	"slices"
	"strings"

	"github.com/dateline/dateline"
)

// sayVerbs introduce speech.
var sayVerbs = []string{"say", "tell", "state", "add", "note", "declare", "announce", "warn", "stress", "reiterate", "continue", "explain",
	"claim", "insist", "argue", "urge", "accuse", "deny", "confirm", "report", "write", "reply", "answer", "conclude", "remark", "comment",
	"assert", "affirm", "emphasize", "emphasise", "underline", "point", "observe", "recall", "admit", "ask", "call", "believe", "hope", "demand", "quote", "voice"}

// quotes marks the tokens within quotation marks, over all sentences of the
// report; a new paragraph ends a quotation that was left open.
func (d *discourse) quotes() {
	open := false
	paragraph := -1
	for _, c := range d.charts {
		if c.s.Paragraph != paragraph {
			open, paragraph = false, c.s.Paragraph
		}
		c.quoted = make([]bool, len(c.s.Tokens))
		for i := range c.s.Tokens {
			switch c.s.Tokens[i].Form {
			case "\"", "''", "``":
				x := c.s.Tokens[i].XPOS
				open = x == "``" || x != "''" && !open
			case "“", "„", "«":
				open = true
			case "”", "»":
				open = false
			default:
				c.quoted[i] = open
			}
		}
	}
}

func (c *chart) quotedAt(i int) bool { return i < len(c.quoted) && c.quoted[i] }

// noteSpeaker remembers who speaks in the sentence: the subject of its outermost
// verb of saying that stands outside the quotation marks.
func (d *discourse) noteSpeaker(c *chart) {
	for i := range c.s.Tokens {
		t := &c.s.Tokens[i]
		if !has(sayVerbs, t.Lemma) || !strings.HasPrefix(t.XPOS, "VB") || c.quotedAt(i) {
			continue
		}
		for j := range c.s.Tokens {
			if c.s.Tokens[j].Head != i || !strings.HasPrefix(c.s.Tokens[j].Deprel, "nsubj") {
				continue
			}
			if q := c.headedBy(j); q != nil && len(q.actors) > 0 {
				d.speaker = d.inFocus(q)
				return
			}
		}
	}
}

// headedBy is the widest phrase with actors whose head is token j.
func (c *chart) headedBy(j int) *phrase {
	var best *phrase
	for _, q := range c.phrases {
		if !q.drop && headOf(c.s, q.first, q.last) == j && (best == nil || q.last-q.first > best.last-best.first) {
			best = q
		}
	}
	return best
}

// speakerSide resolves "we" and "I" to the side of who speaks.
func (d *discourse) speakerSide(c *chart, p *phrase) {
	ref := d.speaker
	if ref == nil || len(ref.actors) == 0 || !p.quoted && !d.afterColon(c) {
		p.drop = true
		return
	}
	switch c.word(p.first) {
	case "i", "me", "my", "myself":
		p.actors = slices.Clone(ref.actors)
	default:
		for _, a := range ref.actors {
			s := d.know.states[a.Code]
			if s == nil || a.Kind == dateline.OutletActor {
				p.actors = append(p.actors, a)
				continue
			}
			p.actors = append(p.actors, dateline.Actor{ID: s.id, Name: s.name, Kind: dateline.StateActor, Code: s.code, Sector: a.Sector})
		}
	}
	p.antecedent = ref.last
	p.score = 0.7
}

// afterColon reports whether the sentence stands in speech that "He said:"
// opened in an earlier paragraph.
func (d *discourse) afterColon(c *chart) bool {
	for si := c.si - 1; si >= 0; si-- {
		ts := d.charts[si].s.Tokens
		if len(ts) > 0 && ts[len(ts)-1].Form == ":" {
			return true
		}
	}
	return false
}

// ownedBySpeaker reports whether a description is of what the speaker's side has:
// "our government", "my country".
func (c *chart) ownedBySpeaker(p *phrase) bool {
	return p.kind == rolePhrase && p.role.owner >= 0 && has([]string{"our", "my"}, c.word(p.role.owner)) && len(p.actors) == 0
}

// speakersOffice resolves "our government" to that of the state of who speaks.
func (d *discourse) speakersOffice(c *chart, p *phrase) {
	ref := d.speaker
	if ref == nil || !p.quoted && !d.afterColon(c) {
		d.resolve(c, p)
		return
	}
	var owners []dateline.Actor
	for _, a := range ref.actors {
		if s := d.know.states[a.Code]; s != nil && a.Kind != dateline.OutletActor {
			owners = append(owners, s.actor())
		}
	}
	if p.actors = holdersOf(p.role, owners, d.know); len(p.actors) == 0 {
		d.resolve(c, p)
		return
	}
	p.rule, p.score = "possessor, who speaks", 0.65
	if ref.last != nil {
		p.antecedent = ref.last
		p.spans = append(p.spans, d.spanOf(ref.last))
	}
}
