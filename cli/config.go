package cli

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"entente/model"
	"entente/store"
	"entente/text"
)

// configName is the file of settings in entente's folder below XDG_CONFIG_HOME.
const configName = "config.toml"

// settings are the flags that the file can give another default, in the order
// in which they are shown. Those of the screen alone hold for the screen alone: what a
// program reads must not depend on how somebody likes to look at it.
var settings = []string{"theme", "mouse", "bidi", "speech", "filter", "ascii", "no-color", "no-pager", "no-index", "no-corrections", "with-collection"}

// settingOf finds the flag of a setting: the root command has all of them.
func settingOf(c *cobra.Command, name string) *pflag.Flag {
	if f := c.Root().Flags().Lookup(name); f != nil {
		return f
	}
	return c.Root().PersistentFlags().Lookup(name)
}

// setting is one line of the file.
type setting struct {
	key, value string
	kind       unstable.Kind // String, Bool, or what no setting is
	line       int
	from, to   int // where the value stands in the file
}

// configFile is the file as it was read.
type configFile struct {
	file     store.File
	body     string
	lines    []setting
	broken   bool     // it is no TOML, or has tables
	problems []string // one sentence each, with the line
}

// readConfig reads the file; one that does not exist says nothing.
func readConfig() *configFile {
	c := &configFile{file: store.ConfigFile(configName)}
	if c.file.Path == "" {
		return c
	}
	sheet, err := c.file.Read()
	if err != nil {
		c.problems = append(c.problems, err.Error())
		return c
	}
	c.body = sheet.String()
	c.parse()
	return c
}

// parse finds keys and values with their places. A file that is no TOML says nothing at all.
func (c *configFile) parse() {
	if err := toml.Unmarshal([]byte(c.body), &map[string]any{}); err != nil {
		c.broken = true
		if d, ok := errors.AsType[*toml.DecodeError](err); ok {
			row, column := d.Position()
			c.problem(row, fmt.Sprintf("at column %d: %s; nothing of the file holds", column, strings.TrimPrefix(d.Error(), "toml: ")))
		} else {
			c.problem(1, err.Error())
		}
		return
	}
	p := unstable.Parser{}
	p.Reset([]byte(c.body))
	for p.NextExpression() {
		e := p.Expression()
		var names []string
		keys := e.Key()
		at := 1
		for keys.Next() {
			names = append(names, string(keys.Node().Data))
			at = p.Shape(keys.Node().Raw).Start.Line
		}
		key := strings.Join(names, ".")
		if e.Kind != unstable.KeyValue {
			if e.Kind == unstable.Table || e.Kind == unstable.ArrayTable {
				c.problem(at, fmt.Sprintf("there is no table %q: keys stand by themselves", key))
				c.broken = true
				return // what follows belongs to it
			}
			continue
		}
		v := e.Value()
		raw := v.Raw
		if raw.Length == 0 && len(v.Data) > 0 { // a list has neither
			raw = p.Range(v.Data)
		}
		c.lines = append(c.lines, setting{key, string(v.Data), v.Kind, at, int(raw.Offset), int(raw.Offset + raw.Length)})
	}
}

func (c *configFile) problem(line int, s string) {
	c.problems = append(c.problems, fmt.Sprintf("%s:%d: %s", c.file.Path, line, s))
}

// apply sets the flags that the command line leaves alone.
func (c *configFile) apply(cmd *cobra.Command) {
	for _, s := range c.lines {
		if !slices.Contains(settings, s.key) {
			said := fmt.Sprintf("there is no key %q", s.key)
			if near := nearest(s.key, settings); near != "" {
				said += "; did you mean " + near + "?"
			}
			c.problem(s.line, said)
			continue
		}
		f := settingOf(cmd, s.key)
		if f == nil || f.Changed {
			continue
		}
		want, words := wanted(f)
		if s.kind != want {
			c.problem(s.line, s.key+" wants "+words)
		} else if err := setSetting(f, s.value); err != nil {
			c.problem(s.line, s.key+": "+err.Error())
		}
	}
}

// setSetting gives a flag a value that makes sense for it.
func setSetting(f *pflag.Flag, value string) error {
	if f.Name == "filter" {
		if _, err := model.ParseFilter(value); err != nil {
			return err
		}
	}
	return f.Value.Set(value) //nolint:wrapcheck // the caller names the setting.
}

// wanted is the kind of value that a flag takes in the file.
func wanted(f *pflag.Flag) (kind unstable.Kind, words string) {
	if f.Value.Type() == "bool" {
		return unstable.Bool, "true or false"
	}
	return unstable.String, "text in quotation marks"
}

// nearest is the word that is spelt most like another, or empty.
func nearest(word string, all []string) string {
	best, least := "", 3
	for _, w := range all {
		if d := text.Distance(w, word); d < least {
			best, least = w, d
		}
	}
	return best
}

// configure sets what the user's file says, and tells what is wrong with it.
func (a *app) configure(cmd *cobra.Command) {
	a.config = readConfig()
	a.config.apply(cmd)
	for _, s := range a.config.problems {
		a.say(s)
	}
}

func (a *app) configCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "config",
		Short: "Show the settings and where each comes from, or change one",
		Long: `Show every setting with its value, where that comes from, and what it means. What is printed is such a file itself.

The settings stand in $XDG_CONFIG_HOME/entente/` + configName + ` (~/.config/entente/` + configName + `), in TOML. They are the defaults of the flags of the same names;
the command line says otherwise. theme, mouse, bidi, speech and filter are for the screen alone. 'entente config set' writes one and leaves everything else
in the file as it is, your comments among it.

` + exitHelp,
		Example: `entente config --show
entente config set theme dark
entente config set filter 'with:estonia'`,
		Args: cobra.NoArgs,
		RunE: a.run(func(c *cobra.Command, _ []string) error { return a.showConfig(c) }),
	}
	c.Flags().Bool("show", true, "show every setting; it is what config does without it, too")
	c.AddCommand(&cobra.Command{
		Use:   "set KEY VALUE",
		Short: "Write a setting",
		Long:  `Write a setting into the file: true or false for what is on or off, else text. Comments and the other lines stay as they are.`,
		Args:  cobra.ExactArgs(2),
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			var out []cobra.Completion
			switch len(args) {
			case 0:
				for _, name := range settings {
					out = append(out, cobra.CompletionWithDesc(name, settingOf(c, name).Usage))
				}
			case 1:
				i := slices.Index(settings, args[0])
				if i < 0 {
					break
				}
				f := settingOf(c, settings[i])
				if words, ok := f.Value.(*choice); ok {
					out = words.words
				} else if f.Value.Type() == "bool" {
					out = []cobra.Completion{"true", "false"}
				}
			}
			return out, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: a.run(func(c *cobra.Command, args []string) error { return a.setConfig(c, args[0], args[1]) }),
	})
	return c
}

func (a *app) showConfig(cmd *cobra.Command) error {
	path := a.config.file.Path
	table := lines{}
	for _, name := range settings {
		f := settingOf(cmd, name)
		from := ""
		for _, s := range a.config.lines {
			if s.key == name && tomlValue(f, f.Value.String()) == tomlValue(f, s.value) && !f.Changed {
				from = fmt.Sprintf("%s:%d, ", configName, s.line)
			}
		}
		switch {
		case f.Changed:
			from = "command line, "
		case name == "no-color" && os.Getenv("NO_COLOR") != "":
			from = "NO_COLOR, "
		}
		table.add(name+" = "+tomlValue(f, f.Value.String()), "# "+from+"default "+tomlValue(f, f.DefValue)+": "+f.Usage)
	}
	out := bufio.NewWriter(a.Out)
	_, _ = fmt.Fprintf(out, "# %s\n", text.Row(path)) // Flush tells
	a.print(out, &table)
	if err := out.Flush(); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	if len(a.config.problems) > 0 {
		a.code = max(a.code, exitPartly)
	}
	return nil
}

// tomlValue writes a flag's value as the file has it.
func tomlValue(f *pflag.Flag, value string) string {
	value = text.Row(value)
	if f.Value.Type() == "bool" {
		return value
	}
	return strconv.Quote(value) // clean text: Go and TOML quote it alike
}

func (a *app) setConfig(cmd *cobra.Command, key, value string) error {
	i := slices.Index(settings, key)
	if i < 0 {
		said := fmt.Errorf("there is no setting %q: choose among %s", text.Row(key), strings.Join(settings, ", "))
		if near := nearest(key, settings); near != "" {
			said = fmt.Errorf("there is no setting %q; did you mean %s?", text.Row(key), near)
		}
		return usageError{said}
	}
	name := settings[i]
	f := settingOf(cmd, name)
	if err := setSetting(f, value); err != nil {
		if kind, words := wanted(f); kind == unstable.Bool {
			err = errors.New("want " + words)
		}
		return usageError{fmt.Errorf("invalid value %q for %s: %w", text.Row(value), name, err)}
	}
	return a.config.file.Update(func(s *store.Sheet) error {
		now := &configFile{file: a.config.file, body: s.String()}
		if now.parse(); now.broken {
			return errors.New(now.problems[0] + "; mend that first")
		}
		*s = store.ParseSheet(now.with(name, tomlValue(f, f.Value.String())))
		return nil
	})
}

// with is the file with another value of a key, which stands at the end where it stood nowhere.
func (c *configFile) with(key, value string) string {
	for _, s := range c.lines {
		if s.key == key {
			return c.body[:s.from] + value + c.body[s.to:]
		}
	}
	body := c.body
	if body != "" && !strings.HasSuffix(body, "\n") {
		body += "\n"
	}
	return body + key + " = " + value + "\n"
}
