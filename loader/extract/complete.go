package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// complete gives a frame with one side its other side: the people of the
// encounter told last, else whom the article is about. Who joined these talks joined those that were told last as held.
func (d *document) complete(f *frame, hero int32, pair, talks []int32) {
	if d.visitsHero(f, hero) { // the Secretary General of NATO was in Kyiv
		f.add(hero)
		f.filled = true
		f.weight += 3
		return
	}
	if len(f.people) == 0 {
		return
	}
	if len(talks) == 0 || f.status != model.StatusHeld {
		talks = pair
	}
	if f.rule.name == "join" && d.theseTalks(f) && f.joins(talks) { // both ministers sat in on the talks
		return
	}
	if d.international(f) {
		if strings.HasPrefix(f.rule.name, "visit") && d.guestsOnly(f) {
			f.weight -= 4 // two who came to Kyiv on one day need not have met each other
		}
		return
	}
	if f.rule.name == "join" && (d.joinsThing(f) || f.joins(pair)) {
		return
	}
	if d.withMany(f) || d.metOthers(f) || d.callOfMany(f) {
		return
	}
	one := f.people[0]
	if strings.HasPrefix(f.rule.name, "visit") || f.rule.name == "rang.capital" {
		d.completeVisit(f, one)
		return
	}
	if d.ofChamber(f) || f.rule.weight < 4 || f.left > 0 && f.left < len(f.people) && d.items[f.at].is(classReceive|classMeet|classSpeak) {
		return // he received her, talked to her, and both are of one country
	}
	d.completeTalk(f, hero, pair)
}

// ofChamber tells that all that somebody held or opened was a session, which may be one of a parliament.
func (d *document) ofChamber(f *frame) bool {
	w := &d.items[f.end-1]
	return f.rule.name == "hold.talks" && w.kind == itemWord && w.last-w.first == 1 && d.lower(w) == "session"
}

// completeTalk gives a frame of talks, of which one side is known, the other.
func (d *document) completeTalk(f *frame, hero int32, pair []int32) {
	party := d.partyOfPerson(&d.people[f.people[0]])
	if d.untoldBefore(f, party) || strings.HasSuffix(f.rule.name, ".guest") && d.guestBeside(f, party) || f.rule.name == "his.guest" {
		return
	}
	if strings.HasPrefix(f.rule.name, "turn") && d.ofPair(f, pair, party) {
		return // whom the one before him met
	}
	their := f.rule.name == "the.talks" && d.lower(&d.items[f.at+1]) == "their"
	if their && slices.Contains(pair, f.people[0]) && d.ofPair(f, pair, party) {
		f.far = true // she said after their talks
		return
	}
	if !f.has(hero) && hero >= 0 && d.partyOfPerson(&d.people[hero]) != party {
		f.add(hero)
		f.filled = true
		return
	}
	if !f.has(hero) {
		switch {
		case (their || f.rule.name == "received.by" && f.left == 0) && d.ofPair(f, pair, party):
			f.far, f.filled = their, !their // the visitor was received by the president as well
		case d.noteOfTalks(f) && (d.ofPair(f, pair, party) || f.added(d.mostNamed(party))):
			f.filled = true
		}
		return
	}
	if p := d.ofParagraph(f, party); p >= 0 {
		f.add(p)
		f.filled = true
		return
	}
	if d.ofPair(f, pair, party) {
		f.filled = true
		return
	}
	if f.at > 0 && d.lower(&d.items[f.at-1]) == "they" {
		return // they met where Biden went to school: he and others
	}
	if best := d.mostNamed(party); best >= 0 {
		f.add(best)
		f.filled = true
	}
}

// ofPair adds the one of those who met last who does not speak for a party.
func (d *document) ofPair(f *frame, pair []int32, party model.Party) bool {
	for _, p := range pair {
		if d.partyOfPerson(&d.people[p]) != party {
			f.add(p)
			return true
		}
	}
	return false
}

// ofParagraph is the only one of another party whom the paragraph names in front of a frame: The Dane. On a third chair sat Mette Frederiksen. In the talks
// with the president she spoke of aircraft. -1 for nobody, and where it names several.
func (d *document) ofParagraph(f *frame, party model.Party) int32 {
	one := int32(-1)
	for k := f.sent - 1; k >= 0 && d.sents[k].para == d.sents[f.sent].para; k-- {
		for _, p := range d.peopleIn(&d.sents[k]) {
			if q := d.partyOfPerson(&d.people[p]); q == party || q == "" || d.minor(&d.people[p]) {
				continue
			}
			if one >= 0 && one != p {
				return -1
			}
			one = p
		}
	}
	return one
}

// joins adds those whose talks somebody joined, and tells whether there were two at least.
func (f *frame) joins(talks []int32) bool {
	if len(talks) < 2 {
		return false
	}
	f.addAll(talks)
	return true
}

// mostNamed is whom the article names most, twice at least or in its title, of those who speak for another party; -1 for nobody.
func (d *document) mostNamed(party model.Party) int32 {
	best := int32(-1)
	for k := range d.people {
		p := &d.people[k]
		if q := d.partyOfPerson(p); q != party && q != "" && !d.minor(p) && (best < 0 || p.mentions > d.people[best].mentions) {
			best = int32(k)
		}
	}
	if best < 0 || d.people[best].mentions < 2 && !d.inTitle(best) {
		return -1
	}
	return best
}

// theseTalks tells that what a frame says somebody joined are the talks that the text has spoken of: sat in on the conversation, joined
// them, the meeting was attended by.
func (d *document) theseTalks(f *frame) bool {
	i, s := f.end, &d.sents[f.sent]
	if i < s.to && d.items[i].is(classIn|classAbout|classOf) {
		i++
	}
	if i+1 < s.to && d.items[i].is(classThe) && d.items[i].kind == itemWord && d.items[i+1].is(classTalk|classMeeting) && d.lower(&d.items[i]) != "a" {
		return true
	}
	alone := i == s.to || d.items[i].kind == itemPunct || d.items[i].is(classAnd)
	if i == f.end && (alone || likewiseWords.has(d.low(d.items[i].first))) && plainPart.has(d.lower(&d.items[f.at])) {
		return true // both took part and disagreed
	}
	if i < s.to && i == f.end && d.items[i].is(classPronoun) && d.lower(&d.items[i]) == "them" {
		return true
	}
	return f.end < s.to && d.items[f.end].is(classBy) && d.items[f.end].kind == itemWord && d.talksBefore(f, s)
}

// plainPart are words for taking part that need no object.
var plainPart = setOf("took part", "takes part", "participated", "was present", "were present", "sat in", "sat also", "also sat", "attended")

// joinable is what may stand for talks, or for those who hold them.
const joinable = classTalk | classMeeting | classCall | classGather | classMeet | classDiscuss | classPress |
	classPerson | classPronoun | classGroup | classGroup3 | classTable

// joinsThing tells that what a frame says somebody joined is neither talks nor people: joined the spouses' programme, took part in a march.
func (d *document) joinsThing(f *frame) bool {
	s, things := &d.sents[f.sent], 0
	for i := f.end; i < s.to && i < f.end+6 && !d.items[i].boundary() && d.items[i].kind != itemPunct; i++ {
		switch it := &d.items[i]; {
		case it.is(joinable) || tableWords.has(d.lower(it)):
			return false
		case it.kind == itemWord && it.cls == 0:
			things++
		case things > 0 && it.kind == itemWord && it.is(classIn|classOf|classTo|classWith):
			return true
		}
	}
	return things > 0
}

// talksBefore tells that the subject in front of a trigger is the talks at hand: the meeting was attended by, they were joined by.
func (d *document) talksBefore(f *frame, s *sentence) bool {
	for i := f.at - 1; i >= s.from && !d.items[i].boundary(); i-- {
		it := &d.items[i]
		if it.is(classTalk|classMeeting) && i > s.from && d.items[i-1].is(classThe|classHis) && d.lower(&d.items[i-1]) != "a" || d.lower(it) == "they" {
			return true
		}
		if it.is(classPerson) {
			return false
		}
	}
	return false
}

// withMany tells that the words of a trigger name its other side as many without a name: he hosts leaders on Thursday.
func (d *document) withMany(f *frame) bool {
	if len(f.people) > f.left || !strings.HasPrefix(f.rule.name, "receive") {
		return false
	}
	for i := f.at; i < f.end; i++ {
		if it := &d.items[i]; it.kind == itemRole && it.plural {
			return true
		}
	}
	return false
}

// metOthers tells that the words behind a trigger say whom somebody met, and name nobody of another country: met with the heads of the
// services, met his cabinet.
func (d *document) metOthers(f *frame) bool {
	s := &d.sents[f.sent]
	if len(f.people) > f.left || f.end >= s.to || !metRules.has(f.rule.name) {
		return false
	}
	from := f.end
	if w := d.lower(&d.items[from]); from+1 < s.to && (w == "there" || w == "here") {
		from++ // sat down there with five premiers
	}
	if f.rule.name == "hold.talks" {
		from = d.withAhead(s, from)
	}
	first := &d.items[from]
	if first.kind != itemWord || !first.is(classWith) && (f.rule.name != "meet" || !first.is(classHis|classThe)) {
		return false
	}
	for i := from; i < s.to && i < from+7 && d.items[i].kind != itemPunct && !d.items[i].is(classPerson); i++ {
		if outsideTalks.has(d.lower(&d.items[i])) {
			return true
		}
	}
	for i := from; i < s.to && i < from+7; i++ {
		it := &d.items[i]
		switch {
		case it.kind == itemPunct || it.boundary() || i > from && it.kind == itemWord && it.is(classIn|classOf):
			return i > from+1
		case it.kind == itemRole && it.plural && it.party == "": // the heads of
		case it.is(classPerson | classPronoun | classGroup | classGroup3 | classDay):
			return false
		case it.kind == itemCountry || it.kind == itemDemonym || it.kind == itemCity || it.kind == itemName || counterparts.has(d.low(it.last-1)):
			return false
		}
	}
	return true
}

// withAhead is the ‘with’ that stands some words behind item i, in the same clause: held a meeting on the harvest with his staff; i itself where none does.
func (d *document) withAhead(s *sentence, i int) int {
	for j := i; j < s.to && j < i+6 && !d.items[j].boundary() && d.items[j].kind != itemPunct && !d.items[j].is(classPerson); j++ {
		if it := &d.items[j]; it.kind == itemWord && it.is(classWith) {
			return j
		}
	}
	return i
}

// outsideTalks are people who act for no country.
var outsideTalks = setOf("presenter", "journalist", "journalists", "anchor", "reporter", "reporters", "correspondent", "correspondents", "interviewer", "students",
	"pupils", "voters", "families", "relatives", "soldiers", "troops", "veterans", "volunteers", "residents", "survivors", "workers", "fans", "supporters")

// metRules are the rules whose trigger may be followed by whom somebody met.
var metRules = setOf("meet", "the.talks", "hold.talks")

// ceremony tells that what the word at an item says somebody joined is an occasion where people of all countries stand side by side.
func (d *document) ceremony(s *sentence, at int) bool {
	for i := at + 1; i < s.to && i < at+7; i++ {
		if it := &d.items[i]; it.is(classTalk | classMeeting | classGather) {
			return false
		} else if ceremonies.has(d.lower(it)) {
			return true
		}
	}
	return false
}

var ceremonies = setOf("swearing-in", "swearing", "inauguration", "funeral", "ceremony", "reopening", "opening", "parade", "match", "concert", "mass", "service",
	"wedding", "coronation", "row", "rows", "stands", "pew", "pews", "grandstand", "tribune", "gallery", "coffin", "requiem", "spectators", "crowd",
	"premiere", "festival", "anniversary", "celebrations", "commemoration", "commemorations")

// aboveIn tells that somebody comes before another as the one who received: of higher rank, or named more often.
func (d *document) aboveIn(p *person, other int32) bool {
	q := &d.people[other]
	if a, b := d.minor(p), d.minor(q); a != b {
		return b
	}
	return p.mentions > q.mentions
}

// awayFrom tells that sentence k, or one of the three behind it, says of somebody that he was not in a town: he was abroad, he was
// in Innsbruck.
func (d *document) awayFrom(k int, p int32, city string) bool {
	to := d.sents[min(k+3, len(d.sents)-1)].to
	for i := d.sents[k].from; i < to; i++ {
		it := &d.items[i]
		if it.kind != itemPerson || it.ref != p || it.quoted || i+3 >= len(d.items) || !d.items[i+1].is(classBe) && !d.items[i+1].is(classVisit) {
			continue
		}
		n := &d.items[i+2]
		if n.kind == itemWord && (n.is(classAbsent|classNotHere) || awayWords.has(d.lower(n)) || n.is(classIn|classAbout) && awayWords.has(d.lower(&d.items[i+3]))) {
			return true
		}
		if d.items[i+1].is(classVisit) && d.items[i+1].is(classBe) {
			continue
		}
		if n.is(classIn) {
			n = &d.items[i+3]
		}
		if w := d.lower(&d.items[i+1]); city != "" && n.kind == itemCity && (w == "was" || w == "was in" || w == "is") && d.g.Cities[n.ref].Name != city {
			return true
		}
	}
	return false
}

// awayWords say that somebody is not at home.
var awayWords = setOf("abroad", "upcountry", "elsewhere", "away", "holiday", "holidays", "vacation", "leave")

// capital tells that a place is the capital of its country.
func (d *document) capital(p model.Place) bool {
	c := d.g.Country(p.Host)
	return c != nil && len(c.Capitals) > 0 && p.City == c.Capitals[0]
}

// ourPlace tells that a sentence of an address speaks of ‘our capital’ or ‘our country’.
func (d *document) ourPlace(k int) bool {
	s := &d.sents[k]
	for i := s.from + 1; i < s.to; i++ {
		if d.lower(&d.items[i-1]) == "our" {
			switch d.lower(&d.items[i]) {
			case "capital", "country", "state", "city", "land":
				return true
			}
		}
	}
	return false
}

// international tells that the frame's people speak for two parties at least.
func (d *document) international(f *frame) bool {
	if len(f.people) == 0 {
		return false
	}
	first := model.Party("")
	for _, p := range f.people {
		q := d.partyOfPerson(&d.people[p])
		if q == "" {
			continue
		}
		if first == "" {
			first = q
		} else if q != first {
			return true
		}
	}
	for _, q := range f.parties {
		if q != first {
			return true
		}
	}
	return false
}
