package extract

import "strings"

// mark is what some stages look for in words of which few texts have many: it stands with each word, and spares them a look at a table.
type mark uint32

const (
	markSense    mark = 1 << iota // may tell of no encounter: senses.tsv
	markSpot                      // tells of a place without naming it
	markTitle                     // may stand between a country and an office
	markGenre                     // typical of matches, plays and novels
	markTopic                     // a phrase that names a topic begins with it
	markWar                       // of the full-scale invasion
	markGiven                     // the full name of somebody begins with it
	markClass                     // of some class
	markForm                      // a form of several words, or of this one, may begin with it in small letters
	markDay                       // a day may be told with it, as with every figure
	markCalendar                  // a month or a weekday may begin with it, as a name
	markQuote                     // of a sentence: some of it stands in quotation marks
	markNews                      // what the news spoke of at some time begins with it
	markRound                     // what somebody works through who meets several
	markToo                       // says that somebody did what another did
	markHabit                     // tells of what is done often, or is only shown
	markApart                     // tells that people had to do with each other from afar
	markArrival                   // the ground on which a guest sets foot
	markSeveral                   // a number of talks or guests
	markSeat                      // says where somebody was while others talked
	markAsk                       // a clause of what is asked, said or since done begins with it
	markThat                      // the word itself, as are the next
	markFew                       // no, last, each, so: for each of these some one question looks
	markSeeing                    // see, sees
	markWho                       // who
	markHad                       // had, or what it is contracted with
	markSides                     // tells who received and who came
	markAnchor                    // some rule fits nowhere without it or others of its kind
	markWhole                     // it is a form by itself
)

// markNoted are the marks of words for which stages look in the whole text: they find them noted.
const markNoted = markDay | markCalendar | markGiven | markTopic | markNews | markWar

// markSets are the sets of words by the marks that tell that a text has one of them.
var markSets = []struct {
	mark mark
	set  *wordSet
}{{markTitle, titleWords}, {markRound, roundWords}, {markToo, tooVerbs}, {markHabit, habits}, {markHabit, everyWords}, {markHabit, fictions}}

// watched are more of them. Words that are in these alone get a mark and stay unknown: that no table knows a name tells something of it.
var watched = []struct {
	mark mark
	set  *wordSet
}{
	{markApart, apartWords},
	{markArrival, arrivalGrounds},
	{markSeveral, severalNumbers},
	{markSeat, seatVerbs},
	{markSeat, partWords},
	{markAsk, questionWords},
	{markAsk, contentWords},
	{markThat, setOf("that")},
	{markFew, setOf("no", "paths", "last", "each", "so")},
	{markSeeing, seeing},
	{markWho, setOf("who")},
	{markHad, setOf("had")},
}

// markWords sets the marks of all words, once all of them are known.
func (l *lexicon) markWords(rules *ruleTable) {
	for _, m := range markSets {
		for w := range m.set.words {
			first, _, _ := strings.Cut(w, " ")
			l.word([]byte(first))
		}
	}
	for _, w := range l.newsWords {
		l.word(w)
	}
	l.known = l.count
	for _, m := range watched {
		for w := range m.set.words {
			l.word(firstFolded(w))
		}
	}
	for _, w := range l.newsWords {
		if len(w) > 0 { // what begins with a sign of money: else all words that no table knows would be marked
			l.rows[l.word(w)].marks |= markNews
		}
	}
	for w, rows := range l.senses {
		if len(rows) > 0 {
			l.rows[w].marks |= markSense
		}
	}
	for w := range l.rows {
		p := l.rows[w].place
		if p&placeWords != 0 {
			l.rows[w].marks |= markSpot
		}
		if p&placeSides != 0 {
			l.rows[w].marks |= markSides
		}
	}
	for w, g := range l.genres {
		if g&(genreSport|genreFiction|genreLife) != 0 {
			l.rows[w].marks |= markGenre
		}
		if g&genreWar != 0 {
			l.rows[w].marks |= markWar
		}
	}
	for w, node := range l.topics.root {
		if node != 0 {
			l.rows[w].marks |= markTopic
		}
	}
	l.markForms()
	l.markSets(rules)
}

// markSets sets the marks that tell of one of a set of words, or of a rule.
func (l *lexicon) markSets(rules *ruleTable) {
	for w, set := range rules.anchor.at {
		if set != 0 {
			l.rows[w].marks |= markAnchor
		}
	}
	for _, m := range markSets {
		for w := range m.set.words {
			first, _, _ := strings.Cut(w, " ")
			l.rows[l.word([]byte(first))].marks |= m.mark
		}
	}
	for _, m := range watched {
		for w := range m.set.words {
			l.rows[l.word(firstFolded(w))].marks |= m.mark
		}
	}
}

// firstFolded is the first word of a phrase as a text's words are folded.
func firstFolded(phrase string) []byte {
	if n := strings.IndexAny(phrase, " -"); n > 0 {
		phrase = phrase[:n]
	}
	return foldWord(nil, phrase)
}

// markForms sets the marks that tell what a word is, or begins, in the lexicon.
func (l *lexicon) markForms() {
	for w := range l.rows {
		n := &l.nodes[l.rows[w].root] // of a word that begins nothing, the empty one
		l.rows[w].nexts = n.nexts
		if n.n > 0 || n.multi != 0 {
			l.rows[w].marks |= markWhole
		}
		if n.calendar {
			l.rows[w].marks |= markCalendar
		}
		if n.small {
			l.rows[w].marks |= markForm
		}
		if l.rows[w].cls != 0 {
			l.rows[w].marks |= markClass
		}
		if l.rows[w].cls&classDay != 0 {
			l.rows[w].marks |= markDay
		}
		if l.given.has(uint32(w)) {
			l.rows[w].marks |= markGiven
		}
	}
}
