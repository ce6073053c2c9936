package extract

import (
	"strings"
	"sync"

	"entente/loader/gazetteer"
	"entente/model"
)

// Reader reads articles. One Reader serves any number of goroutines.
type Reader struct {
	g     *gazetteer.Gazetteer
	lex   *lexicon
	rules *ruleTable
	docs  sync.Pool
}

// New builds a reader over a gazetteer. It panics when an embedded table is
// damaged, which the tests rule out.
func New(g *gazetteer.Gazetteer) *Reader {
	lex, err := newLexicon(g)
	if err != nil {
		panic(err)
	}
	rules, err := lex.readRules()
	if err != nil {
		panic(err)
	}
	lex.markWords(rules)
	r := &Reader{g: g, lex: lex, rules: rules}
	r.docs.New = func() any { return &document{lex: lex, g: g} }
	return r
}

// Read reads a.Text and fills Zones, Title, Source, Published, Lang, Summary
// and Reports. What the decoder already knew of the title and the publication
// day stands. Read changes nothing but a.
func (r *Reader) Read(a *model.Article) {
	d, _ := r.docs.Get().(*document)
	d.read(r, a)
	if cap(d.bytes) <= longText {
		r.docs.Put(d)
	}
}

// longText is the size of a text, in bytes, for which room is made by what it holds, and not kept for the next: few articles have a tenth.
const longText = 256 << 10

func (d *document) read(r *Reader, a *model.Article) ([]frame, []event) {
	d.text, d.offset = a.Text, 0
	if a.Title != "" && !strings.Contains(a.Text[:min(len(a.Text), 2000)], a.Title) {
		d.text = a.Title + "\n\n" + a.Text // the headline stood outside the text
		d.offset = len(a.Title) + 2
	}
	d.lowerText()
	d.people, d.strangers = d.people[:0], 0
	d.weighedDays, d.weighedSites, d.weighedSeats = d.weighedDays[:0], d.weighedSites[:0], d.weighedSeats[:0]
	d.speaker, d.voices, d.genre.known = -1, d.voices[:0], false
	d.lines = splitLines(d.text, d.lines)
	title := d.layout.markZones(d.text, d.bytes, d.lines)
	if d.offset > 0 {
		d.lines[0].zone = zoneTitle
	}
	if a.Title == "" {
		a.Title = title
	}
	d.tokenize()
	d.findDates()
	d.nameInFull()
	d.today = d.roughDay(a)
	d.itemize()
	d.introduce()
	d.otherSenses()
	pub := a.Published
	d.dated, d.stamp = !pub.IsZero(), stamp{expr: -1}
	if !d.dated {
		pub, d.stamp = d.publish(a)
		a.Published = pub
	}
	if pub.Precision() == model.PrecisionMonth {
		a.Published = model.Date{}
	}
	if !pub.IsZero() {
		d.today = pub
	}
	d.hero = d.protagonist()
	d.findSpeaker(d.hero)
	d.findPlaces()
	frames := d.findFrames(r.rules)
	frames, events := d.events(frames, pub)
	d.frames, d.heard = frames, events
	d.report(a, frames, events, pub)
	d.describe(a)
	a.Zones = d.zones()
	if a.Lang == "" {
		a.Lang = "en"
	}
	return frames, events
}

// roughDay is a first guess at the article's day, so that offices can be told
// before the people are known: the publication day as it stands, else the latest
// year that the text tells.
func (d *document) roughDay(a *model.Article) model.Date {
	if !a.Published.IsZero() {
		return a.Published
	}
	best, _ := d.findPublished()
	if best.expr >= 0 && best.date.Year != 0 {
		return best.date
	}
	y := 0
	for _, k := range d.yearsTold() {
		if k > y && k <= lastYear {
			y = k
		}
	}
	if y != 0 && best.expr >= 0 {
		best.date.Year = int16(d.yearOfOffices(best.date, y)) //nolint:gosec // a year.
		if best.date.Valid() {
			return best.date
		}
	}
	if y != 0 {
		y = d.yearOfOffices(model.Date{Month: 6, Day: 15}, y)
	}
	return model.Date{Year: int16(y)}
}

// yearOfOffices is the year, from one that the text tells on, in which most of those whom it names in full were in office on a day: a wine of 2019 may be
// drunk by whoever governs in 2023.
func (d *document) yearOfOffices(day model.Date, told int) int {
	best, most := told, -1
	for y := told; y <= lastYear; y++ {
		day.Year = int16(y) //nolint:gosec // a year.
		n, first, last := 0, day.First().Days(), day.Last().Days()
		for _, row := range d.named {
			if d.g.People[row].Governed(first, last) {
				n++
			}
		}
		if n > most {
			best, most = y, n
		}
	}
	return best
}

// zones returns the article's zones for display, neighbours of one kind joined.
func (d *document) zones() []model.Zone {
	kinds := [...]model.ZoneKind{
		zoneProse: model.ZoneBody, zoneTitle: model.ZoneTitle, zoneStamp: model.ZoneHeader, zoneBackground: model.ZoneBackground,
		zoneCaption: model.ZoneFurniture, zoneTail: model.ZoneFurniture, zoneHeading: model.ZoneBody,
	}
	var out []model.Zone
	for _, l := range d.lines {
		if l.blank || l.end <= d.offset {
			continue
		}
		k := kinds[l.zone]
		if n := len(out); n > 0 && out[n-1].Kind == k {
			out[n-1].End = l.end - d.offset
			continue
		}
		out = append(out, model.Zone{Span: model.Span{Start: l.start - d.offset, End: l.end - d.offset}, Kind: k})
	}
	return out
}
