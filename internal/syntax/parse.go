package syntax

// The parser is greedy arc-hybrid (Kuhlmann, Gómez-Rodríguez & Satta 2011) with
// the root after the last word, trained with a dynamic oracle (Goldberg & Nivre
// 2013). Actions and labels have separate classifiers.
const (
	shift = iota
	right // the top of the stack is a child of the word below it
	left  // the top of the stack is a child of the next word
)

// state is a configuration of the parser.
type state struct {
	n      int   // words; the root is n
	stack  []int // words with no head yet
	next   int   // the next word of the buffer
	head   []int
	label  []uint32 // hash of the label, for features
	lc, rc []int    // leftmost and rightmost child so far, -1 for none
	lc2    []int
	rc2    []int
	nl, nr []uint32 // numbers of children
}

func (s *state) reset(n int) {
	s.n, s.next, s.stack = n, 0, s.stack[:0]
	grow := func(v []int) []int {
		v = v[:0]
		for range n + 1 {
			v = append(v, -1)
		}
		return v
	}
	zero := func(v []uint32) []uint32 {
		v = v[:0]
		for range n + 1 {
			v = append(v, 0)
		}
		return v
	}
	s.head, s.lc, s.rc, s.lc2, s.rc2 = grow(s.head), grow(s.lc), grow(s.rc), grow(s.lc2), grow(s.rc2)
	s.label, s.nl, s.nr = zero(s.label), zero(s.nl), zero(s.nr)
}

func (s *state) done() bool { return s.next == s.n && len(s.stack) == 0 }

func (s *state) can(action int) bool {
	switch action {
	case shift:
		return s.next < s.n
	case right:
		return len(s.stack) >= 2
	}
	// Left to the root only when one word is left, so that the tree has one root.
	return len(s.stack) >= 1 && (s.next < s.n || len(s.stack) == 1)
}

// arc is the head and child that an action would join.
func (s *state) arc(action int) (head, child int) {
	top := s.stack[len(s.stack)-1]
	if action == right {
		return s.stack[len(s.stack)-2], top
	}
	return s.next, top
}

func (s *state) do(action int, label uint32) {
	if action == shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	h, c := s.arc(action)
	s.stack = s.stack[:len(s.stack)-1]
	s.head[c], s.label[c] = h, label
	if c < h {
		if s.nl[h]++; s.lc[h] < 0 || c < s.lc[h] {
			s.lc[h], s.lc2[h] = c, s.lc[h]
		}
		return
	}
	if s.nr[h]++; c > s.rc[h] {
		s.rc[h], s.rc2[h] = c, s.rc[h]
	}
}

// view is what the classifiers see of the words of a sentence.
type view struct {
	fs   []form
	tags []uint32 // hash of the tag of each word
}

const rootTag, noTag = 5, 7

func (v *view) tag(i int) uint32 {
	switch {
	case i < 0:
		return noTag
	case i >= len(v.tags):
		return rootTag
	}
	return v.tags[i]
}

func (v *view) lower(i int) uint32 {
	if i < 0 {
		return noTag
	}
	if i >= len(v.fs) {
		return rootTag
	}
	return v.fs[i].lower
}

func (s *state) at(k int) int {
	if k >= len(s.stack) {
		return -1
	}
	return s.stack[len(s.stack)-1-k]
}

func (s *state) buffer(k int) int {
	if s.next+k > s.n {
		return -1
	}
	return s.next + k
}

func child(v []int, i int) int {
	if i < 0 {
		return -1
	}
	return v[i]
}

func (s *state) labelOf(i int) uint32 {
	if i < 0 {
		return 0
	}
	return s.label[i]
}

func count(v []uint32, i int) uint32 {
	if i < 0 {
		return 0
	}
	return min(v[i], 3)
}

func distance(a, b int) uint32 {
	if a < 0 || b < 0 {
		return 99
	}
	d := b - a
	if d < 0 {
		d = -d
	}
	switch {
	case d > 10:
		return 7
	case d > 5:
		return 6
	}
	return uint32(d)
}

// actionFeatures describe a configuration.
func actionFeatures(buf []uint32, s *state, v *view) []uint32 {
	s0, s1, s2, b0, b1, b2 := s.at(0), s.at(1), s.at(2), s.buffer(0), s.buffer(1), s.buffer(2)
	s0w, s1w, b0w, b1w := v.lower(s0), v.lower(s1), v.lower(b0), v.lower(b1)
	s0t, s1t, s2t, b0t, b1t, b2t := v.tag(s0), v.tag(s1), v.tag(s2), v.tag(b0), v.tag(b1), v.tag(b2)
	s0l, s0r, s1l, s1r, b0l := child(s.lc, s0), child(s.rc, s0), child(s.lc, s1), child(s.rc, s1), child(s.lc, b0)
	s0l2, s0r2, b0l2, s1r2 := child(s.lc2, s0), child(s.rc2, s0), child(s.lc2, b0), child(s.rc2, s1)
	d0, d1 := distance(s0, b0), distance(s1, s0)
	return append(buf[:0],
		hash(40), hash(41, s0w), hash(42, s0t), hash(43, s0w, s0t), hash(44, s1w), hash(45, s1t), hash(46, s1w, s1t),
		hash(47, b0w), hash(48, b0t), hash(49, b0w, b0t), hash(50, b1w), hash(51, b1t), hash(52, b1w, b1t), hash(53, b2t), hash(54, b2t, v.lower(b2)), hash(55, s2t),
		hash(56, s0w, b0w), hash(57, s0w, s0t, b0t), hash(58, s0t, b0w, b0t), hash(59, s0t, b0t), hash(60, s0w, b0t), hash(61, s0t, b0w),
		hash(62, s1w, s0w), hash(63, s1t, s0t), hash(64, s1w, s0t), hash(65, s1t, s0w), hash(66, s1w, s1t, s0t), hash(67, s1t, s0w, s0t),
		hash(68, s0t, b0t, b1t), hash(69, s1t, s0t, b0t), hash(70, s2t, s1t, s0t), hash(71, b0t, b1t, b2t), hash(72, s0t, b0t, b1t, b2t), hash(73, s1t, s0t, b0t, b1t),
		hash(74, s0t, v.tag(s0l), b0t), hash(75, s0t, v.tag(s0r), b0t), hash(76, s0t, b0t, v.tag(b0l)), hash(77, s1t, v.tag(s1r), s0t), hash(78, s1t, v.tag(s1l), s0t), hash(79, s1t, s0t, v.tag(s0l)), hash(80, s1t, s0t, v.tag(s0r)),
		hash(81, s0t, s.labelOf(s0l), s.labelOf(s0l2)), hash(82, s0t, s.labelOf(s0r), s.labelOf(s0r2)), hash(83, s1t, s.labelOf(s1r), s.labelOf(s1r2)), hash(84, b0t, s.labelOf(b0l), s.labelOf(b0l2)), hash(85, s1t, s.labelOf(s1l)),
		hash(86, s0w, s.labelOf(s0r)), hash(87, s0w, s.labelOf(s0l)), hash(88, s1w, s.labelOf(s1r)),
		hash(89, s0t, b0t, d0), hash(90, s0w, d0), hash(91, b0w, d0), hash(92, s1t, s0t, d1), hash(93, s0t, d0, count(s.nl, b0)),
		hash(94, s0t, count(s.nl, s0), count(s.nr, s0)), hash(95, s1t, count(s.nl, s1), count(s.nr, s1)), hash(96, s0w, count(s.nl, s0), count(s.nr, s0)), hash(97, b0t, count(s.nl, b0)),
		hash(98, s0t, b0w, b1t), hash(99, s0w, b0w, b1t), hash(100, s1w, s0w, b0t), hash(101, s1w, s0t, b0w), hash(102, s1t, s0w, b0w),
		hash(103, v.lower(s0l), s0t), hash(104, v.lower(s0r), s0t), hash(105, v.lower(s1r), s1t), hash(106, v.lower(b0l), b0t),
		hash(107, s2t, s1t, s0t, b0t), hash(108, v.lower(s2), s0t, b0t), hash(109, s0t, b1w), hash(110, s1w, b0w))
}

// labelFeatures describe an arc that is about to be made.
func labelFeatures(buf []uint32, s *state, v *view, h, c int) []uint32 {
	hw, ht, cw, ct := v.lower(h), v.tag(h), v.lower(c), v.tag(c)
	dir := flag(c < h)
	cl, cr, hl, hr := child(s.lc, c), child(s.rc, c), child(s.lc, h), child(s.rc, h)
	d := distance(c, h)
	cs := noForm.suf3
	if c < len(v.fs) {
		cs = v.fs[c].suf3
	}
	return append(buf[:0],
		hash(140, dir), hash(141, hw, dir), hash(142, ht, dir), hash(143, cw, dir), hash(144, ct, dir), hash(145, hw, cw), hash(146, ht, ct, dir), hash(147, hw, ct, dir), hash(148, ht, cw, dir),
		hash(149, ht, ct, d, dir), hash(150, v.lower(cl), ct, dir), hash(151, v.lower(cr), ct, dir), hash(152, v.tag(cl), ct, ht), hash(153, v.tag(cr), ct, ht),
		hash(154, s.labelOf(cl), ct, dir), hash(155, s.labelOf(cr), ct, dir), hash(156, s.labelOf(hl), ht, ct, dir), hash(157, s.labelOf(hr), ht, ct, dir), hash(158, s.labelOf(hr), hw, ct),
		hash(159, v.tag(c-1), ct, ht, dir), hash(160, v.tag(c+1), ct, ht, dir), hash(161, v.lower(c-1), ct, dir), hash(162, v.lower(c+1), ct, dir),
		hash(163, v.tag(h-1), ht, ct, dir), hash(164, v.tag(h+1), ht, ct, dir), hash(165, cs, ct, dir), hash(166, cs, ht, dir), hash(167, v.lower(cl), cw), hash(168, v.lower(cl), ht, ct), hash(169, hw, v.lower(cl), dir),
		hash(170, s.labelOf(cl), s.labelOf(cr), ct), hash(171, count(s.nl, h), count(s.nr, h), ht, ct, dir), hash(172, v.tag(s.at(1)), ht, ct))
}

// costs says for each action how many gold arcs it makes impossible.
func (s *state) costs(gold []int) [3]int {
	var c [3]int
	if len(s.stack) > 0 {
		s0 := s.at(0)
		inBuffer := 0 // children of s0 in the buffer
		for i := s.next; i < s.n; i++ {
			if gold[i] == s0 {
				inBuffer++
			}
		}
		c[left], c[right] = inBuffer, inBuffer
		if h := gold[s0]; h == s.at(1) && h >= 0 || h > s.next {
			c[left]++
		}
		if gold[s0] >= s.next {
			c[right]++
		}
	}
	if s.next < s.n {
		for k, w := range s.stack {
			if gold[w] == s.next {
				c[shift]++
			}
			if gold[s.next] == w && k != len(s.stack)-1 {
				c[shift]++
			}
		}
	}
	return c
}
