package ui

import (
	"strings"

	"entente/text"
	"entente/ui/cells"
	"entente/ui/theme"
)

// sign is a row of the legend: a sign of the screen and what it says. Help and
// docs/keys.md show the legend.
type sign struct {
	of      func(g theme.Glyphs) string
	meaning string
}

// as is a sign that is the same on every screen.
func as(s string) func(theme.Glyphs) string { return func(theme.Glyphs) string { return s } }

var legend = []sign{
	{func(g theme.Glyphs) string { return g.Held }, "a meeting in person, which took place"},
	{func(g theme.Glyphs) string { return g.Call }, "a call by telephone or video, which took place"},
	{func(g theme.Glyphs) string { return g.Summit }, "a summit: a gathering of three or more delegations, which took place"},
	{func(g theme.Glyphs) string { return g.Planned }, "planned: announced, and no article tells that it took place"},
	{func(g theme.Glyphs) string { return g.Off }, "off: cancelled, refused or denied; it did not take place"},
	{as("3"), "at the right of a row: how many independent sources there are; copies of one text count once"},
	{func(g theme.Glyphs) string { return g.Conflict }, "the reports contradict one another; c shows on what"},
	{func(g theme.Glyphs) string { return g.Amended }, "you have corrected it; w shows what, and by which line of your corrections"},
	{as("?"), "it is less than half sure that this was read rightly; w shows from what"},
	{as("+3d"), "by the day of the report: the days between the meeting and the first report; negative for one that was announced"},
	{as("!"), "on a person's way: two countries on one day, a long journey or a date that was read wrongly"},
	{func(g theme.Glyphs) string { return g.Ticked }, "marked with the space bar: y, W, x, = and the marks act on all that are"},
	{func(g theme.Glyphs) string { return g.Bookmark }, "bookmarked"},
	{func(g theme.Glyphs) string { return g.Note }, "it has a note of yours"},
	{func(g theme.Glyphs) string { return g.Tag }, "it has tags of yours"},
	{func(g theme.Glyphs) string { return g.Dot }, "at the left of a row: read"},
	{as("+ ~ -"), "news: new, revised, withdrawn"},
	{func(g theme.Glyphs) string { return g.Bars[0] }, "in the strip of meetings: none, though articles of that time were read"},
	{func(g theme.Glyphs) string { return g.Void }, "in the strips, at the place of a bar: no article of that time was read, so that silence is no finding"},
}

// signs lists those that are looked for, by themselves or by what they mean.
func (x *helping) signs(m *root) []string {
	st := m.st
	var out []string
	typed := strings.TrimSpace(x.find.Value())
	for _, s := range legend {
		glyph := s.of(st.Glyphs)
		if typed != "" && typed != glyph && !strings.Contains(text.Fold(s.meaning), text.Fold(typed)) {
			continue
		}
		if len(out) == 0 {
			out = append(out, cells.Spaces(x.w), cells.NewLine(st, x.w).Gap(2).Put(st.Strong, "Signs").String())
		}
		out = append(out, helpRow(st, x.w, cells.NewLine(st, min(keyColumn, max(0, x.w/2-4))).Put(st.Key, glyph), s.meaning, "")...)
	}
	return out
}

// isSign tells that what is typed is a sign of the legend, and no word.
func isSign(st *theme.Styles, typed string) bool {
	for _, s := range legend {
		if s.of(st.Glyphs) == typed && text.Fold(typed) != typed {
			return true
		}
	}
	return false
}
