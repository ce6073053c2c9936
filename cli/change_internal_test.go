package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/model"
	"entente/ui"
)

// Each change on the screen becomes the lines that say the same in the file.
func TestCorrections_LinesOfAChange(t *testing.T) {
	a := &model.Article{ID: "a", Path: "a.txt", Text: "Met."}
	m := func(id, city string, host model.Party) *model.Meeting {
		r := &model.Report{Article: a}
		return &model.Meeting{ID: id, Place: model.Place{City: city, Host: host}, Reports: []*model.Report{r}}
	}
	one, two := m("m-1", "Kyiv", "UA"), m("m-2", "Vilnius", "LT")
	for _, c := range []struct {
		change ui.Change
		want   []string // how each line begins and ends
	}{
		{ui.Change{Kind: ui.ChangeReject, Meetings: []*model.Meeting{one, two}}, []string{"reject m-1", "reject m-2"}},
		{ui.Change{Kind: ui.ChangeVerdicts, Meetings: []*model.Meeting{one}, Right: []*model.Meeting{two}}, []string{"keep m-2", "reject m-1"}},
		{ui.Change{Kind: ui.ChangeSame, Meetings: []*model.Meeting{one, two}}, []string{"same m-1 … = m-2"}},
		{ui.Change{Kind: ui.ChangeAlias, From: "Zed", To: "Volodymyr Zelenskyy"}, []string{`alias "Zed" … = "Volodymyr Zelenskyy"`}},
		{ui.Change{Kind: ui.ChangeDate, Value: "2023-04-24..2023-04-25", Meetings: []*model.Meeting{one}}, []string{"date m-1 … = 2023-04-24..2023-04-25"}},
		{ui.Change{Kind: ui.ChangePlace, Value: "Lviv", Meetings: []*model.Meeting{one}}, []string{`place m-1 … = "Lviv" "UA"`}},
		{ui.Change{Kind: ui.ChangePlace, Value: "Riga, lv", Meetings: []*model.Meeting{two}}, []string{`place m-2 … = "Riga" "LV"`}},
		{ui.Change{Kind: ui.ChangeKindOf, Value: "call", Meetings: []*model.Meeting{one}}, []string{"kind m-1 … = call"}},
		{ui.Change{Kind: ui.ChangeStatus, Value: "off", Meetings: []*model.Meeting{one}}, []string{"status m-1 … = off"}},
	} {
		lines, err := corrections(c.change)
		if err != nil || len(lines) != len(c.want) {
			t.Errorf("%+v: %d lines, %v", c.change, len(lines), err)
			continue
		}
		for i, line := range lines {
			begin, end, both := strings.Cut(c.want[i], " … ")
			got, _, _ := strings.Cut(line.String(), "  #")
			if !strings.HasPrefix(got, begin) || both && !strings.Contains(got, end) {
				t.Errorf("%v: %q, want %q", c.change.Kind, got, c.want[i])
			}
		}
	}
	for _, c := range []ui.Change{
		{Kind: ui.ChangeDate, Value: "soon", Meetings: []*model.Meeting{one}},
		{Kind: ui.ChangeKindOf, Value: "dance", Meetings: []*model.Meeting{one}},
	} {
		if lines, err := corrections(c); err == nil {
			t.Errorf("%q became %v", c.Value, lines)
		}
	}
}

// The editor opens the article's own file at the line where the text stands in it, without a shell.
func TestEditor(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a b;c.md")
	if err := os.WriteFile(name, []byte("---\ntitle: T\n---\nOne.\n\nTwo.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	a := &model.Article{Path: "a b;c.md", Text: "One.\n\nTwo."}
	env := func(all map[string]string) func(string) string { return func(k string) string { return all[k] } }
	if editor(env(nil), []string{dir}) != nil {
		t.Error("there is an editor where none is set")
	}
	for _, c := range []struct {
		env  map[string]string
		line int
		want []string
	}{
		{map[string]string{"EDITOR": "ed"}, 3, []string{"ed", name}},
		{map[string]string{"EDITOR": "ed", "VISUAL": "vim -R"}, 3, []string{"vim", "-R", "+6", name}},
		{map[string]string{"VISUAL": "/usr/bin/nano"}, 99, []string{"/usr/bin/nano", "+6", name}},
	} {
		for _, paths := range [][]string{{dir}, {name}, {filepath.Join(dir, "gone"), dir}} {
			cmd, err := editor(env(c.env), paths)(a, c.line)
			if paths[0] == name {
				a.Path = filepath.Base(name)
			}
			if err != nil || strings.Join(cmd.Args, "|") != strings.Join(c.want, "|") {
				t.Errorf("%v over %v: %v, %v", c.env, paths, cmd, err)
			}
		}
	}
	for path, want := range map[string]string{
		"vim": "vim", "/usr/bin/nvim": "nvim", `C:\Program Files\Vim\gvim.exe`: "gvim", `D:/tools/VIM.EXE`: "vim",
	} {
		if got := programName(path); got != want {
			t.Errorf("%s is called %s, want %s", path, got, want)
		}
	}
	if cmd, err := editor(env(map[string]string{"VISUAL": `"/opt/my editor/vim" -f`}), []string{dir})(a, 2); err != nil || cmd.Args[0] != "/opt/my editor/vim" || cmd.Args[1] != "-f" {
		t.Errorf("an editor whose path has a blank: %v, %v", cmd, err)
	}
	if _, err := editor(env(map[string]string{"EDITOR": "ed"}), []string{dir})(&model.Article{Path: "dump.jsonl#3"}, 1); err == nil {
		t.Error("a record of a file has a file of its own")
	}
}
