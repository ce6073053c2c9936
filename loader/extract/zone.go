package extract

import (
	"strings"
	"sync"

	"entente/text"
)

// zoneMark is the finer zone that the reading uses; zoneKinds maps it to what the model shows.
type zoneMark uint8

const (
	zoneProse zoneMark = iota
	zoneTitle
	zoneStamp      // stamps, bylines, outlet, navigation above the text
	zoneBackground // ‘As reported earlier’, ‘Background:’
	zoneCaption    // one line of furniture inside the text
	zoneTail       // other articles' headlines, appeals, comments
	zoneHeading    // a heading inside the text
)

type markerKind uint8

const (
	markNone markerKind = iota
	markTail
	markLine
	markEnd
	markBack
)

var markers = sync.OnceValue(func() map[string]markerKind {
	kinds := map[string]markerKind{"tail": markTail, "line": markLine, "end": markEnd, "back": markBack}
	m := map[string]markerKind{}
	err := eachRow("markers.tsv", 2, func(_ int, c []string) error {
		m[c[1]] = kinds[c[0]]
		return nil
	})
	if err != nil {
		panic(err) // the table is embedded and a test reads it
	}
	return m
})

// marker tells what kind of marker a line begins with, if any. A marker ends
// the line, or a colon, dash or the like follows it; a short line may go on.
func marker(l string) markerKind {
	s := strings.TrimLeft(l, " •▌»>+-–—*·|#[(~■▪►▶🔥🎧📸=")
	head := s
	if len(head) > 40 {
		head = head[:40]
	}
	head = text.Fold(head)
	best, size := markNone, 0
	for i := 2; i <= len(head); i++ {
		if i < len(head) && isWordByte(head[i]) {
			continue
		}
		k, ok := markers()[head[:i]]
		if !ok {
			continue
		}
		rest := strings.TrimSpace(s[min(i, len(s)):])
		short := len(strings.Fields(s)) <= 6 && !strings.HasSuffix(s, ".")
		if rest == "" || strings.ContainsRune(":|-–—=/(>…⟶→.]»", []rune(rest)[0]) || k == markEnd || short {
			best, size = k, i
		}
	}
	_ = size
	return best
}

func isWordByte(c byte) bool { return wordByte[c] && c < 0x80 }

// words counts the words of a line, roughly: runs between spaces.
func countWords(s string) int {
	n, in := 0, false
	for i := range len(s) {
		sp := s[i] == ' ' || s[i] == '\t'
		if !sp && !in {
			n++
		}
		in = !sp
	}
	return n
}

// prose tells that a line reads like running text: enough words, and the end of a sentence.
func prose(s string) bool {
	n := countWords(s)
	if n < 9 {
		return false
	}
	trimmed := strings.TrimRight(s, ` "'”’»)]*_`)
	if trimmed == "" {
		return false
	}
	ended := strings.ContainsRune(".!?:…;,", []rune(trimmed[len(trimmed)-1:])[0]) || strings.HasSuffix(trimmed, "…")
	if strings.Contains(s, " | ") || strings.Count(s, " · ") > 1 {
		return false
	}
	return ended && n >= 9 || n >= 28
}

// markZones decides for every line what it is. The text begins with the first
// line of prose; above it stand title and stamps; behind a marker come other
// articles' headlines, until prose is back.
func markZones(s string, lines []line) (title string) {
	first := -1
	for i := range lines {
		if !lines[i].blank && !lines[i].joined && prose(paragraph(s, lines, i)) && marker(s[lines[i].start:lines[i].end]) == markNone {
			first = i
			break
		}
	}
	if first < 0 {
		first = len(lines)
	}
	title = markHead(s, lines, first)
	markBody(s, lines, first)
	markEndings(s, lines, first)
	return title
}

// paragraph joins a line with the wrapped lines behind it.
func paragraph(s string, lines []line, i int) string {
	end := lines[i].end
	for j := i + 1; j < len(lines) && lines[j].joined; j++ {
		end = lines[j].end
	}
	return s[lines[i].start:end]
}

// markHead finds the title among the lines above the text: one that is told
// twice, else the longest that is no stamp.
func markHead(s string, lines []line, first int) string {
	best, score := -1, 0
	seen := map[string]int{}
	for i := range first {
		if lines[i].blank {
			continue
		}
		lines[i].zone = zoneStamp
		seen[text.Fold(s[lines[i].start:lines[i].end])]++
	}
	for i := range first {
		l := s[lines[i].start:lines[i].end]
		if lines[i].blank || lines[i].joined {
			continue
		}
		n := countWords(l)
		sc := min(n, 14)
		switch {
		case n < 3 || n > 32 || marker(l) != markNone:
			continue
		case looksLikeStamp(l):
			sc -= 12
		}
		if seen[text.Fold(l)] > 1 {
			sc += 10
		}
		if strings.Contains(l, " | ") || strings.Contains(l, " › ") || strings.Contains(l, " > ") || strings.Contains(l, " / ") {
			sc -= 8
		}
		if best < 0 || sc > score {
			best, score = i, sc
		}
	}
	if best < 0 || score <= 0 {
		return ""
	}
	t := s[lines[best].start:lines[best].end]
	key := text.Fold(t)
	for i := range first {
		if !lines[i].blank && text.Fold(s[lines[i].start:lines[i].end]) == key {
			lines[i].zone = zoneTitle
		}
	}
	// a line under the title that reads like a sentence is a second headline
	for i := best + 1; i < first; i++ {
		l := s[lines[i].start:lines[i].end]
		if !lines[i].blank && lines[i].zone == zoneStamp && countWords(l) >= 5 && !looksLikeStamp(l) && marker(l) == markNone && !strings.Contains(l, " | ") {
			lines[i].zone = zoneTitle
		}
	}
	return t
}

// looksLikeStamp tells that a short line is a date, a byline, a counter or an outlet, by digits and separators.
func looksLikeStamp(l string) bool {
	f := text.Fold(l)
	if strings.HasPrefix(f, "by ") && countWords(l) <= 10 {
		return true
	}
	digits, seps := 0, strings.Count(l, "|")+strings.Count(l, "·")+strings.Count(l, "•")
	for i := range len(l) {
		if l[i] >= '0' && l[i] <= '9' {
			digits++
		}
	}
	for _, w := range [...]string{"published", "updated", "posted", "min read", "reading time", "last modified", "staff", "written by", "first published", "corrected", "http", "@", "edition", "subscribe"} {
		if strings.Contains(f, w) {
			return true
		}
	}
	return digits >= 4 && countWords(l) <= 9 || seps >= 2
}

// markBody walks the text and the tails behind it.
func markBody(s string, lines []line, first int) {
	state := zoneProse
	for i := first; i < len(lines); i++ {
		if lines[i].blank {
			continue
		}
		if lines[i].joined {
			lines[i].zone = lines[i-1].zone
			continue
		}
		l := paragraph(s, lines, i)
		k := marker(l)
		switch {
		case k == markEnd && i > first:
			for ; i < len(lines); i++ {
				lines[i].zone = zoneTail
			}
			return
		case k == markTail && i > first:
			lines[i].zone = zoneTail
			if tailRunsOn(l) {
				state = zoneTail
			}
			continue
		case k == markLine:
			lines[i].zone = zoneCaption
			continue
		case k == markBack:
			lines[i].zone = zoneBackground
			if !prose(l) {
				state = zoneBackground
			}
			continue
		}
		isProse := prose(l)
		switch {
		case state == zoneTail && isProse && countWords(l) >= 22 && !bulleted(l):
			state = zoneProse
			lines[i].zone = zoneProse
		case state == zoneTail:
			lines[i].zone = zoneTail
		case state == zoneBackground && bulleted(l):
			lines[i].zone = zoneBackground
		case isProse || countWords(l) >= 4 && endsSentence(l):
			state = zoneProse
			lines[i].zone = zoneProse
			if photoLine(l) {
				lines[i].zone = zoneCaption
			}
		case bulleted(l) && countWords(l) >= 4:
			lines[i].zone = zoneProse
		case countWords(l) < 12:
			lines[i].zone = zoneHeading
		}
	}
}

// tailRunsOn tells that the marker line names nothing itself: the headlines stand below it.
func tailRunsOn(l string) bool {
	_, rest, ok := strings.Cut(l, ":")
	return !ok || countWords(rest) < 3
}

func bulleted(l string) bool {
	for _, p := range [...]string{"- ", "– ", "— ", "• ", "* ", "● ", "+ ", "> ", "» ", "~ ", "▪ ", "■ "} {
		if strings.HasPrefix(l, p) {
			return true
		}
	}
	return len(l) > 2 && l[0] >= '0' && l[0] <= '9' && (l[1] == '.' || l[1] == ')' || l[2] == '.')
}

func endsSentence(l string) bool {
	l = strings.TrimRight(l, ` "'”’»)]*_`)
	return l != "" && (strings.HasSuffix(l, "…") || strings.ContainsRune(".!?", rune(l[len(l)-1])))
}

func photoLine(l string) bool {
	f := text.Fold(l)
	return strings.HasPrefix(f, "[photo") || strings.HasPrefix(f, "[video") || strings.HasPrefix(f, "[audio") || strings.HasPrefix(f, "[continue") ||
		strings.HasPrefix(f, "[image") || strings.HasPrefix(f, "in the photo") || strings.HasPrefix(f, "in the picture")
}

// markEndings turns what stands behind the last paragraph of prose into
// furniture: short lines that no marker announced.
func markEndings(s string, lines []line, first int) {
	for i := len(lines) - 1; i > first; i-- {
		if lines[i].blank || lines[i].zone == zoneTail || lines[i].zone == zoneCaption {
			continue
		}
		l := s[lines[i].start:lines[i].end]
		if lines[i].zone == zoneHeading || bulleted(l) && !endsSentence(l) || !lines[i].joined && !endsSentence(l) && countWords(l) < 14 {
			lines[i].zone = zoneTail
			continue
		}
		return
	}
}
