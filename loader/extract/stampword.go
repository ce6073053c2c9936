package extract

import "strings"

// The words in front of a date that tell what day it is.
var (
	firstWords   = [...]string{"originally published", "first published", "first posted", "originally posted", "original publication"}
	publishWords = [...]string{"published", "posted", "released", "created", "publication", "issued", "filed", "uploaded", "date:"}
	laterWords   = [...]string{"updated", "update:", "upd.", "modified", "corrected", "retrieved", "accessed", "archived", "edited", "printed", "cached", "snapshot", "last", "reviewed", "refreshed", "today is", "expires", "event date"}
)

// stampTable finds these words in one walk.
var stampTable = func() (t pairTable) {
	for n, words := range [...][]string{publishWords[:], laterWords[:], firstWords[:]} {
		for _, w := range words {
			t.add(w, n)
		}
	}
	return t
}()

// pairTable finds phrases of three kinds in a short piece of text in small letters, by their first two bytes.
type pairTable struct {
	pairs   [1024 / 64]uint64
	phrases []kindOf
}

type kindOf struct {
	phrase string
	kind   int
}

func pairOf(a, b byte) int { return int(a&31)<<5 | int(b&31) }

func (t *pairTable) add(phrase string, kind int) {
	p := pairOf(phrase[0], phrase[1])
	t.pairs[p/64] |= 1 << (p % 64)
	t.phrases = append(t.phrases, kindOf{phrase, kind})
}

// find returns where the last phrase of each kind begins, -1 for none.
func (t *pairTable) find(s string) (a, b, c int) {
	at := [3]int{-1, -1, -1}
	for i := 0; i+1 < len(s); i++ {
		p := pairOf(s[i], s[i+1])
		if t.pairs[p/64]>>(p%64)&1 == 0 {
			continue
		}
		for k := range t.phrases {
			if f := &t.phrases[k]; strings.HasPrefix(s[i:], f.phrase) {
				at[f.kind] = i
			}
		}
	}
	return at[0], at[1], at[2]
}
