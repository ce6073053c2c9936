package main_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"entente/bench/pty"
)

// program builds entente once for the tests that run it whole.
var program = sync.OnceValues(func() (string, error) {
	name := filepath.Join(os.TempDir(), "entente-faults-"+time.Now().Format("150405.000000"))
	c := exec.Command("go", "build", "-o", name, ".")
	c.Env = append(os.Environ(), "CGO_ENABLED=0") // as it is handed on, also where races are looked for
	out, err := c.CombinedOutput()
	if err != nil {
		return "", errors.Join(err, errors.New(string(out)))
	}
	return name, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if name, err := program(); err == nil {
		_ = os.Remove(name)
	}
	os.Exit(code)
}

// world is a user with a folder of articles and a home.
type world struct {
	t       *testing.T
	program string
	home    string
	pile    string
}

const article = "KYIV, 14 August 2024 - President Volodymyr Zelenskyy met with Estonian Prime Minister Kristen Michal in Kyiv on Tuesday.\n"

func newWorld(t *testing.T) *world {
	t.Helper()
	name, err := program()
	if err != nil {
		t.Fatal(err)
	}
	w := &world{t: t, program: name, home: filepath.Join(t.TempDir(), "home"), pile: filepath.Join(t.TempDir(), "pile")}
	for _, dir := range []string{w.home, w.pile} {
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	w.write("a.txt", article)
	return w
}

func (w *world) write(name, content string) {
	w.t.Helper()
	if err := os.WriteFile(filepath.Join(w.pile, name), []byte(content), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

// environment is what the program sees; more comes last and wins.
func (w *world) environment(more ...string) []string {
	return append([]string{"HOME=" + w.home, "PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8", "TERM=xterm-256color"}, more...)
}

// run runs a command line of the shell in which $E is the program and $P the folder.
func (w *world) run(line string, env ...string) (out, errs string, code int) {
	w.t.Helper()
	c := exec.CommandContext(w.t.Context(), "bash", "-c", line)
	c.Env = w.environment(append(env, "E="+w.program, "P="+w.pile)...)
	var o, e bytes.Buffer
	c.Stdout, c.Stderr = &o, &e
	if err := c.Run(); err != nil && c.ProcessState == nil {
		w.t.Fatal(err)
	}
	return o.String(), e.String(), c.ProcessState.ExitCode()
}

// session is the program on a screen.
type session struct {
	t        *testing.T
	cmd      *exec.Cmd
	terminal *os.File // our end
	tty      *os.File // the program's
	before   *unix.Termios
	mu       sync.Mutex
	seen     []byte
	gate     sync.Mutex    // held, the terminal takes nothing more
	read     chan struct{} // closed when nothing more comes
}

func (w *world) screen(env []string, args ...string) *session {
	w.t.Helper()
	terminal, name, err := pty.Open(80, 24)
	if err != nil {
		w.t.Skip("there is no pseudo-terminal here:", err)
	}
	s := &session{t: w.t, terminal: terminal, cmd: exec.CommandContext(w.t.Context(), w.program, args...), read: make(chan struct{})}
	s.cmd.Env = env
	if s.before, err = unix.IoctlGetTermios(int(terminal.Fd()), unix.TCGETS); err != nil { // the same for both ends
		w.t.Fatal(err)
	}
	if s.tty, err = pty.Start(s.cmd, name); err != nil {
		w.t.Fatal(err)
	}
	go func() {
		defer close(s.read)
		buf := make([]byte, 64<<10)
		for {
			n, err := s.take(buf)
			s.mu.Lock()
			s.seen = append(s.seen, buf[:n]...)
			s.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	w.t.Cleanup(func() { _ = s.cmd.Process.Kill(); _ = s.tty.Close(); _ = s.terminal.Close() })
	return s
}

// take reads what the program has written, unless the gate is closed.
func (s *session) take(buf []byte) (int, error) {
	s.gate.Lock()
	defer s.gate.Unlock()
	_ = s.terminal.SetReadDeadline(time.Now().Add(50 * time.Millisecond)) // so that the gate can be closed while nothing comes
	n, err := s.terminal.Read(buf)
	if errors.Is(err, os.ErrDeadlineExceeded) {
		err = nil
	}
	return n, err
}

func (s *session) written() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return string(s.seen)
}

// wait waits until the program has written the words.
func (s *session) wait(words string) {
	s.t.Helper()
	for limit := time.Now().Add(30 * time.Second); !strings.Contains(s.written(), words); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(limit) {
			s.t.Fatalf("the screen never shows %q: %q", words, s.written())
		}
	}
}

// all is what the program has written, after its end: nobody holds the terminal's other end then, so that reading meets an end, too.
func (s *session) all() string {
	s.t.Helper()
	_ = s.tty.Close()
	select {
	case <-s.read:
	case <-time.After(30 * time.Second):
		s.t.Fatal("the terminal does not come to an end")
	}
	return s.written()
}

// ended waits for the program's end and returns its exit code.
func (s *session) ended() int {
	s.t.Helper()
	done := make(chan struct{})
	go func() { _ = s.cmd.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(30 * time.Second):
		s.t.Fatal("the program does not end")
	}
	return s.cmd.ProcessState.ExitCode()
}

// restored checks that the terminal is as it was: its modes, the screen, the cursor.
func (s *session) restored() {
	s.t.Helper()
	after, err := unix.IoctlGetTermios(int(s.tty.Fd()), unix.TCGETS)
	if err != nil || !reflect.DeepEqual(after, s.before) {
		s.t.Errorf("the terminal's modes are %+v, %v; they were %+v", after, err, s.before)
	}
	out := s.all()
	for _, mode := range []string{"?1049", "?2004", "?1003", "?1006"} {
		if on, off := strings.LastIndex(out, "\x1b["+mode+"h"), strings.LastIndex(out, "\x1b["+mode+"l"); on > off {
			s.t.Errorf("mode %s is left on", mode)
		}
	}
	if hidden, shown := strings.LastIndex(out, "\x1b[?25l"), strings.LastIndex(out, "\x1b[?25h"); hidden > shown {
		s.t.Error("the cursor is left hidden")
	}
}

// TestFaults_Signals stops the screen in every way that lets a program say goodbye.
func TestFaults_Signals(t *testing.T) {
	for _, c := range []struct {
		name string
		sig  syscall.Signal
	}{{"TERM", syscall.SIGTERM}, {"HUP", syscall.SIGHUP}, {"INT", syscall.SIGINT}} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			s := w.screen(w.environment(), w.pile)
			s.wait("Michal")
			if err := s.cmd.Process.Signal(c.sig); err != nil {
				t.Fatal(err)
			}
			if code := s.ended(); code != 130 {
				t.Errorf("exit code %d", code)
			}
			s.restored()
		})
	}
}

// TestFaults_TerminalTakesNothing: the program cannot write its farewell, and ends with the terminal's modes as they were.
func TestFaults_TerminalTakesNothing(t *testing.T) {
	w := newWorld(t)
	s := w.screen(w.environment(), "--mouse")
	s.wait("Trudeau")
	s.gate.Lock()
	defer s.gate.Unlock()
	for range 40 { // some of these frames fill what the terminal holds back
		if _, err := s.terminal.WriteString("Ggg"); err != nil {
			t.Fatal(err)
		}
		time.Sleep(20 * time.Millisecond)
	}
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if code := s.ended(); code != 130 {
		t.Errorf("exit code %d", code)
	}
	if after, err := unix.IoctlGetTermios(int(s.tty.Fd()), unix.TCGETS); err != nil || !reflect.DeepEqual(after, s.before) {
		t.Errorf("the terminal's modes are %+v, %v; they were %+v", after, err, s.before)
	}
}

// TestFaults_TerminalCloses: a window that is closed takes the program along, and nothing is left running.
func TestFaults_TerminalCloses(t *testing.T) {
	w := newWorld(t)
	s := w.screen(w.environment(), w.pile)
	s.wait("Michal")
	_ = s.tty.Close()
	_ = s.terminal.Close()
	s.ended()
}

// TestFaults_Terms opens the screen where little is known of the terminal.
func TestFaults_Terms(t *testing.T) {
	for _, c := range []struct{ name, term string }{{"no TERM", ""}, {"an unknown one", "TERM=nonsense-\x1b[31m"}, {"vt100", "TERM=vt100"}, {"linux", "TERM=linux"}} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			env := []string{"HOME=" + w.home, "LANG=C.UTF-8"}
			if c.term != "" {
				env = append(env, c.term)
			}
			s := w.screen(env, w.pile)
			s.wait("Michal")
			if _, err := s.terminal.WriteString("q"); err != nil {
				t.Fatal(err)
			}
			if code := s.ended(); code != 0 {
				t.Errorf("exit code %d", code)
			}
			s.restored()
		})
	}
	w := newWorld(t)
	s := w.screen(w.environment("TERM=dumb"), w.pile)
	if code := s.ended(); code != 0 {
		t.Errorf("exit code %d with TERM=dumb", code)
	}
	if out := s.all(); !strings.Contains(out, "Michal") || strings.Contains(out, "\x1b[?1049h") {
		t.Errorf("TERM=dumb prints %q", out)
	}
}

// TestFaults_Streams: no terminal, closed pipes, closed and full outputs, no place for files.
func TestFaults_Streams(t *testing.T) {
	const row = "2024-08-13  ● meeting  Kyiv  1  Volodymyr Zelenskyy (UA), Kristen Michal (EE)\n"
	for _, c := range []struct {
		name, line string
		out, errs  string // "*" for anything
		code       int
	}{
		{"no terminal", `setsid -w "$E" "$P" </dev/null`, row, "", 0},
		{"a pipe that is closed", `"$E" list --format jsonl | head -c 1; exit ${PIPESTATUS[1]}`, "{", "", 0},
		{"a pipe that is closed before", `"$E" list "$P" | true; exit ${PIPESTATUS[1]}`, "", "", 0},
		{"no standard input", `"$E" list "$P" <&-`, row, "", 0},
		{"no standard input, and it is asked for", `"$E" list - <&-`, "", "entente: standard input is empty\nentente: no article was found\n", 3},
		{"no standard output", `"$E" list "$P" >&-`, "", "", 0}, // Go opens /dev/null in its place
		{"no standard error", `"$E" list "$P/nothing" 2>&-`, "", "", 3},
		{"a full disk behind standard output", `"$E" list "$P" >/dev/full`, "", "entente: standard output: write /dev/stdout: no space left on device\n", 1},
		{"a full disk behind a named output", `"$E" export csv -o /dev/full "$P"`, "", "entente: write /dev/full: no space left on device\n", 1},
		{"no room for an export", `ulimit -f 0; "$E" export csv -o "$P/out.csv" "$P"; c=$?; ls -A "$P"; exit $c`, "a.txt\n", "entente: write $P/out.csv: file too large\n", 1},
		{"no room for the index", `ulimit -f 0; "$E" list "$P"`, row, "", 0},
		{
			"no room for all of the index", `for i in $(seq 999); do cp "$P/a.txt" "$P/$i.txt"; done; ulimit -f 256; "$E" index "$P" >/dev/null; c=$?; "$E" list "$P" 2>/dev/null | tail -1; exit $c`,
			"2024-08-13  ● meeting  Kyiv  1  Volodymyr Zelenskyy (UA), Kristen Michal (EE)\n", "*", 1,
		},
		{"no room for a correction", `ulimit -f 0; "$E" corrections add 'alias "a" = "b"' "$P"; c=$?; ls -A "$P" "$P/.." | grep -c corrections; exit $c`, "0\n", "*", 1},
		{"a home that cannot be written", `"$E" list "$P"`, row, "", 0},
		{"no home", `unset HOME; "$E" list "$P"`, row, "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			var env []string
			if strings.HasPrefix(c.name, "a home") {
				env = []string{"HOME=/proc/nothing"} // where nobody can make a folder, root included
			}
			out, errs, code := w.run(c.line, env...)
			errs = strings.ReplaceAll(errs, w.pile, "$P")
			if out != c.out || code != c.code || c.errs != "*" && errs != c.errs {
				t.Errorf("prints %q and %q, exit code %d", out, errs, code)
			}
			if c.errs == "*" && (strings.Count(errs, "\n") != 1 || !strings.HasPrefix(errs, "entente: ")) {
				t.Errorf("says %q", errs)
			}
		})
	}
}

var kills = flag.Int("kills", 6, "how often a program that exports or corrects is killed")

// TestFaults_Killed kills programs at random moments of an export and of a
// correction. The export is the one before or the one after, whole; of the corrections
// no line is lost that was said to be written, none is half there.
func TestFaults_Killed(t *testing.T) {
	w := newWorld(t)
	out := filepath.Join(w.home, "out.jsonl")
	took := [2]time.Duration{}
	for i, line := range []string{`"$E" export jsonl -o "$HOME/out.jsonl"`, `"$E" --no-index corrections add 'alias "a" = "b"' "$P"`} {
		w.run(line)
		begun := time.Now()
		w.run(line)
		took[i] = time.Since(begun)
	}
	whole, err := os.ReadFile(out)
	if err != nil || len(whole) < 1000 {
		t.Fatalf("%d bytes, %v", len(whole), err)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	during, said := 0, 2
	for n := range *kills {
		c := exec.CommandContext(t.Context(), w.program, "export", "jsonl", "-o", out)
		if n%2 == 1 {
			c = exec.CommandContext(t.Context(), w.program, "--no-index", "corrections", "add", fmt.Sprintf("alias \"a%d\" = \"b\"", n), w.pile)
		}
		c.Env = w.environment()
		begun := time.Now()
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rnd.Int64N(int64(took[n%2] * 5 / 4))))
		_ = c.Process.Kill()
		_ = c.Wait()
		if c.ProcessState.ExitCode() < 0 {
			during++
		} else if n%2 == 1 {
			said++
		}
		if now, err := os.ReadFile(out); err != nil || !bytes.Equal(now, whole) {
			t.Fatalf("after kill %d, %v from the start, the export has %d bytes of %d, %v", n, time.Since(begun), len(now), len(whole), err)
		}
	}
	raw, _ := os.ReadFile(filepath.Join(filepath.Dir(w.pile), "entente.corrections"))
	lines := 0
	for line := range strings.Lines(string(raw)) {
		if !strings.HasPrefix(line, "#") {
			lines++
			if !strings.HasPrefix(line, `alias "a`) || !strings.HasSuffix(line, "\" = \"b\"\n") {
				t.Errorf("the line %q", line)
			}
		}
	}
	if lines < said {
		t.Errorf("%d corrections were said to be written, %d are there", said, lines)
	}
	if out, errs, code := w.run(`"$E" corrections "$P" | tail -n +2 | wc -l`); strings.TrimSpace(out) != strconv.Itoa(lines) && lines > 0 || errs != "" && lines > 0 || code != 0 {
		t.Errorf("listing them: %q, %q, %d; %d are there", out, errs, code, lines)
	}
	t.Logf("%d programs killed, %d of them at work; %d corrections of %d that came to their end", *kills, during, lines, said)
}
