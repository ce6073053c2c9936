package reader

import (
	"fmt"
	"strconv"

	"entente/model"
	"entente/text"
	"entente/ui/card"
	"entente/ui/cells"
	"entente/ui/describe"
)

// rawLines is the source text as it was read, each line with its number.
func (r *Reader) rawLines() []line {
	a := r.Article()
	if a == nil {
		return nil
	}
	var out []line
	n := 0
	lines(a.Text, model.Span{Start: 0, End: len(a.Text)}, func(s model.Span) {
		n++
		num := fmt.Sprintf("%4d  ", n)
		rows := cells.Wrap(text.Body(s.In(a.Text)), max(1, r.textWidth()-len(num)))
		for k, row := range rows {
			if k > 0 {
				num = cells.Spaces(len(num))
			}
			out = append(out, line{block: n, runs: []run{{text: num, code: codeFurniture}, {text: row}}})
		}
	})
	return hard(out, r.textWidth())
}

// frame makes the rows above and below the article.
func (r *Reader) frame() {
	if r.st == nil || r.m == nil {
		return
	}
	r.card = r.head(r.textWidth())
	r.foot, r.footLinks = nil, nil
	if a := r.Article(); a != nil {
		r.card = append(r.card, r.masthead(a, r.textWidth())...)
		r.rests(a, r.textWidth())
	}
}

// head is the card of the meeting, down to the rule.
func (r *Reader) head(w int) []string {
	st, empty := r.st, cells.Spaces(w)
	var out []string
	if r.m.ID == "" {
		out = append(out, cells.NewLine(st, w).Put(st.Subtle, "This article reports no meeting.").String())
	} else {
		c := card.Card{Styles: st, Timeline: r.tl, Meeting: r.m, Hubs: r.hubs, Report: r.report}
		out = append(append(c.Head(w), empty), c.People(w, 12)...)
		out = append(out, empty)
	}
	if tabs := r.tabs(w); tabs != "" {
		out = append(out, tabs)
	}
	return append(out, cells.NewLine(st, w).Repeat(st.Rule, st.Glyphs.Rule, w).String(), empty)
}

// masthead is the title of an article, and below it where it appeared, when, and its file.
func (r *Reader) masthead(a *model.Article, w int) []string {
	st, title := r.st, a.Title
	if title == "" {
		title = "An article without a title"
	}
	meta := cells.NewLine(st, w)
	for _, s := range []string{a.Source, dateOf(a.Published), a.Byline, a.ID} {
		if s == "" {
			continue
		}
		if meta.At() > 0 {
			meta.Gap(1).Put(st.Subtle, st.Glyphs.Dot).Gap(1)
		}
		meta.Put(st.Subtle, s)
	}
	return append(cells.Flow(st, []cells.Run{{Ink: st.Strong, Text: title}}, w, 0), meta.String(), cells.Spaces(w))
}

// rests sets below the article the pages that it rests on.
func (r *Reader) rests(a *model.Article, w int) {
	st, empty := r.st, cells.Spaces(w)
	r.foot = append(r.foot, empty)
	if len(a.Sources) == 0 {
		return
	}
	r.foot = append(r.foot, cells.NewLine(st, w).Put(st.Subtle, "This article rests on").String())
	for _, s := range a.Sources {
		u, ok := text.Link(s.URL)
		name := st.Text
		if ok && u == r.link {
			name = st.MatchHere
		}
		l := cells.NewLine(st, w).PutIn(st.MatchHere, r.hints[u].letters, len(r.hints[u].letters)).To(2).Put(name, s.Outlet)
		if ok {
			l.Gap(2).Put(st.Subtle.Link(u), u)
		}
		r.footLinks = append(r.footLinks, make([]string, len(r.foot)-len(r.footLinks))...)
		r.foot, r.footLinks = append(r.foot, l.String()), append(r.footLinks, u)
	}
	r.foot = append(r.foot, empty)
}

func dateOf(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Long()
}

// tabs names the reports, the open one marked; empty when there is one only.
func (r *Reader) tabs(w int) string {
	if len(r.m.Reports) < 2 {
		return ""
	}
	st := r.st
	l := cells.NewLine(st, w)
	for i, rep := range r.m.Reports {
		name := describe.Outlet(rep.Article)
		if i > 0 {
			l.Gap(3)
		}
		if i == r.report {
			l.Put(st.Gutter, strconv.Itoa(i+1)).Gap(1).Put(st.Cursor, name)
		} else {
			l.Put(st.Subtle, strconv.Itoa(i+1)).Gap(1).Put(st.Subtle, name)
		}
	}
	return l.String()
}
