package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// line is one line of the article, or several that were wrapped from one.
type line struct {
	start, end int // bytes of the text, without the line end and the space around
	blank      bool
	joined     bool // wrapped from the line before: same paragraph
	zone       zoneMark
}

// splitLines cuts text into lines and finds hard wraps: when nearly every line of the
// text that is followed by another was full (the next word would not have
// fitted), its line ends mean nothing.
func splitLines(s string, lines []line) []line {
	lines = slices.Grow(lines[:0], strings.Count(s, "\n")+1)
	for i := 0; i <= len(s); {
		j := strings.IndexByte(s[i:], '\n')
		if j < 0 {
			j = len(s)
		} else {
			j += i
		}
		a, b := trimSpan(s, i, j)
		lines = append(lines, line{start: a, end: b, blank: a == b})
		i = j + 1
	}
	markWraps(s, lines)
	return lines
}

func trimSpan(s string, i, j int) (int, int) {
	for i < j && (s[i] == ' ' || s[i] == '\t' || s[i] == '\r' || s[i] == 0xC2 && i+1 < j && s[i+1] == 0xA0) {
		i++
		if s[i-1] == 0xC2 {
			i++
		}
	}
	for j > i && (s[j-1] == ' ' || s[j-1] == '\t' || s[j-1] == '\r' || s[j-1] == 0xA0 && j-2 >= i && s[j-2] == 0xC2) {
		j--
		if j > i && s[j] == 0xA0 && s[j-1] == 0xC2 {
			j--
		}
	}
	return i, j
}

// The widths between which people and programs wrap lines.
const minWrap, maxWrap = 40, 120

// markWraps joins the lines of a wrapped text. Lines without a space, such as addresses, tell
// nothing of the width, and one or two that are too long do not hide it.
func markWraps(s string, lines []line) {
	width := wrapWidth(s, lines)
	if width < minWrap || !mostlyWrapped(s, lines, width) {
		return
	}
	for i := 1; i < len(lines); i++ {
		if !lines[i].blank && !lines[i-1].blank && (wrapped(s, lines[i-1], lines[i], width) || runsOn(s, lines[i-1], lines[i])) {
			lines[i].joined = true
		}
	}
}

// wrapWidth is the width of the longest line that could have been wrapped; 0 when some lines are longer.
func wrapWidth(s string, lines []line) int {
	width, long, pairs := 0, 0, 0
	for i, l := range lines {
		if l.end-l.start > 4*maxWrap {
			return 0 // a line that nobody wrapped
		}
		if i+1 >= len(lines) || lines[i+1].blank {
			if i > 0 && !lines[i-1].blank && l.end-l.start > maxWrap+20 {
				long++ // the end of what was wrapped is no longer than the rest
			}
			continue // a headline by itself may be longer
		}
		pairs++
		if l.end-l.start <= width {
			continue
		}
		w := utf8.RuneCountInString(s[l.start:l.end])
		switch {
		case w > maxWrap:
			if strings.IndexByte(s[l.start:l.end], ' ') >= 0 {
				long++
			}
		case w > width:
			width = w
		}
	}
	if long > 2 || long*4 > pairs {
		return 0
	}
	return width
}

// mostlyWrapped tells that most lines were full, or go on in the next.
func mostlyWrapped(s string, lines []line, width int) bool {
	full, pairs, open := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].blank || lines[i-1].blank {
			continue
		}
		if wrapped(s, lines[i-1], lines[i], width) {
			full++
		} else if z, c := s[lines[i-1].end-1], s[lines[i].start]; (z == '.' || z == ':' || z == '!' || z == '?') && (c < 'a' || c > 'z') {
			continue // the end of a paragraph or of a point in a list
		}
		pairs++
		if runsOn(s, lines[i-1], lines[i]) {
			open++
		}
	}
	return pairs >= 3 && (full*10 >= pairs*7 || open*10 >= pairs*5)
}

// wrapped tells that the first word of b would not have fitted at the end of a.
func wrapped(s string, a, b line, width int) bool {
	first := s[b.start:b.end]
	if k := strings.IndexByte(first, ' '); k >= 0 {
		first = first[:k]
	}
	if a.end-a.start+1+len(first) <= width {
		return false
	}
	z := s[a.end-1] // within a sentence it may be the bytes that were counted
	return z >= 'a' && z <= 'z' || utf8.RuneCountInString(s[a.start:a.end])+1+utf8.RuneCountInString(first) > width
}

// runsOn tells that a stops in the middle of a sentence that b goes on with in small letters.
func runsOn(s string, a, b line) bool {
	c, z := s[b.start], s[a.end-1]
	return c >= 'a' && c <= 'z' && (z >= 'a' && z <= 'z' || z == ',' || z == '-')
}
