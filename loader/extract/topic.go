package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// maxTopics is how many topics the table may hold: their scores stand in an array.
const maxTopics = 64

// topicTable finds the phrases of topics.tsv in an article: a trie over word
// numbers, of its own, so that what an encounter was about never changes how its people are read.
type topicTable struct {
	names []string
	root  []uint32 // by word: the node of phrases that begin with it
	edges edgeTable
	out   [][]uint16 // by node: the topics whose phrase ends here
}

// readTopics enters the phrases. A last word that does not end in s is entered with one too.
func (l *lexicon) readTopics() (*topicTable, error) {
	t := &topicTable{edges: newEdgeTable(1 << 8), out: make([][]uint16, 1)}
	err := eachRow("topics.tsv", 2, func(_ int, c []string) error {
		if len(t.names) == maxTopics {
			return fmt.Errorf("more than %d topics", maxTopics)
		}
		n := uint16(len(t.names)) //nolint:gosec // some dozens.
		t.names = append(t.names, c[0])
		for phrase := range strings.SplitSeq(c[1], ";") {
			t.enter(l, phrase, n)
			if !strings.HasSuffix(phrase, "s") {
				t.enter(l, phrase+"s", n)
			}
		}
		return nil
	})
	return t, err
}

func (t *topicTable) enter(l *lexicon, phrase string, topic uint16) {
	var buf [64]byte
	node := uint32(0)
	for i := 0; i < len(phrase); {
		n, ok := letterAt(phrase, i)
		if !ok {
			i += max(n, 1)
			continue
		}
		end, next, _ := wordEnd(phrase, i)
		w := l.word(foldWord(buf[:], phrase[i:end]))
		if t.root == nil {
			t.root = make([]uint32, l.count+1, l.count+512)
		}
		for int(w) >= len(t.root) {
			t.root = append(t.root, 0)
		}
		at := &t.root[w]
		if node != 0 {
			at = t.edges.slot(node, w)
		}
		if *at == 0 {
			*at = uint32(len(t.out)) //nolint:gosec // some hundreds.
			t.out = append(t.out, nil)
		}
		node, i = *at, next
	}
	t.out[node] = append(t.out[node], topic)
}

// What a mention is worth by where it stands, what a topic needs and how many
// topics a report lists at most. One mention far down is background.
const (
	topicInTitle = 3
	topicEarly   = 2 // before the background with which an article ends, or in a sentence that names somebody
	topicLate    = 1
	earlyTopics  = 6 // so many sentences are early at least, and two thirds of a longer text
	leastTopic   = 2
	mostTopics   = 8
)

// topicFound is a topic with the words that named it first.
type topicFound struct {
	name        string
	first, last int // tokens, last exclusive
}

// mentions counts what a text says of the topics.
type mentions struct {
	score [maxTopics]int32
	seen  [maxTopics]int32 // the last sentence that named the topic, plus one
	first [maxTopics]int32 // token where it was named first; of what has been seen alone, as is the next
	last  [maxTopics]int32
	found []topicFound
}

// topicsOf finds what the sentences that belong to one report are about, the
// most told first. A topic counts once a sentence. Without owners all sentences belong to it.
func (d *document) topicsOf(owner []int, report int) []topicFound {
	m := &d.mentions
	clear(m.score[:])
	clear(m.seen[:])
	early := 0
	for k := range d.sents {
		early = max(early, d.sents[k].index)
	}
	early = max(earlyTopics, early*2/3)
	for k := range d.sents {
		s := &d.sents[k]
		if k < len(owner) && owner[k] != report {
			continue
		}
		switch {
		case s.zone == zoneTitle:
			d.count(m, k, topicInTitle)
		case s.zone != zoneProse:
		case s.index <= early:
			d.count(m, k, topicEarly)
		default:
			d.count(m, k, topicLate)
		}
	}
	return d.lex.topics.best(m)
}

// namesSomebody tells that a sentence speaks of a person, so that it is no mere background.
func (d *document) namesSomebody(s *sentence) bool {
	return slices.ContainsFunc(d.items[s.from:s.to], func(it item) bool { return it.kind == itemPerson })
}

// count adds the phrases of a sentence, each topic once.
func (d *document) count(m *mentions, sent int, worth int32) {
	t, s, mark := d.lex.topics, &d.sents[sent], int32(sent+1) //nolint:gosec // articles are capped far below 2 GB, as below.
	for _, k := range d.notedIn(s) {
		if d.tokens[k].marks&markTopic == 0 {
			continue
		}
		i := int(k)
		for node, j := t.root[d.tokens[i].word], i+1; node != 0; j++ {
			for _, n := range t.out[node] {
				if m.seen[n] == mark {
					continue
				}
				if m.seen[n] == 0 {
					m.first[n], m.last[n] = k, int32(j) //nolint:gosec // as above.
				}
				m.seen[n] = mark
				if worth == topicLate && d.namesSomebody(s) {
					worth = topicEarly
				}
				m.score[n] += worth
			}
			if j >= s.last || d.tokens[j].is(flagPunct) {
				break
			}
			node = t.edges.next(node, d.tokens[j].word)
		}
	}
}

// best lists the topics with the highest scores, of equal ones the first in the table. The list lasts until the next one is made.
func (t *topicTable) best(m *mentions) []topicFound {
	var room [maxTopics]int
	rows := room[:0]
	for n := range t.names {
		if m.score[n] >= leastTopic {
			rows = append(rows, n)
		}
	}
	slices.SortStableFunc(rows, func(a, b int) int { return cmp.Compare(m.score[b], m.score[a]) })
	rows = rows[:min(len(rows), mostTopics)]
	m.found = m.found[:0]
	for _, n := range rows {
		m.found = append(m.found, topicFound{t.names[n], int(m.first[n]), int(m.last[n])})
	}
	return m.found
}
