package extract

import (
	"fmt"
	"strings"

	"entente/model"
)

// weights prints what was weighed as the rules see it, one line each.
func (d *document) weights(frames []frame, events []event) []string {
	out := make([]string, 0, len(d.people)+len(d.spots)+len(frames)+len(events))
	_, stamps := d.findPublished()
	for _, s := range stamps {
		out = append(out, fmt.Sprintf("published? %s, score %d, %s: ‘%s’", s.date, s.score, s.why, d.words(&d.dates[s.expr])))
	}
	for k := range d.people {
		p := &d.people[k]
		out = append(out, fmt.Sprintf("person: %s, named %d times, office told: %s %s, party %s",
			p.name, p.mentions, p.office, p.party, d.partyOfPerson(p)))
	}
	for k := range d.spots {
		sp := &d.spots[k]
		out = append(out, fmt.Sprintf("place? %s %s, sentence %d, weight %d%s, %s: ‘%s’",
			sp.place.City, sp.place.Host, d.sents[sp.sent].index, sp.score, sp.flags(), sp.why, d.span(d.items[sp.at].first, d.items[sp.at].last)))
	}
	for k := range frames {
		f := &frames[k]
		out = append(out, fmt.Sprintf("trigger: %s ‘%s’ in sentence %d, weight %d, %s, %s%s: ‘%s’", f.rule.name,
			d.span(d.items[f.at].first, d.items[f.end-1].last), d.sents[f.sent].index, f.weight, f.status, d.namesOf(f.people, f.parties),
			flagsOf(f), d.span(d.sents[f.sent].first, d.sents[f.sent].last)))
	}
	for k := range events {
		e := &events[k]
		verdict := "believed"
		if e.score < believed {
			verdict = fmt.Sprintf("not believed, below %d", believed)
		}
		out = append(out, fmt.Sprintf("encounter: %s %s %s %s, %s %s (%s), score %d, %s", e.date, e.dateRule, e.kind, e.status,
			d.namesOf(e.people, e.parties), e.place.place.City+" "+string(e.place.place.Host), e.place.why, e.score, verdict))
	}
	return out
}

func flagsOf(f *frame) string {
	var s []string
	if f.doubtful {
		s = append(s, "hypothetical")
	}
	if f.group {
		s = append(s, "people from a group word")
	}
	if f.filled {
		s = append(s, "one side from the context")
	}
	if len(s) == 0 {
		return ""
	}
	return " (" + strings.Join(s, ", ") + ")"
}

func (d *document) namesOf(people []int32, parties []model.Party) string {
	s := make([]string, 0, len(people)+len(parties))
	for _, p := range people {
		s = append(s, d.people[p].name)
	}
	for _, p := range parties {
		s = append(s, "somebody of "+string(p))
	}
	return strings.Join(s, ", ")
}

// dump prints the items of every sentence, for the engine's own developers.
func (d *document) dump() []string {
	out := make([]string, 0, len(d.sents))
	for k := range d.sents {
		s := &d.sents[k]
		var b strings.Builder
		fmt.Fprintf(&b, "zone %d sentence %d:", s.zone, s.index)
		for i := s.from; i < s.to; i++ {
			it := &d.items[i]
			w := d.span(it.first, it.last)
			switch it.kind {
			case itemWord, itemPunct, itemNumber:
				b.WriteString(" " + w)
			case itemPerson:
				b.WriteString(" [P " + w + " = " + d.people[it.ref].name + "]")
			case itemRole:
				b.WriteString(" [R " + w + " " + string(it.party) + "]")
			default:
				fmt.Fprintf(&b, " [%d %s %s]", it.kind, w, it.party)
			}
			if it.quoted {
				b.WriteString("'")
			}
		}
		out = append(out, b.String())
	}
	return out
}

// Dump reads an article and returns its sentences and weights as the rules see them.
func (r *Reader) Dump(a *model.Article) []string {
	d := &document{lex: r.lex, g: r.g}
	frames, events := d.read(r, a)
	return append(d.dump(), d.weights(frames, events)...)
}
