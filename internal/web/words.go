package web

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/plover"
)

// rootWords says in a word or two what a PLOVER root is.
func rootWords(root string) string {
	switch root {
	case "AGREE":
		return "agreement"
	case "CONSULT":
		return "meeting, visit or talks"
	case "SUPPORT":
		return "support"
	case "CONCEDE":
		return "concession"
	case "COOPERATE":
		return "cooperation"
	case "AID":
		return "aid"
	case "RETREAT":
		return "retreat or release"
	case "REQUEST":
		return "request or demand"
	case "ACCUSE":
		return "accusation or criticism"
	case "REJECT":
		return "refusal"
	case "THREATEN":
		return "threat or warning"
	case "PROTEST":
		return "protest"
	case "SANCTION":
		return "sanction"
	case "MOBILIZE":
		return "show of force"
	case "COERCE":
		return "coercion"
	case "ASSAULT":
		return "assault"
	}
	return "event"
}

// quadWords names a quad class; "" for an unknown one.
func quadWords(quad int) string {
	if quad < plover.VerbalCooperation || quad > plover.MaterialConflict {
		return ""
	}
	return []string{"verbal cooperation", "material cooperation", "verbal conflict", "material conflict"}[quad-1]
}

// kind is a PLOVER root and mode with the class that colours it.
type kind struct {
	Root, Mode string
	Words      string // what the root is, for people
	Quad       int    // 1 to 4, 0 unknown
	QuadWords  string
}

func kindOf(root, mode string) kind {
	q := plover.Quad(root)
	return kind{Root: root, Mode: strings.ReplaceAll(mode, "-", " "), Words: rootWords(root), Quad: q, QuadWords: quadWords(q)}
}

// standing is whether an event took place, as its claims together tell it. Class
// names the style of its words.
type standing struct {
	Words, Class string
}

// standingOf reads the status with what led to it and what disputes it.
func standingOf(e *dateline.Event) standing {
	denied := slices.ContainsFunc(e.Values, func(v dateline.Value) bool {
		return v.Field == "status" && v.Value == string(dateline.DeniedStatus)
	})
	switch {
	case e.Status == dateline.Happened && denied:
		return standing{"reported and denied", "disputed"}
	case e.Status == dateline.Happened && e.Announced != "":
		return standing{"planned, then happened", "happened"}
	case e.Status == dateline.Planned && denied:
		return standing{"planned and denied", "disputed"}
	}
	return statusOf(e.Status)
}

// statusOf says a single claim's status in words.
func statusOf(s dateline.Status) standing {
	switch s {
	case dateline.Happened, dateline.Planned, dateline.Hypothetical:
		return standing{string(s), string(s)}
	case dateline.DeniedStatus:
		return standing{"denied", "denied"}
	}
	return standing{"status unknown", "unknown"}
}

// count writes a number with its noun: "1 report", "2 reports".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if strings.HasSuffix(noun, "y") && !strings.HasSuffix(noun, "ay") {
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(noun, "y"))
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// fieldWords names a field of an event for people.
func fieldWords(field string) string {
	if what, ok := strings.CutPrefix(field, "number:"); ok {
		return "number: " + what
	}
	switch field {
	case "type":
		return "type of event"
	case "mode":
		return "form"
	case "actor":
		return "who"
	case "recipient":
		return "to whom"
	case "date":
		return "when"
	case "place":
		return "where"
	case "status":
		return "whether it happened"
	}
	return field
}

// relationWords says how two claims stand to each other.
func relationWords(k dateline.RelationKind) string {
	switch k {
	case dateline.Refines:
		return "More precise"
	case dateline.Updates:
		return "Later figure"
	case dateline.Fulfils:
		return "Planned, then happened"
	case dateline.Contradicts:
		return "Contradiction"
	}
	return string(k)
}
