package extract

import (
	"fmt"
	"strconv"
	"strings"
)

// sense is a row of senses.tsv: what stands beside a word that tells of no encounter then. ‘Came’ is a visit, ‘came under
// pressure’ is none.
type sense struct {
	reach  int  // items behind the word, or in front of it where the number is negative
	behind bool // counted from the person behind the word: saw him as a rival
	others *wordSet
}

// readSenses gives words what shows that they mean something else.
func (l *lexicon) readSenses() error {
	l.senses = make([][]sense, l.count+1)
	return eachRow("senses.tsv", 3, func(_ int, c []string) error {
		where, behind := strings.CutPrefix(c[1], "P")
		n, err := strconv.Atoi(where)
		if err != nil {
			return fmt.Errorf("where: %w", err)
		}
		row := sense{reach: n, behind: behind, others: setOf(strings.Split(c[2], ";")...)}
		for form := range strings.SplitSeq(c[0], ";") {
			w := int(l.word(foldWord(nil, form)))
			for len(l.senses) <= w {
				l.senses = append(l.senses, nil)
			}
			l.senses[w] = append(l.senses[w], row)
		}
		return nil
	})
}

// otherSenses takes from words that mean something else here what they are for the rules.
func (d *document) otherSenses() {
	const none = ^(classEncounter | classHold | classSpeak | classDiscuss | classPhone | classPhoned | classJoin | classCallOn | classRule)
	for k := range d.sents {
		s := &d.sents[k]
		if s.marks&markSense == 0 && s.cls&classCallOn == 0 {
			continue
		}
		other := false
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			if it.is(classCallOn) && i+1 < s.to && d.items[i+1].tellsDay() { // in a call on Tuesday: no visit
				it.last, it.cls = it.first+1, d.lex.rows[it.word].cls
				other = true
			}
			if it.marks&markSense == 0 || it.kind != itemWord || it.last-it.first > 1 {
				continue
			}
			if d.awaitsHim(s, i) {
				it.cls &^= classFuture
				other = true
				continue
			}
			for r := range d.lex.senses[it.word] {
				if d.otherSense(&d.lex.senses[it.word][r], s, i) {
					it.cls &= none
					it.word = 0
					other = true
					break
				}
			}
		}
		if other {
			d.survey(s)
		}
	}
}

// awaitsHim tells that ‘awaited’ at item i is what somebody did who was there: she awaited him at the gate. Who is awaited is yet to come.
func (d *document) awaitsHim(s *sentence, i int) bool {
	if !d.items[i].is(classFuture) || d.lower(&d.items[i]) != "awaited" || i+1 >= s.to || i == s.from || d.items[i-1].is(classBe) {
		return false
	}
	return d.items[i+1].is(classPerson | classPronoun | classGroup | classGroup3 | classThe)
}

// otherSense tells that what stands beside item i shows the other sense of its word.
func (d *document) otherSense(r *sense, s *sentence, i int) bool {
	if r.reach < 0 {
		for j := i - 1; j >= s.from && j >= i+r.reach; j-- {
			if r.others.has(d.lower(&d.items[j])) {
				return true
			}
		}
		return false
	}
	met := !r.behind
	n := r.reach
	for j := i + 1; j < s.to && n > 0; j++ {
		it := &d.items[j]
		switch {
		case it.kind == itemPunct || it.is(classPerson) && met:
			return false
		case it.is(classPerson | classPronoun):
			met = true
		case met:
			if n--; r.others.has(d.low(it.first)) || r.others.has(d.low(it.last-1)) {
				return true
			}
		case j > i+3:
			return false
		}
	}
	return false
}

// tellsDay tells that an item may begin a day: a weekday, a month, a number.
func (it *item) tellsDay() bool {
	return it.kind == itemWeekday || it.kind == itemMonth || it.kind == itemNumber
}
