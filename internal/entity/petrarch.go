package entity

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// roleSectors are the PLOVER sectors of the role codes that CAMEO dictionaries
// append to a country's code.
var roleSectors = map[string]string{"GOV": "GOV", "MIL": "MIL", "REB": "REB", "INS": "REB", "SEP": "REB", "UAF": "UAF", "OPP": "OPP", "PTY": "PTY",
	"COP": "COP", "JUD": "JUD", "SPY": "SPY", "MED": "JRN", "JRN": "JRN", "EDU": "EDU", "BUS": "BUS", "MNC": "BUS", "CRM": "CRM", "CVL": "CVL",
	"ELI": "ELI", "HLH": "HLH", "LAB": "LAB", "AGR": "CVL", "LEG": "LEG", "REF": "REF", "REL": "REL", "NGO": "NGO", "IGO": "IGO", "DEV": "NGO",
	"ENV": "CVL", "HRI": "NGO", "RAD": "REB", "SET": "CVL"}

// petrarchLine is a name with a code in brackets, or a line of codes alone.
var petrarchLine = regexp.MustCompile(`(?m)^[^\n#;]*\[(?:~?[A-Z]{3})+(?:[ \t]+[<>0-9-]+)?\]`)

// ReadPETRARCH reads a PETRARCH dictionary of actors or of agents, told apart by
// their codes ("[AFGREB <020101]", "[~MIL]"). Name is used in errors. An actor
// whose code is no country's with known role codes is left out and counted.
func ReadPETRARCH(r io.Reader, name string) (entries []Entry, skipped int, err error) {
	p := &petrarch{name: name, macros: map[string][]string{}}
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		p.line++
		line := in.Text()
		if i := strings.IndexAny(line, "#;"); i >= 0 {
			line = line[:i]
		}
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "<!--") {
			p.read(line)
		}
	}
	if err := in.Err(); err != nil {
		return nil, 0, fmt.Errorf("%s: %w", name, err)
	}
	if len(p.out) == 0 {
		return nil, p.skipped, fmt.Errorf("%s: no actors or agents found", name)
	}
	return p.out, p.skipped, nil
}

// petrarch is the state of reading one dictionary.
type petrarch struct {
	name    string
	line    int
	names   []string // of the actor being read
	coded   bool     // a code was read for them
	macros  map[string][]string
	out     []Entry
	skipped int
}

func (p *petrarch) read(line string) {
	if macro, words, ok := strings.Cut(line, "="); ok && strings.HasPrefix(macro, "!") {
		for w := range strings.SplitSeq(words, ",") {
			if w = strings.TrimSpace(w); w != "" && !strings.Contains(w, "!") {
				p.macros[strings.TrimSpace(macro)] = append(p.macros[strings.TrimSpace(macro)], w)
			}
		}
		return
	}
	head, codes, _ := strings.Cut(line, "[")
	if head = strings.TrimSpace(head); head != "" {
		p.named(head)
	}
	for code := range strings.SplitSeq(codes, "[") {
		if code, _, ok := strings.Cut(code, "]"); ok {
			p.code(strings.TrimSpace(code))
		}
	}
}

// named reads "AFGHANISTAN_" or "+KABUL_", with "{PLURALS}" for agents.
func (p *petrarch) named(head string) {
	synonym := strings.HasPrefix(head, "+")
	if !synonym {
		p.names = nil
	} else if p.coded && len(p.names) == 0 {
		return
	}
	p.coded = false
	head, _, _ = strings.Cut(strings.TrimPrefix(head, "+"), "{")
	p.names = append(p.names, p.expand(strings.TrimSpace(head))...)
}

// expand writes a name in words; "!PERSON!" stands for each of its words.
func (p *petrarch) expand(name string) []string {
	for macro, words := range p.macros {
		if before, after, ok := strings.Cut(name, macro); ok {
			var out []string
			for _, w := range words {
				out = append(out, p.expand(before+w+after)...)
			}
			return out
		}
	}
	words := strings.Fields(strings.ReplaceAll(name, "_", " "))
	for i, w := range words {
		words[i] = title(w)
	}
	return []string{strings.Join(words, " ")}
}

// title writes MCDONALD as Mcdonald; up to three letters stay as they are, for
// they may be initials or an acronym.
func title(w string) string {
	if len(w) <= 3 && !strings.ContainsAny(w, "AEIOUaeiou") {
		return w
	}
	return strings.ToUpper(w[:1]) + strings.ToLower(w[1:])
}

// code reads "USAGOV <010120", "~MIL", "AFGREB 20011222-20040609".
func (p *petrarch) code(s string) {
	fields := strings.Fields(s)
	if len(fields) == 0 || len(p.names) == 0 {
		return
	}
	p.coded = true
	where := fmt.Sprintf("%s:%d", p.name, p.line)
	if role, ok := strings.CutPrefix(fields[0], "~"); ok {
		p.agent(role, where)
		return
	}
	e := Entry{Kind: "organisation", Name: p.names[0], Aliases: p.names[1:], where: where}
	if !e.split(fields[0]) {
		p.skipped++
		return
	}
	e.From, e.Until = bounds(strings.Join(fields[1:], ""))
	if e.Sector == "" {
		e.Kind = "state"
	}
	p.out = append(p.out, e)
}

func (p *petrarch) agent(code, where string) {
	sector := ""
	if len(code) >= 3 {
		sector = roleSectors[code[:3]]
	}
	if sector == "" {
		p.skipped++
		return
	}
	for _, n := range p.names {
		p.out = append(p.out, Entry{Kind: "office", Name: strings.ToLower(n), Sector: sector, Office: n, Flags: "host", where: where})
	}
}

// split parts a CAMEO code into a country and a sector; the first role that
// PLOVER knows counts.
func (e *Entry) split(code string) bool {
	if len(code) < 3 || len(code)%3 != 0 || !isCode(code[:3]) {
		return false
	}
	e.Code = code[:3]
	if s := roleSectors[e.Code]; s != "" {
		e.Sector = s
		return e.Code == "IGO" || e.Code == "NGO"
	}
	for i := 3; i < len(code) && e.Sector == ""; i += 3 {
		e.Sector = roleSectors[code[i:i+3]]
	}
	return len(code) == 3 || e.Sector != ""
}

// bounds reads "<020101", ">19911231", "020101-040609" as days.
func bounds(s string) (from, until string) {
	switch {
	case s == "":
		return "", ""
	case s[0] == '<':
		return "", dayOf(s[1:])
	case s[0] == '>':
		return dayOf(s[1:]), ""
	}
	a, b, _ := strings.Cut(s, "-")
	return dayOf(a), dayOf(b)
}

// dayOf writes yymmdd or yyyymmdd as a day, "" where it is none.
func dayOf(s string) string {
	if strings.Trim(s, "0123456789") != "" {
		return ""
	}
	switch {
	case len(s) == 6 && s >= "50":
		s = "19" + s
	case len(s) == 6:
		s = "20" + s
	case len(s) != 8:
		return ""
	}
	if day := s[:4] + "-" + s[4:6] + "-" + s[6:]; isBound(day) {
		return day
	}
	return ""
}
