package extract

import (
	"slices"

	"entente/model"
)

// Who is named in an article about a gathering for an encounter beside it, and on which day.

// onlyBeside tells that somebody who is not the host is named in one sentence, as whom one of the others, who is named elsewhere too, met by themselves: in
// the morning he had talks with the Latvian.
func (d *document) onlyBeside(p int32, people []int32, frames []frame, sent int) bool {
	k := d.onlySentence(p)
	if k < 0 && len(people) >= 4 && d.ofParagraphOnly(p, people, frames, sent) {
		return true
	}
	if len(people) < 4 || k < 0 || k <= sent || d.partyOfPerson(&d.people[p]) == d.groundOf(sent) {
		return false
	}
	met := func(q int32) bool { // by themselves
		return slices.ContainsFunc(frames, func(f frame) bool {
			if f.sent != k || len(f.people) != 2 || !f.has(q) || f.rule.weight < 5 || f.rule.name == "guests.were" {
				return false
			}
			return slices.ContainsFunc(f.people, func(o int32) bool { return o != q && slices.Contains(people, o) && d.onlySentence(o) != k })
		})
	}
	return met(p) && !slices.ContainsFunc(d.peopleIn(&d.sents[k]), func(q int32) bool { return d.onlySentence(q) == k && !met(q) })
}

// onlySentence is the only sentence that names somebody; -1 where several do.
func (d *document) onlySentence(p int32) int {
	only := -1
	for k := range d.sents {
		if s := &d.sents[k]; s.zone == zoneProse && s.kinds.has(kindPerson) && d.namedIn(p, s.from, s.to) {
			if only >= 0 {
				return -1
			}
			only = k
		}
	}
	return only
}

// groundOf is the country of the place that a sentence tells, or of the place for which the text says most.
func (d *document) groundOf(sent int) model.Party {
	host, score := d.stageOf(sent), 0
	for k := range d.spots {
		if sp := &d.spots[k]; host == "" && sp.score > score {
			score = sp.score
		}
	}
	for k := range d.spots {
		if sp := &d.spots[k]; host == "" && sp.score == score {
			host = sp.place.Host
		}
	}
	return host
}

// weekdayIn is the only weekday that a sentence names of what its people did; -1 for none or several. That on which something was announced, or of which only a
// clause tells behind them, is none: she is the host, the ministry confirmed on Monday; they sat there, where soldiers were hurt on Monday.
func (d *document) weekdayIn(s *sentence) int32 {
	day, named, aside := int32(-1), false, false
	for i := s.from; i < s.to && s.kinds.has(kindWeekday); i++ {
		it := &d.items[i]
		named = named || it.kind == itemPerson
		aside = aside && !it.isPunct(',') || named && it.kind == itemWord && it.is(classRelative)
		if it.kind == itemWeekday && !aside && !d.announcedOn(s, i) {
			if day >= 0 && it.ref != day {
				return -1
			}
			day = it.ref
		}
	}
	return day
}

// announcedOn tells that the weekday at item i is that on which somebody said something: confirmed on Monday.
func (d *document) announcedOn(s *sentence, i int) bool {
	j := i - 1
	if j > s.from && d.items[j].is(classAbout|classIn) {
		j--
	}
	return j > s.from && d.items[j].kind == itemWord && d.items[j].is(classSay) && !d.items[j].is(classTalk|classMeet)
}

// ofParagraphOnly tells that one paragraph names somebody, and that it tells of an encounter which one of the gathering had with him, or with two: A and B had come
// by train. In the afternoon she had them both at her office. B, the minister, brought money.
func (d *document) ofParagraphOnly(p int32, people []int32, frames []frame, sent int) bool {
	para := d.onlyParagraph(p)
	if para < 0 || para == d.sents[sent].para || d.partyOfPerson(&d.people[p]) == d.groundOf(sent) {
		return false
	}
	return slices.ContainsFunc(frames, func(f frame) bool {
		if d.sents[f.sent].para != para || f.rule.weight < 5 || len(f.people) > 3 || !f.has(p) || f.doubtful || d.gathersIn(&d.sents[f.sent]) {
			return false
		}
		others := 0
		for _, q := range f.people {
			if d.onlyParagraph(q) != para {
				if !slices.Contains(people, q) {
					return false
				}
				others++
			}
		}
		return others == 1
	})
}

// onlyParagraph is the only paragraph that names somebody; -1 where several do.
func (d *document) onlyParagraph(p int32) int {
	only := -1
	for k := range d.sents {
		if s := &d.sents[k]; (s.zone == zoneProse || s.zone == zoneTitle) && s.kinds.has(kindPerson) && s.para != only && d.namedIn(p, s.from, s.to) {
			if only >= 0 {
				return -1
			}
			only = s.para
		}
	}
	return only
}
