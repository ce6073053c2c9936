package uitest

import (
	"fmt"
	"strings"

	"entente/model"
)

// report writes an article about a meeting in the way of a news page, with
// the evidence where the words stand.
func report(m *model.Meeting, i, k int, outlet string) *model.Report {
	published := m.Date
	if published.Precision() == model.PrecisionDay {
		published = published.AddDays(k % 2)
	}
	names := make([]string, 0, len(m.People)-1)
	for _, p := range m.People[1:] {
		names = append(names, p.Name)
	}
	who := strings.Join(names, ", ")
	verb := map[model.Kind]string{model.KindMeeting: "met with", model.KindCall: "spoke by telephone with", model.KindSummit: "took part in a summit with"}[m.Kind]
	switch m.Status {
	case model.StatusPlanned:
		verb = "is to meet"
	case model.StatusOff:
		verb = "cancelled a call with"
	case model.StatusHeld:
	}
	a := &model.Article{
		ID: fmt.Sprintf("%s/%02d-%d.txt", folder(published), i, k), Source: outlet, Byline: "Staff correspondent", Lang: "en",
		Title: fmt.Sprintf("Zelenskyy %s %s", verb, who), Published: published,
		URL: fmt.Sprintf("https://news.example/%d/%d", i, k),
	}
	if k == 1 {
		a.Title = who + " and the President of Ukraine: what was said"
	}
	a.Path = a.ID
	r := &model.Report{
		Article: a, Primary: true, Date: m.Date, End: m.End, Kind: m.Kind, Status: m.Status,
		People: m.People, Parties: m.Parties, Place: m.Place, Topics: m.Topics, Confidence: m.Confidence,
	}
	w := writer{article: a, report: r}
	w.furniture("Home | World | Politics | Subscribe")
	w.lead(m, verb, who)
	w.body(m, who)
	w.furniture("Read also: Ten things to know this week")
	a.Text = w.b.String()
	a.Reports = []*model.Report{r}
	r.Trace = []string{
		fmt.Sprintf("kind %s: from the verb ‘%s’", m.Kind, verb),
		"a second date in the text was left out: it belongs to the background",
	}
	return r
}

// folder is where an article lies: its month.
func folder(d model.Date) string {
	if d.IsZero() {
		return "undated"
	}
	return d.MonthOf().String()
}

// writer builds the text and notes where each fact stands in it.
type writer struct {
	b       strings.Builder
	article *model.Article
	report  *model.Report
}

func (w *writer) zone(kind model.ZoneKind, from int) {
	w.article.Zones = append(w.article.Zones, model.Zone{Span: model.Span{Start: from, End: w.b.Len()}, Kind: kind})
}

func (w *writer) furniture(s string) {
	from := w.b.Len()
	w.b.WriteString(s + "\n\n")
	w.zone(model.ZoneFurniture, from)
}

func (w *writer) fact(field, words, rule, note string) {
	from := w.b.Len()
	w.b.WriteString(words)
	w.report.Evidence = append(w.report.Evidence, model.Evidence{
		Field: field, Span: model.Span{Start: from, End: w.b.Len()}, Rule: rule, Note: note,
	})
}

func (w *writer) lead(m *model.Meeting, verb, who string) {
	from := w.b.Len()
	w.b.WriteString("President of Ukraine ")
	w.fact("people", "Volodymyr Zelensky", "people.listed", "Volodymyr Zelenskyy, President of Ukraine on that day")
	w.b.WriteString(" ")
	w.fact("kind", verb, "trigger", m.Kind.String())
	w.b.WriteString(" ")
	w.fact("people", who, "people.listed", "")
	if m.Place.City != "" {
		w.b.WriteString(" in ")
		w.fact("place", m.Place.City, "place.city", "")
	}
	if m.Date.Precision() == model.PrecisionDay {
		w.b.WriteString(" on ")
		long := m.Date.Long()
		w.fact("date", long[:len(long)-5], "date.partial", fmt.Sprintf("the year %d from the day of publication", m.Date.Year))
	}
	w.b.WriteString(", the President's Office reported.")
	w.article.Summary = append(w.article.Summary, model.Span{Start: from, End: w.b.Len()})
	w.b.WriteString("\n\n")
	w.zone(model.ZoneBody, from)
}

func (w *writer) body(m *model.Meeting, who string) {
	from := w.b.Len()
	topics := "bilateral relations"
	if len(m.Topics) > 0 {
		topics = strings.Join(m.Topics, " and ")
	}
	second := fmt.Sprintf("The talks were about %s & further co-operation. %s promised that the support would go on *for as long as it takes*.", topics, who)
	w.b.WriteString(second)
	w.article.Summary = append(w.article.Summary, model.Span{Start: from, End: w.b.Len()})
	w.b.WriteString("\n\n")
	for i := range 6 {
		fmt.Fprintf(&w.b, "Paragraph %d of the report goes into what both sides said about %s. ", i+1, topics)
		w.b.WriteString("It quotes the statement at length, names the documents that were signed, and recalls what had been agreed before. ")
		w.b.WriteString("\"We feel your support every day,\" the President said. Air defence was spoken about once more.\n\n")
	}
	w.zone(model.ZoneBody, from)
	from = w.b.Len()
	w.b.WriteString("As reported earlier, Denmark announced a package of military aid last week.\n\n")
	w.zone(model.ZoneBackground, from)
}
