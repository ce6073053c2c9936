// Package field is a line of text that is being typed: a filter, a command,
// a word to look for. It edits and draws itself and remembers what was entered
// before; what the text means is its owner's business.
package field

import (
	"strings"
	"unicode"

	"entente/text"
	"entente/ui/cells"
	"entente/ui/theme"
)

// Field is the line. The zero Field is empty.
type Field struct {
	runes  []rune
	cursor int

	history []string // the oldest first
	at      int      // place in the history; len(history) is the line itself
	kept    string   // the line as it was before going back in the history
}

// longest keeps a paste of a whole file from freezing the line.
const longest = 2000

// New makes a line with a text in it and the cursor at its end.
func New(value string, history []string) *Field {
	f := &Field{history: history, at: len(history)}
	f.Set(value)
	return f
}

// Value returns the text.
func (f *Field) Value() string { return string(f.runes) }

// Before returns the text before the cursor.
func (f *Field) Before() string { return string(f.runes[:f.cursor]) }

// Set replaces the text and puts the cursor behind it.
func (f *Field) Set(s string) {
	f.runes = []rune(clean(s))
	if len(f.runes) > longest {
		f.runes = f.runes[:longest]
	}
	f.cursor = len(f.runes)
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
func (f *Field) Insert(s string) {
	add := []rune(clean(s))
	if len(f.runes)+len(add) > longest {
		add = add[:max(0, longest-len(f.runes))]
	}
	out := make([]rune, 0, len(f.runes)+len(add))
	out = append(append(append(out, f.runes[:f.cursor]...), add...), f.runes[f.cursor:]...)
	f.runes = out
	f.cursor += len(add)
}

// ReplaceWord puts text in the place of the n runes before the cursor.
func (f *Field) ReplaceWord(n int, s string) {
	n = min(n, f.cursor)
	f.runes = append(f.runes[:f.cursor-n:f.cursor-n], f.runes[f.cursor:]...)
	f.cursor -= n
	f.Insert(s)
}

// Key edits by the name of a key. It reports whether the key meant anything to it.
func (f *Field) Key(key string) bool {
	switch key {
	case "left", "ctrl+b":
		f.cursor = max(0, f.cursor-1)
	case "right", "ctrl+f":
		f.cursor = min(len(f.runes), f.cursor+1)
	case "home", "ctrl+a":
		f.cursor = 0
	case "end", "ctrl+e":
		f.cursor = len(f.runes)
	case "alt+left", "ctrl+left", "alt+b":
		f.cursor = f.wordBack()
	case "alt+right", "ctrl+right", "alt+f":
		f.cursor = f.wordOn()
	case "backspace":
		f.remove(max(0, f.cursor-1), f.cursor)
	case "delete", "ctrl+d":
		f.remove(f.cursor, min(len(f.runes), f.cursor+1))
	case "ctrl+w", "alt+backspace":
		f.remove(f.wordBack(), f.cursor)
	case "ctrl+u":
		f.remove(0, f.cursor)
	case "ctrl+k":
		f.remove(f.cursor, len(f.runes))
	case "up", "ctrl+p":
		f.recall(-1)
	case "down", "ctrl+n":
		f.recall(1)
	default:
		return false
	}
	return true
}

func (f *Field) remove(from, to int) {
	f.runes = append(f.runes[:from:from], f.runes[to:]...)
	f.cursor = from
}

func (f *Field) wordBack() int {
	i := f.cursor
	for i > 0 && unicode.IsSpace(f.runes[i-1]) {
		i--
	}
	for i > 0 && !unicode.IsSpace(f.runes[i-1]) {
		i--
	}
	return i
}

func (f *Field) wordOn() int {
	i := f.cursor
	for i < len(f.runes) && unicode.IsSpace(f.runes[i]) {
		i++
	}
	for i < len(f.runes) && !unicode.IsSpace(f.runes[i]) {
		i++
	}
	return i
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
// cursor. A text that is too long is scrolled so that the cursor is seen.
func (f *Field) View(st *theme.Styles, label string, w int) (row string, cursor int) {
	l := cells.NewLine(st, w)
	l.Put(st.Key, label)
	l.Gap(len(label) - len(strings.TrimRight(label, " ")))
	room := l.Left() - 1 // the cursor needs a cell of its own at the end
	from := 0
	for from < f.cursor && text.Width(string(f.runes[from:f.cursor])) > room {
		from++
	}
	cursor = min(l.At()+text.Width(string(f.runes[from:f.cursor])), max(0, w-1))
	to := len(f.runes)
	for to > f.cursor && text.Width(string(f.runes[from:to])) > room {
		to--
	}
	l.PutRuns([]cells.Run{{Ink: st.Text, Text: string(f.runes[from:to])}})
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
