package segment

import (
	"regexp"
	"strings"

	"github.com/dateline/dateline"
	"github.com/dateline/dateline/internal/lexicon"
)

// masthead is what the first lines of a digest say of it as a whole.
type masthead struct {
	digest     bool // it calls itself a digest
	outlet     dateline.Outlet
	outletSpan dateline.Span
	date       date
}

// mastheadUnits is how many units may stand before the first report.
const mastheadUnits = 40

// digestWords are how compilations of news call themselves.
var digestWords = []string{"newsline", "digest", "news summary", "summary of", "press review", "media review", "round-up", "roundup", "bulletin",
	"news brief", "daily report", "daily news", "weekly report", "press summary", "headlines", "news in brief", "media monitoring", "news review", "press report",
	"media highlights", "major stories", "media observer", "morning brief", "media summary", "compilation of news"}

// readMasthead reads the lines before the first text of some length.
func readMasthead(o *lexicon.Outlets, units []unit) masthead {
	m := masthead{}
	for i := range units[:min(len(units), mastheadUnits)] {
		u := &units[i]
		if u.opening != nil && !u.weak || len(u.cites) > 0 || u.caps.text != "" {
			break
		}
		if u.kind == proseUnit && len(u.head) > 250 {
			break
		}
		low := strings.ToLower(u.head)
		named := containsAny(low, digestWords)
		if named && u.kind != itemUnit {
			m.digest = true
		}
		if d, _, n := dateWithin(u.head); n > 0 && d.surer(m.date) && (named || issue(u.head) || u.kind == dateUnit) {
			m.date = d
		}
		if m.outlet.Name != "" || u.kind == itemUnit || u.kind == outletUnit || !named && !strings.HasPrefix(low, "from: ") && !strings.HasPrefix(low, "copyright") {
			continue
		}
		for _, h := range o.Find(u.head) {
			m.outlet, m.outletSpan = h.Outlet, u.span()
			break
		}
	}
	return m
}

// issueLine is how a periodical counts its issues: "Vol. 2, No. 43", "No. 69", "Issue 7".
var issueLine = regexp.MustCompile(`(?i)^[\w/ .-]{0,40}?\b(vol(ume|\.)? ?[\dIVXL]+\b.{0,4}\b(no|issue|number)|no|issue|number)[. #]{0,2}\d+\b`)

// issue reports whether a line counts the issues of a periodical.
func issue(s string) bool { return issueLine.MatchString(s) }

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// sign gives the digest's own outlet to the items that name no other.
func (m masthead) sign(drafts []*draft) {
	for _, d := range drafts {
		if d.outlet.Name == "" && m.outlet.Name != "" && d.strong {
			d.outlet, d.outletSpan = m.outlet, m.outletSpan
		}
	}
}
