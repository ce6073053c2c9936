package extract

import "slices"

// sayer is who says the words in quotation marks at item i of sentence k, told by a verb of saying in that
// sentence or in one before it in the paragraph: “I met her today,” Zelenskyy said. It is -1 where nobody is named.
func (d *document) sayer(k, i int) int32 {
	if !d.items[i].quoted {
		return -1
	}
	para := d.sents[k].para
	if p := d.saysIn(&d.sents[k]); p >= 0 {
		return p
	}
	from, to := d.sents[k].from-longestSentence, d.sents[k].to+longestSentence // a paragraph may be a megabyte
	for n := k + 1; n < len(d.sents) && d.sents[n].para == para && d.sents[n].from < to && d.items[d.sents[n].from].quoted; n++ {
		if p := d.saysIn(&d.sents[n]); p >= 0 {
			return p // the quotation goes on, and who says it stands behind it
		}
	}
	for k--; k >= 0 && d.sents[k].para == para && d.sents[k].to > from; k-- {
		if p := d.saysIn(&d.sents[k]); p >= 0 {
			return p
		}
	}
	return -1
}

// saysIn is whom a sentence names beside a verb of saying outside quotation marks; -1 for nobody.
func (d *document) saysIn(t *sentence) int32 {
	for j := t.from; j < t.to; j++ {
		it := &d.items[j]
		if it.quoted || it.kind != itemWord || !it.is(classSay) {
			continue
		}
		if j > t.from && !d.items[j-1].quoted {
			if p := d.refOf(j - 1); p >= 0 {
				return p
			}
		}
		if j+1 < t.to && !d.items[j+1].quoted {
			if p := d.refOf(j + 1); p >= 0 {
				return p
			}
		}
	}
	return -1
}

// gladly tells that the trigger is what somebody who says so in quotation marks was glad to do, without an ‘I’: “Delighted to welcome
// her”, “Good to see him”. It tells nothing of what he would be glad to do.
func (d *document) gladly(f *frame, s *sentence) bool {
	i := f.at - 1
	if i < s.from || !d.items[f.at].quoted || !d.items[i].is(classTo) || !d.items[f.at].is(classMeet|classReceive|classSpeak|classRule) {
		return false
	}
	for j := i - 1; j >= s.from && j >= i-3; j-- {
		it := &d.items[j]
		if it.is(classModal|classFuture|classNeg) || it.kind == itemPunct {
			return false
		}
		if gladWords.has(d.lower(it)) {
			return j == s.from || !d.items[j-1].is(classModal|classFuture|classNeg) && d.lower(&d.items[j-1]) != "be"
		}
	}
	return false
}

var gladWords = setOf("delighted", "pleased", "glad", "happy", "honoured", "honored", "great", "good", "nice", "wonderful", "lovely", "fantastic",
	"privilege", "pleasure", "honour", "honor", "proud", "grateful", "thrilled", "privileged", "excellent")

// voice is who speaks in a sentence of a transcript, told by the label in front of what he says: ‘Keir Starmer (Holborn) (Lab): I
// thank …’, ‘The Prime Minister: I did’. told is false where no label stands above; who is -1 for somebody without a known name.
func (d *document) voice(k int) (who int32, told bool) {
	if len(d.voices) == 0 { // it is asked of every ‘I’
		d.findVoices()
	}
	who = d.voices[k]
	return max(who, -1), who != untold
}

// untold stands for a sentence above which there is no label.
const untold = -2

func (d *document) findVoices() {
	who, para := int32(untold), -1
	for k := range d.sents {
		s := &d.sents[k]
		if i := d.labelEnd(s); s.paraFirst && s.para != para && i > 0 {
			who = -1
			for j := s.from; j < i && who < 0; j++ {
				who = d.refOf(j)
			}
		}
		para = s.para
		d.voices = append(d.voices, who)
	}
}

// maxLabel is how many items a label in a transcript has at most.
const maxLabel = 12

// labelEnd is the item of the colon that ends the label with which a sentence begins: a name or an office, and what stands in
// brackets behind it; 0 for none.
func (d *document) labelEnd(s *sentence) int {
	if s.zone != zoneProse {
		return 0
	}
	inside, named := false, false
	for i := s.from; i < s.to && i < s.from+maxLabel; i++ {
		it := &d.items[i]
		switch {
		case it.isPunct('('):
			inside = true
		case it.isPunct(')'):
			inside = false
		case it.isPunct(':'):
			if named && i+1 < s.to {
				return i
			}
			return 0
		case inside:
		case it.is(classPerson) || it.kind == itemName || it.kind == itemWord && it.is(classThe|classHonorific):
			named = named || it.kind != itemWord
		default:
			return 0
		}
	}
	return 0
}

// toldOutsiders tells that the words up to item i are of somebody who told reporters something: told journalists at a briefing.
func (d *document) toldOutsiders(s *sentence, i int) bool {
	for ; i > s.from+1; i-- {
		it := &d.items[i]
		switch {
		case it.kind == itemPunct || it.boundary() || it.is(classPerson):
			return false
		case it.kind == itemWord && (outsiders.has(d.lower(it)) || it.is(classPress) || d.lower(it) == "press"):
			p := &d.items[i-1]
			if p.kind == itemWord && p.is(classThe) {
				p = &d.items[i-2]
			}
			if w := d.lower(p); w == "told" || w == "tells" || w == "informed" {
				return true
			}
		}
	}
	return false
}

// saidThen tells that a date is when somebody said something.
func (d *document) saidThen(x *dateExpr) bool {
	return d.saidOn(&d.sents[x.sent], d.itemOf(x.sent, x.first))
}

// saidByOthers tells that a date is when somebody said something who is none of those people: officials said on Friday.
func (d *document) saidByOthers(x *dateExpr, people []int32) bool {
	s := &d.sents[x.sent]
	i := d.itemOf(x.sent, x.first)
	if !d.saidOn(s, i) {
		return false
	}
	for j := i - 1; j >= s.from && j >= i-8 && !d.items[j].isPunct(','); j-- {
		it := &d.items[j]
		if it.kind == itemWord && it.is(classPronoun) {
			return false
		}
		if p := d.refOf(j); p >= 0 && slices.Contains(people, p) {
			return false
		}
	}
	return true
}

// saidOn tells that the date at item i is when somebody said something: the office reported on Friday.
func (d *document) saidOn(s *sentence, i int) bool {
	j := i - 1
	for j > s.from && d.items[j].kind == itemWord && d.items[j].is(classIn|classAbout|classThe) {
		if d.lower(&d.items[j]) == "that" {
			return false // said that on Friday she will go
		}
		j--
	}
	if j > s.from+2 && d.items[j].is(classPlace) && d.items[j-1].is(classIn) { // told reporters in Rome on Friday
		if j -= 2; d.items[j].is(classPhoned) {
			return false // called in Rome on Friday
		}
	}
	if j < s.from || d.items[j].kind != itemWord {
		return false
	}
	if d.toldOutsiders(s, j) {
		return true
	}
	if d.items[j].is(classByPhone | classPhone) {
		return false // by video on Friday
	}
	return d.items[j].is(classSay) && !d.items[j].is(classDiscuss|classCall) || tellings.has(d.low(d.items[j].last-1))
}

// tellings are how something is told: in a post on Wednesday, photos released on Wednesday.
var tellings = setOf("post", "posts", "statement", "interview", "tweet", "message", "readout", "release", "article", "column", "video", "letter", "broadcast",
	"released", "published", "aired", "issued", "printed", "shared", "disclosed", "revealed", "communique", "communiqué", "emerged", "transpired", "speech", "public")

// madePublic tells that a date is that on which something was made known: was made public by him on Wednesday.
func (d *document) madePublic(x *dateExpr) bool {
	s := &d.sents[x.sent]
	for j := d.itemOf(x.sent, x.first) - 1; j > s.from && d.items[j].kind == itemWord && d.items[j].is(classAbout|classIn|classBy|classPronoun|classPerson); j-- {
		if w := d.lower(&d.items[j-1]); w == "public" || w == "known" {
			return d.lower(&d.items[max(j-2, s.from)]) == "made"
		}
	}
	return false
}

// saysI adds whoever says I or we at item i: whose words are quoted, whose transcript it is, else who speaks in the whole text.
func (d *document) saysI(f *frame, i int) bool {
	if p := d.sayer(f.sent, i); p >= 0 && d.people[p].office != "spokesman" && d.ofTeller(f, &d.items[i]) {
		f.add(p)
		f.first = true
		return true
	}
	p := d.speaker
	if v, told := d.voice(f.sent); told {
		p = v
	}
	if p >= 0 && !d.items[i].quoted {
		f.add(p)
		return true
	}
	return false
}

// saidAtLast tells that a trigger begins with who told all that stands in front of it: they will be friends by next year, A and B announced.
func (d *document) saidAtLast(f *frame, s *sentence) bool {
	return f.at > s.from && d.items[f.at-1].isPunct(',') && d.items[f.at].kind == itemPerson && d.items[f.end-1].is(classSay|classAgree)
}
