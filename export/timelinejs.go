package export

import (
	"html"
	"io"
	"strconv"

	"entente/model"
	"entente/text"
)

// The shape is that of TimelineJS 3's JSON: title, events with start_date,
// text and group. Its text fields are HTML, so everything foreign is escaped.

type tlDate struct {
	Year  string `json:"year"`
	Month string `json:"month,omitempty"`
	Day   string `json:"day,omitempty"`
}

type tlText struct {
	Headline string `json:"headline"`
	Text     string `json:"text,omitempty"`
}

type tlEvent struct {
	ID    string  `json:"unique_id"`
	Start tlDate  `json:"start_date"`
	End   *tlDate `json:"end_date,omitempty"`
	Text  tlText  `json:"text"`
	Group string  `json:"group"`
}

func writeTimelineJS(w io.Writer, s *Set) error {
	out := struct {
		Title  map[string]tlText `json:"title"`
		Events []tlEvent         `json:"events"`
	}{map[string]tlText{"text": {Headline: esc(s.Title), Text: esc(s.Filter)}}, []tlEvent{}}
	for _, m := range s.Meetings {
		if m.Date.IsZero() {
			continue // TimelineJS has no place for what has no date
		}
		e := tlEvent{ID: m.ID, Start: tlDay(m.Date), Group: m.Kind.String(), Text: tlText{Headline: esc(summary(m)), Text: "<p>" + esc(s.sentence(m)) + "</p>"}}
		if !m.End.IsZero() {
			d := tlDay(m.End)
			e.End = &d
		}
		for _, r := range m.Reports {
			e.Text.Text += "<p>" + esc(r.Article.Title) + " (" + esc(outlet(r.Article)) + ")</p>"
		}
		for _, x := range m.Amended {
			e.Text.Text += "<p>Corrected: " + esc(correction(x)) + "</p>"
		}
		out.Events = append(out.Events, e)
	}
	return indented(w, out, true)
}

func tlDay(d model.Date) tlDate {
	out := tlDate{Year: strconv.Itoa(int(d.Year))}
	if d.Month != 0 {
		out.Month = strconv.Itoa(int(d.Month))
	}
	if d.Day != 0 {
		out.Day = strconv.Itoa(int(d.Day))
	}
	return out
}

// esc makes foreign text harmless inside HTML.
func esc(s string) string { return html.EscapeString(text.Row(s)) }
