package syntax

// The parser is greedy arc-hybrid (Kuhlmann, Gómez-Rodríguez & Satta 2011) with
// the root after the last word, trained with a dynamic oracle (Goldberg & Nivre
// 2013). Labels are chosen when the tree is complete.
const (
	shift = iota
	right // the top of the stack is a child of the word below it
	left  // the top of the stack is a child of the next word
)

// state is a configuration of the parser.
type state struct {
	n     int   // words; the root is n
	stack []int // words with no head yet
	next  int   // the next word of the buffer
	head  []int
	first []int // leftmost child so far, -1 for none
	last  []int // rightmost child so far
}

func (s *state) reset(n int) {
	s.n, s.next, s.stack = n, 0, s.stack[:0]
	s.head, s.first, s.last = unset(s.head, n+1), unset(s.first, n+1), unset(s.last, n+1)
}

// unset fills v with n times -1.
func unset(v []int, n int) []int {
	v = v[:0]
	for range n {
		v = append(v, -1)
	}
	return v
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

func (s *state) do(action int) {
	if action == shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	c, h := s.top(0), s.next
	if action == right {
		h = s.top(1)
	}
	s.stack = s.stack[:len(s.stack)-1]
	s.head[c] = h
	switch {
	case c > h:
		s.last[h] = c
		if s.first[h] < 0 {
			s.first[h] = c
		}
	default:
		s.first[h] = c
		if s.last[h] < 0 {
			s.last[h] = c
		}
	}
}

// top is the k-th word from the top of the stack, -1 for none.
func (s *state) top(k int) int {
	if k >= len(s.stack) {
		return -1
	}
	return s.stack[len(s.stack)-1-k]
}

// words are those that the classifier sees, one a role; -1 for none, n for the
// root.
func (s *state) words() [roles]int {
	s0, s1 := s.top(0), s.top(1)
	w := [roles]int{s0, s1, s.top(2), s.next, -1, -1, s.first[s.next], -1}
	if s0 >= 0 {
		w[4], w[7] = s.last[s0], s.first[s0]
	}
	if s1 >= 0 {
		w[5] = s.last[s1]
	}
	return w
}

// best is the best action that the state permits.
func (s *state) best(scores *[3]int32) int {
	top := -1
	for a := range scores {
		if s.can(a) && (top < 0 || scores[a] > scores[top]) {
			top = a
		}
	}
	return top
}

// costs says for each action how many gold arcs it makes impossible; gold holds
// the head of each word, n for the root.
func (s *state) costs(gold []int) [3]int {
	var c [3]int
	if len(s.stack) > 0 {
		s0 := s.top(0)
		for i := s.next; i < s.n; i++ {
			if gold[i] == s0 {
				c[left]++
				c[right]++
			}
		}
		if h := gold[s0]; h == s.top(1) && h >= 0 || h > s.next {
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
