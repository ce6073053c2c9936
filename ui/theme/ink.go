package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Ink puts one style round plain text. The escapes are made once, when the
// styles are built: a frame has some hundred pieces, and putting two strings
// round each costs far less than asking a style to render it.
type Ink struct{ on, off string }

// NewInk takes a style's escapes; attributes that change the text's size,
// such as padding, do not belong in it.
func NewInk(s lipgloss.Style) Ink {
	on, off, ok := strings.Cut(s.Render("x"), "x")
	if !ok {
		return Ink{}
	}
	return Ink{on, off}
}

// Do returns the text in the ink. The text must be plain: an escape in it would end the ink early.
func (k Ink) Do(s string) string {
	if k.on == "" || s == "" {
		return s
	}
	return k.on + s + k.off
}

// Write appends the text in the ink to b.
func (k Ink) Write(b *strings.Builder, s string) {
	if s == "" {
		return
	}
	b.WriteString(k.on)
	b.WriteString(s)
	b.WriteString(k.off)
}

// Link returns the ink with a link under the text. The address must have
// passed text.Link: it goes into an escape sequence as it is.
func (k Ink) Link(address string) Ink {
	if address == "" {
		return k
	}
	return Ink{"\x1b]8;;" + address + "\x1b\\" + k.on, k.off + "\x1b]8;;\x1b\\"}
}

// On returns the escapes that begin the ink.
func (k Ink) On() string { return k.on }
