package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"entente/model"
	"entente/store"
	"entente/text"
	"entente/ui/field"
)

// lineEditors are the editors that open a file at a line given as +N; others open it at its beginning.
var lineEditors = map[string]bool{
	"vi": true, "vim": true, "nvim": true, "view": true, "nano": true, "emacs": true, "emacsclient": true, "micro": true, "kak": true,
	"joe": true, "mg": true, "less": true,
}

// editor returns what opens an article in the editor of VISUAL or EDITOR; nil where none is set.
func editor(getenv func(string) string, paths []string) func(a *model.Article, line int) (*exec.Cmd, error) {
	command := field.Words(getenv("VISUAL"))
	if len(command) == 0 {
		command = field.Words(getenv("EDITOR"))
	}
	if len(command) == 0 {
		return nil
	}
	return func(a *model.Article, line int) (*exec.Cmd, error) {
		file, err := fileOf(a, paths)
		if err != nil {
			return nil, err
		}
		args := command[1:len(command):len(command)]
		if lineEditors[programName(command[0])] {
			args = append(args, "+"+strconv.Itoa(lineIn(file, a.Whole().Text, line)))
		}
		return exec.Command(command[0], append(args, file)...), nil //nolint:noctx,gosec // the user's own editor, started without a shell.
	}
}

// programName is what a program is called, wherever it lies and whatever a system puts behind its name.
func programName(path string) string {
	name := path[strings.LastIndexAny(path, `/\`)+1:]
	return strings.TrimSuffix(strings.ToLower(name), ".exe")
}

// fileOf finds the article's file on the disk.
func fileOf(a *model.Article, paths []string) (string, error) {
	for _, p := range paths {
		name := p
		if info, err := os.Stat(p); err != nil {
			continue
		} else if info.IsDir() {
			name = filepath.Join(p, filepath.FromSlash(a.Path))
		} else if filepath.Base(p) != a.Path {
			continue
		}
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			return filepath.Abs(name) //nolint:wrapcheck // it names the file.
		}
	}
	return "", errors.New("this article has no file of its own")
}

// lineIn finds a line of the text in the file, where front matter may stand above it; 1 where it is written otherwise.
func lineIn(file, body string, line int) int {
	raw, err := os.ReadFile(file)
	if err != nil {
		return 1
	}
	lines := strings.Split(body, "\n")
	want := strings.TrimSpace(lines[min(max(line, 1), len(lines))-1])
	for i, l := range strings.Split(string(raw), "\n") {
		if want != "" && strings.TrimSpace(l) == want {
			return i + 1
		}
	}
	return 1
}

// keymap reads the user's own key map, $XDG_CONFIG_HOME/entente/keys; it is empty where there is none.
func keymap() (content, name string, err error) {
	if name = store.ConfigFile("keys").Path; name == "" {
		return "", "", nil // no folder, no key map
	}
	raw, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", name, nil
	}
	if err != nil {
		return "", name, fmt.Errorf("the key map: %w", err)
	}
	return text.Body(string(raw)), name, nil
}
