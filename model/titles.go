package model

import (
	"bytes"
	"iter"
	"slices"
	"strings"

	"entente/text"
)

// titles finds the meetings of which a report's title contains what somebody
// types. There are as many titles as articles and far fewer words: those are looked
// through, and each knows its rows.
type titles struct {
	words []byte   // every different word, folded, with a blank before and behind each
	ends  []uint32 // by word: where it ends, the blank behind it included

	said     []uint32 // the words of all rows' titles, one after another; 0 between two titles of a row
	saidEnds []uint32 // by row: where its words end

	rows     []int32          // the rows of each word, one word after another
	rowsEnds []uint32         // by word: where its rows end
	often    map[int32]bitset // instead, by word, where those are many
	letters  ['z' - 'a' + 1]bitset

	numbers map[string]uint32 // while titles are being entered
}

// titleEnd is the word between two titles of a row. It is in none.
const titleEnd = 0

// add enters the titles of the next row of so many.
func (x *titles) add(m *Meeting, rows int) {
	if x.numbers == nil {
		x.numbers = map[string]uint32{"\n": titleEnd}
		x.words, x.ends = []byte(" \n "), []uint32{3}
	}
	for i, r := range m.Reports {
		if i > 0 {
			x.said = foretold(x.said, len(x.saidEnds), rows)
			x.said = append(x.said, titleEnd)
		}
		for w := range strings.SplitSeq(text.Fold(r.Article.Title), " ") {
			x.said = foretold(x.said, len(x.saidEnds), rows)
			x.said = append(x.said, x.number(w))
		}
	}
	x.saidEnds = append(x.saidEnds, uint32(len(x.said))) //nolint:gosec // a dozen words a title.
}

func (x *titles) number(w string) uint32 {
	n, ok := x.numbers[w]
	if !ok {
		n = uint32(len(x.ends)) //nolint:gosec // fewer than all words of all titles.
		x.numbers[strings.Clone(w)] = n
		x.words = append(append(x.words, w...), ' ')
		x.ends = append(x.ends, uint32(len(x.words))) //nolint:gosec // as above.
	}
	return n
}

// foretold makes room in a column that n of so many rows are in, when it is full: as much as these
// foretell, for to double a hundred megabytes takes three hundred for a moment.
func foretold[T any](column []T, n, rows int) []T {
	const enough, more = 1000, 1.02
	if n < enough || len(column) < cap(column) {
		return column
	}
	left := float64(len(column)) / float64(n) * float64(rows-n) * more
	return append(make([]T, 0, len(column)+int(left)+enough), column...)
}

// end is to be called when all titles are in.
func (x *titles) end() {
	x.numbers = nil
	many := len(x.saidEnds) / bitShare
	last := make([]int32, len(x.ends)) // by word: the last row that it was seen in, from 1 on
	count := make([]int, len(x.ends))
	for row, said := range x.all() {
		for _, w := range said {
			if last[w] != row+1 {
				last[w], count[w] = row+1, count[w]+1
			}
		}
	}
	x.often, x.rowsEnds = map[int32]bitset{}, make([]uint32, len(x.ends))
	total := uint32(0)
	for w, n := range count {
		if n > many {
			x.often[int32(w)] = newBitset(len(x.saidEnds))
			n = 0
		}
		x.rowsEnds[w] = total // for now: where its next row goes
		total += uint32(n)
	}
	x.rows = make([]int32, total)
	clear(last)
	for row, said := range x.all() {
		for _, w := range said {
			switch often := x.often[int32(w)]; { //nolint:gosec // as above.
			case often != nil:
				often.set(row)
			case last[w] != row+1:
				last[w] = row + 1
				x.rows[x.rowsEnds[w]] = row
				x.rowsEnds[w]++
			}
		}
	}
	for i := range x.letters {
		x.letters[i] = newBitset(len(x.saidEnds))
		x.markWords(x.letters[i], []byte{byte('a' + i)})
	}
}

// all yields the words of each row.
func (x *titles) all() iter.Seq2[int32, []uint32] {
	return func(yield func(int32, []uint32) bool) {
		from := uint32(0)
		for row, to := range x.saidEnds {
			if !yield(int32(row), x.said[from:to]) {
				return
			}
			from = to
		}
	}
}

// mark selects the rows whose titles contain v, which is folded; those that are not in within may be left out.
func (x *titles) mark(out, within bitset, v string) {
	switch {
	case v == "" || len(x.ends) == 0:
	case len(v) == 1 && v[0] >= 'a' && v[0] <= 'z':
		out.or(x.letters[v[0]-'a'])
	case strings.Contains(v, " "):
		x.markPhrase(out, within, v)
	default:
		x.markWords(out, []byte(v))
	}
}

// markWords selects the rows of every word that contains part. A blank in it stands for the word's beginning or end.
func (x *titles) markWords(out bitset, part []byte) {
	for w := range x.having(part) {
		if often := x.often[w]; often != nil {
			out.or(often)
			continue
		}
		from := uint32(0)
		if w > 0 {
			from = x.rowsEnds[w-1]
		}
		for _, row := range x.rows[from:x.rowsEnds[w]] {
			out.set(row)
		}
	}
}

// having yields the words that contain part, which is not a mere blank.
func (x *titles) having(part []byte) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		w := 0
		for from := 0; ; {
			i := bytes.Index(x.words[from:], part)
			if i < 0 {
				return
			}
			// The word is the one in which the last byte of part stands, or the blank behind it. It is mostly near the one before.
			end := uint32(from + i + len(part)) //nolint:gosec // below the length of words.
			step := 1
			for w+step < len(x.ends) && x.ends[w+step] < end {
				w, step = w+step, step*2
			}
			near, _ := slices.BinarySearch(x.ends[w:min(w+step+1, len(x.ends))], end)
			w += near
			if w != titleEnd && !yield(int32(w)) { //nolint:gosec // a word's number.
				return
			}
			from = int(x.ends[w]) - 1 // the blank behind it is the one before the next
		}
	}
}

// markPhrase selects the rows that say several words one after another, of the first its end and of the last its beginning.
func (x *titles) markPhrase(out, within bitset, v string) {
	parts := strings.Split(v, " ")
	may := make([]bitset, len(parts)) // by part: the words that fit
	rows := slices.Clone(within)
	for i, p := range parts {
		if i > 0 {
			p = " " + p
		}
		if i < len(parts)-1 {
			p += " "
		}
		may[i] = newBitset(len(x.ends))
		if p == " " { // any word fits
			may[i].setRange(titleEnd+1, len(x.ends))
			continue
		}
		for w := range x.having([]byte(p)) {
			may[i].set(w)
		}
		some := newBitset(len(x.saidEnds))
		x.markWords(some, []byte(p))
		rows.and(some)
	}
	for _, row := range rows.rows(rows.count()) {
		from := uint32(0)
		if row > 0 {
			from = x.saidEnds[row-1]
		}
		said := x.said[from:x.saidEnds[row]]
		for at := 0; at+len(parts) <= len(said); at++ {
			fits := true
			for k := range parts {
				fits = fits && may[k].has(int32(said[at+k])) //nolint:gosec // a word's number.
			}
			if fits {
				out.set(row)
			}
		}
	}
}
