package extract

import (
	"slices"
	"strings"

	"entente/model"
)

// frame is one place in the text that tells of an encounter: a rule's trigger with its arguments.
type frame struct {
	rule     *rule
	sent     int
	at, end  int           // items of the trigger
	people   []int32       // indexes in document.people, in order of the text
	parties  []model.Party // of people whom the text gives by office only
	kind     model.Kind
	status   model.Status
	weight   int
	date     int // index in document.dates, -1 for none
	own      int // likewise plus one: the date of one of several encounters of a sentence; 0 for none
	doubtful bool
	relative bool   // stands in a relative clause: who met her in Rome, …
	back     bool   // told as what was before
	spokenOf bool   // talks of one of them of which the other was told: informed her about his talks with him
	group    bool   // ‘the two leaders’: who they are was taken from what stands before
	far      bool   // a pronoun stands for somebody whom another sentence names
	filled   bool   // one side was taken from the context
	first    bool   // told in quotation marks by one of the sides: I met her today
	left     int    // how many of the people stand in front of the trigger
	apart    bool   // told as beside a gathering: on the margins, by themselves
	beside   bool   // told of each of several: she sat down with each of her guests
	town     string // the town in the heading of its section
	thenAt   int    // the item that names him
	room     *peopleRoom
	then     int32 // somebody of the list whom the same subject met apart: and, separately, her; -1 for nobody
}

func (f *frame) has(p int32) bool { return slices.Contains(f.people, p) }

// peopleRoom is where short lists of people stand that last as long as the article is read.
type peopleRoom struct{ all []int32 }

// list makes an empty list with room for n people.
func (r *peopleRoom) list(n int) []int32 {
	if r == nil {
		return make([]int32, 0, n)
	}
	at := len(r.all)
	if at+n > cap(r.all) { // those before keep theirs
		at, r.all = 0, make([]int32, 0, max(256, 2*cap(r.all)))
	}
	r.all = r.all[:at+n]
	return r.all[at : at : at+n]
}

// copy is a list of people of its own.
func (r *peopleRoom) copy(people []int32) []int32 {
	return append(r.list(len(people)), people...)
}

// mostlyTold is how many people a frame has at most, mostly.
const mostlyTold = 4

func (f *frame) add(p int32) {
	if p < 0 || f.has(p) {
		return
	}
	if f.people == nil {
		f.people = f.room.list(mostlyTold)
	}
	f.people = append(f.people, p)
}

func (f *frame) addAll(people []int32) {
	for _, p := range people {
		f.add(p)
	}
}

// focus is whom the text speaks of at the moment.
type focus struct {
	subject   int32   // who acted last; -1 for nobody
	recent    []int32 // people by last mention, the latest first
	pair      []int32 // the people of the encounter told last
	pairSent  int     // the sentence and the kind of that encounter
	pairKind  model.Kind
	apartSent int     // the sentence that told of encounters one after the other; -1 for none
	list      []int32 // the people of the list told last: A, B and C; and its sentence
	listSent  int
	series    series
	town      string  // the town in the heading of the section
	came      int32   // of whom the text said last that he came; -1 for nobody
	round     []int32 // the people of the longest list that was told, or of the largest encounter
}

func (f *focus) mention(p int32) {
	i := slices.Index(f.recent, p)
	if i < 0 {
		i = len(f.recent)
		f.recent = append(f.recent, p)
	}
	copy(f.recent[1:i+1], f.recent[:i])
	f.recent[0] = p
}

// gathered notes people who sat at one table, three or more.
func (f *focus) gathered(people []int32) {
	if len(people) >= 3 && len(people) > len(f.round) {
		f.round = people
	}
}

// findFrames walks the text and fills every trigger's places.
func (d *document) findFrames(rules *ruleTable) []frame {
	out := d.frames[:0]
	fo := focus{subject: -1, came: -1, apartSent: -1, recent: d.recent[:0]}
	d.kept.all = d.kept.all[:0]
	d.aheadAt, d.headed = -1, false
	for k := range d.sents {
		s := &d.sents[k]
		d.anew(k, &fo)
		if s.zone == zoneHeading {
			fo.town = d.townIn(s)
		}
		if s.zone == zoneTitle || s.zone == zoneHeading {
			d.headed = d.headsAhead(s)
		}
		if s.zone == zoneStamp && !d.headline(s) || s.zone == zoneTail || s.zone == zoneHeading && !d.headsSection(k) {
			continue
		}
		if d.fieldOf(s) == fieldWho { // a frame is large: none is made where nothing can come of it
			if f, ok := d.listedIn(s, k); ok {
				out = append(out, f)
				fo.pair, fo.pairSent, fo.pairKind = d.kept.copy(f.people), k, f.kind
				fo.gathered(fo.pair)
			}
		}
		if len(out) > 0 && s.marks&markFew != 0 {
			if f, ok := d.likewise(s, k, out); ok {
				out = append(out, f)
			}
		}
		out = d.triggers(rules, s, k, out, &fo)
		out = d.untriggered(s, k, out, &fo)
		if s.named == 0 {
			continue
		}
		d.refocus(s, &fo)
		if list := d.listIn(s.from, s.to); len(list) >= 2 {
			fo.list, fo.listSent = d.withLeader(s, list), k
			fo.gathered(list)
		} else if two := d.travelled(s, fo.subject); two != nil {
			fo.list, fo.listSent = two, k
		} else if two := d.bothOf(s); two != nil {
			fo.list, fo.listSent = two, k
		}
	}
	d.recent = fo.recent
	d.index(out)
	return out
}

// untriggered adds the frames of what a sentence tells without a trigger.
func (d *document) untriggered(s *sentence, k int, out []frame, fo *focus) []frame {
	if s.named <= 1 {
		if f, ok := d.unnamed(s, k, fo); ok {
			return append(out, f)
		}
	}
	if s.named == 0 {
		return out
	}
	if len(out) > 0 && s.marks&markToo != 0 {
		if f, ok := d.didToo(s, k, out); ok {
			out = append(out, f)
		}
	}
	if s.named < 2 {
		return out
	}
	if f, ok := d.together(s, k, out); ok {
		out = append(out, f)
		if len(fo.pair) == 0 {
			fo.pair, fo.pairSent, fo.pairKind = d.kept.copy(f.people), k, f.kind
		}
	}
	return out
}

// triggers adds the frames of a sentence's triggers, and of the series of which it names one.
func (d *document) triggers(rules *ruleTable, s *sentence, k int, out []frame, fo *focus) []frame {
	met, last, live := -1, s.from, ruleSet{}
	if s.cls&rules.starts != 0 {
		live, last = rules.live(d, s), s.to
	}
	for i := s.from; i < last; i++ {
		it := &d.items[i]
		if it.cls&rules.starts == 0 {
			continue
		}
		if it.is(classSeries) && !it.quoted || it.is(classRule) && it.marks&markSeeing != 0 && seeing.has(d.lower(it)) {
			met = i
		}
		if r, end := d.bestRule(rules, live, i, s); r != nil && (s.zone != zoneHeading || r.weight >= 5) {
			f := frame{rule: r, sent: k, at: i, end: end, date: -1, then: -1, kind: r.kind, weight: r.weight, room: &d.kept}
			out = d.fill(out, f, s, fo)
		}
	}
	if fo.series.open || s.named > 0 && len(out) > 0 {
		if f, ok := d.nextInSeries(s, k, fo, out); ok {
			out = slices.DeleteFunc(out, func(o frame) bool { return o.sent == k && o.rule.weight < seriesRule.weight }) // after her came B: he did not come to her
			return append(out, f)
		}
	}
	if met < 0 && s.cls&(classThe|classHis) != 0 {
		met = d.rounds(s)
	}
	if met >= 0 {
		d.opensSeries(s, k, met, fo)
	}
	return out
}

// fill finds whom a trigger tells of and adds its frame, and a second one for
// whom the same subject met apart.
func (d *document) fill(out []frame, f frame, s *sentence, fo *focus) []frame {
	d.arguments(&f, s, fo)
	d.withoutSpouses(&f)
	d.factuality(&f, s)
	f.apart = d.setAside(&f, s)
	if f.left == 0 && (f.rule.name == "expects" || d.othersCome(&f, s)) {
		return out // the papers expect him in Rome
	}
	if (f.rule.name == "expected.by" || f.rule.name == "on.programme") && f.status == model.StatusHeld {
		f.status = model.StatusPlanned
	}
	if f.rule.name == "join" && d.joinsGathering(&f, s) {
		f.weight -= 4 // he took part in the summit that she hosted
	}
	if d.onlyWelcomed(&f, s) {
		f.weight -= 5
		if !d.international(&f) {
			return out
		}
	}
	f.town = fo.town
	if len(f.people)+len(f.parties) > 0 {
		out = append(out, f)
		if len(f.people) >= 2 {
			fo.pair, fo.pairSent, fo.pairKind = d.kept.copy(f.people), f.sent, f.kind
			fo.gathered(fo.pair)
		}
	}
	out = d.withNext(out, &f, s)
	all := d.each(&f, s)
	if len(all) == 0 {
		all = d.apart(&f, s)
	}
	if len(all) == 0 {
		all = d.oneByOne(&f, s, fo)
	}
	if len(all) > 0 {
		_, others := f.sides()
		out = slices.DeleteFunc(out[:len(out)-1], func(o frame) bool {
			return o.sent == f.sent && (o.rule.weight < 6 && len(o.people) > 2 || f.left > 1 && allIn(o.people, others))
		})
		out = append(out, all...)
		fo.apartSent = f.sent
		if f.left == 1 {
			fo.series = series{open: true, who: f.people[0], sent: f.sent, status: f.status, doubtful: f.doubtful}
		}
	} else if fo.apartSent == f.sent && f.rule.weight < 6 && len(f.people) > 1 {
		return out[:len(out)-1] // the guests' names beside each other: they met apart
	}
	if f.then >= 0 && f.left > 0 {
		g := f
		g.people, g.parties, g.then, g.at, g.end = append(slices.Clone(f.people[:f.left]), f.then), nil, -1, f.thenAt, f.thenAt+1
		out = append(out, g)
	}
	return out
}

// apart makes a frame for each of those whom one person met one after the other, or in separate talks; none where
// the words do not say so.
func (d *document) apart(f *frame, s *sentence) []frame {
	one, others := f.sides()
	if one < 0 || f.rule.weight < 3 || f.kind == model.KindSummit {
		return nil
	}
	said := d.manyCalls(f)
	for i := max(s.from, f.at-3); i < min(s.to, f.end+8) && !said; i++ {
		it := &d.items[i]
		said = it.kind == itemWord && it.is(classApart) && !it.quoted
	}
	if !said {
		return nil
	}
	var out []frame
	for _, p := range others {
		if d.partyOfPerson(&d.people[p]) == d.partyOfPerson(&d.people[one]) {
			return nil
		}
		g := *f
		g.people, g.parties, g.then = []int32{one, p}, nil, -1
		out = append(out, g)
	}
	return out
}

// sides returns who stands alone on one side of a trigger, and the several on the other: she met A and B; A and B were received by her. One is -1 where nobody does.
func (f *frame) sides() (one int32, others []int32) {
	switch n := len(f.people); {
	case n < 3:
	case f.left == 1:
		return f.people[0], f.people[1:]
	case f.left == n-1:
		return f.people[n-1], f.people[:n-1]
	}
	return -1, nil
}

// refocus notes whom a sentence has named, by name or by office, and who acts in it.
func (d *document) refocus(s *sentence, fo *focus) {
	acts := false // the sentence begins with who acts
	for i := s.from; i < s.to; i++ {
		it := &d.items[i]
		if it.quoted {
			continue
		}
		if it.kind == itemPerson && s.cls&(classVisit|classTo|classIn) != 0 && d.comes(s, i) {
			fo.came = it.ref
		}
		ref := int32(-1)
		switch {
		case it.kind == itemPerson:
			ref = it.ref
		case it.kind == itemRole && !it.plural && !it.former && it.party != "":
			ref = d.whoIs(it)
		}
		if it.kind == itemPerson && d.staffOf(s, i) {
			continue // the envoy of Pope Francis
		}
		if ref < 0 || i > s.from && d.lower(&d.items[i-1]) == "where" && d.nowOrAhead(s, i+1) {
			continue // on the way to Argentina, where Milei takes office
		}
		if d.otherHolder(s, i) {
			continue
		}
		acts = acts || i == s.from && !it.possessive
		if i == s.from || fo.subject < 0 || i < s.from+6 && !d.behindPreposition(s, i) && !d.heActs(s) && (!acts || !d.items[i-1].is(classWith)) {
			fo.subject = ref
		}
		fo.mention(ref)
	}
}

// bestRule returns the heaviest of the live rules that begins at item i, and the item behind its words; nil where there is none.
func (d *document) bestRule(rules *ruleTable, live ruleSet, i int, s *sentence) (best *rule, end int) {
	set := rules.candidates(&d.items[i], live)
	for n, ok := set.next(); ok; n, ok = set.next() {
		r := &rules.rows[n]
		if best != nil && r.weight <= best.weight {
			continue
		}
		if to, ok := d.matchRule(r, i, s.to); ok && d.standsWell(r, s, i) {
			best, end = r, to
		}
	}
	if best == nil || i > s.from && strings.HasPrefix(best.name, "receive") && d.lower(&d.items[i]) == "hosted" && d.items[i-1].is(classGather) {
		return nil, 0 // the summit hosted by him is no encounter with him
	}
	if best.name == "beside" && d.leaves(s, end) || d.misread(best, s, i, end) {
		return nil, 0 // stood between them for the photo and left the room
	}
	if best.name == "decorate" && i+1 < s.to && d.items[i+1].is(classBy) && (i == s.from || !d.items[i-1].is(classBe)) {
		return nil, 0 // a veteran decorated by him with an order
	}
	if best.name == "visit.in" && i > s.from+1 && d.items[i-1].is(classWith) && d.items[i-2].is(classTalk|classMeeting) {
		return nil, 0 // after talks with A in Ankara he saw B
	}
	if d.withOutsiders(s, i, end) || best.name == "pair" && d.pairOnly(s, end) {
		return nil, 0
	}
	return best, end
}
