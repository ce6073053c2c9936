// Package field is a line of text that is being typed: a filter, a command,
// a word to look for. It edits and draws itself and remembers what was entered
// before; what the text means is its owner's business.
package field

import (
	"strings"
	"unicode"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"entente/text"
	"entente/ui/cells"
	"entente/ui/theme"
)

// Field is the line. What edits it is bubbles/textinput; the history, and
// drawing to the cell, are its own.
type Field struct {
	in textinput.Model

	history []string // the oldest first
	at      int      // place in the history; len(history) is the line itself
	kept    string   // the line as it was before going back in the history
}

// longest keeps a paste of a whole file from freezing the line.
const longest = 2000

// bindings are the keys of the line. Up and down are the history's, Tab is the
// owner's; the program has a terminal's paste and asks no other clipboard.
var bindings = func() textinput.KeyMap {
	m := textinput.DefaultKeyMap()
	for _, b := range []*key.Binding{&m.Paste, &m.AcceptSuggestion, &m.NextSuggestion, &m.PrevSuggestion} {
		b.SetEnabled(false)
	}
	return m
}()

// New makes a line with a text in it and the cursor at its end.
func New(value string, history []string) *Field {
	f := &Field{in: textinput.New(), history: history, at: len(history)}
	f.in.KeyMap = bindings
	f.in.CharLimit = longest
	f.in.SetVirtualCursor(false)
	f.in.Focus() // without a cursor of its own there is nothing to blink
	f.Set(value)
	return f
}

// Value returns the text.
func (f *Field) Value() string { return f.in.Value() }

// Before returns the text before the cursor.
func (f *Field) Before() string { return string([]rune(f.in.Value())[:f.in.Position()]) }

// Set replaces the text and puts the cursor behind it.
func (f *Field) Set(s string) {
	f.in.SetValue(clean(s))
	f.in.CursorEnd()
}

// clean makes typed or pasted text fit for one row, and keeps the spaces that are being typed.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return ' '
		}
		return r
	}, text.Body(s))
}

// Insert types text at the cursor.
func (f *Field) Insert(s string) { f.in, _ = f.in.Update(tea.PasteMsg{Content: clean(s)}) }

// ReplaceWord puts text in the place of the n runes before the cursor.
func (f *Field) ReplaceWord(n int, s string) {
	runes, at := []rune(f.in.Value()), f.in.Position()
	n = min(n, at)
	f.in.SetValue(string(runes[:at-n]) + string(runes[at:]))
	f.in.SetCursor(at - n)
	f.Insert(s)
}

// Key edits by a key. It reports whether the key meant anything to it.
func (f *Field) Key(msg tea.KeyPressMsg) bool {
	switch msg.String() {
	case "up", "ctrl+p":
		f.recall(-1)
		return true
	case "down", "ctrl+n":
		f.recall(1)
		return true
	}
	k := f.in.KeyMap
	if !key.Matches(msg, k.CharacterForward, k.CharacterBackward, k.WordForward, k.WordBackward, k.DeleteWordBackward, k.DeleteWordForward,
		k.DeleteAfterCursor, k.DeleteBeforeCursor, k.DeleteCharacterBackward, k.DeleteCharacterForward, k.LineStart, k.LineEnd) {
		return false
	}
	f.in, _ = f.in.Update(msg)
	return true
}

// recall goes through what was entered before.
func (f *Field) recall(step int) {
	next := f.at + step
	if next < 0 || next > len(f.history) {
		return
	}
	if f.at == len(f.history) {
		f.kept = f.Value()
	}
	f.at = next
	if next == len(f.history) {
		f.Set(f.kept)
		return
	}
	f.Set(f.history[next])
}

// Remember adds an entry to a history; one that is there already moves to the end.
func Remember(history []string, entry string) []string {
	const most = 200
	if entry = strings.TrimSpace(entry); entry == "" {
		return history
	}
	out := make([]string, 0, len(history)+1)
	for _, h := range history {
		if h != entry {
			out = append(out, h)
		}
	}
	out = append(out, entry)
	return out[max(0, len(out)-most):]
}

// View draws the line in w cells behind a label, and tells the cell of the
// cursor. A text that is too long is scrolled so that the cursor is seen. The
// component's own drawing will not do: it takes each rune for a cell.
func (f *Field) View(st *theme.Styles, label string, w int) (row string, cursor int) {
	l, runes, at := cells.NewLine(st, w), []rune(f.in.Value()), f.in.Position()
	if n := text.Width(label); n > w/2 && n > 2 { // what is typed needs room, too: the label gives way from its front
		label = label[strings.LastIndexByte(strings.TrimRight(label, " "), ' ')+1:]
	}
	l.Put(st.Key, label)
	l.Gap(len(label) - len(strings.TrimRight(label, " ")))
	room := l.Left() - 1 // the cursor needs a cell of its own at the end
	from := 0
	for from < at && text.Width(string(runes[from:at])) > room {
		from++
	}
	cursor = min(l.At()+text.Width(string(runes[from:at])), max(0, w-1))
	to := len(runes)
	for to > at && text.Width(string(runes[from:to])) > room {
		to--
	}
	l.PutRuns([]cells.Run{{Ink: st.Text, Text: string(runes[from:to])}})
	return l.String(), cursor
}

// Words splits a line into words as a command has them: at spaces, save those
// between quotation marks. Nothing in it has any other meaning.
func Words(s string) []string {
	var out []string
	var word strings.Builder
	var quote rune
	open := false
	for _, r := range s {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '"' || r == '\'':
			quote, open = r, true
		case unicode.IsSpace(r):
			if open {
				out = append(out, word.String())
				word.Reset()
				open = false
			}
		default:
			word.WriteRune(r)
			open = true
		}
	}
	if open {
		out = append(out, word.String())
	}
	return out
}
