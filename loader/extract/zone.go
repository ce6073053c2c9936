package extract

import (
	"slices"
	"strings"
)

// zoneMark is the finer zone that the reading uses; zones maps it to what the model shows.
type zoneMark uint8

const (
	zoneProse zoneMark = iota
	zoneTitle
	zoneStamp      // stamps, bylines, outlet, navigation above the text; stamps inside and below it
	zoneBackground // ‘As reported earlier’, ‘Background:’
	zoneCaption    // one line of furniture inside the text
	zoneTail       // other articles' headlines, appeals, comments
	zoneHeading    // a heading inside the text
)

// block is a paragraph: a line with those that were wrapped from it.
type block struct {
	at, next int // lines, next exclusive
	text     string
	small    []byte // the same in small letters
	facts
}

// layout is what markZones works on. Its blocks are reused from one article to the next.
type layout struct {
	s      string
	lines  []line
	blocks []block
}

func (p *layout) mark(b *block, z zoneMark) {
	for i := b.at; i < b.next; i++ {
		p.lines[i].zone = z
	}
}

func (p *layout) zone(b *block) zoneMark { return p.lines[b.at].zone }

// markZones decides for every line what it is. The text begins with the first
// line of prose; above it stand title and stamps; behind a marker come other
// articles' headlines, until prose is back. small is the text in small letters. It returns the title.
func (p *layout) markZones(s string, small []byte, lines []line) (title string) {
	p.s, p.lines, p.blocks = s, lines, slices.Grow(p.blocks[:0], len(lines))
	for i := 0; i < len(lines); i++ {
		lines[i].zone = zoneProse
		if lines[i].blank {
			continue
		}
		b := block{at: i, next: i + 1}
		end := lines[i].end
		for b.next < len(lines) && lines[b.next].joined {
			end = lines[b.next].end
			b.next++
		}
		b.text = s[lines[i].start:end]
		b.small = small[lines[i].start:end]
		b.facts = lineFacts(b.text, b.small)
		p.blocks = append(p.blocks, b)
		i = b.next - 1
	}
	first := p.bodyStart()
	title = p.markHead(first)
	p.markBody(first)
	p.markTop(first, title)
	p.markEndings(first)
	return title
}

// The blocks at the top among which a stamp shows that what stood above it was no text yet.
const headBlocks = 6

// maxPart is how many words the parts of a line have that only look like a sentence: Madrid Courier. — International. — 23/02/2023.
const maxPart = 5

// maxHead is how many blocks above the text are compared with each other.
const maxHead = 80

// bodyStart finds the first block of running text. A headline may read like a sentence: one that a
// stamp, a byline or the same words follow is not the beginning.
func (p *layout) bodyStart() int {
	for i := range p.blocks {
		b := &p.blocks[i]
		if p.notice(i) {
			return i
		}
		if !b.prose() || b.marker != markNone || b.banner() {
			continue
		}
		if i < headBlocks && b.signed() && b.dashed() {
			continue
		}
		if i == 0 && b.headline() && p.stampBelow(i) {
			continue
		}
		return i
	}
	return len(p.blocks)
}

// stampBelow tells that a stamp or byline stands among the next blocks, before any prose that is longer than a headline.
func (p *layout) stampBelow(i int) bool {
	for j := i + 1; j < len(p.blocks) && j <= i+3; j++ {
		b := &p.blocks[j]
		if b.stamp() || b.text == p.blocks[i].text {
			return true
		}
		if b.prose() && !b.headline() {
			return false
		}
	}
	return false
}

// markHead finds the title among the blocks above the text: one that is told
// twice, else the longest that is no stamp, no outlet and no navigation.
func (p *layout) markHead(first int) string {
	best, score := -1, 0
	for i := range p.blocks[:first] {
		b := &p.blocks[i]
		p.mark(b, zoneStamp)
		if b.banner() {
			p.mark(b, zoneCaption)
			continue
		}
		sc := min(b.words, 14)
		if b.words < 3 || b.words > 40 || b.marker != markNone {
			continue
		}
		sc -= [...]int{0, 4, 12}[b.stampness()]
		sc -= 3 * min(b.stops, 2)
		if b.seps > 0 || strings.Contains(b.text, "@") {
			sc -= 8
		}
		sc -= b.outlet()
		if !b.points && b.partlyDated() {
			sc -= 12
		}
		if b.bullet {
			sc -= 4
		}
		for j := range p.blocks[:min(first+headBlocks, len(p.blocks), maxHead)] {
			if j != i && p.blocks[j].text == b.text {
				sc += 10
			}
		}
		if best < 0 || sc > score {
			best, score = i, sc
		}
	}
	if best < 0 || score <= 0 {
		return ""
	}
	t := &p.blocks[best]
	for i := range p.blocks[:first] {
		b := &p.blocks[i]
		switch {
		case b.text == t.text:
			p.mark(b, zoneTitle)
		case photoLine(b.text):
			p.mark(b, zoneCaption)
		case i > best && p.zone(b) == zoneStamp && b.words >= 5 && !b.stamp() && !b.partlyDated() && b.seps == 0 && b.marker == markNone && b.outlet() == 0:
			p.mark(b, zoneTitle) // a second headline, or key points
		}
	}
	return trimTitle(t.text)
}

// markTop goes over the first blocks of the text again: a stamp under the lead is a stamp, the title told again a title.
func (p *layout) markTop(first int, title string) {
	for i := first; i < len(p.blocks) && i < first+headBlocks; i++ {
		b := &p.blocks[i]
		switch {
		case i > first && title != "" && b.text == title:
			p.mark(b, zoneTitle)
		case i > first && b.stampLine() && !p.notice(i):
			p.mark(b, zoneStamp)
		}
	}
}

// markBody walks the text and the tails behind it.
func (p *layout) markBody(first int) {
	state := zoneProse
	for i := first; i < len(p.blocks); i++ {
		b := &p.blocks[i]
		switch {
		case b.marker == markEnd && i > first:
			for ; i < len(p.blocks); i++ {
				p.mark(&p.blocks[i], zoneTail)
			}
			return
		case b.marker == markTail && i > first:
			p.mark(b, zoneTail)
			if tailRunsOn(b.text) {
				state = zoneTail
			}
			continue
		case b.marker == markLine && i > first:
			p.mark(b, zoneCaption)
			continue
		case b.marker == markBack:
			p.mark(b, zoneBackground)
			if !b.prose() {
				state = zoneBackground
			}
			continue
		case b.rule():
			p.mark(b, zoneCaption)
			if state == zoneBackground {
				state = zoneProse
			}
			continue
		}
		state = p.markBlock(i, state)
	}
}

// markBlock decides a block without a marker and returns the state behind it.
func (p *layout) markBlock(i int, state zoneMark) zoneMark {
	b := &p.blocks[i]
	isProse := b.prose()
	z := zoneProse
	switch {
	case state == zoneTail && isProse && b.words >= 17 && !b.bullet && p.textResumes(i):
		state = zoneProse
	case state == zoneTail:
		z = zoneTail
	case p.notice(i):
		state = zoneProse
	case state == zoneBackground && (b.bullet || isProse && b.words >= 9):
		z = zoneBackground
	case i > 0 && b.stampLine():
		z = zoneStamp
	case b.listed(), b.words <= 8 && b.footer():
		z = zoneCaption
	case isProse || b.words >= 4 && b.ends:
		state = zoneProse
		if photoLine(b.text) {
			z = zoneCaption
		}
	case b.bullet && b.words >= 4:
	case b.words < 12:
		z = zoneHeading
		if state == zoneBackground {
			state = zoneProse
		}
	}
	p.mark(b, z)
	return state
}

// textResumes tells that prose behind a list of headlines is the article again and not the teaser
// under one of them: more prose follows it, or no headline stands right above it.
func (p *layout) textResumes(i int) bool {
	for j := i + 1; j < len(p.blocks) && j <= i+2; j++ {
		if b := &p.blocks[j]; b.prose() && b.words >= 14 && b.marker == markNone {
			return true
		}
	}
	above := &p.blocks[i-1]
	return above.ends || above.marker == markTail || above.bullet
}

// markEndings turns what stands behind the last paragraph of prose into
// furniture: short lines that no marker announced, notes about the author and the paper. Stamps stay stamps.
func (p *layout) markEndings(first int) {
	for i := len(p.blocks) - 1; i > first; i-- {
		b := &p.blocks[i]
		switch z := p.zone(b); {
		case i == len(p.blocks)-1 && z == zoneTail && b.stampLine() && dayAlone(b.text) && !p.stampedAbove(first):
			p.mark(b, zoneStamp) // behind the links, and nothing above
		case p.notice(i):
			return
		case b.publicationNote():
			p.mark(b, zoneStamp)
		case b.stampLine() && (z != zoneTail || b.published()):
			p.mark(b, zoneStamp)
		case z != zoneTail && b.words <= 12 && !b.points && b.signed():
			p.mark(b, zoneStamp)
		case z == zoneTail || z == zoneCaption || z == zoneStamp:
		case z == zoneHeading || !b.ends && (b.bullet || b.words < 14) || b.bullet && !b.points && b.words < 14 || b.listed() || b.footer():
			p.mark(b, zoneTail)
		default:
			return
		}
	}
}

// stampedAbove tells that a day stands above the text.
func (p *layout) stampedAbove(first int) bool {
	for i := range p.blocks[:first] {
		if b := &p.blocks[i]; p.zone(b) == zoneStamp && b.dated() {
			return true
		}
	}
	return false
}

// tailRunsOn tells that the marker line names nothing itself: the headlines stand below it.
func tailRunsOn(l string) bool {
	_, rest, ok := strings.Cut(l, ":")
	if !ok {
		_, rest, ok = strings.Cut(l, "|")
	}
	return !ok || countWords(rest) < 3
}

// trimTitle takes a collector's own date off both ends of a title.
func trimTitle(t string) string {
	if rest, ok := strings.CutPrefix(t, "date "); ok && len(rest) > 8 && rest[0] >= '0' && rest[0] <= '9' {
		if _, after, ok := strings.Cut(rest, " "); ok {
			t = after
		}
	}
	if !strings.Contains(t, "day, ") {
		return t
	}
	for _, day := range weekdays {
		if i := strings.LastIndex(t, " "+day[0]+", "); i > 20 && len(t)-i < 45 && t[len(t)-1] != '.' && digitsIn(t[i:]) >= 5 {
			t = t[:i]
		}
	}
	return t
}

func digitsIn(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}

func photoLine(l string) bool {
	if l[0] != '[' && l[0] != '(' && l[0] != 'I' && l[0] != 'P' {
		return false
	}
	var buf [32]byte
	f := string(lowerHead(&buf, strings.TrimLeft(l, "[(")))
	for _, w := range [...]string{"photo", "video", "audio", "continu", "image", "in the photo", "in the picture", "pictured"} {
		if strings.HasPrefix(f, w) && (l[0] == '[' || l[0] == '(' || w[0] == 'i' && len(w) > 5 || w == "pictured") {
			return true
		}
	}
	return false
}
