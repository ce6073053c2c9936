package extract

import (
	"encoding/binary"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word returns the number of a folded word, entering it when it is new.
func (l *lexicon) word(w []byte) uint32 {
	if len(w) == 0 {
		return 0
	}
	n := l.words.slot(w)
	if *n == 0 {
		l.count++
		*n = l.count
		l.rows = append(l.rows, wordRow{})
	}
	return *n
}

// node walks the words of form, adding what is missing, and returns the last
// node. small tells that the form may begin with a small letter in a text.
func (l *lexicon) node(form string, small bool) uint32 {
	var buf [64]byte
	if len(form) <= len(buf)-padding && lowerPlain(&buf, form) {
		at := uint32(0)
		for i := 0; i < len(form); {
			j := i
			for n := 8; n == 8; {
				n = plainPrefix(load8(buf[:], j))
				j += n
			}
			if j > i {
				at = l.step(at, l.word(buf[i:j]), small)
			}
			i = j + 1
		}
		return at
	}
	at := uint32(0)
	for i := 0; i < len(form); {
		n, ok := letterAt(form, i)
		if !ok {
			i += max(n, 1)
			continue
		}
		end, next, _ := wordEnd(form, i)
		at = l.step(at, l.word(foldWord(buf[:], form[i:end])), small)
		i = next
	}
	return at
}

// lowerPlain writes a form of plain ASCII into buf, in small letters; ok is
// false where a form has other letters, points or apostrophes.
func lowerPlain(buf *[64]byte, form string) (ok bool) {
	copy(buf[:], form)
	odd := uint64(0)
	for i := 0; i < len(form); i += 8 {
		w := load8(buf[:], i)
		odd |= w | zeros(w^'.'*lowBits) | zeros(w^'\''*lowBits) | zeros(w^'`'*lowBits)
		binary.LittleEndian.PutUint64(buf[i:], lower8(w))
	}
	return odd&highBits == 0
}

// zeros sets the upper bit of bytes that are zero, and perhaps of bytes above those.
func zeros(w uint64) uint64 { return (w - lowBits) &^ w }

// step goes from a node over a word to the next node, adding it when it is new; node 0 is in front of all words.
func (l *lexicon) step(at, w uint32, small bool) uint32 {
	if at == 0 {
		if l.rows[w].root == 0 {
			l.rows[w].root = l.newNode()
		}
		at = l.rows[w].root
		l.head = w
		l.nodes[at].small = l.nodes[at].small || small
		return at
	}
	to := l.edges.slot(at, w)
	if *to == 0 {
		l.nodes[at].nexts |= 1 << (w & 63)
		*to = l.newNode()
	}
	return *to
}

func (l *lexicon) newNode() uint32 {
	l.nodes = append(l.nodes, node{})
	return uint32(len(l.nodes) - 1) //nolint:gosec // some ten thousands.
}

// entries are what a sequence of words means.
func (l *lexicon) entries(at uint32) []entry {
	n := &l.nodes[at]
	return l.pool[n.at : n.at+uint32(n.n)]
}

// enter adds a meaning to a node; one that the node has already is not added.
func (l *lexicon) enter(at uint32, e entry) {
	n := &l.nodes[at]
	n.calendar = n.calendar || e.kind == entryMonth || e.kind == entryWeekday
	if n.room == 0 {
		n.at, n.n, n.room = uint32(len(l.pool)), 1, 1 //nolint:gosec // some ten thousands.
		l.pool = append(l.pool, e)
		return
	}
	have := l.entries(at)
	if slices.Contains(have, e) {
		return
	}
	if n.n == n.room { // move to the end of the pool, with room for more
		n.room *= 2
		n.at = uint32(len(l.pool)) //nolint:gosec // some ten thousands.
		l.pool = append(l.pool, have...)
		l.pool = append(l.pool, make([]entry, int(n.room)-len(have))...)
	}
	l.pool[n.at+uint32(n.n)] = e
	n.n++
}

func (l *lexicon) add(form string, kind entryKind, index int) {
	if form == "" {
		return
	}
	e := entry{kind: kind, index: int32(index)} //nolint:gosec // a row number.
	e.caps = abbreviated(form)
	e.capital = form[0] < 'a' || form[0] > 'z'
	last := form[strings.LastIndexByte(form, ' ')+1:]
	e.tail = e.capital && len(last) < len(form) && last != "" && last[0] >= 'a' && last[0] <= 'z'
	if at := l.node(form, !e.caps && !e.capital); at != 0 {
		l.enter(at, e)
		if kind == entryPerson {
			l.given.add(l.head)
		}
	}
}

// abbreviated tells that a form has four letters at most, points aside, and no small ones.
func abbreviated(form string) bool {
	if len(form) > 16 || len(form) > 1 && form[1] >= 'a' && form[1] <= 'z' {
		return false
	}
	n := 0
	for _, r := range form {
		switch {
		case r == '.' || r == ' ':
		case r >= '0' && r <= '9' || unicode.ToUpper(r) != r:
			return false
		default:
			n += utf8.RuneLen(r)
		}
	}
	return n <= 4
}
