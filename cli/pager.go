package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"

	"github.com/charmbracelet/x/term"

	"entente/ui/field"
)

// pager returns what a long answer is written to, and what ends it: on a
// terminal the answer goes through the user's pager when it has more rows than the
// screen; everywhere else it is printed.
func (a *app) pager(ctx context.Context) (w io.Writer, done func() error) {
	rows := terminalRows(a.Out)
	command := pagerCommand(os.LookupEnv, exec.LookPath)
	if a.flags.noPager || rows == 0 || !isTerminal(a.In) || len(command) == 0 {
		return a.Out, func() error { return nil }
	}
	var b bytes.Buffer
	return &b, func() error {
		if bytes.Count(b.Bytes(), []byte("\n")) < rows {
			return a.put(b.Bytes())
		}
		a.paging.Store(true)
		defer a.paging.Store(false)
		c := exec.CommandContext(context.WithoutCancel(ctx), command[0], command[1:]...) //nolint:gosec // the user's own pager, started without a shell.
		c.Stdin, c.Stdout, c.Stderr = bytes.NewReader(b.Bytes()), a.Out, a.Err
		err := c.Start()
		if err != nil { // gone since it was looked for, or no program
			return a.put(b.Bytes())
		}
		if exit, ok := errors.AsType[*exec.ExitError](c.Wait()); ok && exit.ExitCode() > 1 {
			return fmt.Errorf("the pager %s: %w", command[0], exit)
		}
		return nil
	}
}

// pagerCommand is the user's pager in words, or less where it is to be had;
// empty for none. PAGER may have arguments, and is never given to a shell.
func pagerCommand(getenv func(string) (string, bool), look func(string) (string, error)) []string {
	command := []string{"less", "-R"}
	if said, ok := getenv("PAGER"); ok {
		command = field.Words(said)
	}
	if len(command) == 0 || command[0] == "cat" {
		return nil
	}
	if _, err := look(command[0]); err != nil {
		return nil
	}
	return command
}

// terminalRows is the number of rows of a terminal, 0 for what is none.
func terminalRows(stream any) int {
	f, ok := stream.(*os.File)
	if !ok || !term.IsTerminal(f.Fd()) {
		return 0
	}
	_, rows, err := term.GetSize(f.Fd())
	if err != nil {
		return 0
	}
	return rows
}

// put prints what is finished.
func (a *app) put(b []byte) error {
	if _, err := a.Out.Write(b); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	return nil
}
