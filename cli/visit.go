package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"entente/export"
	"entente/model"
	"entente/store"
	"entente/text"
	"entente/ui"
)

// since tells the screen what is new, revised and withdrawn.
func (d *desk) since(a *app, paths []string) func(context.Context, ui.Point) (ui.News, error) {
	return func(_ context.Context, p ui.Point) (ui.News, error) {
		d.mu.Lock()
		articles, now := d.articles, d.now()
		d.mu.Unlock()
		if !p.Day.IsZero() {
			meetings, all := now.All()
			if articles == nil {
				articles = all
			}
			old, undated := a.before(paths, articles, p.Day)
			return ui.News{Changes: model.Diff(store.Sights(old), store.Sights(meetings)), Known: true, Undated: undated}, nil
		}
		memory := store.OpenLooked
		if p.Told {
			memory = store.OpenSeen
		}
		was, _, known, err := memory(store.NewCollection(paths)).Last()
		if err != nil || !known {
			return ui.News{}, err
		}
		return ui.News{Changes: model.Diff(was, store.Sights(now.Meetings())), Known: true}, nil
	}
}

// remember makes now the last look of the screen.
func (d *desk) remember(paths []string) func(context.Context) error {
	return func(context.Context) error {
		d.mu.Lock()
		now := d.now()
		d.mu.Unlock()
		return store.OpenLooked(store.NewCollection(paths)).Remember(store.Sights(now.Meetings()))
	}
}

// meetingJSON is the line of the contract for one meeting.
func meetingJSON(m *model.Meeting) (string, error) {
	var b bytes.Buffer
	j := export.NewJSONL(&b, false)
	if err := j.Meeting(m); err != nil {
		return "", fmt.Errorf("JSON: %w", err)
	}
	err := j.Close()
	return strings.TrimSpace(b.String()), err
}

// fileKinds are the formats of export, as the screen offers them.
func fileKinds() []ui.FileKind {
	all := export.Formats()
	out := make([]ui.FileKind, 0, len(all))
	for _, f := range all {
		out = append(out, ui.FileKind{Name: f.Name, Ext: f.Ext, Meaning: f.Meaning, Notes: f.Marks})
	}
	return out
}

// atHome is a path with the user's folder in place of a leading ~/, as a shell would have it.
func atHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			return home + string(filepath.Separator) + rest
		}
	}
	return path
}

// mostPaths is how many are offered: a folder may hold any number.
const mostPaths = 40

// pathsFrom lists folders, with a separator behind them, and files whose paths
// begin with what was typed. Hidden ones want their point; names that cannot be
// shown as they are cannot be offered.
func pathsFrom(typed string) []string {
	cut := strings.LastIndexFunc(typed, func(r rune) bool { return r == '/' || r == filepath.Separator }) + 1
	dir, begun := typed[:cut], typed[cut:]
	in := atHome(dir)
	if in == "" {
		in = "."
	}
	entries, err := os.ReadDir(in)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, begun) || name[0] == '.' && begun == "" || text.Row(name) != name {
			continue
		}
		folder := e.IsDir()
		if e.Type()&os.ModeSymlink != 0 {
			info, err := os.Stat(filepath.Join(in, name))
			folder = err == nil && info.IsDir()
		}
		if folder {
			name += string(filepath.Separator)
		}
		if out = append(out, dir+name); len(out) == mostPaths {
			break
		}
	}
	return out
}

// writeFile writes meetings that the screen shows. The file's ending tells the format.
func (d *desk) writeFile(paths []string) func(ui.Export) (string, error) {
	return func(x ui.Export) (string, error) {
		file := atHome(x.File)
		format, ok := export.ByName(strings.TrimPrefix(filepath.Ext(file), "."))
		if !ok {
			endings := make([]string, 0, len(export.Formats()))
			for _, f := range export.Formats() {
				endings = append(endings, "."+f.Ext)
			}
			return "", fmt.Errorf("the ending of %s tells no format; there are %s", text.Row(x.File), strings.Join(endings, ", "))
		}
		if _, err := os.Lstat(file); err == nil && !x.Replace {
			return "", fmt.Errorf("there is a file %s already; %s! writes it anew", text.Row(x.File), text.Row(x.File))
		} else if err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", fmt.Errorf("write: %w", err)
		}
		if x.Marks != nil && !format.Marks {
			return "", fmt.Errorf("%s has no place for notes; %s have", format.Name, strings.Join(markFormats(), ", "))
		}
		d.mu.Lock()
		names := d.names
		d.mu.Unlock()
		set := export.Set{Title: heading(paths), Filter: x.Filter, Meetings: x.Meetings, Marks: x.Marks}
		if names != nil {
			set.Party = names.PartyName
		}
		var b bytes.Buffer
		if err := format.Write(&b, &set); err != nil {
			return "", fmt.Errorf("%s: %w", text.Row(x.File), err)
		}
		return file, store.Replace(file, b.Bytes())
	}
}
