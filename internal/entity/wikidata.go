package entity

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// wikidataColumns are the names that query results give their columns, by the
// field that they fill; the first that a file has counts.
var wikidataColumns = map[string][]string{
	"id":      {"item", "person", "organisation", "organization", "qid", "id"},
	"name":    {"itemlabel", "personlabel", "organisationlabel", "organizationlabel", "label", "name"},
	"aliases": {"itemaltlabel", "personaltlabel", "altlabel", "aliases", "alias"},
	"code":    {"iso3", "countrycode", "code", "countrylabel", "country"},
	"office":  {"positionlabel", "officelabel", "position", "office"},
	"from":    {"start", "starttime", "from"},
	"until":   {"end", "endtime", "until"},
	"sector":  {"sector"},
}

// ReadWikidata reads the result of a Wikidata query as CSV: one row a term of
// office, or an organisation where the file has no column for an office. The
// country is an ISO 3166 alpha-3 code or a name that the shipped list knows; rows
// without one are left out and counted. Aliases are separated by "|" or ";".
func (v *Resolver) ReadWikidata(r io.Reader, name string) (entries []Entry, skipped int, err error) {
	return v.know.readWikidata(r, name)
}

func (k *knowledge) readWikidata(r io.Reader, name string) (entries []Entry, skipped int, err error) {
	in := csv.NewReader(r)
	in.FieldsPerRecord = -1
	rows, err := in.ReadAll()
	if err != nil {
		return nil, 0, fmt.Errorf("%s: %w", name, err)
	}
	if len(rows) == 0 {
		return nil, 0, fmt.Errorf("%s: no header row", name)
	}
	at := columnsOf(rows[0])
	if _, ok := at["name"]; !ok {
		return nil, 0, fmt.Errorf("%s: no column is called itemLabel, label or name", name)
	}
	for i, fields := range rows[1:] {
		e := wikidataEntry(at, fields)
		e.where = fmt.Sprintf("%s:%d", name, i+2)
		if e.Code = k.codeOf(e.Code); e.Code == "" || e.check() != nil {
			skipped++
			continue
		}
		entries = append(entries, e)
	}
	return entries, skipped, nil
}

// columnsOf finds the columns of a header row by field.
func columnsOf(header []string) map[string]int {
	at := map[string]int{}
	for field, names := range wikidataColumns {
		for _, want := range names {
			for i, h := range header {
				if _, done := at[field]; !done && strings.EqualFold(strings.TrimPrefix(strings.TrimSpace(h), "\ufeff"), want) {
					at[field] = i
				}
			}
		}
	}
	return at
}

func wikidataEntry(at map[string]int, fields []string) Entry {
	get := func(field string) string {
		if i, ok := at[field]; ok && i < len(fields) {
			return strings.TrimSpace(strings.NewReplacer("\t", " ", "\n", " ").Replace(fields[i]))
		}
		return ""
	}
	e := Entry{Kind: "organisation", Name: get("name"), Code: get("code"), Office: get("office"), Sector: get("sector"),
		From: dayPart(get("from")), Until: dayPart(get("until"))}
	if _, ok := at["office"]; ok {
		e.Kind = "person"
	}
	e.ID = get("id")[strings.LastIndexByte(get("id"), '/')+1:]
	for a := range strings.FieldsFuncSeq(get("aliases"), func(r rune) bool { return r == '|' || r == ';' }) {
		if a = strings.TrimSpace(a); a != "" && a != e.Name {
			e.Aliases = append(e.Aliases, a)
		}
	}
	return e
}

// dayPart is the day of "2004-03-09T00:00:00Z".
func dayPart(s string) string {
	if day, _, _ := strings.Cut(s, "T"); isBound(day) {
		return day
	}
	return ""
}

// codeOf is the code of a state by its code or its name, "" for none.
func (k *knowledge) codeOf(s string) string {
	if k.states[s] != nil {
		return s
	}
	for _, sense := range k.names.senses[strings.Join(nameWords(s), " ")] {
		if sense.form == properName && k.states[sense.actor.Code] != nil && sense.until == "" {
			return sense.actor.Code
		}
	}
	return ""
}
