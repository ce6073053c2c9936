package extract

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
)

type markerKind uint8

const (
	markNone markerKind = iota
	markTail
	markLine
	markEnd
	markBack
)

// phrases are the rows of markers.tsv: those that begin a line, and by kind those that stand anywhere in it.
type phrases struct {
	begin           map[string][]beginning // by their first word, the shorter first
	firsts          *wordSet               // the first words of those, and ‘as’
	banner, foot    *phraseSet
	outlet, stamped *wordSet
}

// beginning is a phrase with which a line begins that is none of the article's.
type beginning struct {
	phrase string
	kind   markerKind
}

// phraseSet finds phrases by their first word.
type phraseSet struct {
	wordSet
	phrases map[string][]string
}

func (s *phraseSet) enter(phrase string) {
	w := firstWord(phrase)
	s.add(w)
	s.phrases[w] = append(s.phrases[w], phrase)
}

func newPhraseSet() *phraseSet {
	return &phraseSet{wordSet: *setOf(), phrases: map[string][]string{}}
}

var markers = sync.OnceValue(func() *phrases {
	kinds := map[string]markerKind{"tail": markTail, "line": markLine, "end": markEnd, "back": markBack}
	p := &phrases{begin: map[string][]beginning{}, firsts: setOf("as"), banner: newPhraseSet(), foot: newPhraseSet(), outlet: setOf(), stamped: setOf()}
	err := eachRow("markers.tsv", 2, func(_ int, c []string) error {
		switch c[0] {
		case "banner":
			p.banner.enter(c[1])
		case "foot":
			p.foot.enter(c[1])
		case "outlet":
			p.outlet.add(c[1])
		case "stamp":
			p.stamped.add(c[1])
		default:
			kind, ok := kinds[c[0]]
			if !ok {
				return fmt.Errorf("unknown kind %q", c[0])
			}
			n := leadingWord(c[1])
			if n > 0 {
				p.firsts.add(c[1][:n])
			}
			p.begin[c[1][:n]] = append(p.begin[c[1][:n]], beginning{c[1], kind})
		}
		return nil
	})
	if err != nil {
		panic(err) // the table is embedded and a test reads it
	}
	for _, some := range p.begin {
		slices.SortStableFunc(some, func(a, b beginning) int { return len(a.phrase) - len(b.phrase) })
	}
	return p
})

// marker tells what kind of marker a line begins with, if any. A marker ends
// the line, or a colon, dash or the like follows it, at most three words later; a short line may go on.
func marker(l string, f *facts) markerKind {
	s := l
	if c := l[0] | 0x20; c < 'a' || c > 'z' {
		s = strings.TrimLeft(l, " •▌»>+-–—*·|#[(~■▪►▶🔥🎧📸💬🗨=❐♦_")
	}
	if countsComments(s, f.words) {
		return markTail
	}
	m := markers()
	var buf [48]byte
	if n := leadingWord(s); n >= 2 && n < 40 && (n+2 >= len(s) || s[n] != 0xE2) { // no curly apostrophe: most lines end here
		if !m.firsts.may(s[:n]) || !m.firsts.words[string(lowerHead(&buf, s[:n]))] {
			return markNone
		}
	}
	head := lowerHead(&buf, s)
	first := head[:leadingWord(head)]
	best := markNone
	for _, b := range m.begin[string(first)] {
		i, k := len(b.phrase), b.kind
		if !bytes.HasPrefix(head, []byte(b.phrase)) || i < len(head) && (isWordByte(head[i]) || head[i] == '\'') {
			continue
		}
		rest := strings.TrimLeft(string(head[i:]), " ")
		several := bytes.IndexByte(head[:i], ' ') > 0
		short := several && f.words <= 6 && !f.points
		switch {
		case rest == "" && len(s) <= len(head)+8, short:
			best = k
		case k == markEnd && several && f.words <= 40, k == markEnd && rest != "" && digit(rest[0]):
			best = k
		case k == markBack && rest != "" && (rest[0] == ',' || rest[0] == ':' || rest[0] == '.'):
			best = k
		case k != markBack && setOff(rest, several):
			best = k
		}
	}
	if best == markNone && bytes.HasPrefix(head, []byte("as ")) && reportedEarlier(s) {
		return markBack
	}
	return best
}

// countsComments tells that a line is nothing but how many comments stand below it: 88 comments, 3 replies.
func countsComments(s string, words int) bool {
	n := 0
	for words <= 4 && n < len(s) && (digit(s[n]) || s[n] == ',' || s[n] == ' ') {
		n++
	}
	if n == 0 || n == len(s) || !digit(s[0]) {
		return false
	}
	switch strings.ToLower(strings.TrimRight(s[n:], " :.)")) {
	case "comments", "comment", "replies", "reactions", "reader comments", "readers' comments":
		return true
	}
	return false
}

// setOff tells that a mark follows a marker at once, or within three words where the marker is of
// several words itself: Related: …, Photo 2: …, Also in today's paper | and so on.
func setOff(rest string, several bool) bool {
	words := 0
	for i := range len(rest) {
		switch c := rest[i]; {
		case c == ':' || c == '|' || c == '/' || c == '>' || c == '(' && i == 0 || c == ']' || c == '=':
			return true
		case c == '-' && (i == 0 || rest[i-1] == ' '), c >= 0x80 && (i == 0 || rest[i-1] == ' '):
			return true // a dash, an arrow, a triangle
		case c >= '0' && c <= '9':
			if i+1 < len(rest) && (rest[i+1] == '.' || rest[i+1] == ')') {
				return words <= 2
			}
		case c == '.' || c == ',' || c == ';':
			return i == 0 && c == '.'
		case c == ' ':
			words++
			if words > 3 {
				return false
			}
		case !several:
			return false
		}
	}
	return false
}

// reportedEarlier reads ‘As Ukrinform reported earlier’, ‘As the agency reported’.
func reportedEarlier(s string) bool {
	head := s[:min(len(s), 60)]
	if i := strings.IndexByte(head, ','); i >= 0 {
		head = head[:i]
	}
	return strings.Contains(head, " reported") && countWords(head) <= 7
}

// leadingWord is how many bytes the word has with which a line begins.
func leadingWord[T string | []byte](s T) int {
	n := 0
	for n < len(s) && (isWordByte(s[n]) || s[n] == '\'') {
		n++
	}
	return n
}

func isWordByte(c byte) bool { return wordByte[c] && c < 0x80 }
