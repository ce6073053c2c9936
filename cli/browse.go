package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	tea "charm.land/bubbletea/v2"

	"entente/loader"
	"entente/store"
	"entente/text"
	"entente/ui"
)

// browse opens the screen. The articles are read behind the first frame.
func (a *app) browse(ctx context.Context, paths []string, pick *selection, look appearance) error {
	state := pick.state
	var err error
	state.Filter, err = pick.build()
	if err != nil {
		return err
	}
	first := a.sources(paths)
	if r := unreadable(first); r != nil { // an empty screen would say less
		a.tell(r)
		return nil
	}
	keys, keysName, err := keymap()
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop() // nobody watches the files any more
	l := a.live(ctx, paths, first)
	l.desk.marks, _ = store.OpenMarks(store.NewCollection(paths)) // the load reads them again, and tells what is wrong
	restore := restorer(a.In, a.Out)
	a.screen.Store(&restore)
	defer a.screen.Store(nil)
	err = ui.Run(ctx, ui.Options{
		Title: title(paths), State: state, NoColor: a.flags.noColor, ASCII: a.flags.ascii, Mouse: look.mouse, Theme: look.theme.value,
		Bidi: look.bidi, Speech: look.speech,
		Keymap: keys, KeymapName: keysName, Edit: editor(os.Getenv, paths),
		Correct: l.desk.correct, Uncorrect: l.desk.uncorrect, Remove: l.desk.remove, Mark: l.desk.mark,
		Since: l.desk.since(a, paths), Remember: l.desk.remember(paths),
		JSON: meetingJSON, Export: l.desk.writeFile(paths), FileKinds: fileKinds(), Paths: pathsFrom,
		Clipboard: systemClipboard(os.Getenv),
		Open:      openLink, Views: views(paths), SaveView: saveView(paths),
		Load: l.load, Anew: func() { l.anew.Store(true) }, Watch: l.wait,
	})
	a.code = int(l.code.Load())
	if errors.Is(err, tea.ErrProgramKilled) || errors.Is(err, context.Canceled) {
		return context.Canceled
	}
	return err
}

// views reads the user's saved views.
func views(paths []string) func() ([]ui.SavedView, error) {
	return func() ([]ui.SavedView, error) {
		all, _, err := store.OpenViews(store.NewCollection(paths)).All()
		out := make([]ui.SavedView, 0, len(all))
		for _, v := range all {
			out = append(out, ui.SavedView(v))
		}
		return out, err
	}
}

// saveView keeps one.
func saveView(paths []string) func(ui.SavedView) error {
	return func(v ui.SavedView) error {
		return store.OpenViews(store.NewCollection(paths)).Save(store.View(v))
	}
}

// unreadable reports on sources of which none can be opened; nil when one can.
func unreadable(sources []loader.Source) *loader.Report {
	var r loader.Report
	for _, s := range sources {
		if s.Err == nil {
			return nil
		}
		r.Fail(s.Name, s.Err)
	}
	return &r
}

// title names what is open: the folder, the file, or nothing for the collection.
func title(paths []string) string {
	switch {
	case len(paths) == 0:
		return ""
	case len(paths) > 1:
		return fmt.Sprintf("%d paths", len(paths))
	}
	abs, err := filepath.Abs(paths[0])
	if err != nil {
		abs = paths[0]
	}
	return text.Row(filepath.Base(abs))
}

// openLink shows a web address in the user's browser. Only what text.Link
// passed goes out, as an argument of its own, never through a shell.
func openLink(address string) error {
	address, ok := text.Link(address)
	if !ok {
		return errors.New("that is no web address")
	}
	opener := []string{"xdg-open"}
	switch runtime.GOOS {
	case "darwin":
		opener = []string{"open"}
	case "windows":
		opener = []string{"rundll32", "url.dll,FileProtocolHandler"}
	}
	c := exec.Command(opener[0], append(opener[1:], address)...) //nolint:noctx,gosec // it outlives the key that started it; the address is clean.
	if err := c.Start(); err != nil {
		return fmt.Errorf("open %s: %w", address, err)
	}
	go c.Wait() //nolint:errcheck // only so that no process stays behind.
	return nil
}
