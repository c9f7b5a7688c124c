package timex

import "slices"

// macros are rows that several patterns share.
var macros = map[string]string{
	"weekday":   "WEEKDAY ,? | WEEKDAY ( the )",
	"last":      "last|past|previous|preceding",
	"next":      "next|coming|upcoming|following",
	"rel":       "last|past|previous|preceding|next|coming|upcoming|following|this|current|that|same|ensuing|present",
	"n":         "NUM | a | an | one",
	"clock":     "HOUR|SMALL : MINUTE ( : MINUTE )? AMPM? $zone? | HOUR . MINUTE AMPM $zone? | HOUR|SMALL AMPM $zone? | HOUR|SMALL o'clock ( in the PART | AMPM )? $zone? | HOUR|SMALL in the PART | INT ZONE | INT ( ZONE ) | INT hours ( $zone )?",
	"zone":      "ZONE | local|moscow|beijing|eastern|pacific|central|pyongyang|seoul|tokyo|london|greenwich ( mean|standard|daylight|summer )? time",
	"adjective": `more|consecutive|straight|full|whole|long|additional|extra|solid|trading|business|working|calendar|successive|upcoming|coming|further|previous|past|preceding|last|following|next|other|bloody|short|difficult|hard|critical|crucial|fiscal|intervening|peaceful|quiet|tense|turbulent|stormy|remaining|final|first|terrible|dramatic|hectic|busy|academic|entire|summer|winter|school`,
	"dur":       "NUM -? UNIT | a|an|one UNIT",
}

// baseRules find dates that stand alone, and that compound rules build on. Of
// two rules that match the same words the one that stands first is asked first.
var baseRules = slices.Concat(absoluteRules, fiscalRules, deicticRules, anchoredRules)

// compoundRules find what is made of dates, and what is no date.
var compoundRules = slices.Concat(rangeRules, clockRules, partRules, offsetRules, durationRules, setRules, vagueRules)
