// Package pty makes pseudo-terminals for what measures and tests the whole program.
package pty

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"syscall"

	"golang.org/x/sys/unix"
)

// Open makes a pseudo-terminal of a size and returns its own end and the name of the other.
func Open(columns, rows uint16) (*os.File, string, error) {
	fd, err := unix.Open("/dev/ptmx", unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC|unix.O_NONBLOCK, 0)
	if err != nil {
		return nil, "", fmt.Errorf("open /dev/ptmx: %w", err)
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Col: columns, Row: rows})
	}
	if err != nil {
		_ = unix.Close(fd)
		return nil, "", fmt.Errorf("set up a pseudo-terminal: %w", err)
	}
	return os.NewFile(uintptr(fd), "ptmx"), "/dev/pts/" + strconv.Itoa(n), nil
}

// Start starts a command with the terminal of that name as its own, and returns the terminal's end too.
func Start(c *exec.Cmd, name string) (*os.File, error) {
	tty, err := os.OpenFile(name, os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		return nil, err //nolint:wrapcheck // names the path.
	}
	c.Stdin, c.Stdout, c.Stderr = tty, tty, tty
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := c.Start(); err != nil {
		_ = tty.Close()
		return nil, err //nolint:wrapcheck // names the program.
	}
	return tty, nil
}
