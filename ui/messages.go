package ui

import (
	"entente/model"
	"entente/ui/reader"
)

// loadedMsg comes from the load that Init or reload began; loaded answers it.
// A load that a newer one has overtaken is dropped by its number.
type loadedMsg struct {
	gen     int
	loaded  Loaded
	changes []model.Change // against the last load that came to its end
	err     error
}

// progressMsg comes from the channel that a load reports to; the handler asks for the next.
type progressMsg struct {
	gen int
	Progress
}

// filesChangedMsg comes from the watch over the files; the handler loads what
// is new and waits on. An error says that there is no watch.
type filesChangedMsg struct{ err error }

// pageSetMsg comes from a layout made off the event loop; the reader takes it if it still wants it.
type pageSetMsg reader.Result

// facetsCountedMsg comes from counting the values of the facet column off the
// event loop; it is dropped when the filter has changed since.
type facetsCountedMsg struct {
	gen    int
	counts map[model.Field][]model.Count
}

// optionsMsg comes from working out completions off the event loop; the line
// that asked takes it, if it still says the same.
type optionsMsg struct {
	p       *prompt
	before  string
	word    int
	options []completion
}

// correctedMsg comes from keeping a correction or taking one back; the
// timeline as it is then takes the place of the old one.
type correctedMsg struct {
	loaded Loaded
	said   string
	made   bool // a correction was to be kept, not taken back
	err    error
}

// markedMsg comes from keeping a change of marks.
type markedMsg struct {
	step markStep
	err  error
}

// newsMsg comes from comparing with an earlier reading.
type newsMsg struct {
	since Point
	news  News
	err   error
}

// rememberedMsg comes from making now the last look.
type rememberedMsg struct{ err error }

// writtenMsg comes from writing meetings to a file.
type writtenMsg struct {
	path string
	what string // how many, and with what
	err  error
}

// viewSavedMsg comes from keeping a state of the screen.
type viewSavedMsg struct {
	name string
	err  error
}

// viewsReadMsg comes from reading the saved states; the handler lists them, or opens one.
type viewsReadMsg struct {
	views []SavedView
	name  string // the one that is wanted; empty lists them
	err   error
}

// copiedMsg comes from giving text to the system's clipboard, beside the terminal's.
type copiedMsg struct {
	what, shown string
	err         error
}

// pipedMsg comes from a command that was given text; its output is shown as a page.
type pipedMsg struct {
	command string
	out     string
	err     error
}

// editedMsg comes from the user's editor when it has ended.
type editedMsg struct{ err error }

// openedMsg comes from showing an address outside of the program.
type openedMsg struct {
	url string
	err error
}
