package pty

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"time"
)

// Session is a program that runs in a terminal of its own.
type Session struct {
	terminal *os.File
	cmd      *exec.Cmd
	begun    time.Time
	seen     []byte
}

// Run begins a program with env beside the environment that there is. Close it.
func Run(columns, rows uint16, env []string, args ...string) (*Session, error) {
	terminal, name, err := Open(columns, rows)
	if err != nil {
		return nil, err
	}
	c := exec.Command(args[0], args[1:]...) //nolint:noctx // is killed by Close; what runs is what is measured.
	c.Env = append(append(os.Environ(), "TERM=xterm-256color"), env...)
	s := &Session{terminal: terminal, cmd: c, begun: time.Now()}
	tty, err := Start(c, name)
	if err != nil {
		_ = terminal.Close()
		return nil, err
	}
	return s, tty.Close() //nolint:wrapcheck // the program has its own.
}

// Await waits until the program has shown the words, and returns the time since its start.
func (s *Session) Await(words string, patience time.Duration) (time.Duration, error) {
	_ = s.terminal.SetReadDeadline(time.Now().Add(patience))
	buf := make([]byte, 64<<10)
	for !bytes.Contains(s.seen, []byte(words)) {
		n, err := s.terminal.Read(buf)
		s.seen = append(s.seen, buf[:n]...)
		if err != nil {
			return 0, errors.Join(fmt.Errorf("it never shows %q", words), err)
		}
	}
	return time.Since(s.begun), nil
}

// Press sends keys and returns how many bytes come back until the terminal is quiet.
func (s *Session) Press(keys string, quiet time.Duration) (int, error) {
	if _, err := s.terminal.WriteString(keys); err != nil {
		return 0, fmt.Errorf("press: %w", err)
	}
	buf := make([]byte, 64<<10)
	for total := 0; ; {
		_ = s.terminal.SetReadDeadline(time.Now().Add(quiet))
		n, err := s.terminal.Read(buf)
		total += n
		if errors.Is(err, os.ErrDeadlineExceeded) {
			return total, nil
		}
		if err != nil {
			return total, fmt.Errorf("read: %w", err)
		}
	}
}

// CPU is the processor time that the program has taken so far.
func (s *Session) CPU() time.Duration {
	const tick = 10 * time.Millisecond // of the clock that Linux shows to programs
	stat, _ := os.ReadFile("/proc/" + strconv.Itoa(s.cmd.Process.Pid) + "/stat")
	_, after, _ := bytes.Cut(stat, []byte(") ")) // the name before it may hold anything
	f := bytes.Fields(after)
	const user = 11 // the fields of user and system time, counted behind the name
	if len(f) < user+2 {
		return 0
	}
	u, _ := strconv.ParseInt(string(f[user]), 10, 64)
	k, _ := strconv.ParseInt(string(f[user+1]), 10, 64)
	return time.Duration(u+k) * tick
}

// Close ends the program and returns its processor time and, in bytes, the most memory that it held.
func (s *Session) Close() (cpu time.Duration, peak int64) {
	peak = Peak(s.cmd.Process.Pid)
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
	_ = s.terminal.Close()
	return s.cmd.ProcessState.UserTime() + s.cmd.ProcessState.SystemTime(), peak
}

// Peak is the most memory in bytes that a running program has held; 0 for one
// that has ended. What the system tells at its end counts the memory of whoever started it too.
func Peak(pid int) int64 {
	status, _ := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
	_, after, _ := bytes.Cut(status, []byte("VmHWM:"))
	f := bytes.Fields(after)
	if len(f) == 0 {
		return 0
	}
	kB, _ := strconv.ParseInt(string(f[0]), 10, 64)
	return kB << 10
}
