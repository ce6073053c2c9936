package extract

import (
	"math"
	"slices"
	"strings"

	"entente/loader/gazetteer"
	"entente/model"
)

// attends tells that the person at item i of a sentence may have been at the gathering: somebody in
// office, not quoted from afar, not said to be absent.
func (d *document) attends(s *sentence, i int) bool {
	it := &d.items[i]
	if it.kind != itemPerson || it.quoted || it.former {
		return false
	}
	p := &d.people[it.ref]
	if p.former || d.minor(p) || d.notInvited(s, i) || d.faraway(s, i) {
		return false
	}
	if o, ok := d.roleOf(p); ok {
		if o.Role == gazetteer.RoleOther && p.office == "" && !strings.Contains(o.Title, "vice president") {
			return false
		}
	} else if p.row >= 0 || p.party == "" || !highOffice(p) {
		return false
	}
	for j := i - 1; j >= s.from && j >= i-2; j-- {
		if b := &d.items[j]; b.kind == itemWord && (b.is(classAbout) && d.lower(b) != "on" || b.is(classThank|classFrom) || notActing.has(d.lower(b))) {
			return false
		}
	}
	if i+3 < s.to && d.lower(&d.items[i+1]) == "had" && d.items[i+2].is(classSay) && (d.items[i+3].is(classIn) || d.lower(&d.items[i+3]) == "that") {
		return false // had confirmed in Brussels that it was so
	}
	if d.absentBehind(s, i) || i > s.from && (!d.subjectPlace(s, i) || d.missing(s, i)) || d.greeter(s, i) {
		return false
	}
	if it.possessive {
		return i+1 < s.to && d.items[i+1].is(classTalk|classMeeting)
	}
	return true
}

// faraway tells that a sentence tells of somebody at home, or of what went on at the same time: in Riga the premier spoke of roads; meanwhile she
// opened a bridge. A town that title or lead name may be where all met.
func (d *document) faraway(s *sentence, i int) bool {
	if s.index <= 2 || s.zone != zoneProse || s.to-s.from < 3 {
		return false
	}
	if w := d.lower(&d.items[s.from]); w == "meanwhile" || w == "elsewhere" {
		return true
	}
	town := &d.items[s.from+1]
	if town.kind != itemCity || i > s.from+4 || !d.items[s.from].is(classIn|classFrom) || town.party != d.partyOfPerson(&d.people[d.items[i].ref]) {
		return false
	}
	for k := range d.sents {
		if t := &d.sents[k]; t.index > 2 {
			return true
		} else if slices.ContainsFunc(d.items[t.from:t.to], func(o item) bool { return o.kind == itemCity && o.ref == town.ref }) {
			return false
		}
	}
	return true
}

// denies tells that item i says of somebody that he was not there: did not come, will not be in Berlin. ‘Would not say’ is said by who is there.
func (d *document) denies(s *sentence, i int) bool {
	if !d.items[i].is(classNeg) {
		return false
	}
	for j := i + 1; j < s.to && j <= i+3; j++ {
		if it := &d.items[j]; it.is(classSay) && !it.is(classThank) || it.kind == itemWord && unsaid.has(d.lower(it)) {
			return false
		}
	}
	return true
}

// unsaid are words for what somebody who is there may not do: he chose not to comment.
var unsaid = setOf("say", "comment", "elaborate", "reply", "answer", "name", "disclose", "smile", "hide", "mince", "applaud", "sign")

// notActing are words behind which somebody is only spoken of.
var notActing = setOf("for", "after", "than", "like")

// subjectPlace tells that somebody stands where those who act stand, or in a list: behind a mark, ‘and’, ‘with’, ‘by’.
func (d *document) subjectPlace(s *sentence, i int) bool {
	p := &d.items[i-1]
	for i-1 > s.from && p.kind == itemWord && p.is(classThe|classSeparate) && d.lower(p) != "that" {
		i--
		p = &d.items[i-1]
	}
	if p.is(classAnd|classWith|classBetween|classBy|classGroup|classGroup3) || p.kind != itemWord || i-1 == s.from && p.is(classThe) {
		return true
	}
	if i-2 > s.from && d.lower(p) == "of" && d.lower(&d.items[i-2]) == "invitation" {
		return atInvitation.has(d.lower(&d.items[i-3])) || i-4 >= s.from && atInvitation.has(d.lower(&d.items[i-4]))
	}
	if d.behindPlace(s, i) {
		return true
	}
	if d.lower(p) == "did" {
		return i-3 > s.from && d.lower(&d.items[i-2]) == "so" // sat in, and so did he; but: So did he, an hour later
	}
	if d.lower(p) == "said" && i-2 > s.from && d.items[i-2].isPunct(',') {
		return true // half of it is gone, said Kallas
	}
	return p.is(classBe|classMeet|classReceive|classGreet|classJoin|classSeparate|classFuture) || actorWords.has(d.lower(p)) || numberWords[d.lower(p)] > 0
}

// atInvitation stand in front of the invitation of a host whose guests came.
var atInvitation = setOf("at", "on", "upon", "following")

// actorWords may stand in front of somebody who acts or takes part.
var actorWords = setOf(
	"as", "that", "whom", "when", "where", "while", "then", "also", "here", "there", "yesterday", "today", "both",
	"were", "was", "had", "sat", "sits", "sit", "host", "sent",
	"prime ministers", "foreign ministers", "defence ministers", "defense ministers", "kings", "hosts", "guests",
	"leaders", "presidents", "premiers", "ministers", "president", "chief", "including",
	"among", "saw", "brought", "together", "sat", "sits", "stood", "stands",
	"table", "left", "right", "night", "morning", "evening", "afternoon", "how", "why", "if", "because", "since", "though", "although",
)

// highOffice tells that a person whom no table knows holds an office that leads a delegation.
func highOffice(p *person) bool {
	switch p.office {
	case "president", "prime minister", "foreign minister", "defence minister", "secretary general", "king", "EU chief", "vice president", "crown prince":
		return true
	}
	return false
}

// longList returns a sentence high up that lists people of four parties, or -1.
func (d *document) longList() int {
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneProse || s.index > 9 || s.named < 4 || d.fromAfar(s, 0) || d.meantToBe(s) || d.oneAfterOther(s) || d.byTheHour(s) {
			continue
		}
		parties := map[model.Party]bool{}
		for i := s.from; i < s.to; i++ {
			if d.attends(s, i) {
				parties[d.partyOfPerson(&d.people[d.items[i].ref])] = true
			}
		}
		if len(parties) >= 4 {
			return k
		}
	}
	return -1
}

// attendants gathers whom title and text name as taking part in the gathering that the article is about.
func (d *document) attendants(frames []frame, sent int, days span) []int32 {
	var people []int32
	day := int32(-1)
	if sent >= 0 {
		day = d.weekdayIn(&d.sents[sent])
	}
	other := -1 // the paragraph that goes on about a later day: tomorrow in Brussels
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneProse && s.zone != zoneTitle || s.index > 40 {
			continue
		}
		switch told, after := d.dayNamed(k, days); {
		case told && after:
			other = s.para
		case told:
			other = -1
		case s.para == other:
			continue
		}
		if !s.kinds.has(kindPerson) {
			continue
		}
		if w := d.weekdayIn(s); w >= 0 && day >= 0 && w != day {
			continue // on Tuesday it was Brussels
		}
		for i := s.from; i < s.to; i++ {
			if d.attends(s, i) && !slices.Contains(people, d.items[i].ref) && !d.otherDay(k, i, days) {
				people = append(people, d.items[i].ref)
			}
		}
	}
	away := d.stayedAway(math.MaxInt)
	people = slices.DeleteFunc(people, func(p int32) bool {
		return d.ownAudience(p, people, frames) || d.onlyBeside(p, people, frames, sent) ||
			d.atWar(p, people) || onlyAhead(p, frames) || d.commentator(p, people) || d.homeVoice(p, people) || slices.Contains(away, p)
	})
	return d.seated(people, sent)
}

// onlyAhead tells that somebody is told to meet one of the others in the next days, and nothing of him that was: before that he sees the president of the island.
func onlyAhead(p int32, frames []frame) bool {
	ahead := false
	for k := range frames {
		f := &frames[k]
		if !f.has(p) || f.rule.weight < 3 {
			continue
		}
		if f.status != model.StatusPlanned {
			return false
		}
		ahead = ahead || f.rule.weight >= plainly && len(f.people) == 2
	}
	return ahead
}

// ownAudience tells that somebody is named only for an audience beside the
// gathering: a monarch who received one of the guests, while his government had the chair, and those of his house.
func (d *document) ownAudience(p int32, people []int32, frames []frame) bool {
	party := d.partyOfPerson(&d.people[p])
	if !monarchies[party] || !d.reigns(p) {
		return false
	}
	if !slices.ContainsFunc(people, func(q int32) bool { return q != p && !d.reigns(q) && d.partyOfPerson(&d.people[q]) == party }) {
		return false
	}
	for k := range frames {
		f := &frames[k]
		if !f.has(p) || f.rule.weight < 3 || d.sents[f.sent].zone == zoneTitle {
			continue
		}
		guests := 0
		for _, q := range f.people {
			if !d.reigns(q) {
				guests++
			}
		}
		if guests <= 2 {
			return true
		}
	}
	return false
}

// reigns tells that somebody is a monarch, or of a monarch's house.
func (d *document) reigns(p int32) bool {
	who := &d.people[p]
	if o, ok := d.roleOf(who); ok {
		switch {
		case o.Role != gazetteer.RoleOther:
			return o.Role == gazetteer.RoleHeadOfState && monarchies[o.Party]
		case royalTitles.has(o.Title):
			return true
		}
	}
	return who.office == "king" || who.office == "crown prince"
}

// royalTitles are the titles of a monarch's house.
var royalTitles = setOf("queen", "empress", "princess", "prince", "crown prince", "crown princess")

// enemies are parties whose leaders stand in reports of one gathering without sitting at one table.
var enemies = map[model.Party][]model.Party{"UA": {"RU", "BY"}, "RU": {"UA"}, "BY": {"UA"}}

// atWar tells that somebody is named beside an enemy of whom the article says more, or as much and before.
func (d *document) atWar(p int32, people []int32) bool {
	own := d.partyOfPerson(&d.people[p])
	enemy := enemies[own]
	if len(enemy) == 0 {
		return false
	}
	mine, theirs, before := 0, 0, false
	for _, q := range people {
		switch party := d.partyOfPerson(&d.people[q]); {
		case slices.Contains(enemy, party):
			theirs += d.people[q].mentions
			before = before || d.people[q].first < d.people[p].first
		case party == own:
			mine += d.people[q].mentions
		}
	}
	return theirs > mine || theirs == mine && before
}

// delegations lists the parties that were at a gathering and are named without
// a name: the heads of state of Montenegro and North Macedonia, the prime minister of
// Bulgaria; Türkiye and Moldova sent ministers.
func (d *document) delegations(known map[model.Party]bool) []model.Party {
	var out []model.Party
	add := func(p model.Party) {
		if p != "" && !known[p] {
			known[p] = true
			out = append(out, p)
		}
	}
	for k := range d.sents {
		s := &d.sents[k]
		if s.zone != zoneProse || s.index > 20 || s.cls&classAbsent != 0 {
			continue
		}
		n := 0
		for i := s.from; i < s.to && s.kinds.has(kindPerson); i++ {
			if d.attends(s, i) {
				n++
			}
		}
		for i := s.from; i < s.to; i++ {
			switch it := &d.items[i]; {
			case it.kind == itemCountry:
				d.sentMinisters(s, i, add)
			case s.cls&(classJoin|classGather|classTable) != 0 && d.delegatesOf(s, i):
				d.leadersOf(s, i+1, add)
			case n < 2 || it.quoted:
			case it.kind == itemRole && it.plural || it.kind == itemWord && it.is(classGroup|classGroup3) && i+1 < s.to && d.items[i+1].is(classOf):
				d.leadersOf(s, i, add)
			case it.kind == itemRole && it.party != "" && it.office != 0 && !it.former && !it.possessive && d.leads(it) &&
				i > s.from && (d.items[i-1].is(classAnd|classThe) || d.items[i-1].isPunct(',')) && d.whoIs(it) < 0:
				add(it.party)
			}
		}
	}
	return out
}

// delegatesOf tells that item i is those who came for the countries behind it: delegations from, ministers of.
func (d *document) delegatesOf(s *sentence, i int) bool {
	it := &d.items[i]
	return it.kind == itemWord && delegateWords.has(d.lower(it)) && !it.quoted && i+1 < s.to && d.items[i+1].is(classFrom|classOf)
}

// leads tells that a role is an office that leads a delegation.
func (d *document) leads(it *item) bool {
	switch d.lex.offices[it.office-1].role {
	case gazetteer.RoleHeadOfState, gazetteer.RoleHeadOfGovernment, gazetteer.RoleForeignMinister, gazetteer.RoleDefenceMinister:
		return true
	case gazetteer.RoleOther, gazetteer.RoleOrganisation:
	}
	return false
}

// leadersOf reads the countries behind ‘the presidents of’.
func (d *document) leadersOf(s *sentence, i int, add func(model.Party)) {
	add(d.items[i].party)
	for j := i + 1; j < s.to; j++ {
		it := &d.items[j]
		switch {
		case it.kind == itemCountry && !d.isBody(it.party):
			add(it.party)
		case it.isPunct(',') || it.kind == itemWord && it.is(classOf|classAnd|classThe) && !it.boundary():
		default:
			return
		}
	}
}

// sentMinisters reads ‘A, B and C sent ministers’ from the first country on.
func (d *document) sentMinisters(s *sentence, i int, add func(model.Party)) {
	j := i
	for j < s.to && (d.items[j].kind == itemCountry || d.items[j].isPunct(',') || d.items[j].is(classAnd)) {
		j++
	}
	if j+1 >= s.to || !sentVerbs.has(d.lower(&d.items[j])) {
		return
	}
	for k := j + 1; k < s.to && k <= j+3; k++ {
		if it := &d.items[k]; it.kind == itemRole && it.plural || delegateWords.has(d.lower(it)) {
			for ; i < j; i++ {
				if d.items[i].kind == itemCountry && !d.isBody(d.items[i].party) {
					add(d.items[i].party)
				}
			}
			return
		}
	}
}

var (
	sentVerbs     = setOf("sent", "were", "dispatched", "made", "settled")
	delegateWords = setOf("ministers", "delegations", "envoys", "representatives", "represented", "ambassadors", "deputies", "officials", "secretaries")
)
