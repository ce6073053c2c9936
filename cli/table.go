package cli

import (
	"bufio"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"entente/model"
	"entente/text"
	"entente/ui/describe"
)

// row is one meeting in cells of clean text.
type row struct {
	date, kind, place, sources, people string
	guests                             string // people without those who are in nearly every row
	status                             model.Status
}

const maxPlace = 24

// table prints a view. Columns are measured in cells. On a terminal a row is
// cut to its width, and whoever is in nearly every row is left out of one that is too
// long; elsewhere rows are whole, for programs and files.
func (a *app) table(v *model.View) error {
	rows := make([]row, v.Len())
	hubs := describe.Hubs(v.Timeline)
	var date, kind, place, sources int
	for i := range rows {
		r := a.row(v.Timeline, v.At(i), hubs)
		rows[i] = r
		date, kind = max(date, text.Width(r.date)), max(kind, text.Width(r.kind))
		place, sources = max(place, text.Width(r.place)), max(sources, text.Width(r.sources))
	}
	place = min(place, maxPlace)
	people := 1 << 20
	if w, ok := terminalWidth(a.Out); ok {
		people = max(w-date-kind-place-sources-8, 10)
	}
	style := newStyles()
	out := bufio.NewWriter(a.colour())
	for _, r := range rows {
		if text.Width(r.people) > people {
			r.people = r.guests
		}
		_, _ = out.WriteString(strings.Join([]string{ // Flush tells
			style.subtle.Render(text.Pad(r.date, date)), style.status[r.status].Render(text.Pad(r.kind, kind)),
			text.Pad(r.place, place), style.subtle.Render(text.PadLeft(r.sources, sources)), a.cut(r.people, people),
		}, "  ") + "\n")
	}
	return out.Flush() //nolint:wrapcheck // the caller names the stream.
}

func (a *app) row(t *model.Timeline, m *model.Meeting, hubs map[string]bool) row {
	guests := &model.Meeting{People: describe.Counterparts(t, m, hubs)}
	return row{
		date: a.dates(m.Date, m.End), kind: a.glyph(m.Status) + " " + m.Kind.String(), place: a.place(t, m),
		sources: strconv.Itoa(m.Sources), people: people(m), guests: people(guests), status: m.Status,
	}
}

// dates writes the days as far as they are known: 2023-07-11, 2023-07-11–12, 2023-07.
func (a *app) dates(from, to model.Date) string {
	switch {
	case from.IsZero():
		return "no date"
	case to.IsZero() || to == from:
		return from.String()
	case to.MonthOf() == from.MonthOf():
		return from.String() + a.sign("–") + to.String()[8:]
	}
	return from.String() + a.sign("–") + to.String()
}

func (a *app) place(t *model.Timeline, m *model.Meeting) string {
	switch {
	case m.Place.City != "":
		return text.Row(m.Place.City)
	case m.Place.Host != "":
		return text.Row(t.PartyName(m.Place.Host))
	}
	return a.sign("–")
}

// people lists who took part with their parties' codes, then the parties of whom nobody is named.
func people(m *model.Meeting) string {
	named := map[model.Party]bool{}
	parts := make([]string, 0, len(m.People)+1)
	for _, p := range m.People {
		named[p.Party] = true
		s := p.Name
		if p.Party != "" {
			s += " (" + string(p.Party) + ")"
		}
		parts = append(parts, s)
	}
	var rest []string
	for _, p := range m.Parties {
		if !named[p] {
			rest = append(rest, string(p))
		}
	}
	if len(rest) > 0 {
		parts = append(parts, "("+strings.Join(rest, ", ")+")")
	}
	return text.Row(strings.Join(parts, ", "))
}

// glyph is the sign of a status; it tells what colour tells.
func (a *app) glyph(s model.Status) string { return a.sign([...]string{"●", "○", "✕"}[s]) }

// cut is text.Cut with a sign that every terminal has.
func (a *app) cut(s string, cells int) string {
	if out := text.Cut(s, cells); out != s {
		return strings.TrimSuffix(out, text.Ellipsis) + a.sign(text.Ellipsis)
	}
	return s
}

var asciiSigns = strings.NewReplacer("●", "*", "○", "o", "✕", "x", "–", "-", "…", "~", "‘", "'", "’", "'", "·", "-", "→", "->")

// sign writes a sign of our own in ASCII where the user asks for that.
func (a *app) sign(s string) string {
	if a.flags.ascii {
		return asciiSigns.Replace(s)
	}
	return s
}

type styles struct {
	subtle lipgloss.Style
	status [3]lipgloss.Style
}

func newStyles() styles {
	plain := lipgloss.NewStyle()
	return styles{
		subtle: plain.Faint(true),
		status: [3]lipgloss.Style{plain.Foreground(lipgloss.Green), plain.Foreground(lipgloss.Yellow), plain.Foreground(lipgloss.Red)},
	}
}
