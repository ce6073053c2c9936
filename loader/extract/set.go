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
	if w == "" {
		return false
	}
	n := len(w) & 15
	return s.first[n]>>(w[0]&31)&1 != 0 && s.last[n]>>(w[len(w)-1]&31)&1 != 0
}

// has tells that a word is in the set.
func (s *wordSet) has(w string) bool { return s.may(w) && s.words[w] }
