package attrib

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/dateline/dateline"
)

//go:embed data/cues.tsv
var cueData string

// force says how a cue holds its content.
type force string

const (
	say    force = "say"    // a statement
	think  force = "think"  // a belief, hope or intention
	stance force = "stance" // for or against something
	show   force = "show"   // evidence speaks
	seem   force = "seem"   // nobody is named
)

// cue is a row of the cue list.
type cue struct {
	word  string
	class dateline.VerbClass
	force force

	clause, quote, object, infinitive, objInf, complement, gerund, hearer, phrase bool

	preps []string // prepositions that bring in the content of a noun or an adjective
}

// lexicon is the cue list by part of speech: "v", "n", "a", "p", "r".
type cueList struct {
	verbs map[string]*cue
	// longer holds, by its verb, the words that may follow: "call" → "for", "on".
	longer  map[string][]string
	nouns   map[string]*cue
	adjs    map[string]*cue
	adverbs map[string]*cue
	phrases map[string]*cue
	colon   *cue // a heading's "Name: clause"
}

// loadCues reads the embedded list. A malformed row is a mistake of the build,
// which the tests find; it is left out.
func loadCues() *cueList {
	l, _ := readCues(cueData)
	return l
}

func readCues(data string) (*cueList, error) {
	l := &cueList{
		verbs: map[string]*cue{}, longer: map[string][]string{}, nouns: map[string]*cue{},
		adjs: map[string]*cue{}, adverbs: map[string]*cue{}, phrases: map[string]*cue{},
		colon: &cue{word: ":", class: dateline.Reported, force: say, clause: true},
	}
	var bad error
	for i, line := range strings.Split(data, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 5 {
			bad = fmt.Errorf("cues: line %d has %d columns, not 5", i+1, len(f))
			continue
		}
		c := &cue{word: f[0], class: dateline.VerbClass(f[2]), force: force(f[3])}
		if err := c.setFrames(f[4]); err != nil {
			bad = fmt.Errorf("cues: line %d: %w", i+1, err)
			continue
		}
		l.add(f[1], c)
	}
	return l, bad
}

func (l *cueList) add(pos string, c *cue) {
	switch pos {
	case "v":
		l.verbs[c.word] = c
		if verb, rest, ok := strings.Cut(c.word, " "); ok {
			l.longer[verb] = append(l.longer[verb], rest)
		}
	case "n":
		l.nouns[c.word] = c
	case "a":
		l.adjs[c.word] = c
	case "r":
		l.adverbs[c.word] = c
	case "p":
		l.phrases[c.word] = c
	}
}

func (c *cue) setFrames(list string) error {
	for f := range strings.SplitSeq(list, ",") {
		switch {
		case f == "s":
			c.clause = true
		case f == "q":
			c.quote = true
		case f == "o":
			c.object = true
		case f == "i":
			c.infinitive = true
		case f == "n":
			c.objInf = true
		case f == "c":
			c.complement = true
		case f == "g":
			c.gerund = true
		case f == "a":
			c.hearer = true
		case f == "p":
			c.phrase = true
		case strings.HasPrefix(f, "p:"):
			c.preps = append(c.preps, f[2:])
		case f != "-":
			return fmt.Errorf("unknown frame %q", f)
		}
	}
	return nil
}
