package ui

import (
	tea "charm.land/bubbletea/v2"

	"entente/model"
	"entente/text"
	"entente/ui/cells"
	"entente/ui/describe"
	"entente/ui/theme"
)

// newArticles is the list of every article that was read, with what it
// reports. Enter reads it.
func newArticles(m *root) layer {
	return newRowList(m, "articles", func(m *root) (func(int) []string, []rowItem) {
		meetings, all := m.tl.All()
		where := reporting(meetings)
		rows := make([]rowItem, len(all))
		column := 0
		for _, a := range all {
			column = max(column, text.Width(text.Row(describe.Outlet(a))))
		}
		for i, a := range all {
			mt := where[a.ID]
			rows[i] = rowItem{
				draw: func(l *cells.Line, name theme.Ink) {
					st := m.st
					l.PutIn(st.Subtle, a.Published.String(), 10).Gap(2)
					if mt == nil {
						l.Gap(2)
					} else {
						l.Put(st.Held, st.Glyphs.Held).Gap(1)
					}
					l.PutIn(st.Subtle, describe.Outlet(a), min(column, 22, l.Left()/3)).Gap(2)
					title := a.Title
					if title == "" {
						title = a.ID
					}
					l.Put(name, title)
				},
				open: func(m *root) tea.Cmd { return m.readArticle(a, mt) },
				of:   mt,
			}
		}
		n := 0
		for _, a := range all {
			if where[a.ID] == nil {
				n++
			}
		}
		return m.titled("Articles", describe.Count(len(all), "article was", "articles were")+" read; "+describe.Number(n)+" report no meeting"), rows
	})
}

// readArticle opens an article at the meeting that it reports, or by itself.
func (m *root) readArticle(a *model.Article, mt *model.Meeting) tea.Cmd {
	if mt == nil {
		return m.read(alone(a), 0)
	}
	k := 0
	for i, r := range mt.Reports {
		if r.Article.ID == a.ID {
			k = i
		}
	}
	return m.read(mt, k)
}

// alone stands for the meeting of an article that reports none: one without an
// ID, a day or people, so that the reader can open it like any other.
func alone(a *model.Article) *model.Meeting {
	return &model.Meeting{Reports: []*model.Report{{Article: a.Whole()}}}
}

// subject is the meeting that the screen is about; nil, which the status line
// then explains, where that is an article that reports none.
func (m *root) subject() *model.Meeting {
	mt, _ := m.looked()
	if mt != nil && mt.ID == "" {
		m.say("This article reports no meeting.")
		return nil
	}
	return mt
}

// reporting finds, by its ID, the meeting that each article reports, its main one before others.
func reporting(meetings []*model.Meeting) map[string]*model.Meeting {
	out := map[string]*model.Meeting{}
	for _, mt := range meetings {
		for _, r := range mt.Reports {
			if out[r.Article.ID] == nil || r.Primary {
				out[r.Article.ID] = mt
			}
		}
	}
	return out
}
