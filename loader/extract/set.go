package extract

// wordSet is a small set of words in small letters. Most words that are not in
// it are told by their length and their ends, without a look at the table.
type wordSet struct {
	first, last [16]uint32 // by length: the letters with which words begin and end
	words       map[string]bool
}

func setOf(words ...string) *wordSet {
	s := &wordSet{words: make(map[string]bool, len(words))}
	for _, w := range words {
		s.add(w)
	}
	return s
}

func (s *wordSet) add(w string) {
	n := len(w) & 15
	s.first[n] |= 1 << (w[0] & 31)
	s.last[n] |= 1 << (w[len(w)-1] & 31)
	s.words[w] = true
}

// may tells that a word, in any letters, may be in the set.
func (s *wordSet) may(w string) bool {
	return w != "" && s.mayBe(len(w), w[0], w[len(w)-1])
}

// mayBe tells that a word of n bytes with these ends may be in the set.
func (s *wordSet) mayBe(n int, first, last byte) bool {
	return s.first[n&15]>>(first&31)&1 != 0 && s.last[n&15]>>(last&31)&1 != 0
}

// has tells that a word is in the set.
func (s *wordSet) has(w string) bool { return s.may(w) && s.words[w] }
