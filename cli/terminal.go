package cli

import (
	"bytes"
	"errors"
	"image/color"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
)

type colour = color.Color

// isTerminal tells that a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

// terminalWidth is the number of columns of a terminal.
func terminalWidth(stream any) (int, bool) {
	f, ok := stream.(*os.File)
	if !ok || !term.IsTerminal(f.Fd()) {
		return 0, false
	}
	w, _, err := term.GetSize(f.Fd())
	return w, err == nil && w > 0
}

// restorer remembers how the terminal is, and returns what makes it so again: its
// modes, the screen that scrolls, the cursor, no mouse, no bracketed paste. It
// does not wait for a terminal that takes nothing any more.
func restorer(in, out any) func() {
	i, isFile := in.(*os.File)
	o, ok := out.(*os.File)
	if !isFile || !ok {
		return func() {}
	}
	before, err := term.GetState(i.Fd())
	return func() {
		if err == nil {
			_ = term.Restore(i.Fd(), before) // nobody is left to tell of a failure
		}
		written := make(chan struct{})
		go func() {
			_, _ = o.WriteString("\x1b[?1003l\x1b[?1002l\x1b[?1006l\x1b[?2004l\x1b[m\x1b[?1049l\x1b[?25h")
			close(written)
		}()
		select {
		case <-written:
		case <-time.After(patience / 4):
		}
	}
}

// colour is standard output for styled text: colours go where the terminal
// has none, where the output is none, and where the user wants none. What is
// written has to end in a line's end.
func (a *app) colour() io.Writer {
	w := colorprofile.NewWriter(a.Out, os.Environ())
	if a.flags.noColor || !isTerminal(a.Out) {
		w.Profile = colorprofile.NoTTY
	}
	return &wholeLines{w: w}
}

// wholeLines passes on whole lines only. What takes colours out looks at each
// write by itself: half a letter at its end is a control of the second block to
// it, which may take the rest of the text along, and half a sequence is text.
type wholeLines struct {
	w    io.Writer
	rest []byte
}

// Write keeps what stands behind the last line's end for the next time.
func (l *wholeLines) Write(p []byte) (int, error) {
	l.rest = append(l.rest, p...)
	n := bytes.LastIndexByte(l.rest, '\n') + 1
	if _, err := l.w.Write(l.rest[:n]); err != nil {
		return 0, err //nolint:wrapcheck // the caller names the stream.
	}
	l.rest = append(l.rest[:0], l.rest[n:]...)
	return len(p), nil
}

// choice is a flag that takes one of a few words; the first is the default.
type choice struct {
	value string
	words []string
}

func newChoice(words ...string) *choice { return &choice{words[0], words} }

// String is the value chosen.
func (c *choice) String() string { return c.value }

// Type is what help calls the value.
func (*choice) Type() string { return "word" }

// Set takes one of the words.
func (c *choice) Set(s string) error {
	if !slices.Contains(c.words, s) {
		return errors.New("choose among " + strings.Join(c.words, ", "))
	}
	c.value = s
	return nil
}
