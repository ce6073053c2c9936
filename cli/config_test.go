package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// settingsFile writes the user's settings for one test and returns its path.
func settingsFile(t *testing.T, body string) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	path := filepath.Join(dir, "entente", "config.toml")
	if body != "" {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

const someSettings = `# what I like
theme = "dark"   # at night
ascii = true

asci = true
no-index = "yes"
mouse = 3
filter = 'who:kallas'
`

func TestConfig_ShowsWhereEachValueComesFrom(t *testing.T) {
	path := settingsFile(t, someSettings)
	r := run(t, "", "config", "--show", "--no-index")
	for _, want := range []string{
		"# " + path + "\n", `theme = "dark"`, "# config.toml:2, default \"auto\": colours", "ascii = true", "# config.toml:3, default false",
		`filter = "who:kallas"`, "# command line, default false: read every file", "mouse = false            # default false",
	} {
		if !strings.Contains(r.out, want) {
			t.Errorf("%q is missing:\n%s", want, r.out)
		}
	}
	for _, want := range []string{
		`config.toml:5: there is no key "asci"; did you mean ascii?`, "config.toml:7: mouse wants true or false",
	} {
		if !strings.Contains(r.err, want) {
			t.Errorf("%q is not told: %s", want, r.err)
		}
	}
	if r.code != 1 {
		t.Errorf("exit code %d", r.code)
	}
	// What it prints is such a file.
	settingsFile(t, r.out)
	if again := run(t, "", "config"); again.code != 0 || again.err != "" || !strings.Contains(again.out, `theme = "dark"`) {
		t.Errorf("%+v", again)
	}
}

func TestConfig_IsTheDefaultOfFlags(t *testing.T) {
	settingsFile(t, "ascii = true\nfilter = \"who:trudeau\"\n")
	if r := run(t, "", "list", "testdata/pile"); strings.Contains(r.out, "●") || !strings.Contains(r.out, "* meeting") || strings.Count(r.out, "\n") != 4 {
		t.Errorf("list: %+v", r)
	}
	if r := run(t, "", "testdata/pile"); strings.Count(r.out, "\n") != 4 {
		t.Errorf("the screen's filter reaches what programs read: %+v", r)
	}
	if r := run(t, "", "list", "--ascii=false", "testdata/pile"); !strings.Contains(r.out, "●") {
		t.Errorf("the command line does not win: %+v", r)
	}
}

// A file that cannot be read keeps nobody from working.
func TestConfig_Broken(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"ascii = \n", "config.toml:1: at column 9"},
		{"ascii = true\nascii = true\n", "config.toml:2"},
		{"[screen]\nascii = true\n", `config.toml:1: there is no table "screen"`},
		{"theme = \"pink\"\n", "config.toml:1: theme: choose among auto"},
		{"filter = \"whom:x\"\n", "config.toml:1: filter: there is no filter word"},
		{"\x1b]0;x\x07 = 1\n", "config.toml:1"},
	} {
		settingsFile(t, c.body)
		r := run(t, "", "list", "testdata/pile")
		if r.code != 0 || !strings.Contains(r.err, c.want) || !strings.Contains(r.out, "●") || strings.Contains(r.err, "\x1b") {
			t.Errorf("%q: %+v", c.body, r)
		}
	}
}

func TestConfigSet_LeavesTheRestAsItIs(t *testing.T) {
	path := settingsFile(t, someSettings)
	for _, args := range [][]string{{"theme", "night"}, {"mouse", "true"}, {"no-color", "true"}, {"filter", `who:"Kaja Kallas" \`}} {
		if r := run(t, "", append([]string{"config", "set"}, args...)...); r.code != 0 {
			t.Errorf("%v: %+v", args, r)
		}
	}
	want := strings.NewReplacer(`"dark"`, `"night"`, "mouse = 3", "mouse = true", "'who:kallas'", `"who:\"Kaja Kallas\" \\"`).Replace(someSettings) + "no-color = true\n"
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("the file is\n%s\nwant\n%s", got, want)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"them", "dark"}, "did you mean theme?"},
		{[]string{"colour", "dark"}, "choose among theme, mouse"},
		{[]string{"mouse", "maybe"}, "want true or false"},
		{[]string{"theme", "pink"}, "choose among auto"},
		{[]string{"filter", "whom:x"}, "did you mean who:?"},
	} {
		if r := run(t, "", append([]string{"config", "set"}, c.args...)...); r.code != 2 || !strings.Contains(r.err, c.want) {
			t.Errorf("%v: %+v", c.args, r)
		}
	}
	settingsFile(t, "theme =\n")
	if r := run(t, "", "config", "set", "theme", "dark"); r.code != 1 || !strings.Contains(r.err, "mend that first") {
		t.Errorf("%+v", r)
	}
	path = settingsFile(t, "")
	if r := run(t, "", "config", "set", "theme", "dark"); r.code != 0 {
		t.Errorf("%+v", r)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "theme = \"dark\"\n" {
		t.Errorf("a new file: %q, %v", got, err)
	}
}

// The page of the settings names every one of them.
func TestConfig_Documented(t *testing.T) {
	page, err := os.ReadFile("../docs/config.md")
	if err != nil {
		t.Fatal(err)
	}
	settingsFile(t, "")
	for line := range strings.Lines(run(t, "", "config").out) {
		if key, _, ok := strings.Cut(line, " = "); ok && !strings.Contains(string(page), "| `"+key+"` |") {
			t.Errorf("docs/config.md does not tell of %s", key)
		}
	}
}
