package ui

import (
	"context"
	"fmt"
	"io"
	"os/exec"
	"time"

	tea "charm.land/bubbletea/v2"

	"entente/model"
)

// Options is what the program is told at start.
type Options struct {
	// Title names the collection: the folder's base name, or empty for the one in the binary.
	Title string
	// Load reads the articles. It runs off the event loop and may call progress from any goroutine.
	// Stopped, it returns what it has read; called again, it reads on.
	Load func(ctx context.Context, progress func(Progress)) (Loaded, error)
	// Anew has the next Load read every file, also those that look unchanged; nil where that makes no difference.
	Anew func()
	// Watch returns when an article has changed since it returned last, or why that cannot be told; nil where nothing changes.
	Watch func(ctx context.Context) error
	// State is what is shown first.
	State model.State

	NoColor bool
	ASCII   bool
	Mouse   bool
	Bidi    bool   // put right-to-left text into visual order
	Speech  bool   // for a screen reader
	Theme   string // a name of theme.Names, or empty for auto

	// Open shows a web address outside of the program; nil where there is no such thing.
	Open func(url string) error
	// Clipboard gives text to the system's clipboard; nil where there is none at hand.
	Clipboard func(string) error
	// Correct keeps what the user says is right and returns everything as it is
	// then; Uncorrect takes the last one back. Nil where nothing can be kept.
	Correct   func(context.Context, Change) (Loaded, error)
	Uncorrect func(context.Context) (Loaded, error)
	// Remove takes corrections of Loaded back, made whenever and by whomever; Uncorrect has them again.
	Remove func(context.Context, []Kept) (Loaded, error)
	// Views and SaveView read and keep saved states of the screen; nil where nothing can be kept.
	Views    func() ([]SavedView, error)
	SaveView func(SavedView) error
	// Mark keeps the marks of meetings, by ID: what they were, and what they are
	// to be. Nil where nothing can be kept.
	Mark func(was, to map[string]model.Mark) error
	// Since tells what is new, revised and withdrawn. Remember makes now the last look.
	Since    func(context.Context, Point) (News, error)
	Remember func(context.Context) error
	// JSON writes a meeting as the contract for programs has it; Export writes a
	// file and returns its path, as one of FileKinds.
	JSON      func(*model.Meeting) (string, error)
	Export    func(Export) (path string, err error)
	FileKinds []FileKind
	// Paths lists the folders, which end in a separator, and the files whose paths begin with
	// what was typed; nil where nothing is offered. It is asked off the event loop.
	Paths func(typed string) []string
	// Edit is the command that opens an article's file in the user's editor at
	// a line, counted from 1; nil where there is no editor.
	Edit func(a *model.Article, line int) (*exec.Cmd, error)
	// Keymap is the text of the user's own key map, and KeymapName what to call it in messages.
	Keymap, KeymapName string

	// Input and Output are the terminal's own unless set.
	Input  io.Reader
	Output io.Writer
}

// ChangeKind is what the user corrects.
type ChangeKind uint8

// The corrections that are made on the screen.
const (
	ChangeReject   ChangeKind = iota // these are no meetings
	ChangeSame                       // these are one meeting
	ChangeAlias                      // the name From is the person To
	ChangeDate                       // Value is the date, or two with .. between them
	ChangePlace                      // Value is the city
	ChangeKindOf                     // Value is the kind
	ChangeStatus                     // Value is the status
	ChangeVerdicts                   // Meetings are wrong, and Right are right
)

// Change is one correction.
type Change struct {
	Kind     ChangeKind
	Meetings []*model.Meeting
	Right    []*model.Meeting
	From, To string
	Value    string
}

// Kept is a correction that is in force, or was to be: a line of a file.
type Kept struct {
	Says    string // without the meeting: date = 2024-05-14
	Of      string // the meeting's ID as the line has it; empty for an alias
	Comment string
	Where   string // the line, for a person: entente.corrections:3
	Fault   string // why it does not hold, as the end of a sentence; empty where it does
	File    string
	Line    int // counted from 1
}

// SavedView is a state of the screen under a name: the line that yq copies.
type SavedView struct{ Name, Line string }

// Progress is how far a load has come, or what it has read so far: Timeline,
// which stands alone then.
type Progress struct {
	Files, Total, Articles int
	Preparing              string        // what of entente the load waits for just now; empty where it reads
	Share                  float64       // of all there is to read, up to 1
	Rate                   float64       // bytes a second; 0 while that is not known
	Left                   time.Duration // likewise
	Timeline               *model.Timeline
	Marks                  map[string]model.Mark // of Timeline
}

// Loaded is what a load brought.
type Loaded struct {
	Timeline *model.Timeline
	Marks    map[string]model.Mark // what the user noted, by the meetings' IDs; the screen keeps the map
	Notes    []string              // what was skipped and why, one sentence each
	Failed   int                   // how many files and folders could not be read, of which Notes tell

	Corrections []Kept // in the order of the files
}

// Run opens the terminal and returns when the user quits.
func Run(ctx context.Context, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // a load that still runs is told to stop
	opts := []tea.ProgramOption{tea.WithContext(ctx)}
	if o.Input != nil {
		opts = append(opts, tea.WithInput(o.Input))
	}
	if o.Output != nil {
		opts = append(opts, tea.WithOutput(o.Output))
	}
	_, err := tea.NewProgram(newRoot(ctx, o), opts...).Run()
	if err != nil {
		return fmt.Errorf("run the screen: %w", err)
	}
	return nil
}

// New returns the model alone, for tests that bring their own terminal.
func New(o Options) tea.Model { return newRoot(context.Background(), o) }
