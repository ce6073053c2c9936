package ui

import (
	"context"
	"flag"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"entente/model"
	"entente/text/hostile"
)

var everyPayload = flag.Bool("hostile", false, "every payload through every screen")

// laden is a timeline in which every field holds the payload, as if no door had been passed.
func laden(s string) *model.Timeline {
	a := &model.Article{
		ID: "dir/" + s + ".txt", Path: "dir/" + s + ".txt", Title: "Title " + s, Source: "Outlet " + s, Byline: s, URL: "javascript:" + s,
		Text: "They met. " + s + " They parted.\n\n" + s, Markdown: true, Published: model.NewDate(2024, 1, 2),
		Sources: []model.SourceRef{{Outlet: s, URL: s}}, Summary: []model.Span{{Start: 0, End: 10 + len(s)}},
	}
	who := model.Participant{Name: "Ann " + s, Office: "Minister of " + s, Party: model.Party("XX" + s)}
	r := &model.Report{
		Article: a, Date: a.Published, People: []model.Participant{who}, Parties: []model.Party{who.Party}, Place: model.Place{City: "City " + s, Host: who.Party},
		Topics: []string{s}, Evidence: []model.Evidence{{Field: "people", Span: model.Span{Start: 0, End: 10 + len(s)}, Rule: s, Note: s}}, Trace: []string{s},
	}
	m := &model.Meeting{
		ID: "h1", Date: r.Date, People: r.People, Parties: r.Parties, Place: r.Place, Topics: r.Topics, Title: a.Title, Reports: []*model.Report{r}, Sources: 1,
		Conflicts: []model.Conflict{{Field: s, Values: []model.ConflictValue{{Value: s, Reports: 1}}}},
	}
	return model.NewTimeline([]*model.Meeting{m}, []*model.Article{a}, nil)
}

func TestHostile_NothingReachesTheTerminalAsACommand(t *testing.T) {
	step := 16
	if testing.Short() {
		step = 40
	}
	for i, p := range hostile.All() {
		if !*everyPayload && i%step != 0 {
			continue
		}
		s := p.Text
		for _, keys := range []string{"", "enter", "enter g s", "w", "c", "i", "f l", "f c", "f t", "g a", "g c", "g m", "g i", "g r", "&", "p", "*", "y y", "y q", "o", ": m e s s a g e s enter"} {
			a := start(t, 120, 40, func(o *Options) {
				o.Title = s
				o.Load = func(context.Context, func(Progress)) (Loaded, error) {
					return Loaded{Timeline: laden(s), Notes: []string{"could not read " + s}}, nil
				}
			})
			a.press(keys)
			exact(t, a, 120, 40, keys+" of "+s)
			for _, row := range a.m.frame {
				harmless(t, row, keys, s)
			}
			if title := a.m.View().WindowTitle; title != "entente" {
				t.Errorf("the window's title is %q", title)
			}
		}
	}
}

// harmless checks that a row holds letters and SGR, and nothing else.
func harmless(t *testing.T, row, keys, payload string) {
	t.Helper()
	var state byte
	p := ansi.NewParser()
	for row != "" {
		seq, _, n, next := ansi.DecodeSequence(row, state, p)
		switch {
		case strings.HasPrefix(seq, "\x1b[") && strings.HasSuffix(seq, "m"):
		case strings.HasPrefix(seq, "\x1b]8;;http"), seq == "\x1b]8;;\x07", seq == "\x1b]8;;\x1b\\":
		default:
			if r, _, found := hostile.Obeyed(seq); found || seq == "\n" {
				t.Fatalf("%q over %q: the row holds %U in %q", keys, payload, r, seq)
			}
		}
		state, row = next, row[n:]
	}
}

func TestHostile_PastedFilterIsClean(t *testing.T) {
	for _, p := range hostile.All() {
		s := p.Text
		a := start(t, 80, 24)
		a.press("/")
		a.m.typeText("who:" + s)
		a.m.compose()
		exact(t, a, 80, 24, s)
		for _, row := range a.m.frame {
			harmless(t, row, "filter", s)
		}
	}
}
