package uitest

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// Terminal runs a whole program against an emulator: what it writes is drawn
// into cells, what the emulator answers and what the test types goes to its input.
type Terminal struct {
	t    testing.TB
	mu   sync.Mutex // one of Write, Render and Resize at a time
	emu  *vt.Emulator
	prog *tea.Program
	in   *io.PipeWriter
	raw  []byte // what the program wrote
	done chan struct{}
	err  error
}

// output draws what the program writes. There is no tty here to turn a line
// feed into a new line, so it does.
type output struct{ t *Terminal }

func (o output) Write(p []byte) (int, error) {
	o.t.mu.Lock()
	defer o.t.mu.Unlock()
	o.t.raw = append(o.t.raw, p...)
	if _, err := o.t.emu.WriteString(strings.ReplaceAll(string(p), "\n", "\r\n")); err != nil {
		return 0, fmt.Errorf("draw: %w", err)
	}
	return len(p), nil
}

// Run starts a program in a terminal of a size. It is stopped when the test ends.
func Run(tb testing.TB, model tea.Model, w, h int) *Terminal {
	tb.Helper()
	r, in := io.Pipe()
	x := &Terminal{t: tb, emu: vt.NewEmulator(w, h), in: in, done: make(chan struct{})}
	x.prog = tea.NewProgram(model, tea.WithInput(r), tea.WithOutput(output{x}), tea.WithWindowSize(w, h),
		tea.WithEnvironment([]string{"TERM=xterm-256color", "COLORTERM=truecolor"}), tea.WithoutSignals(), tea.WithFPS(120))
	go func() { // answers to queries, such as the background's colour
		buf := make([]byte, 1024)
		for {
			n, err := x.emu.Read(buf)
			if n > 0 {
				if _, werr := in.Write(buf[:n]); werr != nil {
					return
				}
			}
			if err != nil {
				return
			}
		}
	}()
	go func() {
		defer close(x.done)
		_, x.err = x.prog.Run()
	}()
	tb.Cleanup(func() {
		x.prog.Quit()
		<-x.done
		_ = in.Close()
		// The emulator's own Close races with its Read; the end of its pipe ends Read as well.
		if p, ok := x.emu.InputPipe().(io.Closer); ok {
			_ = p.Close()
		}
	})
	return x
}

// Type sends bytes as a keyboard would.
func (x *Terminal) Type(s string) *Terminal {
	x.t.Helper()
	if _, err := io.WriteString(x.in, s); err != nil {
		x.t.Fatalf("type %q: %v", s, err)
	}
	return x
}

// Resize changes the terminal's size.
func (x *Terminal) Resize(w, h int) *Terminal {
	x.mu.Lock()
	x.emu.Resize(w, h)
	x.mu.Unlock()
	x.prog.Send(tea.WindowSizeMsg{Width: w, Height: h})
	return x
}

// Screen is what the terminal shows, row by row.
func (x *Terminal) Screen() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	var b strings.Builder
	for y := range x.emu.Height() {
		for c := 0; c < x.emu.Width(); {
			cell := x.emu.CellAt(c, y)
			n := 1
			if cell != nil && cell.Content != "" {
				b.WriteString(cell.Content)
				n = max(1, cell.Width)
			} else {
				b.WriteByte(' ')
			}
			c += n
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Written is every byte that the program has written so far.
func (x *Terminal) Written() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return string(x.raw)
}

// Cell is one cell of the screen.
func (x *Terminal) Cell(col, row int) *uv.Cell {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.emu.CellAt(col, row)
}

// patience is how long a state is waited for before the test gives up.
const patience = 30 * time.Second

// Wait waits until the screen shows a text.
func (x *Terminal) Wait(want string) *Terminal {
	x.t.Helper()
	return x.until(func(s string) bool { return strings.Contains(s, want) }, "shows "+want)
}

// Gone waits until the screen does not show a text.
func (x *Terminal) Gone(want string) *Terminal {
	x.t.Helper()
	return x.until(func(s string) bool { return !strings.Contains(s, want) }, "does not show "+want)
}

func (x *Terminal) until(ok func(string) bool, what string) *Terminal {
	x.t.Helper()
	limit := time.After(patience)
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	for !ok(x.Screen()) {
		select {
		case <-limit:
			x.t.Fatalf("the screen never %s:\n%s", what, x.Screen())
		case <-tick.C:
		}
	}
	return x
}

// Ended waits until the program has ended.
func (x *Terminal) Ended() {
	x.t.Helper()
	select {
	case <-x.done:
	case <-time.After(patience):
		x.t.Fatalf("the program does not end:\n%s", x.Screen())
	}
	if x.err != nil {
		x.t.Fatalf("the program ended with %v", x.err)
	}
}
