package export

import (
	"fmt"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"entente/model"
	"entente/text"
)

// writeICS writes a whole-day entry for each meeting whose day is known. The
// library folds lines and escapes text; what could end a line early is taken
// out before it gets there. Lines end as the standard wants it on every system.
func writeICS(w io.Writer, s *Set) error {
	cal := ics.NewCalendarFor("entente")
	cal.SetMethod(ics.MethodPublish)
	cal.SetName(text.Row(s.Title))
	for _, m := range s.Meetings {
		if m.Date.Precision() != model.PrecisionDay {
			continue
		}
		last := m.Date
		if m.End.Precision() == model.PrecisionDay {
			last = m.End
		}
		e := cal.AddEvent(text.Row(m.ID) + "@entente")
		e.SetDtStampTime(day(m.Date)) // a calendar wants one, and the result must not depend on the clock
		e.SetAllDayStartAt(day(m.Date))
		e.SetAllDayEndAt(day(last.AddDays(1)))
		e.SetSummary(summary(m))
		if p := s.place(m); p != "" && m.Kind != model.KindCall {
			e.SetLocation(p)
		}
		var lines []string
		lines = append(lines, s.sentence(m))
		for _, r := range m.Reports {
			lines = append(lines, text.Row(r.Article.Title)+" ("+outlet(r.Article)+")")
		}
		for _, x := range m.Amended {
			lines = append(lines, "Corrected: "+correction(x))
		}
		e.SetDescription(strings.Join(lines, "\n"))
		e.SetStatus(map[model.Status]ics.ObjectStatus{
			model.StatusHeld: ics.ObjectStatusConfirmed, model.StatusPlanned: ics.ObjectStatusTentative, model.StatusOff: ics.ObjectStatusCancelled,
		}[m.Status])
		e.SetClass(ics.ClassificationPublic)
		if len(m.Topics) > 0 {
			for _, t := range m.Topics {
				e.AddCategory(text.Row(t))
			}
		}
	}
	if err := cal.SerializeTo(w, ics.WithNewLineWindows); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

func day(d model.Date) time.Time {
	return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, time.UTC)
}

// summary is a meeting's line in a calendar: the people, without their offices.
func summary(m *model.Meeting) string {
	names := make([]string, 0, len(m.People))
	for _, p := range m.People {
		names = append(names, text.Row(p.Name))
	}
	out := strings.Join(names, " – ")
	if m.Kind == model.KindCall {
		out += " (call)"
	}
	return out
}
