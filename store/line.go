package store

import (
	"errors"
	"slices"
	"strings"

	"entente/text"
)

// word is one word of a line. A word in quotation marks is a value, even where
// it looks like a sign or a keyword.
type word struct {
	text   string
	quoted bool
}

// is tells that the word is a sign or a keyword, not a value that looks like one.
func (w word) is(s string) bool { return !w.quoted && w.text == s }

// maxLine is the length of a line that is read; the user's lines are far shorter.
const maxLine = 16 << 10

var (
	errLong  = errors.New("the line is too long")
	errQuote = errors.New("a quotation mark is not closed")
	errBlank = errors.New("a blank is missing behind a quotation mark")
)

// splitLine reads the words of a line and the comment behind them:
//
//	line    = { blank } [ word { blank word } ] [ "#" comment ]
//	word    = bare | '"' { any | '\"' | '\\' } '"'
//
// A bare word ends at a blank; a # that begins a word begins the comment.
// Values come out clean, for a file may come from somebody else.
func splitLine(s string) (words []word, comment string, err error) {
	if len(s) > maxLine {
		return nil, "", errLong
	}
	for {
		s = strings.TrimLeft(s, " \t\r")
		switch {
		case s == "":
			return words, "", nil
		case s[0] == '#':
			return words, text.Row(s[1:]), nil
		case s[0] == '"':
			value, n, err := unquote(s)
			if err != nil {
				return nil, "", err
			}
			words, s = append(words, word{text.Row(value), true}), s[n:]
			if s != "" && !strings.ContainsRune(" \t\r", rune(s[0])) {
				return nil, "", errBlank
			}
		default:
			n := strings.IndexAny(s, " \t\r")
			if n < 0 {
				n = len(s)
			}
			words, s = append(words, word{text.Row(s[:n]), false}), s[n:]
		}
	}
}

// unquote reads a quoted value at the beginning of s and tells how long it is there.
func unquote(s string) (value string, n int, err error) {
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '"':
			return b.String(), i + 1, nil
		case '\\':
			if i+1 < len(s) && (s[i+1] == '"' || s[i+1] == '\\') {
				i++
			}
		}
		b.WriteByte(s[i])
	}
	return "", 0, errQuote
}

// quote writes a value so that unquote reads it back.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text.Row(s) {
		if r == '"' || r == '\\' {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}

// withComment puts a comment behind the words of a line.
func withComment(line, comment string) string {
	if comment = text.Row(comment); comment != "" {
		line += "  # " + comment
	}
	return line
}

// Sheet is a text file of the user's, line by line. What it does not
// understand stays in it: a Sheet that nobody changed prints the bytes that it was read from.
type Sheet struct {
	rows []string // with their line ends, but perhaps the last
}

// ParseSheet takes a file apart. Every text is one.
func ParseSheet(s string) Sheet {
	var out Sheet
	for row := range strings.Lines(s) {
		out.rows = append(out.rows, row)
	}
	return out
}

// String is the file.
func (s *Sheet) String() string { return strings.Join(s.rows, "") }

// Len is the number of lines.
func (s *Sheet) Len() int { return len(s.rows) }

// Row is a line without its end, counted from 1.
func (s *Sheet) Row(n int) string { return strings.TrimRight(s.rows[n-1], "\r\n") }

// Append adds lines at the end.
func (s *Sheet) Append(lines ...string) {
	if n := len(s.rows); n > 0 && !strings.HasSuffix(s.rows[n-1], "\n") {
		s.rows[n-1] += "\n"
	}
	for _, l := range lines {
		s.rows = append(s.rows, l+"\n")
	}
}

// Remove takes out the last line that reads so, and tells whether there was one.
func (s *Sheet) Remove(line string) bool { return s.Take(len(s.rows), line) > 0 }

// Take takes out a line that reads so: the one of that number or, where the file
// has changed, the last. It returns where the line stood; 0 where there is none.
func (s *Sheet) Take(n int, line string) (at int) {
	if n < 1 || n > len(s.rows) || s.Row(n) != line {
		n = len(s.rows)
		for n > 0 && s.Row(n) != line {
			n--
		}
	}
	if n > 0 {
		s.rows = append(s.rows[:n-1:n-1], s.rows[n:]...)
	}
	return n
}

// Insert puts a line that Take has taken out back where the line of that number stands, or at the end.
func (s *Sheet) Insert(n int, line string) {
	n = min(n, len(s.rows)+1)
	if before := n - 2; before >= 0 && !strings.HasSuffix(s.rows[before], "\n") {
		s.rows[before] += "\n"
	}
	s.rows = slices.Insert(s.rows, n-1, line+"\n")
}

// Keep takes out every line that f does not want, given its number.
func (s *Sheet) Keep(f func(n int, row string) bool) {
	out := s.rows[:0:0]
	for n := range s.rows {
		if f(n+1, s.Row(n+1)) {
			out = append(out, s.rows[n])
		}
	}
	s.rows = out
}

// leftover tells that a line is what version control leaves where it could not
// join two versions by itself: both sides hold, so only the signs are in the way.
func leftover(row string) bool {
	for _, sign := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if strings.HasPrefix(row, sign) {
			return true
		}
	}
	return false
}
