package ui

import (
	"context"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"entente/model"
)

// Everything here once did something to the terminal of a program that showed
// it as it came: in a title, a name, a place, a file's name, a filter.
var payloads = []string{
	"\x1b]52;c;ZXZpbA==\x07", "\x1b]0;title\x07", "\x1b[2J\x1b[H", "\u009b31m", "\u009d0;x\u009c", "&#27;]0;X&#7;", "a\rb\bc", "\u202egnp.exe",
	"\x1b]8;;javascript:alert(1)\x1b\\click\x1b]8;;\x1b\\", "\x1bP0;1|17/ab\x1b\\", "\x00\x7f\xff", "line\nfeed", "tab\there", "e" + strings.Repeat("\u0301", 200),
	"unfinished \x1b]8;;http://a", "\u2066isolate\u2069", "\u200bzero",
}

func hostile(s string) *model.Timeline {
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
	for i, s := range payloads {
		if testing.Short() && i%4 != 0 {
			continue
		}
		for _, keys := range []string{"", "enter", "enter g s", "w", "c", "i", "f l", "f c", "f t", "g a", "g c", "g m", "g i", "g r", "&", "p", "*", "y y", "y q", "o", ": m e s s a g e s enter"} {
			a := start(t, 120, 40, func(o *Options) {
				o.Title = s
				o.Load = func(context.Context, func(Progress)) (Loaded, error) {
					return Loaded{Timeline: hostile(s), Notes: []string{"could not read " + s}}, nil
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
			for _, r := range seq {
				if r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
					t.Fatalf("%q over %q: the row holds %q", keys, payload, seq)
				}
			}
		}
		state, row = next, row[n:]
	}
}

func TestHostile_PastedFilterIsClean(t *testing.T) {
	for _, s := range payloads {
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
