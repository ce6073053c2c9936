package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/text"
)

// tokenFlags say how a token is written.
type tokenFlags uint8

const (
	flagCapital    tokenFlags = 1 << iota // first letter is a capital
	flagAllCaps                           // two letters or more, all capitals
	flagPossessive                        // 's or s' was cut off
	flagNumber                            // digits only
	flagHyphen                            // a hyphen joins it to the token before
	flagQuoted                            // inside quotation marks
	flagSentence                          // first token of a sentence
	flagPunct                             // punctuation: the byte at start tells which
)

// token is a word, a number or a mark of punctuation.
type token struct {
	start, end int32  // bytes of the article's text
	word       uint32 // number of the folded word in the lexicon; 0 when no table knows it
	flags      tokenFlags
	marks      mark // of the word
}

func (t *token) is(f tokenFlags) bool { return t.flags&f != 0 }

// quoted tells that the token stands inside quotation marks.
func (t *token) capital() bool { return t.flags&flagCapital != 0 }

// wordByte marks the ASCII bytes of which words are made.
var wordByte = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf
	}
	return t
}()

// letterAt tells that a letter or digit begins at i, and how many bytes it has.
func letterAt(s string, i int) (int, bool) {
	c := s[i]
	if c < utf8.RuneSelf {
		return 1, wordByte[c]
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	return n, unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) && r>>4 != 0xFE0 // no mark that only says how a picture is drawn
}

// apostrophe tells that an apostrophe stands at i, and how many bytes it has.
func apostrophe(s string, i int) int {
	switch {
	case i < len(s) && (s[i] == '\'' || s[i] == '`'):
		return 1
	case i+2 < len(s) && s[i] == 0xE2 && s[i+1] == 0x80 && (s[i+2] == 0x99 || s[i+2] == 0x98):
		return 3
	case i+1 < len(s) && s[i] == 0xCA && (s[i+1] == 0xBC || s[i+1] == 0xBB):
		return 2
	}
	return 0
}

// wordEnd returns where the word that starts at i ends, and where the next
// token may start (behind a possessive ending). An abbreviation of single
// letters with points, such as U.S., is one word.
func wordEnd(s string, i int) (end, next int, possessive bool) {
	j := i
	for j < len(s) {
		n, ok := letterAt(s, j)
		if ok {
			j += n
			continue
		}
		if s[j] == '.' && initials(s, i, j) {
			j++
			continue
		}
		a := apostrophe(s, j)
		if a == 0 || j+a >= len(s) {
			break
		}
		if m, ok := letterAt(s, j+a); !ok || m == 0 {
			if j > i && (s[j-1] == 's' || s[j-1] == 'S') && a > 0 { // the leaders' talks
				return j, j + a, true
			}
			break
		}
		k := j + a
		for k < len(s) {
			m, ok := letterAt(s, k)
			if !ok {
				break
			}
			k += m
		}
		switch tail := s[j+a : k]; tail {
		case "s", "S":
			return j, k, true
		case "d", "ll", "re", "ve", "m":
			return j, k, false
		}
		j = k
	}
	return j, j, false
}

// initials tells that the point at j belongs to an abbreviation such as U.S.
// which begins at i: a single letter before it, and after it another with a point,
// or an end that has had one before.
func initials(s string, i, j int) bool {
	if j-i == 1 {
		return j+2 < len(s) && asciiLetter(s[j-1]) && asciiLetter(s[j+1]) && s[j+2] == '.'
	}
	return j-i >= 3 && (j-i)%2 == 1 && s[j-2] == '.' && asciiLetter(s[j-1])
}

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// foldWord writes the folded word into buf and returns it: lower case, no accents,
// no points, no apostrophes. Only a word with a byte beyond ASCII takes the slow way.
func foldWord(buf []byte, w string) []byte {
	buf = buf[:0]
	for i := range len(w) {
		c := w[i]
		switch {
		case c >= utf8.RuneSelf:
			return foldSlow(buf[:0], w)
		case 'A' <= c && c <= 'Z':
			buf = append(buf, c|0x20)
		case c == '.' || c == '\'' || c == '`':
		default:
			buf = append(buf, c)
		}
	}
	return buf
}

func foldSlow(buf []byte, w string) []byte {
	n := 0
	buf = text.AppendFold(buf, w)
	for _, c := range buf {
		if c != '\'' && c != '.' {
			buf[n] = c
			n++
		}
	}
	return buf[:n]
}

// shape returns how the word s[i:j] is written.
func shape(s string, i, j int) tokenFlags {
	var f tokenFlags
	upper, lower, digits, n := 0, 0, 0, 0
	for k := i; k < j; {
		c := s[k]
		if c < utf8.RuneSelf {
			k++
			n++
			switch {
			case 'A' <= c && c <= 'Z':
				upper++
			case 'a' <= c && c <= 'z':
				lower++
			case '0' <= c && c <= '9':
				digits++
			default:
				n--
			}
		} else {
			r, size := utf8.DecodeRuneInString(s[k:])
			k += size
			n++
			if unicode.IsUpper(r) {
				upper++
			} else {
				lower++
			}
		}
		if n == 1 && upper == 1 {
			f |= flagCapital
		}
	}
	if upper >= 2 && lower == 0 {
		f |= flagAllCaps
	}
	if digits == n {
		f |= flagNumber
	}
	return f
}

// wouldAt tells that the ending of he'd stands for would, not for had: no past participle follows.
func (d *document) wouldAt(i int) bool {
	w := ""
	for n := 0; n < 2 && (n == 0 || hadAdverbs.has(w)); n++ { // he'd also met her
		for i < len(d.text) && d.text[i] == ' ' {
			i++
		}
		j := i
		for plainByte[d.bytes[j]] {
			j++
		}
		w, i = d.small[i:j], j
	}
	return !strings.HasSuffix(w, "ed") && !participles.has(w)
}

// hadAdverbs may stand between had and a participle.
var hadAdverbs = setOf("also", "then", "never", "not", "since", "only", "once", "long", "first", "recently", "ever", "later")

// participles are the irregular ones that follow had most; better and just follow it too.
var participles = setOf(
	"been", "met", "had", "seen", "gone", "said", "told", "taken", "done", "made", "given", "left",
	"held", "spoken", "found", "got", "heard", "known", "brought", "sent", "won", "lost", "better", "just", "sat", "flown", "written",
	"sworn", "begun", "become", "driven", "shown", "chosen", "grown", "led", "kept", "stood", "thought", "caught", "taught", "built", "bought", "fought", "felt",
	"dealt", "laid", "paid", "sold", "shaken", "risen", "fallen", "forgotten", "broken", "worn", "drawn", "thrown", "stolen", "eaten", "rung", "struck", "already",
	"earlier", "previously",
)
