// Command empty is the smallest Bubble Tea program that links what entente
// links: what its start takes is what the libraries take.
package main

import (
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"

	_ "charm.land/bubbles/v2/progress"
	_ "charm.land/bubbles/v2/textinput"
	_ "charm.land/fang/v2"
	_ "charm.land/glamour/v2"
	_ "charm.land/lipgloss/v2"
	_ "github.com/agnivade/levenshtein"
	_ "github.com/arran4/golang-ical"
	_ "github.com/charmbracelet/colorprofile"
	_ "github.com/charmbracelet/x/term"
	_ "github.com/clipperhouse/displaywidth"
	_ "github.com/fsnotify/fsnotify"
	_ "github.com/klauspost/compress/zstd"
	_ "github.com/klippa-app/go-pdfium/webassembly"
	_ "github.com/mikelolasagasti/xz"
	_ "github.com/mmcdole/gofeed"
	_ "github.com/pelletier/go-toml/v2"
	_ "github.com/spf13/cobra"
	_ "github.com/tetratelabs/wazero"
	_ "go.yaml.in/yaml/v3"
	_ "golang.org/x/net/html/charset"
	_ "golang.org/x/sys/unix"
	_ "golang.org/x/text/encoding/ianaindex"
	_ "golang.org/x/text/unicode/bidi"
	_ "golang.org/x/text/unicode/norm"
	_ "modernc.org/sqlite"
)

type empty struct{}

// Init does nothing.
func (empty) Init() tea.Cmd { return nil }

// Update quits at any key.
func (e empty) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.KeyPressMsg); ok {
		return e, tea.Quit
	}
	return e, nil
}

// View shows that it is there.
func (empty) View() tea.View {
	v := tea.NewView("ready")
	v.AltScreen = true
	return v
}

func main() {
	if _, err := tea.NewProgram(empty{}).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
