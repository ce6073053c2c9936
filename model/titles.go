package model

import (
	"strings"

	"entente/text"
)

// titles finds the meetings of which a report's title contains what somebody
// types. There are as many titles as articles, so looking through all of them
// has to be rare: a signature of each row's pairs of letters rules most rows
// out with two words of memory, and only the others are compared.
type titles struct {
	folded string      // every row's titles, folded, one after another
	ends   []uint32    // by row: where its titles end
	pairs  []signature // by row
	build  strings.Builder
}

// signature has a bit for each pair of neighbouring bytes that occurs, and for each byte.
type signature [3]uint64

// pairBits are the bits of the two words for pairs; the third is for single bytes.
const pairBits = 128

func (s *signature) add(a, b byte) {
	h := (uint32(a)*31 + uint32(b)) * 0x9E3779B1 >> 25 % pairBits
	s[h>>6] |= 1 << (h & 63)
}

// letter enters a byte: letters and digits have a bit of their own, all others share what is left.
func (s *signature) letter(a byte) {
	switch {
	case a >= 'a' && a <= 'z':
		s[2] |= 1 << (a - 'a')
	case a >= '0' && a <= '9':
		s[2] |= 1 << (a - '0' + 26)
	default:
		s[2] |= 1 << (36 + a%28)
	}
}

// covers tells that everything in o may be in s.
func (s *signature) covers(o *signature) bool {
	return s[0]&o[0] == o[0] && s[1]&o[1] == o[1] && s[2]&o[2] == o[2]
}

func signatureOf(s string) (sig signature) {
	for i := range len(s) {
		sig.letter(s[i])
		if i > 0 {
			sig.add(s[i-1], s[i])
		}
	}
	return sig
}

// add enters the titles of the next row.
func (x *titles) add(m *Meeting) {
	from := x.build.Len()
	for i, r := range m.Reports {
		if i > 0 {
			x.build.WriteByte('\n')
		}
		x.build.WriteString(text.Fold(r.Article.Title))
	}
	x.folded = x.build.String()
	x.ends = append(x.ends, uint32(len(x.folded))) //nolint:gosec // titles of a timeline are far below 4 GB.
	x.pairs = append(x.pairs, signatureOf(x.folded[from:]))
}

// mark selects, among the rows of within, those whose titles contain v, which is folded.
func (x *titles) mark(out, within bitset, v string) {
	if v == "" {
		return
	}
	want := signatureOf(v)
	from := uint32(0)
	for row := range x.pairs {
		to := x.ends[row]
		if x.pairs[row].covers(&want) && within.has(int32(row)) && (len(v) == 1 && v[0] >= 'a' && v[0] <= 'z' || strings.Contains(x.folded[from:to], v)) {
			out.set(int32(row))
		}
		from = to
	}
}
