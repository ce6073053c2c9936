// Package cli is the command line of entente: one file a command.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync/atomic"
	"time"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"

	"entente/loader"
	"entente/loader/decode"
	"entente/model"
	"entente/text"
)

// Version is the program's own version.
const Version = "0.1.0"

// commit is what the program was built of; make dist sets it.
var commit string

// stamp is the version with the commit, as --version tells it.
func stamp() string {
	if commit == "" {
		return Version
	}
	return Version + " (" + commit + ")"
}

// Streams is where the program reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Engine is what finds encounters in articles and merges them.
type Engine struct {
	Reader     func() loader.Reader      // is asked where articles are read
	News       func(*model.Article) bool // loader.News; nil takes all for articles
	Merge      loader.Merger
	Names      model.Names
	Collection string // what Collection returned when the program was built; may be empty
}

// app is one run of the program.
type app struct {
	Streams
	engine func() Engine
	screen atomic.Pointer[func()] // what gives the terminal back while a screen has it
	flags  flags
	config *configFile
	how    decode.Options // as the flags say
	paging atomic.Bool    // a pager has the terminal
	code   int
	terse  bool  // only faults are said, for whoever mails what is said
	fault  error // what ended the command, to be told in one sentence

	indexes indexes
}

// patience is how long a command that was stopped may take to come to its end
// and to give the terminal back.
const patience = 2 * time.Second

// Main runs the command line and returns the exit code. The engine is made
// when a command needs it, for `entente --help` has no use for its tables.
//
// Whoever stops the program is not kept waiting: reading from a terminal or a
// pipe cannot be broken off, and a long article is read to its end. The command
// is left behind then, and the process ends under it; a screen that did not
// come to give the terminal back has it given back here.
func Main(ctx context.Context, args []string, s Streams, engine func() Engine) int {
	a := &app{Streams: s, engine: engine}
	code := make(chan int, 1)
	go func() { code <- a.execute(ctx, args) }()
	select {
	case c := <-code:
		return c
	case <-ctx.Done():
	}
	if a.paging.Load() { // Ctrl-C is the pager's, which has the terminal
		return <-code
	}
	select {
	case c := <-code:
		return c
	case <-time.After(patience):
		if restore := a.screen.Load(); restore != nil {
			(*restore)()
		}
		return exitStopped
	}
}

func (a *app) execute(ctx context.Context, args []string) int {
	root := a.root() //nolint:contextcheck // commands take the context from cobra.
	root.SetArgs(args)
	root.SetIn(a.In)
	root.SetOut(a.Out)
	root.SetErr(a.Err)
	if err := fang.Execute(ctx, root, fang.WithVersion(stamp()), fang.WithoutManpage(), fang.WithColorSchemeFunc(colours),
		fang.WithErrorHandler(func(io.Writer, fang.Styles, error) {})); err != nil {
		if write, ok := errors.AsType[*fs.PathError](err); ok { // completions are the library's own command
			a.say("standard output: " + write.Error())
			return exitPartly
		}
		a.say(err.Error() + "; see entente --help")
		return exitUsage
	}
	if a.fault != nil {
		a.say(a.fault.Error())
	}
	if ctx.Err() != nil {
		return exitStopped
	}
	return a.code
}

// The exit codes, as the help and the README tell them.
const (
	exitOK      = 0   // everything was read
	exitPartly  = 1   // something could not be read or written; what could be was shown
	exitUsage   = 2   // the command line makes no sense
	exitNothing = 3   // no article could be read
	exitNews    = 4   // there is news, and everything was read
	exitMixed   = 5   // there is news, and something could not be read: 4 and 1
	exitStopped = 130 // stopped by the user
)

const exitHelp = `Exit codes: 0 everything was read; 1 something could not be read or written, what could be was shown;
2 the command line makes no sense; 3 no article could be read; for whoever asked for news, 4 there is news, 5 there is news and something could
not be read; 130 stopped by the user. A file that holds no article, such as a picture, is skipped and counts as read.`

// flags are the options that every command has.
type flags struct {
	withCollection bool
	noColor, ascii bool
	noCorrections  bool
	noIndex        bool
	noPager        bool
	encoding       string
	columns        string
	debug, profile string
}

// usageError is a mistake on the command line, found after the flags were parsed.
type usageError struct{ error }

// errQuiet ends a command about which everything has been said.
var errQuiet = errors.New("ended")

// run makes a cobra command of f. Only usage errors go to cobra, whose words for
// them are right; any other error ends the program with a sentence of its own.
func (a *app) run(f func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		a.configure(c)
		stop, err := a.begin()
		if err == nil {
			err = f(c, args)
			a.closeIndexes()
			stop()
		}
		var u usageError
		switch {
		case err == nil:
		case errors.As(err, &u):
			return u.error
		case errors.Is(err, context.Canceled):
			a.code = exitStopped
		case errors.Is(err, errQuiet):
		default:
			a.fault = err
			a.code = max(a.code, exitPartly)
		}
		return nil
	}
}

// say tells the user a sentence on standard error.
func (a *app) say(sentence string) {
	_, _ = io.WriteString(a.Err, "entente: "+text.Row(sentence)+"\n") // nobody is left to tell of a failure
}

// needs is a command's wish for a first argument, in the user's words and not the library's.
func needs(what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return fmt.Errorf("%s needs %s", c.Name(), what)
		}
		return nil
	}
}
