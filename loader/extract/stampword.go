package extract

import "strings"

// The words in front of a date that tell what day it is.
var (
	firstWords   = [...]string{"originally published", "first published", "first posted", "originally posted", "original publication"}
	publishWords = [...]string{"published", "posted", "released", "created", "publication", "appeared in", "issued", "filed", "uploaded", "date:"}
	laterWords   = [...]string{
		"updated", "update:", "upd.", "modified", "corrected", "retrieved", "accessed", "archived",
		"printed", "cached", "snapshot", "last", "reviewed", "refreshed", "today is", "expires", "event date",
	}
)

// stampTable finds these words in one walk.
var stampTable = func() (t startTable) {
	for n, words := range [...][]string{publishWords[:], laterWords[:], firstWords[:]} {
		for _, w := range words {
			t.add(w, n)
		}
	}
	return t
}()

// startTable finds phrases of some kinds in a piece of text in small letters, by their first three bytes.
type startTable struct {
	starts  [1 << 15 / 64]uint64
	row     [1 << 15]uint16 // by start: its phrases
	phrases [][]kindOf
}

type kindOf struct {
	phrase string
	kind   int
}

func (t *startTable) add(phrase string, kind int) {
	p := int(phrase[0]&31)<<10 | int(phrase[1]&31)<<5 | int(phrase[2]&31)
	if t.starts[p/64]>>(p%64)&1 == 0 {
		t.starts[p/64] |= 1 << (p % 64)
		t.row[p] = uint16(len(t.phrases)) //nolint:gosec // no more than there are starts.
		t.phrases = append(t.phrases, nil)
	}
	some := &t.phrases[t.row[p]]
	*some = append(*some, kindOf{phrase, kind})
}

// find returns where the last phrase of each kind begins, -1 for none.
func (t *startTable) find(s string) (a, b, c int) {
	at := [3]int{-1, -1, -1}
	if len(s) < 3 {
		return -1, -1, -1
	}
	p := int(s[0]&31)<<5 | int(s[1]&31)
	for i := 2; i < len(s); i++ {
		p = p<<5&(1<<15-1) | int(s[i]&31)
		if t.starts[p/64]>>(p%64)&1 == 0 {
			continue
		}
		for _, f := range t.phrases[t.row[p]] {
			if strings.HasPrefix(s[i-2:], f.phrase) {
				at[f.kind] = i - 2
			}
		}
	}
	return at[0], at[1], at[2]
}

// mayBegin returns the phrases with whose first three bytes a piece of text begins.
func (t *startTable) mayBegin(s string) []kindOf {
	if len(s) < 3 {
		return nil
	}
	p := int(s[0]&31)<<10 | int(s[1]&31)<<5 | int(s[2]&31)
	if t.starts[p/64]>>(p%64)&1 == 0 {
		return nil
	}
	return t.phrases[t.row[p]]
}
