package cli_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"entente/export"
	"entente/model"
)

func TestHelp_Topics(t *testing.T) {
	for _, c := range []struct{ topic, want string }{
		{"filter", "  date:2023-04..2024   a day, month or year, or from..to\n"},
		{"formats", "  graphml     .graphml  who met whom, as a graph\n"},
		{"settings", "  mouse            let the mouse scroll and choose\n"},
		{"exit", "4 there is news"},
		{"list", "entente list [PATH…]"},
		{"corrections check", "Apply every correction"},
		{"", "entente [PATH…]"},
	} {
		r := run(t, "", append([]string{"help"}, strings.Fields(c.topic)...)...)
		if r.code != 0 || r.err != "" || !strings.Contains(strings.ReplaceAll(r.out, "--flags", ""), c.want) && !strings.Contains(r.out, "USAGE") {
			t.Errorf("help %s: %+v", c.topic, r)
		}
	}
	if r := run(t, "", "help", "fliter"); r.code != 2 || !strings.Contains(r.err, `no topic "fliter"; did you mean filter?`) {
		t.Errorf("%+v", r)
	}
}

// The pages of the documentation have every row of the tables that they tell of.
func TestDocs_HaveEveryWordAndFormat(t *testing.T) {
	for page, rows := range map[string][]string{"../docs/filter.md": nil, "../docs/exports.md": nil} {
		raw, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		switch page {
		case "../docs/filter.md":
			for _, w := range append(model.FilterSigns(), model.FilterWords()...) {
				rows = append(rows, "| `"+w.Example+"` | "+w.Meaning)
			}
		default:
			for _, f := range export.Formats() {
				rows = append(rows, "| `"+f.Name+"` | `."+f.Ext+"` | "+f.Meaning)
			}
		}
		for _, row := range rows {
			if !strings.Contains(string(raw), row) {
				t.Errorf("%s does not have the row %s", page, row)
			}
		}
	}
}

func TestCompletion(t *testing.T) {
	pile := diplomats(t)
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"list", pile, "--who", "kal"}, "kallas"},
		{[]string{"list", pile, "--who", "Kaja Kallas,ale"}, "Kaja Kallas,alexander Stubb"},
		{[]string{"list", pile, "--with", "est"}, "estonia"},
		{[]string{"list", pile, "--in", "Tal"}, "Tallinn"},
		{[]string{"list", pile, "--filter", "kind:call who:stu"}, "kind:call who:stubb"},
		{[]string{"list", pile, "--filter", `who:"kaj`}, `who:"kaja Kallas"`},
		{[]string{"list", pile, "--filter", `kind:call who:"kaja kal`}, `kind:call who:"kaja kallas"`},
		{[]string{"list", pile, "--filter", "kind:m"}, "kind:meeting"},
		{[]string{"list", pile, "--filter", "stat"}, "status:"},
		{[]string{"list", pile, "--filter", "conflict:"}, "conflict:yes"},
		{[]string{"list", pile, "--filter", "with:ee"}, "with:ee"}, // the code of Estonia, whose name the shell would drop
		{[]string{"list", pile, "--with", "EE"}, "EE"},
		{[]string{"list", pile, "with:est"}, "with:estonia"},
		{[]string{pile, "with:est"}, "with:estonia"},
		{[]string{"list", pile, `C:\articles`}, ":0"}, // files: that is a drive
		{[]string{"list", pile, "kind:call", "who:stu"}, "who:stubb"},
		{[]string{"list", "--format", "j"}, "jsonl"},
		{[]string{"stats", "--by", "who,k"}, "who,kind"},
		{[]string{"export", "g"}, "graphml"},
		{[]string{"help", "fi"}, "filter"},
		{[]string{"config", "set", "mo"}, "mouse"},
		{[]string{"config", "set", "mouse", ""}, "true"},
		{[]string{"--theme", "d"}, "dark"},
	} {
		r := run(t, "", append([]string{"__complete"}, c.args...)...)
		var offered []string
		for line := range strings.Lines(r.out) {
			word, _, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
			offered = append(offered, word)
		}
		if !slices.Contains(offered, c.want) || strings.Contains(r.out, "\x1b") {
			t.Errorf("%v offers %q, want %s among them", c.args, offered, c.want)
		}
	}
}
