package cli_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"entente/cli"
	"entente/loader"
	"entente/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

// plainReader is an engine for the command line's own tests: it reads lines that say
// everything outright, so that these tests do not depend on how well prose is read.
type plainReader struct{}

var sentence = regexp.MustCompile(`(?m)^MEET (held|planned|off) (meeting|call|summit) (\S+) (\S+) (\S+): (.+)$`)

func (plainReader) Read(a *model.Article) {
	for i, at := range sentence.FindAllStringSubmatchIndex(a.Text, -1) {
		cell := func(n int) string { return strings.TrimPrefix(a.Text[at[2*n]:at[2*n+1]], "-") }
		r := &model.Report{Article: a, Primary: i == 0, Confidence: 0.9, Place: model.Place{City: cell(4), Host: model.Party(cell(5))}}
		for _, s := range model.Statuses() {
			if s.String() == cell(1) {
				r.Status = s
			}
		}
		for _, k := range model.Kinds() {
			if k.String() == cell(2) {
				r.Kind = k
			}
		}
		r.Date, _ = model.ParseDate(cell(3))
		for who := range strings.SplitSeq(cell(6), ", ") {
			name, party, _ := strings.Cut(strings.TrimSuffix(who, ")"), " (")
			r.People = append(r.People, model.Participant{Name: name, Party: model.Party(party)})
			r.Parties = append(r.Parties, model.Party(party))
		}
		r.Evidence = []model.Evidence{{Field: "date", Span: model.Span{Start: at[6], End: at[7]}, Rule: "date.plain", Note: "as written"}}
		r.Trace = []string{"nothing else was weighed"}
		a.Reports = append(a.Reports, r)
	}
}

func oneEach(articles []*model.Article, _ ...*model.Meeting) []*model.Meeting {
	var out []*model.Meeting
	for _, a := range articles {
		for i, r := range a.Reports {
			out = append(out, &model.Meeting{
				ID: fmt.Sprintf("m-%s-%d", a.ID, i), Date: r.Date, Kind: r.Kind, Status: r.Status, People: r.People, Parties: r.Parties,
				Place: r.Place, Title: a.Title, Confidence: r.Confidence, Reports: []*model.Report{r}, Sources: 1,
			})
		}
	}
	return out
}

type names struct{}

func (names) PartyName(p model.Party) string {
	return map[model.Party]string{"EE": "Estonia", "FI": "Finland"}[p]
}
func (names) PartyForms(model.Party) []string { return nil }

func engine() cli.Engine {
	return cli.Engine{Reader: func() loader.Reader { return plainReader{} }, Merge: oneEach, Names: names{}}
}

type result struct {
	code     int
	out, err string
}

func run(t *testing.T, stdin string, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	code := cli.Main(t.Context(), args, cli.Streams{In: strings.NewReader(stdin), Out: &out, Err: &errs}, engine)
	return result{code, out.String(), errs.String()}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s\n got:\n%s\nwant:\n%s", path, got, want)
	}
}

func TestGolden(t *testing.T) {
	for name, args := range map[string][]string{
		"list":        {"list", "testdata/pile"},
		"list-ascii":  {"list", "--ascii", "testdata/pile"},
		"list-jsonl":  {"list", "--format", "jsonl", "testdata/pile"},
		"extract":     {"extract", "testdata/pile"},
		"names":       {"extract", "--names", "testdata/pile/call.txt"},
		"read":        {"read", "2024/kyiv.md", "testdata/pile"},
		"why":         {"why", "testdata/pile/summit.txt"},
		"why-nothing": {"why", "testdata/pile/weather.txt"},
	} {
		t.Run(name, func(t *testing.T) {
			r := run(t, "", args...)
			if r.code != 0 || r.err != "" {
				t.Errorf("exit code %d, %q", r.code, r.err)
			}
			golden(t, name, r.out)
		})
	}
	if bare, list := run(t, "", "testdata/pile"), run(t, "", "list", "testdata/pile"); bare != list {
		t.Errorf("without a terminal entente prints %+v, entente list %+v", bare, list)
	}
}

func TestSelection(t *testing.T) {
	for _, c := range []struct {
		args []string
		want int
	}{
		{nil, 4},
		{[]string{"--who", "kallas"}, 1},
		{[]string{"--who", "kallas,trudeau"}, 2},
		{[]string{"--who", "zelensk", "--with", "canada,ca"}, 1},
		{[]string{"--with", "estonia"}, 1},
		{[]string{"--in", "burgenstock"}, 1},
		{[]string{"--from", "2024"}, 3},
		{[]string{"--to", "2024-06-15"}, 3},
		{[]string{"--from", "2024-06", "--to", "2024-06"}, 2},
		{[]string{"--filter", "kind:call"}, 1},
		{[]string{"--filter", "-kind:call status:held"}, 1},
		{[]string{"--filter", "kind:call", "--who", "kallas"}, 0},
	} {
		r := run(t, "", append([]string{"list", "testdata/pile"}, c.args...)...)
		if got := strings.Count(r.out, "\n"); got != c.want || r.code != 0 {
			t.Errorf("%v: %d meetings, want %d; exit code %d\n%s%s", c.args, got, c.want, r.code, r.out, r.err)
		}
		if c.want == 0 && r.err != "entente: no meeting matches kind:call who:kallas. Instead: kind:call finds 1; who:kallas finds 1.\n" {
			t.Errorf("said %q", r.err)
		}
	}
}

func TestUsageErrors(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"list", "--from", "soon"}, `invalid argument for --from: "soon" is no date`},
		{[]string{"list", "--to", "2024-02-31"}, `invalid argument for --to`},
		{[]string{"list", "--from", "2024", "--to", "2023-12"}, "--from 2024 is after --to 2023-12"},
		{[]string{"list", "--filter", "whom:kallas"}, "did you mean who:?"},
		{[]string{"list", "--format", "xml"}, "table, jsonl"},
		{[]string{"list", "--colour"}, "unknown flag: --colour"},
		{[]string{"read"}, "read needs the id of an article or a meeting, or a file"},
		{[]string{"export"}, "export needs a format: jsonl, csv"},
		{[]string{"list", "--who", ","}, `invalid argument "," for --who: it names nothing`},
	} {
		if r := run(t, "", c.args...); r.code != 2 || !strings.Contains(r.err, c.want) || r.out != "" || strings.Count(r.err, "\n") != 1 {
			t.Errorf("%v: exit code %d, %q, want %q", c.args, r.code, r.err, c.want)
		}
	}
}

func TestStandardInput(t *testing.T) {
	r := run(t, "MEET held call 2023-01-03 - -: Justin Trudeau (CA)\n", "extract", "-")
	if r.code != 0 || !strings.HasPrefix(r.out, `{"id":"stdin",`) {
		t.Errorf("%+v", r)
	}
}

func TestCollection(t *testing.T) {
	alone, both := run(t, "", "extract"), run(t, "", "extract", "--with-collection", "testdata/pile/call.txt")
	n := strings.Count(alone.out, "\n")
	if alone.code != 0 || n < 300 || strings.Count(both.out, "\n") != n+1 {
		t.Errorf("%d articles in the collection, %d with one more", n, strings.Count(both.out, "\n"))
	}
	if r := run(t, "", "about"); r.code != 0 || !strings.Contains(r.out, fmt.Sprintf("%d articles", n)) || !strings.Contains(r.out, cli.Version) {
		t.Errorf("about: %+v", r)
	}
	if a, b := run(t, "", "man"), run(t, "", "man"); a.code != 0 || a != b || !strings.HasPrefix(a.out, `.TH ENTENTE 1 "" "entente `+cli.Version) {
		t.Errorf("man: code %d, begins %.100q", a.code, a.out)
	}
	if r := run(t, "", "--version"); r.code != 0 || !strings.Contains(r.out, cli.Version) {
		t.Errorf("version: %+v", r)
	}
}

func TestReadAndWhy_ByMeeting(t *testing.T) {
	r := run(t, "", "read", "m-2024/kyiv.md-0", "testdata/pile")
	if r.code != 0 || !strings.HasPrefix(r.out, "Kallas in Kyiv: talks on air defence\nHarbour Post · 14 August 2024\n\n") {
		t.Errorf("%+v", r)
	}
	r = run(t, "", "why", "nowhere", "testdata/pile")
	if r.code != 1 || r.err != "entente: nowhere is neither a file nor the id of an article or a meeting in what was read; 'entente list --format jsonl' prints the ids of meetings\n" {
		t.Errorf("%+v", r)
	}
}

func TestHelp_TellsExitCodes(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"list", "--help"}, {"extract", "--help"}, {"read", "--help"}, {"why", "--help"}} {
		r := run(t, "", args...)
		flat := strings.Join(strings.Fields(r.out), " ")
		if r.code != 0 || !strings.Contains(flat, "2 the command line makes no sense") || strings.Contains(r.out, "\x1b") {
			t.Errorf("%v: %d\n%s", args, r.code, r.out)
		}
	}
}
