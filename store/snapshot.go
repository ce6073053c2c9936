package store

import (
	"slices"

	"entente/model"
)

// Snapshot is a collection that was read and merged, as it is shown: what the
// lists and filters ask is decoded at once, the rest of an article when it is looked at.
//
//	mark │ articles, without text and evidence │ meetings │ readings, one an article
type Snapshot struct {
	Articles []*model.Article // in the order of their load
	Meetings []*model.Meeting // as they were read: corrections are not in it
	shelf    shelf
}

// EncodeSnapshot writes articles, all of them whole, and the meetings that
// they were merged to. The mark says what they were read from, and by what.
func EncodeSnapshot(mark string, articles []*model.Article, meetings []*model.Meeting) []byte {
	s := &Snapshot{Articles: articles, Meetings: meetings}
	readings := make([]string, 0, len(articles))
	for _, a := range articles {
		readings = append(readings, string(encode(nil, func(c *coder) { c.article(a) })))
	}
	return encode(nil, func(c *coder) {
		c.string(&mark)
		s.code(c)
		list(c, &readings, c.string)
	})
}

// DecodeSnapshot reads what EncodeSnapshot wrote. It is false for another
// mark and for what is damaged. The strings share the memory of data. body finds an article's text, which is not in it.
func DecodeSnapshot(data, mark string, body func(*model.Article) (string, bool)) (*Snapshot, bool) {
	s := &Snapshot{}
	var readings []string
	ok := decode(data, func(c *coder) {
		was := mark
		if c.string(&was); was != mark {
			c.fail()
			return
		}
		s.code(c)
		list(c, &readings, c.string)
	})
	if !ok || len(s.Articles) != len(readings) {
		return nil, false
	}
	s.shelf.find = func(a *model.Article, n int) (row, bool) {
		text, ok := body(a)
		return row{reading: readings[n], body: text}, ok
	}
	return s, true
}

func (s *Snapshot) code(c *coder) {
	c.words = map[string]int{}
	place := make(map[*model.Article]int, len(s.Articles))
	var handles []handle
	i := 0
	list(c, &s.Articles, func(a **model.Article) {
		if c.read {
			if handles == nil {
				handles = make([]handle, len(s.Articles))
			}
			h := &handles[i]
			h.shelf, h.row = &s.shelf, i
			*a = &model.Article{Shelf: h}
		} else {
			place[*a] = i
		}
		c.light(*a)
		i++
	})
	list(c, &s.Meetings, func(m **model.Meeting) {
		if c.read {
			*m = &model.Meeting{}
		}
		list(c, &(*m).Reports, func(r **model.Report) { s.reportOf(c, r, place) })
		c.meeting(*m)
	})
}

// reportOf codes which report of which article one is.
func (s *Snapshot) reportOf(c *coder, r **model.Report, place map[*model.Article]int) {
	var a, n int
	if !c.read {
		a, n = place[(*r).Article], slices.Index((*r).Article.Reports, *r)
	}
	number(c, &a)
	number(c, &n)
	if !c.read {
		return
	}
	*r = &model.Report{Article: &model.Article{}}
	if a < 0 || a >= len(s.Articles) || n < 0 || n >= len(s.Articles[a].Reports) {
		c.fail()
		return
	}
	*r = s.Articles[a].Reports[n]
}

// light codes what lists and filters ask of an article.
func (c *coder) light(a *model.Article) {
	for _, s := range []*string{&a.Path, &a.Title, &a.URL} {
		c.string(s)
	}
	for _, s := range []*string{&a.Source, &a.Byline, &a.Lang} {
		c.word(s)
	}
	number(c, &a.Record)
	c.date(&a.Published)
	number(c, &a.Content)
	c.bool(&a.Markdown)
	list(c, &a.Sources, func(s *model.SourceRef) {
		c.word(&s.Outlet)
		c.string(&s.URL)
	})
	list(c, &a.Reports, func(r **model.Report) {
		if c.read {
			*r = &model.Report{Article: a}
		}
		c.lightReport(*r)
	})
	if c.read {
		a.ID = (&row{path: a.Path, record: a.Record}).id()
	}
}

func (c *coder) lightReport(r *model.Report) {
	c.bool(&r.Primary)
	c.date(&r.Date)
	c.date(&r.End)
	limited(c, &r.Kind, len(model.Kinds()))
	limited(c, &r.Status, len(model.Statuses()))
	c.people(&r.People)
	c.parties(&r.Parties)
	c.word(&r.Place.City)
	c.word((*string)(&r.Place.Host))
	list(c, &r.Topics, c.word)
	c.float(&r.Confidence)
	limited(c, &r.Footing, int(model.Footings))
	at := toldAt(r)
	if number(c, &at); c.read {
		r.At = at
	}
}

// meeting codes a meeting whose reports stand. What is as in the leading
// report is not written twice, and shares its memory.
func (c *coder) meeting(m *model.Meeting) {
	lead := &model.Report{Article: &model.Article{}}
	if len(m.Reports) > 0 {
		lead = m.Reports[0]
	}
	c.string(&m.ID)
	as(c, &m.Date, lead.Date, m.Date == lead.Date, c.date)
	as(c, &m.End, lead.End, m.End == lead.End, c.date)
	limited(c, &m.Kind, len(model.Kinds()))
	limited(c, &m.Status, len(model.Statuses()))
	as(c, &m.People, lead.People, slices.Equal(m.People, lead.People), c.people)
	as(c, &m.Parties, lead.Parties, slices.Equal(m.Parties, lead.Parties), c.parties)
	c.word(&m.Place.City)
	c.word((*string)(&m.Place.Host))
	as(c, &m.Topics, lead.Topics, slices.Equal(m.Topics, lead.Topics), func(p *[]string) { list(c, p, c.word) })
	as(c, &m.Title, lead.Article.Title, m.Title == lead.Article.Title, c.string)
	c.float(&m.Confidence)
	number(c, &m.Sources)
	c.conflicts(&m.Conflicts)
}

func (c *coder) conflicts(p *[]model.Conflict) {
	list(c, p, func(x *model.Conflict) {
		c.word(&x.Field)
		list(c, &x.Values, func(v *model.ConflictValue) {
			c.word(&v.Value)
			number(c, &v.Reports)
		})
	})
}

// as codes a value that is mostly the same as another.
func as[T any](c *coder, p *T, other T, same bool, code func(*T)) {
	switch c.bool(&same); {
	case !same:
		code(p)
	case c.read:
		*p = other
	}
}

func (c *coder) people(p *[]model.Participant) {
	list(c, p, func(p *model.Participant) {
		c.word(&p.Name)
		c.word(&p.Office)
		c.word((*string)(&p.Party))
	})
}

func (c *coder) parties(p *[]model.Party) {
	list(c, p, func(q *model.Party) { c.word((*string)(q)) })
}

// word codes a string that occurs often: written once, then by its number. An empty one is number 0.
func (c *coder) word(p *string) {
	if c.apart != nil {
		c.apart.word(c, p)
		return
	}
	n := 0
	if !c.read && *p != "" {
		n = c.words[*p]
		if n == 0 {
			n = len(c.words) + 1
		}
	}
	number(c, &n)
	switch {
	case n == 0 && c.read:
		*p = ""
	case n == 0:
	case !c.read && n > len(c.words):
		c.string(p)
		c.words[*p] = n
	case !c.read:
	case n < 0 || n > len(c.known)+1:
		c.fail()
	case n == len(c.known)+1:
		c.string(p)
		c.known = append(c.known, *p)
	default:
		*p = c.known[n-1]
	}
}
