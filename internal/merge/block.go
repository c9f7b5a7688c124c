package merge

import (
	"slices"
	"strconv"
)

// Claims are compared where they share a key: sides, a stretch of time, and a
// root or a kind of event. What shares no key cannot be one event.

// blockDays is the stretch of time of a key.
const blockDays = 32

// maxSides bounds the sides for which a claim is entered.
const maxSides = 4

// keys are the blocks that a claim stands in, sorted: strong ones for two sides
// or the report, weak ones for one side alone.
func (f *feature) keys() (strong, weak []hash) {
	lex := words()
	kinds := []hash{f.root}
	for _, e := range f.events {
		if o := lex.opposites[e]; o != 0 && o < e {
			e = o
		}
		kinds = append(kinds, hashOf("kind", lex.names[e]))
	}
	pairs, singles := f.sides()
	times := f.stretches()
	for _, k := range kinds {
		strong = append(strong, mix(f.report, k))
		for _, t := range times {
			for _, s := range pairs {
				strong = append(strong, mix(mix(s, k), t))
			}
			for _, s := range singles {
				weak = append(weak, mix(mix(s, k), t))
			}
		}
	}
	slices.Sort(strong)
	slices.Sort(weak)
	return slices.Compact(strong), slices.Compact(weak)
}

// mix combines two hashes; the order matters.
func mix(a, b hash) hash {
	x := uint64(a)*0x9e3779b97f4a7c15 ^ uint64(b)
	x ^= x >> 29
	x *= 0xbf58476d1ce4e5b9
	return hash(x ^ x>>32)
}

// sides are the pairs of codes that take part and each code alone; where there
// are none the place.
func (f *feature) sides() (pairs, singles []hash) {
	cs := f.codes[:min(len(f.codes), maxSides)]
	if len(cs) == 0 {
		return nil, []hash{mix(hashOf("place"), f.place)}
	}
	for i, c := range cs {
		for _, d := range cs[i+1:] {
			pairs = append(pairs, mix(c, d))
		}
	}
	return pairs, cs
}

// stretches are the stretches of time that the event may fall into, a little
// slack included; for a year or longer the years.
func (f *feature) stretches() []hash {
	if f.first == unknownDay {
		return []hash{hashOf("undated")}
	}
	if f.last-f.first > 4*blockDays {
		return []hash{hashOf("year", strconv.Itoa(int(f.first)/366)), hashOf("year", strconv.Itoa(int(f.last)/366))}
	}
	var out []hash
	for b := (f.first - dateSlack) / blockDays; b <= (f.last+dateSlack)/blockDays; b++ {
		out = append(out, hash(b)+1)
	}
	if f.vague || f.background {
		out = append(out, hashOf("year", strconv.Itoa(int(f.first)/366)))
	}
	return out
}
