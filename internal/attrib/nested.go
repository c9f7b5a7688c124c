package attrib

import "slices"

// prune drops what an attribution tells of others without their word: a wish or
// a stance of somebody within another's statement ("said that the senator backs
// the bill"), and what a speaker says of himself within his own words ("I think
// that …"). Neither is a link between the reader and what is told.
func (j *joiner) prune() {
	var out []finding
	for i := range j.fs {
		if f := &j.fs[i]; f.parent < 0 || f.voice() && !f.selfTold() {
			out = append(out, *f)
		}
	}
	if len(out) < len(j.fs) {
		j.fs = slices.Clip(out)
		order(j.fs)
	}
}

// selfTold reports whether the source of a finding within another is its speaker
// or his hearer.
func (f *finding) selfTold() bool {
	if f.speaker < 0 {
		return false
	}
	switch f.t.fold[f.speaker] {
	case "i", "we", "me", "us", "my", "our":
		return true
	case "you":
		return f.entry.force != say
	}
	return false
}
