// Package timex finds expressions of time in news prose and says what day,
// week, month or span they mean, in the terms of TIMEX3 (TimeML 1.2.1).
package timex

import "github.com/dateline/dateline"

// Annotate finds the time expressions of a report, in order of position.
func Annotate(text string, r *dateline.Report) []dateline.Mention {
	return nil
}
