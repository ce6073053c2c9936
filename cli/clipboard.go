package cli

import (
	"fmt"

	"github.com/atotto/clipboard"
)

// systemClipboard gives text to the clipboard of the machine that the user sits
// at; nil where none is at hand. Over SSH it would be another machine's: there
// the terminal carries the text.
func systemClipboard(getenv func(string) string) func(string) error {
	if clipboard.Unsupported || getenv("SSH_CONNECTION") != "" || getenv("SSH_TTY") != "" {
		return nil
	}
	return func(s string) error {
		if err := clipboard.WriteAll(s); err != nil {
			return fmt.Errorf("clipboard: %w", err)
		}
		return nil
	}
}
