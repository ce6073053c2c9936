package extract

import (
	"entente/loader/gazetteer"
	"entente/model"
)

// document is an article while it is read. Its slices are reused from one article to the next.
type document struct {
	lex       *lexicon
	g         *gazetteer.Gazetteer
	text      string
	offset    int // bytes of a headline that was put in front of the article's text
	lines     []line
	layout    layout
	tokens    []token
	sents     []sentence
	items     []item
	people    []person
	strangers int     // how many people have been met whom no table knows
	named     []int32 // people of the gazetteer whom the article names in full
	dates     []dateExpr
	headings  []int   // dates that stand as headings inside the text
	marked    mark    // the marks of the words of a sentence that is being cut
	noted     []int32 // tokens with one of markNoted
	stamping  bool    // the dates of a stamp are being read
	line      int     // the date of the first dateline; -1 for none
	years     map[yearKey]yearFound
	signs     yearSigns
	parties   map[model.Party]bool // whether the text names them, as far as was asked
	frames    []frame              // of the article read last: room for the next
	spots     []spot               // every place that the text names
	places    []candidate          // of the event that is being placed
	headed    bool                 // the headline or heading above is one of what is to come: the week ahead
	aheadAt   int                  // the last sentence that tells in the present of a day to come; -1 for none
	hero      int32                // whom the article names most; -1 for nobody
	speaker   int32                // who says I and we; -1 for nobody
	stamp     stamp                // the date taken for the publication day; its expr is -1 where the text has none
	dated     bool                 // the publication day was told beside the text
	today     model.Date           // the day from which offices are judged until the publication day is known
	buf       [128]byte
	facts     []sentFacts // by sentence
	crowd     []int32     // the people of all sentences
	told      int         // frames that stand in the order of the text
	published struct {
		best  stamp
		all   []stamp
		known bool
	}
	genre struct { // how many words of other kinds of article it uses
		genreCounts
		known bool
	}
	voices    []int32 // by sentence: who speaks in a transcript; empty until somebody asks
	gathering struct {
		score, sent, at int
		known           bool
	}
	mentions     mentions
	kept         peopleRoom   // room for what frames and events list of people
	recent       []int32      // likewise for the people by last mention
	heard        []event      // the events of the article read last: room for the next
	weighedSites []siteRead   // likewise
	around       surroundings // of the encounter that the article is about
	weighedDays  []dayRead    // of the encounter that the article is about
	weighedSeats []signSet    // of everybody named, where several met
	table        tableIs      // at which they were
	weighed      []int        // frames by weight
	bytes        []byte       // the text in small letters, with some bytes of padding behind it
	small        string       // the same: the small form of a piece of the text stands at the same place
}
