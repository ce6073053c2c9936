package ui

import (
	"context"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"entente/ui/uitest"
)

// app is the program driven without a terminal: keys go into Update, and
// commands are run in place until none is left.
type app struct {
	t testing.TB
	m *root
	// sent is what commands asked the terminal for: the clipboard, quitting.
	sent []tea.Msg
}

// fixture is the timeline of the tests. It never changes, so that one does for all.
var fixture = sync.OnceValue(uitest.Timeline)

func start(tb testing.TB, w, h int, change ...func(*Options)) *app {
	tb.Helper()
	tl := fixture()
	o := Options{Title: "fixture", Load: func(context.Context, func(Progress)) (Loaded, error) {
		return Loaded{Timeline: tl}, nil
	}}
	for _, f := range change {
		f(&o)
	}
	a := &app{t: tb, m: newRoot(context.Background(), o)}
	a.size(w, h)
	a.drain(a.m.Init())
	return a
}

func (a *app) size(w, h int) { a.send(tea.WindowSizeMsg{Width: w, Height: h}) }

func (a *app) send(msg tea.Msg) {
	_, cmd := a.m.Update(msg)
	a.drain(cmd)
}

// drain runs a command and all that follow from it.
func (a *app) drain(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			a.drain(c)
		}
	case loadedMsg, progressMsg, filesChangedMsg, pageSetMsg, facetsCountedMsg, openedMsg, viewSavedMsg, correctedMsg, optionsMsg, viewsReadMsg, pipedMsg, editedMsg, markedMsg,
		copiedMsg, newsMsg, rememberedMsg, writtenMsg:
		a.send(msg)
	default:
		a.sent = append(a.sent, msg)
	}
}

// press types keys, written as the key map writes them: "g g", "ctrl+d", "enter".
// A word in quotation marks is typed letter by letter.
func (a *app) press(seq string) *app {
	a.t.Helper()
	for k := range strings.FieldsSeq(seq) {
		a.send(keyMsg(k))
	}
	return a
}

// typed types text letter by letter.
func (a *app) typed(s string) *app {
	for _, r := range s {
		if r == ' ' {
			a.send(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
			continue
		}
		a.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return a
}

var codes = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "backspace": tea.KeyBackspace, "up": tea.KeyUp, "down": tea.KeyDown,
	"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
	"delete": tea.KeyDelete, "f1": tea.KeyF1,
}

func keyMsg(name string) tea.KeyPressMsg {
	var mod tea.KeyMod
	for {
		if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
			mod |= tea.ModCtrl
			name = rest
			continue
		}
		if rest, ok := strings.CutPrefix(name, "shift+"); ok {
			mod |= tea.ModShift
			name = rest
			continue
		}
		break
	}
	if c, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: c, Mod: mod}
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	r, _ := utf8.DecodeRuneInString(name)
	if mod != 0 {
		return tea.KeyPressMsg{Code: r, Mod: mod}
	}
	return tea.KeyPressMsg{Code: r, Text: name}
}

// screen is the frame as plain text.
func (a *app) screen() string { return ansi.Strip(strings.Join(a.m.frame, "\n")) }

func (a *app) row(y int) string { return strings.Split(a.screen(), "\n")[y] }

func (a *app) has(want ...string) *app {
	a.t.Helper()
	for _, w := range want {
		if !strings.Contains(a.screen(), w) {
			a.t.Fatalf("no %q on the screen:\n%s", w, a.screen())
		}
	}
	return a
}

func (a *app) hasNot(unwanted ...string) *app {
	a.t.Helper()
	for _, w := range unwanted {
		if strings.Contains(a.screen(), w) {
			a.t.Fatalf("%q is on the screen:\n%s", w, a.screen())
		}
	}
	return a
}

// at checks which meeting the cursor is on.
func (a *app) at(id string) *app {
	a.t.Helper()
	cur := a.m.list.l.Current()
	if cur == nil || cur.ID != id {
		got := "nothing"
		if cur != nil {
			got = cur.ID
		}
		a.t.Fatalf("the cursor is on %s, want %s:\n%s", got, id, a.screen())
	}
	return a
}

func (a *app) quitted() bool {
	for _, m := range a.sent {
		if _, ok := m.(tea.QuitMsg); ok {
			return true
		}
	}
	return false
}
